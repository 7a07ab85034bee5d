"""Places are moved on the map of the exhibit, with the mouse and by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.place import Place
from tests.exhibit.sound_content import Content, sound_content
from tests.journeys.visitor import wait_until
from tests.workshop.editing.test_additions import answer_name
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.workshop.editing.map_handle import MapHandle

MAP = "map: {marker: qianhai, label_at: left, chip: [-40, 12.5]}"
DRAWN = '<circle id="qianhai" cx="10" cy="10" r="2"/>'


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Qianhai in the middle of a map that is shown whole, with its name beside it."""
    content = sound_content(tmp_path / "content")
    drawing = (content.folder / "map" / "bay.svg").read_text(encoding="utf-8")
    home = drawing.index('<rect id="home-view"')
    content.write("map/bay.svg", drawing[:home] + drawing[drawing.index("/>", home) + 2 :])
    content.change("map/bay.svg", DRAWN, DRAWN.replace('x="10" cy="10"', 'x="30" cy="12"'))
    content.change(QIANHAI, MAP, "map: {marker: qianhai, label_at: left}   # as drawn")
    return content


@pytest.fixture
def desk(qapp: object, content: Content) -> Iterator[Desk]:
    """The map home, with the form of Qianhai beside it."""
    desk = Desk(content)
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.app.navigation.go_near(Place())
    wait_until(lambda: desk.app.journey.place == Place())
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    wait_until(lambda: desk.app.stage.map_view.at_rest)
    desk.window.activateWindow()
    desk.preview.editing.open(QIANHAI, ())
    wait_until(lambda: handle(desk, "at").isVisible())
    yield desk
    desk.leave()


def handle(desk: Desk, key: str) -> MapHandle:
    return desk.preview.picking.positions.handles[key]


def written(desk: Desk) -> str:
    return desk.content.folder.joinpath(QIANHAI).read_text("utf-8")


def drag(handle: MapHandle, by: QPoint) -> None:
    """Take hold of a handle in its middle and let go of it elsewhere."""
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + by)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())


def shown_at(desk: Desk) -> QPointF:
    """Where the map shows Qianhai, in units of the drawing."""
    place = desk.app.stage.state.world.place("qianhai")
    assert place is not None
    return place.point


def test_a_dragged_point_is_where_it_was_let_go(desk: Desk) -> None:
    before, at = written(desk), handle(desk, "at").at
    drag(handle(desk, "at"), QPoint(-40, 25))
    wanted = desk.preview.picking.positions.units(at + QPointF(-40, 25))

    wait_until(lambda: f" at: {wanted.written}" in written(desk))
    wait_until(lambda: shown_at(desk) == QPointF(wanted.x, wanted.y))
    assert "# as drawn" in written(desk)
    wait_until(lambda: (handle(desk, "at").at - at - QPointF(-40, 25)).manhattanLength() < 2)

    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)
    wait_until(lambda: shown_at(desk) == QPointF(30, 12))


def test_a_point_is_moved_by_keys_and_kept_by_enter(desk: Desk) -> None:
    moved, at = handle(desk, "at"), handle(desk, "at").at
    moved.setFocus()
    for _ in range(3):
        QTest.keyClick(moved, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(moved, Qt.Key.Key_Up)
    assert moved.at == at + QPointF(30, -1)
    assert " at: [" not in written(desk)

    QTest.keyClick(moved, Qt.Key.Key_Return)

    wanted = desk.preview.picking.positions.units(at + QPointF(30, -1))
    wait_until(lambda: f" at: {wanted.written}" in written(desk))


def test_escape_takes_a_point_back(desk: Desk) -> None:
    before, moved, at = written(desk), handle(desk, "at"), handle(desk, "at").at
    moved.setFocus()
    QTest.keyClick(moved, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(moved, Qt.Key.Key_Escape)
    QTest.keyClick(moved, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert moved.at == at
    assert written(desk) == before


def test_a_point_beside_the_drawing_goes_back(desk: Desk) -> None:
    before, at = written(desk), handle(desk, "at").at
    drag(handle(desk, "at"), QPoint(0, -round(at.y()) + 2))

    assert handle(desk, "at").at == at
    assert written(desk) == before


def test_a_name_is_dragged_to_another_side_or_into_a_pill(desk: Desk) -> None:
    scale = desk.window.picture.scale * desk.app.stage.state.look.u
    point, name = handle(desk, "at").at, handle(desk, "name")
    wait_until(name.isVisible)
    drag(name, (point - name.at + QPointF(0, 60) * scale).toPoint())
    wait_until(lambda: "label_at: below}" in written(desk))
    wait_until(lambda: desk.app.stage.map_view.at_rest)

    wait_until(lambda: name.isVisible() and not name.is_moving)
    drag(name, (point - name.at + QPointF(200, -150) * scale).toPoint())

    wait_until(lambda: "chip: [" in written(desk))
    chip = written(desk).split("chip: [")[1].split("]")[0].split(", ")
    assert [float(each) for each in chip] == pytest.approx([200, -150], abs=4)


def test_there_are_handles_only_where_the_place_is_seen_and_can_be_edited(desk: Desk) -> None:
    desk.preview.editing.open(QIANHAI, ("panels", 0))
    assert not any(each.isVisible() for each in desk.preview.picking.positions.handles.values())

    desk.preview.editing.open(QIANHAI, ("map",))
    assert handle(desk, "at").isVisible()

    desk.app.navigation.open_list()
    wait_until(lambda: not handle(desk, "at").isVisible())


def test_the_spot_of_a_new_place_is_touched_or_found_by_keys(desk: Desk) -> None:
    positions, style = desk.preview.picking.positions, desk.window.style_of_desk
    placed, given_up = QSignalSpy(positions.placed), QSignalSpy(positions.given_up)
    point = handle(desk, "at").at + QPointF(12, 20)

    positions.ask_for_spot(style)
    QTest.mouseClick(positions.spot, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert placed.count() == 1
    assert placed.at(0) == [positions.units(QPointF(point.toPoint()))]
    assert isinstance(placed.at(0)[0], MapPoint)

    positions.ask_for_spot(style)
    cross = positions.spot.focusProxy()
    assert cross is not None
    QTest.keyClick(cross, Qt.Key.Key_Left)
    QTest.keyClick(cross, Qt.Key.Key_Return)
    assert placed.count() == 2

    positions.ask_for_spot(style)
    QTest.keyClick(cross, Qt.Key.Key_Escape)
    assert (placed.count(), given_up.count()) == (2, 1)
    assert not positions.spot.isVisible()


def test_a_new_place_is_made_where_the_map_is_touched(desk: Desk) -> None:
    positions = desk.preview.picking.positions
    point = handle(desk, "at").at + QPointF(12, 20)

    QTimer.singleShot(0, answer_name("The pond", own="pond"))
    desk.window.tree.wanted.emit("zone")
    wait_until(positions.spot.isVisible)
    QTest.mouseClick(positions.spot, Qt.MouseButton.LeftButton, pos=point.toPoint())

    file = desk.content.folder / "zones" / "pond.yaml"
    wait_until(file.exists)
    wanted = positions.units(QPointF(point.toPoint()))
    assert f"map: {{at: {wanted.written}}}" in file.read_text(encoding="utf-8")
    wait_until(lambda: desk.app.stage.state.world.place("pond") is not None)
    place = desk.app.stage.state.world.place("pond")
    assert place is not None
    assert place.point == QPointF(wanted.x, wanted.y)


def test_a_place_is_taken_hold_of_on_the_map_from_its_field(desk: Desk) -> None:
    desk.preview.editing.open(QIANHAI, ("map",))
    desk.app.navigation.go_near(Place("qianhai"))
    wait_until(lambda: desk.app.journey.place.zone == "qianhai")
    pane = desk.window.pane
    next(each for each in pane._more_menu.actions() if each.data() == "at").trigger()
    row = pane.row("at")
    assert row is not None
    buttons = row.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "Drag it on the map")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(handle(desk, "at").hasFocus)
    assert desk.app.journey.place == Place()

    QTest.keyClick(handle(desk, "at"), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(handle(desk, "at"), Qt.Key.Key_Return)
    wait_until(lambda: " at: [" in written(desk))
