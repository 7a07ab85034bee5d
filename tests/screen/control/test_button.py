"""A button is as large as a finger, says its key once, and looks pressed while it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from kiosk.look.contrast import contrast
from kiosk.screen.control.button import Button, Ground
from tests.journeys.visitor import wait_for

if TYPE_CHECKING:
    from kiosk.look.look import Look

SCREENS = [
    ((1920, 1080), None),
    ((1920, 1080), (531.0, 299.0)),
    ((1920, 1080), (941.0, 529.0)),
    ((1080, 1920), (299.0, 531.0)),
    ((3840, 2160), (941.0, 529.0)),
    ((1366, 768), (344.0, 194.0)),
    ((1280, 800), (217.0, 136.0)),
]


@pytest.fixture
def button(parent: QWidget, still_look: Look) -> Button:
    button = Button(parent, key="on", icon="arrow-right")
    button.show_words(still_look, "Next", language="en")
    button.place_drawn(100, 100)
    button.show()
    return button


@pytest.mark.parametrize(("window", "screen_mm"), SCREENS)
@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("words", ["", "I", "Next"])
def test_a_button_is_at_least_a_target_large(
    parent: QWidget,
    still_look: Look,
    window: tuple[int, int],
    screen_mm: tuple[float, float] | None,
    ground: Ground,
    words: str,
) -> None:
    look = still_look.sized(QSizeF(*window), screen_mm)
    button = Button(parent, ground=ground, icon="" if words else "x")
    button.show_words(look, words, language="en", name="Next")
    # A bar gives its segments their width; alone, one is as wide as its words.
    if ground is not Ground.SEGMENT:
        assert button.width() >= look.target - 0.5
    assert button.height() >= look.target - 0.5


def test_a_button_is_as_wide_as_its_words_need(button: Button, still_look: Look) -> None:
    before = button.drawn_width
    button.show_words(still_look, "Next page", language="en")

    assert button.drawn_width > before


def test_a_button_takes_the_width_that_it_is_given(button: Button, still_look: Look) -> None:
    button.set_width(333)
    button.show_words(still_look, "Next", language="en")

    assert button.drawn_width == pytest.approx(333, abs=0.5)


def test_a_touch_says_the_key_once(button: Button) -> None:
    chosen = QSignalSpy(button.chosen)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert [chosen.at(turn) for turn in range(chosen.count())] == [["on"]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses_it_too(button: Button, key: Qt.Key) -> None:
    chosen = QSignalSpy(button.chosen)
    QTest.keyClick(button, key)

    assert chosen.count() == 1


def test_a_finger_that_leaves_the_button_does_not_press_it(button: Button) -> None:
    chosen = QSignalSpy(button.chosen)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, QPoint(600, 600))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(600, 600))

    assert chosen.count() == 0


def test_a_disabled_button_says_nothing_and_looks_weaker(button: Button) -> None:
    enabled = button.grab().toImage()
    button.setEnabled(False)
    chosen = QSignalSpy(button.chosen)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert chosen.count() == 0
    assert button.grab().toImage() != enabled


def test_a_pressed_button_looks_pressed(button: Button, still_look: Look) -> None:
    at = QPoint(round(button.margin) + 30, button.height() // 2)
    assert button.grab().toImage().pixelColor(at) == still_look.theme.control

    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.grab().toImage().pixelColor(at) == still_look.theme.pressed
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert button.grab().toImage().pixelColor(at) == still_look.theme.control


@pytest.mark.parametrize(("ground", "color"), [(Ground.PILL, "control"), (Ground.ACTION, "accent")])
def test_what_it_stands_on_has_its_colour(
    parent: QWidget, still_look: Look, ground: Ground, color: str
) -> None:
    button = Button(parent, ground=ground)
    button.show_words(still_look, "Next", language="en")
    at = QPoint(round(button.margin) + 14, button.height() // 2)

    assert button.grab().toImage().pixelColor(at) == getattr(still_look.theme, color)


def test_assistive_technology_hears_a_name_and_can_press(parent: QWidget, still_look: Look) -> None:
    button = Button(parent, key="back", icon="arrow-left")
    button.show_words(still_look, "", language="en", name="Previous page")
    button.show()
    heard = QAccessible.queryAccessibleInterface(button)

    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == "Previous page"
    assert heard.role() == QAccessible.Role.Button
    action = heard.actionInterface()
    action.doAction(action.pressAction())
    wait_for(button.chosen)


def test_no_button_opens_a_menu(button: Button) -> None:
    assert button.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu
    chosen = QSignalSpy(button.chosen)
    QTest.mouseClick(button, Qt.MouseButton.RightButton)
    QTest.keyClick(button, Qt.Key.Key_Menu)

    assert chosen.count() == 0


@pytest.mark.parametrize("is_enabled", [True, False])
def test_no_coast_shines_through_a_button(
    button: Button, still_look: Look, is_enabled: bool
) -> None:
    button.setEnabled(is_enabled)
    image = QImage(button.size(), QImage.Format.Format_RGB32)
    image.fill(still_look.theme.coast)
    button.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    # Beside the words, within the pill.
    inside = image.pixelColor(round(button.side_margin) + 12, button.height() // 2)
    assert contrast(inside, still_look.theme.control) < 1.1
