"""A story's picture on paper: in the inks of the light theme, as it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.look import read_look
from kiosk.presenting.handout.blocks import picture_block
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("qapp")
def test_a_drawing_is_printed_for_paper_and_rests(tmp_path: Path) -> None:
    look = read_look(shipped("assets"), "light").sized(QSizeF(1080, 1527))
    drawing = tmp_path / "drawing.svg"
    drawing.write_text(
        '<svg data-inks="exhibit" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 58">'
        '<rect width="100" height="58" fill="#07161B"/>'
        '<g data-move="slide -60 0"><rect x="60" width="40" height="58" fill="#FF8E63"/></g></svg>',
        encoding="utf-8",
    )
    block = picture_block(look, drawing, 100, "A coil")
    assert block is not None
    paper = QImage(100, 58, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    block.draw(painter, 0, 0)
    painter.end()

    assert paper.pixelColor(80, 29) == QColor("#C94A20")
    assert paper.pixelColor(20, 29) == QColor("#F7F2E8")
