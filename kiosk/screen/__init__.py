"""What is drawn: widgets that take data and say what was touched."""
