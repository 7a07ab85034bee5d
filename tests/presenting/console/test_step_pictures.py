"""The pictures of steps on the console hold up neither the talk nor its end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk.look.pictures import draw_picture
from kiosk.presenting.console.step_pictures import StepPictures
from tests.journeys.visitor import HANG_SECONDS, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from kiosk.app import App
    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus

COIL = 4
"""The step whose picture is a file."""


def test_the_end_of_a_talk_waits_for_no_picture(
    hall_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drawing may never end (decision 013)."""
    begun, gate, ended = threading.Event(), threading.Event(), threading.Event()

    def draw_when_allowed(
        file: Path, size: QSize, inks: Inks | None, focus: Focus | None
    ) -> QImage:
        begun.set()
        gate.wait(HANG_SECONDS)
        ended.set()
        return draw_picture(file, size, inks, focus)

    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", draw_when_allowed)
    host = hall_app.talk_host()
    assert host is not None
    tour = host.exhibit.tour("talk")
    assert tour is not None
    pictures = StepPictures(host, tour)
    pictures.want(COIL, "en")
    wait_until(begun.is_set)

    pictures.stop()
    is_waited_for = ended.is_set()
    gate.set()
    wait_until(ended.is_set)

    assert not is_waited_for
