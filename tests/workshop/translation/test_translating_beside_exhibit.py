"""A curator translates in the preview itself: exhibit, check and the window's undo follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.exhibit.translating.translations import TranslatedText
from kiosk.workshop.preview.toolbar import PREVIEW
from tests.journeys.visitor import wait_for, wait_until
from tests.workshop.preview.desk import QIANHAI
from tests.workshop.translation.translation_table import button, row_of

if TYPE_CHECKING:
    from kiosk.workshop.translation.translation_view import TranslationView
    from tests.workshop.preview.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_table(desk: Desk) -> TranslationView:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.window.show_translations()
    view = desk.window.translations
    assert view is not None
    wait_until(lambda: view.texts.is_read and view.table.is_settled)
    return view


def introduction(desk: Desk) -> str:
    exhibit = desk.app.exhibit
    zone = exhibit.zone("qianhai") if exhibit is not None else None
    return "" if zone is None else zone.introduction.words_in("pt")


def test_what_is_written_is_on_the_exhibit_and_taken_back_by_the_window(desk: Desk) -> None:
    view = open_table(desk)
    view.table.setCurrentIndex(view.table.rows.index(row_of(view, "introduction"), 3))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    edit = view._cells.edit
    assert edit is not None
    QTest.keyClicks(edit, " nova")
    wait_until(lambda: introduction(desk) == "Uma zona nova")
    assert edit.toPlainText() == "Uma zona nova"

    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    wait_until(lambda: introduction(desk) == "Uma zona")
    wait_until(lambda: edit.toPlainText() == "Uma zona")


def test_the_check_follows_into_the_cell_and_out_of_it(desk: Desk) -> None:
    view = open_table(desk)
    index = view.table.rows.index(row_of(view, "introduction"), 2)
    tip = Qt.ItemDataRole.ToolTipRole
    view.table.edit_at(index)
    edit = view._cells.edit
    assert edit is not None
    edit.insertPlainText("來")
    wait_until(lambda: "來" in str(index.data(tip) or ""))
    edit.setPlainText("一区")
    wait_until(lambda: "來" not in str(index.data(tip) or ""))


def test_a_double_click_on_the_place_shows_the_exhibit(desk: Desk) -> None:
    view = open_table(desk)
    index = view.table.rows.index(
        row_of(view, "panels/steel/pages/2/heading", "zones/shenzhen.yaml"), 0
    )
    view.table.scrollTo(index)
    wait_until(lambda: view.table.is_settled)
    at = view.table.visualRect(index).topLeft() + QPoint(40, 18)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert desk.place == "shenzhen/steel/2"
    assert not view.isVisible()


def test_the_table_goes_on_in_another_language_of_the_window(desk: Desk) -> None:
    """Another table was made for each language, and whatever filled it went on with the old one."""
    view = open_table(desk)
    desk.window._choose_mode(PREVIEW)
    desk.preview.speak("zh-Hant")
    desk.preview.show_colours("light")
    file = desk.content.folder / QIANHAI
    text = file.read_text(encoding="utf-8")
    desk.content.write(QIANHAI, text.replace("Uma zona", "Uma zona nova", 1))
    wait_for(desk.preview.rereading.checked)

    assert open_table(desk) is view
    assert button(view, "未確認").isVisible()
    wait_until(lambda: written(view, "introduction", "pt") == "Uma zona nova")


def written(view: TranslationView, path: str, language: str) -> str:
    row = view.table.rows.rows[row_of(view, path)]
    assert isinstance(row, TranslatedText)
    return row.words_in(language)
