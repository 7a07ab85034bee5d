"""Every module and every public definition of the program says what it is for.

Three kinds say it elsewhere: a method that overrides one of a base class, Qt's included; a setter,
whose getter has one; and the wordings of messages, whose names are those of rules that
give their reasons themselves.
"""

from __future__ import annotations

import ast
import importlib
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def test_every_public_definition_has_a_docstring() -> None:
    silent = []
    for path in sorted((PROJECT / "kiosk").rglob("*.py")):
        name = path.relative_to(PROJECT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent += [
            f"{name}:{line} {definition}"
            for line, definition in _silent(tree)
            if not _overrides(path, definition)
        ]

    assert silent == []


def _silent(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The lines and dotted names of public definitions without a docstring."""
    if not ast.get_docstring(tree):
        yield 1, "the module"
    for node in tree.body:
        yield from _silent_in(node, "")


def _silent_in(node: ast.stmt, prefix: str) -> Iterator[tuple[int, str]]:
    if not isinstance(node, Definition) or node.name.startswith("_"):
        return
    if not ast.get_docstring(node) and not _is_wording(node) and not _is_setter(node):
        yield node.lineno, prefix + node.name
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            yield from _silent_in(inner, f"{prefix}{node.name}.")


def _is_wording(node: Definition) -> bool:
    """Whether it words one message of a rule."""
    returned = node.returns if isinstance(node, ast.FunctionDef) else None
    return isinstance(returned, ast.Name) and returned.id == "Message"


def _is_setter(node: Definition) -> bool:
    """Whether it sets a property, which its getter describes."""
    return any(
        isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list
    )


def _overrides(path: Path, definition: str) -> bool:
    owner, dot, method = definition.rpartition(".")
    if not dot:
        return False
    module = ".".join(path.relative_to(PROJECT).with_suffix("").parts)
    found = getattr(importlib.import_module(module), owner)
    return any(method in vars(base) for base in found.__mro__[1:])


@pytest.mark.parametrize(
    ("source", "silent"),
    [
        ('"""Doc."""\ndef open() -> None: ...', ["open"]),
        (
            '"""Doc."""\nclass Door:\n    """A door."""\n    def open(self) -> None: ...',
            ["Door.open"],
        ),
        ("def _open() -> None: ...", ["the module"]),
        ('"""Doc."""\ndef _open() -> None: ...', []),
        ('"""Doc."""\ndef bad_date(written: str) -> Message: ...', []),
    ],
)
def test_a_missing_docstring_is_noticed(source: str, silent: list[str]) -> None:
    assert [definition for _, definition in _silent(ast.parse(source))] == silent
