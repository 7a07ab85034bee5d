"""The frame of a large picture: its caption and credit stand below it, whatever the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from kiosk.languages.words import read_words
from kiosk.look.interface_style import InterfaceStyle
from kiosk.screen.picture.picture_frame import Caption, FrameRoom, PictureFrame
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

CAPTION = Caption(
    "A worker pulls a glowing strip of steel out of the furnace in the laboratory in Hong Kong",
    "Photograph: Example Archive, CC BY 4.0",
    "A glowing strip",
)
ROW = QRectF(40, 960, 1840, 72)


def framed(parent: QWidget, look: Look, caption: Caption, free: QRectF) -> PictureFrame:
    frame = PictureFrame(parent)
    frame.resize(1920, 1080)
    style = InterfaceStyle(look, read_words(shipped("assets") / "words"), "en")
    frame.show_caption(caption, style, FrameRoom(ROW, free))
    return frame


@pytest.mark.parametrize("left", [700.0, 1300.0, 1700.0])
def test_caption_and_credit_are_below_the_picture_and_off_the_controls(
    parent: QWidget, still_look: Look, left: float
) -> None:
    free = QRectF(left, 960, 1840 - left, 72)
    frame = framed(parent, still_look, CAPTION, free)
    assert len(frame._lines) == 2
    picture = QRectF(frame.view.geometry())
    for setting, at, _ in frame._lines:
        text = QRectF(at.x(), at.y(), setting.ink, setting.size.height())
        assert not text.intersects(picture)
        assert free.left() <= text.left() or text.bottom() <= ROW.top()
        assert text.right() <= ROW.right()
        assert text.bottom() <= 1080
    assert frame.accessibleName() == "A glowing strip"
    assert "CC BY 4.0" in frame.accessibleDescription()


def test_a_picture_without_credit_has_one_line(parent: QWidget, still_look: Look) -> None:
    caption = Caption("Steel", "", "A strip")
    frame = framed(parent, still_look, caption, QRectF(700, 960, 1100, 72))
    assert len(frame._lines) == 1
    assert frame.accessibleDescription() == "Steel"
