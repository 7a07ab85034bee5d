"""What the models say of a key: where it belongs in its mapping, and whether it may be missing."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kiosk.exhibit.authoring.schema import FILES
from kiosk.text.multilingual import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.fields import FieldInfo

    from kiosk.exhibit.authoring.schema import Described
    from kiosk.text.yaml_source import Location, Node


def is_text(file: str, location: Location, root: Node) -> bool:
    """Whether a text in several languages belongs there."""
    return any(each is Text for each in _choices(_annotation(file, location, root)))


def is_list(file: str, location: Location, root: Node) -> bool:
    """Whether a list belongs there."""
    found = _choices(_annotation(file, location, root))
    return any(get_origin(each) is tuple for each in found)


def is_optional(file: str, location: Location, root: Node) -> bool:
    """Whether what is there may be missing: a key with a usual value, or one that nobody knows."""
    if not location:
        return False
    if isinstance(location[-1], int):
        return True
    described = described_by(file)
    if described is not None and described.has_entries and len(location) == 1:
        return True
    model = _model(_annotation(file, location[:-1], root), root.at(location[:-1]))
    field = None if model is None else _fields(model).get(location[-1])
    return field is None or not field.is_required()


def place_of(
    file: str, location: Location, root: Node, languages: Sequence[str] = LANGUAGES
) -> int | None:
    """The number among the keys of its mapping that a missing key should have; None at the end."""
    around = root.at(location[:-1])
    if around is None or around.kind != "mapping" or not location:
        return None
    if is_text(file, location[:-1], root):
        order = list(dict.fromkeys((*languages, *LANGUAGES)))
    else:
        model = _model(_annotation(file, location[:-1], root), around)
        order = [] if model is None else list(_fields(model))
    if location[-1] not in order:
        return None
    before = order[: order.index(str(location[-1]))]
    numbers = [number for number, key in enumerate(around.value, 1) if key in before]
    return max(numbers, default=0)


def described_by(file: str) -> Described | None:
    """What describes a file of that name."""
    return next((each for each in FILES.values() if fnmatchcase(file, each.files)), None)


def _annotation(file: str, location: Location, root: Node) -> Any:
    """The type of what belongs there, or None."""
    described = described_by(file)
    if described is None:
        return None
    steps, found = location, described.model
    if described.has_entries:
        if not location:
            return Mapping[str, described.model]  # type: ignore[name-defined]
        steps = location[1:]
    annotation: Any = found
    for depth, step in enumerate(steps, len(location) - len(steps)):
        annotation = _inside(annotation, step, root.at(location[:depth]))
    return annotation


def _inside(annotation: Any, step: str | int, node: Node | None) -> Any:
    """The type of what a key or an index leads to."""
    for choice in _choices(annotation):
        origin, inner = get_origin(choice), get_args(choice)
        if isinstance(step, int):
            if origin is tuple:
                return inner[0] if len(inner) == 2 and inner[1] is ... else (*inner, None)[step]
        elif origin is not None and issubclass(origin, Mapping):
            return inner[1]
    model = _model(annotation, node)
    field = _fields(model).get(step) if model is not None and isinstance(step, str) else None
    return None if field is None else field.annotation


def _model(annotation: Any, node: Node | None) -> type[BaseModel] | None:
    """The model of a mapping; of several that which has its kind."""
    models = [
        choice
        for choice in _choices(annotation)
        if isinstance(choice, type) and issubclass(choice, BaseModel)
    ]
    if len(models) < 2:
        return models[0] if models else None
    kind = node.at(("kind",)) if node is not None else None
    written = kind.value if kind is not None else None
    return next((each for each in models if written in _kinds(each)), None)


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return () if field is None else get_args(field.annotation)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys under which they are written."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _choices(annotation: Any) -> tuple[Any, ...]:
    """The types of which it may be one, without what is said about them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _choices(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return tuple(each for inner in get_args(annotation) for each in _choices(inner))
    return () if annotation is None or annotation is type(None) else (annotation,)
