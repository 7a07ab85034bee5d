"""What the guard lays over the stage, and darkness while the museum is closed."""
