"""The copy of the last good content: whole, checked, kept small in number, and nobody's loss."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.content import last_good
from kiosk.guard.content.content_choice import ContentOrigin, choose_content, judged
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.content.last_good import LastGood, NotKept
from kiosk.publishing import folder_copy
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from tests.exhibit.sound_content import Content


@pytest.fixture
def kept(tmp_path: Path, content: Content) -> LastGood:
    return LastGood(tmp_path / "last-good", content.folder)


def keep(kept: LastGood) -> Path:
    version = kept.copy()
    kept.approve(version)
    return version.folder


def versions(tmp_path: Path) -> list[str]:
    return sorted(entry.name for entry in (tmp_path / "last-good").iterdir())


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_copy_has_what_an_exhibit_is_made_of(kept: LastGood, content: Content) -> None:
    (content.folder / ".git").mkdir()
    (content.folder / ".git" / "huge").write_text("x")
    (content.folder / "README.md").write_text("how we write")

    copied = files(keep(kept))

    expected = files(content.folder)
    assert copied == {
        name: data for name, data in expected.items() if not name.startswith((".git", "README"))
    }
    good = kept.good()
    assert good is not None
    assert good.whole
    assert good.kept is not None


def test_nothing_is_copied_anew_when_nothing_has_changed(
    tmp_path: Path, kept: LastGood, content: Content
) -> None:
    folder = keep(kept)
    before = {file: file.stat().st_ino for file in folder.rglob("*")}
    record = (tmp_path / "last-good" / "current.json").stat().st_ino

    assert keep(LastGood(tmp_path / "last-good", content.folder)) == folder
    assert {file: file.stat().st_ino for file in folder.rglob("*")} == before
    assert (tmp_path / "last-good" / "current.json").stat().st_ino == record


def test_the_same_files_with_other_dates_make_the_same_version(
    kept: LastGood, content: Content
) -> None:
    folder = keep(kept)
    os.utime(content.folder / "exhibit.yaml", (1, 1))

    assert keep(kept) == folder


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "zones" / "qianhai.yaml").write_text("id: other"),
        lambda folder: (folder / "pictures" / "steel.svg").write_bytes(b""),
        lambda folder: (folder / "sources.yaml").unlink(),
        lambda folder: (folder / "zones" / "more.yaml").write_text("id: more"),
        lambda folder: folder.with_name(f"{folder.name}.json").write_text("{}"),
        lambda folder: folder.with_name(f"{folder.name}.json").unlink(),
        lambda folder: (folder.parent / "current.json").write_text('{"version": "../content"}'),
        lambda folder: (folder.parent / "current.json").write_text("{"),
        lambda folder: folder.rename(folder.with_name("elsewhere")),
    ],
    ids=[
        "a text",
        "a picture",
        "a file less",
        "a file more",
        "another list",
        "no list",
        "another place",
        "half a record",
        "gone",
    ],
)
def test_a_damaged_copy_is_not_used(
    kept: LastGood, content: Content, change: Callable[[Path], object]
) -> None:
    change(keep(kept))

    assert kept.good() is None
    assert keep(kept).name
    assert kept.good() is not None, "copied anew from what is sound"


def test_a_damaged_picture_is_found_later_than_a_damaged_text(kept: LastGood) -> None:
    (keep(kept) / "pictures" / "steel.svg").write_bytes(b"")

    assert kept.good(texts_only=True) is not None
    assert kept.good() is None


def test_the_copy_of_another_folder_is_not_used(
    tmp_path: Path, kept: LastGood, content: Content
) -> None:
    keep(kept)

    assert LastGood(tmp_path / "last-good", tmp_path / "elsewhere").good() is None


def test_a_version_goes_when_nobody_shows_it_any_more(
    tmp_path: Path, kept: LastGood, content: Content
) -> None:
    first = keep(kept)
    content.change("exhibit.yaml", "en: The Bay", "en: A Bay")
    second = kept.copy()
    kept.approve(second, first)
    assert first.is_dir(), "it is still shown"

    kept.approve(second)

    names = [second.folder.name, f"{second.folder.name}.json", "current.json"]
    assert versions(tmp_path) == sorted(names)


def test_a_version_stays_while_another_process_shows_it(
    tmp_path: Path, kept: LastGood, content: Content
) -> None:
    script = (
        "import sys; from pathlib import Path; from kiosk.guard.content.last_good import LastGood\n"
        "kept = LastGood(Path(sys.argv[1]), Path(sys.argv[2])); version = kept.copy()\n"
        "kept.approve(version); print(version.folder, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "last-good"), str(content.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=shipped("content").parent,
    )
    assert other.stdout is not None
    name = Path(other.stdout.readline().strip()).name
    content.change("exhibit.yaml", "en: The Bay", "en: A Bay")

    keep(kept)
    assert name in versions(tmp_path)
    other.communicate("")
    keep(kept)
    assert name not in versions(tmp_path)


def test_what_can_not_be_shown_leaves_nothing(
    tmp_path: Path, kept: LastGood, content: Content
) -> None:
    keep(kept)
    before = versions(tmp_path)
    content.change("exhibit.yaml", "format: 1", "format: 9")

    kept.discard(kept.copy())

    assert versions(tmp_path) == before


@pytest.mark.parametrize(
    ("module", "limit", "value", "reason"),
    [
        (last_good, "WHOLE_LIMIT_BYTES", 100, "larger than 0 MiB together"),
        (last_good, "FILES_LIMIT", 3, "more than 3 files"),
        (folder_copy, "FILE_LIMIT_BYTES", 10, "the file is larger than"),
        (last_good, "SPARE_BYTES", 2**60, "there is no room on the disk"),
    ],
)
def test_limits(
    kept: LastGood,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    limit: str,
    value: int,
    reason: str,
) -> None:
    monkeypatch.setattr(module, limit, value)

    with pytest.raises(NotKept, match=reason):
        kept.copy()


def test_a_film_may_be_larger_than_other_files(
    kept: LastGood, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.write("films/opening.mp4", b"film" * 1_000)
    longest = max(len(path.read_bytes()) for path in content.folder.glob("*/*.*ml"))
    monkeypatch.setattr(folder_copy, "FILE_LIMIT_BYTES", longest)
    monkeypatch.setattr(folder_copy, "FILM_LIMIT_BYTES", 4_000)

    assert (kept.copy().folder / "films/opening.mp4").read_bytes() == b"film" * 1_000

    content.write("films/opening.mp4", b"film" * 1_001)
    with pytest.raises(NotKept, match="the file is larger than"):
        kept.copy()


def test_a_disk_without_room_leaves_the_old_copy(
    tmp_path: Path, kept: LastGood, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = keep(kept)
    content.change("exhibit.yaml", "en: The Bay", "en: A Bay")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        kept.approve(kept.copy())
    monkeypatch.undo()

    good = LastGood(tmp_path / "last-good", content.folder).good()
    assert good is not None
    assert good.folder == folder


def test_pipes_links_outside_and_foreign_names_are_left_out(
    kept: LastGood, content: Content, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("secret")
    (content.folder / "data" / "out.csv").symlink_to(tmp_path / "secret")
    os.mkfifo(content.folder / "pictures" / "pipe.svg")

    version = kept.copy()

    assert not version.whole
    assert "data/out.csv" not in files(version.folder)
    assert "pictures/pipe.svg" not in files(version.folder)


def settings_of(tmp_path: Path, content: Content) -> Settings:
    return Settings(content.folder, state=tmp_path, logs=tmp_path)


def test_what_is_chosen_at_the_start(tmp_path: Path, content: Content, kept: LastGood) -> None:
    settings = settings_of(tmp_path, content)
    trust = ContentTrust(tmp_path / "trust.json")
    assert choose_content(settings, trust, {}).origin is ContentOrigin.OWN
    content.change("exhibit.yaml", "title:", "title")
    reason = choose_content(settings, trust, {}).reason
    assert choose_content(settings, trust, {}).folder == shipped("content")
    content.change("exhibit.yaml", "title", "title:")
    folder = keep(kept)
    content.change("exhibit.yaml", "title:", "title")

    choice = choose_content(settings, trust, {})

    assert (choice.folder, choice.origin) == (folder, ContentOrigin.LAST_GOOD)
    assert choice.reason == reason
    assert choice.reason.startswith("exhibit.yaml:2:")
    assert judged(settings)._replace(kept=None) == choice._replace(kept=None)
    result = choice.result(content.folder)
    assert result.message == reason
    assert result.hint.startswith("the last good content, of 20")


def test_a_last_good_copy_that_crashes_gives_way_too(
    tmp_path: Path, content: Content, kept: LastGood
) -> None:
    keep(kept)
    content.change("exhibit.yaml", "title:", "title")
    settings = settings_of(tmp_path, content)

    sources = []
    for _ in range(4):
        trust = ContentTrust(tmp_path / "trust.json")
        sources.append(choose_content(settings, trust, {}).origin)

    assert sources == [ContentOrigin.LAST_GOOD] * 3 + [ContentOrigin.SHIPPED]
    assert json.loads((tmp_path / "trust.json").read_text())["refused"]
