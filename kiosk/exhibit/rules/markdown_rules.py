"""The rule that nothing an author writes in Markdown disappears or is shown as signs.

A story's page and a presenter's notes know paragraphs, bold, italic and lists; all other texts
are set as they are written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.text.message_words import in_words
from kiosk.text.messages import PlacedMessage, Severity
from kiosk.text.phrase import Phrase, template
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


RULES = (_MARKDOWN,)
"""The rules of this file."""


_IN_MARKDOWN = frozenset({"text", "notes"})
"""The texts that are Markdown."""


class _Construct(NamedTuple):
    """Something of Markdown: where it is, what becomes of it, as a template, and what to do."""

    pattern: re.Pattern[str]
    found: str
    hint: str

    def search(self, words: str) -> re.Match[str] | None:
        """The first of them; a pattern with `found` passes over what it matches without."""
        for match in self.pattern.finditer(words):
            if match.groupdict().get("found", match[0]) is not None:
                return match
        return None


def _construct(pattern: str, found: str, hint: str) -> _Construct:
    return _Construct(re.compile(pattern, re.MULTILINE), found, hint)


_NOT_ESCAPED = r"(?<!\\)"
_IMAGE = rf"{_NOT_ESCAPED}!\[[^\]\n]*\][(\[]"
_LINK = rf"{_NOT_ESCAPED}(?<!!)\[[^\]\n^]+\](?:\([^)\n]*\)|\[[^\]\n]*\])"
_BOLD = rf"{_NOT_ESCAPED}(?P<sign>\*\*|__)(?=\S)[^*_\n]+(?<=\S)(?P=sign)"

_LINE_BREAK = _construct(
    r"\\n",
    template("a line break as '\\n' stands there as signs, in {language}"),
    template("end the line instead"),
)
_BULLET = r"[ \t]*[•●○▪■◦‣∙❖➢·–—][ \t\u3000]*\S"
_NUMBERED = (
    r"[ \t\u3000]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳]|\d+[、．])"
)

_LOST = (
    _construct(
        _IMAGE,
        template("a picture is not shown, in {language}"),
        template("name it with 'picture', beside 'text'"),
    ),
    _construct(
        _LINK,
        template("the address of a link is not shown, in {language}"),
        template("write the words alone"),
    ),
    _construct(
        rf"{_NOT_ESCAPED}<(?:https?://|mailto:)?[^\s<>@]+[@.][^\s<>]+>",
        template("an address is no link, in {language}"),
        template("write the words alone"),
    ),
    _construct(
        r"^ {0,3}\[[^\]\n^]+\]:[ \t]*\S+",
        template("the address of a link is not shown, in {language}"),
        template("delete the line"),
    ),
    _construct(
        rf"{_NOT_ESCAPED}\[\^[^\]\n]+\]",
        template("a footnote stands there as signs, in {language}"),
        template("write it out"),
    ),
    _construct(
        r"^ {0,3}#{1,6}(?:[ \t]+\S|$)|^(?=\S).*\n {0,3}(?:=+|-{2,})[ \t]*$",
        template("a heading is only bold, in {language}"),
        template("write it as 'heading', or as a **bold** line"),
    ),
    _construct(
        r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$",
        template("a line across is not shown, in {language}"),
        template("begin a new page"),
    ),
    _construct(
        r"^ {0,3}(?:```|~~~)|(?<!`)`[^`\n]+`(?!`)",
        template("code looks like any other text, in {language}"),
        template("delete its signs"),
    ),
    _construct(
        r"(?:\A|\n[ \t]*\n)(?: {4}|\t)(?![ \t]*(?:[-+*]|\d+[.)])[ \t])\S",
        template("an indented line is code for Markdown, in {language}"),
        template("delete the spaces before it"),
    ),
    _construct(
        r"^ {0,3}>",
        template("a quotation looks like any other text, in {language}"),
        template("use quotation marks"),
    ),
    _construct(
        r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$",
        template("a table stands there as signs, in {language}"),
        template("write a list, or a panel of facts"),
    ),
    _construct(
        rf"^{_BULLET}.*\n{_BULLET}",
        template("a list with other signs than hyphens is set as one paragraph, in {language}"),
        template("begin each line with '- '"),
    ),
    _construct(
        rf"^{_NUMBERED}.*\n{_NUMBERED}",
        template("a list numbered in this way is set as one paragraph, in {language}"),
        template("put an empty line between its lines, or begin each with '- '"),
    ),
    _LINE_BREAK,
    _construct(
        rf"{_NOT_ESCAPED}~~(?=\S)[^~\n]+~~",
        template("crossed out stands there as signs, in {language}"),
        template("delete it"),
    ),
    _construct(
        r"^[ \t]*[-+*][ \t]+\[[ xX]\][ \t]",
        template("a box to be ticked stands there as signs, in {language}"),
        template("delete the brackets"),
    ),
    _construct(
        rf"{_NOT_ESCAPED}\*\*(?=\S)[^*\n]+(?<=\S)\*\*|(?P<found>{_NOT_ESCAPED}\*\*[^*\n]+\*\*)",
        template("bold with a space inside its signs stands there as signs, in {language}"),
        template("delete the space beside '**'"),
    ),
)
"""What the texts in Markdown do not show as it is meant."""

_AS_WRITTEN = (
    _construct(
        _IMAGE,
        template("a picture stands there as signs, in {language}"),
        template("only a story's page has one"),
    ),
    _construct(
        rf"{_NOT_ESCAPED}(?<!!)\[[^\]\n]+\]\([^)\s]+\)",
        template("a link stands there as signs, in {language}"),
        template("write the words alone"),
    ),
    _construct(
        r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>|&(?:[A-Za-z]{2,8}|#\d+|#x[\da-fA-F]+);",
        template("HTML stands there as signs, in {language}"),
        template("delete it, and write the letter itself"),
    ),
    _LINE_BREAK,
    _construct(
        _BOLD,
        template("bold stands there as signs, in {language}"),
        template("delete them: only 'text' and 'notes' are Markdown"),
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
        if match is not None and construct.found not in said:
            said.add(construct.found)
            message = _MARKDOWN.message(
                Phrase(construct.found, language=in_words(wording.language)), construct.hint
            )
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            yield wording.placed(message, begin)
