"""The operators' guide tells of every key, every exit code and every verb that it needs."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import TYPE_CHECKING

from kiosk.guard.exit_code import ENDS_FOR_GOOD, ExitCode
from kiosk.settings.keys import KEYS
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import read_settings
from tests.docs.guide import Guide

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = Guide.read("docs/operators.md")


def test_every_key_has_a_row_in_the_order_of_the_file() -> None:
    told = [row[0].strip("`") for row in GUIDE.rows if re.fullmatch(r"`[a-z_.]+`", row[0])]

    assert [name for name in told if name in KEYS] == list(KEYS)


def test_what_is_said_to_be_built_in_is(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("theme: dark\n")
    settings = read_settings(tmp_path / "empty.yaml", environment={}).settings
    said = {row[0].strip("`"): row[1] for row in GUIDE.rows}

    built_in = {
        name: _as_written(getattr(settings, name))
        for name in KEYS
        if getattr(settings, name, None) is not None
    }
    assert built_in.keys() >= {"theme", "restart_at", "quiet_minutes"}
    assert {name: said[name] for name in built_in} == built_in


def _as_written(value: object) -> str:
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    return f"{value:g}" if type(value) in (int, float) else str(value).lower()


def test_a_key_that_nothing_uses_says_so_in_the_guide_and_in_the_file() -> None:
    said = {row[0].strip("`"): row[2] for row in GUIDE.rows if len(row) == 3}
    unused = [name for name in KEYS if said[name].startswith("nothing uses it yet")]

    assert unused == []
    assert unused == [n for n, key in KEYS.items() if key.purpose.startswith("nothing uses it yet")]
    assert not set(unused) & {f"screen.{field.name}" for field in dataclasses.fields(Settings)}


def test_the_example_is_a_good_settings_file(tmp_path: Path) -> None:
    (example,) = (block.text for block in GUIDE.blocks if block.language == "yaml")
    (tmp_path / "settings.yaml").write_text(example)

    reading = read_settings(tmp_path / "settings.yaml", environment={})

    assert reading.messages == ()
    assert reading.settings.screen_mm == (941.0, 529.0)


def test_every_exit_code_has_a_row_that_is_true() -> None:
    told = {row[1]: row for row in GUIDE.rows if len(row) == 4 and row[1].isupper()}

    assert {name: int(row[0]) for name, row in told.items()} == {
        code.name: code.value for code in ExitCode
    }
    for code in ExitCode:
        assert told[code.name][3].startswith("ends too") is (code in ENDS_FOR_GOOD)
