"""Every test that docs/accessibility.md names is there, and every row has a test or a reason."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.project import PROJECT

_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_LEAST_REASON = 20


def _rows() -> list[list[str]]:
    """The cells of each row below the heads of the tables."""
    text = (PROJECT / "docs/accessibility.md").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.startswith("|"))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if row[0] not in ("Criterion", "---")]


@cache
def _tests_in(file: str) -> frozenset[str]:
    path = PROJECT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_named_test_is_there() -> None:
    named = [each for row in _rows() for each in _NAMED.findall(row[2])]

    assert len(named) > 50
    assert [f"{file}::{test}" for file, test in named if test not in _tests_in(file)] == []


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0][:40])
def test_every_criterion_has_a_source_and_a_test_or_a_reason(row: list[str]) -> None:
    _, source, proof = row

    assert source
    assert _NAMED.search(proof) or len(proof) >= _LEAST_REASON


def test_nothing_else_looks_like_the_name_of_a_test() -> None:
    text = (PROJECT / "docs/accessibility.md").read_text(encoding="utf-8")

    assert text.count("::") == len(_NAMED.findall(text)) + text.count("`file::test`")
