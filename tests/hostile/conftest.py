"""A sound folder with every file that a reader reads."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.authoring.schema import write_schemas
from kiosk.guard.staff_pin import StaffPin
from kiosk.screen.splash.splash import states_of
from kiosk.screen.splash.splash_keeper import keep_picture
from tests.exhibit.sound_content import sound_content
from tests.hostile.readers import trust

if TYPE_CHECKING:
    from collections.abc import Iterator

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
