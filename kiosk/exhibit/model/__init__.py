"""What an exhibit is, once it was read: frozen values, and what a curator may write for them."""
