"""Texts go to translators and come back by the buttons of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from kiosk.exhibit.translating.translations import State
from kiosk.workshop.translation.export_dialog import ExportDialog
from kiosk.workshop.translation.import_dialog import ImportDialog
from tests.journeys.visitor import wait_until
from tests.workshop.translation.translation_table import QIANHAI, button, said

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.workshop.translation.exchanging import Exchanging
    from kiosk.workshop.translation.translation_view import TranslationView
    from tests.exhibit.sound_content import Content
    from tests.workshop.translation.bench import Bench

LABEL = "panels/teams/facts/all/label"


@pytest.fixture
def exchanging(bench: Bench) -> Exchanging:
    assert bench.translating.exchanging is not None
    return bench.translating.exchanging


def name_file(exchanging: Exchanging, path: Path) -> None:
    """Write the name of a file into the dialog that asks for one."""
    dialog = exchanging.dialog
    assert isinstance(dialog, QFileDialog)
    (line,) = [
        each for each in dialog.findChildren(QLineEdit) if each.objectName() == "fileNameEdit"
    ]
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def export(
    view: TranslationView, exchanging: Exchanging, path: Path, language: str, form: int
) -> None:
    button(view, "Export…").click()
    dialog = exchanging.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.language.setCurrentIndex(dialog.language.findData(language))
    dialog.form.setCurrentIndex(form)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    name_file(exchanging, path)
    wait_until(path.exists)


def take_back(view: TranslationView, exchanging: Exchanging, path: Path) -> ImportDialog:
    button(view, "Import…").click()
    name_file(exchanging, path)
    wait_until(lambda: isinstance(exchanging.dialog, ImportDialog))
    dialog = exchanging.dialog
    assert isinstance(dialog, ImportDialog)
    return dialog


def lines(dialog: ImportDialog) -> list[list[str]]:
    """What is listed below the heads."""
    found = []
    for number in range(dialog.tree.topLevelItemCount()):
        head = dialog.tree.topLevelItem(number)
        assert head is not None
        found.append([head.text(0)])
        items = [head.child(place) for place in range(head.childCount())]
        found += [[item.text(column) for column in range(5)] for item in items if item]
    return found


def test_a_sheet_goes_out_and_comes_back(
    bench: Bench,
    view: TranslationView,
    exchanging: Exchanging,
    content: Content,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "pt.xlsx"
    before = content.folder.joinpath(QIANHAI).read_text("utf-8")
    export(view, exchanging, path, "pt", 0)
    wait_until(lambda: "30 texts are in pt.xlsx." in said(view, monkeypatch))
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    for row in sheet.iter_rows(min_row=2):
        if row[5].value == "zones:qianhai.yaml::panels:teams:facts:all:label":
            row[2].value = "equipas novas"
        if row[1].value == "A new zone":
            row[2].value = "=1+1"
        if row[1].value == "Touch a place":
            row[2].value = "一處"
    workbook.save(path)

    dialog = take_back(view, exchanging, path)
    assert lines(dialog) == [
        ["Would change: 1"],
        ["Qianhai › Facts 1 › Facts 1 › Label", "teams", "", "equipas novas", ""],
        ["To be looked at first: 1"],
        [
            "The Bay › Welcome",
            "Touch a place",
            "Toque num lugar",
            "一處",
            "these letters are of another language: 一處",
        ],
        ["Can't be taken: 1"],
        [
            "Qianhai › Introduction",
            "A new zone",
            "Uma zona",
            "",
            "a formula stands there: write the words themselves",
        ],
    ]
    assert content.folder.joinpath(QIANHAI).read_text("utf-8") == before
    assert dialog.take.text() == "Take 1"
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    wait_until(lambda: bench.editing.undo_label != "")
    bench.settle()

    after = content.folder.joinpath(QIANHAI).read_text("utf-8")
    assert after == before.replace("zh-Hans: 团队}", "zh-Hans: 团队, pt: equipas novas}")
    assert bench.text(LABEL, QIANHAI).states["pt"] is State.UNCONFIRMED
    bench.editing.undo()
    bench.settle()
    assert content.folder.joinpath(QIANHAI).read_text("utf-8") == before


def test_words_that_a_bureau_has_confirmed_are_confirmed(
    bench: Bench, view: TranslationView, exchanging: Exchanging, content: Content, tmp_path: Path
) -> None:
    path = tmp_path / "pt.xlf"
    button(view, "older").click()
    export(view, exchanging, path, "pt", 1)
    written = path.read_text("utf-8")
    assert written.count("<trans-unit") == 1
    path.write_text(written.replace("needs-review-translation", "signed-off"), "utf-8")

    dialog = take_back(view, exchanging, path)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    wait_until(lambda: bench.editing.undo_label != "")
    bench.settle()
    assert bench.text("introduction", QIANHAI).states["pt"] is State.CURRENT


def test_a_file_that_says_nothing_is_told(
    view: TranslationView, exchanging: Exchanging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pt.xlf"
    path.write_text("<html/>")
    button(view, "Import…").click()
    name_file(exchanging, path)
    words = "this is XML, but no XLIFF of version 1.2, 2.0 or 2.1"
    wait_until(lambda: words in said(view, monkeypatch))


def test_a_file_that_brings_nothing_new_ends_in_a_sentence(
    view: TranslationView, exchanging: Exchanging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pt.xlf"
    export(view, exchanging, path, "pt", 1)
    button(view, "Import…").click()
    name_file(exchanging, path)
    words = "Nothing in pt.xlf is new. Texts that are the same: 30."
    wait_until(lambda: words in said(view, monkeypatch))
    assert not isinstance(exchanging.dialog, ImportDialog)


def test_what_was_changed_since_it_was_shown_is_not_written_over(
    bench: Bench, view: TranslationView, exchanging: Exchanging, content: Content, tmp_path: Path
) -> None:
    path = tmp_path / "pt.xlf"
    export(view, exchanging, path, "pt", 1)
    path.write_text(path.read_text("utf-8").replace(">Uma zona<", ">Uma região<"), "utf-8")
    dialog = take_back(view, exchanging, path)
    content.change(QIANHAI, "en: A new zone,", "en: Another zone,")
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    wait_until(lambda: not exchanging._jobs.is_running("prepare"))
    bench.read()
    assert "pt: Uma zona" in content.folder.joinpath(QIANHAI).read_text("utf-8")
