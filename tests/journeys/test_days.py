"""The exhibit on different days: what comes and goes at midnight, and never under a finger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.model.shown_pictures import written_pages
from kiosk.exhibit.place import HOME, Place
from kiosk.guard.day_watch import DayWatch
from kiosk.guard.occupancy import Occupancy, Occupant
from kiosk.settings.settings import Settings
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
BEFORE, FIRST, LAST, AFTER = (
    date(2027, 2, 28),
    date(2027, 3, 1),
    date(2027, 3, 28),
    date(2027, 3, 29),
)
"""In Europe the clock is set on one hour at the end of the last day but one."""


class Clock:
    """The machine's clock, which tests set."""

    def __init__(self, day: date) -> None:
        self.day: date | Exception = day

    def __call__(self) -> date:
        if isinstance(self.day, Exception):
            raise self.day
        return self.day


Opened = tuple[App, Clock]


@pytest.fixture
def opened(qapp: object, content: Content) -> Iterator[Callable[[date], Opened]]:
    """The small exhibit, in which Qianhai is there in March 2027 only."""
    content.change(QIANHAI, "name:", "from: 2027-03-01\nuntil: 2027-03-28\nname:")
    apps: list[App] = []

    def begin(day: date) -> Opened:
        clock = Clock(day)
        app = App(Settings(content=content.folder, still=True), clock=clock)
        apps.append(app)
        app.stage.resize(960, 540)
        app.stage.show()
        QApplication.processEvents()
        app.read_now()
        wait_for(app.ready)
        return app, clock

    yield begin
    for app in apps:
        close_exhibit(app)


def there(app: App) -> bool:
    """Whether Qianhai can be touched on the map."""
    app.stage.finish()
    wait_until(lambda: app.stage.map_view.at_rest)
    return app.stage.map_view.target_point("qianhai") is not None


def test_before_the_exhibit_has_been_read_the_map_has_the_places_of_the_day(
    qapp: object, content: Content
) -> None:
    content.change(QIANHAI, "name:", "from: 2027-03-01\nname:")
    for day, is_there in ((BEFORE, False), (FIRST, True)):
        app = App(Settings(content=content.folder, still=True), clock=Clock(day))
        app.stage.resize(960, 540)
        app.stage.show()
        QApplication.processEvents()

        assert there(app) is is_there
        close_exhibit(app)


def test_a_place_comes_and_goes_at_midnight(opened: Callable[[date], Opened]) -> None:
    app, clock = opened(BEFORE)
    assert not there(app)

    for day, is_there in ((FIRST, True), (LAST, True), (AFTER, False)):
        clock.day = day
        app.days.check()
        assert there(app) is is_there


def test_nothing_changes_while_somebody_has_the_exhibit(opened: Callable[[date], Opened]) -> None:
    app, clock = opened(LAST)
    app.journey.go(Place("qianhai", "growth"))
    for occupant in (Occupant.VISITOR, Occupant.TALK, Occupant.STAFF):
        app.occupancy.enter(occupant)
        clock.day = AFTER
        app.days.check()

        assert app.journey.place == Place("qianhai", "growth")
        assert app.exhibit is not None
        assert app.exhibit.zone("qianhai") is not None
        app.occupancy.leave(occupant)

    # A talk counts as a sign of life of whoever is there.
    app.occupancy.visitor_left()
    app.days.check()

    assert app.journey.place == HOME
    assert not there(app)


def test_a_clock_that_is_set_back_shows_the_day_that_it_says(
    opened: Callable[[date], Opened],
) -> None:
    app, clock = opened(FIRST)
    clock.day = date(1970, 1, 1)
    app.days.check()
    assert not there(app)

    clock.day = LAST
    app.days.check()
    assert there(app)


def test_a_clock_that_says_nothing_leaves_the_day_as_it_is(
    opened: Callable[[date], Opened],
) -> None:
    app, clock = opened(FIRST)
    clock.day = OverflowError("the year is out of range")
    app.days.check()

    assert there(app)


def test_a_chosen_day_is_shown_until_today_is_chosen_again(
    opened: Callable[[date], Opened],
) -> None:
    app, clock = opened(BEFORE)
    app.show_day(FIRST)
    app.journey.go(Place("qianhai", "growth"))
    assert there(app)

    clock.day = AFTER
    app.days.check()
    assert there(app)

    app.show_day(None)
    assert not there(app)
    app.show_every_day()
    assert there(app)


def test_who_is_at_a_place_that_a_chosen_day_lacks_is_led_back_once_it_is_there(
    opened: Callable[[date], Opened],
) -> None:
    app, _ = opened(FIRST)
    app.journey.go(Place("qianhai", "growth"))

    app.show_day(AFTER)
    assert app.journey.place == HOME

    app.show_day(FIRST)
    assert app.journey.place == Place("qianhai", "growth")


def test_an_empty_day_shows_the_map_and_nothing_breaks(
    opened: Callable[[date], Opened], content: Content
) -> None:
    content.change(SHENZHEN, "name:", "until: 2026\nname:")
    app, _ = opened(AFTER)
    assert app.exhibit is not None
    assert app.exhibit.zones == ()

    for place in (Place(screen="list"), Place(screen="credits"), Place(screen="bay"), HOME):
        app.journey.go(place)
        app.stage.finish()
        assert not app.stage.grab().isNull()
    app.stage.attract()
    QApplication.processEvents()
    app.stage.wake()


def test_a_link_to_what_is_not_there_leads_to_the_nearest_place(
    opened: Callable[[date], Opened], content: Content
) -> None:
    content.change(SHENZHEN, "  - heading: {en: Two", "  - until: 2026\n    heading: {en: Two")
    app, _ = opened(FIRST)
    app.navigation.go_near(Place("shenzhen", "steel", 2))
    app.stage.finish()

    assert app.stage.sheet is not None
    assert app.stage.sheet.opened[1] == 1
    assert written_pages(app.stage.sheet.opened[0]) == 1


def test_another_day_is_told_once(qapp: object) -> None:
    occupancy, clock = Occupancy(), Clock(FIRST)
    watch = DayWatch(occupancy, occupancy, clock=clock)
    told: list[date] = []

    def take() -> None:
        told.append(watch.day)

    watch.changed.connect(take)
    watch.check()
    clock.day = LAST
    watch.check()
    watch.check()

    assert told == [LAST]
