"""The rows of a quote: its marks, the words as large as they fit, and who said them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.languages.quotes import quotation_marks
from kiosk.look.typesetting import set_text
from kiosk.screen.panel.people_rows import (
    BESIDE_U,
    PersonDensity,
    attribution_row,
    head_lines,
    portrait_slot,
)
from kiosk.screen.panel.told_row import QuoteMark, ToldLine, ToldRow
from kiosk.screen.panel.told_texts import spans_of, text_rows

if TYPE_CHECKING:
    from kiosk.exhibit.model.people import QuotePanel
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.screen.steps import Steps

_WHO = PersonDensity(128, "lead", "control", "secondary", 44)
_SMALL_WHO = PersonDensity(88, "lead", "control", "secondary", 20)
_MARK_ROLE = "place"
_MARK_GAP_U = 4


class QuoteWay(NamedTuple):
    """The role of the words, how large the mark above them is, and who said them."""

    role: str
    mark: float = 1.6
    who: PersonDensity = _WHO


QUOTE_WAYS = (
    QuoteWay("title"),
    QuoteWay("heading"),
    QuoteWay("heading", 0.9, _SMALL_WHO),
    QuoteWay("lead"),
    QuoteWay("lead", 0.6, _SMALL_WHO),
)
"""From roomy to tight."""


def quote_rows(
    panel: QuotePanel, way: QuoteWay, locale: Locale, look: Look, size: tuple[float, float]
) -> Steps[list[FlowBlock]]:
    """The words between their marks, and who said them when."""
    width, height = size
    said = locale.said(panel.words)
    opening, closing = (each.strip() for each in quotation_marks(said.language))
    tail = set_text(look, closing, language=said.language, role=way.role)
    room = width - tail.ink - look.px(_MARK_GAP_U)
    rows: list[FlowBlock] = [_mark(opening, said.language, way.mark, look)]
    yield
    if look.divides_texts:
        ink, above = look.theme.text, look.px(12)
        rows += yield from text_rows(
            said, locale, look, way.role, (room, height), above=above, color=ink
        )
    else:
        words = set_text(
            look,
            spans_of(said, locale),
            language=said.language,
            role=way.role,
            width=room,
            balanced=way.role == "title",
        )
        rows.append(ToldRow((ToldLine(words, look.theme.text),), gap=look.px(20)))
    last = rows[-1]
    if isinstance(last, ToldRow):
        rows[-1] = replace(last, tail=ToldLine(tail, look.theme.series[2], look.px(_MARK_GAP_U)))
    yield
    who = way.who
    lines = head_lines(panel.name, panel.role, who, locale, look, width)
    if panel.at is not None:
        when, color = locale.date(panel.at), look.theme.muted
        if who is _SMALL_WHO and panel.role is not None:
            when, color = f"{locale.text(panel.role)} · {when}", look.theme.text2
            del lines[1:]
        room = width - look.px(who.disc + BESIDE_U)
        day = set_text(look, when, language=locale.language, role=who.role, width=room)
        lines.append(ToldLine(day, color))
    disc = look.px(who.disc)
    slot = portrait_slot(panel.portrait, panel.name, disc, locale, look)
    rows.append(attribution_row(lines, slot, who, look))
    return rows


def _mark(opening: str, language: str, scale: float, look: Look) -> QuoteMark:
    setting = set_text(look, opening, language=language, role=_MARK_ROLE, scale=scale)
    rise = setting.letters[0].top() if setting.letters else 0.0
    return QuoteMark(setting, look.theme.series[2], rise)
