"""Pictograms: which pictures there are of things that are counted, and how many a figure takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kiosk.exhibit.model.values import Value

Pictogram = Literal[
    "beam",
    "building",
    "campus",
    "company",
    "flask",
    "institution",
    "microscope",
    "people",
    "person",
    "platform",
    "project",
    "robot",
    "skyline",
    "station",
]
"""The pictures in `assets/look/icons/things`."""

FEWEST, MOST = 2, 20
"""One picture shows nothing that the number does not; more than twenty can't be counted by eye."""


def pictures_of(value: Value, bound: str | None) -> int:
    """How many pictures show a figure exactly; 0 where none do."""
    number = value.number
    if number is None or bound is not None or number != number.to_integral_value():
        return 0
    return int(number) if FEWEST <= number <= MOST else 0
