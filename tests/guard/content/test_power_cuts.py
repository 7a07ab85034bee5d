"""Whenever the power is cut: what is shown is the old or the new release, whole."""

from __future__ import annotations

import datetime
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.release_folders import ReleaseFolders
from kiosk.guard.content.release_install import Demands, install
from kiosk.guard.content.release_store import ReleaseStore
from kiosk.publishing.packing import pack
from tests.guard.content.recorded_disk import RecordedDisk, put, tree_of
from tests.guard.content.releases import FIRST_DAY, nothing, small_content
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path


def _shown(machine: Path) -> str:
    """What an exhibit that starts now shows, whole; empty for nothing."""
    fresh = ReleaseFolders(machine / "releases")
    folder = fresh.shown_folder()
    if folder is None:
        return ""
    assert fresh.is_whole(folder.name), "it is not whole"
    return folder.name


@needs("strace")
@pytest.mark.parametrize(
    ("act", "taken", "on_trial"),
    [
        ("install", 0, False),
        ("install", 2, False),
        ("install", 2, True),
        ("roll back", 3, False),
        ("confirm", 3, True),
    ],
)
def test_every_power_cut(tmp_path: Path, act: str, taken: int, on_trial: bool) -> None:
    machine = tmp_path / "machine"
    machine.mkdir()
    store = ReleaseStore(machine / "releases")
    names = [""]
    for number in range(1, taken + 2):
        packed = tmp_path / f"{number}.zip"
        content = small_content(tmp_path / "content", number)
        made = FIRST_DAY + datetime.timedelta(number)
        names.append(pack(content, packed, made=made).release)
        if number <= taken:
            install(packed, store, Demands(tmp_path), trial=nothing)
            if number < taken or not on_trial:
                store.confirm(names[-1])
    old = names[taken]
    new = {"install": names[-1], "roll back": names[taken - 1], "confirm": old}[act]
    disk = RecordedDisk(machine)
    program = [sys.executable, "-m", "tests.guard.content.installer", act]

    disk.run([*program, str(machine / "releases"), str(packed)], tmp_path / "log", PROJECT)

    assert disk.end == tree_of(machine), "something was done in a way that is not taken down"
    assert _shown(machine) == new
    seen = set()
    for which, tree in disk.crashes():
        state = tuple(sorted(tree.items()))
        last = which.startswith(f"{len(disk.steps)}, what")
        if state in seen and not last:
            continue
        seen.add(state)
        after = tmp_path / "after"
        put(tree, after)
        found = _shown(after)
        assert found in ((new,) if last else (old, new)), which
        if which.endswith("what is sure") and act == "install":
            install(packed, ReleaseStore(after / "releases"), Demands(tmp_path), trial=nothing)
            assert _shown(after) == new, which
        shutil.rmtree(after)
    assert len(seen) > len(disk.steps) // 2
