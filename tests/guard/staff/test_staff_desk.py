"""The staff desk: what it says, and content that gets another chance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QSignalSpy, QTest

from kiosk.guard.check_result import CheckResult, error, ok, warning
from kiosk.guard.content.content_trust import ContentTrust, Refusal
from kiosk.guard.process.process_guard import ProcessGuard
from kiosk.guard.staff.report_columns import ReportColumns
from kiosk.guard.staff.staff_desk import UNTOUCHED_SECONDS, StaffDesk
from kiosk.guard.staff.staff_report import StaffReport, StaffReporter, _uptime
from kiosk.guard.staff.touch_check import TouchCheck
from kiosk.screen.control.button import Button
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from tests.clock import Clock
from tests.guard.staff.locked_exhibit import Board
from tests.journeys.visitor import touch_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FINE = StaffReport((ok("disk", "much"), warning("touch", "none", "plug it in")))
REFUSED = StaffReport((), tuple(f"zones/{n}.yaml" for n in range(99)), Refusal(Path("c"), 3))


class Hall:
    def __init__(self, report: StaffReport) -> None:
        self.board, self.clock = Board(), Clock()
        self.report = report
        self.desk = StaffDesk(self.board, self.board.interface_style, self.ask, clock=self.clock)
        self.board.show()
        self.desk.open()

    def ask(self) -> StaffReport:
        return self.report

    @property
    def buttons(self) -> list[Button]:
        return [each for each in self.desk.findChildren(Button) if each.isVisible()]


@pytest.fixture
def hall(qtbot: QtBot) -> Hall:
    hall = Hall(FINE)
    qtbot.addWidget(hall.board)
    return hall


def test_allowing_content_again_is_offered_only_for_refused_content(hall: Hall) -> None:
    assert "staff_forgive" not in [button.key for button in hall.buttons]

    hall.report = REFUSED
    hall.desk.show_again()

    assert "staff_forgive" in [button.key for button in hall.buttons]


def test_a_finding_stands_on_one_line_in_two_scripts(hall: Hall) -> None:
    """Chinese letters have a taller line than Latin ones."""
    style = replace(hall.board.interface_style(), language="zh-Hant")
    page = ReportColumns(
        style, StaffReport((ok("disk", "much"),)), QRectF(0, 0, 1600, 700), upright=False
    )
    baselines = [text.at.y() + text.setting.first_baseline for text in page.texts]
    scripts = [text.setting.size.height() for text in page.texts[1:3]]

    assert baselines[1] == baselines[2]
    assert scripts[0] != scripts[1]


def test_where_there_is_little_room_what_is_wrong_is_said(hall: Hall) -> None:
    fine = [ok(name, "as it should be") for name in ("disk", "clock", "touch", "screen")]
    wrong = [warning("memory", "above the ceiling"), error("settings", "can't be read")]
    page = ReportColumns(
        hall.board.interface_style(),
        StaffReport((*fine, *wrong)),
        QRectF(0, 0, 1600, 240),
        upright=False,
    )
    icons = [sign.icon for sign in page._signs]

    assert icons[:2] == ["x", "triangle-alert"]
    assert len(icons) < len(fine) + len(wrong)


def test_untouched_for_a_minute_it_is_gone(hall: Hall) -> None:
    closed = QSignalSpy(hall.desk.closed)
    hall.clock.now += UNTOUCHED_SECONDS
    hall.desk.tick()

    assert hall.desk.isHidden()
    assert closed.count() == 1


def test_a_look_at_the_clock_is_no_touch(hall: Hall) -> None:
    for _ in range(UNTOUCHED_SECONDS):
        hall.clock.now += 1
        hall.desk.tick()

    assert hall.desk.isHidden()


@pytest.mark.parametrize("report", [FINE, REFUSED])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (800, 800), (1280, 720)])
def test_words_and_buttons_are_on_the_screen_and_apart(
    hall: Hall, size: tuple[int, int], report: StaffReport
) -> None:
    hall.board.resize(*size)
    hall.report = report
    hall.desk.show_again()
    look = hall.board.interface_style().look

    highest = min(button.geometry().top() for button in hall.buttons)
    assert hall.desk._page is not None
    for setting, at, _ in hall.desk._page.texts:
        assert at.y() + setting.size.height() <= highest
        assert at.x() + setting.ink <= size[0]
    for button in hall.buttons:
        assert hall.desk.rect().contains(button.geometry())
        assert button.height() >= look.px(72)


def test_the_report_names_what_staff_ask_for(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "content").mkdir()
    settings = Settings(tmp_path / "content", state=tmp_path / "state", logs=tmp_path / "logs")
    guard = ProcessGuard(settings, environment={})
    reporter = StaffReporter(SettingsReading(settings), guard, tuple)
    guard.fault_log.record(LookupError("a slot that raises"), where="fault")

    found = {result.name: result for result in reporter.report().results}
    guard.end(0)

    assert {"versions", "uptime", "faults", "disk", "memory", "screen", "touch"} <= set(found)
    assert isinstance(found["faults"], CheckResult)
    assert "a slot that raises" in found["faults"].message


def test_refused_content_is_reported_and_forgiven(tmp_path: Path, qapp: object) -> None:
    content = tmp_path / "content"
    content.mkdir()
    settings = Settings(content, state=tmp_path / "state", logs=tmp_path / "logs")
    for _ in range(4):
        ContentTrust(settings.state / "content-trust.json").begin(content)
    guard = ProcessGuard(settings, environment={})
    reporter = StaffReporter(SettingsReading(settings), guard, tuple)
    assert reporter.report().refusal == Refusal(content, 3)

    reporter.forgive()

    assert reporter.report().refusal is None
    guard.end(0)
    assert ContentTrust(settings.state / "content-trust.json").begin(content)


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [(59, "0 min"), (3_599, "59 min"), (7_260, "2 h 1 min"), (273_600, "3 d 4 h")],
)
def test_uptime_is_told_in_two_units(seconds: float, spoken: str) -> None:
    assert _uptime(seconds).message == spoken


def test_the_touch_test_lights_every_field_that_a_finger_reaches(qtbot: QtBot) -> None:
    board = Board(960, 540)
    qtbot.addWidget(board)
    board.show()
    test = TouchCheck(board, board.interface_style, clock=Clock())
    test.open()
    assert test.grid == (16, 9)

    fingers = QTest.touchEvent(board.handle, touch_screen())
    for finger in range(10):
        fingers.press(finger, QPoint(30 + 90 * finger, 30))
    fingers.commit()

    assert test.fingers == 10
    assert test.lit == {(int((30 + 90 * finger) / 60), 0) for finger in range(10)}
    lifted = QTest.touchEvent(board.handle, touch_screen())
    for finger in range(10):
        lifted.release(finger, QPoint(30 + 90 * finger, 30))
    lifted.commit()
    assert test.fingers == 0
    assert not test.isHidden()


def test_the_touch_test_ends_by_its_button_or_untouched(qtbot: QtBot) -> None:
    board, clock = Board(960, 540), Clock()
    qtbot.addWidget(board)
    board.show()
    test = TouchCheck(board, board.interface_style, clock=clock)
    closed = QSignalSpy(test.closed)
    (button,) = test.findChildren(Button)

    test.open()
    at = button.geometry().center()
    QTest.touchEvent(board.handle, touch_screen()).press(0, at).commit()
    QTest.touchEvent(board.handle, touch_screen()).release(0, at).commit()
    assert closed.count() == 1

    test.open()
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(board.handle, Qt.MouseButton.LeftButton, none, at)
    assert closed.count() == 2

    test.open()
    clock.now += 60
    test.tick()
    assert closed.count() == 3
