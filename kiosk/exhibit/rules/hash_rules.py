"""The rule that no text ends at a `#`: behind a space it begins a comment, which nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.text.message_words import shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule
from kiosk.text.yaml_syntax import written_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.wordings import WrittenFile
    from kiosk.text.yaml_source import Node

_TEXT_WITH_HASH = Rule(
    "text-with-hash",
    severity=Severity.WARNING,
    why="Behind a space `#` begins a comment, so that the rest of the text would be missing.",
    file="zones/shenzhen.yaml",
    wrong="en: Ranked as #1 in the bay.",
    right="en: A strong steel.",
)


def _text_with_hash(lost: str) -> Message:
    return _TEXT_WITH_HASH.message(
        Phrase("'{lost}' is a comment, which nobody sees", lost=shortened(lost)),
        "put quotation marks around a text with ' #'",
    )


RULES = (_TEXT_WITH_HASH,)
"""The rules of this file."""


_LOST = re.compile(r"\s+(?P<lost>#[^\s#].*)|(?<!\s)\s(?P<number>#\s\d.*)")
"""A comment has a space behind its sign; `#1` and `#innovation` are words, and `# 1` a number."""
_ALLOW = re.compile(r"#\s*allow\s")


def check_hashes(file: WrittenFile) -> Iterator[PlacedMessage]:
    """Each sign that cuts a text off."""
    if not any(_LOST.search(line) for line in file.lines if "#" in line):
        return
    texts = {
        (wording.line, wording.column)
        for text in file.texts()
        for wording in text.wordings.values()
    }
    texts |= set(_empty_texts(file.root))
    for style, begin, (line, column) in written_texts("\n".join(file.lines)):
        if style:
            continue
        rest = file.lines[line - 1][column - 1 :] if line <= len(file.lines) else ""
        match = _LOST.match(rest) if begin in texts else None
        if match is not None and not _ALLOW.match(match[match.lastgroup or 0]):
            message = _text_with_hash(match[match.lastgroup or 0])
            yield message.at(file.name, line, column + match.start(match.lastgroup or 0))


def _empty_texts(node: Node) -> Iterator[tuple[int, int]]:
    """Where words of a language should be and nothing is left of them."""
    if node.kind == "list":
        for entry in node.value:
            yield from _empty_texts(entry)
    elif node.kind == "mapping":
        for key, entry in node.value.items():
            if key in LANGUAGES and entry.kind == "text" and not entry.value:
                yield entry.line, entry.column
            else:
                yield from _empty_texts(entry)
