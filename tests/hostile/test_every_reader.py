"""Every reader of a file, fed with everything that can stand where the file should.

A reader may refuse what it gets in the way of its own tree of errors; it neither waits nor ends in
any other exception.  The verbs, as real processes, end without a traceback.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk import shipped as shipped_module
from kiosk.exhibit.authoring.new_pieces import NotWritten, new_panel
from kiosk.exhibit.authoring.schema import write_schemas
from kiosk.exhibit.authoring.tour_timing import write_durations
from kiosk.exhibit.model.tour import Duration
from kiosk.exhibit.reading.cover import read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.skeletons import exhibit_texts
from kiosk.exhibit.tables.spreadsheet_files import SPREADSHEET_LIMIT_BYTES
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translations import read_translations
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.geography.svg_source import MAX_BYTES
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.log.fault_log import FaultLog
from kiosk.guard.log.log_file import LogFile
from kiosk.guard.process.screen_lock import ScreenLock
from kiosk.guard.record import SIZE_LIMIT_BYTES
from kiosk.guard.service.service_marker import leave_for_good
from kiosk.guard.staff_pin import StaffPin
from kiosk.languages.words import read_words
from kiosk.look.coverage import read_coverage
from kiosk.look.look import read_look
from kiosk.look.pictures import read_picture
from kiosk.plain_file import FileRefused
from kiosk.screen.map.map_file import read_map
from kiosk.screen.splash.splash import drawn_splash, keep_picture, states_of
from kiosk.settings.settings_file import read_settings
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.text.folder import FILE_LIMIT_BYTES, ContentFolder
from kiosk.text.messages import ExhibitError
from kiosk.workshop.check.whole_check import whole_check
from kiosk.workshop.preview.quoted_messages import quoted_messages
from tests.exhibit.sound_content import MAP, sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HANG_GUARD_SECONDS = 10
"""A hundred times what a reader may take."""

NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files and signals of Linux")


@dataclass(frozen=True)
class Reader:
    """A file below a folder of its own, how it is read, and in which ways that may be refused."""

    file: str
    read: Callable[[Path], object]
    limit: int = FILE_LIMIT_BYTES
    refusals: tuple[type[Exception], ...] = ()


def whole(folder: Path) -> None:
    """Everything that reads a content folder."""
    reading = read_exhibit(folder)
    messages = whole_check(folder, reading)
    assert all(str(message).encode() for message in messages), "every problem can be printed"
    read_cover(folder)
    quoted_messages(messages, reading, folder)
    read_translations(folder)
    if reading.exhibit is not None:
        read_map(reading.exhibit.map_file)
        for picture in (folder / "pictures").iterdir():
            read_picture(picture, QSize(40, 30))


def pin(folder: Path) -> None:
    kept = StaffPin(folder)
    assert kept.wait_seconds >= 0
    if kept.is_set:
        kept.accepts("123456")


def trust(folder: Path) -> None:
    kept = ContentTrust(folder / "content-trust.json")
    kept.begin(folder)
    kept.end()


def log(folder: Path) -> None:
    kept = LogFile(folder / "kiosk.log")
    kept.write("a line")
    assert kept.flush(HANG_GUARD_SECONDS)
    kept.close()


def stacks(folder: Path) -> None:
    kept = FaultLog(folder, give_up=never)
    kept.install()
    kept.uninstall()


def never(code: int) -> NoReturn:
    raise AssertionError(code)


def splash(folder: Path) -> None:
    drawn_splash(folder, ["run"])
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    keep_picture(folder, ["run"], states_of([folder / "settings.yaml"]), picture)


def lock(folder: Path) -> None:
    ScreenLock(folder / "kiosk.lock").release()


def marker(folder: Path) -> None:
    leave_for_good({"RUNTIME_DIRECTORY": str(folder)})


def timing(folder: Path) -> None:
    write_durations(folder, "short", {"one": Duration(30)})


def our_own(read: Callable[[], object]) -> Callable[[Path], None]:
    """A reader of what came with the program, which lies in the folder."""

    def reading(folder: Path) -> None:
        shipped_module._PACKAGE = folder / "kiosk"
        try:
            read()
        finally:
            shipped_module._PACKAGE = PROJECT / "kiosk"

    return reading


def skeletons() -> None:
    exhibit_texts("2026-01")


def words() -> None:
    read_words(shipped("assets") / "words")


def look() -> None:
    read_look(shipped("assets"))


def letters() -> None:
    read_coverage(shipped("assets") / "look" / "fonts")


def our_map() -> None:
    read_map(None)


coverage = cache(read_coverage)
CONTENT = (ExhibitError, FileRefused)
MEGABYTE = 1024 * 1024

READERS = {
    **{
        file: Reader(file, whole, limit)
        for file, limit in {
            "exhibit.yaml": FILE_LIMIT_BYTES,
            "sources.yaml": FILE_LIMIT_BYTES,
            "units.yaml": FILE_LIMIT_BYTES,
            "glossary.yaml": FILE_LIMIT_BYTES,
            "translations.yaml": FILE_LIMIT_BYTES,
            "zones/qianhai.yaml": FILE_LIMIT_BYTES,
            "tours/short.yaml": FILE_LIMIT_BYTES,
            "data/teams.csv": FILE_LIMIT_BYTES,
            "data/teams.xlsx": SPREADSHEET_LIMIT_BYTES,
            "map/bay.svg": MAX_BYTES,
            "pictures/steel.svg": 2 * MEGABYTE,
            "pictures/steel.png": 16 * MEGABYTE,
            "pictures/steel.jpg": 16 * MEGABYTE,
            "pictures/steel.webp": 16 * MEGABYTE,
        }.items()
    },
    "the record of translations, when one is confirmed": Reader(
        "translations.yaml", lambda folder: confirm(folder, ()), refusals=CONTENT
    ),
    "a tour that gets its times": Reader("tours/short.yaml", timing, refusals=(*CONTENT, OSError)),
    "a place that gets a panel": Reader(
        "zones/qianhai.yaml",
        lambda folder: new_panel(ContentFolder.at(folder), "qianhai", "more", "2026-01", "facts"),
        refusals=(*CONTENT, NotWritten, OSError),
    ),
    "a schema in the way": Reader(
        "schemas/zone.json", lambda folder: write_schemas(folder / "schemas"), refusals=(OSError,)
    ),
    "a map by itself": Reader(
        "map/bay.svg",
        lambda folder: read_drawing(folder / "map/bay.svg"),
        MAX_BYTES,
        (DrawingError,),
    ),
    "settings": Reader("settings.yaml", lambda folder: read_settings(folder / "settings.yaml")),
    "PIN": Reader("staff-pin.json", pin, SIZE_LIMIT_BYTES),
    "tries of the PIN": Reader("staff-pin-tries.json", StaffPin, SIZE_LIMIT_BYTES),
    "trust": Reader("content-trust.json", trust, SIZE_LIMIT_BYTES),
    "log": Reader("kiosk.log", log, 2_000_000),
    "log that was turned over": Reader("kiosk.log.1", log, 2_000_000),
    "stacks": Reader("stacks.log", stacks, 1_000_000),
    "note of the splash": Reader("splash.txt", splash, 256 * 1024),
    "picture of the splash": Reader("splash.jpg", splash, 16 * MEGABYTE),
    "lock of the screen": Reader("kiosk.lock", lock),
    "marker of a service": Reader("left", marker),
    **{
        file: Reader(file, our_own(read), 4 * MEGABYTE, (BrokenInstallation,))
        for file, read in {
            "assets/words/en.yaml": words,
            "assets/words/zh-Hant.yaml": words,
            "assets/look/tokens.yaml": look,
            "assets/look/fonts/fonts.yaml": look,
            "assets/look/fonts/coverage.yaml": letters,
            "assets/map/gba.svg": our_map,
            "assets/skeletons/zone.yaml": skeletons,
        }.items()
    },
}


def cut(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def replace_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replaced(path: Path) -> None:
        path.unlink()
        make(path)

    return replaced


def other_encoding(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" + path.read_bytes().decode("utf-8", "replace").encode("utf-16-le"))


def other_name(path: Path) -> None:
    """As an archive from Windows leaves it."""
    path.rename(os.fsdecode(os.fsencode(path.with_suffix("")) + b"\xe9" + path.suffix.encode()))


SPOILT: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "unreadable": lambda path: path.chmod(0o000),
    "empty": lambda path: path.write_bytes(b""),
    "folder": replace_by(Path.mkdir),
    "pipe": replace_by(os.mkfifo),
    "device": replace_by(lambda path: path.symlink_to("/dev/zero")),
    "terminal": replace_by(lambda path: path.symlink_to("/dev/tty")),
    "circle": replace_by(lambda path: path.symlink_to(path.name)),
    "endless": lambda path: os.truncate(path, 2**42),
    "other encoding": other_encoding,
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "other name": other_name,
    "cut": cut,
}

TOUR = """\
title: {en: Short, zh-Hant: 短, zh-Hans: 短, pt: Curto}
steps:
- {id: one, place: qianhai, duration: "0:20"}
"""


@pytest.fixture(scope="module")
def sound() -> Iterator[Path]:
    """A folder that has every file of the table, open to every user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "sound"
        sound_content(folder)
        Path(name).chmod(0o755)
        (folder / "tours").mkdir()
        (folder / "tours/short.yaml").write_text(TOUR)
        (folder / "map").mkdir(exist_ok=True)
        (folder / "map/bay.svg").write_text(MAP)
        (folder / "glossary.yaml").write_text("bay: {name: {en: Bay}}\n")
        (folder / "translations.yaml").write_text("exhibit.yaml:\n  title: {pt: 000000000000}\n")
        (folder / "settings.yaml").write_text("theme: light\nscreen: {width_mm: 941}\n")
        from openpyxl import Workbook

        book = Workbook()
        book.worksheets[0].append(["year", "teams"])
        book.worksheets[0].append([2024, 1195])
        book.save(folder / "data/teams.xlsx")
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(QColor("orange"))
        for ending in ("png", "jpg", "webp"):
            assert picture.save(str(folder / f"pictures/steel.{ending}"))
        StaffPin(folder).set("123456")
        StaffPin(folder).accepts("000000")
        trust(folder)
        keep_picture(folder, ["run"], states_of([folder / "settings.yaml"]), picture)
        for file in ("kiosk.log", "kiosk.log.1", "stacks.log", "kiosk.lock", "left"):
            (folder / file).write_text("a line\n")
        write_schemas(folder / "schemas")
        yield folder


@pytest.fixture
def fresh(sound: Path) -> Iterator[Callable[[str], Path]]:
    """Copies of the sound folder, or of our own files, for the reader of a file."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)

        def copied(file: str) -> Path:
            folder = Path(name) / "folder"
            if file.startswith("assets/"):
                fonts = shutil.ignore_patterns("*.ttf", "*.otf", "service")
                shutil.copytree(PROJECT / "assets", folder / "assets", ignore=fonts)
            else:
                shutil.copytree(sound, folder)
            return folder

        yield copied


@pytest.fixture(autouse=True)
def one_coverage(monkeypatch: pytest.MonkeyPatch) -> None:
    """What letters the fonts have takes half a second to read and is the same for every folder."""
    monkeypatch.setattr("kiosk.workshop.check.whole_check.read_coverage", coverage)


@contextlib.contextmanager
def hang_guard() -> Iterator[None]:
    """Raises where a reader waits for what never comes."""

    def ring(*_: object) -> NoReturn:
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANG_GUARD_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """As a user for whom permissions mean something."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_everything_or_refuses_it(
    name: str, fresh: Callable[[str], Path], qapp: object
) -> None:
    reader = READERS[name]
    kinds = SPOILT | {"large": lambda path: os.truncate(path, 10 * reader.limit)}
    folder = fresh(reader.file)
    path = folder / reader.file
    beside = path.with_name(f"{path.name}.kept")
    shutil.copyfile(path, beside)
    reader.read(folder)
    shutil.copyfile(beside, path)
    for kind, spoil in kinds.items():
        spoil(path)
        with (
            hang_guard(),
            without_privileges() if kind == "unreadable" else contextlib.nullcontext(),
            contextlib.suppress(*reader.refusals),
        ):
            try:
                reader.read(folder)
            except Exception as error:
                error.add_note(f"{name}, {kind}")
                raise
        restore(folder, path, beside)


def restore(folder: Path, path: Path, beside: Path) -> None:
    """The file as it was, and nothing of what stood in its place."""
    for found in path.parent.iterdir():
        if found.name.startswith(path.stem) and found != beside and found.suffix == path.suffix:
            if found.is_dir() and not found.is_symlink():
                shutil.rmtree(found)
            else:
                found.unlink()
    shutil.copyfile(beside, path)


LEAVE_WHEN_PAINTED = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from PySide6.QtCore import QTimer
import kiosk.app

class Leaving(kiosk.app.App):
    def __init__(self, *words):
        super().__init__(*words)
        self.stage.painted.connect(self.leave_soon)

    def leave_soon(self):
        QTimer.singleShot(1000, self.left)

kiosk.app.App = Leaving
from kiosk.__main__ import main
sys.exit(main())
"""
"""A person who leaves a second after the first picture."""

STATE = (
    *("state/content-trust.json", "state/staff-pin.json", "state/staff-pin-tries.json"),
    *("logs/kiosk.log", "logs/stacks.log", "logs/supervisor.log"),
    *("home/kiosk/splash/splash.txt", "home/kiosk/splash/splash.jpg", "run/left"),
    "run/kiosk-offscreen.lock",
)
"""Everything that a run finds again, below one folder."""


@dataclass(frozen=True)
class Place:
    """A content folder, and a machine's own files around it, in which much is spoilt."""

    folder: Path
    content: Path

    @property
    def settings(self) -> str:
        return str(self.folder / "settings.yaml")

    def ask(self, *words: str, program: str = "") -> subprocess.CompletedProcess[str]:
        """What a verb says, in a process of its own."""
        command = ["-c", program, str(PROJECT)] if program else [str(PROJECT / "main.py")]
        homes = {"XDG_STATE_HOME": "home", "XDG_RUNTIME_DIR": "run", "HOME": "home"}
        return subprocess.run(
            [sys.executable, *command, *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env=os.environ
            | {name: str(self.folder / each) for name, each in homes.items()}
            | {"QT_QPA_PLATFORM": "offscreen", "RUNTIME_DIRECTORY": str(self.folder / "run")},
        )


@pytest.fixture(params=["content", "state", "everything"])
def place(request: pytest.FixtureRequest, sound: Path, tmp_path: Path) -> Place:
    spoilt: str = request.param
    content = tmp_path / "content"
    ignored = shutil.ignore_patterns("staff*", "*.log*", "splash*", "left", "kiosk.lock")
    shutil.copytree(sound, content, ignore=ignored)
    place = Place(tmp_path, content)
    folders = {"content": content, "state": tmp_path / "state", "logs": tmp_path / "logs"}
    said = ", ".join(f"{name}: {folder}" for name, folder in folders.items())
    Path(place.settings).write_text(f"folders: {{{said}}}\n")
    for name in STATE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if spoilt == "everything":
            path.symlink_to("/dev/zero")
        elif spoilt != "content":
            os.mkfifo(path)
    if spoilt != "state":
        ways = [kind for kind in SPOILT if kind != "unreadable"]
        files = sorted(file for file in content.rglob("*") if file.is_file())
        first = files.index(content / "exhibit.yaml")
        if spoilt == "content":
            del files[first]
        for number, file in enumerate(files):
            SPOILT[ways[number % len(ways)]](file)
    return place


def test_no_verb_waits_or_ends_with_a_traceback(place: Place) -> None:
    folder = str(place.content)
    pictures = ("--out", str(place.folder / "out"), "--only", "home.en.png")
    verbs: tuple[tuple[str, ...], ...] = (
        ("check", folder, "--fast"),
        ("render", "--content", folder, *pictures),
        ("doctor", "--settings", place.settings),
    )
    with ThreadPoolExecutor(max_workers=2) as pool:
        asked = {words[0]: pool.submit(place.ask, *words) for words in verbs}
        asked["run"] = pool.submit(
            place.ask, "run", "--still", "--settings", place.settings, program=LEAVE_WHEN_PAINTED
        )
        answers = {verb: each.result() for verb, each in asked.items()}

    for verb, answer in answers.items():
        assert "Traceback" not in answer.stdout + answer.stderr, verb
        assert answer.returncode in (0, 1, 2), (verb, answer)
    assert answers["run"].returncode == 0, answers["run"]
