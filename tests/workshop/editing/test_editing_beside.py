"""Editing beside the exhibit: a touch on a text shows its field, and what is typed is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from kiosk.exhibit.editing.edits import SetText
from kiosk.exhibit.place import Place
from kiosk.screen.map.map_view import MapView
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.editing.entry_rows import EntriesRow
from kiosk.workshop.editing.plain_rows import PlainRow
from kiosk.workshop.editing.text_row import TextRow
from kiosk.workshop.editing.touched import ContentTrees, TouchedThings
from kiosk.workshop.editing.words_edit import WordsEdit
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.workshop.preview.desk import Desk


def point_of(desk: Desk, words: str) -> QPointF:
    """The middle of a text that is drawn on the exhibit."""
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    found = [each for each in drawn_texts(desk.app.stage) if each.words == words]
    assert found, words
    return found[0].ink.center()


def touch(desk: Desk, words: str) -> None:
    """Click on a text of the exhibit."""
    picture = desk.window.picture
    at = (point_of(desk, words) * picture.scale + picture.shown.topLeft()).toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)


def ready(desk: Desk) -> None:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def text_row(desk: Desk, key: str) -> TextRow:
    row = desk.window.pane.row(key)
    assert isinstance(row, TextRow)
    return row


def written(desk: Desk) -> str:
    return desk.content.folder.joinpath(QIANHAI).read_text("utf-8")


def press(desk: Desk, name: str) -> None:
    """Press a button of the pane by what it is called."""
    found = [
        each
        for kind in (QPushButton, QToolButton)
        for each in desk.window.pane.findChildren(kind)
        if each.isVisible() and name in (each.accessibleName(), each.text())
    ]
    assert len(found) == 1, (name, [each.accessibleName() for each in found])
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_a_touched_text_shows_its_field_and_what_is_typed_is_on_the_exhibit(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    touch(desk, "from Hong Kong")
    edit = text_row(desk, "label").first("en")
    assert focus() is edit
    assert isinstance(edit, WordsEdit)
    assert edit.toPlainText() == "from Hong Kong"

    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClicks(edit, " too")

    def shown() -> str:
        exhibit = desk.app.exhibit
        zone = exhibit.zone("qianhai") if exhibit is not None else None
        panel = zone.panel("teams") if zone is not None else None
        return panel.facts[1].label.words_in("en") if panel and panel.kind == "facts" else ""

    wait_until(lambda: shown() == "from Hong Kong too")
    assert written(desk) == before.replace("from Hong Kong,", "from Hong Kong too,", 1)

    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: written(desk) == before)
    wait_until(lambda: shown() == "from Hong Kong")
    assert edit.toPlainText() == "from Hong Kong"


def test_a_translation_is_confirmed_and_that_can_be_undone(desk: Desk) -> None:
    ready(desk)
    record = desk.content.folder / "translations.yaml"
    before = record.read_bytes() if record.exists() else None
    touch(desk, "from Hong Kong")
    edit = text_row(desk, "label").first("en")
    confirm = [
        button
        for button in desk.window.pane.findChildren(QPushButton, "confirm")
        if button.isVisible()
    ]
    QTest.mouseClick(confirm[0], Qt.MouseButton.LeftButton)
    wait_until(
        lambda: record.exists() and "panels/teams/facts/hong-kong/label" in record.read_text()
    )
    wait_until(lambda: not confirm[0].isVisible())
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: (record.read_bytes() if record.exists() else None) == before)


def test_a_touched_figure_shows_the_field_of_its_value(desk: Desk) -> None:
    ready(desk)
    touch(desk, "1,195")
    row = desk.window.pane.row("value")
    assert isinstance(row, PlainRow)
    assert focus() is row.line
    assert row.line.text() == "1195"


def test_the_date_and_the_source_of_a_figure_stand_at_it_and_lead_to_the_panel(desk: Desk) -> None:
    ready(desk)
    touch(desk, "1,195")
    press(desk, "As of, for the whole panel: June 2024")
    assert desk.preview.editing.place == (QIANHAI, ("panels", 0, "as_of"))
    row = desk.window.pane.row("as_of")
    assert isinstance(row, PlainRow)
    assert focus() is row.line

    desk.preview.editing.change([SetText(QIANHAI, ("panels", 0, "facts", 0, "as_of"), "2023")], "")
    touch(desk, "1,195")
    own = desk.window.pane.row("as_of")
    assert isinstance(own, PlainRow)
    assert own.line.text() == "2023"
    held = [each.accessibleName() for each in desk.window.pane.findChildren(QPushButton, "entry")]
    assert not [each for each in held if each.startswith("As of, for the whole panel: 2")]


def test_a_mistake_is_told_at_its_field_and_gone_when_it_is_mended(desk: Desk) -> None:
    ready(desk)
    touch(desk, "1,195")
    row = desk.window.pane.row("value")
    assert isinstance(row, PlainRow)
    row.line.selectAll()
    QTest.keyClicks(row.line, "many")
    wait_until(lambda: bool(desk.preview.window.report.quoted))

    def notes() -> list[str]:
        return [each.text() for each in row.findChildren(type(row._name)) if each.isVisible()]

    wait_until(lambda: any("'many' is no" in note or "many" in note for note in notes()))

    row.line.selectAll()
    QTest.keyClicks(row.line, "1196")
    wait_until(lambda: not desk.preview.window.report.quoted)
    wait_until(lambda: not any("many" in note for note in notes()))


def test_pressed_twice_a_place_opens_as_for_visitors(desk: Desk) -> None:
    ready(desk)
    desk.app.navigation.go_near(Place())
    wait_until(lambda: desk.app.journey.place == Place())
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    wait_until(lambda: desk.app.stage.map_view.at_rest)
    named = dict(reversed(desk.app.stage.map_view.named_places() or []))
    point = named["qianhai"].center()
    picture = desk.window.picture
    at = (point * picture.scale + picture.shown.topLeft()).toPoint()

    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    assert desk.app.journey.place == Place()
    assert desk.window.pane.context is not None
    assert desk.window.pane.context.form.file == QIANHAI

    # The second press of a double click, whose release QTest leaves to others.
    # What is under the pointer by now may be a handle with which the place can be moved.
    below = picture.childAt(at) or picture
    there = below.mapFrom(picture, at)
    QTest.mouseDClick(below, Qt.MouseButton.LeftButton, pos=there)
    QTest.mouseRelease(below, Qt.MouseButton.LeftButton, pos=there)
    wait_until(lambda: desk.app.journey.place.zone == "qianhai")


def test_pressed_twice_a_place_that_is_chosen_opens_by_its_name(desk: Desk) -> None:
    ready(desk)
    desk.app.navigation.go_near(Place())
    wait_until(lambda: not desk.app.stage.is_on_its_way and desk.app.stage.map_view.at_rest)
    desk.preview.editing.open(QIANHAI, ())
    picture = desk.window.picture
    wait_until(lambda: desk.preview.picking.positions.handles["name"].isVisible())
    handle = desk.preview.picking.positions.handles["name"]
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.app.journey.place.zone == "qianhai")
    assert picture.isVisible()


def test_no_frame_stays_over_the_card_that_covers_what_was_chosen(desk: Desk) -> None:
    ready(desk)
    touch(desk, "from Hong Kong")
    assert not desk.window.picture.marked.isEmpty()
    sheet = desk.app.stage.sheet
    assert sheet is not None
    sheet.open_sources()
    wait_until(lambda: desk.window.picture.marked.isEmpty())


def test_entries_are_copied_moved_and_deleted_by_their_buttons(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    desk.preview.editing.open(QIANHAI, ("panels", 0))
    row = desk.window.pane.row("facts")
    assert isinstance(row, EntriesRow)

    press(desk, "Duplicate: from Hong Kong")
    wait_until(lambda: "id: hong-kong-2" in written(desk))
    found = [each for each in row.findChildren(QToolButton) if each.isVisible()]
    assert len([each for each in found if each.accessibleName() == "Delete: from Hong Kong"]) == 2
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)

    press(desk, "Move up: from Hong Kong")
    wait_until(lambda: written(desk).index("id: hong-kong") < written(desk).index("id: all"))
    press(desk, "Delete: teams")
    wait_until(lambda: "id: all" not in written(desk))
    desk.preview.editing.undo()
    desk.preview.editing.undo()
    wait_until(lambda: written(desk) == before)


def test_what_is_optional_is_added_from_the_menu_and_left_out_by_its_button(desk: Desk) -> None:
    ready(desk)
    before = written(desk)
    touch(desk, "1,195")
    assert desk.window.pane.row("calculated") is None
    menu = desk.window.pane._more_menu
    action = next(each for each in menu.actions() if each.data() == "calculated")
    action.trigger()
    edit = text_row(desk, "calculated").first("en")
    assert focus() is edit
    QTest.keyClicks(edit, "half of all")
    wait_until(lambda: "half of all" in written(desk))

    name = text_row(desk, "calculated").accessibleName()
    press(desk, f"Leave out: {name}")
    wait_until(lambda: written(desk) == before)


def test_a_translation_is_confirmed_beside_its_words(desk: Desk) -> None:
    ready(desk)
    touch(desk, "from Hong Kong")
    edit = text_row(desk, "label").first("pt")
    assert isinstance(edit, WordsEdit)
    buttons = [each for each in text_row(desk, "label").findChildren(QPushButton)]
    wait_until(
        lambda: any(each.isVisible() and "Portugu" in each.accessibleName() for each in buttons)
    )
    button = next(each for each in buttons if "Portugu" in each.accessibleName())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    record = desk.content.folder / "translations.yaml"
    wait_until(lambda: record.exists() and "pt:" in record.read_text("utf-8"))
    wait_until(lambda: not button.isVisible())


def test_what_somebody_else_has_saved_is_taken_up(desk: Desk) -> None:
    ready(desk)
    touch(desk, "from Hong Kong")
    edit = text_row(desk, "label").first("en")
    assert isinstance(edit, WordsEdit)
    desk.content.change(QIANHAI, "en: from Hong Kong", "en: of Hong Kong")
    wait_until(lambda: edit.toPlainText() == "of Hong Kong")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_every_written_text_of_a_panel_leads_to_itself(desk: Desk, language: str) -> None:
    ready(desk)
    desk.app.journey.speak(language)
    wait_until(lambda: desk.app.stage.language == language)
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    root = desk.preview.editing.roots[QIANHAI]
    for location in (("name",), ("introduction",), ("panels", 0, "facts", 1, "label")):
        node = root.at((*location, language))
        assert node is not None
        touch(desk, node.value)
        context = desk.window.pane.context
        assert context is not None
        assert context.form.file == QIANHAI
        assert context.form.location == location[:-1]
        field = context.form.field(str(location[-1]))
        assert field is not None
        assert field.words[language] == node.value


def test_what_is_opened_from_the_contents_is_shown_on_the_exhibit(desk: Desk) -> None:
    ready(desk)
    desk.app.navigation.go_near(Place())
    desk.window.tree.opened.emit("zones/shenzhen.yaml", ("panels", 0))
    wait_until(lambda: desk.app.journey.place.zone == "shenzhen")
    place = desk.app.journey.place
    desk.window.tree.opened.emit("zones/shenzhen.yaml", ())
    assert desk.app.journey.place == place, "the place is shown already"


def test_what_is_edited_is_framed_in_the_panel_and_not_on_the_map(desk: Desk) -> None:
    ready(desk)
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    things = TouchedThings(desk.app.stage, ContentTrees(desk.preview.editing.roots))
    named = [each for each in drawn_texts(desk.app.stage) if each.words == "Qianhai"]
    on_map = [each.ink for each in named if isinstance(each.widget, MapView)]
    assert on_map, "the map has the same name"

    name = things.thing_of(QIANHAI, ("name",))

    assert name is not None
    assert name.area not in on_map


def test_the_frame_is_around_the_whole_figure_that_was_written(desk: Desk) -> None:
    ready(desk)
    wait_until(lambda: not desk.app.stage.is_on_its_way)
    touch(desk, "1,195")
    before = desk.window.picture.marked
    assert not before.isNull()
    edit = SetText(QIANHAI, ("panels", 0, "facts", 0, "value"), "119551")
    desk.preview.editing.change([edit], "")

    def whole() -> QRectF | None:
        drawn = (each for each in drawn_texts(desk.app.stage) if each.words == "119,551")
        return next((each.ink for each in drawn), None)

    wait_until(lambda: desk.window.picture.marked not in (before, QRectF()))
    assert desk.window.picture.marked == whole()


def test_while_a_date_is_wrong_the_exhibit_shows_how_it_was_and_the_pane_says_so(
    desk: Desk,
) -> None:
    ready(desk)
    place = desk.place
    touch(desk, "1,195")
    desk.preview.editing.open(QIANHAI, ("panels", 0))
    row = desk.window.pane.row("as_of")
    assert isinstance(row, PlainRow)
    row.line.selectAll()
    QTest.keyClicks(row.line, "14/6/2024")
    words = "The exhibit shows how it was before, because of this: "

    def said() -> bool:
        labels = desk.window.pane.findChildren(QLabel)
        return any(each.isVisible() and each.text().startswith(words) for each in labels)

    wait_until(said)
    assert "14/6/2024" in written(desk)
    assert desk.place == place, "not the next panel"
    assert desk.figure() == "1195"
    point_of(desk, "1,195")

    row.line.selectAll()
    QTest.keyClicks(row.line, "2024-06-14")
    wait_until(lambda: not desk.preview.window.report.quoted)
    wait_until(lambda: not said())
    assert desk.place == place
