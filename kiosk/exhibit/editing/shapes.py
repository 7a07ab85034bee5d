"""The types of the models at the places of files: what can be written there, and what it names."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from kiosk.exhibit.authoring.schema import FILES
from kiosk.exhibit.model.parts import NameOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from kiosk.exhibit.authoring.schema import Described
    from kiosk.text.yaml_source import Location, Node


class WrittenType(NamedTuple):
    """A type without what surrounds it, and what stood beside it."""

    type: Any
    beside: tuple[Any, ...] = ()

    def find(self, kind: type) -> Any:
        """What of that kind stands beside the type."""
        return next((each for each in self.beside if isinstance(each, kind)), None)

    @property
    def is_list(self) -> bool:
        """Whether a list is written there."""
        return get_origin(self.type) is tuple

    @property
    def entry(self) -> WrittenType | None:
        """What the entries of a list are; None for what is no list."""
        arguments = get_args(self.type)
        return bare(arguments[0]) if self.is_list and arguments else None


class NamedText(NamedTuple):
    """A text that names something, and what kind of thing."""

    location: Location
    written: str
    kind: str


def described(file: str) -> Described | None:
    """What model a file is read by; None for one that has none."""
    return next((each for each in FILES.values() if fnmatchcase(file, each.files)), None)


def shape_at(file: str, location: Location, root: Node) -> WrittenType | None:
    """What a place of a file is read as; None where nothing can be."""
    described_as = described(file)
    if described_as is None or (described_as.has_entries and not location):
        return None
    begin = int(described_as.has_entries)
    shape: WrittenType | None = WrittenType(described_as.model)
    for depth in range(begin, len(location)):
        if shape is None:
            return None
        shape = _inside(shape, location[depth], root.at(location[:depth]))
    return shape


def model_at(file: str, location: Location, root: Node) -> type[BaseModel] | None:
    """The model of a mapping at a place of a file."""
    shape = shape_at(file, location, root)
    return None if shape is None else model_of(shape, root.at(location))


def names_in(file: str, root: Node) -> Iterator[NamedText]:
    """Every text of a file that names something, as its models say."""
    described_as = described(file)
    if described_as is None:
        return
    shape = WrittenType(described_as.model)
    if not described_as.has_entries:
        yield from _names(root, shape, ())
        return
    for key, entry in root.value.items():
        yield from _names(entry, shape, (key,))


def model_of(shape: WrittenType, node: Node | None) -> type[BaseModel] | None:
    """The model that a mapping is read by; of several the one of its kind, if it says one."""
    if isinstance(shape.type, type) and issubclass(shape.type, BaseModel):
        return shape.type
    written = None if node is None else node.at(("kind",))
    return None if written is None else tagged(shape.type).get(str(written.value))


def tagged(type_: Any) -> dict[str, type[BaseModel]]:
    """The models of a union by their kind."""
    if get_origin(type_) not in (Union, UnionType):
        return {}
    return {
        str(tag): model
        for model in get_args(type_)
        if isinstance(model, type) and issubclass(model, BaseModel)
        for tag in get_args(model.model_fields["kind"].annotation)
    }


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys under which they are written."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@cache
def _shapes_of(model: type[BaseModel]) -> Mapping[str, WrittenType]:
    return {key: shape_of(info) for key, info in fields_of(model).items()}


def shape_of(info: FieldInfo) -> WrittenType:
    """What the value of a field is."""
    shape = bare(info.annotation)
    return WrittenType(shape.type, (*info.metadata, *shape.beside))


def bare(type_: Any) -> WrittenType:
    """The type without its metadata and without `None`."""
    beside: tuple[Any, ...] = ()
    while True:
        if get_origin(type_) is Annotated:
            type_, *more = get_args(type_)
            beside += tuple(more)
        elif get_origin(type_) in (Union, UnionType):
            others = [other for other in get_args(type_) if other is not NoneType]
            if len(others) != 1:
                return WrittenType(type_, beside)
            type_ = others[0]
        else:
            return WrittenType(type_, beside)


def _inside(shape: WrittenType, step: str | int, node: Node | None) -> WrittenType | None:
    """What a key or an index of it leads to."""
    if isinstance(step, int):
        return shape.entry
    origin = get_origin(shape.type)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return bare(get_args(shape.type)[1])
    model = model_of(shape, node)
    return None if model is None else _shapes_of(model).get(step)


def _names(node: Node, shape: WrittenType, location: Location) -> Iterator[NamedText]:
    if node.kind == "text":
        # One alone may stand where there can be several.
        named = (shape.entry or shape).find(NameOf)
        if named is not None:
            yield NamedText(location, node.value, named.kind)
    elif node.kind == "list":
        inner = shape.entry
        for index, entry in enumerate(node.value if inner is not None else ()):
            assert inner is not None
            yield from _names(entry, inner, (*location, index))
    else:
        for key, entry in node.value.items():
            found = _inside(shape, key, node)
            if found is not None:
                yield from _names(entry, found, (*location, key))
