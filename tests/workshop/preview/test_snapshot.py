"""A snapshot holds what is content, and nothing that a program leaves there for a moment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk.workshop.preview.snapshot import is_temporary, snapshot
from tests.exhibit.sound_content import FILES, sound_content

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "name",
    [
        ".qianhai.yaml.swp",
        ".qianhai.yaml.swx",
        "qianhai.yaml~",
        "4913",
        ".#qianhai.yaml",
        "#qianhai.yaml#",
        ".qianhai.yaml.Xa3bQ9",
        ".syncthing.qianhai.yaml.tmp",
        "~syncthing~qianhai.yaml.tmp",
        "~$table.xlsx",
        "qianhai.yaml.part",
        ".goutputstream-8XK2Z0",
    ],
)
def test_what_editors_and_sync_tools_leave_is_temporary(name: str) -> None:
    assert is_temporary(name)


@pytest.mark.parametrize("name", ["qianhai.yaml", "49130.yaml", "teams.csv", "steel.svg"])
def test_content_is_not(name: str) -> None:
    assert not is_temporary(name)


def test_a_snapshot_names_every_file_of_content(tmp_path: Path) -> None:
    content = sound_content(tmp_path)
    content.write("zones/.qianhai.yaml.swp", "x")
    content.write("notes.txt", "x")
    (tmp_path / "zones" / "folder.yaml").mkdir()

    assert set(snapshot(tmp_path)) == set(FILES)


def test_a_file_of_the_same_length_and_age_that_was_renamed_over_is_another_one(
    tmp_path: Path,
) -> None:
    content = sound_content(tmp_path)
    file = tmp_path / "zones" / "qianhai.yaml"
    before = snapshot(tmp_path)
    age = (file.stat().st_atime_ns, file.stat().st_mtime_ns)

    content.write("zones/new", file.read_bytes())
    (tmp_path / "zones" / "new").replace(file)
    os.utime(file, ns=age)

    assert snapshot(tmp_path)["zones/qianhai.yaml"] != before["zones/qianhai.yaml"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert snapshot(tmp_path / "nowhere") == {}
