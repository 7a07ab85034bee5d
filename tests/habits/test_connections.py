"""A lambda or a partial in `connect` keeps its widget alive for ever: only methods may stand there.

Qt holds on to the callable, the callable holds on to the widget, and nothing lets go of either.
A bound method is the one callable that PySide6 holds weakly.
"""

from __future__ import annotations

import ast

import pytest

from tests.project import PROJECT


def test_only_methods_are_connected_to_signals() -> None:
    found = [
        f"{path.relative_to(PROJECT).as_posix()}:{line}"
        for folder in ("kiosk", "tests")
        for path in sorted((PROJECT / folder).rglob("*.py"))
        for line in _keeping_connections(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "button.clicked.connect(lambda: self.go(place))",
        "button.clicked.connect(partial(self.go, place))",
        "button.clicked.connect(functools.partial(self.go, place))",
        "button.clicked.connect(slot=lambda: None)",
        "timer.timeout.connect(self.tick if ready else lambda: None)",
    ],
)
def test_a_callable_that_keeps_its_widget_is_noticed(source: str) -> None:
    assert _keeping_connections(source) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "button.clicked.connect(self.go)",
        "timer.timeout.connect(self.tick, Qt.ConnectionType.QueuedConnection)",
        "rows.sort(key=lambda row: row.name)",
    ],
)
def test_a_method_is_fine(source: str) -> None:
    assert _keeping_connections(source) == []


def _keeping_connections(source: str) -> list[int]:
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and any(
            _keeps_its_widget(part)
            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
            for part in ast.walk(argument)
        )
    ]


def _keeps_its_widget(node: ast.AST) -> bool:
    if isinstance(node, ast.Lambda):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in ("partial", "partialmethod")
