"""Libraries are declared where they are imported, and decision 002 says for what and where."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTRIBUTIONS = {
    "PySide6": "PySide6-Essentials",
    "shiboken6": "PySide6-Essentials",
    "babel": "Babel",
    "budoux": "budoux",
    "PIL": "pillow",
    "numpy": "numpy",
    "pillow_heif": "pillow-heif",
    "openpyxl": "openpyxl",
    "pikepdf": "pikepdf",
    "pydantic": "pydantic",
    "pydantic_core": "pydantic",
    "pyqtgraph": "pyqtgraph",
    "segno": "segno",
    "yaml": "PyYAML",
}
"""What is imported, and the library that brings it: shiboken6 and pydantic_core are parts."""

PROGRAM = PROJECT / "kiosk"
DECISION = PROJECT / "docs" / "decisions" / "002-each-dependency.md"


@cache
def imported() -> dict[str, set[str]]:
    """The files below `kiosk/` that import each library."""
    found: dict[str, set[str]] = {}
    for path in PROGRAM.rglob("*.py"):
        for name in names_imported(path.read_text(encoding="utf-8")):
            top = name.partition(".")[0]
            if top != "kiosk" and top not in sys.stdlib_module_names:
                library = DISTRIBUTIONS.get(top, top)
                found.setdefault(library, set()).add(path.relative_to(PROGRAM).as_posix())
    return found


def names_imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def declared() -> set[str]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["media"]]
    names = (re.match(r"[\w.-]+", line) for line in lines)
    return {name[0] for name in names if name}


def table() -> dict[str, str]:
    """The column "Where" of the decision's first table, by library."""
    first, _, _ = DECISION.read_text(encoding="utf-8").partition("\n## ")
    rows = re.findall(r"^\| (\S+) \| [^|]+ \| ([^|]+) \|$", first, re.M)
    return {library: where for library, where in rows if library != "Library"}


def test_every_library_that_is_imported_is_declared_and_the_other_way_round() -> None:
    assert set(imported()) == declared()


def test_the_decision_names_every_library() -> None:
    assert {name.casefold() for name in table()} == {name.casefold() for name in declared()}


@pytest.mark.parametrize("library", sorted(table()))
def test_the_decision_says_where_a_library_is_imported(library: str) -> None:
    files = {name.casefold(): files for name, files in imported().items()}[library.casefold()]
    where = table()[library]
    named = re.findall(r"`([^`]+)`", where)

    assert named
    assert [place for place in named if not (PROGRAM / place).exists()] == []
    inside = {
        place: {file for file in files if file == place or file.startswith(f"{place}/")}
        for place in named
    }
    if where.startswith("all but"):
        assert set().union(*inside.values()) == set()
    else:
        assert [place for place in named if not inside[place]] == []
        assert files - set().union(*inside.values()) == set()
