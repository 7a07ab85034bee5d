"""Adding and deleting in the editor, by its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.look.foreign_pictures import decoders
from kiosk.look.picture_kind import PictureKind
from kiosk.workshop.editing.choice_rows import NamedRow
from kiosk.workshop.editing.entry_rows import EntriesRow
from kiosk.workshop.editing.jpeg_offer import JpegOffer
from kiosk.workshop.editing.name_dialog import NameDialog, id_of
from kiosk.workshop.editing.plain_rows import IdRow
from tests.journeys.visitor import wait_until
from tests.tools import do_without
from tests.workshop.editing.test_editing_beside import press, ready, touch, written
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.workshop.preview.desk import Desk


def answer_name(name: str, *, own: str = "") -> Callable[[], None]:
    """Write into the dialog that comes, and press its button."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NameDialog)
        QTest.keyClicks(dialog.name, name)
        if own:
            dialog.id.selectAll()
            QTest.keyClicks(dialog.id, own)
        QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)

    return answer


def entries(desk: Desk, key: str) -> EntriesRow:
    row = desk.window.pane.row(key)
    assert isinstance(row, EntriesRow)
    return row


def _without_comments(text: str) -> list[str]:
    lines = text.split("\n")
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def test_a_fact_is_added_from_its_skeleton_and_its_form_is_shown(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    desk.preview.editing.open(QIANHAI, ("panels", 0))
    press(desk, "Add")
    context = desk.window.pane.context
    assert context is not None
    assert context.form.model == "Fact"
    wait_until(lambda: written(desk) != before)
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)


@pytest.mark.parametrize("kind", ["facts", "waffle", "line", "story"])
def test_a_panel_of_each_kind_can_be_added_and_taken_away(desk: Desk, kind: str) -> None:
    ready(desk)
    before = written(desk)
    desk.preview.editing.open(QIANHAI, ())
    menu = entries(desk, "panels")._menu
    next(each for each in menu.actions() if each.data() == kind).trigger()
    wait_until(lambda: written(desk) != before)
    context = desk.window.pane.context
    assert context is not None
    assert context.form.location[0] == "panels"
    assert context.form.model in ("FactsPanel", "ChartPanel", "StoryPanel")
    press(desk, "Delete")
    # What the skeleton says above the panel stays, as any comment does.
    wait_until(lambda: _without_comments(written(desk)) == _without_comments(before))
    desk.preview.editing.undo()
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)


def test_a_place_gets_a_name_and_an_id_and_a_file_of_its_own(desk: Desk) -> None:
    ready(desk)
    QTimer.singleShot(0, answer_name("Nansha Bay"))
    desk.window.tree.wanted.emit("zone")
    wait_until(desk.preview.picking.positions.spot.isVisible)
    desk.preview.picking.positions.placed.emit(MapPoint(80, 40))
    file = desk.content.folder / "zones" / "nansha-bay.yaml"
    wait_until(file.exists)
    assert "en: Nansha Bay" in file.read_text("utf-8")
    context = desk.window.pane.context
    assert context is not None
    assert context.form.file == "zones/nansha-bay.yaml"

    press(desk, "Delete")
    wait_until(lambda: not file.exists())
    desk.preview.editing.undo()
    wait_until(file.exists)


def test_a_source_is_made_on_the_spot_and_named_at_once(desk: Desk) -> None:
    ready(desk)
    touch(desk, "1,195")
    menu = desk.window.pane._more_menu
    next(each for each in menu.actions() if each.data() == "source").trigger()
    row = desk.window.pane.row("source")
    assert isinstance(row, NamedRow)
    QTimer.singleShot(0, answer_name("Annual report", own="report-2025"))
    QTest.mouseClick(row._new, Qt.MouseButton.LeftButton)
    wait_until(lambda: "source: [report-2025]" in written(desk) or "- report-2025" in written(desk))
    sources = (desk.content.folder / "sources.yaml").read_text("utf-8")
    assert "report-2025:" in sources
    assert "Annual report" in sources


def _take_picture(desk: Desk, elsewhere: Path) -> None:
    """Choose a picture for the first page of a story, as the dialog of files does."""
    desk.preview.editing.open("zones/shenzhen.yaml", ())
    root = desk.preview.editing.roots["zones/shenzhen.yaml"]
    panels = root.at(("panels",))
    assert panels is not None
    story = next(n for n, each in enumerate(panels.value) if each.at(("pages",)) is not None)
    desk.preview.editing.open(
        "zones/shenzhen.yaml", ("panels", story, "pages", 0, "picture", "file")
    )
    row = desk.window.pane.row("file")
    assert isinstance(row, NamedRow)
    assert row.field is not None
    desk.preview.additions.take("picture", row.field, elsewhere)


def test_a_picture_from_elsewhere_is_copied_and_named(desk: Desk, tmp_path: Path) -> None:
    ready(desk)
    elsewhere = tmp_path / "Gåte.svg"
    elsewhere.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    _take_picture(desk, elsewhere)
    copied = desk.content.folder / "pictures" / "Gåte.svg"
    wait_until(copied.exists)
    zone = desk.content.folder / "zones" / "shenzhen.yaml"
    wait_until(lambda: "Gåte.svg" in zone.read_text("utf-8"))
    desk.preview.editing.undo()
    wait_until(lambda: not copied.exists())


@pytest.mark.parametrize(
    ("accepts", "name", "begins"),
    [(True, "Ponte.jpg", b"\xff\xd8\xff"), (False, "Ponte.heic", b"\0\0\0 ftypavif")],
)
def test_a_photograph_of_a_telephone_is_taken_in_as_jpeg_or_as_it_is(
    desk: Desk, tmp_path: Path, accepts: bool, name: str, begins: bytes
) -> None:
    """Its bytes say what it is, and not its name; a sign that no name can have is left out."""
    if PictureKind.AVIF not in decoders():
        do_without("no decoder of AVIF")
    from PIL import Image

    ready(desk)
    elsewhere = tmp_path / "Ponte\n.heic"
    Image.new("RGB", (64, 48), "teal").save(elsewhere, "AVIF")
    _take_picture(desk, elsewhere)
    wait_until(lambda: desk.window.findChild(JpegOffer) is not None)
    offer = desk.window.findChild(JpegOffer)
    assert isinstance(offer, JpegOffer)
    assert offer.windowTitle() == "Ponte.heic is AVIF"
    QTest.mouseClick(offer.turn if accepts else offer.keep, Qt.MouseButton.LeftButton)
    copied = desk.content.folder / "pictures" / name
    wait_until(copied.exists)
    assert copied.read_bytes().startswith(begins)
    zone = desk.content.folder / "zones" / "shenzhen.yaml"
    wait_until(lambda: name in zone.read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "own"),
    [("Qianhai", "qianhai"), ("São José", "sao-jose"), ("前海", ""), (" --A  b-- ", "a-b")],
)
def test_an_id_follows_the_name(name: str, own: str) -> None:
    assert id_of(name) == own


def test_what_is_added_is_content_that_can_be_read(desk: Desk) -> None:
    """Nothing that a button adds keeps the exhibit from being shown."""
    ready(desk)
    desk.preview.editing.open(QIANHAI, ())
    for kind in ("facts", "ranking", "story"):
        desk.preview.editing.open(QIANHAI, ())
        menu = entries(desk, "panels")._menu
        next(each for each in menu.actions() if each.data() == kind).trigger()
    wait_until(lambda: desk.preview.editing.is_saved)
    exhibit = read_exhibit(desk.content.folder).exhibit
    assert exhibit is not None
    zone = exhibit.zone("qianhai")
    assert zone is not None
    assert {panel.id for panel in zone.panels} >= {"facts", "ranking", "story"}


def test_a_place_is_copied_moved_and_renamed_everywhere(desk: Desk) -> None:
    ready(desk)
    exhibit = desk.content.folder / "exhibit.yaml"
    zones = desk.content.folder / "zones"
    desk.content.write("exhibit.yaml", exhibit.read_text("utf-8") + "zones: [qianhai, shenzhen]\n")
    wait_until(lambda: "zones" in desk.preview.editing.roots["exhibit.yaml"].value)
    desk.preview.editing.open(QIANHAI, ())

    press(desk, "Duplicate")
    wait_until((zones / "qianhai-2.yaml").exists)
    wait_until(lambda: "zones: [qianhai, qianhai-2, shenzhen]" in exhibit.read_text("utf-8"))
    press(desk, "Move down")
    wait_until(lambda: "zones: [qianhai, shenzhen, qianhai-2]" in exhibit.read_text("utf-8"))

    row = desk.window.pane.row("id")
    assert isinstance(row, IdRow)
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClicks(row.line, "qianhai-bay")
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    wait_until((zones / "qianhai-bay.yaml").exists)
    wait_until(lambda: "zones: [qianhai, shenzhen, qianhai-bay]" in exhibit.read_text("utf-8"))
    wait_until(lambda: not (zones / "qianhai-2.yaml").exists())
    context = desk.window.pane.context
    assert context is not None
    assert context.form.file == "zones/qianhai-bay.yaml"

    for _ in range(3):
        desk.preview.editing.undo()
    wait_until(lambda: "zones: [qianhai, shenzhen]" in exhibit.read_text("utf-8"))
    wait_until(lambda: not (zones / "qianhai-bay.yaml").exists())


def test_names_that_a_field_lists_are_put_in_another_order(desk: Desk) -> None:
    ready(desk)
    exhibit = desk.content.folder / "exhibit.yaml"
    desk.content.write("exhibit.yaml", exhibit.read_text("utf-8") + "zones: [qianhai, shenzhen]\n")
    wait_until(lambda: "zones" in desk.preview.editing.roots["exhibit.yaml"].value)
    desk.preview.editing.open("exhibit.yaml", ("zones",))
    press(desk, "Move up: Shenzhen")
    wait_until(lambda: "zones: [shenzhen, qianhai]" in exhibit.read_text("utf-8"))


def test_a_place_that_is_drawn_has_its_outline(desk: Desk) -> None:
    ready(desk)
    desk.content.change("map/bay.svg", "</svg>", '<path id="isle" d="M60 60H80V80H60Z"/></svg>')
    wait_until(lambda: "isle" in desk.preview.editing.around.map_elements)
    QTimer.singleShot(0, answer_name("Isle"))

    desk.window.tree.wanted.emit("zone")

    wait_until((desk.content.folder / "zones" / "isle.yaml").exists)
    wait_until(lambda: desk.app.stage.state.world.place("isle") is not None)
    place = desk.app.stage.state.world.place("isle")
    assert place is not None
    assert place.outline is not None


def test_a_source_is_renamed_wherever_it_is_named(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    desk.preview.editing.open("sources.yaml", ("peoples-daily-2024-06-16",))
    row = desk.window.pane.row("id")
    assert isinstance(row, IdRow)
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClicks(row.line, "peoples-daily")
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    wait_until(lambda: "source: peoples-daily\n" in written(desk))
    assert "peoples-daily-2024-06-16" not in written(desk)
    context = desk.window.pane.context
    assert context is not None
    assert context.form.location == ("peoples-daily",)
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)
