"""Stand: how the screen stands before a visitor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stand:
    """Where the lit picture is, in millimetres.

    `lower_edge_mm` is how high its lower edge is above the floor, None where nobody knows;
    `reach_mm` is how high everybody reaches, also from a wheelchair.
    """

    viewing_mm: float = 600.0
    lower_edge_mm: float | None = None
    reach_mm: float = 1220.0


USUAL_STAND = Stand()
"""A desk: what is taken where nobody has measured."""
