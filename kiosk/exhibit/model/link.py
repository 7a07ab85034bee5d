"""A link between two places, which the map draws while a story tells of it."""

from __future__ import annotations

from kiosk.exhibit.model.parts import Id, Model
from kiosk.text.multilingual import Text


class Link(Model):
    """What joins two zones; `along` is the line of the map that it follows, if there is one."""

    between: tuple[Id, Id]
    name: Text
    along: str | None = None
