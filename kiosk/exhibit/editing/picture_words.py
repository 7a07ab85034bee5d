"""What is said of a picture, which another picture in its place may not be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.editing.edits import SetText, SetTexts
from kiosk.exhibit.editing.refusals import EditRefused
from kiosk.exhibit.editing.shapes import shape_at
from kiosk.exhibit.model.parts import NameOf
from kiosk.exhibit.rules.placeholder_rules import is_placeholder
from kiosk.exhibit.translating.translation_record import RECORD_FILE, hash_of
from kiosk.exhibit.translating.translations import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.translating.translations import TranslatedText
    from kiosk.text.yaml_source import Location, Node

_OF_ANOTHER_PICTURE = hash_of("")
"""Recorded in place of the original's words: those were confirmed, and of another picture."""
_SAID_OF_IT = ("alternative", "caption", "credit", "licence", "focus")


class PictureWords(NamedTuple):
    """Words beside a picture; of what is written once for all, and of a point, no language."""

    location: Location
    language: str
    words: str


def names_picture(file: str, location: Location, root: Node) -> bool:
    """Whether a place of a file is the name of a picture."""
    shape = shape_at(file, location, root)
    named = None if shape is None else shape.find(NameOf)
    return named is not None and named.kind == "picture"


def words_of_picture(root: Node, location: Location) -> Iterator[PictureWords]:
    """What is said of the picture whose name is there, but for what a template asks for."""
    for key in _SAID_OF_IT:
        at = (*location[:-1], key)
        node = root.at(at)
        if node is None:
            continue
        if node.kind == "mapping":
            for language, each in node.value.items():
                words = str(each.value).strip()
                if words and not is_placeholder(words, language):
                    yield PictureWords((*at, language), language, words)
        elif node.kind == "list":
            yield PictureWords(at, "", ", ".join(str(each.value) for each in node.value))
        elif str(node.value).strip():
            yield PictureWords(at, "", str(node.value).strip())


def no_longer_confirmed(
    files: Draft,
    roots: Mapping[str, Node],
    texts: Iterable[TranslatedText],
    edits: Iterable[Edit],
) -> tuple[Edit, ...]:
    """The edit of the record that goes with another picture: what was confirmed of the words
    beside it is older than what they are about.  Nothing where none of the edits brings one."""
    beside = {
        (edit.file, (*edit.location[:-1], key))
        for edit in edits
        if isinstance(edit, SetText) and edit.file in roots and _is_other(roots[edit.file], edit)
        for key in _SAID_OF_IT
    }
    if not beside:
        return ()
    hashes = {
        place: _OF_ANOTHER_PICTURE
        for text in texts
        if (text.file, text.location) in beside
        for place, state, _ in _recorded(files, text)
        if state is State.CURRENT
    }
    return (SetTexts(RECORD_FILE, hashes),) if hashes else ()


def confirmed_again(
    files: Draft, texts: Iterable[TranslatedText], file: str, picture: Location
) -> tuple[Edit, ...]:
    """The edit of the record after which what was confirmed of the words beside a picture is so
    once more: they are right of this one too.  Nothing where nothing was."""
    beside = {(file, (*picture[:-1], key)) for key in _SAID_OF_IT}
    hashes = {
        place: hash_of(text.original_words)
        for text in texts
        if (text.file, text.location) in beside
        for place, _, recorded in _recorded(files, text)
        if recorded == _OF_ANOTHER_PICTURE
    }
    return (SetTexts(RECORD_FILE, hashes),) if hashes else ()


def _recorded(files: Draft, text: TranslatedText) -> Iterator[tuple[Location, State, str]]:
    """What the record has of the translations of a text: where, their state and the hash."""
    try:
        record = files.yaml(RECORD_FILE).document.root
    except EditRefused:
        return
    for language, state in text.states.items():
        place = (text.address.file, text.address.path, language)
        node = record.at(place)
        if node is not None and node.kind == "text":
            yield place, state, str(node.value)


def _is_other(root: Node, edit: SetText) -> bool:
    node = root.at(edit.location)
    if node is None or node.kind != "text" or node.value in ("", edit.words):
        return False
    return names_picture(edit.file, edit.location, root)
