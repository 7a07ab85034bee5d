"""The question whether somebody is still there: calm, counted down, and over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.look.look import Look, read_look
from kiosk.look.typesetting import Setting
from kiosk.screen.attract.still_here import StillHere
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).sized(QSizeF(1920, 1080))


@pytest.fixture
def question(look: Look) -> Iterator[StillHere]:
    stage = QWidget()
    stage.resize(1920, 1080)
    stage.show()
    question = StillHere(stage)
    question.setGeometry(stage.rect())
    question.ask("Still here?", "Touch anywhere to stay.", look, "en")
    yield question
    stage.close()
    stage.deleteLater()
    QApplication.sendPostedEvents()


def said(question: StillHere, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []

    def draw(setting: Setting, *arguments: object) -> None:
        words.append(setting._layout.text())

    with monkeypatch.context() as patched:
        patched.setattr(Setting, "draw", draw)
        question.grab()
    return words


def ring(question: StillHere, look: Look) -> int:
    """How many pixels of the ring are lit."""
    picture = question.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pearl = look.theme.pearl
    return sum(
        _alike(picture.pixelColor(x, y), pearl) for y in range(560, 1080) for x in range(1150, 1400)
    )


def _alike(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) < 3
        and abs(one.green() - other.green()) < 3
        and abs(one.blue() - other.blue()) < 3
    )


def test_it_covers_everything_and_says_what_to_do(
    question: StillHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    question.count(20)
    assert question.isVisible()
    assert question.geometry().getRect() == (0, 0, 1920, 1080)
    assert said(question, monkeypatch) == ["Still here?", "Touch anywhere to stay.", "20"]


@pytest.mark.parametrize(
    ("seconds", "number"), [(20.0, "20"), (19.4, "19"), (1.0, "1"), (0.2, "0"), (-3.0, "0")]
)
def test_it_counts_the_seconds_that_are_left(
    question: StillHere, monkeypatch: pytest.MonkeyPatch, seconds: float, number: str
) -> None:
    question.count(20)
    question.count(seconds)
    assert said(question, monkeypatch)[-1] == number


def test_the_ring_shrinks_in_step_with_the_seconds(question: StillHere, look: Look) -> None:
    lit = []
    for seconds in (20.0, 15.0, 10.0, 5.0):
        question.count(seconds)
        lit.append(ring(question, look))
    assert lit == sorted(lit, reverse=True)
    assert lit[2] / lit[0] == pytest.approx(0.5, abs=0.05)
    assert lit[3] / lit[0] == pytest.approx(0.25, abs=0.05)


def test_asked_again_it_starts_with_a_full_ring(question: StillHere, look: Look) -> None:
    question.count(20)
    whole = ring(question, look)
    question.count(3)
    question.ask("Still here?", "Touch anywhere to stay.", look, "en")
    question.count(45)
    assert ring(question, look) == whole


def test_it_is_heard_as_well_plain(question: StillHere) -> None:
    assert question.accessibleName() == "Still here?"
    assert question.accessibleDescription() == "Touch anywhere to stay."


def test_it_keeps_no_time_of_its_own(question: StillHere) -> None:
    question.count(20)
    assert question.findChildren(QTimer) == []
