"""A line that was found has room, and marks what was meant by more than a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.look import read_look
from kiosk.screen.board.found_entry import LinePiece
from kiosk.screen.board.marked_line import MarkedLine, marked_line
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from kiosk.look.look import Look

LONG = "In autumn 2014 a youth of this city came here to see whether there was room for a "
AFTER = " of five, and stayed for the eight years after that."
CHINESE = "從空中看，這個園區的形狀像一個夢字，裏面住着很多年輕的創業"


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    return read_look(shipped("assets")).sized(QSizeF(1920, 1080))


def line(look: Look, *pieces: LinePiece, width: float, from_start: bool = False) -> MarkedLine:
    return marked_line(
        pieces, look, "en", role="body", weight=400, width=width, from_start=from_start
    )


@pytest.mark.parametrize("width", [180.0, 300.0, 480.0, 700.0, 1200.0])
@pytest.mark.parametrize("before", [LONG, CHINESE, ""])
def test_what_was_meant_is_in_view_in_any_width(look: Look, before: str, width: float) -> None:
    set_line = line(
        look, LinePiece(before), LinePiece("team", is_meant=True), LinePiece(AFTER), width=width
    )

    assert set_line.setting.ink <= width
    assert set_line.setting.line_count == 1
    assert "team" in set_line.setting.text


def test_latin_words_are_left_out_whole(look: Look) -> None:
    pieces = LinePiece(LONG), LinePiece("team", is_meant=True), LinePiece(AFTER)
    shown = "".join(each.words for each in line(look, *pieces, width=480.0).pieces)

    assert shown.startswith("…")
    assert set(shown.strip("…").replace("…", " ").split()) <= set((LONG + "team" + AFTER).split())


def test_a_heading_is_read_from_its_beginning(look: Look) -> None:
    pieces = LinePiece(LONG), LinePiece("team", is_meant=True)
    shown = line(look, *pieces, width=300.0, from_start=True).setting

    assert shown.text.startswith("In")
    assert shown.ink <= 300


def test_a_rule_is_below_what_was_meant_and_nothing_else(look: Look) -> None:
    """It is seen in grey too, and where a screen has no colours."""
    set_line = line(look, LinePiece("Hong Kong "), LinePiece("team", is_meant=True), width=900.0)
    paper = QImage(900, 80, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    set_line.draw(painter, QPointF(0, 0), QColor("black"), QColor("red"), look)
    painter.end()

    red = QColor("red").rgb()
    columns = [x for x in range(900) if any(paper.pixel(x, y) == red for y in range(80))]
    before = line(look, LinePiece("Hong Kong "), width=900.0).setting.ink
    assert min(columns) >= before - 2
    assert max(columns) <= set_line.setting.ink + 2
    assert len(columns) > (set_line.setting.ink - before) * 0.8
