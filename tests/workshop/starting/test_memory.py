"""What the curators' window remembers outlives it, and never more than is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.workshop.starting.memory import (
    MOST_RECENT,
    DeskMemory,
    Recent,
    read_memory,
    write_memory,
)


def test_the_language_and_the_folders_are_read_as_they_were_written(tmp_path: Path) -> None:
    memory = (
        DeskMemory("pt", colours="light", column=512)
        .with_opened(tmp_path / "bay", "A Baía")
        .with_opened(tmp_path / "灣", "灣")
    )
    write_memory(tmp_path / "state" / "memory.json", memory)

    assert read_memory(tmp_path / "state" / "memory.json") == memory
    assert [each.title for each in memory.recent] == ["灣", "A Baía"]


def test_a_folder_that_is_opened_again_is_the_first_and_the_oldest_one_goes(tmp_path: Path) -> None:
    memory = DeskMemory()
    for number in range(MOST_RECENT + 3):
        memory = memory.with_opened(tmp_path / str(number), str(number))
    memory = memory.with_opened(tmp_path / "9", "nine")

    assert len(memory.recent) == MOST_RECENT
    assert memory.recent[0] == Recent(tmp_path / "9", "nine")
    assert tmp_path / "2" not in [each.folder for each in memory.recent]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        '{"language": "xx", "recent": 7}',
        '{"language": ["en"], "recent": [{"folder": 7}, "x", {"folder": "no/root"}, null]}',
        '{"recent": [{"folder": "/a\\u0000b"}, {"folder": "/a", "title": 3}]}',
        '{"colours": "mauve", "column": "wide"}',
        '{"colours": ["light"], "column": -3}',
        "[" * 20_000,
    ],
)
def test_what_is_not_sound_is_passed_over(tmp_path: Path, written: str) -> None:
    file = tmp_path / "memory.json"
    file.write_text(written, "utf-8")

    assert read_memory(file) == DeskMemory()
    assert read_memory(Path(tmp_path / "nowhere")) == DeskMemory()
