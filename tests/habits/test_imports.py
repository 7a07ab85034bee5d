"""Imports point down: the contracts stand in pyproject.toml."""

from __future__ import annotations

import ast
import logging
from typing import TYPE_CHECKING

import pytest
from importlinter.cli import lint_imports

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def loggers_kept() -> Iterator[None]:
    """The linter's set-up of logging switches off every logger that is there already."""
    loggers = [each for each in logging.root.manager.loggerDict.values()]
    before = {each: each.disabled for each in loggers if isinstance(each, logging.Logger)}
    yield
    for logger, disabled in before.items():
        logger.disabled = disabled


@pytest.mark.usefixtures("loggers_kept")
def test_every_import_keeps_to_the_contracts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(PROJECT)
    monkeypatch.syspath_prepend(str(PROJECT))

    status = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True)

    assert status == 0, capsys.readouterr().out


def test_the_map_as_shapes_knows_no_widgets() -> None:
    """Import-linter cannot name a part of a package from outside, such as PySide6.QtWidgets."""
    culprits = [
        path.relative_to(PROJECT).as_posix()
        for path in sorted((PROJECT / "kiosk" / "geography").rglob("*.py"))
        if _imports_widgets(path.read_text(encoding="utf-8"))
    ]

    assert culprits == []


@pytest.mark.parametrize(
    "source",
    [
        "import PySide6.QtWidgets",
        "from PySide6 import QtCore, QtWidgets",
        "from PySide6.QtWidgets import QWidget",
        "def late():\n    from PySide6.QtWidgets import QWidget",
    ],
)
def test_widgets_are_noticed_in_every_form_of_import(source: str) -> None:
    assert _imports_widgets(source)
    assert not _imports_widgets(source.replace("QtWidgets", "QtGui"))


def _imports_widgets(source: str) -> bool:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        if any(name.startswith("PySide6.QtWidgets") for name in names):
            return True
    return False
