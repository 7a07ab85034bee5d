"""Notices on the map home: on their days alone, at rest, seen and heard in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.cover import cover_of, read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.screen.home.legend import Legend
from kiosk.screen.home.notice_lines import NoticeLines
from kiosk.screen.home.title_block import TitleBlock
from kiosk.settings.settings import Settings
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import Visitor, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.exhibit.sound_content import Content

EVE, AFTER = date(2026, 12, 24), date(2026, 12, 25)
NOTICES = """\
notices:
- text:
    en: The hall closes at 17:00 on 24 December.
    zh-Hant: 12月24日展廳於17:00關閉。
    zh-Hans: 12月24日展厅于17:00关闭。
    pt: A sala fecha às 17:00 no dia 24 de dezembro.
  from: 2026-12-18
  until: 2026-12-24
- text: {en: The lift rests., zh-Hant: 升降機停用。, zh-Hans: 电梯停用。, pt: O elevador parou.}
  until: 2027-01-03
"""


class Clock:
    """The machine's clock, which tests set."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def opened(qapp: object, content: Content) -> Iterator[Callable[[date], tuple[App, Clock]]]:
    exhibit = (content.folder / "exhibit.yaml").read_text(encoding="utf-8")
    content.write("exhibit.yaml", exhibit + NOTICES)
    apps: list[App] = []

    def begin(day: date) -> tuple[App, Clock]:
        clock = Clock(day)
        app = App(Settings(content=content.folder, still=True), clock=clock)
        apps.append(app)
        app.stage.resize(1920, 1080)
        app.stage.show()
        QApplication.processEvents()
        app.read_now()
        wait_for(app.ready)
        app.stage.finish()
        return app, clock

    yield begin
    for app in apps:
        close_exhibit(app)


def lines(app: App) -> NoticeLines:
    (found,) = (
        each for each in app.stage.findChildren(NoticeLines) if each.parentWidget() is app.stage
    )
    return found


def shown(app: App) -> list[str]:
    notices = lines(app)
    if not notices.isVisible():
        return []
    return [notices.accessibleName(), *filter(None, notices.accessibleDescription().split("\n"))]


def test_a_notice_is_there_on_its_days(opened: Callable[[date], tuple[App, Clock]]) -> None:
    app, clock = opened(EVE)
    hall, lift = "The hall closes at 17:00 on 24 December.", "The lift rests."
    assert shown(app) == [hall, lift]

    clock.day = AFTER
    app.days.check()
    app.stage.finish()
    assert shown(app) == [lift]

    clock.day = date(2027, 1, 4)
    app.days.check()
    app.stage.finish()
    assert shown(app) == []


def test_it_stands_on_the_map_home_alone(opened: Callable[[date], tuple[App, Clock]]) -> None:
    app, _ = opened(EVE)
    for place in (Place("qianhai"), Place(screen="list")):
        app.journey.go(place)
        app.stage.finish()
        assert not lines(app).isVisible() or place.screen == "list"

    app.journey.go(HOME)
    app.stage.finish()
    assert lines(app).isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 1024), (3840, 2160)])
def test_it_is_whole_in_every_language_and_size_of_text_and_meets_no_name(
    opened: Callable[[date], tuple[App, Clock]], size: tuple[int, int]
) -> None:
    app, _ = opened(EVE)
    app.stage.resize(*size)
    for language in ("en", "zh-Hant", "zh-Hans", "pt"):
        for text_size in (0, 3):
            comfort = app.journey.comfort
            app.journey.set_comfort(replace(comfort, language=language, text_size=text_size))
            app.stage.finish()
            area = lines(app).geometry()
            assert app.stage.rect().contains(area)
            for other in (*app.stage.findChildren(TitleBlock), *app.stage.findChildren(Legend)):
                assert not other.isVisible() or not area.intersects(other.geometry())


def test_nothing_is_opened_through_it(opened: Callable[[date], tuple[App, Clock]]) -> None:
    app, _ = opened(EVE)
    visitor, area = Visitor(app), lines(app).geometry()
    for x in range(area.left() + 4, area.right(), 24):
        visitor.take_a_moment()
        visitor.touch(QPoint(x, area.center().y()))

        assert app.journey.place == HOME


def test_who_listens_hears_it(opened: Callable[[date], tuple[App, Clock]]) -> None:
    app, _ = opened(EVE)
    texts, _ = app.stage.read()

    assert lines(app) in texts


def test_the_first_picture_has_the_notices_of_the_day(
    opened: Callable[[date], tuple[App, Clock]], content: Content
) -> None:
    app, _ = opened(EVE)
    exhibit = app.exhibit
    assert exhibit is not None

    for day in (EVE, AFTER):
        app.show_day(day)
        assert app.exhibit is not None
        assert read_cover(content.folder, day=day).notices == cover_of(app.exhibit).notices


def test_a_broken_notice_is_told_and_takes_nothing_with_it(content: Content) -> None:
    exhibit = (content.folder / "exhibit.yaml").read_text(encoding="utf-8")
    content.write("exhibit.yaml", exhibit + NOTICES.replace("until: 2027-01-03", "until: soon"))
    reading = read_exhibit(content.folder)

    assert [str(each) for each in reading.messages] == [
        "exhibit.yaml:16:10: 'soon' is not a date (write 2024, 2024-06 or 2024-06-16)"
    ]
    assert reading.exhibit is not None
    assert len(reading.exhibit.notices) == 1
