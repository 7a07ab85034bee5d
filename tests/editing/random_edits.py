"""Edits at random of whatever there is, and what each has to make of the values of a file."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.exhibit.editing.edits import (
    DeleteFile,
    Duplicate,
    Insert,
    InsertWritten,
    Move,
    NewFile,
    Remove,
    Rename,
    RenameFile,
    SetContent,
    SetText,
    SetValue,
)
from tests.text.yaml_trees import places, with_value

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from kiosk.exhibit.editing.edits import Edit, Kind
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

WORDS = (
    "Plain words",
    "a: b",
    "ends with:",
    "# no comment",
    "a # b",
    "# allow old-figure: not one",
    "it's",
    'she says "so"',
    "- dash",
    "a, b] c} {d",
    "  spaced  ",
    "   leading",
    "yes",
    "null",
    "1:30",
    "4.2 billion",
    "2024-06",
    "&a *b !c %d @e `f ? g",
    "a\\b",
    "---",
    "tab\there",
    "前海：深港、合作區「新」#1",
    "前海，\n第二行",
    "one\ntwo\n\nthree\n",
    "one\n\n",
    "  indented\nless",
    "\nbegins with a break",
    "hidden\u200bsign and\u2028break\x85next",
    "long " * 800 + "end",
    "前海合作區的面積比從前大了八倍，並且還在增加。" * 60,
)
VALUES: tuple[Any, ...] = (
    "word",
    "two\nlines: #",
    ["a", "b, c"],
    {"en": "Hetao", "zh-Hant": "河套", "pt": "y, z"},
    {"label": {"en": "A"}, "points": [{"at": "2024", "value": "1"}, {"at": "2025"}]},
    [["a", ["b"]], [["c" * 90], "d"]],
    {"k": "l" * 60, "j": "two\nlines", "i": ["m" * 70, "n: o"]},
)
LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
_UNTOUCHED = {"id", "languages"}
"""Keys by which the others are told apart."""
_SMALL = 12


class Planned(NamedTuple):
    """An edit, and the trees of which its file has to have one afterwards.

    Without trees it is about files as a whole, or about many.
    """

    edit: Edit
    wanted: tuple[Any, ...] = ()
    takes_away: bool = False
    ordered: bool = True


def planned(dice: random.Random, file: str, tree: Any) -> Planned | None:
    """An edit of a YAML file; None where there is nothing of the kind that came up."""
    makers: tuple[Callable[[random.Random, str, Any], Planned | None], ...] = (
        _text,
        _text,
        _text,
        _emptied,
        _language,
        _value,
        _changed_value,
        _key,
        _removed,
        _inserted,
        _written,
        _moved,
        _moved,
        _copied,
    )
    return dice.choice(makers)(dice, file, tree)


def planned_of_files(dice: random.Random, files: Mapping[str, bytes]) -> Planned:
    """An edit of files that are no YAML."""
    name = dice.choice([each for each in files if not each.endswith(".yaml")])
    new = f"{name.split('/', 1)[0]}/n{dice.randrange(10**9)}.bin" if "/" in name else f"{name}.txt"
    content = dice.randbytes(dice.choice([0, 1, 300]))
    free = new if new not in files else f"data/n{dice.randrange(10**9)}"
    edits: tuple[Edit, ...] = (
        NewFile(free, content),
        SetContent(name, content),
        SetContent(name, files[name] + content),
        DeleteFile(name),
        RenameFile(name, free),
    )
    return Planned(dice.choice(edits))


def planned_rename(dice: random.Random, trees: Mapping[str, Any]) -> Planned | None:
    """Another id for something, everywhere."""
    new = f"n{dice.randrange(10**9)}"
    found: list[tuple[Kind, str]] = []
    for kind, folder in (("zone", "zones"), ("layer", "layers"), ("tour", "tours")):
        for file, tree in trees.items():
            if file.startswith(f"{folder}/") and isinstance(tree.get("id"), str):
                found.append((kind, tree["id"]))  # type: ignore[arg-type]
                panels = tree.get("panels") if kind == "zone" else None
                for panel in panels if isinstance(panels, list) else ():
                    if isinstance(panel, dict) and isinstance(panel.get("id"), str):
                        found.append(("panel", f"{tree['id']}/{panel['id']}"))
    for kind in ("source", "unit", "term"):
        found += [(kind, own) for own in trees.get(f"{kind}s.yaml", {})]  # type: ignore[misc]
    sound = [
        each
        for each in found
        if all(part.replace("-", "").isalnum() for part in each[1].split("/"))
    ]
    kind, old = dice.choice(sound)
    return Planned(Rename(kind, old, new))


def _choose(
    dice: random.Random, tree: Any, fits: Callable[[Location, Any], bool]
) -> tuple[Location, Any] | None:
    found = [
        (where, node)
        for where, node in places(tree)
        if where and not _UNTOUCHED.intersection(where) and fits(where, node)
    ]
    return dice.choice(found) if found else None


def _text(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, str))
    if found is None:
        return None
    words = dice.choice(WORDS)
    return Planned(SetText(file, found[0], words), (with_value(tree, found[0], words),))


def _emptied(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, str))
    if found is None:
        return None
    wanted = (with_value(tree, found[0], ""), *_without(tree, found[0]))
    return Planned(SetText(file, found[0], ""), wanted, takes_away=True)


def _language(dice: random.Random, file: str, tree: Any) -> Planned | None:
    def fits(_: Location, node: Any) -> bool:
        return isinstance(node, dict) and 0 < len(node) < 4 and set(node) < set(LANGUAGES)

    found = _choose(dice, tree, fits)
    if found is None:
        return None
    where, node = found
    tag, words = dice.choice([each for each in LANGUAGES if each not in node]), dice.choice(WORDS)
    edit = SetText(file, (*where, tag), words)
    return Planned(edit, (with_value(tree, where, {**node, tag: words}),), ordered=False)


def _value(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: len([*places(node)]) < _SMALL)
    if found is None:
        return None
    value = copy.deepcopy(dice.choice(VALUES))
    wanted = with_value(tree, found[0], value)
    return Planned(SetValue(file, found[0], value), (wanted,), takes_away=True)


def _changed_value(dice: random.Random, file: str, tree: Any) -> Planned | None:
    """A list or mapping with something more, less or in another order."""
    found = _choose(dice, tree, lambda _, node: not isinstance(node, str) and len(node) > 1)
    if found is None:
        return None
    where, node = found
    value: Any = copy.deepcopy(node)
    if isinstance(value, list):
        index = dice.randrange(len(value))
        change = dice.randrange(3)
        if change == 0:
            value.insert(index, dice.choice(VALUES))
        elif change == 1:
            value.insert(dice.randrange(len(value)), value.pop(index))
        else:
            value[index] = dice.choice(VALUES)
    else:
        key = dice.choice([*value])
        value[key] = dice.choice(VALUES) if key not in _UNTOUCHED else value[key]
    return Planned(SetValue(file, where, value), (with_value(tree, where, value),), takes_away=True)


def _key(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, dict))
    if found is None:
        return None
    where, node = found
    key, value = f"k{dice.randrange(10**6)}", copy.deepcopy(dice.choice(VALUES))
    wanted = with_value(tree, where, {**node, key: value})
    return Planned(SetValue(file, (*where, key), value), (wanted,), ordered=False)


def _removed(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: len([*places(node)]) < _SMALL)
    if found is None:
        return None
    return Planned(Remove(file, found[0]), tuple(_without(tree, found[0])), takes_away=True)


def _inserted(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, list))
    if found is None:
        return None
    where, node = found
    value: YamlValue = copy.deepcopy(dice.choice((*VALUES, *WORDS)))
    index = dice.choice([0, len(node), dice.randint(0, len(node))])
    wanted = with_value(tree, where, [*node[:index], value, *node[index:]])
    return Planned(Insert(file, where, value, index), (wanted,))


def _written(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, list) and bool(node))
    if found is None:
        return None
    where, node = found
    own = f"w{dice.randrange(10**6)}"
    index = dice.randint(0, len(node))
    wanted = with_value(tree, where, [*node[:index], {"id": own, "a": ["b"]}, *node[index:]])
    return Planned(InsertWritten(file, where, f"- id: {own}\n  a:\n  - b\n", index), (wanted,))


def _moved(dice: random.Random, file: str, tree: Any) -> Planned | None:
    found = _choose(dice, tree, lambda _, node: isinstance(node, list) and len(node) > 1)
    if found is None:
        return None
    where, node = found
    index, to = dice.randrange(len(node)), dice.randrange(len(node))
    moved = list(node)
    moved.insert(to, moved.pop(index))
    return Planned(Move(file, (*where, index), to), (with_value(tree, where, moved),))


def _copied(dice: random.Random, file: str, tree: Any) -> Planned | None:
    def fits(where: Location, node: Any) -> bool:
        return isinstance(where[-1], int) and len([*places(node)]) < 10 * _SMALL

    found = _choose(dice, tree, fits)
    if found is None:
        return None
    where, node = found
    index = where[-1]
    assert isinstance(index, int)
    new = copy.deepcopy(node)
    around = dict(places(tree))[where[:-1]]
    if isinstance(new, dict):
        new.pop("lead", None)
        if isinstance(new.get("id"), str):
            new["id"] = "~"
    wanted = with_value(tree, where[:-1], [*around[: index + 1], new, *around[index + 1 :]])
    return Planned(Duplicate(file, where), (wanted,))


def _without(tree: Any, where: Location) -> list[Any]:
    """The trees without something, or without what would be empty then."""
    found = []
    while where:
        around = dict(places(tree))[where[:-1]]
        if isinstance(around, dict):
            left: Any = {key: each for key, each in around.items() if key != where[-1]}
        else:
            left = [each for number, each in enumerate(around) if number != where[-1]]
        found.append(with_value(tree, where[:-1], left))
        if len(around) > 1:
            break
        where = where[:-1]
    return found
