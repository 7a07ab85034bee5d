"""The preview follows the saves of real programs, and complains of none that was not finished."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QFileSystemWatcher
from PySide6.QtWidgets import QAbstractButton

from kiosk.__main__ import main
from kiosk.exhibit.place import Place
from kiosk.screen.picture.story_picture import StoryPicture
from kiosk.workshop.preview import rereading
from tests.journeys.visitor import wait_for, wait_until
from tests.tools import needs
from tests.workshop.preview.desk import QIANHAI, Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.exhibit.sound_content import Content

HANG_SECONDS = 20
OLD, NEW = "value: 1195", "value: 1196"


def changed(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    assert OLD in text
    return text.replace(OLD, NEW, 1)


def vim(file: Path, *settings: str) -> None:
    commands = [word for setting in settings for word in ("-c", f"set {setting}")]
    subprocess.run(
        ["vim", "-es", "-u", "NONE", *commands, "-c", f"1,/{OLD}/s/{OLD}/{NEW}/", "-c", "wq", file],
        check=True,
        timeout=HANG_SECONDS,
        env={**os.environ, "TERM": "dumb"},
    )


def vim_in_place(file: Path) -> None:
    vim(file, "backupcopy=yes", "swapfile")


def vim_renaming(file: Path) -> None:
    vim(file, "backupcopy=no", "backup", "swapfile")


def nano(file: Path) -> None:
    """Types into a real nano: replace, one of them, save, leave."""
    keys = ["\x1c", f"{OLD}\r", f"{NEW}\r", "y", "\x03", "\x0f", "\r", "\x18"]
    terminal, far_end = pty.openpty()
    process = subprocess.Popen(
        ["nano", "--ignorercfiles", file],
        stdin=far_end,
        stdout=far_end,
        stderr=far_end,
        env={**os.environ, "TERM": "xterm"},
        start_new_session=True,
    )
    os.close(far_end)
    give_up = time.monotonic() + HANG_SECONDS
    while time.monotonic() < give_up:
        if select.select([terminal], [], [], 0.15)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                break
        elif keys:
            os.write(terminal, keys.pop(0).encode())
    assert process.wait(HANG_SECONDS) == 0
    os.close(terminal)


def rsync(file: Path, *options: str) -> None:
    source = file.parents[2] / "source"
    source.mkdir()
    fresh = source / file.name
    fresh.write_text(changed(file), encoding="utf-8")
    # Of two files with one length and one second, rsync takes it that they are the same.
    os.utime(fresh, (time.time() + 60, time.time() + 60))
    command = ["rsync", "--archive", *options, f"{source}/", f"{file.parent}/"]
    subprocess.run(command, check=True, timeout=HANG_SECONDS)


def rsync_renaming(file: Path) -> None:
    rsync(file)


def rsync_in_place(file: Path) -> None:
    rsync(file, "--inplace", "--no-whole-file")


def code_in_place(file: Path) -> None:
    """As VS Code saves: the file is emptied, then written."""
    text = changed(file)
    with file.open("w", encoding="utf-8") as stream:
        stream.flush()
        os.fsync(stream.fileno())
        time.sleep(0.05)
        stream.write(text)


def code_renaming(file: Path) -> None:
    """As editors save that write a copy and rename it, after the old file has been moved away."""
    fresh = file.with_name(f"{file.name}.vsctmp")
    fresh.write_text(changed(file), encoding="utf-8")
    fresh.replace(file)


def slowly(file: Path) -> None:
    """A slow disk: the file grows for a while, and can't be understood until it is whole."""
    text = changed(file)
    with file.open("w", encoding="utf-8") as stream:
        for start in range(0, len(text), 300):
            stream.write(text[start : start + 300])
            stream.flush()
            time.sleep(0.06)


def syncthing_pattern(file: Path) -> None:
    """As Syncthing brings a file: in blocks under another name, then dated, then renamed."""
    fresh = file.with_name(f".syncthing.{file.name}.tmp")
    text = changed(file).encode()
    with fresh.open("wb") as stream:
        stream.truncate(len(text))
        stream.flush()
        time.sleep(0.05)
        stream.write(text)
    before = file.stat()
    os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000_000))
    fresh.replace(file)


SAVES = [
    pytest.param(vim_in_place, marks=needs("vim")),
    pytest.param(vim_renaming, marks=needs("vim")),
    pytest.param(nano, marks=needs("nano")),
    pytest.param(rsync_renaming, marks=needs("rsync")),
    pytest.param(rsync_in_place, marks=needs("rsync")),
    code_in_place,
    code_renaming,
    slowly,
    syncthing_pattern,
]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may read so late that half a file no longer looks fresh."""
    monkeypatch.setattr(rereading, "_PATIENCE_SECONDS", 60.0)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("save", SAVES)
def test_a_save_reaches_the_picture_and_nothing_is_complained_of(
    desk: Desk, content_file: Path, save: Callable[[Path], None]
) -> None:
    hands = threading.Thread(target=save, args=(content_file,))
    hands.start()
    desk.wait_for_figure("1196")
    hands.join()

    assert desk.place == "qianhai/teams"
    assert desk.messages == []
    assert desk.blanks == 0


@pytest.fixture
def content_file(desk: Desk) -> Path:
    return desk.content.folder / QIANHAI


@pytest.mark.usefixtures("patient")
def test_half_of_the_sources_spoils_no_figure_of_another_file(desk: Desk) -> None:
    file = desk.content.folder / "sources.yaml"
    whole = file.read_text(encoding="utf-8")
    half = whole.replace("peoples-daily-2024-06-16", "another-one")

    file.write_text(half, encoding="utf-8")
    desk.wait_for_held_back()
    file.write_text(f"{whole}{half}", encoding="utf-8")
    wait_until(lambda: desk.app.exhibit is not None and len(desk.app.exhibit.sources) == 2)

    assert desk.messages == []
    assert desk.figure() == "1195"


def test_two_saves_in_one_breath_are_both_seen(desk: Desk, content_file: Path) -> None:
    first = changed(content_file)

    content_file.write_text(first, encoding="utf-8")
    content_file.write_text(first.replace(NEW, "value: 1197"), encoding="utf-8")

    desk.wait_for_figure("1197")


def test_a_file_system_that_tells_of_nothing_is_looked_at(desk: Desk, content_file: Path) -> None:
    for watcher in desk.preview.watch.findChildren(QFileSystemWatcher):
        watcher.blockSignals(True)

    code_renaming(content_file)

    desk.wait_for_figure("1196")


def test_a_damaged_save_keeps_the_picture_and_is_told(desk: Desk, content_file: Path) -> None:
    text = content_file.read_text(encoding="utf-8")
    content_file.write_text(text[:700] + "\n : [", encoding="utf-8")
    desk.wait_for_messages()

    assert desk.figure() == "1195"
    assert desk.place == "qianhai/teams"
    assert desk.blanks == 0
    assert desk.recalled == [QIANHAI]

    content_file.write_text(text.replace(OLD, NEW), encoding="utf-8")
    desk.wait_for_figure("1196")
    desk.wait_for_messages(some=False)
    assert desk.recalled == []


def test_a_deleted_zone_leads_home_and_back_when_it_returns(desk: Desk, content_file: Path) -> None:
    text = content_file.read_text(encoding="utf-8")
    content_file.unlink()
    desk.wait_for_figure("")
    assert desk.place == "home"

    content_file.write_text(text, encoding="utf-8")
    desk.wait_for_figure("1195")
    assert desk.place == "qianhai/teams"


def test_a_new_zone_is_there_at_once(desk: Desk, content_file: Path) -> None:
    text = content_file.read_text(encoding="utf-8").replace("id: qianhai", "id: hetao")
    marker = '<circle id="hetao" cx="20" cy="20" r="2"/>\n<circle id="qianhai"'

    desk.content.change("map/bay.svg", '<circle id="qianhai"', marker)
    desk.content.write("zones/hetao.yaml", text.replace("marker: qianhai", "marker: hetao"))

    wait_until(lambda: desk.app.stage.map_view.target_point("hetao") is not None)
    assert desk.app.exhibit is not None
    assert desk.app.exhibit.zone("hetao") is not None
    assert desk.place == "qianhai/teams"


def test_a_folder_that_vanishes_keeps_the_picture_until_it_returns(
    desk: Desk, content_file: Path
) -> None:
    folder = desk.content.folder
    away = folder.with_name("away")
    folder.rename(away)
    desk.wait_for_messages()
    assert desk.figure() == "1195"
    assert desk.place == "qianhai/teams"

    shutil.copytree(away, folder)
    content_file.write_text(changed(content_file), encoding="utf-8")
    desk.wait_for_figure("1196")
    desk.wait_for_messages(some=False)


def test_title_and_languages_are_swapped_in_place(desk: Desk) -> None:
    desk.app.journey.speak("zh-Hans")

    desk.content.change("exhibit.yaml", "en: The Bay", "en: One Bay")
    desk.content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[pt, en]")

    wait_until(lambda: desk.app.exhibit is not None and len(desk.app.exhibit.languages) == 2)
    assert desk.app.journey.comfort.language == "pt"
    assert desk.place == "qianhai/teams"
    desk.app.navigation.go_home()
    desk.app.journey.speak("en")
    assert "One Bay" in [each.text() for each in desk.app.stage.findChildren(QAbstractButton)]


def test_a_picture_that_was_drawn_anew_is_shown(desk: Desk) -> None:
    desk.app.navigation.go_near(Place("shenzhen", "steel"))
    picture = desk.app.stage.findChildren(StoryPicture)[0]
    red = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">' + (
        '<rect width="9" height="9" fill="#ff0000"/></svg>'
    )

    desk.content.write("pictures/steel.svg", red)

    middle = picture.rect().center()
    wait_until(lambda: picture.grab().toImage().pixelColor(middle).name() == "#ff0000")


def test_an_exhibit_that_was_spoilt_from_the_start_comes_with_its_mending(
    qapp: object, content: Content
) -> None:
    sound = (content.folder / "exhibit.yaml").read_text(encoding="utf-8")
    content.write("exhibit.yaml", "format: [")
    desk = Desk(content)
    desk.wait_for_messages()
    assert desk.app.exhibit is None

    content.write("exhibit.yaml", sound)

    desk.wait_for_figure("1195")
    desk.wait_for_messages(some=False)
    desk.leave()


def test_the_preview_says_what_the_check_says(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.content.change(QIANHAI, "value: 1195", "valeu: 1195")
    desk.content.change("zones/shenzhen.yaml", "file: steel.svg", "file: stool.svg")
    desk.content.write("pictures/unused.svg", "<svg/>")
    desk.wait_for_messages()
    wait_for(desk.preview.rereading.checked)

    # What is laid out is told later, by a check in a process of its own.
    main(["check", str(desk.content.folder), "--fast"])

    *said, _ = capsys.readouterr().out.splitlines()
    wait_until(lambda: [str(each.message) for each in desk.quoted] == said)
