"""A field for words is as high as they are, and as its hint while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.workshop.editing.words_edit import WordsEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

HINT = "What the page or report is about: in each language, or once for all of them."


@pytest.fixture
def edit(qapp: object) -> Iterator[WordsEdit]:
    around = QWidget()
    around.resize(400, 400)
    edit = WordsEdit(around)
    edit.setFixedWidth(200)
    around.show()
    edit.setFocus()
    yield edit
    around.close()


def test_a_hint_is_whole_and_nothing_moves_with_the_first_letter(edit: WordsEdit) -> None:
    one_line = edit.height()
    edit.fill("", is_long=False)
    edit.show_hint(HINT)
    QTest.qWait(10)
    lines = -(-QFontMetrics(edit.font()).horizontalAdvance(HINT) // 180)
    high = edit.height()
    around = 2 * edit.document().documentMargin()
    assert lines > 1
    assert high >= lines * edit.fontMetrics().lineSpacing() + around

    QTest.keyClicks(edit, "A")
    edit.fill("A", is_long=False)
    assert edit.height() == high

    edit.fill("Words", is_long=False)
    edit.show_hint("Another field")
    assert edit.height() == one_line


def test_a_long_text_ends_with_a_whole_line(edit: WordsEdit) -> None:
    edit.fill("\n".join("字" * 40 for _ in range(20)), is_long=True)
    QTest.qWait(10)
    line = edit.document().firstBlock().layout().lineAt(0).height()
    last = edit.height() - edit.document().documentMargin() * 2
    assert (last - 9) % line in (0, line), "the border and the padding are left over"
