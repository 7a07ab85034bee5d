"""A look at the folder that fails is not the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.workshop.preview import folder_watch
from kiosk.workshop.preview.folder_watch import FolderWatch
from kiosk.workshop.preview.snapshot import snapshot
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

    from kiosk.workshop.preview.snapshot import FileStamp


def test_after_a_failed_look_the_next_one_tells_what_has_changed(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [OSError("the network is away")]

    def fails_once(folder: Path) -> Mapping[str, FileStamp]:
        if failures:
            raise failures.pop()
        return snapshot(folder)

    monkeypatch.setattr(folder_watch, "snapshot", fails_once)
    (tmp_path / "zones").mkdir()
    (tmp_path / "zones" / "hetao.yaml").write_text("id: hetao\n", encoding="utf-8")
    watch, reported = FolderWatch(tmp_path), list[frozenset[str]]()
    watch.changed.connect(reported.append)
    watch.look()
    wait_until(lambda: not failures)
    wait_until(lambda: not watch._looking)
    assert reported == []

    watch.look()
    wait_until(lambda: bool(reported))
    assert reported == [frozenset({"zones/hetao.yaml"})]
    watch.stop()
