"""A fact in one line, as lists show it: its number first, then what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.look.span import Span

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Fact
    from kiosk.screen.locale import Locale

_FIGURE_WEIGHT, _LABEL_WEIGHT = 700, 400
_EN_SPACE = "\u2002"


@dataclass(frozen=True)
class FactLine:
    """A figure with its label; `spoken` is the same as a phrase for screen readers."""

    spans: tuple[Span, ...]
    spoken: str


def fact_line(fact: Fact, locale: Locale, *, compares: bool = False) -> FactLine:
    """The line of a fact: "691 from Hong Kong", "106 km²  area of the zone".

    Its number is strong where it `compares` with those of the rows around it.
    """
    figure, label = locale.fact_figure(fact).drawn, locale.text(fact.label)
    between = _EN_SPACE
    if locale.exhibit.units[fact.unit].kind == "count":
        between = "" if locale.language.startswith("zh") else " "
    weight = _FIGURE_WEIGHT if compares else _LABEL_WEIGHT
    spans = (Span(figure, weight), Span(between + label, _LABEL_WEIGHT))
    return FactLine(spans, locale.fact_words(fact))


def short_line(fact: Fact, locale: Locale) -> FactLine:
    """The figure of a fact alone, where the rows around it say what is counted."""
    figure = locale.fact_figure(fact).drawn
    return FactLine((Span(figure, _FIGURE_WEIGHT),), locale.fact_words(fact))
