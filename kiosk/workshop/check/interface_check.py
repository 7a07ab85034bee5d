"""Which of the interface's words a language of the exhibit lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.own_words import OWN_WORDS
from kiosk.exhibit.model.wording import written_words
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.exhibit.reading.interface_words import WORDS_FOLDER
from kiosk.exhibit.rules import interface_rules
from kiosk.languages.words import fields_of, for_visitors
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.folder import ContentFolder
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.text.messages import PlacedMessage


def check_interface(exhibit: Exhibit) -> Iterator[PlacedMessage]:
    """What is missing or can't be used in `words/`, for each language that needs a file there."""
    english = for_visitors(shipped_yaml(shipped("assets") / "words" / "en.yaml"))
    folder = ContentFolder.at(exhibit.folder)
    for language, words in exhibit.interface.items():
        missing = [key for key in english if key not in words]
        if missing and folder.strange(f"{WORDS_FOLDER}/{language}.yaml") is None:
            message = interface_rules.missing_words(language, missing, all_of=len(english))
            yield message.at(EXHIBIT_FILE, *_place_of_languages(folder))
        yield from _check_file(folder, language, english)
    yield from _check_own_words(exhibit, folder, english)


def _check_file(
    folder: ContentFolder, language: str, english: Mapping[str, str]
) -> Iterator[PlacedMessage]:
    name = f"{WORDS_FOLDER}/{language}.yaml"
    if not folder.has(name):
        return
    try:
        document = parse_document(folder.text(name), name)
    except UnreadableFile as unreadable:
        yield unreadable.message
        return
    yield from (each.message for each in document.spoilt_entries)
    root = document.root
    whole = shipped_yaml(shipped("assets") / "words" / "en.yaml")
    for key, place in root.keys.items():
        if key not in whole:
            yield interface_rules.unknown_words(key, english).at(name, *place)
        elif not str(root.value[key].value).strip():
            continue
        elif fields_of(str(root.value[key].value)) != fields_of(whole[key]):
            fields = fields_of(whole[key]) or ()
            yield interface_rules.other_fields(key, fields).at(name, *place)


def _check_own_words(
    exhibit: Exhibit, folder: ContentFolder, english: Mapping[str, str]
) -> Iterator[PlacedMessage]:
    """What exhibit.yaml says in place of the interface's words fills in no more than they do."""
    try:
        root = parse_document(folder.text(EXHIBIT_FILE), EXHIBIT_FILE).root
    except UnreadableFile:
        return
    said = written_words(credits=exhibit.credits, kinds=exhibit.kinds, wording=exhibit.wording)
    for way, text in said.items():
        fields = fields_of(english[OWN_WORDS[way]]) or frozenset()
        for language, words in text.versions.items():
            own = fields_of(words)
            if own is None or not own <= fields:
                place = root.position((*way, language))
                yield interface_rules.other_fields(way[-1], fields).at(EXHIBIT_FILE, *place)


def _place_of_languages(folder: ContentFolder) -> tuple[int, int]:
    try:
        root = parse_document(folder.text(EXHIBIT_FILE), EXHIBIT_FILE).root
    except UnreadableFile:
        return 1, 1
    return root.position(("languages",))
