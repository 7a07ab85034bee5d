"""The preview's window: its choices, touches in the picture, and what the column says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QMenu,
    QPushButton,
    QSplitter,
    QTreeWidget,
)

from kiosk.exhibit.place import Place
from kiosk.languages.language import LANGUAGES
from kiosk.look.contrast import contrast
from kiosk.settings.settings import Settings
from kiosk.workshop.preview.message_row import MessageRow
from kiosk.workshop.preview.preview import Preview
from kiosk.workshop.preview.screen_sizes import screen_sizes
from kiosk.workshop.preview.side_column import CHECK, EDIT
from tests.journeys.visitor import wait_for, wait_until
from tests.workshop.preview.desk import QIANHAI, put_away

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.exhibit.sound_content import Content
    from tests.workshop.preview.desk import Desk


def press(desk: Desk, name: str) -> None:
    """Click the window's button of that name; those of the exhibit are in a window of their own."""
    found = [
        each
        for each in desk.window.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName() == name
    ]
    assert len(found) == 1, name
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def choose(desk: Desk, words: str) -> None:
    """Choose something in a menu of the toolbar."""
    actions = [
        each
        for menu in desk.window.toolbar.findChildren(QMenu)
        for each in menu.actions()
        if each.text() == words
    ]
    actions[0].trigger()


def touch(desk: Desk, widget: QWidget, at: QPoint) -> None:
    """Click in the picture where it shows a point of a widget of the exhibit."""
    picture = desk.window.picture
    on_stage = widget.mapTo(desk.app.stage, at)
    shown = picture.shown.topLeft() + on_stage.toPointF() * picture.scale
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=shown.toPoint())


def test_when_all_is_well_one_line_says_so(desk: Desk) -> None:
    assert desk.window.accessibleDescription() == "Everything is fine Places: 2. Panels: 4."


def test_a_touch_in_the_picture_is_a_touch_on_the_exhibit(desk: Desk) -> None:
    stage = desk.app.stage
    assert stage.sheet is not None
    tabs = [each for each in stage.findChildren(QAbstractButton) if each.text() == "Charts"]

    touch(desk, tabs[0], tabs[0].rect().center())

    assert desk.place == "qianhai/six-in-ten"


def test_beside_the_picture_nothing_is_touched(desk: Desk) -> None:
    choose(desk, "Upright")
    before = desk.place

    QTest.mouseClick(desk.window.picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert desk.place == before


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("Full HD", 1920, 1080), ("Upright", 1080, 1920), ("4K", 3840, 2160), ("5:4", 1280, 1024)],
)
def test_the_exhibit_gets_a_screen_of_the_chosen_size(
    desk: Desk, name: str, width: int, height: int
) -> None:
    choose(desk, name)

    assert desk.app.stage.size() == QSize(width, height)
    shown = desk.window.picture.shown
    assert shown.width() / shown.height() == pytest.approx(width / height)
    assert desk.window.picture.rect().toRectF().contains(shown.adjusted(1, 1, -1, -1))
    assert desk.place == "qianhai/teams"


def test_the_halls_own_screen_has_its_shape_and_its_millimetres() -> None:
    hall = screen_sizes((1218.0, 685.0))

    assert next(iter(hall)) == "screen_hall"
    assert hall["screen_hall"].size == QSize(1920, 1080)
    assert hall["screen_hall"].millimetres == (1218.0, 685.0)
    assert "screen_hall" not in screen_sizes(None)


def test_languages_and_themes_are_switched_in_place(desk: Desk) -> None:
    press(desk, "Português")
    choose(desk, "Light")

    assert desk.app.journey.comfort.language == "pt"
    assert desk.app.interface_style().look.theme.name == "light"
    assert desk.place == "qianhai/teams"
    # The window itself stays as it was: whoever checks a translation need not read it.
    assert desk.window.accessibleDescription().startswith("Everything is fine")


def test_the_picture_is_what_the_exhibit_paints(desk: Desk) -> None:
    picture = desk.window.picture
    desk.app.stage.finish()
    QTest.qWait(50)
    shown = picture.grab().toImage()
    stage = desk.app.stage.grab().toImage()

    for x, y in ((0.1, 0.2), (0.95, 0.02), (0.3, 0.6), (0.98, 0.98)):
        at = picture.shown.topLeft()
        here = shown.pixelColor(
            round(at.x() + x * picture.shown.width()), round(at.y() + y * picture.shown.height())
        )
        there = stage.pixelColor(round(x * stage.width()), round(y * stage.height()))
        assert abs(here.red() - there.red()) < 24
        assert abs(here.green() - there.green()) < 24
        assert abs(here.blue() - there.blue()) < 24


def told(desk: Desk, words: str) -> MessageRow:
    """The row of the list that says this."""
    desk.window.show_column(CHECK)
    rows = [
        row
        for row in desk.window.findChildren(MessageRow)
        if row.isVisible() and words in row.accessibleName()
    ]
    assert rows, words
    return rows[0]


def test_a_message_names_what_it_is_about_and_the_file_stands_small_below(desk: Desk) -> None:
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    wait_until(lambda: bool(desk.preview.editing.roots))
    row = told(desk, "valeu")

    line = desk.content.folder.joinpath(QIANHAI).read_text("utf-8").split("valeu")[0].count("\n")
    assert row.accessibleName().startswith("Error: Qianhai › Facts: ")
    assert row.accessibleName().endswith("Unknown key 'valeu'. did you mean 'value'?")
    assert QIANHAI not in row.accessibleName()
    assert f"{QIANHAI}, line {line + 1}:  valeu: 1195" in row.words
    assert desk.window.accessibleDescription().startswith("Errors: 2. Warnings: ")


def test_errors_stand_above_warnings_and_letters_find_some(desk: Desk) -> None:
    desk.content.write("zones/a.txt", "not read")
    wait_until(lambda: any("a.txt" in str(each.message) for each in desk.quoted))
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    first, last = told(desk, "valeu"), told(desk, "a.txt")

    assert first.y() < last.y()

    desk.window.column.messages.letters.setText("VALEU")
    assert first.isVisible()
    assert not last.isVisible()


def test_a_fix_is_done_from_the_list_and_undone_above_it(desk: Desk) -> None:
    wait_until(lambda: bool(desk.preview.editing.roots))
    file = desk.content.folder / QIANHAI
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    row = told(desk, "valeu")
    undo = desk.window.toolbar.undo
    row.fix_button.setFocus()

    QTest.mouseClick(row.fix_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: "value: 1195" in file.read_text("utf-8"))
    wait_until(lambda: not row.isVisible() or "valeu" not in row.accessibleName())
    assert not row.has_focus or row.show_button.hasFocus(), "Space would mend what came instead"
    assert undo.isVisible()

    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    wait_until(lambda: "valeu: 1195" in file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("zh-Hant", "未知的鍵「valeu」. 是不是想寫「value」？"),
        ("zh-Hans", "未知的键“valeu”. 是不是想写“value”？"),
        ("pt", "Chave desconhecida «valeu». queria dizer «value»?"),
    ],
)
def test_a_message_is_told_in_the_windows_language(desk: Desk, language: str, says: str) -> None:
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    quoted = next(each for each in desk.quoted if each.message.rule == "unknown-key")
    row = MessageRow(desk.window)

    row.show_message(quoted, (), replace(desk.app.interface_style(), language=language))

    assert says in row.accessibleName()


def test_a_touched_message_leads_to_its_panel(desk: Desk) -> None:
    desk.content.change(QIANHAI, "headline: {en: Growth", "headline: {em: Growth")
    desk.wait_for_messages()

    QTest.mouseClick(told(desk, "em"), Qt.MouseButton.LeftButton)

    assert desk.place == "qianhai/growth"


def test_a_touched_message_of_a_data_layer_leads_to_it_on_the_map(desk: Desk) -> None:
    desk.content.write(
        "layers/people.yaml",
        "id: people\ntitle: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}\n"
        "unit: teams\nsource: peoples-daily-2024-06-16\nas_of: 2024\n"
        "points: [{zone: qianhai, value: 3}, {zone: nowhere, value: 4}]\n",
    )
    desk.wait_for_messages()

    QTest.mouseClick(told(desk, "nowhere").show_button, Qt.MouseButton.LeftButton)

    assert desk.place == "home#people"


def test_the_editors_remarks_stay_while_the_next_save_is_read(desk: Desk) -> None:
    desk.content.write("zones/notes.txt", "not read")
    wait_until(lambda: any("notes.txt" in str(each.message) for each in desk.quoted))
    desk.content.write("pictures/unused.svg", "<svg/>")
    wait_until(lambda: any("unused" in str(each.message) for each in desk.quoted))
    told = QSignalSpy(desk.preview.rereading.checked)

    desk.content.change(QIANHAI, "value: 1195", "value: 1196")
    desk.wait_for_figure("1196")

    assert told.count() == 0
    assert any("unused" in str(each.message) for each in desk.quoted)


def test_translations_come_to_the_front_and_lead_back(desk: Desk) -> None:
    press(desk, "Translations")
    view = desk.window.translations
    assert view is not None
    wait_for(view.shown)
    assert view.isVisible()
    assert not desk.window.picture.isVisible()

    view.text_chosen.emit(Place.parse("shenzhen/steel/2"))

    assert desk.place == "shenzhen/steel/2"
    assert desk.window.picture.isVisible()
    assert not view.isVisible()


@pytest.mark.parametrize("width", [1280, 900])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_toolbar_is_one_row_in_every_language(
    qapp: object, content: Content, language: str, width: int
) -> None:
    preview = Preview(Settings(content=content.folder, language=language, screen_mm=(531.0, 299.0)))
    preview.window.resize(width, 720)
    preview.start()
    preview.window.show()
    wait_for(preview.shown)
    QTest.qWait(30)
    bar = preview.window.toolbar
    buttons = [each for each in bar.findChildren(QAbstractButton) if each.isVisible()]
    places = [each.rect().translated(each.mapTo(preview.window, QPoint())) for each in buttons]

    assert len(places) >= 13
    assert all(preview.window.rect().contains(place) for place in places)
    assert bar.height() < 50
    assert all(each.accessibleName() for each in buttons)
    for one, other in pairwise(sorted(places, key=QRect.left)):
        assert one.right() < other.left()
    for button in buttons:
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= words
    put_away(preview)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1760, 990)])
def test_the_exhibit_has_all_the_width_that_the_column_leaves(
    desk: Desk, width: int, height: int
) -> None:
    desk.window.resize(width, height)
    QTest.qWait(30)
    picture, column = desk.window.picture, desk.window.column

    assert picture.shown.width() > picture.width() - 2
    assert picture.width() > 0.62 * width
    assert column.width() >= 420


def test_the_column_stays_as_wide_as_somebody_has_made_it(desk: Desk) -> None:
    desk.window.resize(1600, 800)
    QTest.qWait(30)
    resized = QSignalSpy(desk.window.column_resized)
    handle = desk.window.findChildren(QSplitter)[0].handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(120, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(120, 0))
    width = desk.window.column.width()
    assert resized.count() > 0
    assert resized.at(resized.count() - 1) == [width]

    desk.window.resize(1500, 800)
    QTest.qWait(30)
    assert desk.window.column.width() == width


def test_the_window_has_colours_of_its_own_and_ticks_can_be_seen(desk: Desk) -> None:
    wait_until(lambda: bool(desk.preview.editing.roots))
    desk.preview.editing.open(QIANHAI, ("panels", 0, "facts", 0))
    row = desk.window.pane.row("lead")
    assert row is not None
    tick = row.findChildren(QCheckBox)[0]
    assert tick.isChecked()

    for colours in ("light", "dark", "hc", "hc-light"):
        desk.preview.show_colours(colours)
        theme = desk.window.style_of_desk.look.theme
        QTest.qWait(30)
        assert desk.window.grab().toImage().pixelColor(3, 300) == theme.ground
        box = tick.grab(QRect(0, 0, 30, tick.height())).toImage()
        shades = Counter(
            box.pixelColor(x, y).name() for x in range(24) for y in range(box.height())
        )
        for mark, beside in ((theme.pearl_ink, theme.pearl), (theme.pearl, theme.ground)):
            assert shades[mark.name()] > 3
            assert contrast(mark, beside) >= 4.5
        desk.window.show_column(CHECK)
        letters = desk.window.column.messages.letters
        letters.show()
        letters.clearFocus()
        line = letters.grab().toImage()
        paper = theme.panel
        ink = max(
            (line.pixelColor(x, y) for x in range(8, 80) for y in range(6, line.height() - 6)),
            key=lambda shade: contrast(shade, paper),
        )
        assert contrast(ink, paper) >= 4.5, colours
        desk.window.show_column(EDIT)
    assert desk.app.interface_style().look.theme.name == "dark"


def test_every_day_is_shown_where_somebody_wants_that(desk: Desk) -> None:
    desk.content.change(QIANHAI, "  kind: facts", "  kind: facts\n  until: 2020-01-01")
    wait_until(lambda: not _has_panel(desk, "teams"))

    choose(desk, "Every day")
    assert _has_panel(desk, "teams")
    assert not desk.window.toolbar.day.date.isVisible()

    choose(desk, "On a day…")
    assert desk.window.toolbar.day.date.isVisible()
    desk.window.toolbar.day.date.setDate(QDate(2019, 5, 1))
    assert _has_panel(desk, "teams")
    desk.window.toolbar.day.date.setDate(QDate(2021, 5, 1))
    assert not _has_panel(desk, "teams")

    choose(desk, "Today")
    assert not _has_panel(desk, "teams")


def test_the_contents_say_what_is_not_shown_on_the_day(desk: Desk) -> None:
    desk.content.change(QIANHAI, "  kind: facts", "  kind: facts\n  until: 2020-01-01")
    wait_until(lambda: not _has_panel(desk, "teams"))
    wait_until(lambda: "Facts: teams  (not shown on this day)" in _listed(desk))
    assert not any("Growth" in each and "not shown" in each for each in _listed(desk))

    choose(desk, "Every day")
    assert "Facts: teams" in _listed(desk)

    desk.content.change(QIANHAI, "id: qianhai\n", "id: qianhai\nfrom: 2030\n")
    choose(desk, "Today")
    wait_until(lambda: "▸ Qianhai  (not shown on this day)" in _listed(desk))
    assert sum("not shown on this day" in each for each in _listed(desk)) > 2


def test_until_the_content_has_been_read_the_contents_say_so(
    qapp: object, content: Content, tmp_path: Path
) -> None:
    preview = Preview(Settings(content=content.folder, state=tmp_path), "pt")
    preview.window.show()
    buttons = preview.window.tree.findChildren(QPushButton)
    new = next(each for each in buttons if each.text() == "Novo…")
    tree = preview.window.tree.findChildren(QTreeWidget)[0]
    first = tree.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "A ler…"
    assert not new.isEnabled()

    preview.start()
    wait_until(lambda: tree.topLevelItemCount() > 3)
    assert new.isEnabled()
    put_away(preview)


def _listed(desk: Desk) -> list[str]:
    tree = desk.window.tree.findChildren(QTreeWidget)[0]
    found, waiting = [], [tree.topLevelItem(each) for each in range(tree.topLevelItemCount())]
    while waiting:
        item = waiting.pop()
        if item is not None:
            found.append(item.text(0))
            waiting += [item.child(each) for each in range(item.childCount())]
    return found


def _has_panel(desk: Desk, panel: str) -> bool:
    exhibit = desk.app.exhibit
    zone = None if exhibit is None else exhibit.zone("qianhai")
    return zone is not None and zone.panel(panel) is not None


def test_what_is_missing_is_told_at_its_own_field(desk: Desk) -> None:
    wait_until(lambda: bool(desk.preview.editing.roots))
    desk.content.change(QIANHAI, "    unit: teams\n", "")
    desk.wait_for_messages()
    wait_until(lambda: "unit: teams" not in str(desk.preview.editing.around.roots[QIANHAI].value))
    row = told(desk, "missing")
    assert row.accessibleName() == (
        "Error: Qianhai › Facts: teams › teams › Unit: Something is missing here: Unit. "
    )

    QTest.mouseClick(row.show_button, Qt.MouseButton.LeftButton)
    unit = desk.window.pane.row("unit")
    assert unit is not None
    assert unit.isVisible()
    assert unit.isAncestorOf(desk.window.focusWidget())


def test_screen_readers_hear_of_one_window_and_not_of_the_hidden_one(desk: Desk) -> None:
    assert desk.window in told_windows()
    assert desk.app.stage not in told_windows()
    assert desk.window.picture.accessibleName() == "The exhibit"

    choose(desk, "Upright")
    assert desk.app.stage not in told_windows()


def told_windows() -> list[QObject]:
    """The windows that a screen reader hears of."""
    application = QApplication.instance()
    assert application is not None
    told = QAccessible.queryAccessibleInterface(application)
    return [told.child(number).object() for number in range(told.childCount())]


_FINE = """
import sys
from pathlib import Path
from kiosk.commands.gui_application import gui_application
from kiosk.settings.settings import Settings
from kiosk.workshop.preview.preview import Preview
application = gui_application()
preview = Preview(Settings(content=Path(sys.argv[1]), state=Path(sys.argv[2])))
preview.window.resize(1920, 1080)
preview.start()
preview.window.show()
for _ in range(50):
    application.processEvents()
picture = preview.window.picture
print(picture.devicePixelRatioF(), picture.shown.width() / picture.width())
print(picture._whole().width() / picture._stage.width())
preview.stop()
"""


def test_on_a_fine_screen_the_exhibit_is_as_large_and_as_sharp(
    content: Content, tmp_path: Path
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    asked = [sys.executable, "-c", _FINE, str(content.folder), str(tmp_path)]
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True)
    ratio, share, sharp = map(float, told.stdout.split())
    assert ratio == 2.0
    assert share > 0.98
    assert sharp == 2.0
