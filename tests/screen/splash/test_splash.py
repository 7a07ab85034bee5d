"""The picture of the last start is drawn at the next one, until something it shows has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.exhibit.place import HOME, Place
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.process.screen_lock import ScreenLock, lock_file
from kiosk.screen.splash.splash import drawn_splash, states_of
from kiosk.screen.splash.splash_keeper import SplashKeeper, keep_picture
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import wait_until
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ["run", "--locked"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that the picture shows."""
    file = tmp_path / "exhibit.yaml"
    file.write_text("shown")
    return file


def keep(folder: Path, file: Path) -> None:
    screen = QGuiApplication.primaryScreen()
    picture = QImage(screen.geometry().size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("#123456"))
    keep_picture(folder, WORDS, states_of([file]), picture)


def test_what_was_kept_is_drawn_at_the_next_start(qapp: object, tmp_path: Path, file: Path) -> None:
    keep(tmp_path / "splash", file)

    splash = drawn_splash(tmp_path / "splash", WORDS)

    assert splash is not None
    drawn = splash.grab().toImage().pixelColor(5, 5)
    assert abs(drawn.red() - 0x12) + abs(drawn.green() - 0x34) + abs(drawn.blue() - 0x56) < 12


def test_what_has_changed_since_is_not_drawn(qapp: object, tmp_path: Path, file: Path) -> None:
    keep(tmp_path / "splash", file)
    assert drawn_splash(tmp_path / "splash", ["run"]) is None

    file.write_text("another")
    assert drawn_splash(tmp_path / "splash", WORDS) is None


def test_a_picture_that_is_none_is_not_drawn(qapp: object, tmp_path: Path, file: Path) -> None:
    keep(tmp_path / "splash", file)
    for picture in (tmp_path / "splash").glob("*.jpg"):
        picture.write_bytes(b"no picture")

    assert drawn_splash(tmp_path / "splash", WORDS) is None


def test_the_settings_file_that_was_named_is_one_of_those_it_depends_on(
    qapp: object, tmp_path: Path
) -> None:
    """A theme or language that is changed there shows at the very next start."""
    settings = tmp_path / "hall.yaml"
    settings.write_text("theme: dark\n")
    app = open_exhibit(shipped("content"))
    app.keep_splash(tmp_path / "splash", WORDS, settings)
    (keeper,) = app.findChildren(SplashKeeper)
    wait_until(lambda: app.stage.map_view.at_rest)
    app.stage.resize(QGuiApplication.primaryScreen().geometry().size())
    wait_until(lambda: app.stage.map_view.at_rest)

    keeper._look()
    keeper._jobs.finish()
    assert drawn_splash(tmp_path / "splash", WORDS) is not None
    settings.write_text("theme: light\n")
    assert drawn_splash(tmp_path / "splash", WORDS) is None

    app.journey.go(Place("qianhai"))
    app.journey.go(HOME)
    wait_until(lambda: app.stage.map_view.at_rest)
    keeper._look()
    keeper._jobs.finish()
    assert drawn_splash(tmp_path / "splash", WORDS) is None, "what is shown is older than the file"
    tear_down(keeper)
    close_exhibit(app)


SECOND_START = """
import sys
from kiosk.screen.splash import splash

def drawn_splash(folder, words):
    print("the splash is asked for")

splash.drawn_splash = drawn_splash
from kiosk.__main__ import main
sys.exit(main(["run"]))
"""


def test_a_second_start_lays_nothing_over_the_exhibit_that_has_the_screen(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "minimal",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
        "PYTHONPATH": str(PROJECT),
    }
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(display, None)
    first = ScreenLock(lock_file(environment))
    second = subprocess.run(
        [sys.executable, "-c", SECOND_START],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    first.release()

    assert second.returncode == ExitCode.SCREEN_TAKEN, second.stderr
    assert "another exhibit has this screen" in second.stderr
    assert "the splash is asked for" not in second.stdout


SHOWN_AT = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.screen.splash.splash import drawn_splash
from kiosk.screen.splash.splash_keeper import keep_picture
application = QApplication([])
window = QWidget()
window.setGeometry(application.primaryScreen().geometry())
window.show()
keep_picture(Path(sys.argv[1]), ["run"], [], window.grab().toImage())
print("ratio", window.devicePixelRatioF(), "drawn", drawn_splash(Path(sys.argv[1]), ["run"]))
"""


@pytest.mark.parametrize("ratio", ["1.25", "1.5", "2"])
def test_it_is_drawn_on_a_screen_of_any_pixel_ratio(tmp_path: Path, ratio: str) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": ratio, "PYTHONPATH": str(PROJECT)}
    done = subprocess.run(
        [sys.executable, "-c", SHOWN_AT, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )

    assert f"ratio {float(ratio)} drawn <kiosk.screen.splash.splash.Splash" in done.stdout
