"""A test whose tool is missing says so, and where everything should be there it fails."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.project import PROJECT
from tests.tools import PACKAGES, look_for, needs


def test_a_missing_tool_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception, match="not installed: a-tool"):
        look_for(("a-tool",))


def test_in_an_automatic_build_a_missing_tool_fails_the_test(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="not installed: a-tool"):
        look_for(("a-tool",))


def test_a_tool_of_unknown_origin_is_refused() -> None:
    with pytest.raises(AssertionError, match="a-tool"):
        needs("a-tool")


def test_the_automatic_build_installs_every_tool() -> None:
    script = (PROJECT / ".ci" / "run").read_text("utf-8")
    wanted = re.search(r"wanted=\((.*?)\)", script, re.DOTALL)

    assert wanted is not None
    assert set(PACKAGES.values()) - set(wanted[1].split()) == set()


def test_every_program_that_a_test_looks_for_by_itself_is_one_of_the_tools() -> None:
    """`needs` fails an automatic build without a tool; a test of its own kind would be skipped."""
    own = {
        f"{path.name}: {name}"
        for path in (PROJECT / "tests").rglob("test_*.py")
        if path != Path(__file__)
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("shutil.which", "which")
        for name in map(ast.unparse, call.args)
    }

    assert own == set()
