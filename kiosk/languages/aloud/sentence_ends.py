"""Where the sentences of a text begin and end, so that the spoken one can be marked."""

from __future__ import annotations

import re

from kiosk.languages.aloud.table import spoken_table

_CLOSING = "\"'”’」』»）)】》"
_STOPS = ".!?…。！？"
_END = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]+)[{_CLOSING}]{{0,9}}"
    r"|(?P<line>[\n\r\u2028\u2029]+)"
)
_LONGEST_WORD = 12
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[^\W\d_]|\.(?=\w))*$")


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of the text, without the space around it."""
    table = spoken_table(language)
    goes_on = table.goes_on if table is not None else frozenset[str]()
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match["stop"] and _is_inside(text, match, goes_on):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not any(letter.isalnum() for letter in text[start:end]):
        # A lone mark belongs to the sentence before it.
        if found and end > start:
            found[-1] = (found[-1][0], end)
        return
    found.append((start, end))


def _is_inside(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a sentence goes on behind these stops."""
    stop: str = match["stop"]
    if any(mark in "。！？" for mark in stop):
        return False
    if text[match.end() : match.end() + 1].strip():
        return True
    if stop == ".":
        return _goes_on(text, match, abbreviations)
    return stop[-1] == "…" and _next(text, match.end()).islower()


def _goes_on(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether the stop belongs to an abbreviation or an initial inside the sentence."""
    following = _next(text, match.end())
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start()]
    word = _WORD_BEFORE.search(before)
    if not following or word is None:
        return False
    is_initial = len(word[0]) == 1 and word[0].isupper() and word[0] != "I"
    if word[0].casefold() in ("no", "nos"):
        # "No." is a number only before one.
        return following.isdigit()
    return word[0] in abbreviations or (is_initial and following.isupper()) or following.islower()


def _next(text: str, position: int) -> str:
    """The next letter that is no space or mark; of the same line."""
    return text[position : position + 4].strip(" \u00a0\t\"'“‘«(")[:1]
