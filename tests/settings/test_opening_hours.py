"""When the screen is lit."""

from __future__ import annotations

import datetime

import pytest

from kiosk.settings.opening_hours import ALWAYS_OPEN, OpeningHours, parse_hours, parse_time

MONDAY = datetime.datetime(2026, 11, 23)


def on_mondays(text: str) -> OpeningHours:
    return OpeningHours((parse_hours(text), *[parse_hours("closed")] * 6))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("10:00-18:00", ((600, 1080),)),
        ("10:00 – 13:00, 14:00-18:30", ((600, 780), (840, 1110))),
        ("18:00-02:00", ((1080, 1560),)),
        ("10:00-24:00", ((600, 1440),)),
        ("closed", ()),
        ("Always", ((0, 1440),)),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert parse_hours(text) == spans


@pytest.mark.parametrize("text", ["", "10-18", "10:00", "25:00-26:00", "10:61-11:00", "9:00-9:00"])
def test_what_are_no_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="hour"):
        parse_hours(text)


def test_a_time_is_read() -> None:
    assert parse_time("04:30") == datetime.time(4, 30)
    with pytest.raises(ValueError, match="hour"):
        parse_time("24:30")


@pytest.mark.parametrize(
    ("hour", "minute", "lit"),
    [(9, 59, False), (10, 0, True), (17, 59, True), (18, 0, False)],
)
def test_the_screen_is_lit_from_the_first_minute_to_the_last(
    hour: int, minute: int, lit: bool
) -> None:
    moment = MONDAY.replace(hour=hour, minute=minute)

    assert on_mondays("10:00-18:00").are_open(moment) is lit


def test_a_span_past_midnight_belongs_to_the_day_it_begins_on() -> None:
    hours = on_mondays("18:00-02:00")

    assert hours.are_open(MONDAY.replace(hour=23))
    assert hours.are_open(MONDAY.replace(day=24, hour=1, minute=59))
    assert not hours.are_open(MONDAY.replace(day=24, hour=2))
    assert not hours.are_open(MONDAY.replace(hour=1))


@pytest.mark.parametrize("year", [1970, 2016, 2024])
def test_a_clock_that_is_plainly_wrong_darkens_nothing(year: int) -> None:
    assert on_mondays("closed").are_open(datetime.datetime(year, 1, 1, 12))


def test_nobody_has_to_say_when_it_is_open() -> None:
    assert ALWAYS_OPEN.are_open(MONDAY.replace(hour=3))
