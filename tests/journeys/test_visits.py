"""A visit that was counted by hand, and what the ledger then has of it: no more and no less."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, SEARCH, Place
from kiosk.guard.occupancy import Occupant
from kiosk.visits import ledger as ledger_file
from kiosk.visits.cells import LEDGER_NAME, Amount, HourCell
from kiosk.visits.ledger import read_counts
from kiosk.visits.tally import FLUSH_SECONDS
from tests.journeys.standing import begin_again
from tests.journeys.visitor import Visitor, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kiosk.app import App
    from kiosk.visits.counting import Counting

START = datetime(2026, 11, 28, 10, 0, 0)
STORY = Place("csns", "super-steel")


class CountedHall:
    """The exhibit that counts into a ledger, with a clock that a test turns on."""

    def __init__(self, app: App, file: Path) -> None:
        self.app, self.file = app, file
        self.visitor = Visitor(app)
        self.seconds = 0.0
        app.idle._clock = self.clock
        app.idle.leave()
        app.count_visits(file)
        app._begin_counting()
        assert app._counting is not None
        self.counting: Counting = app._counting
        self.tally = self.counting.tally
        self.counting._clock, self.tally._now = self.clock, self.now

    def clock(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def after(self, seconds: float) -> None:
        """Look for so long, and then touch something."""
        self.seconds += seconds
        self.app.idle.notice()

    def walk_off(self) -> None:
        for _ in range(112 * 4):
            self.seconds += 0.25
            self.app.idle.tick()

    def go(self, place: Place) -> None:
        self.app.journey.go(place)

    def counted(self, what: str) -> dict[str, Amount]:
        return _of(self.tally.counts, what)

    def close(self) -> None:
        app = self.app
        self.counting.stop()
        app.ready.disconnect(app._begin_counting)
        app._counting = app._ledger = None
        self.counting.setParent(None)
        self.counting.deleteLater()
        app.idle.stop()
        app.idle.notice()
        for each in Occupant:
            app.occupancy.leave(each)
        app.stage.wake()
        begin_again(app)


def _of(counts: Mapping[HourCell, Amount], what: str) -> dict[str, Amount]:
    return {cell.which: amount for cell, amount in counts.items() if cell.what == what}


@pytest.fixture
def hall(exhibit: App, tmp_path: Path) -> Iterator[CountedHall]:
    begin_again(exhibit)
    hall = CountedHall(exhibit, tmp_path / LEDGER_NAME)
    yield hall
    hall.close()


def test_a_visit_is_counted_as_by_hand(hall: CountedHall) -> None:
    app = hall.app
    assert app.exhibit is not None
    layer = app.exhibit.layers[0].id
    first = app.exhibit.zone("qianhai")
    assert first is not None
    hall.after(0)
    hall.after(10)
    hall.visitor.touch_place("qianhai")
    hall.after(20)
    assert app.stage.sheet is not None
    app.stage.sheet.open_sources()
    hall.after(5)
    hall.go(STORY)
    hall.after(15)
    app.journey.speak("pt")
    hall.after(5)
    hall.go(STORY.at_page(2))
    hall.after(30)
    app.navigation.open_list()
    hall.after(4)
    app.navigation.open_search()
    app.navigation.search("xqzk")
    app.stage.finish()
    app.navigation.search("xqzkw")
    app.stage.finish()
    hall.after(6)
    app.navigation.go_home()
    hall.after(1)
    app.navigation.open_layer(layer)
    hall.after(12)
    app.navigation.show_year(str(app.exhibit.layers[0].years[0]))
    app.journey.set_comfort(replace(app.journey.comfort, text_size=2, low_reach=True))
    hall.after(8)
    app.journey.speak("en")
    app.journey.speak("pt")
    hall.go(STORY.at_page(3))
    hall.walk_off()

    qianhai = f"qianhai/{first.panels[0].id}"
    assert hall.counted("visit") == {"": Amount(1, 116 + 30)}
    assert hall.counted("place") == {
        qianhai: Amount(1, 25),
        "csns/super-steel": Amount(2, 50 + 30),
    }
    assert hall.counted("page") == {
        "csns/super-steel/1": Amount(1, 20),
        "csns/super-steel/2": Amount(1, 30),
        "csns/super-steel/3": Amount(1, 30),
    }
    assert hall.counted("left") == {
        "csns/super-steel/2": Amount(1, 0),
        "csns/super-steel/3": Amount(1, 0),
    }
    assert hall.counted("screen") == {
        "home": Amount(2, 10 + 1),
        "list": Amount(1, 4),
        "search": Amount(1, 6),
    }
    assert hall.counted("layer") == {layer: Amount(1, 20)}
    assert hall.counted("language") == {"en": Amount(1, 50), "pt": Amount(1, 66 + 30)}
    assert hall.counted("comfort") == {
        "text-size-2": Amount(1, 8 + 30),
        "within-reach": Amount(1, 8 + 30),
    }
    assert hall.counted("search_failed") == {"pt": Amount(1, 0)}
    assert hall.counted("code") == {qianhai: Amount(1, 0)}
    assert hall.counted("reset") == {"idle": Amount(1, 0)}
    assert {cell.hour for cell in hall.tally.counts} == {"2026-11-28T10"}
    assert not any("xqzk" in part for cell in hall.tally.counts for part in cell)
    assert app.journey.place == HOME


def test_whoever_goes_home_first_has_left(hall: CountedHall) -> None:
    hall.after(0)
    hall.go(STORY)
    hall.after(3)
    hall.app.navigation.go_home()
    hall.walk_off()

    assert hall.counted("reset") == {"left": Amount(1, 0)}
    assert hall.counted("left") == {"csns/super-steel/1": Amount(1, 0)}


def test_who_answers_the_question_goes_on_with_the_same_visit(hall: CountedHall) -> None:
    hall.after(0)
    hall.seconds += 91
    hall.app.idle.tick()
    hall.after(5)
    hall.app.occupancy.set_open(False)

    assert hall.counted("visit") == {"": Amount(1, 96)}
    assert hall.counted("reset") == {"closed": Amount(1, 0)}


def test_the_next_visit_begins_as_the_exhibit_does(hall: CountedHall) -> None:
    for _ in range(2):
        hall.after(0)
        hall.app.journey.speak("pt")
        hall.walk_off()

    assert {which: count for which, (count, _) in hall.counted("language").items()} == {
        "en": 2,
        "pt": 2,
    }


@pytest.mark.parametrize("occupant", [Occupant.TALK, Occupant.STAFF, Occupant.CLEANING])
def test_what_staff_do_is_not_counted(hall: CountedHall, occupant: Occupant) -> None:
    hall.after(0)
    hall.after(2)
    hall.app.occupancy.enter(occupant)
    before = dict(hall.tally.counts)
    hall.go(STORY)
    hall.app.journey.speak("pt")
    hall.after(50)
    hall.app.stage.code_shown.emit()
    hall.app.stage.search_failed.emit()

    assert hall.tally.counts == before
    assert hall.counted("reset") == {"staff": Amount(1, 0)}


def test_without_a_visitor_nothing_is_counted(hall: CountedHall) -> None:
    hall.go(STORY)
    hall.seconds += 1000
    hall.tally.flush()

    assert hall.tally.counts == {}
    assert not hall.file.exists()


def test_each_hour_has_its_own_seconds(hall: CountedHall) -> None:
    hall.seconds = 3600 - 5
    hall.after(0)
    hall.app.journey.go(Place(screen=SEARCH))
    hall.seconds += 4.5
    hall.tally.flush()
    wait_until(lambda: not hall.tally.is_writing)
    hall.after(2.5)
    hall.app.navigation.go_home()

    assert _of(read_counts(hall.file, START), "screen")["search"] == Amount(1, 4)
    (cell,) = (each for each in hall.tally.counts if each.which == "search")
    assert cell.hour == "2026-11-28T11"
    assert hall.tally.counts[cell].seconds in (2, 3)


def test_what_is_counted_is_written_by_the_full_hour_and_at_the_end(hall: CountedHall) -> None:
    hall.after(0)
    assert hall.tally.wait_ms == FLUSH_SECONDS * 1000
    hall.tally._wait.stop()
    hall.seconds = 3600 - 90
    hall.go(STORY)
    assert hall.tally.wait_ms == 90_000

    hall.counting.stop()

    assert _of(read_counts(hall.file, START), "place")["csns/super-steel"].times == 1


def test_while_the_disk_is_full_counts_wait_and_none_is_lost(
    hall: CountedHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    hall.after(0)
    with monkeypatch.context() as patched:
        patched.setattr(ledger_file, "write_counts", fail)
        hall.tally.flush()
        assert hall.tally.counts == {}
        hall.go(STORY)
        wait_until(lambda: not hall.tally.is_writing)
    assert hall.counted("visit")[""].times == hall.counted("page")["csns/super-steel/1"].times == 1
    assert hall.tally.wait_ms

    hall.tally.flush()
    wait_until(lambda: not hall.tally.is_writing)

    assert hall.tally.counts == {}
    assert _of(read_counts(hall.file, START), "visit")[""].times == 1
