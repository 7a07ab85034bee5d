"""A file is the old one or the new one, whatever happens while it is written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.atomic_file import (
    PRIVATE,
    append_line,
    replacing,
    write_bytes,
    write_new_text,
    write_text,
)
from tests.tools import needs

OLD, NEW = "the old words\r\n", "the new words, which are more\n"


def others(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "file.yaml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file.yaml"
    path.write_bytes(OLD.encode())
    return path


def test_the_new_one_takes_the_place_of_the_old_one(file: Path) -> None:
    write_text(file, NEW)

    assert file.read_bytes() == NEW.encode()
    assert others(file.parent) == []


def test_line_ends_and_marks_are_written_as_they_are(file: Path) -> None:
    write_text(file, "\ufeffa: 1\r\nb: 2\r")

    assert file.read_bytes() == b"\xef\xbb\xbfa: 1\r\nb: 2\r"


def test_folders_that_are_missing_are_made(tmp_path: Path) -> None:
    write_bytes(tmp_path / "one" / "two" / "file", b"\0\xff")

    assert (tmp_path / "one" / "two" / "file").read_bytes() == b"\0\xff"


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
@pytest.mark.parametrize("before", [0o600, 0o640, 0o664, 0o444])
def test_who_may_read_it_stays(file: Path, before: int) -> None:
    file.chmod(before)

    write_text(file, NEW)

    assert stat.S_IMODE(file.stat().st_mode) == before


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_private_file_is_private_from_its_first_moment(tmp_path: Path) -> None:
    with replacing(tmp_path / "pin.json", mode=PRIVATE) as new:
        assert stat.S_IMODE(new.stat().st_mode) == PRIVATE

    assert stat.S_IMODE((tmp_path / "pin.json").stat().st_mode) == PRIVATE


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_new_file_is_for_everybody_to_read(tmp_path: Path) -> None:
    write_text(tmp_path / "file.yaml", NEW)
    write_new_text(tmp_path / "other.yaml", NEW)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o644}


@pytest.mark.parametrize("call", ["write_bytes", "fsync", "replace", "chmod"])
def test_an_error_anywhere_leaves_the_old_one_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    where = os if call == "fsync" else Path
    monkeypatch.setattr(where, call, fail)
    if call == "chmod":
        # FAT knows no modes, and holds files all the same.
        write_text(file, NEW)
        assert file.read_bytes() == NEW.encode()
    else:
        with pytest.raises(OSError, match="No space"):
            write_text(file, NEW)
        assert file.read_bytes() == OLD.encode()
    assert others(file.parent) == []


def test_a_writer_that_gives_up_leaves_the_old_one_alone(file: Path) -> None:
    def give_up() -> None:
        with replacing(file) as new:
            new.write_text("half", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        give_up()
    assert file.read_bytes() == OLD.encode()
    assert others(file.parent) == []


def test_half_a_surrogate_pair_is_refused_before_anything_is_written(file: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_text(file, "\ud800")

    assert file.read_bytes() == OLD.encode()
    assert others(file.parent) == []


_CUT = """
import os, signal, sys
from pathlib import Path
import kiosk.atomic_file as atomic_file

def cut(*_):
    os.kill(os.getpid(), signal.SIGKILL)

place, name = {moment!r}.split(".")
setattr({{"os": os, "Path": Path}}[place], name, cut)
atomic_file.write_text(Path(sys.argv[1]), {new!r})
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("moment", ["Path.write_bytes", "os.fsync", "Path.replace", "Path.unlink"])
def test_a_power_cut_leaves_the_old_one_or_the_new_one(file: Path, moment: str) -> None:
    program = _CUT.format(moment=moment, new=NEW)
    ended = subprocess.run([sys.executable, "-c", program, str(file)], check=False)

    assert ended.returncode < 0
    is_new = moment == "Path.unlink"
    assert file.read_bytes() == (NEW if is_new else OLD).encode()
    assert len(others(file.parent)) == (0 if is_new else 1)


def test_what_a_power_cut_left_goes_with_a_later_write(file: Path) -> None:
    left = file.with_name(".file.yaml.0123abcd.part")
    young = file.with_name(".file.yaml.4567abcd.part")
    another = file.with_name(".other.yaml.0123abcd.part")
    for path in (left, young, another):
        path.write_text("half", encoding="utf-8")
    before = time.time() - 2 * 24 * 3600
    os.utime(left, (before, before))
    os.utime(another, (before, before))

    write_text(file, NEW)

    # The young one may belong to a write that goes on.
    assert others(file.parent) == sorted([young.name, another.name])


def test_what_others_have_left_is_theirs(file: Path) -> None:
    before = time.time() - 2 * 24 * 3600
    names = [".file.yaml.mine.part", ".file.yaml.0123abcd.b.part", ".file.yaml.0123abcde.part"]
    for name in names:
        file.with_name(name).write_text("theirs", encoding="utf-8")
        os.utime(file.with_name(name), (before, before))

    write_text(file, NEW)

    assert others(file.parent) == sorted(names)


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path, file: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)

    write_text(link, NEW)

    assert file.read_bytes() == OLD.encode()
    assert not link.is_symlink()
    assert link.read_bytes() == NEW.encode()


_TRY = "import kiosk.atomic_file as f, pathlib, sys; f.{write}(pathlib.Path(sys.argv[1]), '')"


@needs("setpriv")
@pytest.mark.parametrize("write", ["write_text", "write_new_text"])
def test_a_folder_that_can_not_be_written_is_an_error(file: Path, write: str) -> None:
    obeying = "-dac_override,-dac_read_search"
    root = ["setpriv", f"--inh-caps={obeying}", f"--bounding-set={obeying}"]
    program = [sys.executable, "-c", _TRY.format(write=write), str(file)]
    file.parent.chmod(0o555)
    try:
        tried = subprocess.run(
            [*(root if os.geteuid() == 0 else []), *program],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        file.parent.chmod(0o755)

    assert "PermissionError" in tried.stderr
    assert file.read_bytes() == OLD.encode()
    assert others(file.parent) == []


def test_a_file_where_the_folder_should_be_is_an_error(file: Path) -> None:
    with pytest.raises(OSError, match=r"file\.yaml"):
        write_text(file / "inside.yaml", NEW)

    assert file.read_bytes() == OLD.encode()


def test_a_folder_of_that_name_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").mkdir()

    with pytest.raises(OSError, match=r"file\.yaml"):
        write_text(tmp_path / "file.yaml", NEW)

    assert others(tmp_path) == []


@pytest.mark.parametrize("name", ["x" * 250, "前" * 80])
def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path, name: str) -> None:
    write_text(tmp_path / name, NEW)

    assert (tmp_path / name).read_bytes() == NEW.encode()


def test_what_is_there_is_no_new_file(file: Path) -> None:
    with pytest.raises(FileExistsError):
        write_new_text(file, NEW)

    assert file.read_bytes() == OLD.encode()
    assert others(file.parent) == []


def test_a_new_file_needs_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "file.yaml"

    write_new_text(file, NEW)

    assert file.read_bytes() == NEW.encode()
    assert others(tmp_path) == []
    with pytest.raises(FileExistsError):
        write_new_text(file, OLD)


def test_a_full_disk_leaves_no_half_of_a_new_file_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        monkeypatch.setattr(Path, "write_bytes", fill)
        raise PermissionError(1, "Operation not permitted")

    def fill(path: Path, content: bytes) -> None:
        path.write_text(content.decode()[:4], encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)

    with pytest.raises(OSError, match="No space"):
        write_new_text(tmp_path / "file.yaml", NEW)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can")
def test_what_root_writes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 1000, 1000)

    write_text(tmp_path / "file.yaml", NEW)

    found = (tmp_path / "file.yaml").stat()
    assert (found.st_uid, found.st_gid) == (1000, 1000)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can")
def test_folders_that_root_makes_belong_to_the_owner_of_the_nearest(tmp_path: Path) -> None:
    os.chown(tmp_path, 1000, 1000)

    write_text(tmp_path / "one" / "two" / "file.yaml", NEW)

    owners = {(each.stat().st_uid, each.stat().st_gid) for each in tmp_path.rglob("*")}
    assert owners == {(1000, 1000)}


def test_a_line_comes_at_the_end_and_never_behind_half_of_another(file: Path) -> None:
    append_line(file, "one")
    file.write_bytes(file.read_bytes() + b"ha")
    append_line(file, "two")

    assert file.read_bytes() == OLD.encode() + b"one\nha\ntwo\n"
