"""The preview's window: its choices, touches in the picture, and what the column says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.exhibit.place import Place
from kiosk.languages.language import LANGUAGES
from kiosk.settings.settings import Settings
from kiosk.workshop.preview.message_row import MessageRow
from kiosk.workshop.preview.preview import Preview
from kiosk.workshop.preview.preview_window import CHECK
from kiosk.workshop.preview.screen_sizes import screen_sizes
from tests.journeys.visitor import wait_for, wait_until
from tests.workshop.preview.desk import QIANHAI, put_away

if TYPE_CHECKING:
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
    press(desk, "Upright")
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
    press(desk, name)

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
    press(desk, "Light")

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


def test_a_problem_is_told_with_its_line_its_text_and_the_fix(desk: Desk) -> None:
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    desk.window.show_column(CHECK)

    told = [row.accessibleName() for row in desk.window.findChildren(MessageRow) if row.isVisible()]

    line = desk.content.folder.joinpath(QIANHAI).read_text("utf-8").split("valeu")[0].count("\n")
    assert f"{QIANHAI}, line {line + 1}: unknown key 'valeu'. valeu did you mean 'value'?" in told
    assert desk.window.accessibleDescription().startswith("Errors: 2. Warnings: ")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh-Hant", "未知的鍵「valeu」. valeu 是不是想寫「value」？"),
        ("zh-Hans", "未知的键“valeu”. valeu 是不是想写“value”？"),
        ("pt", "chave desconhecida «valeu». valeu queria dizer «value»?"),
    ],
)
def test_a_problem_is_told_in_the_windows_language(desk: Desk, language: str, told: str) -> None:
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.wait_for_messages()
    quoted = next(each for each in desk.quoted if each.message.rule == "unknown-key")
    row = MessageRow(desk.window)

    row.show_message(quoted, replace(desk.app.interface_style(), language=language), 400)

    assert told in row.accessibleName()


def test_a_touched_problem_leads_to_its_panel(desk: Desk) -> None:
    desk.content.change(QIANHAI, "headline: {en: Growth", "headline: {em: Growth")
    desk.wait_for_messages()
    desk.window.show_column(CHECK)
    row = next(
        each
        for each in desk.window.findChildren(MessageRow)
        if each.isVisible() and "em" in each.accessibleName()
    )

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    assert desk.place == "qianhai/growth"


def test_a_touched_problem_of_a_data_layer_leads_to_it_on_the_map(desk: Desk) -> None:
    desk.content.write(
        "layers/people.yaml",
        "id: people\ntitle: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}\n"
        "unit: teams\nsource: peoples-daily-2024-06-16\nas_of: 2024\n"
        "points: [{zone: qianhai, value: 3}, {zone: nowhere, value: 4}]\n",
    )
    desk.wait_for_messages()
    desk.window.show_column(CHECK)
    row = next(
        each
        for each in desk.window.findChildren(MessageRow)
        if each.isVisible() and "nowhere" in each.accessibleName()
    )

    QTest.mouseClick(row, Qt.MouseButton.LeftButton)

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bar_has_room_in_every_language(
    qapp: object, content: Content, language: str
) -> None:
    preview = Preview(Settings(content=content.folder, language=language, screen_mm=(531.0, 299.0)))
    preview.window.resize(1280, 760)
    preview.start()
    preview.window.show()
    wait_for(preview.shown)

    buttons = [each for each in preview.window.findChildren(QAbstractButton) if each.isVisible()]
    inside = preview.window.rect()
    places = [each.rect().translated(each.mapTo(preview.window, QPoint())) for each in buttons]

    assert len(places) >= 14
    assert all(inside.contains(place) for place in places)
    assert preview.window.picture.shown.height() > 300
    put_away(preview)
