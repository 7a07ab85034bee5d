"""What assistive technology is told of the screen, through Qt's accessible tree."""
