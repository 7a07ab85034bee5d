"""What is said in films and recordings: captions as WebVTT has them, and the words as a whole."""
