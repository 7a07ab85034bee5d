"""The entries of a list or mapping with what belongs to each, so that they can change places.

With an entry go the comments right above it, behind it and in it.  The empty lines between entries
stay where they are, and so do comments that stand between empty lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.written_lines import LINE_BREAK
from kiosk.text.yaml_syntax import comments_of, line_begin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.text.yaml_syntax import SyntaxNode

ALLOWS = re.compile(r"#\s*allow\s")
"""What a comment begins with that allows a warning in the line below it."""

_BEHIND_BRACKETED = re.compile(r"(?P<comma>[ \t]*,)?(?P<comment>[ \t]*#[^\r\n]*)?[ \t]*(?=[\r\n])")


class EntryPiece(NamedTuple):
    """An entry as it is written: what is before its value's text, that, and what is behind it."""

    before: str
    written: str
    behind: str = ""


@dataclass(frozen=True)
class Pieces:
    """A text in pieces: `begin`, then each entry with what divides it from the next, then `end`."""

    begin: str
    entries: tuple[EntryPiece, ...]
    between: tuple[str, ...]
    end: str
    column: int = 0
    """How far the first line of the first entry is indented by what stands before it."""
    commas: bool = False

    def text(self) -> str:
        """All of it together."""
        written = ""
        for number, entry in enumerate(self.entries):
            divided = self.between[number] if number < len(self.between) else ""
            if self.commas:
                written += entry.before + entry.written + divided + entry.behind
            else:
                written += "".join(entry) + divided
        return self.begin + written[self.column :] + self.end

    def moved(self, index: int, to: int) -> Pieces:
        """The same with one entry at another place."""
        entries = list(self.entries)
        entries.insert(to, entries.pop(index))
        return self._with(entries, self.between)

    def copied(self, index: int) -> Pieces:
        """The same with an entry a second time, right behind itself."""
        return self.added(index + 1, self.entries[index])

    def added(self, index: int, entry: EntryPiece, usual: str = "") -> Pieces:
        """The same with another entry, divided as others are; by `usual` where there are none."""
        entries, between = list(self.entries), list(self.between)
        if self.commas:
            last = between.pop() if len(between) == len(entries) else None
            divides = between[max(index - 1, 0) : index] or between[:1] or [", "]
            between.insert(max(index - 1, 0), divides[0])
            between += [] if last is None else [last]
        else:
            near = (between[index - 1 : index] if index else []) or between[-1:]
            blank = _blank_lines(near[0]) if near else usual
            between.insert(max(index - 1, 0), blank)
        entries.insert(index, entry)
        return self._with(entries, between)

    def _with(self, entries: Sequence[EntryPiece], between: Sequence[str]) -> Pieces:
        return Pieces(
            self.begin, tuple(entries), tuple(between), self.end, self.column, self.commas
        )


def pieces_of(text: str, parent: SyntaxNode) -> Pieces | None:
    """The entries of a list or mapping; None where comments between brackets can't be told apart.

    The text has to end with the end of a line.
    """
    if not parent.in_flow:
        return _of_block(text, parent)
    inside = text[parent.begin : parent.end]
    if "#" in inside and comments_of(inside):
        return _of_bracketed_lines(text, parent)
    ends = [each.end for each in parent.entries]
    between = [text[end:begin] for end, begin in zip(ends, parent.begins[1:], strict=False)]
    entries = [
        EntryPiece("", text[begin:end]) for begin, end in zip(parent.begins, ends, strict=True)
    ]
    begin, end = text[: parent.begins[0]], text[ends[-1] :]
    return Pieces(begin, tuple(entries), tuple(between), end, commas=True)


def comments_of_first(text: str, parent: SyntaxNode) -> str:
    """The comments at the end of a text that go with the first entry of a block below it.

    Those above the first key of a mapping are about all of it, such as the head of a file, but for
    those that allow a warning in that line.
    """
    lines = _lines(text)
    count = 0
    while count < len(lines) and lines[-1 - count].lstrip().startswith("#"):
        count += 1
    run = lines[len(lines) - count :]
    if parent.kind == "mapping":
        allows = [number for number, line in enumerate(run) if ALLOWS.match(line.lstrip())]
        run = run[allows[0] :] if allows else []
    return "".join(run)


def without_allowances(text: str) -> str:
    """A text without the comments at its end that allow a warning in the line below it."""
    lines = _lines(text)
    first = len(lines)
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    kept = (line for line in lines[first:] if not ALLOWS.match(line.lstrip()))
    return "".join(lines[:first]) + "".join(kept)


def _of_block(text: str, parent: SyntaxNode) -> Pieces:
    column = parent.begins[0] - line_begin(text, parent.begins[0])
    ends = [_line_behind(text, each.end) for each in parent.entries]
    first = line_begin(text, parent.begins[0])
    begin, is_alone = parent.begins[0], not text[first : parent.begins[0]].strip()
    if is_alone:
        begin = first - len(comments_of_first(text[:first], parent))
    lines = [line_begin(text, each) for each in parent.begins]
    gaps = [_divided(text[end:line], column) for end, line in zip(ends, lines[1:], strict=False)]
    behind = [own for own, _, _ in gaps]
    last, _, _ = _divided(_blank_and_comments(text[ends[-1] :]), column, is_last=True)
    behind.append(last)
    before = [text[begin : parent.begins[0]] if is_alone else " " * column]
    before += [
        above + text[line:start]
        for (_, _, above), line, start in zip(gaps, lines[1:], parent.begins[1:], strict=True)
    ]
    entries = tuple(
        EntryPiece(above, text[start:end], own)
        for above, start, end, own in zip(before, parent.begins, ends, behind, strict=True)
    )
    between = tuple(each for _, each, _ in gaps)
    left = text[ends[-1] + len(last) :]
    return Pieces(text[:begin], entries, between, left, 0 if is_alone else column)


def _of_bracketed_lines(text: str, parent: SyntaxNode) -> Pieces | None:
    """Entries between brackets of which each has a line for itself, with its comment."""
    entries: list[EntryPiece] = []
    between: list[str] = []
    end = _line_behind(text, parent.begin)
    begin = end
    for start, entry in zip(parent.begins, parent.entries, strict=True):
        line = line_begin(text, start)
        behind = _BEHIND_BRACKETED.match(text, entry.end)
        if text[line:start].strip() or behind is None or line < end:
            return None
        above = text[end:line]
        if any(each.strip()[:1] not in ("", "#") for each in LINE_BREAK.split(above)):
            return None
        end = _line_behind(text, entry.end)
        between.append(behind["comma"] or "")
        comment = text[behind.end("comma") if behind["comma"] else entry.end : end]
        entries.append(EntryPiece(above + text[line:start], text[start : entry.end], comment))
    return Pieces(text[:begin], tuple(entries), tuple(between), text[end:], commas=True)


def _divided(gap: str, column: int, *, is_last: bool = False) -> tuple[str, str, str]:
    """The lines between two entries: the comments of the one above, what belongs to none, and
    those of the one below."""
    lines = _lines(gap)
    above = len(lines)
    if not is_last:
        while above and lines[above - 1].lstrip().startswith("#"):
            above -= 1
        while above < len(lines) and not _is_of_next(lines[above], column):
            above += 1
    own = 0
    while own < above and lines[own].lstrip().startswith("#") and _indent(lines[own]) > column:
        own += 1
    return "".join(lines[:own]), "".join(lines[own:above]), "".join(lines[above:])


def _is_of_next(line: str, column: int) -> bool:
    return _indent(line) <= column or ALLOWS.match(line.lstrip()) is not None


def _blank_and_comments(text: str) -> str:
    """The empty lines and comments at the beginning of a text."""
    found = ""
    for line in _lines(text):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        found += line
    return found


def _blank_lines(between: str) -> str:
    """The empty lines with which something begins."""
    found = ""
    for line in _lines(between):
        if line.strip():
            break
        found += line
    return found


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends, as YAML counts them."""
    ends = [0, *(found.end() for found in LINE_BREAK.finditer(text)), len(text)]
    return [text[begin:end] for begin, end in pairwise(ends) if end > begin]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _line_behind(text: str, offset: int) -> int:
    found = LINE_BREAK.search(text, offset)
    return found.end() if found else len(text)
