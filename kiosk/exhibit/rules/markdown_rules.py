"""The rule that nothing an author writes in Markdown disappears or is shown as signs.

A story's page and a presenter's notes know paragraphs, bold, italic and lists; all other texts
are set as they are written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.wordings import PlacedText, Wording

_MARKDOWN = Rule(
    "markdown",
    severity=Severity.WARNING,
    why=(
        "A story's text and a presenter's notes show paragraphs, bold, italic and lists. "
        "Pictures and addresses would vanish, tables and other signs stand there as they are "
        "typed; in all other texts every sign does."
    ),
    file="zones/shenzhen.yaml",
    wrong="en: A strong steel, ![as a coil](coil.png).",
    right="en: A strong steel.",
)


def _markdown(what: str, becomes: str, language: str, hint: str) -> Message:
    return _MARKDOWN.message(f"{what} {becomes}, in {language}", hint)


RULES = (_MARKDOWN,)
"""The rules of this file."""


_IN_MARKDOWN = frozenset({"text", "notes"})
"""The texts that are Markdown."""


class _Construct(NamedTuple):
    """Something of Markdown, where it is found, what becomes of it, and what to do."""

    pattern: re.Pattern[str]
    what: str
    becomes: str
    hint: str

    def search(self, words: str) -> re.Match[str] | None:
        """The first of them; a pattern with `found` passes over what it matches without."""
        for match in self.pattern.finditer(words):
            if match.groupdict().get("found", match[0]) is not None:
                return match
        return None


def _construct(pattern: str, what: str, becomes: str, hint: str) -> _Construct:
    return _Construct(re.compile(pattern, re.MULTILINE), what, becomes, hint)


_NOT_ESCAPED = r"(?<!\\)"
_IMAGE = rf"{_NOT_ESCAPED}!\[[^\]\n]*\][(\[]"
_LINK = rf"{_NOT_ESCAPED}(?<!!)\[[^\]\n^]+\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_BOLD = rf"{_NOT_ESCAPED}(?P<sign>\*\*|__)(?=\S)[^*_\n]+(?<=\S)(?P=sign)"

_LINE_BREAK = _construct(
    r"\\n", "a line break as '\\n'", "stands there as signs", "end the line instead"
)
_BULLET = r"[ \t]*[•●○▪■◦‣∙❖➢·–—][ \t\u3000]*\S"
_NUMBERED = (
    r"[ \t\u3000]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳]|\d+[、．])"
)

_LOST = (
    _construct(_IMAGE, "a picture", "is not shown", "name it with 'picture', beside 'text'"),
    _construct(_LINK, "the address of a link", "is not shown", "write the words alone"),
    _construct(
        rf"{_NOT_ESCAPED}<(?:https?://|mailto:)?[^\s<>@]+[@.][^\s<>]+>",
        "an address",
        "is no link",
        "write the words alone",
    ),
    _construct(
        r"^ {0,3}\[[^\]\n^]+\]:[ \t]*\S+",
        "the address of a link",
        "is not shown",
        "delete the line",
    ),
    _construct(
        rf"{_NOT_ESCAPED}\[\^[^\]\n]+\]", "a footnote", "stands there as signs", "write it out"
    ),
    _construct(
        r"^ {0,3}#{1,6}(?:[ \t]+\S|$)|^(?=\S).*\n {0,3}(?:=+|-{2,})[ \t]*$",
        "a heading",
        "is only bold",
        "write it as 'heading', or as a **bold** line",
    ),
    _construct(
        r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$",
        "a line across",
        "is not shown",
        "begin a new page",
    ),
    _construct(
        r"^ {0,3}(?:```|~~~)|(?<!`)`[^`\n]+`(?!`)",
        "code",
        "looks like any other text",
        "delete its signs",
    ),
    _construct(
        r"(?:\A|\n[ \t]*\n)(?: {4}|\t)(?![ \t]*(?:[-+*]|\d+[.)])[ \t])\S",
        "an indented line",
        "is code for Markdown",
        "delete the spaces before it",
    ),
    _construct(r"^ {0,3}>", "a quotation", "looks like any other text", "use quotation marks"),
    _construct(
        r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$",
        "a table",
        "stands there as signs",
        "write a list, or a panel of facts",
    ),
    _construct(
        rf"^{_BULLET}.*\n{_BULLET}",
        "a list with other signs than hyphens",
        "is set as one paragraph",
        "begin each line with '- '",
    ),
    _construct(
        rf"^{_NUMBERED}.*\n{_NUMBERED}",
        "a list numbered in this way",
        "is set as one paragraph",
        "put an empty line between its lines, or begin each with '- '",
    ),
    _LINE_BREAK,
    _construct(
        rf"{_NOT_ESCAPED}~~(?=\S)[^~\n]+~~", "crossed out", "stands there as signs", "delete it"
    ),
    _construct(
        r"^[ \t]*[-+*][ \t]+\[[ xX]\][ \t]",
        "a box to be ticked",
        "stands there as signs",
        "delete the brackets",
    ),
    _construct(
        rf"{_NOT_ESCAPED}\*\*(?=\S)[^*\n]+(?<=\S)\*\*|(?P<found>{_NOT_ESCAPED}\*\*[^*\n]+\*\*)",
        "bold with a space inside its signs",
        "stands there as signs",
        "delete the space beside '**'",
    ),
)
"""What the texts in Markdown do not show as it is meant."""

_AS_WRITTEN = (
    _construct(_IMAGE, "a picture", "stands there as signs", "only a story's page has one"),
    _construct(
        rf"{_NOT_ESCAPED}(?<!!)\[[^\]\n]+\]\([^)\s]+\)",
        "a link",
        "stands there as signs",
        "write the words alone",
    ),
    _construct(
        r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>|&(?:[A-Za-z]{2,8}|#\d+|#x[\da-fA-F]+);",
        "HTML",
        "stands there as signs",
        "delete it, and write the letter itself",
    ),
    _LINE_BREAK,
    _construct(
        _BOLD, "bold", "stands there as signs", "delete them: only 'text' and 'notes' are Markdown"
    ),
)
"""What no other text shows: it is not Markdown."""


def check_markdown(text: PlacedText) -> Iterator[PlacedMessage]:
    """Each kind of thing that disappears or shows its signs, once in each language."""
    constructs = _LOST if text.key in _IN_MARKDOWN else _AS_WRITTEN
    for wording in text.wordings.values():
        yield from _in_wording(wording, constructs)


def _in_wording(wording: Wording, constructs: tuple[_Construct, ...]) -> Iterator[PlacedMessage]:
    said: set[str] = set()
    for construct in constructs:
        match = construct.search(wording.words)
        if match is not None and construct.what not in said:
            said.add(construct.what)
            message = _markdown(construct.what, construct.becomes, wording.language, construct.hint)
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            yield wording.placed(message, begin)
