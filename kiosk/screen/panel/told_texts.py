"""Curators' short texts as the rows of told panels have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.languages.language import language as language_of
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.panel.divided_text import set_in_parts
from kiosk.screen.panel.fact_blocks import tagged
from kiosk.screen.panel.told_row import ToldLine, ToldRow

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Said, Text

_BOLD = 600
_SLACK_U = 24


def set_line(
    text: Text,
    locale: Locale,
    look: Look,
    role: str,
    width: float,
    *,
    bold: bool = False,
    balanced: bool = False,
) -> Setting:
    """A text in a role, strong where it is the heading of what follows."""
    said = locale.said(text)
    spans = spans_of(said, locale)
    if bold:
        spans = [Span(spans[0].text, weight=_BOLD), *spans[1:]]
    return set_text(look, spans, language=said.language, role=role, width=width, balanced=balanced)


def spans_of(said: Said, locale: Locale) -> list[Span]:
    """The words, with a small tag of their language where it is another one."""
    return tagged(said.words, said.language, locale.language, language_of(said.language).drawn)


def text_rows(
    said: Said,
    locale: Locale,
    look: Look,
    role: str,
    size: tuple[float, float],
    *,
    above: float,
    left: float = 0.0,
    color: QColor | None = None,
) -> Steps[list[FlowBlock]]:
    """A text as rows of its own, so far from the left, which may go on on further pages."""
    width, height = size
    room = width, height - look.px(_SLACK_U)
    parts = yield from set_in_parts(spans_of(said, locale), look, said.language, role, (room, room))
    color = color or look.theme.text2
    rows = [
        ToldRow((ToldLine(part, color),), left, gap=above, joins=True)
        for part in parts
        if part is not None
    ]
    return [*rows]
