"""The keyboard on the screen: our own keys for each language, and never the system's.

Letters are typed without accents: what is searched for is compared without them.  Portuguese has
its accents all the same, with the digits, for those who look for them; Chinese is typed by the
letters of Pinyin and Jyutping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.board.letter_key import LetterKey
from kiosk.screen.layout_inputs import Inputs

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from kiosk.look.look import Look
    from kiosk.screen.control.control import Control
    from kiosk.screen.locale import Locale

DELETE, CLEAR, SPACE, DIGITS, LETTERS = "delete", "clear", "space", "digits", "letters"
ROWS = 4
COLUMNS = 10


class _Cap(NamedTuple):
    """A key and how many columns wide it is; the empty one is a gap."""

    key: str
    columns: float = 1.0


_FURTHER_LETTERS = {"pt": "ç"}
"""What a language has at the end of its second row."""
_ACCENTS = {"pt": ("áàâãéêíóôõ", "úç")}
"""What a language has with the digits."""
_LAST_ROW = (_Cap(SPACE, 7.5), _Cap(CLEAR, 2.5))
_ICONS = {DELETE: "delete"}


def key_rows(language: str, *, digits: bool) -> tuple[tuple[_Cap, ...], ...]:
    """The rows of the keyboard of a language: letters, or digits and accents."""
    if not digits:
        second = "asdfghjkl" + _FURTHER_LETTERS.get(language, "")
        third = (_Cap(DIGITS, 1.5), *map(_Cap, "zxcvbnm"), _Cap(DELETE, 1.5))
        return tuple(map(_Cap, "qwertyuiop")), tuple(map(_Cap, second)), third, _LAST_ROW
    first, second = _ACCENTS.get(language, ("", ""))
    gap = _Cap("", COLUMNS - 3.0 - len(second))
    third = (_Cap(LETTERS, 1.5), *map(_Cap, second), gap, _Cap(DELETE, 1.5))
    if first:
        return tuple(map(_Cap, "1234567890")), tuple(map(_Cap, first)), third, _LAST_ROW
    halves = (tuple(_Cap(each, 2.0) for each in half) for half in ("12345", "67890"))
    return (*halves, third, _LAST_ROW)


class LetterKeys(QWidget):
    """Says what is typed; the keys are built once and become others."""

    assistive_role = AssistiveRole.GROUP

    typed = Signal(str)
    """A letter, a digit or a space."""
    deleted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: list[LetterKey] = []
        self._digits = False
        self._shown: tuple[Locale, Look] | None = None
        self._inputs = Inputs()

    @property
    def keys(self) -> tuple[Control, ...]:
        """The keys that are there, as they are read."""
        return tuple(each for each in self._keys if not each.isHidden())

    def begin(self) -> None:
        """Have letters: somebody else may have left digits."""
        self._digits = False

    def show_keys(self, area: QRectF, locale: Locale, look: Look) -> None:
        """Stand in that area of the parent."""
        self._shown = locale, look
        self.setGeometry(area.toRect())
        self.setAccessibleName(locale.say("keyboard"))
        self._lay_out(locale, look)

    def _lay_out(self, locale: Locale, look: Look) -> None:
        """Show the keys, where they are not shown already."""
        size = (self.width(), self.height())
        if not self._inputs.are_new(
            "keys", locale.words, locale.language, look, size, self._digits
        ):
            return
        column, row_height = self.width() / COLUMNS, self.height() / ROWS
        number = 0
        for row, caps in enumerate(key_rows(locale.language, digits=self._digits)):
            x = (COLUMNS - sum(cap.columns for cap in caps)) / 2 * column
            for cap in caps:
                right = x + cap.columns * column
                if cap.key:
                    left, top = round(x), round(row * row_height)
                    bottom = round((row + 1) * row_height)
                    area = QRect(left, top, round(right) - left, bottom - top)
                    self._show_key(self._key(number), cap.key, area, locale, look)
                    number += 1
                x = right
        for spare in self._keys[number:]:
            spare.hide()

    def _show_key(
        self, widget: LetterKey, key: str, area: QRect, locale: Locale, look: Look
    ) -> None:
        icon = _ICONS.get(key, "")
        name = key if len(key) == 1 else locale.say(f"search_{key}")
        drawn = "" if icon else key.upper() if len(key) == 1 else name
        if key in (DIGITS, LETTERS):
            drawn = "123" if key == DIGITS else "ABC"
        widget.show_key(key, drawn, area, look, locale.language, name=name, icon=icon)
        widget.show()

    def _key(self, number: int) -> LetterKey:
        while number >= len(self._keys):
            key = LetterKey(self)
            key.pressed_key.connect(self._press)
            self._keys.append(key)
        return self._keys[number]

    @Slot(str)
    def _press(self, key: str) -> None:
        if key in (DIGITS, LETTERS):
            self._digits = key == DIGITS
            if self._shown is not None:
                self._lay_out(*self._shown)
        elif key == DELETE:
            self.deleted.emit()
        elif key == CLEAR:
            self.cleared.emit()
        else:
            self.typed.emit(" " if key == SPACE else key)
