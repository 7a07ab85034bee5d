"""Panels of people, quotes and events: nothing is lost, whatever the room, and all is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, QSizeF

from kiosk.exhibit.place import Place
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.arrangement import arrange
from kiosk.screen.assistive.reading_texts import letters_of, read_texts
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.screen.panel.panel_turns import TABS
from kiosk.screen.panel.told_picture import ToldPicture
from kiosk.screen.panel.told_view import ToldView
from tests.exhibit.sound_content import Content, sound_content
from tests.exhibit.told_panels import SHENZHEN, many_people, with_told_panels
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App

PANELS = ("who", "said", "history")
SIZE = (1920, 1080)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    content = sound_content(tmp_path_factory.mktemp("told") / "content")
    with_told_panels(content)
    return content


@pytest.fixture(scope="module")
def standing(qapp: object, content: Content) -> Iterator[App]:
    app = open_exhibit(content.folder, size=SIZE)
    yield app
    close_exhibit(app)


@pytest.fixture
def app(standing: App) -> App:
    """The one exhibit of all these tests, at the map home again."""
    standing.stage.resize(*SIZE)
    begin_again(standing)
    return standing


@pytest.fixture
def as_before(app: App, content: Content) -> Iterator[None]:
    """For a test that changes Shenzhen's file."""
    text = (content.folder / SHENZHEN).read_bytes()
    yield
    content.write(SHENZHEN, text)
    app.read_now()


def view(app: App) -> ToldView:
    assert app.stage.sheet is not None
    (found,) = (each for each in app.stage.sheet.findChildren(ToldView) if each.isVisible())
    return found


def written(app: App, panel_id: str, language: str) -> list[str]:
    """Everything that a panel says, in pieces that no layout has to divide further."""
    assert app.exhibit is not None
    zone = app.exhibit.zone("shenzhen")
    panel = zone.panel(panel_id) if zone else None
    assert panel is not None
    if panel.kind == "people":
        parts = [panel.title]
        for person in panel.people:
            parts += [person.name, person.role, person.text]
    elif panel.kind == "quote":
        assert panel.role is not None
        parts = [panel.words, panel.name, panel.role]
    else:
        assert panel.kind == "events"
        parts = [panel.title]
        for event in panel.events:
            parts += [event.heading, event.text]
    return [part.words_in(language) for part in parts]


def drawn(app: App) -> str:
    """What is drawn on all pages, in one string of letters."""
    place, letters = app.journey.place, ""
    for page in range(1, app.stage.pages + 1):
        app.journey.go(place.at_page(page))
        letters += "".join(letters_of(each.setting.text) for each in texts_taken_from(view(app)))
    return letters


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize(
    ("size", "text_size", "low_reach"),
    [
        ((1920, 1080), 0, False),
        ((1080, 1920), 0, False),
        ((1920, 1080), 3, False),
        ((1920, 1080), 3, True),
        ((1080, 1920), 3, True),
        ((640, 512), 0, False),
    ],
    ids=["lying", "standing", "largest", "largest in reach", "both standing", "small"],
)
def test_everything_stands_on_some_page(
    app: App, panel: str, language: str, size: tuple[int, int], text_size: int, low_reach: bool
) -> None:
    app.stage.resize(*size)
    comfort = app.journey.comfort
    app.journey.set_comfort(
        replace(comfort, language=language, text_size=text_size, low_reach=low_reach)
    )
    app.journey.go(Place("shenzhen", panel))
    app.stage.finish()
    found = drawn(app)

    for words in written(app, panel, language):
        assert letters_of(words) in found
    for page in range(1, app.stage.pages + 1):
        app.journey.go(Place("shenzhen", panel, page))
        app.stage.finish()
        told = view(app)
        for text in texts_taken_from(told):
            bottom = text.setting.rect(text.at.x(), text.at.y()).bottom()
            assert bottom <= told.height() + app.stage.state.look.px(12)
        for picture in pictures(app):
            assert told.rect().contains(picture.geometry().center())
            assert beside(panel, language) in letters_on(told)


def letters_on(told: ToldView) -> str:
    return "".join(letters_of(each.setting.text) for each in texts_taken_from(told))


def beside(panel: str, language: str) -> str:
    """Some letters of what the one picture of a panel belongs to."""
    if panel != "history":
        return ""
    opens = {"en": "It opens", "zh-Hant": "啟用", "zh-Hans": "启用", "pt": "Abre"}
    return letters_of(opens[language])


def pictures(app: App) -> list[ToldPicture]:
    return [each for each in view(app).findChildren(ToldPicture) if each.isVisible()]


def test_what_somebody_said_ends_with_a_mark_and_is_large_for_who_asks_for_large_text(
    app: App,
) -> None:
    app.journey.set_comfort(replace(app.journey.comfort, text_size=3))
    app.journey.go(Place("shenzhen", "said"))
    app.stage.finish()
    look = app.stage.state.comfortable_look
    (words,) = [
        each for each in texts_taken_from(view(app)) if each.setting.text == "We began with five."
    ]
    image = view(app).grab().toImage()
    line = words.setting.rect(words.at.x(), words.at.y())
    behind = range(round(line.right()), image.width())
    marked = [
        (x, y)
        for x in behind
        for y in range(round(line.top()), round(line.bottom()))
        if image.pixelColor(x, y) == look.theme.series[2]
    ]

    assert words.setting.role == "title"
    assert marked
    assert app.stage.pages == 1


def test_a_portrait_is_told_and_initials_are_not(app: App) -> None:
    app.journey.go(Place("shenzhen", "who"))
    app.stage.finish()

    assert [each.accessibleName() for each in pictures(app)] == ["A man beside a lens", ""]
    said = [text.words for each in pictures(app) for text in read_texts(each)]
    assert said == []


@pytest.mark.parametrize(
    ("panel", "told"),
    [
        (
            "who",
            [
                "Who began",
                "Chen Fu-Rong",
                "engineer",
                "He built a lens. It is small.",
                "Zhou Yunxian",
                "founder",
                "She sells it.",
            ],
        ),
        ("said", ["We began with five.", "Chen Fu-Rong", "engineer", "April 2024"]),
        (
            "history",
            [
                "How it grew",
                "7 December 2014",
                "It opens",
                "Teams move in.",
                "2021",
                "It grows",
                "More come.",
            ],
        ),
    ],
)
def test_a_reader_hears_it_in_its_order(app: App, panel: str, told: list[str]) -> None:
    app.journey.go(Place("shenzhen", panel))
    app.stage.finish()

    assert [text.words for text in read_texts(view(app))] == told


def test_a_portrait_fills_a_disc_and_the_panel_shows_around_it(app: App) -> None:
    app.journey.go(Place("shenzhen", "who"))
    app.stage.finish()
    portrait = pictures(app)[0]
    corner = portrait.mapTo(app.stage, QPoint(1, 1))
    image = app.stage.grab().toImage()
    ground = app.stage.state.look.theme.panel

    assert image.pixelColor(corner) == ground
    assert image.pixelColor(corner + portrait.rect().center()) != ground


@pytest.mark.usefixtures("as_before")
def test_what_goes_on_to_another_page_is_on_the_same_line(app: App, content: Content) -> None:
    content.change(SHENZHEN, "  events:\n", "  events:\n" + "".join(_event(n) for n in range(9)))
    app.read_now()
    app.journey.go(Place("shenzhen", "history"))
    app.stage.finish()
    assert app.stage.pages > 1
    line = app.stage.state.look.theme.series[2]

    def foot_has_line() -> bool:
        app.stage.finish()
        image = view(app).grab().toImage()
        return any(image.pixelColor(QPoint(x, image.height() - 3)) == line for x in range(80))

    assert foot_has_line()
    app.journey.go(Place("shenzhen", "history", app.stage.pages))
    assert not foot_has_line()


def _event(number: int) -> str:
    return (
        f"  - at: {1990 + number}\n"
        "    heading: {en: More, zh-Hant: 更多, zh-Hans: 更多, pt: Mais}\n"
        "    text: {en: Some came and stayed., zh-Hant: 有人。, zh-Hans: 有人。, pt: Alguns.}\n"
    )


@pytest.mark.usefixtures("as_before")
def test_twelve_people_stand_on_pages_and_none_twice(app: App, content: Content) -> None:
    head, _, rest = (content.folder / SHENZHEN).read_text(encoding="utf-8").partition("- id: who")
    content.write(SHENZHEN, f"{head}{many_people(12)}- id: said{rest.partition('- id: said')[2]}")
    app.read_now()
    app.journey.go(Place("shenzhen", "who"))
    app.stage.finish()
    found = drawn(app)

    assert 3 <= app.stage.pages <= 6
    for number in range(12):
        assert found.count(letters_of(f"Person {chr(ord('A') + number)} engineer")) == 1


def test_all_tabs_fit_in_the_largest_text_of_the_longest_language(app: App) -> None:
    look = app.stage.state.look.sized(QSizeF(1920, 1080)).text_sized(3).sized(QSizeF(1920, 1080))
    room = arrange(look, QSize(1920, 1080)).panel.width() - 2 * look.px(64)
    bar = SegmentBar(app.stage)
    words = app.stage.state.words
    segments = [Segment(tab, words.say(key, "pt"), "pt") for tab, key in TABS.items()]
    bar.show_segments(look, segments, current="facts", width=room)

    assert bar.drawn_width <= room + 1
    bar.deleteLater()


def test_fingers_find_people_what_they_said_and_the_events(app: App) -> None:
    visitor = Visitor(app)
    app.journey.go(Place("shenzhen", "who"))
    app.stage.finish()
    visitor.take_a_moment()

    visitor.touch_control("Next page")
    assert app.journey.place == Place("shenzhen", "said")
    visitor.take_a_moment()
    visitor.touch_control("Events")
    assert app.journey.place == Place("shenzhen", "history")
    visitor.take_a_moment()
    visitor.touch_control("People")
    assert app.journey.place == Place("shenzhen", "who")
