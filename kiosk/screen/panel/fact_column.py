"""The column of a facts panel: the leading figure, the bar of its parts, the other figures.

The same for the screen and for paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.languages.figure_pieces import figure_pieces
from kiosk.languages.language import language as language_of
from kiosk.look.span import Span
from kiosk.screen.panel.fact_blocks import tagged
from kiosk.screen.panel.figure_content import FigureContent
from kiosk.screen.panel.figure_row import figure_rows
from kiosk.screen.panel.hero_figure import HeroFigure
from kiosk.screen.panel.pictogram_row import pictogram_count
from kiosk.screen.panel.share_bar import ShareBar, SharePart
from kiosk.screen.panel.source_lines import has_own_source
from kiosk.screen.steps import at_once

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Fact, FactsPanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Text

Cite = Callable[[Sequence[str], WrittenDate | None], Sequence[str]]
"""Says where figures come from, by the ids of sources and as of when the figures hold: the same in
several lines, the longest first.
"""

_HERO_GAP_U = 52
_BAR_GAP_U = 36
_ROW_GAP_U = 56
"""From the figure above to the tops of the digits; a hairline is in the middle of it."""
_LEAST_RATIO = 1.5
"""How much taller the digits of the leading figure are than those of the rows."""


@dataclass(frozen=True)
class Density:
    """How tightly a panel is set: the roles of its numbers, a factor for gaps, and pictograms.

    Rows take the first of their roles that leaves room for their words.
    """

    row_roles: tuple[str, ...]
    gaps: float
    lead_role: str = "number_xl"
    pictograms: bool = True


def fact_column(
    panel: FactsPanel,
    locale: Locale,
    look: Look,
    width: float,
    density: Density,
    cite: Cite | None = None,
) -> list[FlowBlock]:
    """The leading figure, the bar of its parts and the other figures, within `width` pixels.

    `cite` says where a figure comes from that has a source of its own; by itself the locale does.
    """
    told = ToldFacts.of(panel, locale, cite or locale.short_source_lines)
    return at_once(set_facts(told, locale, look, width, density))


@dataclass(frozen=True)
class ToldFacts:
    """What a page says of a panel's facts, however it is set: of the leading one, of its parts and
    of the others.
    """

    lead: FigureContent
    parts: tuple[SharePart, ...]
    others: tuple[FigureContent, ...]

    @classmethod
    def of(cls, panel: FactsPanel, locale: Locale, cite: Cite) -> ToldFacts:
        """The facts of a panel in the language of the locale."""
        lead = next((fact for fact in panel.facts if fact.lead), panel.facts[0])
        parts = [fact for fact in panel.facts if fact.part_of == lead.id]
        others = [fact for fact in panel.facts if fact is not lead and fact not in parts]

        def tell(fact: Fact) -> FigureContent:
            return figure_content(fact, locale, notes=_notes(fact, panel, locale, cite))

        shares = _share_parts(lead, parts, locale) if parts and lead.value.number else ()
        leading = tell(lead)
        if parts and not shares:
            leading = replace(leading, count=0)
        return cls(leading, tuple(shares), tuple(map(tell, others)))


def set_facts(
    told: ToldFacts, locale: Locale, look: Look, width: float, density: Density
) -> Steps[list[FlowBlock]]:
    """Set what is said of facts, within `width` pixels."""
    content, others = told.lead, told.others
    pictograms = (content.icon, content.count) if density.pictograms and content.count else None
    if told.parts or not pictograms:
        content = replace(content, count=0)
    gap = look.px(_HERO_GAP_U * density.gaps)
    unset = HeroFigure(look, content, role=density.lead_role, gap=gap, beat=1)
    hero = yield from unset.set_in(width)
    blocks: list[FlowBlock] = [hero]
    yield
    if told.parts:
        blocks.append(
            ShareBar(
                look,
                parts=list(told.parts),
                language=locale.language,
                width=width,
                gap=look.px(_BAR_GAP_U * density.gaps),
                beat=2,
                pictograms=pictograms,
            )
        )
        yield
    if not density.pictograms:
        others = tuple(replace(each, count=0) for each in others)
    roles = [
        role
        for role in density.row_roles
        if look.px(look.style(role).size) * _LEAST_RATIO <= hero.em or role == density.row_roles[-1]
    ]
    rows = yield from figure_rows(
        look,
        others,
        roles,
        width=width,
        gap=look.px(_ROW_GAP_U * density.gaps),
    )
    for number, row in enumerate(rows):
        row.beat = 3 + number
    return [*blocks, *rows]


def figure_content(fact: Fact, locale: Locale, notes: tuple[str, ...] = ()) -> FigureContent:
    """What is drawn of a fact in a language."""
    unit = locale.exhibit.units[fact.unit]
    label = locale.said(fact.label)
    return FigureContent(
        figure_pieces(fact.value, unit, locale.language, locale.words, fact.bound),
        tagged(label.words, label.language, locale.language, language_of(label.language).drawn),
        locale.language,
        notes,
        unit.icon or "",
        pictogram_count(fact, unit),
    )


def _notes(fact: Fact, panel: FactsPanel, locale: Locale, cite: Cite) -> tuple[str, ...]:
    """What is below a fact: its status, and its source and date where its panel has others."""
    status = locale.status(fact)
    as_of = fact.as_of or panel.as_of
    told: Sequence[str] = [""]
    if fact.source is not None and has_own_source(fact, panel):
        told = cite(fact.source, as_of)
    elif fact.as_of is not None and fact.as_of != panel.as_of:
        told = [locale.say("as_of", date=locale.date(fact.as_of))]
    notes = (" · ".join(filter(None, (status, each))) for each in told)
    return tuple(filter(None, notes))


def _share_parts(lead: Fact, parts: list[Fact], locale: Locale) -> list[SharePart]:
    whole = lead.value.number
    assert whole is not None
    shares = []
    rest = whole
    rest_words: Text | None = lead.rest
    for part in parts:
        number = part.value.number or whole * 0
        rest -= number
        rest_words = rest_words or part.rest
        shares.append(
            SharePart(
                share=float(number / whole),
                figure=locale.figure(part.value, part.unit, bound=part.bound),
                label=[Span(locale.text(part.label))],
                note=locale.status(part),
            )
        )
    exact = lead.bound is None and all(part.bound is None for part in parts)
    if rest > 0:
        words = locale.text(rest_words) if rest_words else locale.say("the_rest")
        remainder = locale.figure(Value.of(rest), lead.unit)
        shares.append(
            SharePart(
                share=float(rest / whole),
                figure=remainder if exact else type(remainder)((), ""),
                label=[Span(words)],
                note=locale.say("calculated"),
                outlined=True,
            )
        )
    return shares
