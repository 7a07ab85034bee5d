"""Citations: every source that anything on a page names, and what it is the source of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Fact, Panel, StoryPage, StoryPanel
    from kiosk.exhibit.model.values import WrittenDate


@dataclass(frozen=True)
class Citation:
    """One source on a page.

    `facts` are those that name it; none where it is the source of a text or a chart as a whole.
    `as_of` are the dates as of which its figures hold, in their order on the page.
    """

    source: str
    facts: tuple[Fact, ...] = ()
    as_of: tuple[WrittenDate, ...] = ()


def citations(panel: Panel, page: int = 1) -> tuple[Citation, ...]:
    """What a panel cites, or one page of a story, counted from 1; the last where there is none."""
    named: dict[str, Citation] = {}
    for source, fact, as_of in _named(panel, page):
        before = named.get(source, Citation(source))
        named[source] = Citation(
            source,
            before.facts if fact is None else (*before.facts, fact),
            before.as_of if as_of is None or as_of in before.as_of else (*before.as_of, as_of),
        )
    return tuple(named.values())


def common_date(cited: Sequence[Citation]) -> WrittenDate | None:
    """The date as of which all figures hold; None where there are several, told below them."""
    dates = {date for each in cited for date in each.as_of}
    return dates.pop() if len(dates) == 1 else None


def page_facts(panel: Panel, page: int = 1) -> tuple[Fact, ...]:
    """The facts of a panel, or the figure of one page of a story."""
    if panel.kind == "facts":
        return panel.facts
    if panel.kind == "story":
        figure = story_page(panel, page).figure
        return () if figure is None else (figure,)
    return ()


def story_page(panel: StoryPanel, page: int) -> StoryPage:
    """The page of that number, counted from 1; the last where there is none."""
    return panel.pages[max(0, min(page, len(panel.pages)) - 1)]


_Named = tuple[str, "Fact | None", "WrittenDate | None"]


def _named(panel: Panel, page: int) -> Iterator[_Named]:
    if panel.kind == "facts":
        for fact in panel.facts:
            as_of = panel.as_of if fact.as_of is None else fact.as_of
            yield from _each(fact.source or panel.source, fact, as_of)
        yield from _each(panel.source, None, None)
    elif panel.kind == "chart":
        yield from _each(panel.source, None, panel.as_of)
    elif panel.kind == "story":
        shown = story_page(panel, page)
        figure = shown.figure
        of_text = figure.as_of if figure is not None and figure.source is None else None
        yield from _each(shown.source, None, of_text)
        if figure is not None:
            yield from _each(figure.source, figure, figure.as_of)
    else:
        yield from _each(panel.source, None, None)


def _each(
    sources: Iterable[str] | None, fact: Fact | None, as_of: WrittenDate | None
) -> Iterator[_Named]:
    for source in sources or ():
        yield source, fact, as_of
