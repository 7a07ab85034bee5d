"""The sizes of screen in which the preview can show the exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORT_SIDE = 1080


class ScreenSize(NamedTuple):
    """A screen in pixels; `millimetres` is the size of its picture, if known."""

    size: QSize
    millimetres: tuple[float, float] | None = None


def screen_sizes(museum_mm: tuple[float, float] | None) -> Mapping[str, ScreenSize]:
    """The sizes by the keys of their names; the museum's own screen comes first, if known."""
    screens = {
        "screen_full_hd": ScreenSize(QSize(1920, 1080)),
        "screen_upright": ScreenSize(QSize(1080, 1920)),
        "screen_4k": ScreenSize(QSize(3840, 2160)),
        "screen_5_4": ScreenSize(QSize(1280, 1024)),
    }
    if museum_mm is None:
        return screens
    scale = _SHORT_SIDE / min(museum_mm)
    size = QSize(round(museum_mm[0] * scale), round(museum_mm[1] * scale))
    return {"screen_hall": ScreenSize(size, museum_mm), **screens}
