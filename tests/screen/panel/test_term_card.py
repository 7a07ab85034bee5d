"""The card beside a word never covers it, and fits wherever the word stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractAnimation, QRect, QRectF, QSizeF, QVariantAnimation
from PySide6.QtGui import QColor

from kiosk.exhibit.rules.term_rules import CARD_WORDS, EXPLANATION_WORDS
from kiosk.screen.panel.explained_words import ExplainedWord
from kiosk.screen.panel.term_card import TermCard
from kiosk.text.multilingual import Said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

WINDOWS = {
    "full-hd": ((1920, 1080), QRectF(1180, 28, 704, 926)),
    "portrait": ((1080, 1920), QRectF(36, 828, 1008, 880)),
    "five-to-four": ((1280, 1024), QRectF(600, 26, 640, 880)),
}


def _word(language: str, words: int) -> ExplainedWord:
    said = "字詞" * words if language.startswith("zh") else "explains " * words
    return ExplainedWord("term", "term", Said(said.strip(), language), (), QColor("white"))


def _letters(room: QRectF) -> list[list[QRect]]:
    """Words in all corners and in the middle, and one on two lines."""
    xs = (room.left() + 28, room.center().x(), room.right() - 90)
    ys = (room.top() + 90, room.center().y(), room.bottom() - 40)
    words = [[QRect(round(x), round(y), 60, 28)] for x in xs for y in ys]
    two = [
        QRect(round(xs[2]), round(ys[1]), 60, 28),
        QRect(round(xs[0]), round(ys[1]) + 42, 40, 28),
    ]
    return [*words, two]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize(
    ("words", "text_scale"), [(EXPLANATION_WORDS, 1.0), (EXPLANATION_WORDS, 1.4), (CARD_WORDS, 1.0)]
)
def test_the_card_fits_beside_every_word(
    parent: QWidget, still_look: Look, window: str, language: str, words: int, text_scale: float
) -> None:
    size, room = WINDOWS[window]
    parent.resize(*size)
    look = replace(still_look.sized(QSizeF(*size)), text_scale=text_scale)
    card = TermCard(parent)

    for letters in _letters(room):
        card.explain(_word(language, words), letters, room, language, look)

        assert card.isVisible()
        assert not any(card.geometry().intersects(line) for line in letters)
        assert room.adjusted(-1, -1, 1, 1).contains(card.body), (letters, card.body)


def test_it_comes_in_with_one_movement_and_without_motion_at_once(
    parent: QWidget, moving_look: Look, still_look: Look
) -> None:
    card = TermCard(parent)
    room = WINDOWS["full-hd"][1].translated(-1000, 0)
    (movement,) = card.findChildren(QVariantAnimation)

    card.explain(_word("en", 9), _letters(room)[4], room, "en", moving_look)
    assert movement.state() is QAbstractAnimation.State.Running

    card.explain(_word("en", 9), _letters(room)[4], room, "en", still_look)
    assert movement.state() is QAbstractAnimation.State.Stopped
