"""The layout of the stage, for every shape of window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

if TYPE_CHECKING:
    from kiosk.look.look import Look

CONTROL_U = 72

_WIDEST_AT = 0.4
"""A text that is larger by this share has the widest panel."""


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
    band: QRectF
    """What everybody reaches, in reach mode; empty otherwise."""


def arrange(look: Look, size: QSize, *, low: bool = False) -> Arrangement:
    """Arrange a window of that size, landscape or portrait.

    With `low`, nothing that can be touched is higher than somebody reaches who sits.
    """
    layout = look.tokens["layout"]
    width, height = size.width(), size.height()
    window = QRectF(0, 0, width, height)
    reach = round(_reach_top(look, width, height)) if low else 0
    band = QRectF(0, reach, width, height - reach) if low else QRectF()
    portrait = height > width
    entry = layout["portrait" if portrait else "landscape"]
    dock_top = height - look.px(entry["dock_bottom"] + CONTROL_U)
    if portrait:
        top = reach or round(look.px(entry["panel_top"]))
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
            band=band,
        )
    beside = round(panel_width(look, "panel_width", "panel_width_large_text"))
    left = width - beside
    return Arrangement(
        portrait=False,
        window=window,
        panel=QRect(left, reach, beside, height - reach),
        panel_padding_u=entry["panel_padding"],
        panel_controls_top=dock_top - reach,
        dock=QPointF(look.px(entry["dock_left"]), dock_top),
        free=QRectF(0, 0, width, reach) if low else QRectF(0, 0, left, dock_top - look.px(16)),
        picture=QRect(0, 0, width, reach) if low else QRect(0, 0, left, height),
        margin=look.px(entry["margin"]),
        band=band,
    )


def panel_width(look: Look, usual: str, widest: str) -> float:
    """How wide a panel beside the map is, in pixels; the names are those of tokens.

    It is wider with the text, up to what the map can spare.
    """
    entry = look.tokens["layout"]["landscape"]
    more = (entry[widest] - entry[usual]) * min(1.0, (look.text_scale - 1) / _WIDEST_AT)
    return look.px(entry[usual] + more)


def _reach_top(look: Look, width: int, height: int) -> float:
    """Above which line nothing can be touched, in pixels of the window.

    No lower than that the band still holds a panel, whatever the settings say of the screen.
    """
    reach = look.tokens["layout"]["reach"]
    share = reach["portrait_top" if height > width else "landscape_top"]
    stand, top = look.stand, share * height
    if look.millimetre and stand.lower_edge_mm is not None:
        reached = (stand.reach_mm - stand.lower_edge_mm) * look.millimetre
        top = max(top, height - reached)
    return float(min(top, reach["lowest_top"] * height))
