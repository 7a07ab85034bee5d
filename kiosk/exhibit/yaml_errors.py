"""What the YAML parser complains of, in a curator's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kiosk.exhibit.mistakes import yaml_mistakes

if TYPE_CHECKING:
    from kiosk.exhibit.mistakes import Mistake
    from kiosk.exhibit.problems import Problem

_INVISIBLE = re.compile("[\u00a0\u200b-\u200f\u2060\u3000\ufeff]")
_CURLY = re.compile("[“”‘’„]")
_FULL_WIDTH_COLON = re.compile(r"^[\s\-{]*(?P<key>[\w-]+)\s*：")
_COLON_WITHOUT_SPACE = re.compile(r"^[\s\-{]*(?P<key>[\w-]+):(?!//)\S")
_CURLY_VALUE = re.compile(r"^[\s-]*(?:[\w-]+:\s*)?[“‘„]")


def suspicious_key(key: str) -> Mistake | None:
    """What is wrong with a word that stands, or should stand, before a colon."""
    invisible = _INVISIBLE.search(key)
    if invisible:
        return yaml_mistakes.invisible_space(key, invisible[0])
    full_width = _FULL_WIDTH_COLON.match(key)
    if full_width:
        return yaml_mistakes.full_width_colon(full_width["key"])
    without_space = _COLON_WITHOUT_SPACE.match(key)
    if without_space:
        return yaml_mistakes.no_space_after_colon(without_space["key"])
    if _CURLY.search(key):
        return yaml_mistakes.CURLY_QUOTES
    return None


def explained(error: Any, text: str, name: str) -> Problem:
    """The problem that a YAMLError means; marks count from 0."""
    lines = text.splitlines() or [""]
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    if mark is None or opened is None:
        return yaml_mistakes.UNREADABLE_YAML.at(name)
    here, there = (mark.line, mark.column), (opened.line, opened.column)
    tab = _line_with_tab(lines, here[0], there[0])
    unended = "end of stream" in problem or "document" in problem
    if "quoted scalar" in context and unended:
        return yaml_mistakes.UNCLOSED_QUOTE.at(name, there[0] + 1, there[1] + 1)
    if "escape" in problem or ("hex" in problem and "quoted" in context):
        return yaml_mistakes.BAD_ESCAPE.at(name, here[0] + 1, here[1] + 1)
    if tab is not None:
        return yaml_mistakes.TAB_INDENTATION.at(name, tab + 1, 1)
    for row in dict.fromkeys((there[0], here[0])):
        mistake = _slip_in(_line(lines, row))
        if mistake is not None and "block mapping" not in context:
            return mistake.at(name, row + 1, _indentation(_line(lines, row)) + 1)
    bracket = _character(lines, there)
    if "flow" in context and not bracket:
        return yaml_mistakes.ENDS_INSIDE_BRACKETS.at(name, there[0] + 1, there[1] + 1)
    if "flow" in context and bracket in "[{":
        return yaml_mistakes.unclosed_bracket(bracket).at(name, there[0] + 1, there[1] + 1)
    return _by_place(problem, context, lines, here, there, name)


def _by_place(
    problem: str,
    context: str,
    lines: list[str],
    here: tuple[int, int],
    there: tuple[int, int],
    name: str,
) -> Problem:
    row, column = here
    character = _character(lines, here)
    beside = column > _indentation(_line(lines, row))
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(lines, here, name)
    if "simple key" in context:
        row, column = there
        mistake = yaml_mistakes.no_colon(_line(lines, row)[column:])
    elif "cannot start any token" in problem:
        mistake = (
            yaml_mistakes.TAB_BEFORE_VALUE
            if character == "\t"
            else yaml_mistakes.bad_beginning(character)
        )
    elif "anchor" in context or "alias" in context or "directive" in context or "tag" in context:
        row, column = there
        mistake = yaml_mistakes.bad_beginning(_character(lines, there))
    elif "block scalar" in context:
        mistake = yaml_mistakes.BAD_BLOCK
    elif character in "]}" and character:
        mistake = yaml_mistakes.stray_bracket(character)
    elif _slip_in(_line(lines, row)) is not None:
        mistake = _slip_in(_line(lines, row)) or yaml_mistakes.INDENTATION
    elif "entries are not allowed" in problem and beside:
        mistake = yaml_mistakes.LIST_BESIDE_KEY
    elif "block" in context and beside:
        mistake = yaml_mistakes.TEXT_AFTER_END
    elif "block" in context or "document start" in problem or "not allowed" in problem:
        mistake = yaml_mistakes.INDENTATION
    else:
        mistake = yaml_mistakes.UNREADABLE_YAML
    return mistake.at(name, row + 1, column + 1)


def _unexpected_colon(lines: list[str], here: tuple[int, int], name: str) -> Problem:
    row, column = here
    before = _slip_in(_line(lines, row - 1))
    if before is not None:
        return before.at(name, row, _indentation(_line(lines, row - 1)) + 1)
    if ":" in _line(lines, row)[:column]:
        return yaml_mistakes.SECOND_COLON.at(name, row + 1, column + 1)
    return yaml_mistakes.INDENTATION.at(name, row + 1, _indentation(_line(lines, row)) + 1)


def _slip_in(line: str) -> Mistake | None:
    for pattern, build in (
        (_FULL_WIDTH_COLON, yaml_mistakes.full_width_colon),
        (_COLON_WITHOUT_SPACE, yaml_mistakes.no_space_after_colon),
    ):
        match = pattern.match(line)
        if match:
            return build(match["key"])
    return yaml_mistakes.CURLY_QUOTES if _CURLY_VALUE.match(line) else None


def _line_with_tab(lines: list[str], *rows: int) -> int | None:
    for row in sorted({*rows, *(row - 1 for row in rows)}):
        if re.match(r" *\t", _line(lines, row)):
            return row
    return None


def _line(lines: list[str], row: int) -> str:
    return lines[row] if 0 <= row < len(lines) else ""


def _character(lines: list[str], place: tuple[int, int]) -> str:
    return _line(lines, place[0])[place[1] : place[1] + 1]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
