"""No page of a panel is half empty: the largest void is 250 u high, but where it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF
from PySide6.QtWidgets import QAbstractButton

from kiosk.exhibit.place import PanelPage
from kiosk.exhibit.reading.cover import read_cover
from kiosk.geography.drawing import read_drawing
from kiosk.screen.arrangement import arrange
from kiosk.screen.map.map_world import build_world
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.story_map import StoryMap
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZE = (1920, 1080)
_MOST_U = 250


def inked(sheet: PanelSheet) -> Iterator[QRectF]:
    """What is drawn on the sheet: texts, controls, bars, pictures."""
    yield from (text.ink for text in drawn_texts(sheet))
    for facts in sheet.findChildren(FactsView):
        if facts.isVisible():
            for placed in facts._pages[facts._page]:
                yield QRectF(0, facts.y() + placed.y, 1, placed.block.height)
    for kind in (QAbstractButton, StoryMap):
        for widget in sheet.findChildren(kind):
            if widget.isVisible() and not isinstance(widget.parent(), SourceCard):
                at = widget.mapTo(sheet, QPoint())
                yield QRectF(at.x(), at.y(), widget.width(), widget.height())


def largest_void(sheet: PanelSheet, u: float) -> float:
    """The highest band across the sheet in which nothing is, in u."""
    spans = sorted((rect.top(), rect.bottom()) for rect in inked(sheet) if not rect.isEmpty())
    void, reached = 0.0, 0.0
    for top, bottom in spans:
        void = max(void, top - reached)
        reached = max(reached, bottom)
    return max(void, sheet.height() - reached) / u


@pytest.fixture
def sheet(parent: QWidget, still_look: Look, shipped_exhibit: Exhibit) -> PanelSheet:
    """An empty sheet at its place in a window of that size."""
    arrangement = arrange(still_look.sized(QSizeF(*SIZE)), QSize(*SIZE))
    parent.resize(*SIZE)
    sheet = PanelSheet(parent)
    cover = read_cover(shipped_exhibit.folder)
    sheet.set_world(build_world(read_drawing(shipped_exhibit.map_file), cover.landmarks))
    sheet.setGeometry(arrangement.panel)
    sheet.arrange(arrangement.panel_padding_u, arrangement.panel_controls_top)
    sheet.show()
    return sheet


def panels(exhibit: Exhibit) -> Iterator[tuple[Zone, Panel | None]]:
    """Every panel but charts, which fill theirs; None for the places within a zone."""
    for zone in exhibit.zones:
        yield from ((zone, panel) for panel in zone.panels if panel.kind != "chart")
        if exhibit.zones_within(zone.id):
            yield zone, None


def voids(
    sheet: PanelSheet, shown: Iterable[tuple[Zone, Panel | None]], locale: Locale, look: Look
) -> dict[str, int]:
    """The pages of these panels with a void that is too high, and how high it is, in u."""
    found = {}
    for zone, panel in shown:
        page = pages = 1
        while page <= pages:
            sheet.show_page(PanelPage(zone, panel, page), locale, look)
            pages = sheet.pages
            void = largest_void(sheet, look.u)
            if void > _MOST_U:
                found[f"{zone.id}/{panel.id if panel else 'places'}/{page}"] = round(void)
            page += 1
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_pages_of_facts_places_and_stories_have_no_large_void(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look, language: str
) -> None:
    """Each page in one of the languages."""
    locale = shipped_locales[language]
    some = list(panels(locale.exhibit))[LANGUAGES.index(language) :: len(LANGUAGES)]
    assert voids(sheet, some, locale, still_look.sized(QSizeF(*SIZE))) == {}


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_facts_places_or_a_story_has_a_large_void(
    sheet: PanelSheet, shipped_locales: dict[str, Locale], still_look: Look, language: str
) -> None:
    locale = shipped_locales[language]
    every = panels(locale.exhibit)
    assert voids(sheet, every, locale, still_look.sized(QSizeF(*SIZE))) == {}
