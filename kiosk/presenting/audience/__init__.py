"""What a talk lays over the audience's stage."""
