"""A test whose tool is missing says so, and where everything should be there it fails."""

from __future__ import annotations

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


def test_no_test_asks_for_a_tool_behind_the_back_of_this() -> None:
    tests = [path for path in (PROJECT / "tests").rglob("test_*.py") if path != Path(__file__)]

    assert [path.name for path in tests if "shutil.which(" in path.read_text("utf-8")] == []
