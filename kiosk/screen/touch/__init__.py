"""Filters unintended touches: a second tap too soon, a resting finger."""
