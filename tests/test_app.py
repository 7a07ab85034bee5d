"""The wiring: what is read when, what lives how long, and what is left when it is closed."""

from __future__ import annotations

import gc
import logging
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimer, QVariantAnimation
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import HOME, Place
from kiosk.garbage import collect_all
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content

ROUNDS = 60

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def app(qapp: object) -> Iterator[App]:
    """The real content without motion, in a small window, which takes less time to draw."""
    app = open_exhibit(shipped("content"), size=(960, 540))
    yield app
    close_exhibit(app)


def test_the_map_and_its_names_stand_before_the_exhibit_has_been_read(content: Content) -> None:
    app = App(Settings(content=content.folder, still=True))
    app.stage.resize(960, 540)
    app.stage.show()
    QApplication.processEvents()

    assert app.exhibit is None
    assert app.stage.sheet is None
    assert app.stage.map_view.target_point("qianhai") is not None
    close_exhibit(app)


def test_a_zone_opened_before_it_has_been_read_opens_as_soon_as_it_is(content: Content) -> None:
    app = App(Settings(content=content.folder, still=True))
    app.stage.resize(960, 540)
    app.stage.show()
    QApplication.processEvents()
    app.journey.go(Place("qianhai"))
    assert app.stage.sheet is None

    app.read_now()

    assert app.journey.place == Place("qianhai")
    assert app.stage.sheet is not None
    assert app.stage.sheet.isVisible()
    close_exhibit(app)


def test_reading_on_happens_off_the_gui_thread_and_ends_ready(content: Content) -> None:
    app = App(Settings(content=content.folder, still=True))
    app.stage.resize(960, 540)
    app.stage.show()
    app.start()
    wait_for(app.ready)

    assert app.exhibit is not None
    assert [zone.id for zone in app.exhibit.zones] == ["qianhai", "shenzhen"]
    app.idle.deleteLater()
    close_exhibit(app)


def test_the_language_of_the_settings_is_spoken_first(content: Content) -> None:
    app = App(Settings(content=content.folder, still=True, language="zh-Hans"))

    assert app.journey.comfort.language == "zh-Hans"
    close_exhibit(app)


def test_without_a_setting_the_exhibits_first_language_is_spoken(content: Content) -> None:
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[pt, en]")
    app = App(Settings(content=content.folder, still=True))

    assert app.journey.comfort.language == "pt"
    close_exhibit(app)


def test_problems_are_logged_with_file_and_line(
    content: Content, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    content.change("zones/qianhai.yaml", "value: 1195", "value: many")
    app = App(Settings(content=content.folder, still=True))
    app.read_now()
    wait_for(app.ready)

    assert any("qianhai.yaml:15:" in record.getMessage() for record in caplog.records)
    close_exhibit(app)


def test_closing_the_window_leaves_the_exhibit(content: Content) -> None:
    app = App(Settings(content=content.folder, still=True))
    app.stage.resize(960, 540)
    app.stage.show()
    left = QSignalSpy(app.left)
    app.stage.close()

    assert left.count() == 1
    close_exhibit(app)


def test_an_unknown_zone_or_panel_is_shown_as_the_nearest_thing(app: App) -> None:
    app.journey.go(Place("atlantis"))
    assert app.stage.sheet is not None
    assert not app.stage.sheet.isVisible()

    app.journey.go(Place("qianhai", "no-such-panel", 99))
    assert app.stage.sheet.isVisible()
    app.journey.go(Place("csns", "super-steel", 99))
    assert app.stage.sheet.opened[1] == 6
    app.journey.go(HOME)


def test_any_size_of_window_can_be_shown(app: App) -> None:
    for width, height in ((320, 200), (200, 320), (1080, 1920), (2560, 540), (960, 540)):
        app.stage.resize(width, height)
        QApplication.processEvents()
        for place in (Place("qianhai"), Place("csns", "super-steel"), HOME):
            app.journey.go(place)
        assert app.stage.grab().size().toTuple() == (width, height)


@pytest.mark.parametrize(
    "rounds", [ROUNDS // 10, pytest.param(ROUNDS, marks=pytest.mark.soak)], ids=str
)
def test_opening_and_closing_every_zone_makes_no_more_widgets(app: App, rounds: int) -> None:
    _round(app)
    before = _widgets(app)
    for _ in range(rounds):
        _round(app)

    assert _widgets(app) == before


class Circle:
    """Refers to itself, so that only Python's cycle collector lets go of it."""

    def __init__(self) -> None:
        self.itself = self


def test_at_home_nothing_is_kept_of_what_places_were_made_of(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Most tests collect at one homecoming in several.
    monkeypatch.setattr("kiosk.app.collect_all", collect_all)
    app.journey.go(Place("qianhai"))
    wait_until(lambda: app.stage.map_view.at_rest)
    gone = weakref.ref(Circle())
    assert gone() is not None

    app.journey.go(HOME)

    wait_until(lambda: app.stage.map_view.at_rest and gone() is None)


def test_nothing_runs_while_a_still_exhibit_rests(app: App) -> None:
    for place in (Place("qianhai"), Place("qianhai", "growth"), Place("csns", "super-steel"), HOME):
        app.journey.go(place)
        app.stage.finish()
        wait_until(lambda: _running(app) == [])
        QTest.qWait(100)
        assert _running(app) == []


def test_at_home_nothing_runs_in_a_moving_exhibit_either(content: Content) -> None:
    app = open_exhibit(content.folder, size=(960, 540), still=False)
    app.journey.go(Place("qianhai"))
    app.journey.go(HOME)
    wait_until(lambda: _running(app) == [])
    close_exhibit(app)


def test_a_closed_exhibit_is_gone(content: Content) -> None:
    app = open_exhibit(content.folder, size=(960, 540))
    for place in (Place("qianhai"), Place("qianhai", "growth"), Place("shenzhen"), HOME):
        app.journey.go(place)
    gone = [
        weakref.ref(each)
        for each in (app, app.stage, app.journey, app.stage.map_view, app.stage.sheet, app.idle)
    ]
    close_exhibit(app)
    del app
    # What it froze for its own life is thawed for several at once.
    gc.unfreeze()
    gc.collect()

    assert [each() for each in gone if each() is not None] == []


def _round(app: App) -> None:
    assert app.exhibit is not None
    for zone in app.exhibit.zones:
        app.journey.go(Place(zone.id))
        app.journey.go(HOME)
    QApplication.processEvents()


def _widgets(app: App) -> int:
    return sum(1 for each in QApplication.allWidgets() if each.window() is app.stage)


def _running(app: App) -> list[str]:
    running = QAbstractAnimation.State.Running
    animations = app.stage.findChildren(QVariantAnimation)
    timers = [*app.stage.findChildren(QTimer), *app.findChildren(QTimer)]
    return [
        *(type(each.parent()).__name__ for each in animations if each.state() == running),
        *(type(each.parent()).__name__ for each in timers if each.isActive()),
    ]
