"""The rule that nothing stays as `kiosk new` wrote it: its words ask for others."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.skeletons import (
    NAME_TO_BE_WRITTEN,
    PANEL_KINDS,
    UNWRITTEN,
    exhibit_texts,
    layer_text,
    panel_text,
    story_text,
    tour_text,
    zone_text,
)
from kiosk.text.message_words import in_words, one_of, shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.text.wordings import PlacedText
    from kiosk.text.yaml_source import Node

_PLACEHOLDER = Rule(
    "placeholder",
    severity=Severity.WARNING,
    why=(
        "The words that `kiosk new` writes ask for others, and visitors would read them. They "
        "can't be confirmed as translations either."
    ),
    file="zones/qianhai.yaml",
    wrong="introduction: {en: Say here in a sentence what this place is., zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _placeholder(words: str, languages: Sequence[str]) -> Message:
    found = Phrase("'{words}' is still what `kiosk new` wrote", words=shortened(words))
    if languages:
        found = Phrase(
            "{found}, in {names}", found=found, names=one_of(map(in_words, languages), "and")
        )
    return _PLACEHOLDER.message(found, "write your own words")


_PLACEHOLDER_POINTS = _PLACEHOLDER.message(
    "these points are still what `kiosk new` wrote", "write your own figures"
)


RULES = (_PLACEHOLDER,)
"""The rules of this file."""


_FINISHED = frozenset({"rest", "welcome", "phrase", "one"})
"""Keys whose words in a skeleton can stay: they are true of any exhibit."""


class _Placeholders(NamedTuple):
    """The words by language that ask for others, and the points of series that are made up."""

    words: frozenset[tuple[str, str]]
    points: tuple[object, ...]


def check_placeholders(text: PlacedText) -> Iterator[PlacedMessage]:
    """That a text still says what a skeleton said, in some languages; at the first of them."""
    unedited = [
        wording
        for language, wording in text.wordings.items()
        if is_placeholder(wording.words, language)
    ]
    if unedited:
        languages = [] if text.alike else [wording.language for wording in unedited]
        message = _placeholder(unedited[0].words, languages)
        yield unedited[0].placed(message)


def placeholder_points(file: WrittenFile) -> Iterator[PlacedMessage]:
    """The points that nobody has replaced: of series in a zone's file, or of a data layer."""
    if file.name.startswith("layers/"):
        points = file.root.at(("points",))
        values = points.value if points is not None and points.kind == "list" else ()
        if points is not None and values and all(map(_is_zero, values)):
            yield file.placed(_PLACEHOLDER_POINTS, points)
    panels = file.root.at(("panels",))
    for panel in panels.value if panels is not None and panels.kind == "list" else ():
        several = panel.at(("series",))
        for series in several.value if several is not None and several.kind == "list" else ():
            points = series.at(("points",))
            if points is not None and points.plain() in _placeholders().points:
                yield file.placed(_PLACEHOLDER_POINTS, points)


def _is_zero(point: Node) -> bool:
    value = point.at(("value",))
    return value is not None and value.value == "0"


def is_placeholder(words: str, language: str) -> bool:
    """Whether these are the very words of a skeleton, or what stands for words in any language."""
    bare = _bare(words)
    spoken = language if language in LANGUAGES else "en"
    return bare == UNWRITTEN or (spoken, bare) in _placeholders().words


@cache
def _placeholders() -> _Placeholders:
    values = {"id": "x", "kind": "city", "element": "marker: x", "source": "x", "unit": "x"}
    values |= {**NAME_TO_BE_WRITTEN, "as_of": "2000", "place": "x", "around": "x"}
    panels = [story_text(values), *(panel_text(kind, values) for kind in PANEL_KINDS)]
    files = [f"panels:\n{panel}" for panel in panels]
    files += [zone_text(values), layer_text(values, ["x"]), tour_text(values)]
    files += [text for name, text in exhibit_texts("2000").items() if "/" not in name]
    roots = [parse_document(text, "skeleton").root for text in files]
    words = {
        (wording.language, _bare(wording.words))
        for root, written in zip(roots, files, strict=True)
        for text in WrittenFile.of("skeleton", root, written).texts()
        if text.key not in _FINISHED
        for wording in text.wordings.values()
    }
    points = [
        series.value["points"].plain()
        for root in roots
        for panel in (root.value["panels"].value if "panels" in root.value else ())
        for series in (panel.value["series"].value if "series" in panel.value else ())
        if "points" in series.value and not _has_labels(series.value["points"])
    ]
    return _Placeholders(frozenset(words), tuple(points))


def _has_labels(points: Node) -> bool:
    return any("label" in point.value for point in points.value)


def _bare(words: str) -> str:
    return " ".join(words.split())
