"""Touches that nobody meant: a second tap too soon, a finger that rests."""
