"""Which figures, dates, units, names of places and pictures are other ones than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from kiosk.exhibit.editing.picture_words import PictureWords, words_of_picture
from kiosk.exhibit.editing.shapes import shape_at
from kiosk.exhibit.model.parts import NameOf
from kiosk.exhibit.model.values import Value, WrittenDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kiosk.text.yaml_source import Location, Node

ValueKind = Literal["figure", "date", "unit", "name", "picture"]


class ChangedValue(NamedTuple):
    """A value as it was and as it is; a name is one of a language.

    `beside` is what was said of a picture when another one came in its place.
    """

    file: str
    location: Location
    kind: ValueKind
    before: str
    after: str
    language: str = ""
    beside: tuple[PictureWords, ...] = ()


def changed_values(before: Mapping[str, Node], after: Mapping[str, Node]) -> Iterator[ChangedValue]:
    """What differs between two states of the files; what came or went is no change of a value."""
    for file, root in after.items():
        was = before.get(file)
        if was is None or was is root:
            continue
        for location, old, new in _pairs(was, root, ()):
            found = _changed(file, location, root, old, new)
            if found is not None:
                yield found


def _pairs(was: Node, now: Node, at: Location) -> Iterator[tuple[Location, str, str]]:
    """The texts that differ, where each is now; entries with ids are compared by these."""
    if was is now or was.kind != now.kind:
        return
    if now.kind == "text":
        if was.value != now.value:
            yield at, was.value, now.value
    elif now.kind == "mapping":
        for key, entry in now.value.items():
            if key in was.value:
                yield from _pairs(was.value[key], entry, (*at, key))
    else:
        ids = {_id(entry): entry for entry in was.value}
        for number, entry in enumerate(now.value):
            own = _id(entry)
            other = ids.get(own) if own else None
            if not own and len(was.value) == len(now.value):
                other = was.value[number]
            if other is not None:
                yield from _pairs(other, entry, (*at, number))


def _id(entry: Node) -> str:
    found = entry.at(("id",)) if entry.kind == "mapping" else None
    return str(found.value) if found is not None and found.kind == "text" else ""


def _changed(
    file: str, location: Location, root: Node, before: str, after: str
) -> ChangedValue | None:
    if file.startswith("zones/") and location[0] == "name":
        language = str(location[1]) if len(location) > 1 else ""
        return ChangedValue(file, location, "name", before.strip(), after.strip(), language)
    shape = shape_at(file, location, root)
    if shape is None:
        return None
    if shape.type is Value:
        is_date = _is_date(root, location, before)
        kind: ValueKind = "date" if is_date else "figure"
        return ChangedValue(file, location, kind, before.strip(), after.strip())
    if shape.type is WrittenDate:
        return ChangedValue(file, location, "date", before.strip(), after.strip())
    named = shape.find(NameOf)
    if named is not None and named.kind == "picture" and before.strip():
        beside = tuple(words_of_picture(root, location))
        own, new = before.strip(), after.strip()
        return ChangedValue(file, location, "picture", own, new, beside=beside)
    if named is not None and named.kind == "unit":
        return ChangedValue(file, location, "unit", before.strip(), after.strip())
    return None


def _is_date(root: Node, location: Location, written: str) -> bool:
    unit = root.at((*location[:-1], "unit"))
    is_of_dates = unit is not None and unit.kind == "text" and unit.value == "date"
    return is_of_dates or written.count("-") == 2
