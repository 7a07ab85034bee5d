"""From a tree of YAML to a model: every mistake at once, and what is sound is kept."""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.reading.figure_advice import date_advice, figure_advice
from kiosk.exhibit.rules import tour_rules
from kiosk.text import shape_messages
from kiosk.text.languages import are_languages
from kiosk.text.message_words import did_you_mean, quoted, shortened
from kiosk.text.multilingual import LANGUAGES, LanguageTag, Text
from kiosk.text.phrase import Phrase
from kiosk.text.yaml_errors import suspicious_key
from kiosk.text.yaml_source import MESSAGES_LIMIT, Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.text.messages import Message, PlacedMessage
    from kiosk.text.yaml_source import Location

ModelT = TypeVar("ModelT", bound=BaseModel)

_CURLY = re.compile("[“”‘’„]")

ROUNDS = 8
"""Leaving something out can leave its surroundings empty; content is not nested deeper."""

_WHOLES: tuple[tuple[str | type, ...], ...] = (
    ("panels", int, "pages", int, "places", int),
    ("panels", int, "pages", int, "picture"),
    ("panels", int, "pages", int, "film"),
    ("panels", int, "pages", int, "sound"),
    ("panels", int, "pages", int, "figure"),
    ("panels", int, "pages", int),
    ("panels", int, "facts", int),
    ("panels", int, "people", int, "portrait"),
    ("panels", int, "people", int),
    ("panels", int, "events", int, "picture"),
    ("panels", int, "events", int),
    ("panels", int, "portrait"),
    ("panels", int, "role"),
    ("panels", int, "at"),
    ("panels", int, "pictures", int),
    ("panels", int),
    ("steps", int),
    ("points", int),
    ("in", int),
    ("map", str),
    ("in",),
    ("map",),
    ("languages",),
    ("zones",),
    ("layers",),
    ("opens_at",),
    ("steps",),
    ("attract", int),
    ("attract",),
    ("subtitle",),
    ("about",),
    ("checked",),
    ("figures_age_years",),
    ("map_approval",),
    ("kinds", str, str),
    ("kinds",),
    ("credits", str),
    ("credits",),
    ("wording", str),
    ("wording",),
    ("map_groups", str),
    ("map_groups",),
    ("status",),
    ("icon",),
    ("spoken", int),
    ("spoken",),
    ("notices", int),
    ("notices",),
)
"""The smallest thing that is left out when something inside it is wrong, innermost first.

A fact without its wrong date would take the date of its panel, and a chart without its misspelt
break would draw what can't be compared: so they go as a whole.  What an exhibit, a place or a unit
can do without, such as the day on which all was checked, takes nothing else away.
"""

_KINDS_BY_KEYS = {"facts": "facts", "pages": "story", "chart": "chart", "series": "chart"} | {
    "people": "people",
    "events": "events",
    "words": "quote",
    "pictures": "gallery",
    "before": "comparison",
}
"""What only one kind of panel has."""

_LOSE_UNKNOWN_KEYS: tuple[tuple[str | type, ...], ...] = (
    (),
    ("map",),
    ("panels", int),
    ("panels", int, "pages", int),
    ("panels", int, "pages", int, "picture"),
    ("panels", int, "pages", int, "film"),
    ("panels", int, "pages", int, "sound"),
    ("panels", int, "people", int),
    ("panels", int, "people", int, "portrait"),
    ("panels", int, "events", int),
    ("panels", int, "events", int, "picture"),
    ("panels", int, "portrait"),
    ("panels", int, "pictures", int),
    ("panels", int, "before", "picture"),
    ("panels", int, "after", "picture"),
    ("steps", int),
    ("steps", int, "picture"),
    ("kinds",),
    ("kinds", str),
    ("credits",),
    ("wording",),
    ("map_groups",),
    ("notices", int),
)
"""Where an unknown key harms nothing but itself; not so in a chart, see `dropped_with`."""


def validated(
    node: Node, model: type[ModelT], file: str, *, called: str = ""
) -> tuple[ModelT | None, Node, list[PlacedMessage]]:
    """The model of what is sound in `node`, that part of the tree, and every mistake.

    `called` names the node where it is not the file.  The model is None where something is wrong
    that nothing can do without.
    """
    messages: list[PlacedMessage] = []
    reported: set[Location] = set()
    for _ in range(ROUNDS):
        try:
            return model.model_validate(node.plain()), node, messages
        except ValidationError as error:
            errors = error.errors(include_url=False)
        found = [_ModelError(entry, model, node, called) for entry in errors[:MESSAGES_LIMIT]]
        around = {part for seen in found for part in _around(seen.location)}
        for seen in found:
            if seen.location in around or seen.location in reported:
                continue
            messages.append(seen.message().at(file, *seen.position()))
        messages += [
            seen.message().at(file, *seen.position())
            for seen in _hidden(found, model, node, called)
        ]
        if len(errors) > MESSAGES_LIMIT:
            return None, node, messages
        reported |= around.union(seen.location for seen in found)
        dropped = {
            dropped_with(seen.location, node, unknown_key=seen.is_key)
            for seen in found
            if seen.location not in around
        }
        if () in dropped:
            return None, node, messages
        node = node.without(dropped)
    return None, node, messages


def _hidden(
    found: Sequence[_ModelError], model: type[BaseModel], node: Node, called: str
) -> Iterator[_ModelError]:
    """What else is wrong in panels that pydantic does not look into, as their kind is none."""
    meant = node
    places = [seen.location for seen in found if seen.is_of_kind]
    for place in places:
        panel = node.at(place)
        kind = _kind_meant(panel)
        if panel is not None and kind:
            at_kind = Node("text", kind, panel.line, panel.column)
            meant = meant.replaced(place, panel._replace(value={**panel.value, "kind": at_kind}))
    if meant is node:
        return
    try:
        model.model_validate(meant.plain())
    except ValidationError as error:
        for entry in error.errors(include_url=False)[:MESSAGES_LIMIT]:
            seen = _ModelError(entry, model, meant, called)
            if any(seen.location[: len(place)] == place for place in places):
                yield seen


def _kind_meant(panel: Node | None) -> str:
    """Of which kind a panel can only be, by the keys that it has."""
    keys = panel.value if panel is not None and panel.kind == "mapping" else ()
    return next((kind for key, kind in _KINDS_BY_KEYS.items() if key in keys), "")


def dropped_with(location: Location, node: Node, *, unknown_key: bool = False) -> Location:
    """What has to be left out because of a mistake there; nothing is left of `()`."""
    around = node.at(location[:-1])
    if location and around is not None and node.at(location) is not None:
        is_text = around.kind == "mapping" and are_languages(around.keys)
        if is_text or (unknown_key and _loses_unknown_keys(location[:-1], node)):
            return location
    elif location:
        location = location[:-1]
    for pattern in _WHOLES:
        if _begins_with(pattern, location):
            return location[: len(pattern)]
    return ()


def _loses_unknown_keys(location: Location, node: Node) -> bool:
    kind = node.at((*location, "kind"))
    if kind is not None and kind.value == "chart":
        return False
    return any(
        len(pattern) == len(location) and _begins_with(pattern, location)
        for pattern in _LOSE_UNKNOWN_KEYS
    )


def _begins_with(pattern: tuple[str | type, ...], location: Location) -> bool:
    return len(location) >= len(pattern) and all(
        isinstance(step, wanted) if isinstance(wanted, type) else step == wanted
        for step, wanted in zip(location, pattern, strict=False)
    )


def _around(location: Location) -> Iterator[Location]:
    """All that holds this place: a mistake there only repeats that something in it is wrong."""
    return (location[:length] for length in range(len(location)))


class _ModelError:
    """One error of pydantic's, seen from the file."""

    def __init__(
        self, error: Mapping[str, Any], model: type[BaseModel], node: Node, called: str
    ) -> None:
        self._error = error
        self._node = node
        self._called = called
        self.location, self._type, self._owner = _in_file(error["loc"], model)
        self.is_key = error["type"] == "extra_forbidden"
        self.is_of_kind = error["type"] in ("union_tag_invalid", "union_tag_not_found")

    def position(self) -> tuple[int, int]:
        kind = self._error["type"]
        if kind == "extra_forbidden":
            return self._node.key_position(self.location)
        if self.is_of_kind:
            return self._node.position((*self.location, "kind"))
        found = self._node.at(self.location)
        if found is not None and found.value in ("", (), {}):
            return self._node.key_position(self.location)
        return self._node.position(self.location)

    def message(self) -> Message:
        kind: str = self._error["type"]
        key = str(self.location[-1]) if self.location else ""
        if kind == "missing":
            found = self._node.at(self.location[:-1])
            if found is not None and found.kind == "list":
                return shape_messages.should_be_pair(self._named(self.location[:-1]))
            return shape_messages.missing_key(key)
        if kind == "union_tag_not_found":
            return shape_messages.missing_key("kind")
        if kind == "extra_forbidden":
            return suspicious_key(key) or self._unknown_key(key)
        if kind == "union_tag_invalid":
            written = str(self._error["ctx"]["tag"])
            if not written:
                return shape_messages.empty_value(quoted("kind"))
            return shape_messages.bad_choice(quoted("kind"), written, _tags(self._type))
        return self._about_the_value(kind)

    def _unknown_key(self, key: str) -> Message:
        keys = _keys(self._owner)
        value = self._node.at(self.location)
        has_colon = value is None or value.kind != "text" or bool(value.value)
        if not did_you_mean(key, keys) and (not has_colon or _CURLY.search(key)):
            return shape_messages.text_with_comma(key)
        return shape_messages.unknown_key(key, keys)

    def _about_the_value(self, kind: str) -> Message:
        name = self._named(self.location)
        found = self._node.at(self.location)
        written = found.value if found is not None and found.kind == "text" else None
        if kind == "too_short":
            return shape_messages.empty_list(name)
        if kind == "too_long":
            if _is_pair(self._type):
                return shape_messages.should_be_pair(name)
            return shape_messages.too_many_entries(name, int(self._error["ctx"]["max_length"]))
        if self._type is Text and kind == "value_error":
            return shape_messages.no_words(name)
        if kind == "text_too_long":
            return shape_messages.text_too_long(name, self._error["ctx"]["language"])
        if kind == "word_too_long":
            context = self._error["ctx"]
            return shape_messages.word_too_long(name, context["word"], context["length"])
        if kind == "right_to_left":
            return shape_messages.right_to_left(str(written))
        if written is not None and not written.strip():
            return shape_messages.empty_value(name)
        if written is None:
            written = self._error["input"] if isinstance(self._error["input"], str) else None
        if self._type is MapPoint:
            return shape_messages.should_be_point(name, written)
        wanted = self._wanted(name, written)
        if wanted is not None:
            return wanted
        if written is None:
            return shape_messages.should_be_text(name)
        if kind == "no_language":
            return shape_messages.bad_language(name, written)
        choices = _choices(self._type)
        if choices:
            return shape_messages.bad_choice(name, written, choices)
        if kind.startswith("decimal"):
            return shape_messages.bad_number(written)
        if self._type is int:
            return shape_messages.bad_whole_number(name, written)
        if kind.startswith("string"):
            return shape_messages.bad_id(written)
        if self._type is Value:
            return shape_messages.bad_figure(written, figure_advice(written))
        if self._type is WrittenDate:
            return shape_messages.bad_date(written, date_advice(written))
        if self._type is Duration:
            return tour_rules.bad_duration(written)
        return shape_messages.bad_value(name, written)

    def _wanted(self, name: str, written: str | None) -> Message | None:
        kind: str = self._error["type"]
        suspicion = suspicious_key(written) if written else None
        if kind in ("tuple_type", "list_type"):
            if _is_pair(self._type):
                return shape_messages.should_be_pair(name)
            return suspicion or shape_messages.should_be_list(name, written)
        if self._type is Text and kind in ("dict_type", "typed_dict_type"):
            return suspicion or shape_messages.should_have_languages(name, LANGUAGES)
        if kind in ("model_type", "model_attributes_type", "dict_type"):
            return suspicion or shape_messages.should_be_mapping(name)
        return None

    def _named(self, location: Location) -> str:
        """`'facts'`, or `entry 2 of 'facts'`."""
        if not location:
            return quoted(shortened(self._called)) if self._called else Phrase("the file")
        last = location[-1]
        if isinstance(last, int):
            return Phrase(
                "entry {number} of {where}", number=last + 1, where=self._named(location[:-1])
            )
        return Phrase("'{key}'", key=shortened(last))


def _in_file(where: Location, model: type[BaseModel]) -> tuple[Location, Any, Any]:
    """Pydantic's location without the tags of unions, the type there, and that around it."""
    location: list[str | int] = []
    type_: Any = model
    owner: Any = None
    for step in where:
        tagged = _tagged(type_)
        if tagged:
            type_ = tagged.get(step, type_)
            continue
        owner, type_ = type_, _inside(type_, step)
        location.append(step)
    return tuple(location), type_, owner


def _inside(type_: Any, step: str | int) -> Any:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        for name, field in type_.model_fields.items():
            if step in (name, field.alias):
                return _bare(field.annotation)
        return None
    arguments = get_args(type_)
    if get_origin(type_) is tuple and isinstance(step, int):
        return _bare(arguments[0] if Ellipsis in arguments else arguments[step % len(arguments)])
    if type_ is Text:
        return str
    return None


def _bare(type_: Any) -> Any:
    """The type without its metadata and without `None`."""
    while get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    if get_origin(type_) in (Union, UnionType):
        others = [other for other in get_args(type_) if other is not NoneType]
        return _bare(others[0]) if len(others) == 1 else type_
    return type_


def _tagged(type_: Any) -> dict[str | int, Any]:
    """The models of a union by their kind."""
    if get_origin(type_) not in (Union, UnionType):
        return {}
    return {
        tag: model
        for model in get_args(type_)
        for tag in get_args(model.model_fields["kind"].annotation)
    }


def _tags(type_: Any) -> tuple[str, ...]:
    return tuple(str(tag) for tag in _tagged(type_))


def _choices(type_: Any) -> tuple[str, ...]:
    if type_ is bool:
        return ("true", "false")
    if type_ is LanguageTag:
        return LANGUAGES
    return get_args(type_) if get_origin(type_) is Literal else ()


def _is_pair(type_: Any) -> bool:
    return get_origin(type_) is tuple and Ellipsis not in get_args(type_)


def _keys(type_: Any) -> tuple[str, ...]:
    return LANGUAGES if type_ is Text else tuple(_names(type_))


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name
