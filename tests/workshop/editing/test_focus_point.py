"""The point of a picture that no crop cuts away is moved on the picture itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from kiosk.workshop.editing.pair_rows import FocusRow
from tests.exhibit.sound_content import Content, sound_content
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHENZHEN = "zones/shenzhen.yaml"
LEFT, RIGHT = QColor("#c04030"), QColor("#3050c0")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    wide = QImage(3000, 1000, QImage.Format.Format_RGB32)
    wide.fill(RIGHT)
    painter = QPainter(wide)
    painter.fillRect(0, 0, 1500, 1000, LEFT)
    painter.end()
    wide.save(str(content.folder / "pictures" / "wide.png"))
    text = (content.folder / SHENZHEN).read_text("utf-8")
    assert "file: steel.svg\n" in text
    content.write(SHENZHEN, text.replace("file: steel.svg\n", "file: wide.png\n", 1))
    return content


@pytest.fixture
def row(qapp: object, content: Content) -> Iterator[tuple[Desk, FocusRow]]:
    desk = Desk(content)
    wait_until(lambda: SHENZHEN in desk.preview.editing.roots)
    root = desk.preview.editing.roots[SHENZHEN]
    panels = root.value["panels"].value
    story = next(n for n, panel in enumerate(panels) if panel.at(("pages",)) is not None)
    desk.preview.editing.open(SHENZHEN, ("panels", story, "pages", 0, "picture"))
    menu = desk.window.pane._more_menu
    next(each for each in menu.actions() if each.data() == "focus").trigger()
    found = desk.window.pane.row("focus")
    assert isinstance(found, FocusRow)
    wait_until(found.picture.isVisible)
    yield desk, found
    desk.leave()


def written(desk: Desk) -> str:
    return desk.content.folder.joinpath(SHENZHEN).read_text("utf-8")


def test_a_point_is_dragged_and_the_crops_follow_while_it_is(row: tuple[Desk, FocusRow]) -> None:
    desk, focus = row
    before = written(desk)
    area = focus.picture.area
    start = area.center().toPoint()
    end = QPointF(area.left() + 0.9 * area.width(), area.center().y()).toPoint()
    middle = focus.crops.parts()["crop_beside"]
    assert middle.left() < 0.5 < middle.right()

    QTest.mousePress(focus.picture, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(focus.picture, end)
    dragged = focus.crops.parts()["crop_beside"]
    assert dragged.left() <= 0.9 <= dragged.right()
    assert dragged.left() >= 0.5, "the left half is cut away"
    assert written(desk) == before, "nothing is written before it is let go"

    QTest.mouseRelease(focus.picture, Qt.MouseButton.LeftButton, pos=end)
    wait_until(lambda: "focus: [0.9, 0.5]" in written(desk))
    image = focus.crops.grab().toImage()
    assert image.pixelColor(20, 40) == RIGHT


def test_a_point_is_moved_by_keys_and_that_is_one_step_of_undo(row: tuple[Desk, FocusRow]) -> None:
    desk, focus = row
    before = written(desk)
    focus.picture.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(focus.picture, Qt.Key.Key_Left, shift)
    QTest.keyClick(focus.picture, Qt.Key.Key_Left)
    QTest.keyClick(focus.picture, Qt.Key.Key_Down)
    wait_until(lambda: "focus: [0.39, 0.51]" in written(desk))
    assert focus.picture.accessibleDescription() == "Across 0.39, Down 0.51"
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)
