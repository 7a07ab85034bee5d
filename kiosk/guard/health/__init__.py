"""What is wrong with this machine and this installation: checks, and a screen that says so."""
