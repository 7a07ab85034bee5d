"""Inset: a drawing of a zone that is too small for the map, with the names of what lies in it."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from kiosk.exhibit.model.parts import Model, Picture, ZoneId
from kiosk.text.multilingual import Text


class InsetLabel(Model):
    """A name in an inset: of a zone, which a touch opens, or of anything else, in words.

    `at` is its point in hundredths of the drawing's width and height, from the upper left.
    """

    at: tuple[Decimal, Decimal]
    zone: ZoneId | None = None
    text: Text | None = None


class Inset(Model):
    """A drawing beside the map, for a zone and for those within it.  It is not to scale."""

    picture: Picture
    labels: tuple[InsetLabel, ...] = Field((), max_length=12)
