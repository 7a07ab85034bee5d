"""A text with no room at once goes on further pages, and nothing of it is lost or cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.look.look import Look, read_look
from kiosk.look.span import Span
from kiosk.screen.panel.divided_text import set_in_parts, set_what_fits
from kiosk.screen.steps import at_once
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SENTENCES = "The bay has eleven cities. They grow together. Nobody had counted on that."
TEXTS = {
    "en": SENTENCES,
    "one sentence": "Eleven cities grow together around the mouth of the Pearl River",
    "zh-Hant": "十一個城市，沿珠江口而立，一起成長，一起建橋，一起做研究，一起走向世界",
}
WIDTH = 400.0


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return replace(read_look(shipped("assets")), divides_texts=True)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("lines", [1.2, 2.2, 9.0])
def test_every_part_has_room_and_together_they_say_all(look: Look, name: str, lines: float) -> None:
    language = name if name != "one sentence" else "en"
    words, line = TEXTS[name], look.style("secondary").size * 2
    room = (WIDTH, lines * line)
    parts = at_once(set_in_parts([Span(words)], look, language, "secondary", ((WIDTH, 1.0), room)))

    assert parts[0] is None
    settings = [part for part in parts if part is not None]
    assert all(part.size.height() <= room[1] for part in settings)
    told = "".join(part.text for part in settings)
    assert told.replace(" ", "") == words.replace(" ", "")


def test_parts_end_with_sentences_where_these_have_room(look: Look) -> None:
    whole, _ = set_what_fits([Span(SENTENCES)], look, "en", "secondary", (WIDTH, 1e6))
    assert whole is not None
    room = (WIDTH, whole.size.height() - 1)
    first, rest = set_what_fits([Span(SENTENCES)], look, "en", "secondary", room)

    assert first is not None
    assert first.text.rstrip().endswith(".")
    assert "".join(span.text for span in rest) in SENTENCES


def test_as_the_exhibit_begins_nothing_is_divided(look: Look) -> None:
    usual = replace(look, divides_texts=False)
    setting, rest = set_what_fits([Span(SENTENCES)], usual, "en", "secondary", (WIDTH, 1.0))

    assert setting is not None
    assert setting.text == SENTENCES
    assert not rest
