"""A robot pinches, pans, taps and switches languages, data layers and pictures, and never rests."""

from __future__ import annotations

import faulthandler
import gc
import logging
import random
import time
from statistics import median
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.guard.process.process_memory import give_freed_memory_back, memory_mb
from kiosk.screen.map.map_view import MapView
from kiosk.shipped import shipped
from tests.journeys.fingers import Fingers
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.test_exploring import roll
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.app import App

SEED = 20261127
STEPS = 60
"""About five seconds."""
TEN_MINUTES = 600.0
WARM_UP = 400
BETWEEN_LOOKS = 200
GROWTH_MB = 25.0
"""So much the halves of ten minutes may differ: which views are kept is a matter of chance."""
UNPAINTED = QColor("magenta")
GRID = (64, 36)
"""The picture is looked at in so many points, across and down."""
LITTLE_COAST = 12
"""So few points of a coast may all lie at an edge."""
ALIKE_LEVELS = 4
"""Two colours that differ less than so in each channel look alike."""
BARE_SHARE = 0.5
SIZE = (1280, 720)


@pytest.fixture
def moving(qapp: object) -> Iterator[App]:
    # As `kiosk run` does: what is measured else is what the C library keeps for itself.
    give_freed_memory_back()
    app = open_exhibit(shipped("content"), size=SIZE, still=False)
    yield app
    close_exhibit(app)


class Robot:
    """Does one thing after another, by chance, with real touch events and no pause for thought."""

    def __init__(self, app: App, seed: int) -> None:
        self.app = app
        self.visitor = Visitor(app)
        self.chance = random.Random(seed)
        self.fingers = Fingers(self.visitor)
        assert app.exhibit is not None
        self.places = [zone.id for zone in app.exhibit.zones]
        self.layers = [layer.id for layer in app.exhibit.layers]
        self.acts: list[Callable[[], None]] = [
            *[self.pinch] * 4,
            *[self.throw] * 4,
            *[self.tap] * 4,
            self.crowd,
            self.wheel,
            self.speak,
            self.press_button,
            self.go_somewhere,
            self.look_at_picture,
            *[self.compare] * (2 if self.layers else 0),
        ]

    def step(self) -> None:
        self.chance.choice(self.acts)()
        QTest.qWait(self.chance.choice((0, 0, 5, 20, 60)))

    def point(self) -> QPoint:
        return QPoint(self.chance.randrange(20, SIZE[0] - 20), self.chance.randrange(20, 690))

    def pinch(self) -> None:
        middle, start, end = self.point(), self.half(), self.half()
        self.fingers.act("press", {0: middle - QPoint(start, 0), 1: middle + QPoint(start, 0)})
        for share in (0.3, 0.6, 1.0):
            half = round(start + (end - start) * share)
            middle += QPoint(self.chance.randrange(-20, 20), self.chance.randrange(-20, 20))
            self.fingers.act("move", {0: middle - QPoint(half, 9), 1: middle + QPoint(half, 9)})
        self.fingers.act("release", {0: middle - QPoint(end, 9), 1: middle + QPoint(end, 9)})

    def half(self) -> int:
        return self.chance.randrange(15, 220)

    def throw(self) -> None:
        at = self.point()
        way = QPoint(self.chance.randrange(-90, 90), self.chance.randrange(-60, 60))
        self.fingers.press(0, at)
        for number in range(1, 4):
            self.fingers.move(0, at + way * number)
        self.fingers.release(0, at + way * 3)

    def tap(self) -> None:
        if self.chance.random() < 0.5:
            self.visitor.take_a_moment()
        self.fingers.tap(0, self.point())

    def crowd(self) -> None:
        """Several fingers come one by one, and go in another order."""
        points = {number: self.point() for number in range(self.chance.randrange(2, 6))}
        for number, point in points.items():
            self.fingers.press(number, point)
        self.fingers.act("move", {number: self.point() for number in points})
        for number in self.chance.sample(sorted(points), len(points)):
            self.fingers.release(number, points[number])

    def wheel(self) -> None:
        roll(self.visitor, QPointF(self.point()), self.chance.choice((-2, -1, 1, 2)))

    def speak(self) -> None:
        self.app.journey.speak(self.chance.choice(("en", "zh-Hant", "zh-Hans", "pt")))

    def press_button(self) -> None:
        control = self.chance.choice(self.visitor.controls())
        self.fingers.tap(0, self.visitor.middle_of(control))

    def go_somewhere(self) -> None:
        self.app.journey.go(self.chance.choice((HOME, Place(self.chance.choice(self.places)))))

    def look_at_picture(self) -> None:
        self.app.journey.go(Place("csns", "super-steel", self.chance.randrange(1, 6)))
        self.visitor.take_a_moment()
        self.fingers.tap(0, QPoint(300, 250))
        self.pinch()

    def compare(self) -> None:
        self.app.journey.go(Place.parse(f"home#{self.chance.choice(self.layers)}"))

    def holds_something(self) -> bool:
        touch = self.app.stage.map_view._explorer._touch
        return touch.is_holding or bool(touch._fingers)


def test_a_robot_finds_no_blank_map_no_error_and_no_growth(
    moving: App, caplog: pytest.LogCaptureFixture
) -> None:
    run(moving, STEPS)
    assert errors(caplog) == []


@pytest.mark.soak
def test_a_robot_of_ten_minutes_finds_none_either(
    moving: App, caplog: pytest.LogCaptureFixture
) -> None:
    # The hang guard of a test is two minutes.
    faulthandler.cancel_dump_traceback_later()
    ends = time.monotonic() + TEN_MINUTES
    robot = run(moving, WARM_UP)
    widgets, memory = counted(moving), [settled_memory()]
    while time.monotonic() < ends:
        run(moving, BETWEEN_LOOKS, robot)
        memory.append(settled_memory())
    assert errors(caplog) == []
    assert counted(moving) <= widgets + 40, "what is built once is shown again"
    half = len(memory) // 2
    assert median(memory[half:]) - median(memory[:half]) < GROWTH_MB, memory


def run(app: App, steps: int, robot: Robot | None = None) -> Robot:
    """Have a robot take so many steps, and look at the map now and then; gives the robot."""
    robot = robot or Robot(app, SEED)
    for number in range(steps):
        robot.step()
        assert not robot.holds_something(), f"half a gesture is left after step {number}"
        if number % 10 == 0:
            assert blank_share(app) == 0, f"after step {number} a part of the map is not painted"
            assert bare_share(app) < BARE_SHARE, f"after step {number} no coast is painted"
    begin_again(app)
    view = app.stage.map_view
    wait_until(lambda: view.at_rest)
    assert not view.is_explored
    assert app.journey.place == HOME
    return robot


def painted(app: App) -> QImage:
    """A coarse picture of the ground as it is painted now."""
    view = app.stage.map_view
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    image.fill(UNPAINTED)
    painter = QPainter(image)
    view.paint_ground(painter)
    painter.end()
    return image.scaled(*GRID)


def land(app: App) -> QImage:
    """As coarse a picture of the same view, black where there is land."""
    view, shapes = app.stage.map_view, app.stage.state.world.shapes
    image = QImage(*GRID, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(GRID[0] / view.width(), GRID[1] / view.height())
    painter.setTransform(view.camera.transform(), combine=True)
    for outline in (*shapes.cities.values(), shapes.context):
        if outline is not None:
            painter.fillPath(outline, Qt.GlobalColor.black)
    painter.end()
    return image


def blank_share(app: App) -> float:
    """How much of the view is not painted at all."""
    image = painted(app)
    return len([point for point in points() if is_of(image, point, UNPAINTED)]) / len(points())


def bare_share(app: App) -> float:
    """How much of the coast in view cannot be told from the sea beside it."""
    image, where = painted(app), land(app)
    black = QColor("black")
    coast = [
        ((x, y), (x + 1, y))
        for x, y in points()
        if x + 1 < GRID[0] and is_of(where, (x, y), black) != is_of(where, (x + 1, y), black)
    ]
    if len(coast) <= LITTLE_COAST:
        return 0.0
    return len([pair for pair in coast if are_alike(image, *pair)]) / len(coast)


def are_alike(image: QImage, one: tuple[int, int], other: tuple[int, int]) -> bool:
    colors = [QColor(image.pixel(*point)).getRgb() for point in (one, other)]
    return bool(max(abs(a - b) for a, b in zip(*colors, strict=True)) < ALIKE_LEVELS)


def points() -> list[tuple[int, int]]:
    return [(x, y) for x in range(GRID[0]) for y in range(GRID[1])]


def is_of(image: QImage, point: tuple[int, int], color: QColor) -> bool:
    return image.pixel(*point) == color.rgb()


def test_a_map_that_is_sea_alone_is_noticed(moving: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def paint_sea(view: MapView, painter: QPainter) -> None:
        painter.fillRect(view.rect(), moving.stage._look.theme.sea0)

    assert bare_share(moving) < BARE_SHARE
    monkeypatch.setattr(MapView, "paint_ground", paint_sea)
    assert blank_share(moving) == 0
    assert bare_share(moving) == 1


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR]


def counted(app: App) -> int:
    return len(app.stage.findChildren(QWidget))


def settled_memory() -> float:
    gc.collect()
    return memory_mb() or 0.0
