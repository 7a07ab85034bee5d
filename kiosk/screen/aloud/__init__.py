"""What is on the screen, item after item: for a keypad, two switches and the speech."""
