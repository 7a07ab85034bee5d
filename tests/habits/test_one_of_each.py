"""What every part of the program needs stands in one place: a second one would part from it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from kiosk.text.multilingual import LANGUAGES
from kiosk.theme_names import THEMES
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES = sorted((PROJECT / "kiosk").rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(PROJECT / "kiosk").as_posix()


def lists_in(path: Path) -> Iterator[set[object]]:
    """Every list, tuple and set of constants; tables by language or theme are data."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            yield {each.value for each in node.elts if isinstance(each, ast.Constant)}


@pytest.mark.parametrize(
    ("what", "home"),
    [(LANGUAGES, "text/languages.py"), (THEMES, "theme_names.py")],
    ids=["languages", "themes"],
)
def test_there_is_one_list(what: tuple[str, ...], home: str) -> None:
    found = [name(path) for path in SOURCES for each in lists_in(path) if each >= set(what)]

    assert found == [home]


@pytest.mark.parametrize(
    ("what", "homes"),
    [
        (r"\bC?SafeLoader\b", ["shipped_yaml.py"]),
        (r"\[a-z0-9\]\+\(", ["text/ids.py"]),
        (r"\bos\.fsync\(", ["atomic_file.py", "publishing/folder_copy.py"]),
        (r"\bmkstemp\(|NamedTemporaryFile|QSaveFile", []),
    ],
    ids=["loader of YAML", "form of an id", "writing to the disk", "files to be renamed"],
)
def test_there_is_one_way(what: str, homes: list[str]) -> None:
    """`content_files.py` has whole folders on the disk."""
    found = [name(path) for path in SOURCES if re.search(what, path.read_text(encoding="utf-8"))]

    assert found == homes
