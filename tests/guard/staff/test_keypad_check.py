"""The test of keypad and sound: real keys light their cells, and no key does anything else."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSizeF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from kiosk.guard.occupancy import Occupancy
from kiosk.guard.staff.keypad_check import HELD_SECONDS, TWICE_SECONDS, KeypadCheck
from kiosk.guard.staff.lockdown import Lockdown
from kiosk.languages.language import LANGUAGES
from kiosk.look.interface_style import InterfaceStyle
from kiosk.look.look import read_look
from kiosk.screen.control.button import Button
from kiosk.settings.keypad_keys import KEYPAD, usual_keypad
from kiosk.shipped import shipped
from kiosk.speech.output import SoundOutput
from kiosk.theme_names import TEXT_SIZES, THEMES
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.clock import Clock
from tests.guard.staff.locked_exhibit import Board
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {**usual_keypad(), "headphones_in": ("F9",), "headphones_out": ("F10",)}


class StyledBoard(Board):
    """The bare window in any language, theme and size of text."""

    def __init__(self) -> None:
        super().__init__(960, 540)
        self.language = "en"

    def interface_style(self) -> InterfaceStyle:
        look = self._look.sized(QSizeF(self.size()), (941.0, 529.0))
        return InterfaceStyle(look, self._words, self.language)

    def change(self, language: str, theme: str, text_size: int) -> None:
        self.language = language
        self._look = read_look(shipped("assets"), theme).text_sized(text_size)


class Hall:
    """A locked window with the test open, and headphones that a test puts in."""

    def __init__(self) -> None:
        self.board, self.clock = StyledBoard(), Clock()
        self.board.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.board.show()
        names = [name for names in KEYS.values() for name in names]
        self.lockdown = Lockdown(self.board, Occupancy(self.board), keypad=names, parent=self.board)
        self.lockdown.begin()
        self.is_in: bool | None = None
        self.sound = SoundOutput("headphones", "", {"PATH": ""}, plugged_in=self.plugged_in)
        self.check = self.begin(self.sound)

    def begin(self, sound: SoundOutput) -> KeypadCheck:
        self.check = KeypadCheck(
            self.board, self.board.interface_style, KEYS, sound, clock=self.clock
        )
        self.closed = QSignalSpy(self.check.closed)
        self.check.open()
        return self.check

    def plugged_in(self) -> bool | None:
        return self.is_in

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.board.handle, key, modifier)

    def escape(self) -> None:
        """Press Escape, and let it go for long enough."""
        self.press(K.Key_Escape)
        wait_until(lambda: not self.check._letting_go.isActive())

    def send(self, key: int, scan_code: int = 0) -> None:
        """Press a key that QTest has no letter for."""
        event = QKeyEvent(QEvent.Type.KeyPress, int(key), NONE, scan_code, 0, 0)
        QCoreApplication.sendEvent(self.board.handle, event)

    def says(self) -> list[str]:
        """What is written on the test, as one reads it."""
        return [each.words for each in drawn_texts(self.board, [self.check])]

    def button(self, key: str) -> Button:
        return next(each for each in self.check.findChildren(Button) if each.key == key)


@pytest.fixture
def hall(qtbot: QtBot) -> Iterator[Hall]:
    hall = Hall()
    qtbot.addWidget(hall.board)
    yield hall
    hall.check.dismiss()
    hall.lockdown.end()


def test_every_meaning_has_a_cell_with_its_words_and_keys(hall: Hall) -> None:
    written = hall.says()

    assert hall.check._cells is not None
    assert [each.meaning for each in hall.check._cells.cells] == list(KEYPAD)
    assert "Return, Enter, Space, 5, F20" in written
    assert {"First switch: move on", "Second switch: do it", "Where am I"} <= set(written)


@pytest.mark.parametrize("meaning", KEYPAD)
def test_each_key_lights_its_cell_which_stays_lit(hall: Hall, meaning: str) -> None:
    for name in KEYS[meaning]:
        hall.check.open()
        assert hall.check.lit == frozenset()

        hall.press(getattr(K, f"Key_{name}"), K.Key_F5)

        assert hall.check.lit == {meaning}
    assert not hall.check.isHidden()


def test_what_is_lit_is_seen_by_colour_and_by_a_sign(hall: Hall) -> None:
    assert hall.check._cells is not None
    hall.check.repaint()
    cell = next(each for each in hall.check._cells.cells if each.meaning == "home")
    ratio = hall.board.devicePixelRatioF()

    before = hall.board.grab(cell.box.toRect()).toImage()
    hall.press(K.Key_Home)
    after = hall.board.grab(cell.box.toRect()).toImage()

    theme = hall.board.interface_style().look.theme
    corner = round(8 * ratio)
    assert before.pixelColor(corner, after.height() // 2) == theme.panel
    assert after.pixelColor(corner, after.height() // 2) == theme.pearl
    right = [
        after.pixelColor(x, after.height() // 2)
        for x in range(after.width() - 25, after.width() - 5)
    ]
    assert any(abs(each.lightnessF() - theme.pearl.lightnessF()) > 0.3 for each in right)


def test_the_last_key_is_named_with_its_meaning_or_how_to_give_it_one(hall: Hall) -> None:
    hall.press(K.Key_L)
    assert "L: Language" in hall.says()

    hall.press(K.Key_F5)
    assert "No meaning yet. In the settings file: keypad.do: F5" in hall.says()

    hall.send(K.Key_Calculator)
    assert "Calculator: can’t be a key of the keypad" in hall.says()

    hall.press(K.Key_F4, modifier=ALT)
    assert "Alt+F4: can’t be a key of the keypad" in hall.says()

    hall.press(K.Key_Control, modifier=CONTROL)
    assert "Control: can’t be a key of the keypad" in hall.says()


def test_a_key_that_has_no_name_at_all_is_told_by_its_place(hall: Hall) -> None:
    hall.send(0, scan_code=248)

    assert "#248: can’t be a key of the keypad" in hall.says()


def test_the_keys_of_the_test_do_nothing_else(hall: Hall) -> None:
    """Tab and Space too: what has the focus is not pressed, and no key gets out."""
    hall.button("staff").setFocus()

    hall.press(K.Key_Tab, K.Key_Space, K.Key_Return, K.Key_Menu)
    hall.press(K.Key_F4, modifier=ALT)
    hall.press(K.Key_Q, K.Key_W, modifier=CONTROL)

    assert not hall.check.isHidden()
    assert hall.board.isVisible()
    assert hall.board.focusWidget() is hall.button("staff")


def test_one_escape_is_a_key_and_two_lead_back(hall: Hall) -> None:
    hall.escape()
    assert hall.check.lit == {"back"}
    hall.clock.now += TWICE_SECONDS + 0.1
    hall.escape()
    hall.press(K.Key_Down)
    hall.escape()
    assert not hall.check.isHidden()

    hall.escape()

    assert hall.check.isHidden()
    assert hall.closed.count() == 1


def test_a_held_escape_leads_back_when_it_is_let_go(hall: Hall) -> None:
    """Before that it would go on to the desk, and close that as well.

    X tells a key that is held as pressed, let go and pressed again at once.
    """
    for _ in range(5):
        QTest.keyPress(hall.board.handle, K.Key_Escape)
        hall.clock.now += HELD_SECONDS / 4
        QTest.keyRelease(hall.board.handle, K.Key_Escape)
    QTest.keyPress(hall.board.handle, K.Key_Escape)
    QTest.qWait(100)
    assert not hall.check.isHidden()

    QTest.keyRelease(hall.board.handle, K.Key_Escape)

    wait_until(hall.check.isHidden)
    assert hall.closed.count() == 1


def test_it_ends_by_its_button_and_untouched_for_a_minute(hall: Hall) -> None:
    QTest.mouseClick(
        hall.board.handle, Qt.MouseButton.LeftButton, NONE, hall.button("staff").geometry().center()
    )
    assert hall.closed.count() == 1

    hall.check.open()
    hall.clock.now += 59
    hall.press(K.Key_Down)
    hall.clock.now += 59
    hall.check.tick()
    assert not hall.check.isHidden()
    hall.clock.now += 1
    hall.check.tick()
    assert hall.closed.count() == 2


def test_it_says_whether_headphones_are_in_and_goes_on_saying_it(hall: Hall) -> None:
    told = {
        None: "Headphones: no socket tells whether they are in",
        True: "Headphones are in",
        False: "Headphones are out",
    }
    for is_in, words in told.items():
        hall.is_in = is_in
        hall.check.look()
        wait_until(lambda words=words: words in hall.says())  # type: ignore[misc]


def test_a_keypad_that_tells_of_headphones_by_a_key_is_believed(hall: Hall) -> None:
    hall.press(K.Key_F9)
    assert "Headphones are in" in hall.says()
    hall.press(K.Key_F10)
    hall.check.look()
    hall.check._jobs.finish()
    QApplication.processEvents()
    assert "Headphones are out" in hall.says()


@pytest.mark.parametrize(
    ("wanted", "is_in", "program", "words"),
    [
        ("off", True, True, "Nothing was played: sound.output is off"),
        (
            "headphones",
            True,
            False,
            "Nothing was played: there is no program that plays: install alsa-utils",
        ),
        ("headphones", False, True, "Nothing was played: no headphones are in"),
        (
            "headphones",
            None,
            True,
            "Nothing was played: no socket tells of headphones."
            " Name theirs in the settings as sound.device",
        ),
        ("headphones", True, True, "Played at the left"),
    ],
)
def test_a_side_is_played_or_it_is_said_why_not(
    hall: Hall, tmp_path: Path, wanted: str, is_in: bool | None, program: bool, words: str
) -> None:
    if program:
        player = tmp_path / "aplay"
        player.write_text("#!/bin/sh\nexec /bin/cat > /dev/null\n")
        player.chmod(0o755)
    hall.check.dismiss()
    hall.is_in = is_in
    hall.begin(replace(hall.sound, wanted=wanted, environment={"PATH": str(tmp_path)}))

    hall.button("left").click()

    wait_until(lambda: any(_plain(each) == words for each in hall.says()))


def test_each_button_plays_at_its_own_side(hall: Hall, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    player = tmp_path / "aplay"
    player.write_text(f"#!/bin/sh\nexec /bin/cat > {taken}\n")
    player.chmod(0o755)
    hall.check.dismiss()
    hall.is_in = True
    hall.begin(replace(hall.sound, environment={"PATH": str(tmp_path)}))

    heard = {}
    for side in ("left", "right"):
        hall.button(side).click()
        wait_until(lambda side=side: f"Played at the {side}" in hall.says())  # type: ignore[misc]
        samples = taken.read_bytes()
        heard[side] = [any(samples[at::4]) for at in (0, 2)]

    assert heard == {"left": [True, False], "right": [False, True]}


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160), (800, 800)])
@pytest.mark.parametrize("text_size", [0, TEXT_SIZES - 1])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_nor_covers_anything_else(
    hall: Hall, size: tuple[int, int], text_size: int, language: str
) -> None:
    hall.board.change(language, "dark", text_size)
    hall.board.resize(*size)
    hall.check.open()
    hall.button("left").click()
    hall.check._jobs.finish()
    QApplication.processEvents()
    hall.press(K.Key_F35)
    buttons = hall.check.findChildren(Button)

    texts = drawn_texts(hall.board, [hall.check, *buttons])

    assert len(texts) == 2 * len(KEYPAD) + 5 + len(buttons)
    for text in texts:
        assert hall.check.rect().contains(text.ink.toAlignedRect()), text.words
    for one, other in combinations(texts, 2):
        assert one.overlap(other).isEmpty(), (one.words, other.words)
    assert hall.check._cells is not None
    for cell in hall.check._cells.cells:
        inside = [each for each in texts if cell.box.intersects(each.ink)]
        assert all(cell.box.contains(each.ink) for each in inside)
        assert len(inside) == 2
    for button in buttons:
        assert hall.check.rect().contains(button.geometry())


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_is_read_in_every_theme(hall: Hall, theme: str) -> None:
    hall.board.change("en", theme, 0)
    hall.check.open()
    hall.press(K.Key_Home)
    look = hall.board.interface_style().look

    grounds = {"Map": look.theme.pearl, "Louder": look.theme.panel}
    for text in drawn_texts(hall.board, [hall.check]):
        ground = grounds.get(text.words)
        if ground is not None:
            assert _contrast(text.color.lightnessF(), ground.lightnessF()) > 0.4


def _contrast(one: float, other: float) -> float:
    return abs(one - other)


def _plain(words: str) -> str:
    return " ".join(words.replace("\u2028", " ").split())
