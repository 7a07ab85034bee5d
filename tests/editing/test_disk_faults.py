"""A disk that refuses a write leaves every file whole, says why, and takes all of it afterwards."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.exhibit.editing.edits import SetText
from kiosk.exhibit.editing.save_history import SaveHistory
from kiosk.text.phrase import said
from tests.editing.folders import contents, opened, with_files, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "this disk can only be read",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EIO: "the disk reports a fault",
}
STEPS = ("open", "write", "fsync", "replace")
"""What is done for a write, one after the other."""


@contextmanager
def refusing(folders: list[Path], step: str, number: int) -> Iterator[None]:
    """A disk that refuses one step of every write into these folders."""
    real: dict[str, Callable[..., Any]] = {
        "open": os.open,
        "write": Path.write_bytes,
        "append": Path.open,
        "fsync": os.fsync,
        "replace": Path.replace,
    }

    def refuse_in(path: object) -> None:
        if any(Path(str(path)).is_relative_to(folder) for folder in folders):
            raise OSError(number, os.strerror(number), str(path))

    def open_(path: Any, flags: int, *others: Any, **named: Any) -> int:
        if flags & os.O_CREAT:
            refuse_in(path)
        return int(real["open"](path, flags, *others, **named))

    def write_bytes(path: Path, content: bytes) -> int:
        try:
            refuse_in(path)
        except OSError:
            # A full disk takes a part of it.
            real["write"](path, content[: len(content) // 2])
            raise
        return int(real["write"](path, content))

    def append(path: Path, mode: str = "r", *others: Any, **named: Any) -> Any:
        if mode.startswith("a"):
            refuse_in(path)
        return real["append"](path, mode, *others, **named)

    def fsync(descriptor: int) -> None:
        refuse_in(Path(f"/proc/self/fd/{descriptor}").readlink())

    def replace(path: Path, target: Path) -> Path:
        refuse_in(target)
        return Path(real["replace"](path, target))

    with pytest.MonkeyPatch.context() as patch:
        if step == "open":
            patch.setattr(os, "open", open_)
            patch.setattr(Path, "open", append)
        elif step == "write":
            patch.setattr(Path, "write_bytes", write_bytes)
        elif step == "fsync":
            patch.setattr(os, "fsync", fsync)
        else:
            patch.setattr(Path, "replace", replace)
        yield


@pytest.mark.parametrize("number", REASONS, ids=errno.errorcode.get)
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("where", ["content", "history", "both"])
def test_a_refused_write(tmp_path: Path, where: str, step: str, number: int) -> None:
    root = with_files(tmp_path, exhibit="format: 1\n", zones__a="id: a\n")
    history = SaveHistory.beside(root)
    folder, before = opened(root, history), contents(root)
    folder.apply("Write b", [SetText("zones/a.yaml", ("id",), "b")])
    folders = {"content": [root], "history": [history.folder], "both": [root, history.folder]}
    reason = REASONS[number]

    with refusing(folders[where], step, number):
        found = written(folder)
        history.finish()
        if where == "history":
            assert (found.files, found.failed) == (("zones/a.yaml",), ())
            assert history.message == reason
        else:
            assert (found.files, found.failed) == ((), (("zones/a.yaml", reason),))
    assert contents(root) == (
        {**before, "zones/a.yaml": b"id: b\n"} if where == "history" else before
    )
    assert len({said(reason, language) for language in ("en", "zh-Hant", "zh-Hans", "pt")}) == 4

    # The disk takes it again.
    folder.apply("Write c", [SetText("zones/a.yaml", ("id",), "c")])
    found = written(folder)
    folder.close()
    assert (found.files, found.failed, history.message) == (("zones/a.yaml",), (), "")
    assert contents(root) == {**before, "zones/a.yaml": b"id: c\n"}
    assert history.state_at(history.saves()[-1]) == contents(root)
    again = SaveHistory.beside(root)
    opened(root, again)
    assert again.state_at(again.saves()[-1]) == contents(root)
