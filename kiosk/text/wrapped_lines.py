"""Where a line was wrapped between Chinese letters, no space was meant.

YAML and Markdown turn the end of a wrapped line into a space, which Chinese does not write: so
browsers drop it there too ("CSS Text Module Level 3", W3C, section 4.1.3, segment break
transformation rules).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kiosk.text.written_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3040-\u312f\u31a0-\u31ff"
    "\u3220-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# U+3000 is a space, and is left where it is.
_PUNCTUATION = "\u3001-\u3003\u3008-\u3020\u302a-\u3030\ufe30-\ufe4f\uff00-\uffef"
_QUOTES = "\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\u2027"
"""Marks that are Chinese beside Chinese letters and Latin elsewhere."""

_MARKS = r"[*_]*"
_LETTER_BEFORE = re.compile(rf"[{_LETTERS}]{_MARKS}$")
_LETTER_BEHIND = re.compile(rf"{_MARKS}[{_LETTERS}]")
_PUNCTUATION_BEFORE = re.compile(rf"[{_PUNCTUATION}]{_MARKS}$")
_PUNCTUATION_BEHIND = re.compile(rf"{_MARKS}[{_PUNCTUATION}]")
_QUOTE_BEFORE = re.compile(rf"[{_QUOTES}]{_MARKS}$")
_QUOTE_BEHIND = re.compile(rf"{_MARKS}[{_QUOTES}]")

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.?)")
_CONTEXT = 24
"""So many letters on each side find a seam again."""

_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_BLOCK = re.compile(r"[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s|[>|]|={2,}|-{2,}|\*{3,}\s*$|_{3,}\s*$|$")
"""What begins a block of its own, or an empty line."""


def is_chinese(letter: str) -> bool:
    """Whether it is a Chinese letter or mark, or one of the quotes and dashes that can be."""
    return bool(re.match(f"[{_LETTERS}{_PUNCTUATION}{_QUOTES}]", letter))


def touch(before: str, behind: str) -> bool:
    """Whether a line that ends so and one that begins so are written without a space between.

    Two Chinese letters are; a Chinese mark is with everything.  The marks of Markdown's bold and
    italic may be between.
    """
    if _PUNCTUATION_BEFORE.search(before) or _PUNCTUATION_BEHIND.match(behind):
        return True
    letter_before, letter_behind = _LETTER_BEFORE.search(before), _LETTER_BEHIND.match(behind)
    if letter_before and letter_behind:
        return True
    quote_before, quote_behind = _QUOTE_BEFORE.search(before), _QUOTE_BEHIND.match(behind)
    return bool((letter_before and quote_behind) or (quote_before and letter_behind))


class WrittenLines:
    """The lines of a file, taken apart when the first of them is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: tuple[str, ...] = ()

    def between(self, event: Any) -> list[str]:
        """What was written of a text of several lines, without quotation marks around it."""
        self._lines = self._lines or lines_of(self._text)
        begin, end = event.start_mark, event.end_mark
        found = list(self._lines[begin.line : end.line + 1])
        quoted = event.style in ("'", '"')
        if len(found) > end.line - begin.line:
            found[-1] = found[-1][: end.column - quoted]
        found[0] = "" if event.style == ">" else found[0][begin.column + quoted :]
        if event.style == "'":
            found = [line.replace("''", "'") for line in found]
        return found

    def place_of(self, sign: str, event: Any) -> tuple[int, int] | None:
        """Line and column, from 1, of a sign in what was written of a text; None if escaped."""
        self._lines = self._lines or lines_of(self._text)
        begin, end = event.start_mark, event.end_mark
        for number, line in enumerate(self._lines[begin.line : end.line + 1], start=begin.line):
            column = line.find(sign, begin.column if number == begin.line else 0)
            if column >= 0:
                return number + 1, column + 1
        return None


def folded(value: str, lines: Sequence[str]) -> str:
    """A text that YAML has folded from these lines, without the spaces that Chinese has not.

    `lines` are what was written, without quotation marks around them.
    """
    done = 0
    for before, behind in pairwise(line.strip(" \t") for line in lines):
        if not before or not behind or not touch(before, behind):
            continue
        # What is beside the seam finds it again, as far as nothing in it is escaped.
        end = _ESCAPE.split(before)[-1][-_CONTEXT:]
        begin = _ESCAPE.split(behind)[0][:_CONTEXT]
        seam = value.find(f"{end} {begin}", done)
        if seam >= 0:
            done = seam + len(end)
            value = value[:done] + value[done + 1 :]
    return value


def joined(markdown: str) -> str:
    """Markdown whose wrapped lines are joined where no space is meant between them."""
    found: list[str] = []
    fenced = False
    for line in lines_of(markdown):
        quoted = bool(found) and found[-1].lstrip().startswith(">")
        begin = line.lstrip(" \t>" if quoted else " \t")
        is_fence = begin.startswith(("```", "~~~"))
        if found and not fenced and not is_fence and _goes_on(found[-1], begin):
            found[-1] = found[-1].rstrip(" \t") + begin
        else:
            found.append(line)
        fenced ^= is_fence
    return "\n".join(found)


def _goes_on(before: str, behind: str) -> bool:
    """Whether the second line is the first one's paragraph; two spaces at an end are a break."""
    if before.endswith(("  ", "\\")) or _BLOCK.match(behind) or _HEADING.match(before):
        return False
    return bool(before.strip()) and touch(before.rstrip(" \t"), behind)
