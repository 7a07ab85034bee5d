"""The file with which staff end the service is made in its folder and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guard.service.service_marker import MARKER, leave_for_good

if TYPE_CHECKING:
    from pathlib import Path


def test_the_marker_is_made_and_may_stand_there_already(tmp_path: Path) -> None:
    for _ in range(2):
        assert leave_for_good({"RUNTIME_DIRECTORY": str(tmp_path)})
    assert (tmp_path / MARKER).is_file()


def test_a_link_in_its_place_makes_no_file_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / MARKER).symlink_to(tmp_path / "elsewhere")

    assert not leave_for_good({"RUNTIME_DIRECTORY": str(folder)})
    assert not (tmp_path / "elsewhere").exists()
