"""The start: which exhibit is to be worked on, or how a new one begins."""
