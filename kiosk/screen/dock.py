"""The dock: one step up, the languages, the list; at the same spot on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.languages.language import language as language_of
from kiosk.screen.control.button import Button
from kiosk.screen.control.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtWidgets import QWidget

    from kiosk.languages.words import Words
    from kiosk.look.look import Look

_GAP_U = 16


class Dock(QObject):
    """Keeps the dock's controls, which stand on the stage themselves."""

    up_touched = Signal()
    language_chosen = Signal(str)
    list_touched = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._up = Button(stage, key="up", icon="arrow-left")
        self._languages = SegmentBar(stage)
        self._up.clicked.connect(self.up_touched)
        self._list = Button(stage, key="list", icon="list")
        self._list.setCheckable(True)
        self._languages.chosen.connect(self.language_chosen)
        self._list.clicked.connect(self.list_touched)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The controls in the order of the keyboard."""
        return (self._up, self._languages, self._list)

    def show_controls(
        self,
        look: Look,
        words: Words,
        languages: Sequence[str],
        *,
        language: str,
        at_home: bool,
        listing: bool,
        left: float,
        top: float,
        room: float,
    ) -> None:
        """Set the controls in a row that begins at (left, top) and is at most `room` wide.

        Where it would be wider, first the list and then the way back keep their signs and drop
        their words.
        """
        self._up.setVisible(not at_home)
        segments = [
            Segment(tag, language_of(tag).drawn, tag, language_of(tag).name) for tag in languages
        ]
        self._languages.setAccessibleName(words.say("choose_language", language))
        self._languages.setVisible(len(segments) > 1)
        self._languages.show_segments(look, segments, current=language)
        up, listed = words.say("map", language), words.say("list", language)
        for up_words, list_words in ((up, listed), (up, ""), ("", "")):
            self._up.show_words(
                look, up_words, language=language, name=words.say("back_to_map", language)
            )
            self._list.show_words(
                look, list_words, language=language, name=words.say("all_places", language)
            )
            if self._place_in_row(left, top, look.px(_GAP_U)) <= left + room:
                break
        self._list.setChecked(listing)
        self._list.show()

    def _place_in_row(self, left: float, top: float, gap: float) -> float:
        """Place what is shown, and the list; return where the row ends."""
        x = left
        for control in (self._up, self._languages):
            if not control.isHidden():
                control.place_drawn(x, top)
                x += control.drawn_width + gap
        self._list.place_drawn(x, top)
        return x + self._list.drawn_width

    def covered(self) -> list[QRectF]:
        """What the dock covers of the stage."""
        return [widget.geometry().toRectF() for widget in self.widgets if not widget.isHidden()]
