"""Speech: recordings of what the screens say, the command that makes them, and what plays them."""
