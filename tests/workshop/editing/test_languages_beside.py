"""The languages of a text stand side by side where there is room, and Tab goes through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kiosk.workshop.editing.text_row import TextRow
from kiosk.workshop.editing.words_edit import WordsEdit
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from tests.workshop.preview.desk import Desk

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
LABEL = ("panels", 0, "facts", 1)


@pytest.fixture
def pane(desk: Desk) -> QWidget:
    wait_until(lambda: QIANHAI in desk.preview.editing.roots)
    desk.preview.editing.open(QIANHAI, LABEL)
    pane = desk.window.pane
    # Its width is the splitter's, which is not what is tried here.
    pane.setParent(None)
    pane.show()
    return pane


def row(desk: Desk, key: str) -> TextRow:
    found = desk.window.pane.row(key)
    assert isinstance(found, TextRow)
    return found


def edit(desk: Desk, key: str, language: str) -> WordsEdit:
    found = row(desk, key).first(language)
    assert isinstance(found, WordsEdit)
    return found


def columns(desk: Desk, key: str) -> list[list[str]]:
    """The languages in each line, from the left."""
    label = row(desk, key)
    lines: dict[int, list[tuple[int, str]]] = {}
    for language in LANGUAGES:
        at = label.first(language).mapTo(label, QPoint(0, 0))
        lines.setdefault(at.y(), []).append((at.x(), language))
    return [[name for _, name in sorted(line)] for _, line in sorted(lines.items())]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (420, [["en"], ["zh-Hant"], ["zh-Hans"], ["pt"]]),
        (720, [["en", "zh-Hant"], ["zh-Hans", "pt"]]),
        (1200, [["en", "zh-Hant", "zh-Hans", "pt"]]),
    ],
)
def test_as_many_stand_side_by_side_as_have_room(
    desk: Desk, pane: QWidget, width: int, expected: list[list[str]]
) -> None:
    pane.resize(width, 700)
    wait_until(lambda: columns(desk, "label") == expected)
    widths = {edit(desk, "label", language).width() for language in LANGUAGES}
    assert max(widths) - min(widths) <= 1


def test_a_long_text_is_as_high_as_its_words(desk: Desk, pane: QWidget) -> None:
    pane.resize(420, 700)
    desk.preview.editing.open(QIANHAI, ())
    words = edit(desk, "introduction", "en")
    wait_until(lambda: words.verticalScrollBar().maximum() == 0)
    narrow = words.height()
    pane.resize(720, 700)
    wait_until(lambda: words.height() != narrow or words.width() > 300)
    assert words.verticalScrollBar().maximum() == 0


def test_by_its_keys_the_original_and_one_language_stay(desk: Desk, pane: QWidget) -> None:
    pane.resize(720, 700)
    pane.activateWindow()
    edit(desk, "label", "en").setFocus()

    def seen() -> list[str]:
        shown = {each.language for each in row(desk, "label")._languages if each.isVisible()}
        return [language for language in LANGUAGES if language in shown]

    assert seen() == list(LANGUAGES)
    for expected in (["en", "zh-Hant"], ["en", "zh-Hans"], ["en", "pt"], list(LANGUAGES)):
        desk.window.pane.languages.go_on()
        assert seen() == expected
    assert desk.window.pane.languages.accessibleName() == "Languages shown: All languages"


def test_tab_goes_language_by_language_and_field_by_field(desk: Desk, pane: QWidget) -> None:
    pane.resize(720, 1400)
    # Another form first, so that rows were not made in the order in which they stand.
    desk.preview.editing.open(QIANHAI, ())
    desk.preview.editing.open(QIANHAI, LABEL)
    title = desk.window.pane._title
    pane.activateWindow()
    title.setFocus()
    names = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is desk.window.pane._more:
            break
        names.append(now.accessibleName())
    texts = [name for name in names if name.startswith("Label, ")]
    assert texts == [
        "Label, English",
        "Label, 繁體中文",
        "Label, 简体中文",
        "Label, Português",
    ]
    fields = [each.accessibleName() for each in desk.window.pane.rows]
    starts = [
        next(number for number, name in enumerate(names) if name.split(",")[0] == field)
        for field in fields
    ]
    assert starts == sorted(starts), dict(zip(fields, starts, strict=True))


def test_what_a_template_left_is_an_empty_field_with_a_hint(desk: Desk, pane: QWidget) -> None:
    pane.resize(720, 700)
    file = desk.content.folder / QIANHAI
    desk.content.change(QIANHAI, "pt: de Hong Kong", "pt: …")
    portuguese = edit(desk, "label", "pt")
    wait_until(lambda: portuguese.toPlainText() == "")
    assert portuguese.placeholderText() not in ("", "…")
    labels = row(desk, "label").findChildren(QLabel)
    wait_until(lambda: any("Missing" in each.text() for each in labels))
    assert "pt: …" in file.read_text("utf-8"), "nothing is written before somebody writes"

    portuguese.setFocus()
    QTest.keyClicks(portuguese, "ouro")
    wait_until(lambda: "pt: ouro" in file.read_text("utf-8"))


def test_words_written_once_are_said_in_each_language_and_once_again(
    desk: Desk, pane: QWidget
) -> None:
    pane.resize(720, 700)
    file = desk.content.folder / "sources.yaml"
    before = file.read_text("utf-8")
    desk.preview.editing.open("sources.yaml", ("peoples-daily-2024-06-16",))
    buttons = row(desk, "title").findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "Say it in each language")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(lambda: edit(desk, "title", "pt").isVisible())
    assert edit(desk, "title", "pt").toPlainText() == "People's Daily overseas edition"
    wait_until(lambda: file.read_text("utf-8") != before)

    assert button.text() == "Say it once for all languages"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_until(lambda: file.read_text("utf-8") == before)
    assert button.text() == "Say it in each language"


def test_nothing_written_yet_can_be_written_once(desk: Desk, pane: QWidget) -> None:
    pane.resize(720, 700)
    file = desk.content.folder / "sources.yaml"
    old = next(line for line in file.read_text("utf-8").split("\n") if "  title:" in line)
    desk.content.change("sources.yaml", old, "  title: {}")
    desk.preview.editing.open("sources.yaml", ("peoples-daily-2024-06-16",))
    wait_until(lambda: edit(desk, "title", "pt").toPlainText() == "")
    found = row(desk, "title").findChildren(QPushButton)
    button = next(each for each in found if each.text() == "Say it once for all languages")
    wait_until(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    once = edit(desk, "title", "")
    assert (
        len([each for each in row(desk, "title").findChildren(WordsEdit) if each.isVisible()]) == 1
    )
    once.setFocus()
    QTest.keyClicks(once, "One")
    wait_until(lambda: '  title: "One"' in file.read_text("utf-8"))


def test_languages_that_are_confirmed_quickly_are_all_confirmed(desk: Desk, pane: QWidget) -> None:
    pane.resize(720, 700)
    label = row(desk, "label")
    wait_until(lambda: len([each for each in _confirms(label) if each.isVisible()]) == 3)
    for button in _confirms(label):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    record = desk.content.folder / "translations.yaml"
    wait_until(lambda: not any(each.isVisible() for each in _confirms(label)))
    wait_until(
        lambda: (
            record.exists() and all(f"{tag}:" in record.read_text("utf-8") for tag in LANGUAGES[1:])
        )
    )


def _confirms(label: TextRow) -> list[QPushButton]:
    found = label.findChildren(QPushButton)
    return [each for each in found if each.accessibleName().startswith("Confirm: ")]
