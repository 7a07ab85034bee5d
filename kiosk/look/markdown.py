"""Curators' Markdown as paragraphs of spans: bold, italic and lists; no HTML, links or images."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QTextDocument

from kiosk.look.typesetting import Span

_LIMIT_CHARACTERS = 16_384


@lru_cache(maxsize=256)
def paragraphs(markdown: str) -> tuple[tuple[Span, ...], ...]:
    """The paragraphs of a text; what is more than 16,384 characters long is cut there.

    Qt reads the Markdown; its HTML is off, so that content can't name files or addresses.
    """
    document = QTextDocument()
    document.setMarkdown(markdown[:_LIMIT_CHARACTERS], QTextDocument.MarkdownFeature.MarkdownNoHTML)
    found = []
    block = document.begin()
    while block.isValid():
        spans = []
        if block.textList() is not None:
            spans.append(Span("•  "))
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            style = fragment.charFormat()
            text = fragment.text().replace("\ufffc", "").replace("\u2028", " ")
            if text:
                bold = style.fontWeight() >= QFont.Weight.Bold
                spans.append(Span(text, weight=700 if bold else None, italic=style.fontItalic()))
            fragments += 1
        if any(span.text.strip() for span in spans):
            found.append(tuple(spans))
        block = block.next()
    return tuple(found)
