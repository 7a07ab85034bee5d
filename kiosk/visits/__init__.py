"""What visitors do, counted by the hour: nobody is known, and nothing leaves the machine."""
