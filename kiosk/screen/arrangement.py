"""The layout of the stage, for every shape of window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

if TYPE_CHECKING:
    from kiosk.look.look import Look

CONTROL_U = 72


@dataclass(frozen=True)
class Arrangement:
    """The stage's parts, in pixels of the window.

    `free` is what the panel and the controls leave of the map while a panel is open.  Controls
    are in one line; in portrait the panel's own are in a line above the dock's.
    """

    portrait: bool
    window: QRectF
    panel: QRect
    panel_padding_u: float
    panel_controls_top: float
    dock: QPointF
    free: QRectF
    picture: QRect
    margin: float


def arrange(look: Look, size: QSize) -> Arrangement:
    """Arrange a window of that size, landscape or portrait."""
    layout = look.tokens["layout"]
    width, height = size.width(), size.height()
    window = QRectF(0, 0, width, height)
    portrait = height > width
    entry = layout["portrait" if portrait else "landscape"]
    dock_top = height - look.px(entry["dock_bottom"] + CONTROL_U)
    if portrait:
        top = round(look.px(entry["panel_top"]))
        tabs_top = height - look.px(entry["tabs_bottom"] + CONTROL_U)
        return Arrangement(
            portrait=True,
            window=window,
            panel=QRect(0, top, width, height - top),
            panel_padding_u=entry["margin"],
            panel_controls_top=tabs_top - top,
            dock=QPointF(look.px(entry["margin"]), dock_top),
            free=QRectF(0, 0, width, top),
            picture=QRect(0, 0, width, top),
            margin=look.px(entry["margin"]),
        )
    panel_width = round(look.px(entry["panel_width"]))
    left = width - panel_width
    return Arrangement(
        portrait=False,
        window=window,
        panel=QRect(left, 0, panel_width, height),
        panel_padding_u=entry["panel_padding"],
        panel_controls_top=dock_top,
        dock=QPointF(look.px(entry["dock_left"]), dock_top),
        free=QRectF(0, 0, left, dock_top - look.px(16)),
        picture=QRect(0, 0, left, height),
        margin=look.px(entry["margin"]),
    )
