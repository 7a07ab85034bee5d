"""The charts of the shipped exhibit: labels within them and apart, one scale, one kapok."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSizeF

from kiosk.screen.chart.axis_chart import AxisChart
from kiosk.screen.chart.kinds import KINDS
from tests.screen.chart.conftest import letters, touching, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.chart.axis_layout import AxisLayout
    from kiosk.screen.locale import Locale

_SIZES = (QSizeF(632, 430), QSizeF(960, 560))
_POWERS = re.compile(r"\d\s?(million|billion|trillion|milhões|biliões|mil milhões|[萬万億亿]+)")


def _axis_charts(exhibit: Exhibit) -> Iterator[ChartPanel]:
    for panel in (panel for zone in exhibit.zones for panel in zone.panels):
        if panel.kind == "chart" and issubclass(KINDS[panel.chart], AxisChart):
            yield panel


def _layouts(exhibit: Exhibit, locale: Locale, look: Look) -> Iterator[tuple[str, AxisLayout]]:
    for panel, size in product(_axis_charts(exhibit), _SIZES):
        kind = KINDS[panel.chart]
        assert issubclass(kind, AxisChart)
        layout = kind()._lay_out(panel, locale, look, size)
        assert layout is not None
        bounds = QRectF(-2, -2, size.width() + 4, size.height() + 4)
        for label in layout.labels:
            assert bounds.contains(letters(label)), (panel.id, label.setting.text)
        yield panel.id, layout


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_labels_are_within_off_each_other_and_in_one_scale(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], look: Look, language: str
) -> None:
    for panel, layout in _layouts(shipped_exhibit, shipped_locales[language], look):
        assert not touching(layout.labels), panel
        powers = {power for words in words_of(layout) for power in _POWERS.findall(words)}
        assert len(powers) <= 1, (panel, powers)


def test_one_bar_or_point_of_a_chart_is_kapok(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], look: Look
) -> None:
    for panel, layout in _layouts(shipped_exhibit, shipped_locales["en"], look):
        kapok = look.theme.series[0].rgb()
        fills = [bar.brush for bar in layout.bars]
        bars = [
            (
                brush.gradient().stops()[0][1] if brush.gradient() is not None else brush.color()
            ).rgb()
            for brush in fills
        ]
        found = [color == kapok for color in bars]
        found += [symbol.fill.rgb() == kapok for symbol in layout.symbols]
        lines = {stroke.color.rgb() for stroke in layout.strokes}
        assert sum(found) == 1 or kapok in lines, panel
