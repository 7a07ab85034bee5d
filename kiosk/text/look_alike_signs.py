"""Signs that people type for those of YAML, and texts that begin with one of YAML's own.

Word processors and Chinese keyboards write ， for a comma and – for a hyphen: letters, for YAML.
What they lead to is complained of lines later, so the line itself is looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.text import yaml_messages, yaml_sign_messages
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.text.messages import Message

_KEY = r"[\w-]+\s*[:：](?:\s|$)"
_LOOK_ALIKES = (
    (re.compile(rf"^\s*(?P<sign>[－–—−•·])\s*(?={_KEY})"), "-", Phrase("a hyphen")),
    (re.compile(r"^\s*(?P<sign>＃)"), "#", Phrase("the sign of a comment")),
    (re.compile(r"^[\s-]*[\w-]+:\s+(?P<sign>[｛［])"), Phrase("{ or ["), Phrase("a bracket")),
    (re.compile(r"[{\[].*(?P<sign>[｝］])\s*$"), Phrase("} or ]"), Phrase("a bracket")),
    (re.compile(rf"[{{,，、；].*?(?P<sign>[，、；])\s*(?={_KEY})"), ",", Phrase("a comma")),
)
"""What is in the line, which sign is meant, and what that sign is."""

_HYPHEN_WITHOUT_SPACE = re.compile(rf"^\s*-(?={_KEY})")
_WORDS_BEHIND_BRACKETS = re.compile(
    r"""(?:^|[{,\s-])[\w-]+:\s+(?P<sign>[\[{])[^\[\]{}:,"']*[\]}]\s*[^\s,\]}#]"""
)
_APOSTROPHE = re.compile(r"(?:[:,]\s+|\[\s*|^\s*-\s+)'(?:[^'\"]|'')*?(?P<sign>\w+'\w+)(?!\w*')")
_DASH_IN_TEXT = re.compile(rf"(?:^|[{{,\s])(?:{'|'.join(LANGUAGES)}):\s+(?P<sign>-)\s")
_BLOCK_SIGN_IN_TEXT = re.compile(r"^[\s-]*[\w-]+:\s+(?P<sign>[|>])(?:[^\s+\d-]|\d\d)")


def sign_in(lines: Iterable[tuple[int, str]]) -> tuple[int, int, Message] | None:
    """Row, column and message of the first such sign in these lines, each with its row; from 0."""
    for row, line in lines:
        for pattern, meant, called in _LOOK_ALIKES:
            found = pattern.search(line)
            if found is not None:
                message = yaml_messages.look_alike(found["sign"], meant, called)
                return row, found.start("sign"), message
        found = _HYPHEN_WITHOUT_SPACE.match(line)
        if found is not None:
            return row, found.end() - 1, yaml_messages.NO_SPACE_AFTER_HYPHEN
        found = _APOSTROPHE.search(line)
        if found is not None:
            message = yaml_sign_messages.apostrophe(found["sign"])
            return row, found.start("sign") + found["sign"].index("'"), message
        for pattern in (_WORDS_BEHIND_BRACKETS, _DASH_IN_TEXT, _BLOCK_SIGN_IN_TEXT):
            found = pattern.search(line)
            if found is not None:
                message = yaml_sign_messages.bad_beginning(found["sign"])
                return row, found.start("sign"), message
    return None
