"""What the YAML parser complains of, in a curator's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kiosk.text import yaml_key_messages, yaml_messages, yaml_sign_messages
from kiosk.text.invisible import INVISIBLE
from kiosk.text.look_alike_signs import sign_in
from kiosk.text.written_lines import lines_of

if TYPE_CHECKING:
    from kiosk.text.messages import Message, PlacedMessage

_CURLY_KEY = re.compile(r"[“”‘’„][\w-]*[“”‘’„]|[“”‘’„][\w-]+|[\w-]+[“”‘’„]")
_FULL_WIDTH_COLON = re.compile(r"^[\s\-{]*(?P<key>[\w-]+)\s*：")
_COLON_WITHOUT_SPACE = re.compile(r"^[\s\-{]*(?P<key>[\w-]+):(?!//)(?P<behind>[^ \t\n])")
_FALSE_INDENTATION = re.compile(rf"^[ \t]*(?P<space>{INVISIBLE.pattern})")
_COLON_IN_BRACKETS = re.compile(r"[{,][^{},\[\]]*:\s[^{},\[\]]*:$")
_HASH = re.compile(r"""(?:[^"'#]|"[^"]*"|(?<=\w)'|'[^']*'|(?<!\s)#)*\s#(?=\S)""")
_LOOKED_AT = 1000
"""So many letters of a line tell what is wrong; these patterns try each beginning to the end."""
_CURLY_VALUE = re.compile(r"^[\s-]*(?:[\w-]+:\s*)?[“‘„]")


def suspicious_key(key: str) -> Message | None:
    """What is wrong with a word that is, or should be, before a colon."""
    without_space = _COLON_WITHOUT_SPACE.match(key)
    if without_space:
        return _without_space(without_space)
    invisible = INVISIBLE.search(key)
    if invisible:
        return yaml_key_messages.invisible_space(key, invisible[0])
    full_width = _FULL_WIDTH_COLON.match(key)
    if full_width:
        return yaml_messages.full_width_colon(full_width["key"])
    if _CURLY_KEY.fullmatch(key):
        return yaml_sign_messages.CURLY_QUOTES
    return None


def _without_space(match: re.Match[str]) -> Message:
    behind = match["behind"] if INVISIBLE.match(match["behind"]) else ""
    return yaml_messages.no_space_after_colon(match["key"], behind)


def explained(error: Any, text: str, name: str) -> PlacedMessage:
    """The message that a YAMLError stands for; its marks count from 0."""
    lines = list(lines_of(text))
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    if mark is None or opened is None:
        return yaml_messages.UNREADABLE_YAML.at(name)
    here, there = (mark.line, mark.column), (opened.line, opened.column)
    tab = _line_with_tab(lines, here[0], there[0])
    unended = "end of stream" in problem or "document" in problem
    if "quoted scalar" in context and unended:
        return yaml_sign_messages.UNCLOSED_QUOTE.at(name, there[0] + 1, there[1] + 1)
    if "escape" in problem or ("hex" in problem and "quoted" in context):
        return yaml_sign_messages.BAD_ESCAPE.at(name, here[0] + 1, here[1] + 1)
    if tab is not None:
        return yaml_messages.TAB_INDENTATION.at(name, tab + 1, 1)
    false_row = _line_with_false_indentation(lines, there[0], here[0])
    if false_row is not None:
        match = _FALSE_INDENTATION.match(_line(lines, false_row))
        assert match is not None
        false = yaml_key_messages.no_indentation(match["space"])
        return false.at(name, false_row + 1, match.start("space") + 1)
    rows = dict.fromkeys((here[0], here[0] - 1, there[0]))
    found = sign_in((row, _line(lines, row)) for row in rows)
    if found is not None:
        row, column, sign_message = found
        return sign_message.at(name, row + 1, column + 1)
    if "mapping values are not allowed" in problem and _second_colon(lines, here) is not None:
        return _unexpected_colon(lines, here, name)
    for row in dict.fromkeys((there[0], here[0])):
        message = _fault_in(_line(lines, row))
        if message is not None and "block mapping" not in context:
            return message.at(name, row + 1, _indentation(_line(lines, row)) + 1)
    bracket = _character(lines, there)
    if "flow" in context and not bracket:
        return yaml_sign_messages.ENDS_INSIDE_BRACKETS.at(name, there[0] + 1, there[1] + 1)
    if "flow" in context and _COLON_IN_BRACKETS.search(
        _line(lines, here[0])[max(0, here[1] - _LOOKED_AT) : here[1] + 1]
    ):
        return yaml_messages.SECOND_COLON.at(name, here[0] + 1, here[1] + 1)
    sign = _hash_between(lines, there, here) if "flow" in context else None
    if sign is not None:
        return yaml_sign_messages.HASH_IN_BRACKETS.at(name, sign[0] + 1, sign[1] + 1)
    if "flow" in context and bracket in "[{":
        return yaml_sign_messages.unclosed_bracket(bracket).at(name, there[0] + 1, there[1] + 1)
    return _by_place(problem, context, lines, here, there, name)


def _by_place(
    problem: str,
    context: str,
    lines: list[str],
    here: tuple[int, int],
    there: tuple[int, int],
    name: str,
) -> PlacedMessage:
    row, column = here
    character = _character(lines, here)
    beside = column > _indentation(_line(lines, row))
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(lines, here, name)
    if "simple key" in context:
        row, column = there
        message = yaml_messages.no_colon(_line(lines, row)[column:])
    elif "cannot start any token" in problem:
        message = (
            yaml_messages.TAB_BEFORE_VALUE
            if character == "\t"
            else yaml_sign_messages.bad_beginning(character)
        )
    elif "anchor" in context or "alias" in context or "directive" in context or "tag" in context:
        row, column = there
        message = yaml_sign_messages.bad_beginning(_character(lines, there))
    elif "block scalar" in context:
        message = yaml_messages.BAD_BLOCK
    elif character in "]}" and character:
        message = yaml_sign_messages.stray_bracket(character)
    elif _fault_in(_line(lines, row)) is not None:
        message = _fault_in(_line(lines, row)) or yaml_messages.INDENTATION
    elif "entries are not allowed" in problem and beside:
        message = yaml_messages.LIST_BESIDE_KEY
    elif "block" in context and beside:
        message = yaml_sign_messages.TEXT_AFTER_END
    elif "block" in context or "document start" in problem or "not allowed" in problem:
        message = yaml_messages.INDENTATION
    else:
        message = yaml_messages.UNREADABLE_YAML
    return message.at(name, row + 1, column + 1)


def _unexpected_colon(lines: list[str], here: tuple[int, int], name: str) -> PlacedMessage:
    row, column = here
    before = _fault_in(_line(lines, row - 1))
    if before is not None:
        return before.at(name, row, _indentation(_line(lines, row - 1)) + 1)
    message = _second_colon(lines, here)
    if message is not None:
        return message.at(name, row + 1, column + 1)
    return yaml_messages.INDENTATION.at(name, row + 1, _indentation(_line(lines, row)) + 1)


def _second_colon(lines: list[str], here: tuple[int, int]) -> Message | None:
    """That there is a colon in a text; curly quotation marks around it do not help."""
    before = _line(lines, here[0])[: here[1]]
    if ":" not in before or _FULL_WIDTH_COLON.match(before) or _COLON_WITHOUT_SPACE.match(before):
        return None
    return yaml_messages.CURLY_COLON if _CURLY_VALUE.match(before) else yaml_messages.SECOND_COLON


def _hash_between(
    lines: list[str], begin: tuple[int, int], end: tuple[int, int]
) -> tuple[int, int] | None:
    """The first ` #` in these lines that is not in quotation marks and begins no comment line."""
    for row in range(begin[0], min(end[0] + 1, len(lines))):
        line = lines[row][:_LOOKED_AT]
        match = _HASH.match(line)
        if match is not None and line[: match.end() - 1].strip():
            return row, match.end() - 1
    return None


def _fault_in(line: str) -> Message | None:
    full_width = _FULL_WIDTH_COLON.match(line)
    if full_width:
        return yaml_messages.full_width_colon(full_width["key"])
    without_space = _COLON_WITHOUT_SPACE.match(line)
    if without_space:
        return _without_space(without_space)
    return yaml_sign_messages.CURLY_QUOTES if _CURLY_VALUE.match(line) else None


def _line_with_tab(lines: list[str], *rows: int) -> int | None:
    for row in sorted({*rows, *(row - 1 for row in rows)}):
        if re.match(r" *\t", _line(lines, row)):
            return row
    return None


def _line_with_false_indentation(lines: list[str], *rows: int) -> int | None:
    """The first of the lines around that begin with a sign which only looks like a space."""
    for row in sorted({*rows, *(row - 1 for row in rows)}, reverse=True):
        if _FALSE_INDENTATION.match(_line(lines, row)):
            while _FALSE_INDENTATION.match(_line(lines, row - 1)):
                row -= 1
            return row
    return None


def _line(lines: list[str], row: int) -> str:
    return lines[row] if 0 <= row < len(lines) else ""


def _character(lines: list[str], place: tuple[int, int]) -> str:
    return _line(lines, place[0])[place[1] : place[1] + 1]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())
