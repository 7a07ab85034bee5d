"""The kicker: its words and the count of pages stand on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.screen.panel.kicker import Kicker
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from kiosk.look.look import Look


@pytest.mark.parametrize(
    ("language", "words", "count"),
    [("zh-Hant", "澳門特區", "1 / 2"), ("en", "Macao SAR", "1 of 2")],
)
def test_the_count_stands_on_the_baseline_of_the_words(
    still_look: Look, language: str, words: str, count: str
) -> None:
    page = QWidget()
    page.resize(648, 80)
    kicker = Kicker(page)
    kicker.resize(648, 56)
    kicker.show_words(words, "pearl", still_look, language, counted=count)
    page.show()

    drawn = {text.words: text for text in drawn_texts(page)}

    baselines = {
        text.origin.y() + text.layout.lineAt(0).y() + text.layout.lineAt(0).ascent()
        for text in drawn.values()
    }
    assert set(drawn) == {words, count}
    assert max(baselines) - min(baselines) < 0.5
