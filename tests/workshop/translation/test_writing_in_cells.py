"""Texts are written where they stand in the table: by clicks, keys and input methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.translating.translations import State, TranslatedText
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.editing import GLOSSARY, nothing_undrawable
from tests.workshop.translation.translation_table import (
    QIANHAI,
    button,
    choose,
    paths,
    row_of,
    said,
)

if TYPE_CHECKING:
    import pytest

    from kiosk.workshop.translation.translation_view import TranslationView
    from tests.exhibit.sound_content import Content
    from tests.workshop.translation.bench import Bench

LABEL = "panels/teams/facts/all/label"
CONTROL = Qt.KeyboardModifier.ControlModifier


def written(content: Content) -> str:
    return content.folder.joinpath(QIANHAI).read_text("utf-8")


def point(view: TranslationView, row: int, column: int) -> QPoint:
    """The middle of the words of a cell, or of the box where they are missing."""
    index = view.table.rows.index(row, column)
    view.table.scrollTo(index)
    area = view.table.visualRect(index)
    return view._cells.box(QRectF(area)).center().toPoint()


def double_click(view: TranslationView, row: int, column: int) -> None:
    at = point(view, row, column)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_the_missing_box_writes_in_it(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    before = written(content)
    at = point(view, row_of(view, LABEL), 3)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.keyClicks(bench.edit, "equipas novas")
    bench.settle()

    assert written(content) == before.replace("zh-Hans: 团队}", "zh-Hans: 团队, pt: equipas novas}")
    assert bench.text(LABEL, QIANHAI).states["pt"] is State.CURRENT
    assert bench.is_writing


def test_a_double_click_changes_the_words_and_nothing_else(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    before = written(content)
    double_click(view, row_of(view, "introduction"), 3)
    assert bench.edit.toPlainText() == "Uma zona"
    QTest.keyClicks(bench.edit, " nova")
    bench.press(Qt.Key.Key_Return)
    bench.settle()

    assert not bench.is_writing
    assert written(content) == before.replace("pt: Uma zona", "pt: Uma zona nova")
    assert view.table.rows.index(row_of(view, "introduction"), 3).data() == "Uma zona nova"
    assert bench.text("introduction", QIANHAI).states["pt"] is State.OLDER


def test_what_was_written_in_one_field_is_one_step_back(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    before = written(content)
    choose(view, row_of(view, "introduction"), 3)
    bench.press(Qt.Key.Key_F2)
    QTest.keyClicks(bench.edit, " nova")
    bench.press(Qt.Key.Key_Return)
    assert bench.editing.undo_label == "Introduction (Português)"
    bench.editing.undo()
    bench.settle()
    assert written(content) == before
    assert view.table.rows.index(row_of(view, "introduction"), 3).data() == "Uma zona"

    bench.editing.redo()
    bench.settle()
    assert "pt: Uma zona nova" in written(content)


def test_escape_leaves_what_was_there(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    before = written(content)
    choose(view, row_of(view, "introduction"), 2)
    bench.press(Qt.Key.Key_Return)
    QTest.keyClicks(bench.edit, "xyz")
    bench.press(Qt.Key.Key_Escape)
    bench.settle()

    assert not bench.is_writing
    assert written(content) == before
    assert bench.editing.undo_label == ""


def test_tab_goes_from_field_to_field_and_back(bench: Bench, view: TranslationView) -> None:
    row = row_of(view, "introduction")
    choose(view, row, 2)
    bench.press(Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_Tab)
    assert (bench.edit.text.address.path, bench.edit.language) == ("introduction", "pt")
    bench.press(Qt.Key.Key_Tab)
    following = view.table.rows.rows[row + 1]
    assert bench.edit.text is following
    assert bench.edit.language == "zh-Hant"
    bench.press(Qt.Key.Key_Backtab)
    assert (bench.edit.text.address.path, bench.edit.language) == ("introduction", "pt")


def test_ctrl_enter_confirms_and_goes_to_the_next(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    for tag in ("zh-Hant", "zh-Hans"):
        button(view, tag).click()
    button(view, "older").click()
    choose(view, row_of(view, "introduction"), 1)
    bench.press(Qt.Key.Key_Return)
    QTest.keyClicks(bench.edit, " nova")
    bench.press(Qt.Key.Key_Return, CONTROL)
    bench.settle()

    text = bench.text("introduction", QIANHAI)
    assert text.words_in("pt") == "Uma zona nova"
    assert text.states == {
        "zh-Hant": State.OLDER,
        "zh-Hans": State.OLDER,
        "pt": State.CURRENT,
    }
    # What was just confirmed stays in view until the filter is chosen again.
    assert paths(view) == ["introduction"]
    button(view, "all").click()
    button(view, "older").click()
    assert paths(view) == []


def test_ctrl_enter_stays_in_its_language(bench: Bench, view: TranslationView) -> None:
    """From Português it went on to 繁體中文, which whoever translates may not even read."""
    row = row_of(view, "introduction")
    choose(view, row, 3)
    bench.press(Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_Return, CONTROL)

    following = view.table.currentIndex()
    assert (following.row() > row, following.column()) == (True, 3)
    assert isinstance(view.table.rows.rows[following.row()], TranslatedText)
    assert bench.edit.language == "pt"


def test_the_field_in_a_cell_has_the_only_frame(bench: Bench, view: TranslationView) -> None:
    """What was chosen before kept its own, and the cell had one around that of its field."""
    row = row_of(view, "introduction")
    choose(view, row, 3)
    view.table.edit_at(view.table.rows.index(row, 1))

    assert [each.column() for each in view.table.selectedIndexes()] == [1]
    drawn = view.table.viewport().grab().toImage()
    cell = view.table.visualRect(view.table.rows.index(row, 1))
    down = range(cell.top() + 4, cell.bottom() - 4)
    edge = {drawn.pixelColor(cell.left() + 1, y).name() for y in down}
    assert view._cells._look.theme.pearl.name() not in edge


def test_two_that_are_confirmed_in_a_moment_are_both_confirmed(
    bench: Bench, view: TranslationView
) -> None:
    for column in (1, 2, 3):
        choose(view, row_of(view, "introduction"), column)
        bench.press(Qt.Key.Key_Return, CONTROL)
    bench.settle()

    assert set(bench.text("introduction", QIANHAI).states.values()) == {State.CURRENT}


def test_a_cell_has_a_button_of_its_own_to_confirm(bench: Bench, view: TranslationView) -> None:
    index = view.table.rows.index(row_of(view, "introduction"), 2)
    view.table.scrollTo(index)
    area = QRectF(view.table.visualRect(index))
    pill = view._cells.confirm_area(area, view.table.rows, index)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=pill.center().toPoint())
    bench.settle()

    states = bench.text("introduction", QIANHAI).states
    assert states == {"zh-Hant": State.OLDER, "zh-Hans": State.CURRENT, "pt": State.OLDER}
    assert view._cells.confirm_area(area, view.table.rows, index).isNull()


def test_an_input_method_composes_in_a_cell(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    choose(view, row_of(view, "introduction"), 1)
    bench.press(Qt.Key.Key_Return)
    before = written(content)
    QApplication.sendEvent(bench.edit, QInputMethodEvent("xin", []))
    bench.settle()
    assert written(content) == before

    commit = QInputMethodEvent("", [])
    commit.setCommitString("新")
    QApplication.sendEvent(bench.edit, commit)
    bench.settle()
    assert "zh-Hant: 一區新" in written(content)


def test_letters_fill_an_empty_box_and_replace_nothing(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    before = written(content)
    choose(view, row_of(view, "introduction"), 3)
    QTest.keyClick(view.table, Qt.Key.Key_X)
    assert not bench.is_writing
    assert written(content) == before

    choose(view, row_of(view, LABEL), 3)
    QTest.keyClick(view.table, Qt.Key.Key_E)
    QTest.keyClicks(bench.edit, "quipas")
    bench.settle()
    assert "pt: equipas}" in written(content)


def test_a_text_of_several_lines_gets_another_one(
    bench: Bench, view: TranslationView, content: Content
) -> None:
    content.change(QIANHAI, "pt: Uma zona", 'pt: "Uma zona\\n\\nSegunda"')
    bench.read()
    row = row_of(view, "introduction")
    choose(view, row, 3)
    before = view.table.rowHeight(row)
    bench.press(Qt.Key.Key_Return)
    for _ in range(6):
        bench.press(Qt.Key.Key_Return)
        QTest.keyClicks(bench.edit, "linha")
    assert view.table.rowHeight(row) > before
    assert view.table.rowHeight(row) >= bench.edit.height()
    bench.settle()
    assert bench.text("introduction", QIANHAI).words_in("pt").count("linha") == 6


def test_what_the_check_says_stands_in_its_cell(
    bench: Bench, view: TranslationView, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.change(QIANHAI, "zh-Hant: 一區", "zh-Hant: 一区")
    content.write("glossary.yaml", GLOSSARY)
    bench.read()
    known = read_exhibit(content.folder).messages
    found = editorial_check(
        content.folder, known, languages=LANGUAGES, undrawable=nothing_undrawable
    )
    (message,) = [each for each in found if each.rule == "other-script"]
    bench.translating.take_messages([message])
    bench.settle()
    row = row_of(view, "introduction")
    tips = [
        view.table.rows.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for column in (1, 2, 3)
    ]
    assert tips == ["Simplified character in Traditional Chinese: 区", None, None]
    view.table.scrollTo(view.table.rows.index(row, 0), view.table.ScrollHint.PositionAtTop)
    assert f"{tips[0]} → {message.hint}" in said(view, monkeypatch)


def test_letters_find_texts_and_places(bench: Bench, view: TranslationView) -> None:
    view._find.setText("uma ZONA")
    view._find_letters()
    assert paths(view) == ["introduction"]
    view._find.setText("Qianhai")
    view._find_letters()
    assert "panels/teams/facts/all/label" in paths(view)
    view._find.setText("")
    view._find_letters()
    assert len(paths(view)) == 30


def test_a_field_says_where_it_stands_and_nobody_reads_keys(
    bench: Bench, view: TranslationView, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(view, row_of(view, LABEL), 3)
    bench.press(Qt.Key.Key_Return)
    assert bench.edit.accessibleName().startswith("Português, ")
    assert bench.edit.accessibleName().endswith(" › Label")
    assert "Missing" in bench.edit.accessibleDescription()
    bench.press(Qt.Key.Key_Escape)

    drawn = said(view, monkeypatch)
    assert not [words for words in drawn if "panels/" in words or ".yaml" in words]
