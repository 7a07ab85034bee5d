"""A width and a height as people write them, such as `1920x1080`."""

from __future__ import annotations


def parse_size(text: str) -> tuple[float, float]:
    """Read `1920x1080`; ValueError says what is wrong."""
    parts = text.lower().replace("×", "x").split("x")
    if len(parts) != 2:
        raise ValueError(f"{text!r} is not a size: write width and height as 1920x1080")
    try:
        width, height = float(parts[0]), float(parts[1])
    except ValueError:
        raise ValueError(f"{text!r} is not a size: write width and height as 1920x1080") from None
    if not (0 < width < 100_000 and 0 < height < 100_000):
        raise ValueError(f"{text!r} is not a size that a screen can have")
    return width, height
