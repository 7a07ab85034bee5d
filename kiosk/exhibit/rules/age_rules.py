"""The rules that figures are neither too old nor of a day to come: what counts is the date as of
which they hold.

The points of a line or a timeline are history and may be as old as they are.
"""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING

from kiosk.exhibit.model.dated import first_day, last_day
from kiosk.exhibit.model.values import WrittenDate
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kiosk.text.wordings import WrittenFile
    from kiosk.text.yaml_source import Node

_OLD_FIGURE = Rule(
    "old-figure",
    severity=Severity.WARNING,
    why=(
        "Visitors take a figure for that of today. Five years is the age, unless "
        "`figures_age_years` in `exhibit.yaml` says another. The points of a line may be as old "
        "as they are."
    ),
    file="zones/qianhai.yaml",
    wrong="as_of: 2018-06",
    right="as_of: 2024-06",
)


def old_figure(date: str, years: int) -> Message:
    """Figures of a date that is longer ago than so many years."""
    return _OLD_FIGURE.message(
        Phrase("figures as of {date} are more than 1 year old", date=date)
        if years == 1
        else Phrase("figures as of {date} are more than {years} years old", date=date, years=years),
        "look for newer ones",
    )


_FUTURE_DATE = Rule(
    "future-date",
    severity=Severity.WARNING,
    why=(
        "No figure can hold on a day that is still to come, no source can be of that day, and "
        "nobody can have `checked` the exhibit then. A year or a month counts from its first day."
    ),
    file="zones/qianhai.yaml",
    wrong="as_of: 2034-06",
    right="as_of: 2024-06",
)


def _future_date(date: str, what: str) -> Message:
    return _FUTURE_DATE.message(Phrase("{date} is still to come", date=date), what)


RULES = (_OLD_FIGURE, _FUTURE_DATE)
"""The rules of this file."""


def years_before(today: datetime.date, years: int) -> datetime.date:
    """The same day so many years ago; 28 February where there was no 29th."""
    year = max(datetime.MINYEAR, today.year - years)
    return today.replace(year=year, day=min(today.day, calendar.monthrange(year, today.month)[1]))


def old_figures(
    file: WrittenFile, today: datetime.date, years: int, date_units: Collection[str]
) -> Iterator[PlacedMessage]:
    """The dates of figures in a zone's file that are older than so many years.

    A date is as young as it may be: `2020` means the last day of that year.  What is counted in
    one of `date_units` is a day itself and grows no older.
    """
    oldest = years_before(today, years)
    for node in _dates(file.root, date_units):
        try:
            date = WrittenDate.parse(node.value)
        except ValueError:
            continue
        if last_day(date) < oldest:
            yield file.placed(old_figure(str(date), years), node)


def future_dates(file: WrittenFile, today: datetime.date) -> Iterator[PlacedMessage]:
    """The dates in a file of a zone, the sources or the exhibit that begin after today."""
    dates, what = _DATES_OF.get(file.name, (_all_dates, Phrase("write when the figures held")))
    if file.name.startswith("layers/"):
        dates = _layer_dates
    for node in dates(file.root):
        try:
            date = WrittenDate.parse(node.value)
        except ValueError:
            continue
        if first_day(date) > today:
            yield file.placed(_future_date(str(date), what), node)


def _source_dates(root: Node) -> Iterator[Node]:
    for source in root.value.values():
        date = source.at(("date",))
        if date is not None and date.kind == "text":
            yield date


def _day_checked(root: Node) -> Iterator[Node]:
    date = root.at(("checked",))
    if date is not None and date.kind == "text":
        yield date


_DATES_OF = {
    "exhibit.yaml": (
        _day_checked,
        Phrase("write when all of it was last compared with its sources"),
    ),
    "sources.yaml": (_source_dates, Phrase("write when the source was published")),
}
"""Which dates a file beside the zones has, and what was when they were."""


def _all_dates(root: Node) -> Iterator[Node]:
    """Each `as_of` of a panel, a fact or the figure of a page."""
    for panel in _entries(root, "panels"):
        figures = (page.at(("figure",)) for page in _entries(panel, "pages"))
        for owner in (panel, *_entries(panel, "facts"), *filter(None, figures)):
            date = owner.at(("as_of",))
            if date is not None and date.kind == "text":
                yield date


def _layer_dates(root: Node) -> Iterator[Node]:
    """The date of a data layer and those of its points."""
    points = (point.at(("at",)) for point in _entries(root, "points"))
    for date in (root.at(("as_of",)), *points):
        if date is not None and date.kind == "text":
            yield date


def _dates(root: Node, date_units: Collection[str]) -> Iterator[Node]:
    """Each `as_of` that a figure relies on."""
    for panel in _entries(root, "panels"):
        facts = [fact for fact in _entries(panel, "facts") if _ages(fact, date_units)]
        relying = [fact for fact in facts if fact.at(("as_of",)) is None]
        figures = (page.at(("figure",)) for page in _entries(panel, "pages"))
        dated = [figure for figure in figures if figure is not None and _ages(figure, date_units)]
        owners = [*facts, *dated]
        if relying or panel.at(("series",)) is not None:
            owners.insert(0, panel)
        for owner in owners:
            date = owner.at(("as_of",))
            if date is not None and date.kind == "text":
                yield date


def _entries(node: Node, key: str) -> tuple[Node, ...]:
    found = node.at((key,))
    return found.value if found is not None and found.kind == "list" else ()


def _ages(fact: Node, date_units: Collection[str]) -> bool:
    unit = fact.at(("unit",))
    return unit is None or unit.value not in date_units
