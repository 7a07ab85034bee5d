"""The glossary keeps true: its words are in the code where it says, and the old ones are gone."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GLOSSARY = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRIES = re.findall(
    r"^\| ([^|]+) \| [^|]+ \| `(\w+)` in `([\w/]+\.py)` \|$", GLOSSARY, re.MULTILINE
)
WORDS_LIMIT = 50


def test_there_are_at_most_fifty_words_and_none_twice() -> None:
    words = [word for word, _, _ in ENTRIES]

    assert 30 < len(words) <= WORDS_LIMIT
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize(("word", "name", "file"), ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_each_word_is_in_the_code_where_the_glossary_says(word: str, name: str, file: str) -> None:
    path = PROJECT / "kiosk" / file

    assert path.is_file(), f"{word}: there is no kiosk/{file}"
    assert name in set(_public_names(path)), f"{word}: kiosk/{file} defines no {name}"


def _public_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
            yield node.name
