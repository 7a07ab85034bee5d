"""What exhibit.yaml says of the map's drawing, where its groups have names of their own."""

from __future__ import annotations

from kiosk.exhibit.model.map_meanings import GROUPS, VIEWS, Meanings, written_meanings
from kiosk.exhibit.model.parts import Model, Words


class MapGroups(Model):
    """Which groups or shapes of the drawing are land, water, borders, and which views it has.

    `home` and `attract` name a rectangle, and `light` an ellipse; `light` and `waterlines` can be
    `none`.
    """

    land: tuple[Words, ...] = ()
    water: tuple[Words, ...] = ()
    borders: tuple[Words, ...] = ()
    lines: tuple[Words, ...] = ()
    ornament: tuple[Words, ...] = ()
    hidden: tuple[Words, ...] = ()
    home: Words | None = None
    attract: Words | None = None
    light: Words | None = None
    waterlines: Words | None = None

    @property
    def meanings(self) -> Meanings:
        """The same for the map."""
        groups: dict[str, tuple[str, ...]] = {word: getattr(self, word) for word in GROUPS}
        views: dict[str, str] = {word: getattr(self, word) or "" for word in VIEWS}
        named = {word: name for word, name in views.items() if name}
        return written_meanings(groups, named, self.waterlines)
