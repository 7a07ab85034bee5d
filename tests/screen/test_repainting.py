"""Frames that come late are counted, and those that nobody could see are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.screen.repainting import LATE_MS, Repainting
from tests.clock import Clock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Moving:
    """A widget that is painted by hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.widget.show()
        self.clock = Clock()
        self.frames = Repainting(self.widget, self.clock)

    def frame(self, after_ms: float) -> int:
        """Ask for a frame, have it painted so much later, and count those that were late."""
        self.frames.paint_again()
        self.clock.now += after_ms / 1000
        self.frames.begin_frame()
        self.frames.end_frame()
        return self.frames.late


@pytest.fixture
def moving(qtbot: QtBot) -> Moving:
    return Moving(qtbot)


def test_a_frame_is_late_when_one_is_missing(moving: Moving) -> None:
    assert [moving.frame(ms) for ms in (5, 60, 16, LATE_MS + 20)] == [0, 1, 1, 2]


def test_what_was_asked_for_twice_is_late_once(moving: Moving) -> None:
    moving.frames.paint_again()
    moving.frames.paint_again()

    assert moving.frame(50) == 1
    assert moving.frame(1) == 1


def test_nothing_is_late_that_nobody_sees(moving: Moving) -> None:
    moving.widget.hide()

    assert moving.frame(5000) == 0
