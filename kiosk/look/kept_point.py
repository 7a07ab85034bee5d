"""Where a part of a picture begins so that one point of it is not near its edge."""

from __future__ import annotations

Focus = tuple[float, float]
"""A point of a picture that is not to be cut away, in shares of its width and height."""

_OUTER = 0.35
"""The share at each edge of a part in which the point does not lie where it can be helped."""


def with_point(begin: int, length: int, whole: int, share: float) -> int:
    """Move a part that begins there, as little as has the point at a share of the whole in it."""
    point = share * whole
    begin = min(max(begin, round(point - length * (1 - _OUTER))), round(point - length * _OUTER))
    return min(max(begin, 0), whole - length)
