"""Starting anew at night and with too much memory, only when nobody is there, at any hour."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from kiosk.guard.due import MEMORY
from kiosk.guard.due import NIGHT as NIGHT_DUE
from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.guard.opening_timer import OpeningTimer
from kiosk.guard.process.planned_restart import PlannedRestart
from kiosk.guard.process.process_memory import memory_mb
from kiosk.settings.opening_hours import OpeningHours, parse_hours
from kiosk.settings.settings import Settings

NIGHT = datetime.datetime(2026, 11, 23, 4, 31)
NOON = datetime.datetime(2026, 11, 23, 12, 0)
HOUR = 3600.0
SETTINGS = Settings(
    Path("content"),
    state=Path("state"),
    logs=Path("logs"),
    restart_at=datetime.time(4, 30),
    quiet_minutes=5,
    memory_ceiling_mb=700,
)


class Museum:
    """Both clocks and the memory, and what was said."""

    def __init__(self, settings: Settings = SETTINGS) -> None:
        self.seconds = 50_000.0
        self.moment = NOON
        self.used: float | None = 200.0
        self.said: list[str] = []
        self.occupancy = Occupancy()
        self.restart = PlannedRestart(
            settings,
            self.occupancy,
            clock=lambda: self.seconds,
            wall_clock=lambda: self.moment,
            memory=lambda: self.used,
        )
        self.restart.due.connect(self.said.append)

    def pass_(self, seconds: float, moment: datetime.datetime) -> None:
        self.seconds += seconds
        self.moment = moment
        self.restart.check()


@pytest.fixture
def museum(qapp: object) -> Museum:
    return Museum()


def test_at_night_it_starts_anew_once(museum: Museum) -> None:
    museum.pass_(16 * HOUR, NIGHT)
    museum.pass_(15, NIGHT)

    assert museum.said == ["the night's restart"]


def test_by_day_it_does_not(museum: Museum) -> None:
    for hour in (0, 4, 7, 12, 23):
        museum.pass_(4 * HOUR, NOON.replace(hour=hour))

    assert museum.said == []


def test_a_visitor_at_night_is_not_interrupted(museum: Museum) -> None:
    museum.seconds += 16 * HOUR
    museum.restart.touched()
    museum.pass_(299, NIGHT)
    assert museum.said == []

    museum.pass_(1, NIGHT)
    assert museum.said == ["the night's restart"]


def test_an_exhibit_that_has_just_been_switched_on_goes_on(museum: Museum) -> None:
    museum.pass_(2.9 * HOUR, NIGHT)
    assert museum.said == []


def test_never_means_never(qapp: object) -> None:
    museum = Museum(replace(SETTINGS, restart_at=None))

    museum.pass_(16 * HOUR, NIGHT)

    assert museum.said == []


def test_just_before_midnight_the_night_goes_on_after_it(qapp: object) -> None:
    museum = Museum(replace(SETTINGS, restart_at=datetime.time(23, 50)))

    museum.pass_(16 * HOUR, NIGHT.replace(hour=0, minute=5))

    assert museum.said == ["the night's restart"]


def test_too_much_memory_waits_until_nobody_is_there(museum: Museum) -> None:
    museum.used = 701.0
    museum.seconds += HOUR
    museum.restart.touched()
    museum.pass_(59, NOON)
    assert museum.said == []

    museum.pass_(1, NOON)
    assert museum.said == ["701 MB of memory in use, 700 MB allowed"]


def test_a_ceiling_that_is_too_low_is_no_restart_every_minute(museum: Museum) -> None:
    museum.used = 5000.0

    museum.pass_(599, NOON)

    assert museum.said == []


def test_where_nobody_knows_the_memory_nothing_happens(museum: Museum) -> None:
    museum.used = None

    museum.pass_(HOUR, NOON)

    assert museum.said == []


@pytest.mark.parametrize("years", [-10, 10, -56])
def test_a_clock_that_jumps_by_years_starts_nothing(museum: Museum, years: int) -> None:
    moment = NIGHT.replace(year=NIGHT.year + years)
    for _ in range(100):
        museum.pass_(15, moment)
        museum.pass_(15, NOON)

    assert museum.said == []


def test_a_clock_that_comes_back_from_1970_has_its_night(museum: Museum) -> None:
    museum.pass_(16 * HOUR, NIGHT.replace(year=1970))
    assert museum.said == []

    museum.pass_(15, NIGHT)
    assert museum.said == ["the night's restart"]


def test_the_memory_of_this_process_is_known() -> None:
    used = memory_mb()

    assert used is not None
    assert 10 < used < 10_000


def test_the_screen_goes_dark_and_is_lit_again(qapp: object) -> None:
    moment = [datetime.datetime(2026, 11, 23, 17, 59)]
    hours = OpeningHours(tuple([parse_hours("10:00-18:00")] * 7))
    opening = OpeningTimer(hours, wall_clock=lambda: moment[0])
    said: list[bool] = []
    opening.changed.connect(said.append)
    opening.start()

    for hour, minute in ((18, 0), (18, 1), (9, 59), (10, 0)):
        moment[0] = moment[0].replace(hour=hour, minute=minute)
        opening.check()

    assert said == [False, True]


@pytest.mark.parametrize("years", [-10, 10])
def test_after_a_jump_of_years_the_hours_of_the_day_hold(qapp: object, years: int) -> None:
    moment = [datetime.datetime(2026, 11, 23, 12, 0)]
    hours = OpeningHours(tuple([parse_hours("10:00-18:00")] * 7))
    opening = OpeningTimer(hours, wall_clock=lambda: moment[0])
    opening.start()

    moment[0] = moment[0].replace(year=2026 + years)
    opening.check()

    assert opening.is_open


@pytest.mark.parametrize("occupant", [Occupant.TALK, Occupant.STAFF, Occupant.CLEANING])
def test_staff_are_never_cut_off_and_are_told_what_waits(
    museum: Museum, occupant: Occupant
) -> None:
    museum.occupancy.enter(occupant)
    museum.used = 701.0
    museum.pass_(HOUR, NOON)
    assert (museum.said, museum.restart.waiting) == ([], MEMORY)
    museum.used = 200.0
    museum.pass_(16 * HOUR, NIGHT)
    assert (museum.said, museum.restart.waiting) == ([], NIGHT_DUE)

    museum.occupancy.leave(occupant)
    museum.pass_(15, NIGHT)
    assert museum.said == ["the night's restart"]


def test_a_visitor_who_reads_without_a_touch_is_not_interrupted(museum: Museum) -> None:
    museum.occupancy.visitor_came()
    museum.restart.touched()
    museum.used = 701.0
    museum.pass_(HOUR / 4, NOON)
    assert museum.said == []

    museum.occupancy.visitor_left()
    museum.pass_(15, NOON)
    assert len(museum.said) == 1


def test_a_mouse_that_trembles_for_ever_is_no_visitor(museum: Museum) -> None:
    museum.occupancy.visitor_came()
    museum.restart.touched()
    museum.used = 701.0
    museum.pass_(HOUR / 2, NOON)

    assert len(museum.said) == 1


def test_staff_are_told_how_long_until_closing_time(qapp: object) -> None:
    moment = [datetime.datetime(2026, 11, 23, 17, 44, 59)]
    hours = OpeningHours(tuple([parse_hours("10:00-18:00")] * 7))
    opening = OpeningTimer(hours, wall_clock=lambda: moment[0])
    changes = QSignalSpy(opening.neared)
    opening.start()
    left = []
    for hour, minute in ((17, 44), (17, 45), (17, 50), (17, 59), (18, 0), (10, 0)):
        moment[0] = moment[0].replace(hour=hour, minute=minute)
        opening.check()
        left.append(opening.minutes_left)

    assert left == [None, 15, 10, 1, 0, None]
    assert changes.count() == 5
