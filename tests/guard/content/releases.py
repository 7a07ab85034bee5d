"""Packs and a store for tests: three states of one exhibit, told apart by their title."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kiosk.guard.content.release_install import Demands, install
from kiosk.publishing.packing import pack

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.content.release_store import Release, ReleaseStore
    from kiosk.publishing.manifest import PackDraft
    from tests.exhibit.sound_content import Content

FIRST_DAY = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 3, 1)


class Packs:
    """Packs of `content`, each a day later than the one before."""

    def __init__(self, folder: Path, content: Content) -> None:
        self._folder = folder
        self._content = content
        self._count = 0

    def pack(self, *, draft: PackDraft | None = None, days: int | None = None) -> Path:
        """A pack whose only difference is a file that counts them."""
        self._count += 1
        (self._content.folder / "pictures").mkdir(exist_ok=True)
        counted = self._content.folder / "pictures" / "count.svg"
        counted.write_text(f"<svg><!-- {self._count} --></svg>", encoding="utf-8")
        out = self._folder / f"{self._count}.kiosk.zip"
        days = self._count if days is None else days
        pack(self._content.folder, out, made=FIRST_DAY + datetime.timedelta(days), draft=draft)
        return out


def nothing(_: Path) -> None:
    """A trial that finds nothing."""


def taken(
    store: ReleaseStore, packed: Path, *, kiosk: str = "entrance", older: bool = False
) -> Release:
    """What is shown once that pack has been taken."""
    demands = Demands(packed.parent / "keys", kiosk=kiosk, older=older)
    return install(packed, store, demands, trial=nothing, today=lambda: TODAY)


def count_of(release: Release | None) -> int:
    """Which of the packs it is; 0 for none."""
    if release is None:
        return 0
    drawn = (release.folder / "pictures" / "count.svg").read_text(encoding="utf-8")
    return int(drawn.split()[1])


def small_content(folder: Path, number: int) -> Path:
    """A content folder with a file in each kind of place, the same but for one that counts."""
    for name in (
        "exhibit.yaml",
        "zones/hetao.yaml",
        "pictures/count.svg",
        "speech/index.jsonl",
        "speech/en/0123456789abcdef.opus",
        "films/bridge.webm",
    ):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        counted = number if name == "pictures/count.svg" else 0
        file.write_text(f"<svg><!-- {counted} --></svg>", encoding="utf-8")
    return folder
