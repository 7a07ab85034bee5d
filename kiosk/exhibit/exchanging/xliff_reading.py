"""XLIFF that has come back from translators, of any of its versions that programs write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.exchanging import exchange_messages
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import TEXTS_LIMIT, Returned, ReturnedText
from kiosk.exhibit.exchanging.xml_elements import Element, read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VERSION_1 = "urn:oasis:names:tc:xliff:document:1."
_VERSION_2 = "urn:oasis:names:tc:xliff:document:2."
_WRAPPERS = frozenset({"g", "mrk", "pc", "sub"})
"""Elements whose text belongs to the words around them."""
_NO_TEXT = frozenset({"sm", "em"})
"""Marks of a place that have no text."""
_CONFIRMED = frozenset({"final", "signed-off"})
_WORKED_ON = frozenset({"translated", "reviewed", "needs-review-translation", *_CONFIRMED})


class _Marked(Exception):
    """There is something in the words that is no text."""


def read_xliff(content: bytes) -> Returned:
    """The texts of the file; ExchangeRefused where it is no XLIFF or does not say its languages."""
    root = read_xml(content)
    if root.name == "xliff" and root.namespace.startswith(_VERSION_2):
        original = root.attributes.get("srcLang", "")
        languages = {root.attributes.get("trgLang", "")}
        texts = [_text_2(unit) for unit in root.all_below("unit")]
    elif root.name == "xliff" and root.namespace.startswith(_VERSION_1):
        files = list(root.children("file"))
        original = next((each.attributes.get("source-language", "") for each in files), "")
        languages = {each.attributes.get("target-language", "") for each in files}
        texts = [_text_1(unit) for file in files for unit in file.all_below("trans-unit")]
    else:
        raise ExchangeRefused(exchange_messages.NO_XLIFF)
    if len(languages) != 1 or not original or not all(languages):
        raise ExchangeRefused(exchange_messages.NO_LANGUAGE)
    if len(texts) > TEXTS_LIMIT:
        raise ExchangeRefused(exchange_messages.TOO_LARGE)
    return Returned(original, languages.pop(), tuple(texts))


def _text_1(unit: Element) -> ReturnedText:
    source, target = unit.first("source"), unit.first("target")
    state = "" if target is None else target.attributes.get("state", "")
    approved = unit.attributes.get("approved") == "yes"
    # Without any state, what stands there is what somebody has written.
    is_translated = approved or not state or state in _WORKED_ON
    return _text(
        unit,
        [source] if source is not None else [],
        [target] if target is not None else [],
        is_confirmed=approved or state in _CONFIRMED,
        is_translated=is_translated,
    )


def _text_2(unit: Element) -> ReturnedText:
    """A program may have cut the text into segments: together they are it again."""
    parts = list(unit.children("segment", "ignorable"))
    sources, targets = [], []
    for part in parts:
        source, target = part.first("source"), part.first("target")
        if source is not None:
            sources.append(source)
            # Between segments what is not translated is as in the original.
            if target is None and part.name == "ignorable":
                target = source
        if target is not None:
            targets.append(target)
    segments = [part for part in parts if part.name == "segment"]
    states = {part.attributes.get("state", "initial") for part in segments}
    is_whole = all(part.first("target") is not None for part in segments)
    return _text(
        unit,
        sources,
        targets if is_whole else [],
        is_confirmed=states == {"final"},
        is_translated=states <= _WORKED_ON,
    )


def _text(
    unit: Element,
    sources: Sequence[Element],
    targets: Sequence[Element],
    *,
    is_confirmed: bool,
    is_translated: bool,
) -> ReturnedText:
    trouble, original, words = "", "", ""
    try:
        original = "".join("".join(_letters(each)) for each in sources)
        words = "".join("".join(_letters(each)) for each in targets)
    except _Marked:
        trouble = exchange_messages.INLINE
    return ReturnedText(
        unit.attributes.get("id", ""),
        original,
        words.strip(),
        is_confirmed,
        is_translated,
        exchange_messages.at_line(unit.line),
        trouble,
    )


def _letters(element: Element) -> Iterator[str]:
    for each in element.inside:
        if isinstance(each, str):
            yield each
        elif each.name in _WRAPPERS:
            yield from _letters(each)
        elif each.name not in _NO_TEXT:
            raise _Marked
