"""Every reader of a file that others may have written: the file, its limit and its refusals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NoReturn

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
from kiosk.geography.svg_tree import MAX_BYTES
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
from kiosk.look.moving_picture import with_layers
from kiosk.look.pictures import read_picture
from kiosk.plain_file import FileRefused
from kiosk.screen.map.map_file import read_map
from kiosk.screen.splash.splash import drawn_splash, states_of
from kiosk.screen.splash.splash_keeper import keep_picture
from kiosk.settings.settings_file import read_settings
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.text.folder import FILE_LIMIT_BYTES, ContentFolder
from kiosk.text.messages import ExhibitError
from kiosk.workshop.check.whole_check import whole_check
from kiosk.workshop.preview.quoted_messages import quoted_messages
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HANG_GUARD_SECONDS = 10
"""A hundred times what a reader may take."""


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
            image = read_picture(picture, QSize(40, 30))
            if not image.isNull():
                with_layers(image, picture)


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
