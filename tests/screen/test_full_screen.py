from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screen.full_screen import fill_screen
from tests.project import PROJECT
from tests.two_screens import run_on_two_screens

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_new_window_fills_the_screen(window: QWidget) -> None:
    screen = QGuiApplication.primaryScreen()

    fill_screen(window, screen)

    assert window.isVisible()
    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()


def test_a_window_that_has_shrunk_fills_it_again(window: QWidget) -> None:
    screen = QGuiApplication.primaryScreen()
    fill_screen(window, screen)
    window.showNormal()
    window.resize(200, 100)

    fill_screen(window, screen)

    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()


def test_a_window_that_is_minimized_comes_back(window: QWidget) -> None:
    screen = QGuiApplication.primaryScreen()
    fill_screen(window, screen)
    window.showMinimized()

    fill_screen(window, screen)

    assert window.isFullScreen()
    assert not window.isMinimized()


def test_a_window_that_fills_the_screen_takes_no_keys_from_another(
    window: QWidget, qtbot: QtBot
) -> None:
    fill_screen(window, QGuiApplication.primaryScreen())
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)

    fill_screen(window, QGuiApplication.primaryScreen())
    QApplication.processEvents()

    assert other.isActiveWindow()


def test_a_window_moves_to_another_screen_and_back(tmp_path: Path) -> None:
    seen = run_on_two_screens(tmp_path, "tests.screen.filling_two_screens")

    assert seen == [["wall", True], ["desk", True], ["wall", True]]


def test_nothing_else_in_the_program_goes_fullscreen() -> None:
    files = (PROJECT / "kiosk").rglob("*.py")
    found = [file.name for file in files if "showFullScreen" in file.read_text(encoding="utf-8")]

    assert found == ["full_screen.py"]
