"""Nothing at the panel's foot is in the way of anything else, on every panel and screen."""

from __future__ import annotations

import math
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.exhibit.place import PanelPage
from kiosk.screen.arrangement import arrange
from kiosk.screen.control.button import Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.panel.kicker import Kicker
from kiosk.screen.panel.panel_sheet import PanelSheet
from kiosk.screen.panel.source_card import SourceCard
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.exhibit.model.exhibit import Exhibit, Panel, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SCREENS: dict[str, tuple[tuple[int, int], tuple[float, float] | None]] = {
    "full HD of no known size": ((1920, 1080), None),
    "15.6-inch": ((1920, 1080), (344.0, 194.0)),
    "21.5-inch": ((1920, 1080), (476.0, 268.0)),
    "24-inch": ((1920, 1080), (531.0, 299.0)),
    "17-inch, 5:4": ((1280, 1024), (338.0, 270.0)),
    "24-inch, upright": ((1080, 1920), (299.0, 531.0)),
}
SCREENS_AND_LANGUAGES = tuple(product(SCREENS, LANGUAGES))
_HALF = tuple(pair for at, pair in enumerate(SCREENS_AND_LANGUAGES) if (at + at // 4) % 2 == 0)
"""Every screen in two languages, each language on half of the screens."""
_PART = 10
"""`make test` stands on one panel in so many, on others for each screen and language."""
_LEAST_END_U = 16
"""How far the words of a tab stay away from the bar's end at least."""


class Standing:
    """A sheet on a screen of some size."""

    def __init__(self, window: QWidget, look: Look, screen: str) -> None:
        size, millimetres = SCREENS[screen]
        self.look = look.sized(QSizeF(*size), millimetres)
        arrangement = arrange(self.look, QSize(*size))
        window.resize(*size)
        self.sheet = PanelSheet(window)
        self.sheet.setGeometry(arrangement.panel)
        self.sheet.arrange(arrangement.panel_padding_u, arrangement.panel_controls_top)
        self.sheet.show()

    def pages(self, panels: Iterable[tuple[Zone, Panel | None]], locale: Locale) -> Iterator[str]:
        """Stand on each page of these panels, None for the places within; gives what it is."""
        for zone, panel in panels:
            page = pages = 1
            while page <= pages:
                self.sheet.show_page(PanelPage(zone, panel, page), locale, self.look)
                pages = self.sheet.pages
                yield f"{zone.id}/{panel.id if panel else 'places'}/{page}"
                page += 1

    def controls(self) -> list[QAbstractButton]:
        """What can be touched at the sheet's foot."""
        return [
            each
            for each in self.sheet.findChildren(QAbstractButton)
            if each.isVisible() and not isinstance(each.parent(), SourceCard)
        ]

    def target(self, control: QAbstractButton) -> QRectF:
        """What fingers reach of it: what is drawn, or 20 mm where that is more."""
        rect = QRectF(control.rect()).translated(control.mapTo(self.sheet, QPoint()))
        if not isinstance(control, Button):
            return rect
        side, margin = control.side_margin, control.margin
        drawn = rect.adjusted(side, margin, -side, -margin)
        wider = max(0.0, self.look.target - drawn.width()) / 2
        higher = max(0.0, self.look.target - drawn.height()) / 2
        return drawn.adjusted(-wider, -higher, wider, higher)


def all_panels(exhibit: Exhibit) -> Iterator[tuple[Zone, Panel | None]]:
    """Every panel with its zone, and None for the places within one."""
    for zone in exhibit.zones:
        within = [None] if exhibit.zones_within(zone.id) else []
        yield from ((zone, panel) for panel in (*zone.panels, *within))


def faults_of(
    standing: Standing, panels: Iterable[tuple[Zone, Panel | None]], locale: Locale
) -> Iterator[str]:
    """Targets that overlap or leave the panel, and words that touch the ends of their tab."""
    look = standing.look
    bounds = QRectF(standing.sheet.rect()).adjusted(-1, -1, 1, 1)
    for page in standing.pages(panels, locale):
        targets = [(each, standing.target(each)) for each in standing.controls()]
        for (one, mine), (other, theirs) in combinations(targets, 2):
            if min((mine & theirs).width(), (mine & theirs).height()) > 1:
                yield f"{page}: {one.accessibleName()!r} and {other.accessibleName()!r}"
        for each, target in targets:
            if not bounds.contains(target):
                yield f"{page}: {each.accessibleName()!r} leaves the panel"
            end = (each.drawn_width - each.ink) / 2 if isinstance(each, Button) else math.inf
            if each.isCheckable() and end < look.px(_LEAST_END_U):
                yield f"{page}: {each.text()!r} touches its ends"


@pytest.mark.parametrize(("screen", "language"), _HALF)
def test_on_some_panels_no_target_of_the_foot_overlaps_another(
    parent: QWidget,
    still_look: Look,
    shipped_locales: dict[str, Locale],
    screen: str,
    language: str,
) -> None:
    locale = shipped_locales[language]
    first = SCREENS_AND_LANGUAGES.index((screen, language)) % _PART
    some = list(all_panels(locale.exhibit))[first::_PART]

    assert list(faults_of(Standing(parent, still_look, screen), some, locale)) == []


@pytest.mark.soak
@pytest.mark.parametrize(("screen", "language"), SCREENS_AND_LANGUAGES)
def test_on_no_panel_a_target_of_the_foot_overlaps_another(
    parent: QWidget,
    still_look: Look,
    shipped_locales: dict[str, Locale],
    screen: str,
    language: str,
) -> None:
    locale = shipped_locales[language]
    every = all_panels(locale.exhibit)

    assert list(faults_of(Standing(parent, still_look, screen), every, locale)) == []


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("screen", SCREENS)
def test_pager_and_count_stand_in_one_place_on_a_screen(
    parent: QWidget,
    still_look: Look,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    screen: str,
    every: int,
) -> None:
    """In every place and language; the count's digits end at one margin, beside no other words.

    `make test` stands on one panel in four, on others in each language.
    """
    standing = Standing(parent, still_look, screen)
    leafed = [
        (zone, panel)
        for zone, panel in all_panels(shipped_exhibit)
        if panel is not None
        and panel.kind == "facts"
        and len({each.kind for each in zone.panels}) > 1
    ]
    pagers, ends, faults = set(), set(), []
    for number, language in enumerate(LANGUAGES):
        for page in standing.pages(leafed[number % every :: every], shipped_locales[language]):
            shown = [each for each in standing.sheet.findChildren(Pager) if each.isVisible()]
            if not shown:
                continue
            pagers |= {each.geometry().getRect() for each in shown}
            drawn = [
                text for text in drawn_texts(standing.sheet) if isinstance(text.widget, Kicker)
            ]
            if len(drawn) != 2 or (drawn[0].ink & drawn[1].ink).isValid():
                faults.append(f"{language} {page}: {[text.words for text in drawn]}")
            ends.add(round(drawn[-1].ink.right() / 4))
    assert faults == []
    assert (len(pagers), len(ends) <= 2) == (1, True), (pagers, ends)
