"""The thread begins at the marker's rim, ends at the panel's sign, and lets fingers through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QImage

from kiosk.screen.leader_line import LeaderLine
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

MARKER, SIGN = QPointF(300, 500), QPointF(900, 80)


def drawn(thread: LeaderLine) -> list[QPoint]:
    """Where the line is, in the parent's pixels: wherever it changed the ground."""
    parent = thread.parentWidget()
    assert parent is not None
    image = parent.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.width())
    pixels = numpy.frombuffer(image.constBits(), numpy.uint32).reshape(shape)
    return [QPoint(int(x), int(y)) for y, x in numpy.argwhere(pixels != pixels[0, 0])]


@pytest.mark.parametrize(
    ("marker", "sign"),
    [
        (MARKER, SIGN),
        pytest.param(
            QPointF(300, 80),
            QPointF(900, 80),
        ),
        (QPointF(300, 60), QPointF(900, 400)),
        pytest.param(
            QPointF(850, 700),
            SIGN,
        ),
    ],
    ids=["from below", "level", "from above", "steep"],
)
def test_the_line_runs_from_the_markers_rim_to_the_sign(
    parent: QWidget, still_look: Look, marker: QPointF, sign: QPointF
) -> None:
    thread = LeaderLine(parent)
    thread.join(marker, sign, still_look, portrait=False)
    thread.draw(0)
    points = drawn(thread)

    assert points
    to_marker = min(_distance(point, marker) for point in points)
    to_sign = min(_distance(point, sign) for point in points)
    assert 15 <= to_marker <= 45
    assert 8 <= to_sign <= 30


def test_upright_the_line_leads_down_to_the_panel(parent: QWidget, still_look: Look) -> None:
    thread = LeaderLine(parent)
    thread.join(QPointF(600, 200), QPointF(80, 700), still_look, portrait=True)
    thread.draw(0)
    points = drawn(thread)

    assert min(_distance(point, QPointF(600, 200)) for point in points) <= 45
    assert min(_distance(point, QPointF(80, 700)) for point in points) <= 30


def test_the_widget_covers_its_line_and_fingers_go_through(
    parent: QWidget, still_look: Look
) -> None:
    thread = LeaderLine(parent)
    thread.join(MARKER, SIGN, still_look, portrait=False)
    thread.draw(0)

    assert thread.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert thread.geometry().contains(SIGN.toPoint() - QPoint(20, 0))
    assert parent.childAt(SIGN.toPoint() - QPoint(40, 0)) is None


def test_it_is_drawn_bit_by_bit_and_ends_whole(parent: QWidget, moving_look: Look) -> None:
    thread = LeaderLine(parent)
    thread.join(MARKER, SIGN, moving_look, portrait=False)
    thread.draw(0)
    assert drawn(thread) == []

    motion = thread.findChild(QVariantAnimation)
    assert motion is not None
    wait_until(lambda: motion.state() == QVariantAnimation.State.Stopped)
    whole = drawn(thread)
    assert min(_distance(point, SIGN) for point in whole) <= 30


def test_finishing_draws_it_whole_at_once(parent: QWidget, moving_look: Look) -> None:
    thread = LeaderLine(parent)
    thread.join(MARKER, SIGN, moving_look, portrait=False)
    thread.draw(5000)
    thread.finish()

    assert min(_distance(point, SIGN) for point in drawn(thread)) <= 30


def test_letting_go_hides_it_and_stops_it(parent: QWidget, moving_look: Look) -> None:
    thread = LeaderLine(parent)
    thread.join(MARKER, SIGN, moving_look, portrait=False)
    thread.draw(0)
    thread.let_go()

    motion = thread.findChild(QVariantAnimation)
    assert motion is not None
    assert motion.state() == QVariantAnimation.State.Stopped
    assert not thread.isVisible()


def _distance(point: QPoint, to: QPointF) -> float:
    away = point.toPointF() - to
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)
