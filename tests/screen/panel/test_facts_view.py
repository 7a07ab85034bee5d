"""Every facts panel of the real content is set whole, in every language and text size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QVariantAnimation

from kiosk.exhibit.model.exhibit import FactsPanel
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.flow import INSET_U
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
WIDTH, HEIGHT = 648 + INSET_U, 784
WIDTHS = ((1.0, 648), (1.2, 648), (1.4, 792))
"""By the factor of the type: the panel is wider at the largest size, as in the mocks."""


@pytest.fixture
def view(parent: QWidget) -> FactsView:
    view = FactsView(parent)
    view.resize(WIDTH, HEIGHT)
    view.show()
    return view


def clipped(
    view: FactsView, shown: Iterable[tuple[Zone, FactsPanel]], locale: Locale, look: Look
) -> Iterator[str]:
    """The pages of these panels whose last block reaches below the view."""
    for zone, panel in shown:
        view.show_panel(zone, panel, locale, look)
        for number, page in enumerate(view._pages, 1):
            bottom = page[-1].y + page[-1].block.height
            if bottom > HEIGHT + 0.5:
                yield f"{zone.id}/{panel.id}/{number}: {bottom:.0f}"


def panels(exhibit: Exhibit) -> Iterator[tuple[Zone, FactsPanel]]:
    for zone in exhibit.zones:
        for panel in zone.panels:
            if isinstance(panel, FactsPanel):
                yield zone, panel


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text_scale", "width"), WIDTHS)
def test_no_block_of_some_panels_reaches_below_the_view(
    view: FactsView,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    text_scale: float,
    width: int,
) -> None:
    """Each panel in one of the languages."""
    view.resize(width + INSET_U, HEIGHT)
    locale, look = shipped_locales[language], replace(still_look, text_scale=text_scale)
    some = list(panels(locale.exhibit))[LANGUAGES.index(language) :: len(LANGUAGES)]
    assert list(clipped(view, some, locale, look)) == []


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("text_scale", "width"), WIDTHS)
def test_no_block_reaches_below_the_view(
    view: FactsView,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    text_scale: float,
    width: int,
) -> None:
    view.resize(width + INSET_U, HEIGHT)
    locale, look = shipped_locales[language], replace(still_look, text_scale=text_scale)
    assert list(clipped(view, panels(locale.exhibit), locale, look)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_the_usual_size_every_panel_takes_one_page(
    view: FactsView, shipped_locales: dict[str, Locale], still_look: Look, language: str
) -> None:
    locale, longer = shipped_locales[language], []
    for zone, panel in panels(locale.exhibit):
        view.show_panel(zone, panel, locale, still_look)
        if view.page_count > 1:
            longer.append((zone.id, panel.id))

    assert longer == []


def test_every_fact_is_said_on_some_page(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
) -> None:
    locale = shipped_locales["pt"]
    for zone, panel in panels(shipped_exhibit):
        view.show_panel(zone, panel, locale, still_look)
        heard = view.accessibleDescription()
        for fact in panel.facts:
            assert locale.text(fact.label) in heard, (zone.id, panel.id, fact.id)


def test_less_room_is_set_tighter_and_then_in_more_pages(
    view: FactsView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    zone = shipped_exhibit.zone("qianhai")
    assert zone is not None
    panel = zone.panels[0]
    assert isinstance(panel, FactsPanel)
    pages = []
    heights = []
    for height in (1200, 784, 640, 520):
        view.resize(WIDTH, height)
        view.show_panel(zone, panel, shipped_locales["en"], still_look)
        pages.append(view.page_count)
        heights.append(sum(placed.block.height for page in view._pages for placed in page))

    assert pages[0] == 1
    assert pages == sorted(pages)
    assert pages[-1] > 1
    assert heights[0] >= heights[1], "tighter, not looser"


def test_a_page_beyond_the_last_is_the_last(
    view: FactsView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    zone = shipped_exhibit.zone("qianhai")
    assert zone is not None
    view.resize(WIDTH, 520)
    panel = zone.panels[0]
    assert isinstance(panel, FactsPanel)
    view.show_panel(zone, panel, shipped_locales["en"], still_look)
    view.show_page(view.page_count)
    view.grab()  # Qt's first letters of a size differ by a shade from all later ones.
    last = view.grab().toImage()
    view.show_page(99)
    assert view.grab().toImage() == last

    view.show_page(1)
    first = view.grab().toImage()
    assert first != last
    view.show_page(-5)
    assert view.grab().toImage() == first


def shown_whole(view: FactsView, exhibit: Exhibit, locale: Locale, look: Look) -> QImage:
    """Qianhai's first facts at rest."""
    zone = exhibit.zone("qianhai")
    assert zone is not None
    panel = zone.panels[0]
    assert isinstance(panel, FactsPanel)
    for _ in range(2):  # Qt's first letters of a size differ by a shade from all later ones.
        view.show_panel(zone, panel, locale, look)
        view.finish()
        whole = view.grab().toImage()
    return whole


def test_figures_enter_and_end_where_they_belong(
    view: FactsView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], moving_look: Look
) -> None:
    whole = shown_whole(view, shipped_exhibit, shipped_locales["en"], moving_look)
    view.enter()
    assert view.grab().toImage() != whole

    entrance = view.findChild(QVariantAnimation)
    assert entrance is not None
    wait_until(lambda: entrance.state() == QVariantAnimation.State.Stopped)
    assert view.grab().toImage() == whole


def test_without_motion_figures_are_there_at_once(
    view: FactsView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    whole = shown_whole(view, shipped_exhibit, shipped_locales["en"], still_look)
    view.enter()

    assert view.grab().toImage() == whole
    entrance = view.findChild(QVariantAnimation)
    assert entrance is not None
    assert entrance.state() == QVariantAnimation.State.Stopped


def test_what_has_come_in_piece_by_piece_looks_as_if_it_had_come_at_once(
    view: FactsView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], moving_look: Look
) -> None:
    whole = shown_whole(view, shipped_exhibit, shipped_locales["en"], moving_look)
    view.enter()
    entrance = view.findChild(QVariantAnimation)
    assert entrance is not None
    entrance.pause()
    for moment in range(0, entrance.duration(), entrance.duration() // 9):
        entrance.setCurrentTime(moment)
        view.grab()
    entrance.resume()
    wait_until(lambda: entrance.state() == QVariantAnimation.State.Stopped)

    assert view.grab().toImage() == whole
