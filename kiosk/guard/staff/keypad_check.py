"""The test of keypad and sound: what each key means, whether headphones are in, left and right."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter

from kiosk.guard.overlay.overlay import Overlay
from kiosk.guard.staff.keypad_cells import KeypadCells
from kiosk.guard.staff.keypad_foot import BEGINNING, JACKS, PLAYED, FootLine, KeypadFoot, unplayed
from kiosk.jobs import Jobs
from kiosk.look.typesetting import set_text
from kiosk.screen.aloud.pressed_key import key_name
from kiosk.screen.control.button import CONTROL_U, Button
from kiosk.settings.keypad_keys import KEY_NAMES
from kiosk.speech.output import NotPlayed
from kiosk.speech.sides import play_side, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from kiosk.jobs import Answer
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.speech.output import SoundOutput
    from kiosk.speech.sides import Side

UNTOUCHED_SECONDS = 60
TWICE_SECONDS = 1.0
"""Escape is a key to be tested too: pressed twice within so long it leads back."""
HELD_SECONDS = 2.0
"""Or held down for so long."""
_LET_GO_MS = 40
"""A key that is pressed again sooner was held down: X tells repeated keys as let go in between."""
_JACK_MS = 1000
"""A socket that is plugged in tells for the first time after so long."""
_JACK = "the headphones"
_SOUND = "a sound at one side"
_MARGIN_U = 56
_HEAD_U = 88
_GAP_U = 16
_RING_U = 19
_TONES: dict[Side, float] = {"left": 440.0, "right": 880.0}
_COMBINING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})
_TOLD = {"headphones_in": True, "headphones_out": False}
"""What keypads tell by a key of their socket for headphones."""


class KeypadCheck(Overlay):
    """Lights the cell of each key that is pressed; no key does anything else while it is open.

    It sees keys before the lock does and keeps them all, so that also those are named which the
    settings don't know, and nobody gets out by one.
    """

    def __init__(
        self,
        parent: QWidget,
        style: Callable[[], InterfaceStyle],
        keys: Mapping[str, tuple[str, ...]],
        sound: SoundOutput,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`keys` are the names of the keys of each meaning; tests have their own `sound`."""
        super().__init__(parent, style, open_seconds=UNTOUCHED_SECONDS, clock=clock)
        self._keys = keys
        self._meanings = {name: meaning for meaning, names in keys.items() for name in names}
        self._sound = sound
        self._lit: set[str] = set()
        self._cells: KeypadCells | None = None
        self._last = BEGINNING
        self._heard: FootLine | None = None
        self._jack: FootLine | None = None
        self._told: bool | None = None
        self._escaped, self._escape_down = -TWICE_SECONDS, 0.0
        self._foot: KeypadFoot | None = None
        self._foot_at = QRectF()
        self._buttons = {
            "left": Button(self, key="left", icon="arrow-left"),
            "right": Button(self, key="right", icon="arrow-right"),
            "staff": Button(self, key="staff", icon="x"),
        }
        for button in self._buttons.values():
            button.chosen.connect(self._choose)
        self._jobs = Jobs(self, threads=2, pauses=())
        self._jobs.answered.connect(self._take)
        self._letting_go = QTimer(self)
        self._letting_go.setSingleShot(True)
        self._letting_go.setInterval(_LET_GO_MS)
        self._letting_go.timeout.connect(self._let_go)
        self._looking = QTimer(self)
        self._looking.setInterval(_JACK_MS)
        self._looking.timeout.connect(self.look)

    @property
    def lit(self) -> frozenset[str]:
        """The meanings of which a key has been pressed."""
        return frozenset(self._lit)

    def open(self) -> None:
        """Begin with a dark table."""
        self._lit.clear()
        self._last = BEGINNING
        self._heard = self._jack = self._told = None
        super().open()
        self.look()
        self._looking.start()

    def dismiss(self) -> None:
        self._looking.stop()
        self._letting_go.stop()
        self._jobs.cancel_all()
        if self._cells is not None:
            self._cells.forget()
        super().dismiss()

    @Slot()
    def look(self) -> None:
        """Find out again whether headphones are in."""
        if not self.isHidden():
            self._jobs.ask_once(_JACK, self._sound.plugged_in)

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key == "staff":
            self.close_overlay()
        else:
            side: Side = "left" if key == "left" else "right"
            self._jobs.ask(_SOUND, _playing(self._sound, side, self._told))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.key == _JACK:
            is_in = answer.value if self._told is None else self._told
            self._jack = JACKS[is_in]
        elif answer.error is not None:
            self._heard = unplayed(str(answer.error))
        else:
            self._heard = answer.value
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        # Accepted, so that no shortcut comes of it either.
        event.accept()
        is_held = event.isAutoRepeat()
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            is_held |= self._letting_go.isActive()
            self._letting_go.stop()
        if event.type() == QEvent.Type.KeyPress and not is_held:
            self._press(event)
        elif event.type() == QEvent.Type.KeyRelease and not is_held:
            self._release(event)
        return True

    def _press(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if event.key() == Qt.Key.Key_Escape:
            self._escape_down = self._clock()
        else:
            self._escaped = -TWICE_SECONDS
        if event.modifiers() & _COMBINING and event.key() not in _MODIFIERS:
            written = QKeySequence(event.keyCombination()).toString()
            self._last = FootLine("keypad_unusable", written if written.isascii() else name)
        elif name in self._meanings:
            meaning = self._meanings[name]
            self._lit.add(meaning)
            self._last = FootLine("keypad_known", name, meaning)
            if meaning in _TOLD:
                self._told = _TOLD[meaning]
                self._jack = JACKS[self._told]
        elif name in KEY_NAMES:
            self._last = FootLine("keypad_unknown", name)
        else:
            self._last = FootLine("keypad_unusable", name or f"#{event.nativeScanCode()}")
        # On a 4K screen all of it would take as long as a frame.
        self.update(self._foot_at.toAlignedRect())
        if self._cells is not None and name in self._meanings:
            self.update(self._cells.area_of(self._meanings[name]))

    def _release(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._letting_go.start()

    @Slot()
    def _let_go(self) -> None:
        """Lead back when Escape is let go: while it is down, more of it would come to the desk."""
        now = self._clock()
        is_second = now - self._escaped <= TWICE_SECONDS
        self._escaped = now
        if is_second or now - self._escape_down >= HELD_SECONDS:
            self._escaped = -TWICE_SECONDS
            self.close_overlay()

    def arrange(self, style: InterfaceStyle) -> None:
        look = style.look
        inner = self._inner(look)
        upright = self.height() > self.width()
        top = self._place_buttons(style, inner) - look.px(_GAP_U)
        self._foot = KeypadFoot(style, inner.width(), upright=upright)
        height = self._foot.height
        self._foot_at = QRectF(inner.x(), top - height, inner.width(), height)
        body = QRectF(inner)
        body.setTop(inner.top() + look.px(_HEAD_U))
        body.setBottom(self._foot_at.top() - look.px(_GAP_U))
        self._cells = KeypadCells(style, self._keys, body, upright=upright)

    def _inner(self, look: Look) -> QRectF:
        margin = look.px(_MARGIN_U)
        return QRectF(self.rect()).adjusted(margin, margin * 0.75, -margin, -margin * 0.75)

    def _place_buttons(self, style: InterfaceStyle, inner: QRectF) -> float:
        """Put the buttons in rows at the bottom; returns where the uppermost row begins."""
        look = style.look
        rows: list[list[tuple[Button, float]]] = [[]]
        x = 0.0
        for key, button in self._buttons.items():
            words = key if key == "staff" else f"keypad_{key}"
            button.show_words(look, style.say(words), language=style.language)
            if rows[-1] and x + button.drawn_width > inner.width():
                rows.append([])
                x = 0.0
            rows[-1].append((button, x))
            x += button.drawn_width + look.px(_GAP_U)
        pitch = max(look.px(CONTROL_U), look.target) + look.px(_GAP_U)
        top = inner.bottom() - len(rows) * pitch + look.px(_GAP_U)
        for number, row in enumerate(rows):
            for button, at in row:
                button.place_drawn(inner.x() + at, top + number * pitch)
        return top

    def paint(self, painter: QPainter, style: InterfaceStyle) -> None:
        look, theme = style.look, style.look.theme
        painter.fillRect(self.rect(), theme.ground)
        inner = self._inner(look)
        title = set_text(look, style.say("staff_keypad_test"), language=style.language, role="lead")
        title.draw(painter, inner.x(), inner.y(), theme.text)
        closes = style.say("closes_in", seconds=str(max(1, round(self.seconds_left))))
        note = set_text(look, closes, language=style.language, role="control")
        middle = inner.y() + title.size.height() / 2
        note.draw(painter, inner.right() - note.ink, middle - note.size.height() / 2, theme.text2)
        ring = QPointF(inner.right() - note.ink - look.px(2 * _RING_U), middle)
        self.draw_time_left(painter, ring, look.px(_RING_U))
        if self._cells is not None and self._foot is not None:
            self._cells.draw(painter, self.lit)
            self._foot.draw(painter, self._foot_at, self._last, self._jack, self._heard)


def _playing(sound: SoundOutput, side: Side, told: bool | None) -> Callable[[], FootLine]:
    """The work that plays at one side and gives what is to be said of it."""

    def work() -> FootLine:
        try:
            play_side(sound, tone(_TONES[side]), side, headphones=told)
        except NotPlayed as refusal:
            return unplayed(str(refusal))
        return PLAYED[side]

    return work
