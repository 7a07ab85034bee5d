"""A talk on one screen: what the audience sees, and what the presenter is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.journey.place import HOME, Place
from kiosk.presenting.audience_picture import AudiencePicture
from kiosk.presenting.step_layer import StepLayer
from tests.journeys.visitor import wait_until
from tests.presenting.talks import Clock, talk_in

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.app import App
    from kiosk.presenting.talk import Talk


def press(app: App, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(app.stage, key)


def seen(app: App, x: float, y: float) -> QColor:
    """The colour of the audience's picture there, in shares of its sides."""
    picture = app.stage.grab().toImage()
    return picture.pixelColor(int(picture.width() * x), int(picture.height() * y))


def spoken(app: App) -> str:
    """What the layer over the stage says, if one stands there."""
    layers = [layer for layer in app.stage.findChildren(StepLayer) if layer.isVisible()]
    return layers[0].accessibleName() if layers else ""


def test_keys_lead_through_the_whole_tour(hall_app: App, talk: Talk) -> None:
    seen_places = []
    for _ in range(5):
        seen_places.append((str(hall_app.journey.place), spoken(hall_app)))
        press(hall_app, Qt.Key.Key_PageDown)

    assert seen_places == [
        ("", ""),
        ("csns/super-steel/2", ""),
        ("@qianhai+hetao", ""),
        ("", "One bay"),
        ("", "A coil of steel"),
    ]


def test_the_map_lights_and_frames_what_the_step_names(hall_app: App, talk: Talk) -> None:
    goal = hall_app.stage.map_view.goal
    assert (goal.highlight, goal.view) == (("qianhai",), ())
    press(hall_app, Qt.Key.Key_3, Qt.Key.Key_Return)
    hall_app.stage.finish()
    area = hall_app.stage.rect().adjusted(250, 40, -40, -40)
    points = [hall_app.stage.map_view.target_point(zone) for zone in ("qianhai", "hetao")]
    assert all(point is not None and area.contains(point.toPoint()) for point in points)
    assert hall_app.stage.map_view.goal.highlight == ()


def test_a_touch_explores_freely_and_one_key_returns(hall_app: App, talk: Talk) -> None:
    press(hall_app, Qt.Key.Key_Right)
    hall_app.stage.title_touched.emit()
    explored = hall_app.journey.place

    assert explored != Place("csns", "super-steel", 2)
    assert talk.player.exploring
    press(hall_app, Qt.Key.Key_R)
    assert hall_app.journey.place == Place("csns", "super-steel", 2)
    assert not talk.player.exploring


def test_a_touch_on_a_statement_uncovers_the_exhibit(hall_app: App, talk: Talk) -> None:
    press(hall_app, Qt.Key.Key_4, Qt.Key.Key_Return)
    layer = hall_app.stage.childAt(400, 300)
    assert layer is not None
    QTest.mouseClick(layer, Qt.MouseButton.LeftButton)
    assert spoken(hall_app) == ""
    assert talk.player.exploring
    assert hall_app.journey.place == HOME


def test_nothing_is_asked_and_nothing_resets(hall_app: App, talk: Talk, clock: Clock) -> None:
    press(hall_app, Qt.Key.Key_Right)
    clock.now += 3600
    talk.player.tick()
    assert not hall_app.stage.is_covered
    assert hall_app.journey.place == Place("csns", "super-steel", 2)


def test_black_and_white_cover_every_pixel(hall_app: App, talk: Talk) -> None:
    before = seen(hall_app, 0.55, 0.5)
    for key, name in ((Qt.Key.Key_Period, "#000000"), (Qt.Key.Key_W, "#ffffff")):
        press(hall_app, key)
        assert {seen(hall_app, x, y).name() for x in (0, 0.5, 0.99) for y in (0, 0.9)} == {name}
    press(hall_app, Qt.Key.Key_Escape)
    assert seen(hall_app, 0.55, 0.5) == before


def test_the_audiences_language_is_not_that_of_the_notes(hall_app: App, talk: Talk) -> None:
    assert talk.console.language == "pt"
    press(hall_app, Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_A)
    assert (hall_app.journey.comfort.language, spoken(hall_app)) == ("zh-Hant", "一個灣區")
    assert talk.console.language == "pt"
    press(hall_app, Qt.Key.Key_N)
    assert (hall_app.journey.comfort.language, talk.console.language) == ("zh-Hant", "en")


def test_laser_and_pen_point_where_the_console_is_touched(hall_app: App, talk: Talk) -> None:
    console = talk.console
    console.show()
    picture = next(
        each
        for each in sorted(console.findChildren(AudiencePicture), key=lambda each: -each.width())
    )
    accent = hall_app.manner().look.theme.accent
    middle = QPoint(picture.width() // 2, picture.height() // 2)
    press(hall_app, Qt.Key.Key_L)
    QTest.mouseMove(picture, middle)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert seen(hall_app, 0.5, 0.5) == accent
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert seen(hall_app, 0.5, 0.5) != accent
    press(hall_app, Qt.Key.Key_P)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=middle)
    talk.pointing.move(QPointF(0.75, 0.5))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert seen(hall_app, 0.6, 0.5) == accent
    press(hall_app, Qt.Key.Key_E)
    assert seen(hall_app, 0.6, 0.5) != accent


def test_the_console_shows_the_next_step_before_it_comes(hall_app: App, talk: Talk) -> None:
    talk.console.show()
    wait_until(lambda: talk.pictures.picture(1, "en") is not None)
    drawn = talk.pictures.picture(1, "en")
    press(hall_app, Qt.Key.Key_Right)
    hall_app.stage.finish()

    assert drawn is not None
    one, other = drawn.toImage(), hall_app.stage.grab().toImage()
    points = [(0.3, 0.3), (0.3, 0.5), (0.9, 0.03), (0.1, 0.8)]
    for x, y in points:
        at = one.pixelColor(int(one.width() * x), int(one.height() * y))
        assert at == other.pixelColor(int(other.width() * x), int(other.height() * y))


def test_notes_grow_to_twice_their_size_and_no_further(hall_app: App, talk: Talk) -> None:
    press(hall_app, *[Qt.Key.Key_Plus] * 9)
    assert talk.console.notes_scale == 2.0
    press(hall_app, *[Qt.Key.Key_Minus] * 9)
    assert talk.console.notes_scale == 1.0


def test_a_tour_that_plays_by_itself_goes_on_and_round(hall_app: App, clock: Clock) -> None:
    hall_app.journey.go(HOME)
    talk = talk_in(hall_app, clock, autoplay=True, loop=True)
    talk.begin()
    places = []
    for step in talk.player.tour.steps:
        clock.now += step.duration.seconds
        talk.player.tick()
        places.append(str(hall_app.journey.place))
    talk.end()

    assert places == ["csns/super-steel/2", "@qianhai+hetao", "", "", ""]
    assert talk.player.index == 0


def test_after_the_talk_nothing_of_it_is_left(hall_app: App, talk: Talk) -> None:
    press(hall_app, Qt.Key.Key_4, Qt.Key.Key_Return)
    press(hall_app, Qt.Key.Key_Escape)
    assert spoken(hall_app) == ""
    assert hall_app.stage.map_view.goal.highlight == ()
    press(hall_app, Qt.Key.Key_PageDown)
    assert talk.player.index == 3
