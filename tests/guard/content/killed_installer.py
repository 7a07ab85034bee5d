"""Takes packs, goes back and confirms, and is killed at random moments, again and again.

It is run as a program: with a folder that holds `1.zip` and on, the number of kills and a seed.
Each act is done by a copy of this process, which kill -9 ends; what is shown afterwards is looked
at anew.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.guard.content import release_store
from kiosk.guard.content.release_folders import ReleaseFolders
from kiosk.guard.content.release_install import Demands, install
from kiosk.guard.content.release_store import ReleaseStore

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_SECONDS = 2.0


def nothing(_: Path) -> None:
    """A trial that finds nothing."""


class _Machine:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._packs = sorted(folder.glob("*.zip"))
        self._taken = 0

    @property
    def store(self) -> ReleaseStore:
        return ReleaseStore(self._folder / "releases")

    def take_next(self) -> Callable[[], None]:
        """Take one pack after the other, and the first again after the last."""
        packed = self._packs[self._taken % len(self._packs)]
        self._taken += 1
        return lambda: self._take(packed)

    def _take(self, packed: Path) -> None:
        install(packed, self.store, Demands(self._folder, older=True), trial=nothing)

    def roll_back(self) -> None:
        store = self.store
        if store.pointer.before:
            store.roll_back()

    def live(self) -> None:
        store = self.store
        name = store.pointer.release
        store.begin(name)
        store.confirm(name)

    def shown(self) -> str:
        """What an exhibit that starts now shows; it has to be whole."""
        fresh = ReleaseFolders(self._folder / "releases")
        folder = fresh.shown_folder()
        assert folder is not None, "nothing is shown"
        assert folder.name == fresh.pointer.release, "another one is shown than is wanted"
        assert fresh.is_whole(folder.name), "what is shown is not whole"
        return folder.name


def _seconds_until_its_end(act: Callable[[], None], killed_after: float | None) -> float | None:
    """How long a copy of this process takes for it; None where it was killed before."""
    begun = time.monotonic()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    if killed_after is not None:
        time.sleep(killed_after)
        os.kill(process, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert code in (0, -signal.SIGKILL), "it failed by itself"
    return None if code else time.monotonic() - begun


def main() -> None:
    """Kill so many times, and say how many of them came before the end."""
    machine, kills = _Machine(Path(sys.argv[1])), int(sys.argv[2])
    chance = random.Random(sys.argv[3])
    release_store.KEPT = 2
    machine.take_next()()
    machine.live()
    lasted = {"take": 0.05, "roll back": 0.02, "live": 0.02}
    early = 0
    for name in islice(cycle(("take", "live", "take", "roll back")), kills):
        act = {"live": machine.live, "roll back": machine.roll_back}.get(name)
        if act is None:
            act = machine.take_next()
        old, earlier = machine.shown(), machine.store.pointer.before[:1]
        moment = chance.uniform(0, min(lasted[name], LONGEST_SECONDS))
        early += _seconds_until_its_end(act, moment) is None
        found = machine.shown()
        # A second time, and nobody kills it.
        seconds = _seconds_until_its_end(act, None)
        assert seconds is not None
        lasted[name] = seconds
        new = machine.shown()
        expected = (old, *earlier) if name == "roll back" else (old, new)
        assert found in expected, f"{name}: neither old nor new"
        left = [each.name for each in machine.store.folder.glob(".*")]
        if name == "take":
            assert all(each.endswith(".part") for each in left), f"{left} are left behind"
    sys.stdout.write(f"{early} of {kills} were killed before their end")


if __name__ == "__main__":
    main()
