"""A fullscreen touch exhibit about innovation in the Greater Bay Area."""

__version__ = "0.1.0"
