"""Nothing but a plain, small file is ever read, and nobody waits for one."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.plain_file import (
    FileRefused,
    NoSuchFile,
    NotPlain,
    NotUtf8,
    TooLarge,
    Unreadable,
    is_plain,
    open_to_append,
    read_plain_bytes,
    read_plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such files")


def socket_at(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        made.bind(path.name)


def huge_and_empty(path: Path) -> None:
    path.touch()
    os.truncate(path, 2**40)


ODD: dict[str, tuple[Callable[[Path], object], type[FileRefused]]] = {
    "missing": (lambda path: None, NoSuchFile),
    "folder": (Path.mkdir, NotPlain),
    "pipe": (os.mkfifo, NotPlain),
    "socket": (socket_at, NotPlain),
    "device": (lambda path: path.symlink_to("/dev/zero"), NotPlain),
    "terminal": (lambda path: path.symlink_to("/dev/tty"), NotPlain),
    "circle": (lambda path: path.symlink_to(path), NotPlain),
    "link to nothing": (lambda path: path.symlink_to("nothing"), NoSuchFile),
    "large": (lambda path: path.write_bytes(b"x" * 101), TooLarge),
    "huge and empty": (huge_and_empty, TooLarge),
    "below a file": (lambda path: None, Unreadable),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_plain_small_file_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "file"
    make, error = ODD[kind]
    make(path)
    if kind == "below a file":
        path.touch()
        path = path / "file"

    with pytest.raises(error):
        read_plain_bytes(path, 100)
    assert is_plain(path) is (error is TooLarge)


@needs_linux
def test_a_file_of_the_system_that_says_it_is_empty_is_read_to_the_limit_only() -> None:
    assert b"MemTotal" in read_plain_bytes(Path("/proc/meminfo"), 100_000)
    with pytest.raises(TooLarge):
        read_plain_bytes(Path("/proc/meminfo"), 100)


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)

    assert read_plain_bytes(path, 100) == b"x" * 100
    assert read_plain_bytes(tmp_path / "file", 100, follow=False) == b"x" * 100


def test_a_link_is_followed_only_where_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    (tmp_path / "link").symlink_to("file")

    assert read_plain_text(tmp_path / "link", 100) == "words"
    with pytest.raises(NotPlain):
        read_plain_text(tmp_path / "link", 100, follow=False)


def test_a_text_in_another_encoding_says_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xef\xbb\xbfcaf\xe9")

    with pytest.raises(NotUtf8) as caught:
        read_plain_text(path, 100)
    assert (caught.value.content, caught.value.start) == (b"caf\xe9", 3)

    path.write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9")
    assert read_plain_text(path, 100) == "café"


def test_a_name_that_can_be_none_is_refused() -> None:
    with pytest.raises(Unreadable, match="a character that no name can have"):
        read_plain_bytes(Path("a\0b"), 100)


def test_the_reason_of_the_system_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plain_bytes(tmp_path / ("x" * 300), 100)
    assert caught.value.reason == "file name too long"


@pytest.mark.parametrize("kind", ["folder", "pipe", "socket", "device", "circle"])
def test_nothing_but_a_plain_file_is_added_to(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "log"
    ODD[kind][0](path)

    with pytest.raises(NotPlain):
        open_to_append(path)


def test_a_log_is_made_and_added_to(tmp_path: Path) -> None:
    for words in (b"one ", b"two"):
        descriptor = open_to_append(tmp_path / "log")
        os.write(descriptor, words)
        os.close(descriptor)

    assert (tmp_path / "log").read_bytes() == b"one two"
