"""Reach mode: everything that can be touched, low enough for somebody who sits."""
