"""A guard with a bare window, and a control over both that notes what it wants."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kiosk.guard.control.blackout_record import BlackoutRecord
from kiosk.guard.control.order_handler import OrderHandler
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.status.status_watch import StatusWatch
from kiosk.settings.opening_hours import ALWAYS_OPEN
from kiosk.settings.settings import Settings
from tests.clock import Clock
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.settings.opening_hours import OpeningHours

EXHIBIT = cast(
    "Exhibit",
    SimpleNamespace(languages=("en", "pt"), tours=(SimpleNamespace(id="first"),), folder=None),
)


class ControlStage:
    """`told` is what was wanted of the exhibit, `codes` the ends that were wanted."""

    def __init__(self, folder: Path, hours: OpeningHours = ALWAYS_OPEN) -> None:
        content = sound_content(folder / "content").folder
        self.settings = Settings(content, state=folder / "state", logs=folder / "logs")
        self.guard = ProcessGuard(self.settings, environment={})
        self.window = QWidget()
        self.window.resize(64, 36)
        self.clock = Clock()
        self.exhibit: Exhibit | None = EXHIBIT
        self.is_private = self.runs_tour = False
        self.told: list[Any] = []
        self._codes: list[int] = []
        self.now = datetime.datetime(2026, 11, 28, 20, 0)
        status = StatusWatch(self.settings, self.guard, _nothing, _none_late, self.guard)
        self.blackout = BlackoutRecord(
            self.settings.state, hours, self.guard, wall_clock=self._wall_clock
        )
        self.control = OrderHandler(
            self.guard,
            status,
            self.blackout,
            self.window,
            self._exhibit,
            self._is_private,
            self._runs_tour,
            self.guard,
            clock=self.clock,
        )
        self.control.home_wanted.connect(self._want_home)
        self.control.language_wanted.connect(self.told.append)
        self.control.tour_wanted.connect(self.told.append)
        self.control.mute_wanted.connect(self.told.append)
        self.guard.leaving.connect(self._codes.append)

    @property
    def codes(self) -> list[int]:
        QCoreApplication.processEvents()
        return self._codes

    def tell(self, line: str) -> Mapping[str, Any]:
        """What is answered at once; empty where nothing is."""
        answers: list[Mapping[str, Any]] = []
        self.control.answer(line, answers.append)
        return answers[0] if answers else {}

    def close(self) -> None:
        self.control.stop()
        self.blackout.stop()
        self.guard.end(3)
        self.window.deleteLater()

    def _want_home(self) -> None:
        self.told.append("home")

    def _wall_clock(self) -> datetime.datetime:
        return self.now

    def _exhibit(self) -> Exhibit | None:
        return self.exhibit

    def _runs_tour(self) -> bool:
        return self.runs_tour

    def _is_private(self) -> bool:
        return self.is_private


def _nothing() -> Path | None:
    return None


def _none_late() -> int:
    return 0
