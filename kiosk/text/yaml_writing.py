"""How values are written as YAML: with quotation marks only where they need some."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from kiosk.text.wrapped_lines import touch

YamlValue: TypeAlias = str | Sequence["YamlValue"] | Mapping[str, "YamlValue"]
"""A text, a list or a mapping, as `Node.plain` gives it."""


class Steps(NamedTuple):
    """How far blocks are indented: what is inside of a mapping, and hyphens below their key."""

    inside: int = 2
    hyphens: int = 0


USUAL_STEPS = Steps()

LINE_WIDTH = 100
"""Columns of a line; a Chinese letter has two."""

_NOT_FIRST = "-?:,[]{}#&*!|>'\"%@`"
_SECOND = re.compile(r"[-?:][^\s,\[\]{}]")
"""What may begin a plain text besides."""

_BRACKETS = re.compile(r"[,\[\]{}?]")
"""What ends a plain text in brackets; some readers take any question mark there for a sign."""
_READ_OTHERWISE = re.compile(
    r"y|n|yes|no|on|off|~|null|=|<<|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|(?:---|\.\.\.).*",
    re.IGNORECASE,
)
"""What some versions of YAML take for something else: nothing, a truth, 1:30 for ninety, a mark."""

_ESCAPED_DIGITS = {2: "x", 4: "u", 8: "U"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def written(words: str, style: str = "", *, in_flow: bool = False) -> str:
    """A text in one line, in the style of a scalar's marks (`""`, `'` or `"`) if it allows that.

    `in_flow` is whether it stands in brackets, where a comma would end it.
    """
    if style == "" and is_plain(words, in_flow=in_flow):
        return words
    if style == "'" and all(map(_is_seen, words)):
        return "'" + words.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, words)) + '"'


def is_plain(words: str, *, in_flow: bool = False) -> bool:
    """Whether every YAML reads these words without quotation marks as what they are."""
    if not words or words != words.strip() or not all(map(_is_seen, words)):
        return False
    if words[0] in _NOT_FIRST and not _SECOND.match(words):
        return False
    if in_flow and words[0] == ":":
        return False
    if ": " in words or " #" in words or words.endswith(":"):
        return False
    return not (in_flow and _BRACKETS.search(words)) and not _READ_OTHERWISE.fullmatch(words)


def in_brackets(value: YamlValue) -> str:
    """A value in one line: `{en: Hetao, pt: Hetao}`, `[a, b]`."""
    if isinstance(value, str):
        return written(value, in_flow=True)
    if isinstance(value, Mapping):
        entries = (
            f"{written(key, in_flow=True)}: {in_brackets(each)}" for key, each in value.items()
        )
        return f"{{{', '.join(entries)}}}"
    return f"[{', '.join(map(in_brackets, value))}]"


def in_lines(value: YamlValue, steps: Steps = USUAL_STEPS, width: int = LINE_WIDTH) -> list[str]:
    """A value in lines, not indented.

    A list or mapping of nothing but texts that fits `width` stands in brackets.
    """
    if isinstance(value, str):
        return literal(value, steps.inside) if _can_be_literal(value) else [written(value)]
    entries = value.values() if isinstance(value, Mapping) else value
    if all(isinstance(each, str) for each in entries):
        line = in_brackets(value)
        if not value or (_columns(line) <= width and "\\n" not in line):
            return [line]
    if isinstance(value, Mapping):
        return [
            line for key, each in value.items() for line in key_in_lines(key, each, steps, width)
        ]
    return [line for each in value for line in entry_in_lines(each, steps, width)]


def key_in_lines(
    key: str, value: YamlValue, steps: Steps = USUAL_STEPS, width: int = LINE_WIDTH
) -> list[str]:
    """A key with its value, in the same way."""
    begin = f"{written(key)}:"
    lines = in_lines(value, steps, width - len(begin) - 1)
    if isinstance(value, str) or (len(lines) == 1 and lines[0][0] in "[{"):
        return [f"{begin} {lines[0]}", *lines[1:]]
    by = steps.inside if isinstance(value, Mapping) else steps.hyphens
    return [begin, *_indented(lines, by)]


def entry_in_lines(
    value: YamlValue, steps: Steps = USUAL_STEPS, width: int = LINE_WIDTH
) -> list[str]:
    """An entry of a list with its hyphen, in the same way."""
    first, *others = in_lines(value, steps, width - 2)
    return [f"- {first}", *(others if isinstance(value, str) else _indented(others, 2))]


def _can_be_literal(words: str) -> bool:
    """Whether it has several lines that can stand behind `|` as they are."""
    body = words.strip("\n")
    if "\n" not in body or body[0] in " \t":
        return False
    return all(sign in "\n\t" or _is_seen(sign) for sign in body)


def literal(words: str, indent: int) -> list[str]:
    """A text of several lines behind `|`; its own lines are indented."""
    body = words.rstrip("\n")
    ends = len(words) - len(body)
    mark = "|" + ("-", "", "+")[min(ends, 2)]
    return [mark, *_indented(body.split("\n"), indent), *[""] * (ends - 1)]


def folded_lines(words: str, indent: int, width: int) -> list[str]:
    """A text behind `>`, wrapped; its own lines are indented."""
    body = words.rstrip("\n")
    ends = len(words) - len(body)
    mark = ">" + ("-", "", "+")[min(ends, 2)]
    lines: list[str] = []
    for number, paragraph in enumerate(body.split("\n")):
        if number:
            lines.append("")
        if paragraph:
            lines += wrapped(paragraph, width - indent)
    return [mark, *_indented(lines, indent), *[""] * (ends - 1)]


def wrapped(words: str, width: int, first: int | None = None) -> list[str]:
    """The words in lines that the reading joins again to what they were.

    `first` is how many columns the first line has where it has fewer.  A line ends at a space,
    or between Chinese letters, where the reading puts none.
    """
    lines, line, columns = [], "", 0
    left = width if first is None else first
    for piece in _pieces(words):
        needed = _columns(piece.rstrip(" "))
        if line and columns + needed > left:
            lines.append(line.rstrip(" "))
            line, columns, left = "", 0, width
        line += piece
        columns += _columns(piece)
    return [*lines, line]


def _pieces(words: str) -> list[str]:
    """The words in pieces between which a line may end; each has its own space behind it."""
    found = [0]
    for place in range(1, len(words) - 1):
        before, behind = words[max(0, place - 8) : place], words[place : place + 8]
        if words[place - 1] == " ":
            bare = before[:-1]
            alone = bare and bare[-1] != " " and behind[0] != " "
            if alone and not touch(bare, behind):
                found.append(place)
        elif behind[0] != " " and touch(before, behind):
            found.append(place)
    return [words[begin:end] for begin, end in pairwise((*found, len(words)))]


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)


def _indented(lines: Sequence[str], by: int) -> list[str]:
    return [f"{' ' * by}{line}" if line else "" for line in lines]


def _is_seen(sign: str) -> bool:
    """Whether it can be written as it is: a letter, a mark, or a space of some width."""
    return sign.isprintable() or unicodedata.category(sign) == "Zs"


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if _is_seen(sign):
        return sign
    code = ord(sign)
    digits = next(digits for digits in _ESCAPED_DIGITS if code < 16**digits)
    return f"\\{_ESCAPED_DIGITS[digits]}{code:0{digits}x}"
