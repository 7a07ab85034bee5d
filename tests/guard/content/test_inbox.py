"""The inbox: what was brought is handed out once and whole, nothing that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content.inbox import QUIET_SECONDS, Inbox
from tests.clock import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(tmp_path: Path, clock: Clock) -> Inbox:
    (tmp_path / "inbox").mkdir()
    return Inbox(tmp_path / "inbox", clock=clock)


def after_quiet(inbox: Inbox, clock: Clock) -> Path | None:
    assert inbox.ready() is None
    clock.now += QUIET_SECONDS
    return inbox.ready()


def test_a_pack_is_handed_out_once_it_is_quiet(inbox: Inbox, clock: Clock, tmp_path: Path) -> None:
    pack = tmp_path / "inbox" / "a.kiosk.zip"
    pack.write_bytes(b"PK")
    assert inbox.ready() is None
    clock.now += QUIET_SECONDS - 0.1
    assert inbox.ready() is None
    pack.write_bytes(b"PK more")
    clock.now += 1
    assert inbox.ready() is None, "it grows"

    assert after_quiet(inbox, clock) == pack
    clock.now += 100
    assert inbox.ready() is None, "and only once"
    pack.write_bytes(b"PK other")
    assert after_quiet(inbox, clock) == pack, "until it is another one"


def test_a_folder_is_content_once_it_has_an_exhibit(
    inbox: Inbox, clock: Clock, tmp_path: Path, content: Content
) -> None:
    folder = tmp_path / "inbox" / "bay"
    content.folder.rename(folder)
    assert inbox.ready() is None
    clock.now += 2
    (folder / "zones" / "hetao.yaml").touch()
    clock.now += 2
    assert inbox.ready() is None, "a file in it has changed"

    clock.now += QUIET_SECONDS
    assert inbox.ready() == folder


def test_the_inbox_may_be_a_checkout(
    inbox: Inbox, clock: Clock, tmp_path: Path, content: Content
) -> None:
    (tmp_path / "inbox").rmdir()
    content.folder.rename(tmp_path / "inbox")
    (tmp_path / "inbox" / ".git").mkdir()

    assert after_quiet(inbox, clock) == tmp_path / "inbox"
    (tmp_path / "inbox" / ".git" / "index").write_bytes(b"x")
    assert after_quiet(inbox, clock) is None, "what git keeps for itself is no content"


@pytest.mark.parametrize(
    "name", [".syncthing.a.kiosk.zip.tmp", ".a.kiosk.zip.Xk2J", "~a.zip", "a.kiosk.zip.part", "a"]
)
def test_what_others_write_meanwhile_is_not_looked_at(
    inbox: Inbox, clock: Clock, tmp_path: Path, name: str
) -> None:
    (tmp_path / "inbox" / name).write_bytes(b"PK")

    assert after_quiet(inbox, clock) is None


def test_an_inbox_that_is_not_there_is_empty(tmp_path: Path, clock: Clock) -> None:
    assert after_quiet(Inbox(tmp_path / "stick", clock=clock), clock) is None
