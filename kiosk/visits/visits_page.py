"""One page about visits, for whoever decides what to tell next: whole in itself, and printable."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from kiosk.visits.cells import NOTHING
from kiosk.visits.few_cells import LEAST, OTHER, without_few
from kiosk.visits.page_charts import CLASSES, BarOf, bars, hours
from kiosk.visits.page_map import heat_map
from kiosk.visits.page_style import page_style
from kiosk.visits.totals import (
    added,
    average,
    by_hour_of_day,
    minutes,
    month_so_far,
    totals,
    visits,
    zone_totals,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.screen.map.map_world import MapWorld
    from kiosk.visits.cells import Amount
    from kiosk.visits.counted_names import CountedNames
    from kiosk.visits.totals import Counts

_FEW = "fewer than five"
_MOST_BARS = 24
_SIMPLE = {
    "layer": "Data layers",
    "speech": "Visits that were read aloud",
    "code": "Codes shown for phones",
    "search_failed": "Searches that found nothing",
    "reset": "How visits ended",
}
_NOTE = (
    "Everything is counted by the hour, without knowing anybody. Whatever happened fewer than five"
    " times is told together with others, or not at all. Whoever walks away is counted until"
    " 30 seconds after the last touch."
)


def visits_page(
    ledgers: Mapping[str, Counts],
    names: CountedNames,
    world: MapWorld | None,
    tokens: Mapping[str, Any],
    today: datetime.date,
) -> str:
    """The page as HTML, with its style and charts in it, without any script or link."""
    counts = added(ledgers.values())
    title = escape(f"Visits: {names.title}" if names.title else "Visits")
    body = "".join(_sections(ledgers, counts, names, world, today))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>'
        f"<title>{title}</title><style>{page_style(tokens)}</style></head>\n"
        f"<body><main><h1>{title}</h1>{body}"
        f'<p class="muted"><br/>{escape(_NOTE)}</p></main></body></html>\n'
    )


def _sections(
    ledgers: Mapping[str, Counts],
    counts: Counts,
    names: CountedNames,
    world: MapWorld | None,
    today: datetime.date,
) -> Iterator[str]:
    days = sorted({cell.hour[:10] for cell in counts})
    if not days:
        yield "<p>Nothing was counted.</p>"
        return
    kiosks = "" if len(ledgers) == 1 else f", {len(ledgers)} kiosks together"
    yield f'<p class="muted">{days[0]} to {days[-1]}{kiosks}</p>'
    yield _section("Altogether", _figures(counts))
    yield _section(f"This month up to day {today.day}, and the one before", _months(counts, today))
    if len(ledgers) > 1:
        yield _section("Kiosk by kiosk", _kiosks(ledgers, names))
    zones = without_few(zone_totals(counts))
    if zones:
        told = [BarOf(names.zone(zone), each.times, _said(each)) for zone, each in zones.items()]
        yield _section("Which places", bars(told, "How often each place was opened"))
    opens = {zone: each.times for zone, each in zones.items() if zone != OTHER}
    if world is not None and opens:
        yield _section("Where on the map", heat_map(world, opens, names) + _legend(opens))
    panels = _bars(counts, "place", names)
    if panels:
        yield _section("What was opened there most", panels)
    stories = _stories(counts, names)
    if stories:
        yield _section("Where stories are left", stories)
    yield from _languages_and_more(counts, names)


def _languages_and_more(counts: Counts, names: CountedNames) -> Iterator[str]:
    languages = _by_hour(counts, names)
    if languages:
        told = "<p>In how many visits each language was used, by the hour of the day.</p>"
        yield _section("Languages", told + languages)
    comfort = _bars(counts, "comfort", names, of=visits(counts).times)
    if comfort:
        yield _section("Comfort", comfort)
    films = _bars(counts, "film", names)
    if films:
        yield _section("How far films were played", films)
    for what, heading in _SIMPLE.items():
        chart = _bars(counts, what, names)
        if chart:
            yield _section(heading, chart)


def _section(heading: str, content: str) -> str:
    return f"<section><h2>{escape(heading)}</h2>{content}</section>"


def _figures(counts: Counts) -> str:
    visited = visits(counts)
    opened = sum(each.times for each in totals(counts, "place").values())
    per_visit = f"{opened / visited.times:.1f}" if visited.times >= LEAST else "–"
    told = {
        "visits": _at_least(visited.times),
        "minutes each": _lasted(visited),
        "places and panels opened in each": per_visit,
    }
    parts = (f"<div><b>{value}</b>{words}</div>" for words, value in told.items())
    return f'<div class="figures">{"".join(parts)}</div>'


def _months(counts: Counts, today: datetime.date) -> str:
    this, last = month_so_far(counts, today)
    rows = [["", f"{today:%B %Y}", "the month before"]]
    both = (this, last)
    rows.append(["Visits", *(_at_least(visits(each).times) for each in both)])
    rows.append(["Minutes each", *(_lasted(visits(each)) for each in both)])
    for what, words in (("place", "Places and panels opened"), ("page", "Story pages opened")):
        sums = (sum(each.times for each in totals(month, what).values()) for month in both)
        rows.append([words, *map(_at_least, sums)])
    return _table(rows)


def _kiosks(ledgers: Mapping[str, Counts], names: CountedNames) -> str:
    rows = [["Kiosk", "Visits", "Minutes each", "Opened most"]]
    for kiosk, counts in ledgers.items():
        zones = [zone for zone in without_few(zone_totals(counts)) if zone != OTHER]
        most = names.zone(zones[0]) if zones else "–"
        visited = visits(counts)
        rows.append([kiosk, _at_least(visited.times), _lasted(visited), most])
    return _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    lines += ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in others]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _bars(counts: Counts, what: str, names: CountedNames, *, of: int = 0) -> str:
    told = without_few(totals(counts, what))
    drawn = [
        BarOf(names.name(what, which), each.times, _said(each) if not of else _share(each, of))
        for which, each in list(told.items())[:_MOST_BARS]
    ]
    return bars(drawn, "How often") if drawn else ""


def _stories(counts: Counts, names: CountedNames) -> str:
    """Each story page after page: how often it was opened, and how many went no further."""
    pages, left = totals(counts, "page"), totals(counts, "left")
    stories: dict[str, list[int]] = {}
    for which in pages:
        story, _, page = which.rpartition("/")
        stories.setdefault(story, []).append(int(page))
    parts = []
    for story, numbers in sorted(stories.items(), key=lambda item: -_opens_of(item, pages)):
        told = []
        for number in sorted(numbers):
            opened = pages[f"{story}/{number}"]
            gone = left.get(f"{story}/{number}", NOTHING).times
            if opened.times < LEAST:
                told.append(BarOf(f"page {number}", 0, _FEW))
                continue
            if number == max(numbers):
                # Whoever leaves the last page has read all of it.
                told.append(BarOf(f"page {number}", opened.times, _said(opened)))
                continue
            said = f"{_said(opened)}; left here: {_at_least(gone)}"
            told.append(BarOf(f"page {number}", opened.times, said, gone if gone >= LEAST else 0))
        if any(each.value for each in told):
            name = names.name("place", story)
            parts.append(f"<h3>{escape(name)}</h3>{bars(told, f'{name}, page after page')}")
    return "".join(parts)


def _opens_of(story: tuple[str, Sequence[int]], pages: Mapping[str, Amount]) -> int:
    """How often the pages of a story were opened together."""
    return sum(pages[f"{story[0]}/{number}"].times for number in story[1])


def _by_hour(counts: Counts, names: CountedNames) -> str:
    """Languages by the hour; those that are too few in an hour are told as others of that hour."""
    rows: dict[str, dict[int, int]] = {}
    by_hour: dict[int, dict[str, Amount]] = {}
    for language, in_hours in by_hour_of_day(counts, "language").items():
        for hour, amount in in_hours.items():
            by_hour.setdefault(hour, {})[language] = amount
    for hour, each in sorted(by_hour.items()):
        for language, amount in without_few(each).items():
            name = "others" if language == OTHER else names.name("language", language)
            rows.setdefault(name, {})[hour] = amount.times
    return hours(rows, "Visits in each language by the hour of the day")


def _legend(opens: Mapping[str, int]) -> str:
    most = max(opens.values())
    parts = []
    for number in range(CLASSES):
        first, beyond = (-(-most * each // CLASSES) for each in (number, number + 1))
        last = most if number == CLASSES - 1 else beyond - 1
        if last >= max(first, LEAST):
            box = (
                f'<svg viewBox="0 0 1 1"><rect class="shade-{number}" width="1" height="1"/></svg>'
            )
            parts.append(f"<span>{box}{max(first, LEAST)} to {last}</span>")
    return f'<div class="legend">{"".join(parts)}</div>'


def _said(amount: Amount) -> str:
    lasting = f", {minutes(average(amount))} each" if amount.seconds else ""
    return f"{amount.times}{lasting}"


def _share(amount: Amount, of: int) -> str:
    return f"{amount.times}, {round(100 * amount.times / max(1, of))} % of visits"


def _at_least(times: int) -> str:
    return str(times) if times >= LEAST or not times else _FEW


def _lasted(amount: Amount) -> str:
    return minutes(average(amount)) if amount.times >= LEAST else "–"
