"""How large photographs are drawn on the screens that museums have: which are too small for them,
and which are larger than any screen needs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, QSizeF

from kiosk.exhibit.model.shown_pictures import covers_map, panel_pictures
from kiosk.exhibit.rules import picture_size_messages
from kiosk.look.look import read_look
from kiosk.look.picture_kind import PictureKind
from kiosk.screen.arrangement import arrange
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.pictures import PictureHead
    from kiosk.text.messages import Message

SCREENS = (QSize(1920, 1080), QSize(3840, 2160), QSize(1080, 1920))
_SMALL, _SHORT_SIDE = QSize(232, 200), 1080
"""The size of portraits and pictures of events on a screen whose short side is so long."""
_BLURRED = 1.25
"""A photograph that is made larger than that is seen to have no more in it."""
_ALIKE = 0.03
"""Shapes that differ by less are one."""
_HEAVY_BYTES = 24_000_000
_HEAVY_PIXELS = 60_000_000


class DrawnSize(NamedTuple):
    """The pixels that a picture fills on a screen."""

    screen: QSize
    drawn: QSize


def drawn_sizes(exhibit: Exhibit) -> Mapping[str, tuple[DrawnSize, ...]]:
    """How large each picture of panels and tours is drawn on each of the screens, by its name."""
    look = read_look(shipped("assets"))
    beside = [arrange(look.sized(QSizeF(size)), size).picture.size() for size in SCREENS]
    on_page = tuple(map(DrawnSize, SCREENS, beside))
    whole = tuple(map(DrawnSize, SCREENS, SCREENS))
    panels = (panel for zone in exhibit.zones for panel in zone.panels)
    small = tuple(DrawnSize(each, _SMALL * (min(each.toTuple()) / _SHORT_SIDE)) for each in SCREENS)
    found: dict[str, tuple[DrawnSize, ...]] = {}
    for panel in panels:
        size = on_page if covers_map(panel, 1) or panel.kind == "story" else small
        for picture in panel_pictures(panel):
            # One that is shown twice has to be good enough for the larger place.
            if found.get(picture.file) != on_page:
                found[picture.file] = size
    found |= {
        step.picture.file: whole for tour in exhibit.tours for step in tour.steps if step.picture
    }
    return found


def shape_messages(
    exhibit: Exhibit, heads: Mapping[str, PictureHead]
) -> Iterator[tuple[str, Message]]:
    """The pictures by their names that are compared with one of another shape."""
    for zone in exhibit.zones:
        for panel in zone.panels:
            if panel.kind != "comparison":
                continue
            before, after = (side.picture.file for side in panel.sides)
            if before not in heads or after not in heads:
                continue
            one, other = (heads[name].upright for name in (before, after))
            is_drawn = one.isEmpty() or other.isEmpty()
            if is_drawn or abs(_shape(one) / _shape(other) - 1) < _ALIKE:
                continue
            sizes = one.toTuple(), other.toTuple()
            yield after, picture_size_messages.other_shape(after, sizes[1], before, sizes[0])


def _shape(size: QSize) -> float:
    return size.width() / size.height()


def size_messages(
    name: str, head: PictureHead, length: int, sizes: tuple[DrawnSize, ...]
) -> Iterator[Message]:
    """What is to be said of a picture of that head, whose file has `length` bytes."""
    if head.kind is PictureKind.SVG:
        return
    width, height = head.upright.width(), head.upright.height()
    if length > _HEAVY_BYTES or width * height > _HEAVY_PIXELS:
        yield picture_size_messages.needless_pixels(name, length, width, height)
    small = []
    most = 1.0
    for screen, drawn in sizes:
        grows = max(drawn.width() / width, drawn.height() / height)
        most = max(most, grows)
        if grows > _BLURRED:
            small.append(
                (screen.width(), screen.height(), drawn.width(), drawn.height(), f"{grows:.1f}")
            )
    if small:
        needed = math.ceil(width * most), math.ceil(height * most)
        yield picture_size_messages.small_picture(name, (width, height), small, needed)
