"""How the figures of a page came about that no source states: in the words of a curator, or as
the subtraction that leaves the rest of a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.citations import page_facts
from kiosk.exhibit.model.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import ChartPanel, Fact, Panel
    from kiosk.screen.locale import Locale
    from kiosk.text.multilingual import Text

_MINUS = " − "
_WHOLE_SERIES = frozenset({"waffle", "share"})


def calculations(panel: Panel, page: int, locale: Locale) -> tuple[str, ...]:
    """One line for each calculated figure of a panel, or of one page of a story, as drawn."""
    if panel.kind == "facts":
        lead = next((fact for fact in panel.facts if fact.lead), panel.facts[0])
        parts = [fact for fact in panel.facts if fact.part_of == lead.id]
        others = [fact for fact in panel.facts if fact is not lead and fact not in parts]
        return (
            *_written((lead, *parts), locale),
            *_rest_of_facts(lead, parts, locale),
            *_written(others, locale),
        )
    if panel.kind == "chart":
        return tuple(_rest_of_chart(panel, locale))
    return tuple(_written(page_facts(panel, page), locale))


def _written(facts: Iterable[Fact], locale: Locale) -> Iterator[str]:
    """What a curator wrote of the facts that were calculated."""
    for fact in facts:
        if fact.calculated is not None:
            words = locale.text(fact.calculated)
            yield locale.say("labelled", label=locale.fact_words(fact), figure=words)


def _rest_of_facts(lead: Fact, parts: Sequence[Fact], locale: Locale) -> Iterator[str]:
    if lead.value.number is None or any(fact.bound for fact in (lead, *parts)):
        return
    names = (lead.rest, *(part.rest for part in parts))
    values = [part.value for part in parts]
    if values:
        yield from _rest(lead.value, values, lead.unit, _first(names), locale)


def _rest_of_chart(panel: ChartPanel, locale: Locale) -> Iterator[str]:
    if panel.chart in _WHOLE_SERIES and panel.of is not None and panel.unit is not None:
        values = [series.value for series in panel.series if series.value is not None]
        yield from _rest(panel.of, values, panel.unit, panel.rest, locale)


def _rest(
    whole: Value, parts: Sequence[Value], unit: str, name: Text | None, locale: Locale
) -> Iterator[str]:
    """The rest of a whole with the numbers that it is calculated from; none where none is left."""
    rest = _number(whole) - sum(map(_number, parts))
    if rest <= 0:
        return
    label = locale.say("the_rest") if name is None else locale.text(name)
    words = locale.labelled(unit, locale.figure(Value.of(rest), unit), label)
    terms = (locale.figure(value, unit).drawn for value in (whole, *parts))
    yield locale.say("labelled", label=words, figure=_MINUS.join(terms))


def _number(value: Value) -> Decimal:
    assert value.number is not None
    return value.number


def _first(names: Sequence[Text | None]) -> Text | None:
    return next((name for name in names if name is not None), None)
