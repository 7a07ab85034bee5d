"""Somebody who has never seen a file of ours makes a whole exhibit, by clicks and keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.__main__ import main
from kiosk.exhibit.place import Place
from kiosk.screen.chart.chart import Chart
from kiosk.settings.settings import Settings
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.starting.session import Session
from tests.journeys.visitor import wait_until
from tests.pixels import pixels_of
from tests.workshop.editing.hands_in_process import HandsInProcess
from tests.workshop.editing.whole_exhibit import MAP, make_exhibit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.screen.stage import Stage
    from kiosk.workshop.preview.preview import Preview

SEA = QColor("#3a6ea5")
"""What the whole photograph shows."""
PACE_SECONDS = 2
LONGEST_MINUTES = 30


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[Session]:
    # Exhibits that other tests of this process still have open would be found by their names.
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for window in others:
        window.hide()
    session = Session(Settings(content=tmp_path / "none", state=tmp_path / "state"))
    session.ask()
    session.page.resize(1760, 990)
    yield session
    session.stop()
    if session.preview is not None:
        session.preview.put_away()
    session.page.deleteLater()
    for window in others:
        window.show()


@pytest.fixture
def hands() -> Iterator[HandsInProcess]:
    hands = HandsInProcess()
    yield hands
    hands.let_go()


def test_a_whole_exhibit_is_made_by_clicks_and_keys(
    session: Session, hands: HandsInProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing, photograph = tmp_path / "islands.svg", tmp_path / "harbour.jpg"
    drawing.write_text(MAP, encoding="utf-8")
    taken = QImage(3600, 2400, QImage.Format.Format_RGB32)
    taken.fill(SEA)
    taken.save(str(photograph), quality=95)

    make_exhibit(hands, drawing, photograph)

    assert hands.steps * PACE_SECONDS < LONGEST_MINUTES * 60
    preview = session.preview
    assert preview is not None
    wait_until(lambda: preview.editing.is_saved)
    assert main(["check", str(tmp_path / "islands"), "--fast"]) == 0
    assert "content is ok: 3 zones, 4 panels\n" in capsys.readouterr().out
    wait_until(lambda: not preview.window.report.quoted)
    _look_at(preview)


def _look_at(preview: Preview) -> None:
    """See in the preview what visitors see: in both languages the chart, the story, its picture."""
    app, stage = preview.app, preview.app.stage
    app.navigation.go_near(Place("east-island", "bar"))
    wait_until(lambda: _has(stage, "More boats each decade", "2020", "1,195"))
    app.journey.speak("pt")
    wait_until(lambda: _has(stage, "Mais barcos em cada década", "2020"))
    app.navigation.go_near(Place("east-island", "on-the-map"))
    wait_until(lambda: not stage.is_on_its_way)
    wait_until(lambda: _is_sea_seen(stage))


def _has(stage: Stage, *words: str) -> bool:
    for each in stage.findChildren(QWidget):
        # A chart keeps its picture, and draws letters only while that is made.
        if isinstance(each, Chart):
            each._forget_pictures()
    return not stage.is_on_its_way and {each.words for each in drawn_texts(stage)} >= {*words}


def _is_sea_seen(stage: QWidget) -> bool:
    pixels = pixels_of(stage.grab().toImage().scaled(240, 135))
    red, green, blue = ((pixels >> shift & 255).astype(int) for shift in (16, 8, 0))
    off = abs(red - SEA.red()) + abs(green - SEA.green()) + abs(blue - SEA.blue())
    return int((off < 12).sum()) > 1000
