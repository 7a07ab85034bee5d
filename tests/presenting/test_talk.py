"""A talk on one screen: what the audience sees, and what the presenter is told."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.presenting.asking import ASKED_SECONDS
from kiosk.presenting.audience.step_layer import StepLayer
from kiosk.presenting.console.audience_picture import AudiencePicture
from kiosk.presenting.console.console_head import ConsoleHead
from kiosk.presenting.step_name import step_name
from kiosk.text.multilingual import Text
from tests.journeys.visitor import wait_until
from tests.presenting.talks import Clock, talk_in

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from kiosk.app import App
    from kiosk.look.inks import Inks
    from kiosk.look.kept_point import Focus
    from kiosk.presenting.talk import Talk


def press(app: App, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(app.stage, key)


def seen(app: App, x: float, y: float) -> QColor:
    """The colour of the audience's picture there, in shares of its sides."""
    picture = app.stage.grab().toImage()
    return picture.pixelColor(int(picture.width() * x), int(picture.height() * y))


def shown_on_desk(talk: Talk) -> str:
    """The colour in the middle of the desk's picture of what is on screen."""
    picture = talk._now
    if picture is None:
        return ""
    return picture.toImage().pixelColor(picture.width() // 2, picture.height() // 2).name()


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
        ("home", ""),
        ("csns/super-steel/2", ""),
        ("home@qianhai+hetao", ""),
        ("home", "One bay"),
        ("home", "A coil of steel"),
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
    accent = hall_app.interface_style().look.theme.accent
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


def test_the_console_waits_for_a_picture_that_takes_its_time(
    hall_app: App, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A photograph of 200 megapixels does; the desk would show the ground in its place."""

    def read_slowly(_file: Path, size: QSize, _inks: Inks | None, _focus: Focus | None) -> QImage:
        time.sleep(1.5)
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("#00ff00"))
        return image

    monkeypatch.setattr("kiosk.screen.picture.picture_loader.draw_picture", read_slowly)
    talk.pictures.want(4, "en")
    wait_until(lambda: talk.pictures.picture(4, "en") is not None)
    drawn = talk.pictures.picture(4, "en")

    assert drawn is not None
    assert drawn.toImage().pixelColor(drawn.width() // 2, drawn.height() // 2).name() == "#00ff00"


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

    assert places == ["csns/super-steel/2", "home@qianhai+hetao", "home", "home", "home"]
    assert talk.player.index == 0


def test_after_the_talk_nothing_of_it_is_left(hall_app: App, talk: Talk) -> None:
    press(hall_app, Qt.Key.Key_4, Qt.Key.Key_Return)
    press(hall_app, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert spoken(hall_app) == ""
    assert hall_app.stage.map_view.goal.highlight == ()
    press(hall_app, Qt.Key.Key_PageDown)
    assert talk.player.index == 3


def test_a_talk_is_asked_once_before_it_ends_and_the_audience_sees_nothing(
    hall_app: App, talk: Talk, clock: Clock
) -> None:
    press(hall_app, Qt.Key.Key_Right)
    hall_app.stage.finish()
    ended = QSignalSpy(talk.ended)
    before = hall_app.stage.grab().toImage()
    press(hall_app, Qt.Key.Key_Escape)
    assert talk.console.message == "Prima outra vez para terminar"
    assert hall_app.stage.grab().toImage() == before
    clock.now += ASKED_SECONDS
    press(hall_app, Qt.Key.Key_Escape)
    press(hall_app, Qt.Key.Key_T)
    assert talk.console.message == ""
    press(hall_app, Qt.Key.Key_Escape)
    assert ended.count() == 0
    press(hall_app, Qt.Key.Key_Escape)
    assert ended.count() == 1


def test_f5_takes_back_no_time_by_one_press(hall_app: App, talk: Talk, clock: Clock) -> None:
    clock.now += 20
    press(hall_app, Qt.Key.Key_F5)
    assert talk.player.elapsed == 0, "before the second step nothing is lost"
    clock.now += 30
    press(hall_app, Qt.Key.Key_PageDown, Qt.Key.Key_F5)
    assert (talk.player.index, talk.player.elapsed) == (1, 30)
    assert talk.console.message.startswith("Prima outra vez para recomeçar")
    press(hall_app, Qt.Key.Key_F5)
    assert (talk.player.index, talk.player.elapsed) == (0, 0)


def test_one_button_for_f5_and_escape_harms_no_talk(
    hall_app: App, talk: Talk, clock: Clock
) -> None:
    press(hall_app, Qt.Key.Key_PageDown)
    clock.now += 30
    press(hall_app, *[Qt.Key.Key_F5, Qt.Key.Key_Escape] * 3)
    assert (talk.player.index, talk.player.elapsed) == (1, 30)
    assert talk.console.message == ""


def test_shift_f5_goes_on_from_this_step(hall_app: App, talk: Talk, clock: Clock) -> None:
    press(hall_app, Qt.Key.Key_PageDown, Qt.Key.Key_T)
    hall_app.stage.title_touched.emit()
    clock.now += 30
    press(hall_app, Qt.Key.Key_B)
    QTest.keyClick(hall_app.stage, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert hall_app.journey.place == Place("csns", "super-steel", 2)
    assert (talk.player.paused, talk.player.blank, talk.player.exploring) == (False, "", False)
    clock.now += 5
    assert talk.player.elapsed == 5


def test_typed_digits_are_shown(hall_app: App, talk: Talk) -> None:
    for keys, words in (
        ([Qt.Key.Key_4], "Passo 4: prima Enter"),
        ([Qt.Key.Key_2], "Não há passo 42"),
        ([Qt.Key.Key_Return], ""),
    ):
        press(hall_app, *keys)
        assert talk.console.message == words
    assert talk.player.index == 0


def test_the_desk_says_how_long_the_step_has_taken(hall_app: App, talk: Talk, clock: Clock) -> None:
    press(hall_app, Qt.Key.Key_PageDown)
    clock.now += 75
    talk.console.show_time()
    head = talk.console.findChild(ConsoleHead)
    assert head is not None
    assert head.accessibleName().startswith("01:15 neste passo, de 02:00")


def test_the_desks_picture_is_that_of_the_end_of_a_fade(hall_app: App, talk: Talk) -> None:
    """It was taken once, in the middle of a change that no signal of the exhibit tells of."""
    talk.console.show()
    wait_until(lambda: talk._now is not None)
    cover = QWidget(hall_app.stage)
    try:
        cover.setAutoFillBackground(True)
        palette = cover.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor("#ff00ff"))
        cover.setPalette(palette)
        cover.setGeometry(hall_app.stage.rect())
        cover.show()
        wait_until(lambda: shown_on_desk(talk) == "#ff00ff")
    finally:
        cover.deleteLater()
    wait_until(lambda: shown_on_desk(talk) != "#ff00ff")


def test_a_label_in_two_lines_stands_above_its_picture(hall_app: App, talk: Talk) -> None:
    console = talk.console
    long = "O caminho mais longo entre as duas margens do estuário, de barco, de comboio e a pé"
    steps = tuple(
        step.model_copy(update={"heading": Text.same(long)}) for step in talk.player.tour.steps
    )
    talk.player.tour = talk.player.tour.model_copy(update={"steps": steps})
    console.refresh()
    views = console.findChildren(AudiencePicture)
    labels = [
        (setting, at)
        for setting, at, _ in console.labels.drawn
        if setting.last_baseline > setting.first_baseline
    ]
    assert labels
    for setting, at in labels:
        below = min(view.y() for view in views if view.y() > at.y())
        assert at.y() + setting.size.height() <= below


def test_a_step_is_called_by_what_it_shows(hall_app: App, talk: Talk) -> None:
    host = talk._host
    names = [step_name(step, host.exhibit, host.words, "en") for step in talk.player.tour.steps]
    assert names[2:] == ["Two zones", "One bay", "A coil of steel"]
