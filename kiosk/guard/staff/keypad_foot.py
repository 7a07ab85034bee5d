"""What the keypad's test says below its table: of the last key, of headphones, and of a sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.look.typesetting import Setting, set_text
from kiosk.speech.output import NO_HEADPHONES, NO_PROGRAM, NO_SOCKET, NOT_WANTED
from kiosk.text.invisible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from kiosk.look.interface_style import InterfaceStyle

_GAP_U = 40
_LARGEST = 1.1
"""Where a visitor has chosen larger text, these give way to the table."""
_LONG_KEY = "TouchpadToggle"
_OF_KEYS = ("keypad_unknown", "keypad_unusable")
_LONG_REASON = "aplay ends with 1: " * 5
_REFUSALS = {
    NOT_WANTED: "keypad_sound_off",
    NO_PROGRAM: "keypad_sound_no_program",
    NO_SOCKET: "keypad_sound_no_socket",
    NO_HEADPHONES: "keypad_sound_no_headphones",
}
"""By why nothing may be heard, the words for it; other reasons are a program's own."""


class FootLine(NamedTuple):
    """A key of the interface's words, and what it is said of."""

    words: str
    key: str = ""
    meaning: str = ""
    reason: str = ""

    def written(self, style: InterfaceStyle) -> str:
        """It in the exhibit's language."""
        values: Mapping[str, str] = {"pressed": self.key} if self.key else {}
        if self.meaning:
            values = {**values, "meaning": style.say(f"keypad_{self.meaning}")}
        if self.reason:
            known = _REFUSALS.get(self.reason)
            reason = style.say(known) if known else visible(self.reason[: len(_LONG_REASON)])
            values = {**values, "reason": reason}
        return style.say(self.words, **values)


BEGINNING = FootLine("staff_keypad_test_instead")
JACKS = {
    None: FootLine("keypad_jack_none"),
    True: FootLine("keypad_jack_in"),
    False: FootLine("keypad_jack_out"),
}
PLAYED = {"left": FootLine("keypad_played_left"), "right": FootLine("keypad_played_right")}


def unplayed(reason: str) -> FootLine:
    """Nothing was heard, and why."""
    return FootLine("keypad_unplayed", reason=reason)


class KeypadFoot:
    """Three texts; there is room for the longest that each can be, so that nothing moves."""

    def __init__(self, style: InterfaceStyle, width: float, *, upright: bool) -> None:
        self._style = style
        self._scale = min(1.0, _LARGEST / style.look.text_scale)
        gap = style.look.px(_GAP_U)
        self._width = width if upright else (width - gap) / 2
        self._left = 0.0 if upright else self._width + gap
        pressed = [BEGINNING, *(FootLine(words, _LONG_KEY) for words in _OF_KEYS)]
        heard = [*PLAYED.values(), *map(unplayed, (*_REFUSALS, _LONG_REASON))]
        last = self._highest(pressed, strong=True)
        self._jack_height = self._highest(JACKS.values())
        state = self._jack_height + self._highest(heard)
        self._top = last if upright else 0.0
        self.height = last + state if upright else max(last, state)
        """How high it is, in pixels."""

    def draw(
        self,
        painter: QPainter,
        area: QRectF,
        last: FootLine,
        jack: FootLine | None,
        heard: FootLine | None,
    ) -> None:
        """Draw what is to be said now, in an area of that height."""
        theme = self._style.look.theme
        self._set(last, strong=True).draw(painter, area.x(), area.y(), theme.text)
        left, top = area.x() + self._left, area.y() + self._top
        for each, y in ((jack, top), (heard, top + self._jack_height)):
            if each is not None:
                self._set(each).draw(painter, left, y, theme.text2)

    def _highest(self, said: Iterable[FootLine], *, strong: bool = False) -> float:
        return max(self._set(each, strong=strong).size.height() for each in said)

    def _set(self, said: FootLine, *, strong: bool = False) -> Setting:
        style = self._style
        return set_text(
            style.look,
            said.written(style),
            language=style.language,
            role="lead" if strong else "control",
            width=self._width,
            scale=self._scale,
        )
