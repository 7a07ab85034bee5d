from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kiosk.screen.full_screen import fill_screen
from tests.project import PROJECT

if TYPE_CHECKING:
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


def test_nothing_else_in_the_program_goes_fullscreen() -> None:
    files = (PROJECT / "kiosk").rglob("*.py")
    found = [file.name for file in files if "showFullScreen" in file.read_text(encoding="utf-8")]

    assert found == ["full_screen.py"]
