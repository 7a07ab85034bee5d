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

PROGRAM = PROJECT / "kiosk"
GLOSSARY = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRIES = re.findall(
    r"^\| ([^|]+) \| [^|]+ \| `(\w+)` in `([\w/]+\.py)` \|$", GLOSSARY, re.MULTILINE
)
WORDS_LIMIT = 50
REPLACED = frozenset(
    word
    for row in re.findall(r"^\| (`[^|]+) \| [^|`]+ \|$", GLOSSARY, re.MULTILINE)
    for word in re.findall(r"`(\w+)`", row)
)
PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""The words of a name, in snake case or in camel case."""


def test_there_are_at_most_fifty_words_and_none_twice() -> None:
    words = [word for word, _, _ in ENTRIES]

    assert 30 < len(words) <= WORDS_LIMIT
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize(("word", "name", "file"), ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_each_word_is_in_the_code_where_the_glossary_says(word: str, name: str, file: str) -> None:
    path = PROGRAM / file

    assert path.is_file(), f"{word}: there is no kiosk/{file}"
    assert name in set(_public_names(path)), f"{word}: kiosk/{file} defines no {name}"


def test_no_public_name_has_a_word_that_was_replaced() -> None:
    found = [
        f"{path.relative_to(PROGRAM).as_posix()}: {name}"
        for path in sorted(PROGRAM.rglob("*.py"))
        for name in sorted({*path.relative_to(PROGRAM).with_suffix("").parts, *_public_names(path)})
        if _words_of(name) & REPLACED
    ]

    assert len(REPLACED) > 10
    assert found == []


def test_a_replaced_word_is_found_within_a_name() -> None:
    assert _words_of("drawn_curtain") & {"curtain"}
    assert _words_of("CurtainKeeper") & {"curtain"}
    assert not _words_of("keyboard") & {"board"}


def _words_of(name: str) -> set[str]:
    return {part.lower() for part in PARTS.findall(name)}


def _public_names(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        yield from _names_in(node)


def _names_in(node: ast.stmt) -> Iterator[str]:
    """The public names that a statement defines: those of classes, functions and their parts."""
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        yield from (name for name in names if not name.startswith("_"))
    elif isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
        yield node.name
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                yield from _names_in(inner)
        else:
            yield from (each.arg for each in [*node.args.args, *node.args.kwonlyargs])
