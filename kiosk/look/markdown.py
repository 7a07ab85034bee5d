"""Curators' Markdown as paragraphs of spans: bold, italic and lists; no HTML, links or images."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextDocument

from kiosk.look.span import Span
from kiosk.text.wrapped_lines import is_chinese, joined

_LIMIT_CHARACTERS = 16_384

_NUMBER, _NUMBER_END, _FIRST_STAND_IN = "\ue000", "\ue001", 0xE010
_BOUNDARY = "\u2e4f"
"""A mark that no text of ours has: beside it, signs of emphasis are between words."""
_OURS = re.compile(f"[\ue000-\uf8ff{_BOUNDARY}]")

_NUMBERED = re.compile(r"^[ \t>]*(?P<number>\d{1,9}[.)])[ \t]+", re.M)
_NUMBER_IN_ITEM = re.compile(
    r"^(?P<item>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\d{1,9})(?=[.)][ \t])", re.M
)
_WRITTEN_NUMBER = re.compile(f"{_NUMBER}([^{_NUMBER_END}]*){_NUMBER_END}")
_EMPHASIS = re.compile(r"(?<![\\*])\*+|(?<![\\_])_+")
_BULLET = "•  "


@lru_cache(maxsize=256)
def paragraphs(markdown: str) -> tuple[tuple[Span, ...], ...]:
    """The paragraphs of a text; what is more than 16,384 characters long is cut there.

    Qt reads the Markdown; its HTML is off, so that content can't name files or addresses.  A
    numbered line keeps the number that was written, so that "2014. A good year" keeps its year.
    """
    prepared = _Prepared.of(_OURS.sub("", markdown[:_LIMIT_CHARACTERS]))
    document = QTextDocument()
    document.setMarkdown(prepared.markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
    found = []
    block = document.begin()
    while block.isValid():
        spans = []
        number = _WRITTEN_NUMBER.match(block.text())
        if block.textList() is not None:
            spans.append(Span(f"{number[1]} " if number else _BULLET))
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            style = fragment.charFormat()
            text = prepared.original(fragment.text())
            if text:
                bold = style.fontWeight() >= QFont.Weight.Bold
                spans.append(Span(text, weight=700 if bold else None, italic=style.fontItalic()))
            fragments += 1
        if any(span.text.strip() for span in spans):
            found.append(tuple(spans))
        block = block.next()
    return tuple(found)


class _Prepared(NamedTuple):
    """Markdown in which Qt finds what is meant between Chinese letters.

    CommonMark tells from spaces and punctuation where emphasis begins and ends, and Chinese has
    no spaces: `他说**「好」**了` stays as it is (commonmark-spec#650).  So Chinese marks are
    letters for Qt, and where a sign of emphasis is between a Chinese letter and another mark
    there is a boundary.
    """

    markdown: str
    marks: dict[int, str]

    @classmethod
    def of(cls, markdown: str) -> _Prepared:
        text = joined(markdown)
        text = _EMPHASIS.sub(_bounded, text)
        text = _NUMBER_IN_ITEM.sub(r"\g<item>\\", text)
        text = _NUMBERED.sub(rf"\g<0>{_NUMBER}\g<number>{_NUMBER_END}", text)
        marks = sorted({letter for letter in text if _is_chinese_mark(letter)})
        stand_ins = {letter: chr(_FIRST_STAND_IN + at) for at, letter in enumerate(marks)}
        return cls(
            text.translate({ord(letter): chosen for letter, chosen in stand_ins.items()}),
            {ord(stand_in): letter for letter, stand_in in stand_ins.items()},
        )

    def original(self, text: str) -> str:
        """A piece of what Qt has read, in the letters of the author."""
        text = _WRITTEN_NUMBER.sub("", text).translate(self.marks)
        return text.replace("\ufffc", "").replace("\u2028", " ").replace(_BOUNDARY, "")


def _bounded(run: re.Match[str]) -> str:
    text = run.string
    before, behind = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if run[0].startswith("_"):
        opens, ends = is_chinese(before), is_chinese(behind)
    else:
        opens = is_chinese(before) and _is_foreign_mark(behind)
        ends = _is_foreign_mark(before) and is_chinese(behind)
    return f"{_BOUNDARY if opens else ''}{run[0]}{_BOUNDARY if ends else ''}"


def _is_chinese_mark(letter: str) -> bool:
    return is_chinese(letter) and unicodedata.category(letter)[0] in "PS"


def _is_foreign_mark(letter: str) -> bool:
    """Whether Markdown takes it for punctuation and Chinese has it from elsewhere, as in 100%."""
    return bool(letter) and not is_chinese(letter) and unicodedata.category(letter)[0] in "PS"
