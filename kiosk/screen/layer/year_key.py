"""What the lines over the years are: one for each place; and in which colours two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_shades import pin_colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.look.look import Look
    from kiosk.screen.layer.layer_content import LayerContent

KEY_LEFT_U = 20
KEY_BOTTOM_U = 50
_TOP_U = 10
_DASH_U = 28
_JOINT_U = 10
_GAP_U = 22
_PINNED_U = 3.5
_OTHERS_U = 1.6
_LEAST_SCALE = 20 / 24

_Entry = tuple[Setting, QColor | None, float]
"""Words, the colour of their line if they are beside one, and how bold it is, in `u`."""


@dataclass(frozen=True)
class YearKey:
    """The words in a row above the lines, as many as have room."""

    entries: tuple[_Entry, ...] = ()

    @classmethod
    def of(cls, content: LayerContent, look: Look, seats: tuple[str, ...], room: float) -> YearKey:
        """Say that each line is a place, or which line is whose, within `room` pixels.

        Where the places that are compared have no room beside each other, their names are smaller.
        Without room for all, what is said last is left out.
        """
        say, language = content.locale.say, content.locale.language
        has_line = set(content.layer.zones)
        wanted: list[tuple[str, QColor | None, float]] = [
            (content.name(zone), color, _PINNED_U)
            for zone, color in pin_colors(seats, look.theme)
            if zone in has_line
        ]
        places = len(wanted)
        if wanted:
            wanted.append((say("other_lines"), look.theme.control_border, _OTHERS_U))
        else:
            wanted.append((say("line_each"), None, 0.0))
        entries = _fitting(wanted, language, look, room, 1.0)
        if len(entries) < places:
            entries = _fitting(wanted, language, look, room, _LEAST_SCALE)
        return cls(tuple(entries))

    def draw(self, painter: QPainter, look: Look) -> None:
        """Draw it in the upper left of a plate."""
        x, y = look.px(KEY_LEFT_U), look.px(_TOP_U)
        for setting, color, width in self.entries:
            left = x
            if color is not None:
                middle = y + setting.size.height() / 2
                painter.setPen(QPen(color, look.stroke(width)))
                painter.drawLine(QPointF(x, middle), QPointF(x + look.px(_DASH_U), middle))
                left += look.px(_DASH_U + _JOINT_U)
            setting.draw(painter, left, y, look.theme.text)
            x += _width(setting, color, look) + look.px(_GAP_U)


def _fitting(
    wanted: Sequence[tuple[str, QColor | None, float]],
    language: str,
    look: Look,
    room: float,
    scale: float,
) -> list[_Entry]:
    """The first of them that have room beside each other at that size."""
    entries: list[_Entry] = []
    used = 0.0
    for words, color, width in wanted:
        setting = set_text(look, words, language=language, role="kicker", scale=scale)
        used += _width(setting, color, look) + (look.px(_GAP_U) if entries else 0)
        if used > room:
            break
        entries.append((setting, color, width))
    return entries


def _width(setting: Setting, color: QColor | None, look: Look) -> float:
    return setting.ink + (0.0 if color is None else look.px(_DASH_U + _JOINT_U))
