"""What is written down for the operator, and what may be written again and again."""
