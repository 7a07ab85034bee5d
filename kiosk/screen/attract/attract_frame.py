"""Where everything of the attract loop stands: the words on dark ground, the light beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from kiosk.geography.camera import Camera, fit

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from kiosk.look.look import Look
    from kiosk.screen.map.map_framing import MapFraming

_COLUMN_SHARE = 0.4
_COLUMN_U = (560, 740)
_LEFT_U = 96
_NARROW_LEFT_U = 72
_WIDE = 1.6
_EDGE_U = 64
_GAP_U = 64
_SUBTITLE_TOP_U = 92
_TITLE_TOP_U = 172
_FOOT_U = 76
_INVITATION_U = 150
_EAST = 0.8
"""Where the estuary stands in the room that is left for it: nearer to the far side."""
_PORTRAIT_TITLE_U = 330
_PORTRAIT_TOP_U = 112
_PORTRAIT_SEA_U = 200
"""The dark sea between the light and the invitation, where words have room too."""
_CAPTION_U = 210
_NIGHT_U = 44
"""How far the night stays behind the right edge of the words, or their foot: dusk is dark yet."""
_PLATE_SHARE = 0.43


@dataclass(frozen=True)
class AttractFrame:
    """Rooms in a window, in its pixels.

    The `title` with the line above it, `subtitle`, and the `invitation` at the foot stand on dark
    ground; nothing else comes there.  `light` is where the estuary is seen whole, and outside `lit`
    it is wholly night.  A scene with a picture has it in `plate`, with its words in `caption`.
    """

    window: QRectF
    subtitle: QPointF
    title: QRectF
    invitation: QRectF
    light: QRectF
    lit: QRectF
    plate: QRectF
    caption: QRectF
    portrait: bool

    @property
    def column(self) -> float:
        """How wide the words may be."""
        return self.title.width()

    def camera(self, look: Look, framing: MapFraming) -> Camera:
        """What the map has for this view, as large as its room allows."""
        bounds = framing.attract
        most = look.px(look.tokens["map"]["px_per_km"]["attract"]) / framing.unit
        camera = fit(bounds, self.light, max_scale=most)
        if self.portrait:
            return camera
        spare = self.light.width() - bounds.width() * camera.scale
        return Camera(
            camera.cx,
            camera.cy,
            camera.scale,
            camera.focus_x + spare * (_EAST - 0.5),
            camera.focus_y,
        )


def attract_frame(look: Look, size: QSizeF) -> AttractFrame:
    """The rooms in a window of that size."""
    if size.height() > size.width():
        return _upright(look, size.width(), size.height())
    return _level(look, size.width(), size.height())


def _level(look: Look, width: float, height: float) -> AttractFrame:
    px = look.px
    left = px(_LEFT_U if width >= height * _WIDE else _NARROW_LEFT_U)
    least, most = _COLUMN_U
    column = min(max(width * _COLUMN_SHARE, px(least)), px(most))
    foot = height - px(_FOOT_U)
    invitation = QRectF(left, foot - px(_INVITATION_U), column, px(_INVITATION_U))
    title_top = px(_TITLE_TOP_U)
    start = left + column + px(_GAP_U)
    plate_left = max(width * _PLATE_SHARE, start)
    plate_foot = height - px(_CAPTION_U)
    return AttractFrame(
        window=QRectF(0, 0, width, height),
        subtitle=QPointF(left, px(_SUBTITLE_TOP_U)),
        title=QRectF(left, title_top, column, invitation.top() - px(_GAP_U) - title_top),
        invitation=invitation,
        lit=QRectF(left + column - px(_NIGHT_U), 0, width - left - column + px(_NIGHT_U), height),
        light=QRectF(start, px(_EDGE_U), width - start - px(_EDGE_U), height - 2 * px(_EDGE_U)),
        plate=QRectF(plate_left, 0, width - plate_left, plate_foot),
        caption=QRectF(
            start + px(_GAP_U),
            plate_foot,
            width - start - 2 * px(_GAP_U),
            foot - plate_foot,
        ),
        portrait=False,
    )


def _upright(look: Look, width: float, height: float) -> AttractFrame:
    px = look.px
    left = px(_NARROW_LEFT_U)
    column = width - 2 * left
    foot = height - px(_PORTRAIT_TOP_U)
    invitation = QRectF(left, foot - px(_INVITATION_U), column, px(_INVITATION_U))
    title_top = px(_PORTRAIT_TOP_U + _TITLE_TOP_U - _SUBTITLE_TOP_U)
    title = QRectF(left, title_top, column, px(_PORTRAIT_TITLE_U))
    top, bottom = title.bottom() + px(_GAP_U), invitation.top() - px(_GAP_U)
    plate_foot = bottom - px(_CAPTION_U)
    night = title.bottom() - px(2.5 * _NIGHT_U)
    return AttractFrame(
        window=QRectF(0, 0, width, height),
        subtitle=QPointF(left, px(_PORTRAIT_TOP_U)),
        title=title,
        invitation=invitation,
        light=QRectF(left, top, column, bottom - px(_PORTRAIT_SEA_U) - top),
        lit=QRectF(0, night, width, invitation.top() - px(_NIGHT_U) - night),
        plate=QRectF(0, top, width, plate_foot - top),
        caption=QRectF(left, plate_foot, column, px(_CAPTION_U)),
        portrait=True,
    )
