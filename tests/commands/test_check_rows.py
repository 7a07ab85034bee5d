"""On a terminal `kiosk check` shows as many rows as a person reads; programs get them all."""

from __future__ import annotations

import json
import os
import pty
import threading
from contextlib import redirect_stdout, suppress
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.commands.check import MOST_ROWS, _more
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

WRONG = MOST_ROWS + 7


FLOOD = """\
id: flood
title: {en: Flood, zh-Hant: 水, zh-Hans: 水, pt: Cheia}
unit: teams
source: peoples-daily-2024-06-16
as_of: 2024
data: {file: flood.csv, value: value, zone: zone}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A folder with more mistakes than fit on a screen, and one file that can't be read."""
    content = sound_content(tmp_path / "my content")
    # Of one kind so many would be gathered.
    kinds = (
        *("unit: teams, unti: teams", "unit: tems", "unit: teams, source: nobody"),
        *("unit: teams, as_of: noon", "unit: teams, bound: no"),
    )
    facts = "".join(
        f"  - {{id: f{number}, value: 1, {kinds[number % 5]}, label: {{en: a, zh-Hant: 甲,"
        " zh-Hans: 甲, pt: a}}\n"
        for number in range(WRONG)
    )
    content.change("zones/qianhai.yaml", "- id: six-in-ten", f"{facts}- id: six-in-ten")
    content.write("zones/unread.yaml", "id: [\n")
    return content


def on_a_terminal(*words: str) -> str:
    """What `kiosk check --fast` prints where the output is a terminal."""
    master, slave = pty.openpty()
    said: list[bytes] = []

    def read() -> None:
        # Linux ends a terminal that nobody writes to any more with an error.
        with suppress(OSError):
            while more := os.read(master, 65536):
                said.append(more)

    reader = threading.Thread(target=read)
    reader.start()
    with os.fdopen(slave, "w", encoding="utf-8") as screen, redirect_stdout(screen):
        main(["check", "--fast", *words])
    reader.join(timeout=30)
    os.close(master)
    return b"".join(said).decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_first_rows_and_how_to_see_all(content: Content) -> None:
    *rows, more, summary = on_a_terminal(str(content.folder)).splitlines()
    assert len(rows) == MOST_ROWS
    assert rows[0].startswith("zones/unread.yaml")
    assert more == (
        f"and {WRONG + 1 - MOST_ROWS} more: mend these first, or see all with"
        f" kiosk check '{content.folder}' --all"
    )
    assert summary.startswith(f"{WRONG + 1} errors")


def test_a_terminal_shows_all_rows_if_asked(content: Content) -> None:
    assert len(on_a_terminal(str(content.folder), "--all").splitlines()) == WRONG + 2


def test_a_terminal_shows_few_rows_as_they_are(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change("zones/qianhai.yaml", "unit: yuan", "unit: yuann")

    assert "\nand " not in on_a_terminal(str(content.folder))


def test_where_nothing_is_wrong_nothing_is_to_be_mended_first(tmp_path: Path) -> None:
    assert _more(0, tmp_path, are_wrong=False).startswith("see all with kiosk check ")
    assert _more(3, tmp_path, are_wrong=False).startswith("and 3 more: see all with ")


def test_of_a_flood_the_first_rows_are_told(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("layers/flood.yaml", FLOOD)
    rows = "".join(f"nowhere-{number},{number}\n" for number in range(1207))
    content.write("data/flood.csv", f"zone,value\n{rows}")

    assert main(["check", str(content.folder), "--fast"]) == 1

    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if line.startswith("data/flood.csv")]
    assert len(told) == 4
    assert told[-1] == "data/flood.csv:5:1: and 1,204 more rows like it, down to line 1,208"
    assert lines[-2] == f"mend these first, or see all with kiosk check '{content.folder}' --all"
    assert lines[-1].startswith(f"{WRONG + 1 + 1207} errors")


def test_a_pipe_gets_all_rows(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(content.folder), "--fast"]) == 1

    assert len(capsys.readouterr().out.splitlines()) == WRONG + 2


def test_programs_get_all_rows_on_a_terminal_too(content: Content) -> None:
    messages = json.loads(on_a_terminal(str(content.folder), "--format", "json"))["problems"]
    assert len(messages) == WRONG + 1
