"""One name for one thing: no class and no file of the program has the name of another."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROGRAM = PROJECT / "kiosk"
VERBS = PROGRAM / "commands"
"""A module there has the name of its verb, which is often the name of what the verb starts."""


def test_no_two_classes_have_one_name() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(PROGRAM.rglob("*.py")):
        for name in _classes(path.read_text(encoding="utf-8")):
            places[name].append(path.relative_to(PROGRAM).as_posix())

    assert _twice(places) == {}


def test_no_two_files_have_one_name() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(PROGRAM.rglob("*.py")):
        if path.name != "__init__.py" and path.parent != VERBS:
            places[path.name].append(path.relative_to(PROGRAM).as_posix())

    assert _twice(places) == {}


def test_a_class_within_a_class_counts_too() -> None:
    assert list(_classes("class One:\n    class _Two: ...\ndef three(): ...")) == ["One", "_Two"]
    assert _twice({"Row": ["a.py", "b.py"], "Column": ["a.py"]}) == {"Row": ["a.py", "b.py"]}


def _classes(source: str) -> Iterator[str]:
    return (node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))


def _twice(places: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: found for name, found in places.items() if len(found) > 1}
