"""The bar of a whole and its parts: every number stands whole, near the part that it counts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.exhibit import FactsPanel
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.share_bar import ShareBar
from kiosk.screen.teardown import tear_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

    BarsIn = Callable[[str], list[ShareBar]]

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


@pytest.fixture(scope="module")
def bars(
    qapp: object, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> Iterator[BarsIn]:
    """The bar of every facts panel that has one, laid out once in each language."""
    window = QWidget()
    view = FactsView(window)
    view.resize(648 + INSET_U, 784)

    @cache
    def bars_in(language: str) -> list[ShareBar]:
        found = []
        for zone in shipped_exhibit.zones:
            for panel in zone.panels:
                if isinstance(panel, FactsPanel) and any(each.part_of for each in panel.facts):
                    view.show_panel(zone, panel, shipped_locales[language], still_look)
                    blocks = (placed.block for page in view._pages for placed in page)
                    found += [block for block in blocks if isinstance(block, ShareBar)]
        return found

    yield bars_in
    tear_down(window)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_below_a_bar_stands_on_one_line(bars: BarsIn, language: str) -> None:
    found = bars(language)

    assert found
    for bar in found:
        for texts in bar._texts:
            assert texts.texts[0][0].line_count == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_below_a_bar_never_touch(bars: BarsIn, language: str) -> None:
    for bar in bars(language):
        ends = [texts.left + texts.width for texts in bar._texts]
        lefts = [texts.left for texts in bar._texts]

        assert all(end < left for end, left in zip(ends, lefts[1:], strict=False))
        assert ends[-1] <= 648


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bar_ends_at_the_right_margin(bars: BarsIn, still_look: Look, language: str) -> None:
    panel = still_look.theme.panel
    plain = [bar for bar in bars(language) if bar._pictograms is None]

    assert plain
    for bar in plain:
        image = QImage(700, 400, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(panel)
        painter = QPainter(image)
        bar.draw(painter, 8, 0, 1.0)
        painter.end()
        y = round(bar._bar_height / 2)
        drawn = [x for x in range(700) if image.pixelColor(x, y) != panel]
        assert (drawn[0], drawn[-1]) == (8, 8 + round(bar._width) - 1)
