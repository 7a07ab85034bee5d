"""Every panel of a tab is reached by back and on, however many pages the others have."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.screen.control.pager import Pager
from kiosk.screen.panel.panel_turns import PanelTurns

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale


@pytest.mark.parametrize(
    ("kinds", "pages"),
    list(
        product(
            [("people", "quote"), ("quote", "people"), ("events", "events"), ("people", "people")],
            [(1, 1), (2, 1), (1, 2), (2, 2)],
        )
    ),
)
def test_each_page_of_each_panel_follows_the_one_before(
    kinds: tuple[str, str], pages: tuple[int, int]
) -> None:
    panels = tuple(SimpleNamespace(id=f"p{at}", kind=kind) for at, kind in enumerate(kinds))
    zone: Any = SimpleNamespace(panels=panels)
    at, page, seen = 0, 1, [(0, 1)]
    while (way := PanelTurns(zone, zone.panels[at], page, pages[at]).leads_to(1)) is not None:
        at, page = (at, way) if isinstance(way, int) else (int(way[1:]), 1)
        seen.append((at, page))
    assert seen == [(each, n) for each in (0, 1) for n in range(1, pages[each] + 1)]


@pytest.mark.parametrize(
    ("kinds", "back", "on"),
    [
        (("facts", "story"), "p0", "p0"),
        (("story", "chart"), "", "p1"),
        (("story", "chart", "gallery"), "", "p1"),
        (("story",), "", ""),
    ],
)
def test_a_story_leads_on_to_what_is_no_story(kinds: tuple[str, ...], back: str, on: str) -> None:
    """A chart behind a place's first story could not be reached: there are no tabs below it."""
    panels: list[Any] = [SimpleNamespace(id=f"p{at}", kind=kind) for at, kind in enumerate(kinds)]
    zone: Any = SimpleNamespace(panels=panels)
    first = next(panel for panel in panels if panel.kind == "story")
    last = [panel for panel in panels if panel.kind in ("story", "gallery")][-1]

    assert PanelTurns(zone, first, 1, 1).leads_to(-1) == back
    assert PanelTurns(zone, last, 1, 1).leads_to(1) == on


def test_buttons_stay_on_where_other_panels_stand_before_or_beyond(
    qapp: object, still_look: Look, shipped_locales: dict[str, Locale]
) -> None:
    window = QWidget()
    pager = Pager(window, large=False)
    back, on = pager.buttons
    for number, before, beyond in product((1, 2), (False, True), (False, True)):
        area = QRect(0, 0, 200, 80)
        pager.place(
            area,
            number,
            2,
            shipped_locales["en"],
            still_look,
            goes_before=before,
            goes_beyond=beyond,
        )
        assert (back.isEnabled(), on.isEnabled()) == (number > 1 or before, number < 2 or beyond)
