"""Locked mode as a whole: what random hands, closing keys and vanishing screens can't do."""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import App
from kiosk.exhibit.place import HOME, Place
from kiosk.guard.exit_code import ExitCode
from kiosk.guard.overlay.blackout_overlay import BlackoutOverlay
from kiosk.input_filters import leave_input
from kiosk.journey.comfort import Comfort
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from kiosk.speech.headphones import HEADPHONE_INSERT, SWITCH_EVENT
from kiosk.speech.jack_watch import JackWatch
from tests.guard.staff.locked_exhibit import PIN, LockedExhibit, RandomHand, visible_windows
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import Visitor, wait_for, wait_until
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20261122
EVENTS = 1_000
"""A tenth of what the soak does."""
CYCLES = 20
LONG_PRESS_MS = 900
"""Longer than any platform waits before it takes a press for a wish for a menu."""


@pytest.fixture(scope="module")
def app(qapp: object) -> Iterator[App]:
    app = App(Settings(shipped("content"), still=True))
    # As `kiosk run --locked`, which locks before anything is shown.
    app.stage.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    app.stage.resize(1280, 720)
    app.stage.show()
    QApplication.processEvents()
    app.read_now()
    wait_for(app.ready)
    yield app
    close_exhibit(app)


@pytest.fixture
def hall(app: App, tmp_path: Path) -> Iterator[LockedExhibit]:
    app.stage.wake()
    # Random hands leave another language behind.
    app.journey.set_comfort(Comfort(language="en", still=True))
    app.journey.go(HOME)
    app._way_out._escaped_at = -1e9
    hall = LockedExhibit(app, tmp_path)
    app.stage.activateWindow()
    app.stage.setFocus()
    wait_until(app.stage.isActiveWindow)
    yield hall
    hall.close()


def enter(hall: LockedExhibit) -> None:
    """Open the staff desk as staff do, once the corner was held."""
    hall.locked.ask_for_pin()
    for digit in PIN:
        QTest.keyClick(hall.app.stage.windowHandle(), Qt.Key(Qt.Key.Key_0.value + int(digit)))
    QTest.keyClick(hall.app.stage.windowHandle(), Qt.Key.Key_Return)
    wait_until(lambda: hall.locked.open_overlay is hall.locked.desk)


def test_a_pin_is_typed_while_a_visitor_s_keypad_is_listened_to(hall: LockedExhibit) -> None:
    """1, 2 and 5 are keys of it: they went to whatever the pad lay over."""
    speech = RecordedSpeech()
    hall.app.listen(speech)
    assert hall.app.aloud is not None
    try:
        hall.locked.ask_for_pin()
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5):
            QTest.keyClick(hall.app.stage.windowHandle(), key)
        assert hall.locked.pad._digits == "125"
        assert not hall.app.journey.comfort.aloud
        assert not speech.heard
    finally:
        hall.app.aloud.end()
        hall.app.aloud = None


def darkness(hall: LockedExhibit) -> BlackoutOverlay:
    """What goes dark at closing time."""
    dark = BlackoutOverlay(hall.app.stage, hall.app.interface_style)
    hall.guard.occupancy.changed.connect(dark.follow)
    return dark


def test_random_hands_leave_it_fullscreen_and_alone(hall: LockedExhibit) -> None:
    left = QSignalSpy(hall.guard.leaving)

    RandomHand(hall.app.stage, SEED).do(EVENTS)

    assert hall.app.stage.isFullScreen()
    assert visible_windows(hall) == [hall.app.stage]
    assert QApplication.activeModalWidget() is None
    assert left.count() == 0
    assert hall.guard.fault_log.faults == ()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_closing_keys_do_nothing(
    hall: LockedExhibit, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    left = QSignalSpy(hall.app.left)

    QTest.keyClick(hall.app.stage.windowHandle(), key, modifier)

    assert left.count() == 0
    assert hall.app.stage.isFullScreen()


def test_escape_goes_up_and_a_second_one_leads_nowhere(hall: LockedExhibit) -> None:
    leaving = QSignalSpy(hall.guard.leaving)
    hall.app.journey.go(Place("qianhai"))

    QTest.keyClick(hall.app.stage.windowHandle(), Qt.Key.Key_Escape)
    assert hall.app.journey.place == HOME
    QTest.keyClick(hall.app.stage.windowHandle(), Qt.Key.Key_Escape)

    assert leaving.count() == 0
    assert hall.app.stage.isVisible()


def test_the_window_can_not_be_closed(hall: LockedExhibit) -> None:
    left = QSignalSpy(hall.app.left)

    assert not hall.app.stage.close()
    QApplication.closeAllWindows()

    assert hall.app.stage.isVisible()
    assert left.count() == 0


def test_a_panel_touched_on_its_way_out_is_no_fault(hall: LockedExhibit) -> None:
    hall.app.stage.panel_chosen.emit("city")

    assert hall.app.journey.place == HOME
    assert hall.guard.fault_log.faults == ()


def test_without_a_pin_there_is_no_way_in(app: App, tmp_path: Path) -> None:
    hall = LockedExhibit(app, tmp_path, has_pin=False)

    hall.locked.ask_for_pin()

    assert hall.locked.open_overlay is None
    hall.close()


def test_the_pin_opens_the_desk_and_the_desk_leads_back(hall: LockedExhibit) -> None:
    enter(hall)

    QTest.keyClick(hall.app.stage.windowHandle(), Qt.Key.Key_Escape)

    assert hall.locked.open_overlay is None
    assert hall.app.stage.focusWidget() is hall.app.stage


def test_a_touch_on_the_pad_keeps_the_keypad_working(hall: LockedExhibit) -> None:
    hall.locked.ask_for_pin()
    visitor = Visitor(hall.app)
    visitor.touch_control(f"Digit {PIN[0]}")
    wait_until(lambda: hall.app.stage.focusWidget() is hall.locked.pad)

    for digit in PIN[1:]:
        visitor.press(Qt.Key(Qt.Key.Key_0.value + int(digit)))
    visitor.touch_control("Confirm")

    wait_until(lambda: hall.locked.open_overlay is hall.locked.desk)
    hall.locked.desk.close_overlay()


def test_staff_stop_it_by_touching_twice(hall: LockedExhibit) -> None:
    leaving = QSignalSpy(hall.guard.leaving)
    enter(hall)
    visitor = Visitor(hall.app)

    visitor.touch_control("Stop the exhibit")
    assert leaving.count() == 0
    # Two taps without a pause are one: nobody stops it by a trembling finger.
    visitor.touch_control("Touch again to stop it")
    assert leaving.count() == 0
    visitor.take_a_moment()
    visitor.touch_control("Touch again to stop it")

    assert leaving.at(0) == [ExitCode.LEFT]
    hall.locked.desk.close_overlay()


def test_another_touch_in_between_takes_the_stop_back(hall: LockedExhibit) -> None:
    enter(hall)
    visitor = Visitor(hall.app)

    visitor.touch_control("Stop the exhibit")
    visitor.touch_control("Touch test")
    visitor.touch_control("Staff")

    assert "Stop the exhibit" in visitor.names()
    hall.locked.desk.close_overlay()


def test_staff_test_the_keypad_and_come_back_to_the_desk(hall: LockedExhibit) -> None:
    """Keys reach it through the lock and lead nowhere; Escape has to be pressed twice."""
    enter(hall)
    visitor = Visitor(hall.app)
    visitor.touch_control("Keypad and sound")
    check = hall.locked.keypad_test
    assert hall.locked.open_overlay is check

    visitor.press(Qt.Key.Key_F24)
    visitor.press(Qt.Key.Key_C)
    visitor.press(Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    visitor.press(Qt.Key.Key_Escape)
    wait_until(lambda: not check._letting_go.isActive())
    assert check.lit == {"louder", "comfort", "back"}
    assert hall.locked.open_overlay is check
    assert hall.app.journey.place == HOME

    visitor.press(Qt.Key.Key_Escape)
    wait_until(lambda: hall.locked.open_overlay is hall.locked.desk)
    hall.locked.desk.close_overlay()


def test_the_exhibit_passes_on_that_headphones_were_put_in(
    hall: LockedExhibit, tmp_path: Path
) -> None:
    """The test of the keypad looks at the socket again by that."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    watch = JackWatch(hall.app, tmp_path / "input")
    hall.app.watch_jack(watch)
    watch.listen_to(reading, "the socket")
    told = QSignalSpy(hall.app.plugged)

    os.write(writing, struct.pack("llHHi", 0, 0, SWITCH_EVENT, HEADPHONE_INSERT, 1))

    wait_until(lambda: told.count() == 1)
    assert told.at(0) == [True]
    watch.end()
    hall.app._jack = None
    os.close(writing)


def test_staff_restart_it(hall: LockedExhibit) -> None:
    leaving = QSignalSpy(hall.guard.leaving)
    enter(hall)

    Visitor(hall.app).touch_control("Restart")

    assert leaving.at(0) == [ExitCode.START_ANEW]
    hall.locked.desk.close_overlay()


def test_what_lies_below_the_desk_is_out_of_reach(hall: LockedExhibit) -> None:
    enter(hall)
    visitor = Visitor(hall.app)

    visitor.touch_place("qianhai")
    heard = visitor.tab_round()

    assert hall.app.journey.place == HOME
    assert sorted(heard) == sorted(
        [
            "Touch test",
            "Keypad and sound",
            "Cleaning lock",
            "Give a talk",
            "Restart",
            "Stop the exhibit",
            "Back to the exhibit",
        ]
    )
    hall.locked.desk.close_overlay()


def test_staff_at_the_desk_count_as_somebody_there(hall: LockedExhibit) -> None:
    enter(hall)
    hall.app.idle.start()
    hall.app.idle._since = -1e9

    hall.app.idle.tick()

    assert hall.app.idle.state == "here"
    leave_input(hall.app.idle)
    hall.app.idle._ticks.stop()
    hall.locked.desk.close_overlay()


def test_opening_and_closing_the_desk_leaves_no_widgets(hall: LockedExhibit) -> None:
    enter(hall)
    hall.locked.desk.close_overlay()
    before = len(hall.app.stage.findChildren(QWidget))

    for _ in range(CYCLES):
        hall.locked.ask_for_pin()
        hall.locked.pad.dismiss()
        hall.locked.desk.open()
        QApplication.processEvents()
        hall.locked.desk.close_overlay()

    assert len(hall.app.stage.findChildren(QWidget)) == before


def test_a_screen_that_vanishes_and_comes_back_finds_it_fullscreen(
    hall: LockedExhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, screens = hall.app.stage, QGuiApplication.screens()
    monkeypatch.setattr(QGuiApplication, "screens", list)
    QGuiApplication.instance().screenRemoved.emit(screens[0])  # type: ignore[union-attr]
    stage.showNormal()
    stage.resize(300, 200)
    hall.locked.lockdown.reassert()
    assert not stage.isFullScreen(), "without a screen it waits for one"

    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    QGuiApplication.instance().screenAdded.emit(screens[0])  # type: ignore[union-attr]

    wait_until(stage.isFullScreen)
    assert stage.geometry() == screens[0].geometry()


def test_a_window_state_from_outside_does_not_last(hall: LockedExhibit) -> None:
    hall.app.stage.showNormal()

    wait_until(hall.app.stage.isFullScreen)


def test_closing_time_makes_it_black_and_a_touch_changes_nothing(hall: LockedExhibit) -> None:
    dark = darkness(hall)
    hall.guard.occupancy.set_open(False)
    visitor = Visitor(hall.app)

    visitor.touch_place("qianhai")
    visitor.press(Qt.Key.Key_Tab)
    hall.app.stage.attract()
    hall.app.navigation.go_home()

    image = hall.app.stage.grab().toImage()
    width, height = image.width(), image.height()
    points = [QPoint(x, y) for x in range(0, width, 40) for y in range(0, height, 40)]
    assert {image.pixelColor(point).name() for point in points} == {"#000000"}
    assert hall.app.journey.place == HOME

    hall.guard.occupancy.set_open(True)
    hall.app.stage.wake()
    assert hall.app.stage.focusWidget() is hall.app.stage
    dark.deleteLater()


def test_staff_reach_the_pad_through_the_darkness(hall: LockedExhibit) -> None:
    dark = darkness(hall)
    hall.guard.occupancy.set_open(False)

    enter(hall)

    assert hall.app.stage.childAt(hall.app.stage.rect().center()) is hall.locked.desk
    hall.locked.desk.close_overlay()
    hall.guard.occupancy.set_open(True)
    dark.deleteLater()


def test_a_right_click_and_a_long_press_on_a_chart_open_no_menu(hall: LockedExhibit) -> None:
    hall.app.journey.go(Place("qianhai"))
    visitor = Visitor(hall.app)
    wait_until(lambda: "Charts" in visitor.names())
    visitor.touch_control("Charts")
    chart = visitor.sees("ChartView")
    middle = visitor.middle_of(chart)

    handle = hall.app.stage.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, middle)
    visitor.put_down(middle)
    QTest.qWait(LONG_PRESS_MS)
    for widget in (chart, *chart.findChildren(QWidget)):
        for reason in QContextMenuEvent.Reason:
            inside = widget.rect().center()
            event = QContextMenuEvent(reason, inside, widget.mapToGlobal(inside))
            QCoreApplication.sendEvent(widget, event)
    visitor.lift(middle)

    assert QApplication.activePopupWidget() is None
    assert visible_windows(hall) == [hall.app.stage]
