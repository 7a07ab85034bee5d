"""A link between two places, which the map draws while a story tells of it."""

from __future__ import annotations

from typing import Annotated

from kiosk.exhibit.model.parts import Model, NameOf, ZoneId
from kiosk.text.multilingual import Text


class Link(Model):
    """What joins two zones; `along` is the line of the map that it follows, if there is one."""

    between: tuple[ZoneId, ZoneId]
    name: Text
    along: Annotated[str, NameOf("map-element")] | None = None
