"""Forms: what can be written at a place of a file, drawn from the models that the check uses.

A key that a model gets is a field from then on; nothing here names any key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticUndefined

from kiosk.exhibit.editing.shapes import (
    WrittenType,
    described,
    model_at,
    model_of,
    shape_at,
    shape_of,
    tagged,
)
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.model.parts import InParagraphs, Model, NameOf, PointOf
from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.text.multilingual import LANGUAGES, LanguageTag, Text
from kiosk.text.yaml_source import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from kiosk.text.yaml_source import Location


class FieldKind(StrEnum):
    """How a field is edited."""

    TEXT = "text"
    """Words in each language."""
    NAME = "name"
    """Words in each language, or once for all."""
    WORDS = "words"
    """One plain text, also a number or a time."""
    FIGURE = "figure"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    """Several of some words, the order of which counts."""
    TRUTH = "truth"
    NAMED = "named"
    """The name of something that is elsewhere: one, or several where `many`."""
    ID = "id"
    PAIR = "pair"
    """Two numbers."""
    LIST = "list"
    """Plain texts, one below the other."""
    GROUP = "group"
    """A form inside the form."""
    ENTRIES = "entries"
    """Forms one below the other, each with a name."""
    TABLE = "table"
    """Short entries that are rows of a table."""


@dataclass(frozen=True)
class Field:
    """A key that is written there or can be.

    `model` is the name of the model that has it, for what the key is called; `node` is what is
    written, None where nothing is; `names` is what a text in it names.
    """

    key: str
    model: str
    location: Location
    kind: FieldKind
    node: Node | None = None
    required: bool = False
    choices: tuple[str, ...] = ()
    names: str = ""
    many: bool = False
    usual: str = ""
    """What counts where nothing is written, as it would be written."""
    most: int | None = None
    """The most entries that a list can have."""
    is_long: bool = False
    """Whether a text may have several paragraphs."""
    point_of: str = ""
    """Of two numbers: the key that names the picture in which they are a point, or `map`."""

    @property
    def written(self) -> str:
        """The text that is written; empty where none is."""
        node = self.node
        return str(node.value) if node is not None and node.kind == "text" else ""

    @property
    def entries(self) -> tuple[str, ...]:
        """The texts of a list; a text alone is a list of one."""
        node = self.node
        if node is None:
            return ()
        found = node.value if node.kind == "list" else (node,)
        return tuple(str(each.value) for each in found if each.kind == "text" and each.value)

    @property
    def words(self) -> Mapping[str, str]:
        """The words in each language that has some; once for all they are under ''."""
        node = self.node
        if node is None:
            return {}
        if node.kind == "text":
            return {"": str(node.value)}
        if node.kind != "mapping":
            return {}
        return {tag: str(each.value) for tag, each in node.value.items() if each.kind == "text"}


@dataclass(frozen=True)
class Form:
    """The fields of a mapping in a file, in the order in which they are shown."""

    file: str
    location: Location
    model: str
    fields: tuple[Field, ...]
    node: Node | None

    def field(self, key: str) -> Field | None:
        """The field of that key."""
        return next((each for each in self.fields if each.key == key), None)


def form_at(file: str, root: Node, location: Location) -> Form | None:
    """The form of the mapping at a place of a file; None where there can be none.

    A place inside a text or a list has the form of the nearest mapping around it.
    """
    described_as = described(file)
    if described_as is None:
        return None
    for length in range(len(location), -1, -1):
        around = location[:length]
        model = model_at(file, around, root)
        if model is not None:
            has_id = not (described_as.has_entries and length == 1)
            fields = tuple(sorted(_fields(model, root, around, has_id=has_id), key=_rank))
            return Form(file, around, model.__name__, fields, root.at(around))
    return None


def entry_kinds(file: str, root: Node, location: Location) -> tuple[str, ...]:
    """The kinds of which an entry of the list there can be; nothing where there is one kind."""
    shape = shape_at(file, location, root)
    inner = None if shape is None else shape.entry
    return tuple(tagged(inner.type)) if inner is not None else ()


def entry_model(file: str, root: Node, location: Location) -> type[BaseModel] | None:
    """The model of the entries of the list there; None where they are of several, or of none."""
    shape = shape_at(file, location, root)
    inner = None if shape is None else shape.entry
    return None if inner is None else model_of(inner, None)


def _fields(
    model: type[BaseModel], root: Node, location: Location, *, has_id: bool
) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        key = info.alias or name
        at = (*location, key)
        if key == "id" and not has_id:
            # The key above is the id.
            node = Node("text", str(location[-1]), *root.key_position(location))
            yield _field(key, model.__name__, at, info, node)
            continue
        yield _field(key, model.__name__, at, info, root.at(at))


def _rank(field: Field) -> int:
    """Words come first, and last what visitors never see."""
    if field.kind in (FieldKind.TEXT, FieldKind.NAME) and field.required:
        return 0
    return 2 if field.kind is FieldKind.ID or len(field.choices) == 1 else 1


def _field(key: str, model: str, location: Location, info: FieldInfo, node: Node | None) -> Field:
    shape = shape_of(info)
    inner = shape.entry
    of = shape if inner is None or _is_pair(shape) else inner
    named = of.find(NameOf)
    most = next((each.max_length for each in shape.beside if hasattr(each, "max_length")), None)
    return Field(
        key=key,
        model=model,
        location=location,
        kind=_kind(key, shape, inner),
        node=node,
        required=info.is_required(),
        choices=_choices(of.type),
        names="" if named is None else named.kind,
        many=inner is not None and not _is_pair(shape),
        usual=_usual(info),
        most=most if isinstance(most, int) else None,
        is_long=shape.find(InParagraphs) is not None,
        point_of=_point_of(shape),
    )


def _kind(key: str, shape: WrittenType, inner: WrittenType | None) -> FieldKind:
    if inner is not None:
        return _kind_of_list(shape, inner)
    type_ = shape.type
    if key == "id":
        return FieldKind.ID
    if type_ is Text:
        return FieldKind.TEXT if shape.find(BeforeValidator) is None else FieldKind.NAME
    if shape.find(NameOf) is not None:
        return FieldKind.NAMED
    if model_of(shape, None) is not None or tagged(type_):
        return FieldKind.GROUP
    if _choices(type_):
        return FieldKind.CHOICE
    return _BY_TYPE.get(type_, FieldKind.WORDS)


def _kind_of_list(shape: WrittenType, inner: WrittenType) -> FieldKind:
    if _is_pair(shape) and inner.find(NameOf) is None:
        return FieldKind.PAIR
    if inner.find(NameOf) is not None:
        return FieldKind.NAMED
    if tagged(inner.type):
        return FieldKind.ENTRIES
    model = model_of(inner, None)
    if model is None:
        return FieldKind.CHOICES if _choices(inner.type) else FieldKind.LIST
    is_table = issubclass(model, Model) and model.is_row
    return FieldKind.TABLE if is_table else FieldKind.ENTRIES


_BY_TYPE = {
    bool: FieldKind.TRUTH,
    Value: FieldKind.FIGURE,
    WrittenDate: FieldKind.DATE,
    MapPoint: FieldKind.PAIR,
}


def _usual(info: FieldInfo) -> str:
    default = info.default
    if default is PydanticUndefined or default is None or isinstance(default, tuple):
        return ""
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default) if isinstance(default, str | int | Duration) else ""


def _is_pair(shape: WrittenType) -> bool:
    return get_origin(shape.type) is tuple and Ellipsis not in get_args(shape.type)


def _point_of(shape: WrittenType) -> str:
    if shape.type is MapPoint:
        return "map"
    point = shape.find(PointOf)
    return "" if point is None else point.key


def _choices(type_: Any) -> tuple[str, ...]:
    if type_ is LanguageTag:
        return LANGUAGES
    return tuple(map(str, get_args(type_))) if get_origin(type_) is Literal else ()
