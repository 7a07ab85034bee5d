"""A story's picture comes from the pool; one that can't be shown leaves a calm ground."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.screen.picture.story_picture import StoryPicture
from tests.journeys.visitor import wait_until
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

GREEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">'
    '<rect width="4" height="4" fill="#00ff00"/></svg>'
)


@pytest.fixture
def picture(parent: QWidget) -> StoryPicture:
    picture = StoryPicture(parent)
    picture.resize(400, 300)
    picture.show()
    return picture


def middle(picture: StoryPicture) -> QColor:
    return picture.grab().toImage().pixelColor(200, 150)


@pytest.fixture
def green(tmp_path: Path) -> Path:
    file = tmp_path / "green.svg"
    file.write_text(GREEN, encoding="utf-8")
    return file


def test_a_picture_comes_by_itself(picture: StoryPicture, green: Path, still_look: Look) -> None:
    picture.show_picture(green, "A green square", still_look)
    assert middle(picture) == still_look.theme.ground

    wait_until(lambda: middle(picture).name() == "#00ff00")
    assert picture.accessibleName() == "A green square"


def test_finishing_has_it_at_once(picture: StoryPicture, green: Path, still_look: Look) -> None:
    picture.show_picture(green, "", still_look)
    picture.finish()

    assert middle(picture).name() == "#00ff00"


def test_a_prepared_picture_is_there_when_it_is_wanted(
    picture: StoryPicture, green: Path, still_look: Look
) -> None:
    picture.show_picture(None, "", still_look)
    picture.prepare(green)
    wait_until(lambda: picture._pictures.get(green, picture.size()) is not None)
    picture.show_picture(green, "", still_look)

    assert middle(picture).name() == "#00ff00"


@pytest.mark.parametrize("name", ["missing.svg", "pipe.png", "entity.svg", "folder.jpg"])
def test_what_cannot_be_shown_leaves_the_ground(
    picture: StoryPicture, tmp_path: Path, still_look: Look, name: str
) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "entity.svg").write_text(
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + GREEN, encoding="utf-8"
    )
    picture.show_picture(tmp_path / name, "", still_look)
    picture.finish()

    assert middle(picture) == still_look.theme.ground


def test_no_picture_is_the_ground(picture: StoryPicture, green: Path, still_look: Look) -> None:
    picture.show_picture(green, "", still_look)
    picture.finish()
    picture.show_picture(None, "", still_look)

    assert middle(picture) == still_look.theme.ground


def test_a_picture_that_could_not_be_read_is_tried_again(
    picture: StoryPicture, tmp_path: Path, still_look: Look
) -> None:
    """It may have been half copied when its page was opened."""
    file = tmp_path / "late.svg"
    picture.show_picture(file, "", still_look)
    wait_until(lambda: picture._pictures.get(file, picture.size()) is not None)
    assert middle(picture) == still_look.theme.ground
    file.write_text(GREEN, encoding="utf-8")

    wait_until(lambda: middle(picture).name() == "#00ff00")


def test_a_failed_reading_is_answered_and_no_end_of_the_picture(
    picture: StoryPicture,
    green: Path,
    still_look: Look,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr("kiosk.screen.picture.picture_loader.draw_picture", fail)
        picture.show_picture(green, "", still_look)
        wait_until(lambda: picture._pictures.get(green, picture.size()) is not None)
    assert middle(picture) == still_look.theme.ground
    assert "the picture green.svg has failed: MemoryError()" in caplog.text

    picture.show_picture(green, "", still_look)
    wait_until(lambda: middle(picture).name() == "#00ff00")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_has_all_pixels_of_the_screen(
    picture: StoryPicture, tmp_path: Path, ratio: float
) -> None:
    """Stripes of one pixel each stay stripes: nothing is drawn for fewer pixels and blown up."""
    loader = picture._pictures
    size = QSize(200, 120)
    wide, high = math.ceil(200 * ratio), math.ceil(120 * ratio)
    stripes = QImage(wide, high, QImage.Format.Format_RGB32)
    for x in range(wide):
        for y in range(high):
            stripes.setPixelColor(x, y, QColor("white" if x % 2 else "black"))
    file = tmp_path / "stripes.png"
    assert stripes.save(str(file))
    loader.read_now(file, size, ratio)
    image = loader.get(file, size, ratio)

    assert image is not None
    assert (image.width(), image.height()) == (wide, high)
    assert image.devicePixelRatio() == ratio
    assert [image.pixelColor(x, 40).red() for x in range(6)] == [0, 255] * 3


ON_A_SHARP_SCREEN = """
import sys
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.screen.picture.story_picture import StoryPicture
application = QApplication([])
parent = QWidget()
picture = StoryPicture(parent)
picture.resize(200, 120)
look = SimpleNamespace(
    theme=SimpleNamespace(ground=QColor("red"), inks=None), motion=SimpleNamespace(still=True)
)
picture.show()
picture.show_picture(Path(sys.argv[1]), "", look)
picture.finish()
image = picture.grab().toImage()
print(image.width(), *[image.pixelColor(x, 50).name() for x in range(4)])
"""


@pytest.mark.parametrize("ratio", ["1.25", "1.5", "2"])
def test_a_sharp_screen_shows_every_pixel(tmp_path: Path, ratio: str) -> None:
    width = round(200 * float(ratio))
    stripes = QImage(width, round(120 * float(ratio)), QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(stripes.height()):
            stripes.setPixelColor(x, y, QColor("white" if x % 2 else "black"))
    assert stripes.save(str(tmp_path / "stripes.png"))
    done = subprocess.run(
        [sys.executable, "-c", ON_A_SHARP_SCREEN, str(tmp_path / "stripes.png")],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    assert done.stdout.split() == [str(width), *["#000000", "#ffffff"] * 2]


def test_only_the_latest_pictures_are_kept(
    picture: StoryPicture, tmp_path: Path, still_look: Look
) -> None:
    for number in range(8):
        file = tmp_path / f"{number}.svg"
        file.write_text(GREEN, encoding="utf-8")
        picture.show_picture(file, "", still_look)
        picture.finish()

    assert len(picture._pictures._kept) <= 4
