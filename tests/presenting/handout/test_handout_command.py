"""`kiosk handout` tells what went wrong and how far it is, and writes the same file again."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.commands.handout import PageProgress
from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    needs("pdfinfo", "pdftotext", "pdffonts", "pdfimages"),
]


def test_the_same_content_makes_the_same_file(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content").folder
    out = tmp_path / "out"
    out.mkdir()
    files = [out / "one.pdf", out / "two.pdf"]
    for file in files:
        done = subprocess.run(
            [sys.executable, PROJECT / "main.py", "handout", "--content", content, "--out", file],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
            timeout=60,
        )
        assert done.stdout == f"3 pages in {file}\n"
        assert done.stderr == ""

    assert files[0].read_bytes() == files[1].read_bytes()
    assert sorted(out.iterdir()) == files


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["no-such-tour", "--out", "a.pdf"], "there is no tour 'no-such-tour': there are all"),
        (["--out", "."], ". is a folder"),
        (["--out", "a.docx"], "a.docx is not the name of a PDF, which a handout is: write a.pdf"),
        (["--out", "missing/a.pdf"], "there is no folder missing"),
        (["--out", "a.pdf", "--content", "missing"], "there is no folder missing"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    words: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(["handout", *words]) == 2
    assert f"kiosk handout: {message}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_can_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = sound_content(tmp_path / "content").folder
    out = tmp_path / "handout.pdf"
    out.write_bytes(b"an older handout")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert main(["handout", "--content", str(content), "--out", str(out)]) == 1
    said = capsys.readouterr().err
    assert said == f"kiosk handout: {out} can't be written: No space left on device\n"
    assert out.read_bytes() == b"an older handout"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "handout.pdf"]


class Terminal(io.StringIO):
    """A stream on which somebody looks."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_alone() -> None:
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        progress = PageProgress(stream)
        progress.show(3, 4)
        bar = stream.getvalue()
        progress.finish()

        assert (bar == "\r" + "█" * 18 + "░" * 6 + "  page 3 of 4") is shown
        assert stream.getvalue().endswith("\r\x1b[K") is shown
        assert bool(stream.getvalue()) is shown
