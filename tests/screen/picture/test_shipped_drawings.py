"""The drawings that come with the exhibit: in inks, each moving once, none standing twice."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.look.moving_picture import with_layers
from kiosk.look.pictures import draw_picture, read_head
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look

INSETS = {"hetao-inset.svg"}
"""They lie beside the map, have a shape of their own, and stand still."""
DRAWINGS = sorted(
    file for file in (shipped("content") / "pictures").glob("*.svg") if file.name not in INSETS
)
SIZE = QSize(286, 270)


def test_no_picture_stands_on_two_pages(shipped_exhibit: Exhibit) -> None:
    pages = Counter(
        page.picture.file
        for zone in shipped_exhibit.zones
        for panel in zone.panels
        if panel.kind == "story"
        for page in panel.pages
        if page.picture is not None
    )
    assert [file for file, times in pages.items() if times > 1] == []
    assert set(pages) == {file.name for file in DRAWINGS}


def test_insets_are_in_inks_and_belong_to_zones(shipped_exhibit: Exhibit) -> None:
    shown = {zone.inset.picture.file for zone in shipped_exhibit.zones if zone.inset is not None}
    assert shown == INSETS
    for name in INSETS:
        file = shipped("content") / "pictures" / name
        assert 'data-inks="exhibit"' in file.read_text(encoding="utf-8")
        assert read_head(file).warnings == ()


def test_every_page_of_a_story_has_its_picture(shipped_exhibit: Exhibit) -> None:
    without = [
        f"{zone.id}/{panel.id}/{number}"
        for zone in shipped_exhibit.zones
        for panel in zone.panels
        if panel.kind == "story"
        for number, page in enumerate(panel.pages, start=1)
        if page.picture is None
    ]
    assert without == []


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_has_inks_and_one_kapok(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert 'data-inks="exhibit"' in text
    assert read_head(file).warnings == ()
    assert "#FF8E63" in text
    assert re.search(r'viewBox="0 0 1144 1080"', text)


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_moves_and_rests_as_it_is_drawn(still_look: Look, file: Path) -> None:
    inks = still_look.themed("light").theme.inks
    image = draw_picture(file, SIZE, inks)
    picture = with_layers(image, file, inks)
    assert picture.moves
    assert differing(image, at(picture, image, 0.0)) > 50
    assert differing(image, at(picture, image, 2.0)) == 0


@pytest.mark.parametrize("size", [QSize(140, 256), QSize(216, 160), QSize(248, 150)])
@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_the_kapok_is_seen_on_every_shape_of_screen(file: Path, size: QSize) -> None:
    # Blue comes first; nothing but kapok is so much redder, thin lines of it too.
    pixels = levels(draw_picture(file, size)).reshape(-1, 4)
    kapok = pixels[:, 2] - pixels[:, 0] > 110
    assert kapok.sum() > 5


def at(picture: object, image: QImage, seconds: float) -> QImage:
    shown = QImage(image)
    painter = QPainter(shown)
    picture.paint_area(painter, seconds)  # type: ignore[attr-defined]
    painter.end()
    return shown


def differing(one: QImage, other: QImage) -> int:
    """How many of the bytes differ by more than what rounding makes of a few layers."""
    return int((numpy.abs(levels(one) - levels(other)) > 6).sum())


def levels(image: QImage) -> NDArray[numpy.int16]:
    """The bytes of an image, four for each pixel."""
    return numpy.frombuffer(image.constBits(), numpy.uint8).astype(numpy.int16)
