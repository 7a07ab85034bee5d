"""The inks of drawings: a closed set of colours that each theme prints in its own way.

A drawing is written in the colours of the dark theme, so every editor shows it as it is meant.
Where it says that these are inks, they are exchanged for those of the theme before it is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from kiosk.shipped import damaged, shipped
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

INKS_ATTRIBUTE = "data-inks"
INKS_SET = "exhibit"
"""`<svg data-inks="exhibit">`: the colours of this drawing are the exhibit's inks."""
_WRITTEN_IN = "dark"
# What follows `url(` or `href=` is the name of a gradient, however much it looks like a colour.
_COLOUR = re.compile(rb"(?<!url\()(?<!href=[\"'])#[0-9A-Fa-f]{6}(?![0-9A-Za-z])")


@dataclass(frozen=True)
class Inks:
    """The inks of one theme: for each a name, its colour in drawings, and the one that is shown.

    Colours are written #RRGGBB in capitals.
    """

    theme: str
    table: tuple[tuple[str, str, str], ...]

    @cached_property
    def by_colour(self) -> Mapping[bytes, bytes]:
        """What is shown, by what is written."""
        return {written.encode(): shown.encode() for _, written, shown in self.table}

    def print(self, drawing: bytes) -> bytes:
        """An SVG text in the theme's inks; colours that are no inks stay as they are."""
        if self.theme == _WRITTEN_IN:
            return drawing
        shown = self.by_colour
        return _COLOUR.sub(lambda found: shown.get(found[0].upper(), found[0]), drawing)


def inks_from_tokens(tokens: Mapping[str, Any], theme: str) -> Inks:
    """The inks of that theme; KeyError for one that the tokens don't have."""
    return Inks(
        theme,
        tuple(
            (name, colours[_WRITTEN_IN].upper(), colours[theme].upper())
            for name, colours in tokens["inks"].items()
        ),
    )


@cache
def written_inks() -> Mapping[str, str]:
    """The names of the inks by the colours in which drawings are written."""
    file = shipped("assets") / "look" / "tokens.yaml"
    try:
        inks = inks_from_tokens(shipped_yaml(file), _WRITTEN_IN)
    except (KeyError, TypeError, AttributeError) as error:
        raise damaged(file, f"it lacks {error}") from None
    return {written: name for name, written, _ in inks.table}
