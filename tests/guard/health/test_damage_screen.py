"""A damaged installation says in words what is missing, and goes on saying it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from kiosk.guard.health import dot_matrix
from kiosk.guard.health.damage_screen import DamageScreen
from kiosk.screen.way_out import WayOut
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


PROGRAM = """
import json, sys
from pathlib import Path

sys.path.insert(0, sys.argv.pop(1))
package, picture = Path(sys.argv.pop(1)), sys.argv.pop(1)
import kiosk.shipped

kiosk.shipped._PACKAGE = package
from PySide6.QtCore import QTimer

import kiosk.guard.health.damage_screen
from kiosk.__main__ import main


class Telling(kiosk.guard.health.damage_screen.DamageScreen):
    def showEvent(self, event):
        QTimer.singleShot(100, self.tell)

    def tell(self):
        self.grab().save(picture)
        print(json.dumps([self.titles, self.reasons]), flush=True)
        self.close()


kiosk.guard.health.damage_screen.DamageScreen = Telling
sys.exit(main())
"""
"""`kiosk run` on an installation in another place; the damage screen tells and is closed."""

NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""


def installation(folder: Path) -> Path:
    """A copy of what is shipped, to be spoilt."""
    package = folder / "kiosk"
    shutil.copytree(PROJECT / "assets", package / "assets", copy_function=os.symlink)
    shutil.copytree(PROJECT / "content", package / "content")
    return package


def spoil(file: Path, text: str = "<svg") -> None:
    file.unlink()
    file.write_text(text)


def run(tmp_path: Path, package: Path, **environment: str) -> tuple[dict[str, Any], QImage]:
    picture = tmp_path / "picture.png"
    answer = subprocess.run(
        [
            *(sys.executable, "-c", PROGRAM, str(PROJECT), str(package), str(picture)),
            *("run", "--window", "640x360"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "QT_QPA_PLATFORM": "offscreen",
            **environment,
        },
    )
    assert answer.returncode == 0, answer.stderr
    titles, reasons = json.loads(answer.stdout)
    return {"titles": titles, "reasons": reasons}, QImage(str(picture))


def inked(picture: QImage) -> int:
    """How many pixels of every sixteenth are light."""
    return sum(
        picture.pixelColor(x, y).lightness() > 100
        for x in range(0, picture.width(), 4)
        for y in range(0, picture.height(), 4)
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda assets: spoil(assets / "map" / "gba.svg"),
            "assets/map/gba.svg: line 1: the XML is broken here: unclosed token",
        ),
        (lambda assets: spoil(assets / "look" / "tokens.yaml", "{"), "assets/look: "),
        (lambda assets: spoil(assets / "words" / "pt.yaml", "{"), "assets/words: "),
        (lambda assets: shutil.rmtree(assets.parent / "content"), "content: "),
    ],
    ids=["the map", "the look", "the words", "the content"],
)
def test_what_is_missing_is_said(
    tmp_path: Path, change: Callable[[Path], object], reason: str
) -> None:
    package = installation(tmp_path)
    change(package / "assets")

    told, picture = run(tmp_path, package)

    assert told["titles"][0] == "This exhibit can't be shown at the moment."
    assert len(told["titles"]) == (1 if "words" in reason else 4)
    assert told["reasons"][0].startswith(reason)
    assert "Install the exhibit again" in told["reasons"][-1]
    assert inked(picture) > 100


def test_without_any_font_it_is_said_in_dots(tmp_path: Path) -> None:
    package = installation(tmp_path)
    for font in (package / "assets" / "look" / "fonts").glob("*.?tf"):
        spoil(font, "broken")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(folder=tmp_path / "nothing"))

    told, picture = run(tmp_path, package, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))

    assert told["reasons"][0].startswith("assets/look/fonts: Noto")
    assert inked(picture) > 100


def test_every_letter_of_a_message_can_be_dotted(qapp: object) -> None:
    screen = DamageScreen(("assets/look/fonts: NotoSans-Bold.ttf, it's (gone) 0123456789",))

    letters = {letter for line in (*screen.reasons, screen.titles[0]) for letter in line.upper()}

    drawn = {}
    for letter in letters - {" "}:
        image = QImage(5, 7, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        dot_matrix.draw_line(painter, letter, 0, 0, 1.0, QColor("white"))
        painter.end()
        drawn[letter] = bytes(image.constBits())
    assert len(set(drawn.values())) == len(drawn), "no two look alike, and none is a question mark"


def test_escape_twice_leaves_though_nothing_says_where_home_is(qtbot: QtBot) -> None:
    screen, left = DamageScreen(("content: it is missing",)), list[bool]()

    def leave() -> None:
        left.append(True)

    qtbot.addWidget(screen)
    WayOut(screen, screen).left.connect(leave)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert left == []
    QTest.keyClick(screen, Qt.Key.Key_Escape)

    assert left == [True]


def test_dotted_lines_keep_their_words_together() -> None:
    text = "a long word: antidisestablishmentarianism, and 3 more"

    lines = dot_matrix.wrapped(text, 12)

    assert max(map(len, lines)) <= 12
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert lines[0] == "a long word:"
