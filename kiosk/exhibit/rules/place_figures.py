"""The figures of one place: of its facts, its charts and the pages of its stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel, Panel, Series
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.text.multilingual import Text
    from kiosk.text.yaml_source import Location


class PlaceFigure(NamedTuple):
    """A figure of a place, and how a message names it; `is_part`: a part of a whole, or a whole."""

    value: Value
    number: Decimal
    unit: str | None
    as_of: WrittenDate | None
    location: Location
    called: str
    is_part: bool = False


def figures_of(panel: Panel, at: Location) -> Iterator[PlaceFigure]:
    """Every number of a panel, with the position of each that is in the zone's file."""
    if panel.kind == "facts":
        for index, fact in enumerate(panel.facts):
            if fact.value.number is not None:
                here = (*at, "facts", index, "value")
                yield PlaceFigure(
                    fact.value,
                    fact.value.number,
                    fact.unit,
                    fact.as_of or panel.as_of,
                    here,
                    Phrase("the fact '{fact}'", fact=fact.id),
                )
    elif panel.kind == "story":
        for index, page in enumerate(panel.pages):
            fact_of_page = page.figure
            if fact_of_page is not None and fact_of_page.value.number is not None:
                yield PlaceFigure(
                    fact_of_page.value,
                    fact_of_page.value.number,
                    fact_of_page.unit,
                    fact_of_page.as_of,
                    (*at, "pages", index, "figure", "value"),
                    Phrase("the figure of page {page}", page=index + 1),
                )
    elif panel.kind == "chart":
        yield from _figures_of_chart(panel, at)


def _figures_of_chart(panel: ChartPanel, at: Location) -> Iterator[PlaceFigure]:
    called = Phrase("the chart")
    if panel.of is not None and panel.of.number is not None:
        here = (*at, "of")
        yield PlaceFigure(panel.of, panel.of.number, panel.unit, panel.as_of, here, called, True)
    for index, series in enumerate(panel.series):
        here = (*at, "series", index)
        values = [(series.value, panel.as_of), *((each.value, each.at) for each in series.points)]
        for value, date in values:
            if value is not None and value.number is not None:
                is_part = panel.of is not None
                yield PlaceFigure(value, value.number, panel.unit, date, here, called, is_part)


def texts_of(panel: Panel, at: Location) -> Iterator[tuple[Location, Text]]:
    """The sentences of a panel that speak of its figures."""
    if panel.kind == "chart":
        yield (*at, "headline"), panel.headline
        yield (*at, "sentence"), panel.sentence
    elif panel.kind == "story":
        yield (*at, "summary"), panel.summary
        for index, page in enumerate(panel.pages):
            yield (*at, "pages", index, "text"), page.text
    elif panel.kind == "people":
        for index, person in enumerate(panel.people):
            yield (*at, "people", index, "text"), person.text
    elif panel.kind == "events":
        for index, event in enumerate(panel.events):
            yield (*at, "events", index, "text"), event.text
    elif panel.kind == "comparison":
        yield (*at, "text"), panel.text


def dated_values(
    series: Series, panel: ChartPanel
) -> Iterator[tuple[Value, WrittenDate | None, Location]]:
    """The one value of a series, or each of its points that has a date."""
    if series.value is not None and panel.chart in ("waffle", "share", "bar", "areas", "depths"):
        yield series.value, None, ("value",)
    for index, point in enumerate(series.points):
        if point.at is not None and point.value is not None:
            inside: Location = ("data",) if series.data else ("points", index, "value")
            yield point.value, point.at, inside
