"""Orders as a file, for those who have no more than a share."""

from __future__ import annotations

import base64
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.guard.control.order_file import OrderFile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Share:
    """A folder, and what was read from it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.lines: list[str] = []
        self._qtbot = qtbot
        self.orders = OrderFile(folder, self._answer)

    def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.orders.look()
            self._qtbot.waitUntil(self._is_done)

    def _is_done(self) -> bool:
        return not self.orders._jobs.is_working

    def _answer(self, line: str, reply: Callable[[Mapping[str, Any]], None]) -> None:
        self.lines.append(line)
        reply(
            {
                "ok": True,
                **({"png": base64.b64encode(b"PNG").decode()} if line == "picture" else {}),
            }
        )


@pytest.fixture
def share(tmp_path: Path, qtbot: QtBot) -> Share:
    return Share(tmp_path / "share", qtbot)


def test_an_order_is_done_once_and_answered(share: Share) -> None:
    (share.folder / "tell.txt").write_text("language pt\r\n")
    share.look(4)

    assert share.lines == ["language pt"]
    assert json.loads((share.folder / "told.txt").read_text("utf-8")) == {"ok": True}
    assert {each.name for each in share.folder.iterdir()} == {"told.txt"}


def test_what_is_still_being_written_waits(share: Share) -> None:
    file = share.folder / "tell.txt"
    file.write_text("langu")
    share.look()
    file.write_text("language pt")
    share.look()
    assert share.lines == []

    share.look()

    assert share.lines == ["language pt"]


def test_a_picture_lies_beside_the_answer(share: Share) -> None:
    (share.folder / "tell.txt").write_text("picture")
    share.look(2)

    assert (share.folder / "picture.png").read_bytes() == b"PNG"
    told = json.loads((share.folder / "told.txt").read_text("utf-8"))
    assert told == {"ok": True, "picture": "picture.png"}


@pytest.mark.parametrize("kind", ["large", "not UTF-8", "link", "pipe"])
def test_what_is_no_plain_text_is_taken_away_and_refused(
    share: Share, tmp_path: Path, kind: str
) -> None:
    file = share.folder / "tell.txt"
    match kind:
        case "large":
            file.write_text("home " * 1_000)
        case "not UTF-8":
            file.write_bytes(b"\xff\xfe\x00")
        case "link":
            (tmp_path / "secret").write_text("home")
            file.symlink_to(tmp_path / "secret")
        case "pipe":
            os.mkfifo(file)
    share.look(3)

    assert share.lines == [""]
    assert not file.exists()


def test_a_folder_that_is_not_there_is_no_fault(share: Share) -> None:
    share.folder.rmdir()
    share.look(3)

    assert share.lines == []


def test_an_order_that_can_not_be_taken_away_is_not_done(
    share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise it would be done every two seconds."""
    file = share.folder / "tell.txt"
    file.write_text("restart")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(type(file), "unlink", refuse)
    share.look(4)

    assert share.lines == []
