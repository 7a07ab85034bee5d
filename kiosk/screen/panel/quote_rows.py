"""The rows of a quote: its mark, the words as large as they fit, and who said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.languages.quotes import quotation_marks
from kiosk.look.typesetting import set_text
from kiosk.screen.panel.people_rows import (
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

QUOTE_ROLES = ("title", "heading", "lead")
"""From roomy to tight."""
_WHO = PersonDensity(128, "lead", "control", "secondary", 44)
_MARK_ROLE, _MARK_SCALE = "place", 1.6


def quote_rows(
    panel: QuotePanel, role: str, locale: Locale, look: Look, size: tuple[float, float]
) -> Steps[list[FlowBlock]]:
    """The mark, the words in a role, and who said them when."""
    width, _ = size
    said = locale.said(panel.words)
    rows: list[FlowBlock] = [_mark(said.language, look)]
    yield
    if look.divides_texts:
        ink, above = look.theme.text, look.px(12)
        rows += yield from text_rows(said, locale, look, role, size, above=above, color=ink)
    else:
        words = set_text(
            look,
            spans_of(said, locale),
            language=said.language,
            role=role,
            width=width,
            balanced=role == "title",
        )
        rows.append(ToldRow((ToldLine(words, look.theme.text),), gap=look.px(20)))
    yield
    lines = head_lines(panel.name, panel.role, _WHO, locale, look, width)
    if panel.at is not None:
        date = set_text(look, locale.date(panel.at), language=locale.language, role=_WHO.role)
        lines.append(ToldLine(date, look.theme.muted))
    disc = look.px(_WHO.disc)
    slot = portrait_slot(panel.portrait, panel.name, disc, locale, look)
    rows.append(attribution_row(lines, slot, _WHO, look))
    return rows


def _mark(language: str, look: Look) -> QuoteMark:
    opening = quotation_marks(language)[0].strip()
    setting = set_text(look, opening, language=language, role=_MARK_ROLE, scale=_MARK_SCALE)
    rise = setting.letters[0].top() if setting.letters else 0.0
    return QuoteMark(setting, look.theme.series[2], rise)
