"""A picture moves once when it comes, and then is exactly the picture that stands still."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.screen.picture.story_picture import StoryPicture
from tests.journeys.visitor import wait_until
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kiosk.look.look import Look

DRAWING = (
    '<svg data-inks="exhibit" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
    '<rect width="400" height="300" fill="#07161B"/>'
    '<g data-move="slide -200 0"><circle cx="300" cy="150" r="40" fill="#FF8E63"/></g></svg>'
)
LEFT, RIGHT = (100, 150), (300, 150)
DELAY_MS, DURATION_MS = 500, 2000


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    file = tmp_path / "drawing.svg"
    file.write_text(DRAWING, encoding="utf-8")
    return file


@pytest.fixture
def picture(parent: QWidget) -> StoryPicture:
    picture = StoryPicture(parent)
    picture.resize(400, 300)
    picture.show()
    return picture


def shown(picture: StoryPicture) -> QImage:
    return picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def begin(picture: StoryPicture, file: Path, look: Look) -> None:
    """Let a picture come, and stop its clock at the beginning."""
    picture.show_picture(file, "", look)
    wait_until(lambda: picture.is_moving)
    picture._motion.pause()
    picture._motion.setCurrentTime(0)


def set_clock(picture: StoryPicture, milliseconds: int) -> None:
    picture._motion.setCurrentTime(DELAY_MS + milliseconds)


@pytest.fixture
def still(picture: StoryPicture, drawing: Path, still_look: Look) -> QImage:
    """The picture as it rests."""
    picture.show_picture(drawing, "", still_look)
    picture.finish()
    image = shown(picture)
    picture.hide()
    picture.show()
    return image


def test_it_begins_elsewhere_and_ends_as_the_still_picture(
    picture: StoryPicture, drawing: Path, still: QImage, moving_look: Look
) -> None:
    begin(picture, drawing, moving_look)
    first = shown(picture)
    assert first.pixelColor(*LEFT) == QColor("#FF8E63")
    assert first.pixelColor(*RIGHT) == QColor("#07161B")
    set_clock(picture, DURATION_MS // 2)
    middle = shown(picture)
    assert middle.pixelColor(200, 150) == QColor("#FF8E63")
    picture._motion.resume()
    set_clock(picture, DURATION_MS)
    wait_until(lambda: not picture.is_moving)
    assert shown(picture) == still


def test_before_it_comes_the_still_picture_is_not_seen(
    picture: StoryPicture, drawing: Path, moving_look: Look
) -> None:
    """Else it would be there, jump away and come once more."""
    picture.show_picture(drawing, "", moving_look)
    assert shown(picture).pixelColor(*RIGHT) == moving_look.theme.ground
    picture.hide()
    picture.show()
    picture.prepare(drawing)
    wait_until(lambda: picture._pictures.at_rest)
    picture.show_picture(drawing, "", moving_look)
    assert shown(picture).pixelColor(*RIGHT) != QColor("#FF8E63")


def test_in_calm_motion_it_stands_still_at_once(
    picture: StoryPicture, drawing: Path, still: QImage, still_look: Look
) -> None:
    picture.show_picture(drawing, "", still_look)
    wait_until(lambda: shown(picture) == still)
    assert not picture.is_moving


def test_calm_motion_ends_what_has_begun(
    picture: StoryPicture, drawing: Path, still: QImage, moving_look: Look
) -> None:
    begin(picture, drawing, moving_look)
    picture.show_picture(drawing, "", moving_look.still())
    assert not picture.is_moving
    assert shown(picture) == still


def test_finishing_ends_what_has_begun(
    picture: StoryPicture, drawing: Path, still: QImage, moving_look: Look
) -> None:
    begin(picture, drawing, moving_look)
    picture.finish()
    assert shown(picture) == still


def test_another_language_or_theme_does_not_move_it_again(
    picture: StoryPicture, drawing: Path, moving_look: Look
) -> None:
    picture.show_picture(drawing, "One", moving_look)
    picture.finish()
    picture.show_picture(drawing, "Uma", moving_look)
    assert not picture.is_moving
    picture.show_picture(drawing, "Uma", moving_look.themed("light"))
    wait_until(lambda: shown(picture).pixelColor(*RIGHT) == QColor("#C94A20"))
    assert not picture.is_moving


def test_it_moves_again_when_it_comes_again(
    picture: StoryPicture, drawing: Path, moving_look: Look
) -> None:
    picture.show_picture(drawing, "", moving_look)
    picture.finish()
    picture.hide()
    picture.show()
    picture.show_picture(drawing, "", moving_look)
    assert picture.is_moving


@pytest.mark.parametrize(
    ("theme", "ground", "ball"),
    [("light", "#F7F2E8", "#C94A20"), ("hc", "#000000", "#FFD400"), ("dark", "#07161B", "#FF8E63")],
)
def test_it_moves_in_the_inks_of_the_theme(
    picture: StoryPicture, drawing: Path, moving_look: Look, theme: str, ground: str, ball: str
) -> None:
    begin(picture, drawing, moving_look.themed(theme))
    first = shown(picture)
    assert first.pixelColor(*LEFT) == QColor(ball)
    assert first.pixelColor(*RIGHT) == QColor(ground)


def test_until_the_new_theme_is_drawn_the_old_one_stays(
    picture: StoryPicture, drawing: Path, still: QImage, moving_look: Look
) -> None:
    picture.show_picture(drawing, "", moving_look)
    picture.finish()
    picture.show_picture(drawing, "", moving_look.themed("hc"))
    assert shown(picture) == still
    wait_until(lambda: shown(picture).pixelColor(*RIGHT) == QColor("#FFD400"))


def test_only_what_moves_is_painted_again(
    picture: StoryPicture, drawing: Path, moving_look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(picture, drawing, moving_look)
    set_clock(picture, 600)
    asked: list[int] = []
    monkeypatch.setattr(picture, "update", lambda part: asked.append(part.width() * part.height()))
    set_clock(picture, 620)

    assert asked
    assert sum(asked) < 400 * 300 // 3


ON_A_SHARP_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from kiosk.look.look import read_look
from kiosk.screen.picture.story_picture import StoryPicture
from kiosk.shipped import shipped
from tests.journeys.visitor import wait_until
application = QApplication([])
parent = QWidget()
picture = StoryPicture(parent)
picture.resize(400, 300)
parent.show()
picture.show()
picture.show_picture(Path(sys.argv[1]), "", read_look(shipped("assets")))
wait_until(lambda: picture.is_moving)
picture._motion.pause()
picture._motion.setCurrentTime(0)
image = picture.grab().toImage()
row = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
print(image.width(), row.index("#ff8e63"), row.count("#ff8e63"))
"""


@pytest.mark.parametrize("ratio", [1.5, 2])
def test_a_sharp_screen_moves_every_pixel(drawing: Path, ratio: float) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_A_SHARP_SCREEN, str(drawing)],
        cwd=PROJECT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    width, first, pixels = map(int, done.stdout.split())
    assert width == 400 * ratio
    assert abs(first - 60 * ratio) <= 2
    assert abs(pixels - 80 * ratio) <= 3
