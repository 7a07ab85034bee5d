"""One edit within one YAML file: its text afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.edits import (
    Duplicate,
    Insert,
    InsertWritten,
    Move,
    Remove,
    RenameKeys,
    SetText,
    SetTexts,
    SetValue,
)
from kiosk.exhibit.editing.key_places import is_optional, is_text, place_of
from kiosk.text.ids import LONGEST_ID
from kiosk.text.invisible import unseen_in_text
from kiosk.text.yaml_difference import with_difference
from kiosk.text.yaml_edit import CannotEdit, Reason
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import TypeAlias

    from kiosk.text.yaml_edit import YamlText
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

    EditOfYaml: TypeAlias = (
        SetText
        | SetTexts
        | SetValue
        | Remove
        | Insert
        | InsertWritten
        | Move
        | Duplicate
        | RenameKeys
    )

_NUMBERED = re.compile(r"(?P<base>.+)-(?P<number>[2-9]|[1-9][0-9])")


def edited(yaml: YamlText, edit: EditOfYaml, languages: Sequence[str]) -> YamlText:
    """The text after an edit; CannotEdit where it can't be changed so."""
    _refuse_signs(edit)
    match edit:
        case SetText(location=location, words=words):
            return _with_words(yaml, location, words, languages)
        case SetTexts(words=several):
            return yaml.with_texts(several)
        case SetValue(location=location, value=value):
            return _with_value(yaml, location, value, languages)
        case Remove(location=location):
            return without(yaml, location)
        case Insert(location=location, value=value, at=at):
            return _with_entry(yaml, location, value, at, languages)
        case InsertWritten(location=location, entry=entry, at=at):
            return _with_written_entry(yaml, location, entry, at, languages)
        case Move(location=location, to=to):
            return yaml.with_entry_moved(location, to)
        case Duplicate(location=location):
            return _with_copy(yaml, location)
        case RenameKeys(keys=keys):
            return yaml.with_keys_renamed(keys)


def _refuse_signs(edit: EditOfYaml) -> None:
    """CannotEdit for words with signs that nobody sees, as a page or a program had them."""
    match edit:
        case SetText(location=location, words=words):
            said: object = words
        case SetTexts(words=several):
            location, said = next(iter(several), ()), several
        case SetValue(location=location, value=value) | Insert(location=location, value=value):
            said = value
        case _:
            return
    if any(unseen_in_text(each) is not None for each in _words_in(said)):
        raise CannotEdit(location, Reason.NO_SIGNS)


def _words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _words_in(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _words_in(each)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """The id itself where nothing has it, else with the next number: `teams-2`."""
    if wanted not in taken:
        return wanted
    found = _NUMBERED.fullmatch(wanted)
    base, number = (found["base"], int(found["number"])) if found else (wanted, 1)
    while True:
        number += 1
        end = f"-{number}"
        new = base[: LONGEST_ID - len(end)].rstrip("-") + end
        if new not in taken:
            return new


def without(yaml: YamlText, location: Location) -> YamlText:
    """Without an entry or a key, and without the list or mapping that is empty then if it may be
    missing."""
    name, root = yaml.name, yaml.document.root
    while len(location) > 1:
        around = root.at(location[:-1])
        is_last = around is not None and around.kind != "text" and len(around.value) == 1
        if not (is_last and is_optional(name, location[:-1], root)):
            break
        if isinstance(location[-2], int):
            break
        location = location[:-1]
    return yaml.without(location)


def _with_words(
    yaml: YamlText, location: Location, words: str, languages: Sequence[str]
) -> YamlText:
    node = yaml.document.root.at(location)
    if not words:
        return _without_value(yaml, location, "")
    if node is None:
        return _with_missing(yaml, location, words, languages)
    return (
        yaml.with_text(location, words)
        if node.kind == "text"
        else with_difference(yaml, location, words)
    )


def _with_value(
    yaml: YamlText, location: Location, value: YamlValue, languages: Sequence[str]
) -> YamlText:
    if not value:
        return _without_value(yaml, location, value)
    if yaml.document.root.at(location) is None:
        return _with_missing(yaml, location, value, languages)
    return with_difference(yaml, location, value)


def _without_value(yaml: YamlText, location: Location, value: YamlValue) -> YamlText:
    """Without a key that may be missing; else the key with nothing behind it."""
    root, name = yaml.document.root, yaml.name
    node = root.at(location)
    if node is None:
        return yaml
    if isinstance(location[-1] if location else 0, str):
        if is_text(name, location[:-1], root):
            around = root.at(location[:-1])
            is_only = around is None or len(around.value) == 1
            if not is_only or is_optional(name, location[:-1], root):
                return without(yaml, location)
        elif is_optional(name, location, root):
            return without(yaml, location)
    return with_difference(yaml, location, value)


def _with_missing(
    yaml: YamlText, location: Location, value: YamlValue, languages: Sequence[str]
) -> YamlText:
    """With a value whose key is not there yet, nor perhaps what is around it."""
    root, name = yaml.document.root, yaml.name
    *above, key = location or ("",)
    around = tuple(above)
    node = root.at(around)
    if node is None:
        if isinstance(key, int) and key:
            raise CannotEdit(location, Reason.NO_PLACE)
        inner: YamlValue = {key: value} if isinstance(key, str) else [value]
        return _with_missing(yaml, around, inner, languages)
    if isinstance(key, int):
        return _with_entry(yaml, around, value, key, languages)
    if node.kind == "text" and node.value and is_text(name, around, root):
        # It was the same words in every language.
        alike: dict[str, YamlValue] = dict.fromkeys(languages, node.value)
        return with_difference(yaml, around, {**alike, key: value})
    return yaml.with_key(location, value, place_of(name, location, root, languages))


def _with_entry(
    yaml: YamlText, location: Location, value: YamlValue, at: int | None, languages: Sequence[str]
) -> YamlText:
    node = yaml.document.root.at(location)
    if node is None:
        return _with_missing(yaml, location, [value], languages)
    if node.kind == "text" and node.value:
        # One alone needs no list; two do.
        entries: list[YamlValue] = [node.value]
        entries.insert(1 if at is None else at, value)
        return with_difference(yaml, location, entries)
    return yaml.with_entry(location, value, at)


def _with_written_entry(
    yaml: YamlText, location: Location, entry: str, at: int | None, languages: Sequence[str]
) -> YamlText:
    node = yaml.document.root.at(location)
    if node is None or not node.value or node.kind != "list":
        value = parse_document(f"entries:\n{entry}", yaml.name).root.plain()["entries"]
        if node is None:
            return _with_missing(yaml, location, value, languages)
        return with_difference(yaml, location, value)
    index = len(node.value) if at is None else at
    try:
        return yaml.with_written_entry(location, entry, index)
    except CannotEdit as error:
        if error.reason is not Reason.NO_HYPHENS:
            raise
    value = parse_document(f"entries:\n{entry}", yaml.name).root.plain()["entries"]
    return yaml.with_entry(location, value[0], index)


def _with_copy(yaml: YamlText, location: Location) -> YamlText:
    """With an entry a second time, under a free id; of two leading figures one leads."""
    around = yaml.document.root.at(location[:-1])
    if around is None or not location:
        raise CannotEdit(location, Reason.NOTHING_THERE)
    key = location[-1]
    if isinstance(key, str):
        return yaml.with_key_copied(location, free_id(key, around.value))
    copied = yaml.with_entry_copied(location)
    here = (*location[:-1], key + 1)
    own = copied.document.root.at((*here, "id"))
    if own is not None and own.kind == "text":
        ids = [each.at(("id",)) for each in around.value]
        taken = {each.value for each in ids if each is not None and each.kind == "text"}
        copied = copied.with_text((*here, "id"), free_id(own.value, taken))
    if copied.document.root.at((*here, "lead")) is not None:
        copied = copied.without((*here, "lead"))
    return copied
