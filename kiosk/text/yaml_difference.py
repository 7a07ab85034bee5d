"""A value of a YAML text becomes another one by no more changes than it takes.

So comments inside of what is changed stay where nothing beside them is taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.text.yaml_edit import CannotEdit, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.text.yaml_edit import YamlText
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue


def with_difference(yaml: YamlText, location: Location, value: YamlValue) -> YamlText:
    """The text with a value in place of the one that is there; CannotEdit where it can't be."""
    node = yaml.document.root.at(location)
    if node is None:
        raise CannotEdit(location, Reason.NOTHING_THERE)
    old = node.plain()
    if old == value and not isinstance(old, dict):
        return yaml
    changed: YamlText | None = None
    try:
        if isinstance(old, dict) and isinstance(value, Mapping) and old and value:
            changed = _with_keys(yaml, location, old, value)
        elif isinstance(old, list) and not isinstance(value, str | Mapping) and old and value:
            changed = _with_entries(yaml, location, old, list(value))
    except CannotEdit:
        pass
    if changed is not None and _is_said(changed, location, value):
        return changed
    return yaml.with_value(location, value)


def _with_keys(
    yaml: YamlText, location: Location, old: Mapping[str, YamlValue], new: Mapping[str, YamlValue]
) -> YamlText:
    """With other keys in a mapping; what is new comes before what is gone goes."""
    for key in old:
        if key in new:
            yaml = with_difference(yaml, (*location, key), new[key])
    there = list(old)
    before: str | None = None
    for key in new:
        if key not in old:
            at = 0 if before is None else there.index(before) + 1
            yaml = yaml.with_key((*location, key), new[key], at)
            there.insert(at, key)
        before = key
    for key in old:
        if key not in new:
            yaml = yaml.without((*location, key))
    return yaml


def _with_entries(
    yaml: YamlText, location: Location, old: Sequence[YamlValue], new: Sequence[YamlValue]
) -> YamlText:
    """With other entries in a list: what both begin and end with is not touched."""
    move = _move(old, new)
    if move is not None:
        return yaml.with_entry_moved((*location, move[0]), move[1])
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    same_end = 0
    while same_end < min(len(old), len(new)) - first and old[-1 - same_end] == new[-1 - same_end]:
        same_end += 1
    old_end, new_end = len(old) - same_end, len(new) - same_end
    both = min(old_end, new_end)
    for index in range(first, both):
        yaml = with_difference(yaml, (*location, index), new[index])
    for index in range(both, new_end):
        yaml = yaml.with_entry(location, new[index], index)
    for index in reversed(range(both, old_end)):
        yaml = yaml.without((*location, index))
    return yaml


def _move(old: Sequence[YamlValue], new: Sequence[YamlValue]) -> tuple[int, int] | None:
    """From where to where one entry has been moved, if that is all that differs."""
    differing = [at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) != len(new) or len(differing) < 2:
        return None
    first, last = differing[0], differing[-1]
    if [*old[first + 1 : last + 1], old[first]] == list(new[first : last + 1]):
        return first, last
    if [old[last], *old[first:last]] == list(new[first : last + 1]):
        return last, first
    return None


def _is_said(yaml: YamlText, location: Location, value: YamlValue) -> bool:
    """Whether the value is there, its keys in their order too."""
    node = yaml.document.root.at(location)
    return node is not None and _ordered(node.plain()) == _ordered(value)


def _ordered(value: YamlValue) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ("mapping", [(key, _ordered(each)) for key, each in value.items()])
    return ["list", *map(_ordered, value)]
