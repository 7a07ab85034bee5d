"""Every figure's source is one touch away, whole, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.values import WrittenDate
from kiosk.look.typesetting import set_text
from kiosk.screen.control.button import Button
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
CONTROLS_TOP = 968.0


@pytest.fixture
def card(parent: QWidget) -> SourceCard:
    card = SourceCard(parent)
    card.resize(776, 1080)
    card.show()
    return card


@pytest.mark.parametrize(
    ("language", "publisher", "date"),
    [
        ("en", "People's Daily", "16 June 2024"),
        ("zh-Hant", "《人民日報》", "2024年6月16日"),
        ("zh-Hans", "《人民日报》", "2024年6月16日"),
        ("pt", "Diário do Povo", "16 de junho de 2024"),
    ],
)
def test_the_card_says_publisher_and_date(
    card: SourceCard,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    publisher: str,
    date: str,
) -> None:
    source = shipped_exhibit.sources["peoples-daily-2024-06-16"]
    locale = shipped_locales[language]
    card.show_sources([source], None, locale, still_look, controls_top=CONTROLS_TOP)

    assert card.accessibleName() == locale.say("about_this_source")
    assert publisher.strip("《》") in card.accessibleDescription()
    assert date in card.accessibleDescription()
    drawn = _drawn(card)
    assert any(publisher.strip("《》") in line for line in drawn)
    assert date in drawn


def test_the_card_says_as_of_when_the_figures_hold(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    source = shipped_exhibit.sources["peoples-daily-2024-06-16"]
    as_of = WrittenDate.parse("2024-05")
    card.show_sources([source], as_of, shipped_locales["en"], still_look, controls_top=CONTROLS_TOP)

    assert "May 2024" in _drawn(card)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_source_fits_its_card(
    card: SourceCard,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    clipped = []
    for source in shipped_exhibit.sources.values():
        card.show_sources(
            [source], None, shipped_locales[language], still_look, controls_top=CONTROLS_TOP
        )
        for page in card._pages:
            for block, top in page:
                if top + block.height > CONTROLS_TOP:
                    clipped.append(source.id)

    assert clipped == []


def test_many_sources_are_leafed_through(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    sources = list(shipped_exhibit.sources.values())[:12]
    card.show_sources(sources, None, shipped_locales["en"], still_look, controls_top=CONTROLS_TOP)
    assert sum(len(page) for page in card._pages) == 12
    for page in card._pages:
        block, top = page[-1]
        assert top + block.height <= CONTROLS_TOP

    on = next(each for each in card.findChildren(Button) if each.key == "on")
    first = card.grab().toImage()
    turns = 0
    while on.isEnabled():
        on.click()
        turns += 1
    assert turns == len(card._pages) - 1
    assert card.grab().toImage() != first


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_is_a_target_and_keeps_to_its_width(
    parent: QWidget,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    note = SourceNote(parent)
    locale = shipped_locales[language]
    for source in shipped_exhibit.sources.values():
        words = locale.sources_line([source.id], None)
        note.show_source(
            words, locale.say("source_spoken", source=words), 648, still_look, language
        )
        assert note.height() >= still_look.target
        assert note.width() <= 648 + 16
        assert note.accessibleName() != ""
        text = set_text(still_look, words, language=language, role="source", width=648 - 36)
        assert note.height() >= text.size.height()


def _drawn(card: SourceCard) -> list[str]:
    return [
        setting._layout.text()
        for page in card._pages
        for block, _ in page
        for setting, _, _ in block.lines
    ]
