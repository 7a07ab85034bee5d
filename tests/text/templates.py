"""Finds all that the program says to curators, as it stands in the code."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.authoring.explanations import CHOICES, KEYS
from kiosk.text.phrase import Phrase
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.messages import PlacedMessage

PHRASES = ("Phrase", "template", "of_program")
"""What is called with a template."""
FOR_OPERATORS = ("settings",)
"""Rooms whose messages are for operators, who read English."""


class Said(NamedTuple):
    """Words or a template, and where they stand; `whole` is False for what is made up there."""

    template: str
    place: str
    whole: bool = True


@cache
def templates() -> frozenset[str]:
    """Every template of a message, and every explanation of a key or choice."""
    return frozenset(each.template for each in said_in_code()) | explanations()


def explanations() -> frozenset[str]:
    """What is said of the keys and choices of content."""
    keys = (words for model in KEYS.values() for words in model.values())
    return frozenset({*keys, *CHOICES.values()})


@cache
def said_in_code() -> tuple[Said, ...]:
    """Every template in the code, and what should be one and is an f-string."""
    found: list[Said] = []
    for path in sorted((PROJECT / "kiosk").rglob("*.py")):
        name = path.relative_to(PROJECT / "kiosk")
        if name.parts[0] not in FOR_OPERATORS:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += _said(tree, str(name))
    return tuple(found)


def unknown(message: PlacedMessage) -> list[str]:
    """What a message says that no catalogue can have: put together beside its template."""
    words = (message.text, message.hint)
    return [each for said in words for each in _templates_of(said) if each not in templates()]


def _templates_of(words: object) -> Iterator[str]:
    if isinstance(words, Phrase):
        yield words.template
        for value in words.fields.values():
            if isinstance(value, Phrase | tuple):
                yield from _templates_of(value)
    elif isinstance(words, tuple):
        for each in words:
            if isinstance(each, Phrase):
                yield from _templates_of(each)
    elif words:
        yield str(words)


def _said(tree: ast.Module, file: str) -> Iterator[Said]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in PHRASES:
            words = node.args[:1]
        elif isinstance(called, ast.Name) and called.id == "Message":
            words = node.args[1:]
        elif isinstance(called, ast.Attribute) and called.attr == "message":
            words = node.args
        else:
            continue
        for each in words:
            yield from _words(each, f"{file}:{node.lineno}")


def _words(node: ast.expr, place: str) -> Iterator[Said]:
    match node:
        case ast.Constant(value=str(words)) if words:
            yield Said(words, place)
        case ast.IfExp():
            yield from _words(node.body, place)
            yield from _words(node.orelse, place)
        case ast.BoolOp():
            for each in node.values:
                yield from _words(each, place)
        case ast.JoinedStr() | ast.BinOp():
            yield Said(ast.unparse(node), place, whole=False)
