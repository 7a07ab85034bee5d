"""The pages of a facts panel: a name, an introduction, and figures set as large as they fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import Setting, set_text, set_whole_words
from kiosk.screen.panel.divided_text import set_in_parts
from kiosk.screen.panel.fact_blocks import Paragraph, tagged
from kiosk.screen.panel.fact_column import Density, ToldFacts, set_facts
from kiosk.screen.panel.figure_row import FigureRow
from kiosk.screen.panel.flow import FlowBlock, HeadRoom, PlacedFlowBlock, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import FactsPanel, Zone
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Said

_NAME_ROLES = (("place", 1), ("title", 2), ("heading", 3))
"""The largest role in which a name takes no more lines than that."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=[。！？])")
_LEAST_NAME_U = 72
"""A name of one line is at least so large; where it would be smaller, it takes two."""


def set_name(look: Look, spans: list[Span], language: str, width: float) -> Steps[Setting]:
    """Set a place's name as large as it fits."""
    whole = set_text(look, spans, language=language, role="place")
    yield
    least = _LEAST_NAME_U / look.style("place").size
    if whole.ink > width and width / whole.ink >= least:
        # Sizes of letters are whole pixels, so that a text may come out a little wider.
        scale = width / whole.ink * 0.98
        return set_text(look, spans, language=language, role="place", scale=scale)
    setting = None
    for role, lines in _NAME_ROLES:
        setting = set_whole_words(look, spans, language=language, role=role, width=width)
        yield
        if setting.line_count <= lines:
            break
    assert setting is not None
    return setting


def set_zone_name(zone: Zone, locale: Locale, look: Look, width: float) -> Steps[Setting]:
    """Set a zone's name for the top of a panel."""
    name = locale.said(zone.name)
    return set_name(look, _said_spans(name, locale), name.language, width)


_SLACK_U = 12
"""Letters reach a little beyond the height that is counted for them."""
_LONE = Density(("number_m",), 1.0, lead_role="number_xxl")
"""For a figure that has the whole page to itself."""
_DENSITIES = (
    Density(("number_l", "number_m", "heading"), 1.1),
    Density(("number_m", "heading"), 1.0),
    Density(("heading",), 1.0),
    Density(("heading",), 0.85),
    Density(("heading",), 0.7),
    Density(("heading",), 0.85, pictograms=False),
    Density(("heading",), 0.7, pictograms=False),
)
"""From roomy to tight."""
_TIGHTEST = (
    Density(("heading",), 0.55, pictograms=False),
    Density(("heading",), 0.45, lead_role="place", pictograms=False),
)
"""For small screens; what doesn't fit in the last one goes to a further page."""


@dataclass(frozen=True)
class _Attempt:
    """A way to set a page: the role of the introduction, how much of it, and the figures."""

    role: str
    density: Density
    sentences: bool = True
    """All of the introduction's sentences, or only the first, which says what the place is."""


def _attempts(panel: FactsPanel | None, *, is_divided: bool) -> Iterator[_Attempt]:
    """Ways to set a panel, the roomiest first; one that `is_divided` is never shortened."""
    if panel is not None and len(panel.facts) == 1:
        yield _Attempt("lead", _LONE)
    for role in ("lead", "secondary"):
        for density in _DENSITIES:
            yield _Attempt(role, density)
    if is_divided:
        return
    for density in (*_DENSITIES, *_TIGHTEST):
        yield _Attempt("lead", density, sentences=False)


Page = tuple[PlacedFlowBlock, ...]
"""What stands on a page, from its top."""


@dataclass(frozen=True)
class FactsPages:
    """What stands on each page, and in how many beats it comes in."""

    pages: tuple[Page, ...]
    beats: int

    def page(self, number: int) -> Page:
        """The page of that number, counted from 1; the last one where there are fewer."""
        return self.pages[max(0, min(number, len(self.pages)) - 1)]


def set_pages(
    zone: Zone,
    panel: FactsPanel | None,
    locale: Locale,
    look: Look,
    width: float,
    height: float,
) -> Steps[FactsPages]:
    """Set a panel in pages of that size; without one, the name and introduction alone."""
    told = None if panel is None else ToldFacts.of(panel, locale, locale.short_source_lines)
    attempts = list(_attempts(panel, is_divided=look.divides_texts))
    size = width, height
    if look.divides_texts:
        pages, _ = yield from _set_attempt(attempts[-1], zone, told, locale, look, size)
        if len(pages) > 1:
            # Where the tightest one needs further pages, all others do.
            attempts = attempts[-1:]
    for attempt in attempts:
        yield
        pages, beats = yield from _set_attempt(attempt, zone, told, locale, look, size)
        if len(pages) == 1:
            break
    for placed in chain.from_iterable(pages):
        if isinstance(placed.block, FigureRow):
            placed.block.gap = placed.gap
    return FactsPages(pages, beats)


def _set_attempt(
    attempt: _Attempt,
    zone: Zone,
    told: ToldFacts | None,
    locale: Locale,
    look: Look,
    size: tuple[float, float],
) -> Steps[tuple[tuple[Page, ...], int]]:
    """The pages of one way to set a panel, and in how many beats they come in."""
    width, height = size
    head = yield from _head(zone, locale, look, size, attempt)
    yield
    body: list[FlowBlock] = []
    if told is not None:
        body = yield from set_facts(told, locale, look, width, attempt.density)
    beats = max((block.beat for block in body), default=0) + 1
    if not look.divides_texts:
        return paginate(head, body, height, later_head=head[:1]), beats
    # The name alone is not said again, and what introduces the place may go on.
    room, above = height - look.px(_SLACK_U), (HeadRoom(look.px(_SLACK_U)),)
    return paginate(head[:1], [*head[1:], *body], room, later_head=above), beats


def _head(
    zone: Zone, locale: Locale, look: Look, page: tuple[float, float], attempt: _Attempt
) -> Steps[list[FlowBlock]]:
    """The zone's name and its introduction, in parts where it is higher than a `page`."""
    width, height = page
    named = yield from set_zone_name(zone, locale, look, width)
    yield
    name = Paragraph(named, look.theme.text)
    said = locale.said(zone.introduction)
    if not attempt.sentences:
        said = said._replace(words=_SENTENCE_END.split(said.words, maxsplit=1)[0])
    spans, gap = _said_spans(said, locale), look.px(16)
    setting = set_text(look, spans, language=said.language, role=attempt.role, width=width)
    settings: list[Setting | None] = [setting]
    if look.divides_texts and setting.size.height() > height - look.px(2 * _SLACK_U):
        rooms = (width, height - name.height - gap), (width, height - look.px(2 * _SLACK_U))
        settings = yield from set_in_parts(spans, look, said.language, attempt.role, rooms)
    return [name, *(Paragraph(each, look.theme.text, gap=gap) for each in settings if each)]


def _said_spans(said: Said, locale: Locale) -> list[Span]:
    return tagged(said.words, said.language, locale.language, language_of(said.language).drawn)
