"""Every figure's source is one touch away, whole, in every language."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.citations import citations
from kiosk.languages.quotes import curled
from kiosk.screen.control.button import Button
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_lines import panel_source_lines
from kiosk.screen.panel.source_note import SourceNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit, Panel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
CONTROLS_TOP = 968.0
LINE_WIDTH = 648.0


@pytest.fixture
def card(parent: QWidget) -> SourceCard:
    card = SourceCard(parent)
    card.resize(776, 1080)
    card.show()
    return card


def _panels(exhibit: Exhibit) -> Iterator[tuple[Panel, int]]:
    """Every page of every panel; those of facts and charts cite the same on all pages."""
    for zone in exhibit.zones:
        for panel in zone.panels:
            pages = len(panel.pages) if panel.kind == "story" else 1
            yield from ((panel, page) for page in range(1, pages + 1))


def _panel(exhibit: Exhibit, zone_id: str, panel_id: str) -> Panel:
    zone = exhibit.zone(zone_id)
    assert zone is not None
    panel = zone.panel(panel_id)
    assert panel is not None
    return panel


def _drawn(card: SourceCard) -> list[str]:
    return [
        setting.layout.text()
        for page in card.pages
        for entry, _ in page
        for setting, _, _ in entry.texts
    ]


def _codes(card: SourceCard) -> list[str]:
    return [entry.address for page in card.pages for entry, _ in page if entry.code is not None]


@pytest.mark.parametrize(
    ("language", "publisher", "date"),
    [
        ("en", "People's Daily", "16 June 2024"),
        ("zh-Hant", "人民日報", "2024年6月16日"),
        ("zh-Hans", "人民日报", "2024年6月16日"),
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
    panel = _panel(shipped_exhibit, "qianhai", "teams")
    locale = shipped_locales[language]
    card.show_sources(panel, 1, locale, still_look, controls_top=CONTROLS_TOP)

    assert card.accessibleName() == locale.say("about_this_source")
    for told in (card.accessibleDescription(), "".join(_drawn(card))):
        plain = told.replace("\u00a0", " ")
        assert publisher in plain.replace("’", "'")
        assert date in plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_a_page_cites_is_on_its_card_and_fits(
    card: SourceCard,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    locale = shipped_locales[language]
    wrong = []
    for panel, page in _panels(shipped_exhibit):
        card.show_sources(panel, page, locale, still_look, controls_top=CONTROLS_TOP)
        drawn = _drawn(card)
        sources = [shipped_exhibit.sources[each.source] for each in citations(panel, page)]
        wrong += [
            (panel.id, each.id) for each in sources if curled(locale.text(each.title)) not in drawn
        ]
        assert _codes(card) == [each.code for each in sources if each.code]
        for entries in card.pages:
            entry, top = entries[-1]
            if top + entry.height > CONTROLS_TOP:
                wrong.append((panel.id, "below the button"))

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_cites_anything_says_so_in_one_line(
    parent: QWidget,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    note = SourceNote(parent)
    locale = shipped_locales[language]
    for panel, page in _panels(shipped_exhibit):
        lines = panel_source_lines(panel, page, locale)
        assert lines, f"{panel.id} cites nothing"
        note.show_source(lines, lines[0], LINE_WIDTH, still_look, language)
        assert still_look.target <= note.height() < 2 * still_look.target
        assert note.width() <= LINE_WIDTH + 16
        assert note.accessibleName() != ""


def test_several_sources_are_counted_and_say_what_each_is_the_source_of(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    panel, locale = _panel(shipped_exhibit, "hong-kong", "city"), shipped_locales["en"]
    assert panel_source_lines(panel, 1, locale) == ("3 sources",)

    card.show_sources(panel, 1, locale, still_look, controls_top=CONTROLS_TOP)
    assert panel.kind == "facts"
    for fact in panel.facts:
        assert locale.fact_words(fact) in _drawn(card)


def test_of_several_sources_the_one_of_the_figures_without_a_note_is_named(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale]
) -> None:
    panel = _panel(shipped_exhibit, "hengqin", "start-ups")
    longest, *_, shortest = panel_source_lines(panel, 1, shipped_locales["en"])
    assert longest.startswith("People's Daily, 16 June 2024")
    assert longest.endswith(" · 2 sources")
    assert shortest == "2 sources"


def test_a_reprint_is_called_one_and_gives_no_code(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    locale = shipped_locales["en"]
    reprints = [each for each in shipped_exhibit.sources.values() if each.reprint]
    assert len(reprints) > 12
    for panel, page in _panels(shipped_exhibit):
        cited = {each.source for each in citations(panel, page)}
        card.show_sources(panel, page, locale, still_look, controls_top=CONTROLS_TOP)
        drawn = _drawn(card)
        for source in reprints:
            if source.id in cited:
                assert locale.say("reprinted_at", host=source.host) in drawn
                assert source.address not in (*drawn, *_codes(card))
                assert locale.sources_line([source.id], None).endswith("(reprint)")


def test_the_card_says_how_a_figure_was_calculated(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    locale = shipped_locales["en"]
    for zone, panel, line in (
        ("qianhai", "teams", "504 from elsewhere: 1,195 − 691"),
        ("qianhai", "six-in-ten", "504 from elsewhere: 1,195 − 691"),
        ("quantum-science-center", "centre", "3 led by Hong Kong: half of the first six projects"),
    ):
        shown = _panel(shipped_exhibit, zone, panel)
        card.show_sources(shown, 1, locale, still_look, controls_top=CONTROLS_TOP)
        assert line in _drawn(card)
        assert line in card.accessibleDescription()


def test_many_sources_are_leafed_through(
    card: SourceCard, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    panel = _panel(shipped_exhibit, "greater-bay-area", "world-rank")
    card.show_sources(panel, 1, shipped_locales["en"], still_look, controls_top=CONTROLS_TOP)
    counts = [len(page) for page in card.pages]
    assert sum(counts) == len(citations(panel))
    assert max(counts) - min(counts) <= 1

    on = next(each for each in card.findChildren(Button) if each.key == "on")
    first = card.grab().toImage()
    turns = 0
    while on.isEnabled():
        on.click()
        turns += 1
    assert turns == len(card.pages) - 1
    assert card.grab().toImage() != first


def test_what_is_too_long_for_one_line_ends_in_dots(parent: QWidget, still_look: Look) -> None:
    note = SourceNote(parent)
    note.show_source(["A publisher with a long name, 2024"], "name", 200, still_look, "en")
    assert note.width() <= 216
    assert note.text() == "A publisher with a long name, 2024"


SHAPES = {
    "full-hd": ((776, 1080), 968.0, 1.0, 1.0),
    "largest text": ((776, 1080), 968.0, 1.0, 1.4),
    "portrait": ((1080, 1060), 948.0, 1.0, 1.4),
    "five to four": ((614, 1024), 918.0, 0.948, 1.4),
    "smallest": ((517, 720), 645.0, 0.667, 1.4),
}
"""The card's size, where its button begins, the unit, and the factor of its type."""
SHAPES_AND_LANGUAGES = tuple(product(SHAPES, LANGUAGES))
PART = 10
"""`make test` looks at one page in so many, at others for each shape and language."""


class Standing:
    """A card of some shape, with what is shown on it."""

    def __init__(self, parent: QWidget, look: Look, locale: Locale, shape: str) -> None:
        size, self.controls_top, unit, scale = SHAPES[shape]
        self.look, self.locale = replace(look, u=unit, text_scale=scale), locale
        self.card = SourceCard(parent)
        self.card.resize(*size)

    def faults(self, panels: Iterable[tuple[Panel, int]]) -> Iterator[str]:
        """What lies on anything else or beyond the card, for these pages of panels."""
        margin, least_code = self.look.px(64), self.look.px(200)
        for panel, page in panels:
            top = self.controls_top
            self.card.show_sources(panel, page, self.locale, self.look, controls_top=top)
            for entries in self.card.pages:
                bottom = 0.0
                for entry, top in entries:
                    if top < bottom:
                        yield f"{panel.id}/{page}: overlap"
                    bottom = top + entry.height
                    drawn = [setting.rect(at.x(), at.y()) for setting, at, _ in entry.texts]
                    if entry.code is not None:
                        drawn.append(entry.code)
                        if entry.code.width() < least_code:
                            yield f"{panel.id}/{page}: a small code"
                    if max(rect.right() for rect in drawn) > self.card.width() - 2 * margin + 1:
                        yield f"{panel.id}/{page}: too wide"
                if bottom > self.controls_top:
                    yield f"{panel.id}/{page}: below the button"


@pytest.mark.parametrize(("shape", "language"), SHAPES_AND_LANGUAGES)
def test_on_some_cards_nothing_lies_on_anything_else_or_beyond_them(
    parent: QWidget,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    shape: str,
    language: str,
) -> None:
    locale = shipped_locales[language]
    first = SHAPES_AND_LANGUAGES.index((shape, language)) % PART
    some = list(_panels(locale.exhibit))[first::PART]
    assert list(Standing(parent, still_look, locale, shape).faults(some)) == []


@pytest.mark.soak
@pytest.mark.parametrize(("shape", "language"), SHAPES_AND_LANGUAGES)
def test_on_no_card_anything_lies_on_anything_else_or_beyond_it(
    parent: QWidget,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    shape: str,
    language: str,
) -> None:
    locale = shipped_locales[language]
    every = _panels(locale.exhibit)
    assert list(Standing(parent, still_look, locale, shape).faults(every)) == []
