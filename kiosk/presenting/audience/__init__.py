"""What a talk puts over the audience's stage."""
