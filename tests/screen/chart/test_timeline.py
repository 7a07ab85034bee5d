"""Timelines: events in order, pearls at their true dates, words that never overlap."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from kiosk.screen.chart.timeline import TimelineChart
from tests.screen.chart.conftest import layout_of, outside, said, series, touching, words_of

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel, Exhibit
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import MakePanel, Painted

EIGHT = (
    "2014-12-07",
    "2018-05",
    "2019-02-18",
    "2021-09-06",
    "2022",
    "2023-08-29",
    "2024",
    "2025-09",
)


def of_events(make_panel: MakePanel, *dates: str, words: str = "A plan is published") -> ChartPanel:
    points = [{"at": date, "label": said(words)} for date in dates]
    return make_panel("timeline", unit=None, series=[series(*points)])


def test_events_are_sorted_and_dates_are_as_precise_as_written(
    timeline: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    assert words_of(layout_of(TimelineChart, timeline, locales["en"], look)) == [
        "7 December 2014",
        "The E-hub opens",
        "2020",
        "Super steel is announced",
        "16 June 2024",
        "1,195 teams",
    ]


def test_pearls_stand_at_their_true_dates(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(
        TimelineChart, of_events(make_panel, "2010", "2013", "2020"), locales["en"], look
    )

    first, second, third = (pearl.centre.y() for pearl in layout.symbols)
    assert (second - first) / (third - first) == pytest.approx(0.3)
    assert third - first > 400


def test_events_too_close_for_their_words_stand_evenly_in_their_order(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    dates = ("1990", "2024-01", "2024-02", "2024-03", "2024-04")
    layout = layout_of(TimelineChart, of_events(make_panel, *dates), locales["en"], look)

    steps = [there.centre.y() - here.centre.y() for here, there in pairwise(layout.symbols)]
    assert steps == pytest.approx([steps[0]] * 4)
    for pearl, leader in zip(layout.symbols, layout.strokes[:-1], strict=True):
        assert {point.y() for point in leader.points} == {pearl.centre.y()}


def test_no_two_events_have_much_less_air_between_them_than_all_could_have(
    shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], look: Look
) -> None:
    (years,) = (
        panel
        for zone in shipped_exhibit.zones
        for panel in zone.panels
        if zone.id == "greater-bay-area" and panel.id == "years"
    )
    assert years.kind == "chart"
    for language, locale in shipped_locales.items():
        layout = TimelineChart()._lay_out(years, locale, look, QSizeF(648, 380))
        assert layout is not None
        rects = [label.rect for label in layout.labels]
        events = [one.united(other) for one, other in zip(rects[::2], rects[1::2], strict=True)]
        gaps = [below.top() - above.bottom() for above, below in pairwise(events)]
        assert min(gaps) > sum(gaps) / len(gaps) * 0.5, language


def test_two_events_of_one_day_have_a_pearl_each(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(
        TimelineChart, of_events(make_panel, "2020-01-01", "2024", "2024"), locales["en"], look
    )

    first, second = layout.symbols[1:]
    assert not first.rect.adjusted(1, 1, -1, -1).intersects(second.rect)


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("unit", [1.0, 2.0])
@pytest.mark.parametrize("count", [2, 4, 6, 8])
def test_words_keep_within_the_chart_and_apart_in_every_language(
    make_panel: MakePanel,
    locales: dict[str, Locale],
    look: Look,
    scale: float,
    unit: float,
    count: int,
) -> None:
    sized = replace(look, u=unit, text_scale=scale)
    for words in (
        "604 teams",
        "Outline development plan for the Greater Bay Area",
        "粵港澳大灣區發展規劃綱要公布",
    ):
        panel = of_events(make_panel, *EIGHT[-count:], words=words)
        for language, locale in locales.items():
            layout = layout_of(TimelineChart, panel, locale, sized)
            assert outside(layout.labels, sized) == [], (words, language)
            assert touching(layout.labels) == [], (words, language)
            assert len(layout.symbols) == count


def test_eight_events_stand_in_type_no_smaller_than_running_text(
    make_panel: MakePanel, locales: dict[str, Locale], look: Look
) -> None:
    for language, locale in locales.items():
        layout = layout_of(TimelineChart, of_events(make_panel, *EIGHT), locale, look)
        fonts = [label.setting._layout.font() for label in layout.labels]
        assert min(font.pixelSize() for font in fonts) >= 24, language


def test_the_entrance_runs_down_the_line_and_the_words_are_there_from_the_beginning(
    timeline: ChartPanel, painted: Painted, locales: dict[str, Locale], look: Look
) -> None:
    layout = layout_of(TimelineChart, timeline, locales["en"], look)
    start, half, end = (painted(timeline, progress=progress) for progress in (0.0, 0.5, 1.0))

    first, last = (layout.symbols[index].centre.toPoint() for index in (0, -1))
    assert start.pixelColor(first) == look.theme.panel
    assert half.pixelColor(first) == look.theme.series[2]
    assert half.pixelColor(last) == look.theme.panel
    assert end.pixelColor(last) == look.theme.pearl
    left = round(min(label.rect.left() for label in layout.labels))
    words = start.rect().adjusted(left, 0, 0, 0)
    assert start.copy(words) == end.copy(words)


def test_no_events_draw_nothing(make_panel: MakePanel, painted: Painted, look: Look) -> None:
    image = painted(make_panel("timeline", unit=None, series=[series({"at": "2024"})]))

    blank = QImage(image)
    blank.fill(look.theme.panel)
    assert image == blank
