"""What can be changed in a folder of content, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

Kind = Literal[
    "zone",
    "panel",
    "fact",
    "series",
    "source",
    "unit",
    "term",
    "glossary",
    "layer",
    "tour",
    "step",
    "picture",
    "table",
    "film",
    "map",
]
"""What has a name by which other things name it, or a translation's record does."""


@dataclass(frozen=True)
class SetText:
    """Words in place of others.  Missing keys are made, with the mapping of languages around one.

    Without any words, a key that nobody needs goes.
    """

    file: str
    location: Location
    words: str


@dataclass(frozen=True)
class SetTexts:
    """Words in place of several others in a file, all of which are there."""

    file: str
    words: Mapping[Location, str]


@dataclass(frozen=True)
class SetValue:
    """Any value in place of another one, with as little rewritten as possible.

    A missing key is made; one that nobody needs goes where the value is empty.
    """

    file: str
    location: Location
    value: YamlValue


@dataclass(frozen=True)
class Remove:
    """Without an entry or a key.  What allows a warning in its first line goes too."""

    file: str
    location: Location


@dataclass(frozen=True)
class Insert:
    """Another entry in the list at `location`, before the entry `at` or as the last."""

    file: str
    location: Location
    value: YamlValue
    at: int | None = None


@dataclass(frozen=True)
class InsertWritten:
    """An entry as it is written, with its hyphen and comments, in the list at `location`."""

    file: str
    location: Location
    entry: str
    at: int | None = None


@dataclass(frozen=True)
class Move:
    """An entry of a list becomes number `to` of it, with its comments."""

    file: str
    location: Location
    to: int


@dataclass(frozen=True)
class Duplicate:
    """An entry a second time right behind itself, under an id of its own, with its comments.

    Without a location it is the whole file of a zone, a layer or a tour.
    """

    file: str
    location: Location = ()


@dataclass(frozen=True)
class RenameKeys:
    """Other names of keys of one mapping at the same places, such as the id of a source."""

    file: str
    keys: Mapping[Location, str]


@dataclass(frozen=True)
class Rename:
    """Another id, or another file name, and everywhere it is named.

    `old` is the id of a zone, a source, a unit, a term, an entry of the glossary, a layer or a
    tour; `zone/panel`; `zone/panel/fact` and `zone/panel/series`; `tour/step`; or the name of a
    file with a picture, a table, a film or a map.  `new` is the new id or name alone.
    """

    kind: Kind
    old: str
    new: str


@dataclass(frozen=True)
class NewFile:
    """A file that is not there yet."""

    file: str
    content: bytes


@dataclass(frozen=True)
class SetContent:
    """Other content of a file as a whole, such as a table; it may be missing."""

    file: str
    content: bytes


@dataclass(frozen=True)
class DeleteFile:
    """Without a file."""

    file: str


@dataclass(frozen=True)
class RenameFile:
    """A file under another name; what names it stays as it is, see `Rename`."""

    file: str
    new: str


Edit: TypeAlias = (
    SetText
    | SetTexts
    | SetValue
    | Remove
    | Insert
    | InsertWritten
    | Move
    | Duplicate
    | RenameKeys
    | Rename
    | NewFile
    | SetContent
    | DeleteFile
    | RenameFile
)
