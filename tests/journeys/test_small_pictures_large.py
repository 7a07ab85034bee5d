"""Pictures beside texts and pictures that are compared open large, as those of stories do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor

from kiosk.exhibit.place import Place
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.panel.picture_target import PictureTarget
from tests.assistive_tree import tree_of
from tests.exhibit.sound_content import sound_content
from tests.journeys.picture_panels import with_picture_panels
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.test_exploring import pinch
from tests.journeys.visitor import Visitor
from tests.look.picture_bytes import plain, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.app import App
    from kiosk.screen.picture.picture_view import PictureView

EVENTS, PEOPLE = Place("shenzhen", "quays"), Place("shenzhen", "pilots")
BANK = Place("shenzhen", "bank")
SOURCE = "  source: peoples-daily-2024-06-16\n"


def _text(words: str) -> str:
    return f"{{en: {words}, zh-Hant: {words}, zh-Hans: {words}, pt: {words}}}"


def _picture(key: str, name: str, shows: str) -> str:
    owner = "credit: Wong Mei, licence: CC BY 4.0"
    return f"    {key}: {{file: {name}, alternative: {_text(shows)}, {owner}}}\n"


PANELS = (
    f"- id: quays\n  kind: events\n  title: {_text('Quays')}\n{SOURCE}  events:\n"
    f"  - at: 2001\n    heading: {_text('First quay')}\n    text: {_text('It was built')}\n"
    + _picture("picture", "first.png", "A quay of stone")
    + f"  - at: 2002\n    heading: {_text('Second quay')}\n    text: {_text('It was built too')}\n"
    + _picture("picture", "second.png", "A quay of wood")
    + f"- id: pilots\n  kind: people\n  title: {_text('Pilots')}\n{SOURCE}  people:\n"
    f"  - name: Abel\n    role: {_text('Pilot')}\n    text: {_text('Steered ships')}\n"
    + _picture("portrait", "third.png", "Abel at the wheel")
    + f"  - name: Bruno\n    role: {_text('Pilot')}\n    text: {_text('Steered ships')}\n"
)


@pytest.fixture(scope="module")
def app(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    content = sound_content(tmp_path_factory.mktemp("small") / "content")
    with_picture_panels(content)
    content.change("zones/shenzhen.yaml", "inset:", f"{PANELS}inset:")
    colors = {"first": "red", "second": "lime", "third": "blue"}
    for name, color in colors.items():
        image = plain(QColor(color), *((900, 1200) if name == "third" else (1200, 900)))
        content.write(f"pictures/{name}.png", written(image, "png"))
    app = open_exhibit(content.folder)
    yield app
    app.stop()
    close_exhibit(app)


@pytest.fixture
def visitor(app: App) -> Visitor:
    begin_again(app)
    return Visitor(app)


def _go(visitor: Visitor, place: Place) -> None:
    visitor.app.journey.go(place)
    visitor.app.stage.finish()
    visitor.take_a_moment()


def _view(visitor: Visitor) -> PictureView:
    layers = visitor.app.stage._layers
    assert layers is not None
    return layers.panel.large._frame.view


def _middle(visitor: Visitor) -> QColor:
    stage = visitor.app.stage
    stage.finish()
    return stage.grab().toImage().pixelColor(stage.width() // 2, stage.height() // 2 - 60)


def _target(visitor: Visitor, shows: str) -> PictureTarget:
    control = visitor.control(f"Make large: {shows}")
    assert isinstance(control, PictureTarget)
    return control


@pytest.mark.parametrize(
    ("place", "shows", "words", "color"),
    [
        (EVENTS, "A quay of stone", "First quay", "red"),
        (EVENTS, "A quay of wood", "Second quay", "lime"),
        (PEOPLE, "Abel at the wheel", "Abel · Pilot", "blue"),
    ],
)
def test_a_touch_opens_it_with_its_words_and_its_owner(
    visitor: Visitor, place: Place, shows: str, words: str, color: str
) -> None:
    _go(visitor, place)
    target = _target(visitor, shows)
    assert min(target.width(), target.height()) >= visitor.app.stage._look.target - 1
    visitor.touch_control(f"Make large: {shows}")
    frame = visitor.sees("PictureFrame")
    assert frame.size() == visitor.app.stage.size()
    assert frame.accessibleName() == shows
    assert frame.accessibleDescription() == f"{words}\nWong Mei · CC BY 4.0"
    assert _middle(visitor) == QColor(color)

    before = _view(visitor).camera.scale
    pinch(visitor, (960, 400), 80, 200)
    assert _view(visitor).camera.scale > before
    visitor.touch_control("Close the picture")
    visitor.app.stage.finish()
    assert not visitor.shows("PictureFrame")
    assert visitor.place == place
    assert "Close the picture" not in visitor.names()
    assert "Make the picture large" not in visitor.names()


def test_all_of_a_portrait_is_seen_at_first(visitor: Visitor) -> None:
    _go(visitor, PEOPLE)
    visitor.touch_control("Make large: Abel at the wheel")
    visitor.app.stage.finish()
    view = _view(visitor)
    image = view.grab().toImage()
    edge, ground = image.pixelColor(20, view.height() // 2), visitor.app.stage._look.theme.ground
    assert edge == ground
    assert image.pixelColor(view.width() // 2, 2) == QColor("blue")
    assert image.pixelColor(view.width() // 2, view.height() - 3) == QColor("blue")


@pytest.mark.parametrize(
    ("place", "button"),
    [
        (Place("shenzhen", "hall"), "Make the picture large"),
        (BANK, "Make the picture large"),
        (EVENTS, "Make large: A quay of stone"),
        (PEOPLE, "Make large: Abel at the wheel"),
    ],
    ids=["gallery", "comparison", "events", "people"],
)
def test_nothing_of_what_is_opened_is_cut_away(visitor: Visitor, place: Place, button: str) -> None:
    """The pictures of a gallery filled the screen, and were cut where the page had shown more."""
    _go(visitor, place)
    visitor.touch_control(button)
    visitor.app.stage.finish()
    view = _view(visitor)
    whole = view._picture.whole
    assert whole is not None
    corner = view.camera.to_screen(0, 0)
    across = whole.shape.width() * view.camera.scale
    down = whole.shape.height() * view.camera.scale
    assert min(corner) >= -1
    assert across <= view.width() + 1
    assert down <= view.height() + 1
    assert max(across / view.width(), down / view.height()) == pytest.approx(1, abs=0.01)


def test_initials_open_nothing(visitor: Visitor) -> None:
    _go(visitor, PEOPLE)
    assert [each for each in visitor.names() if each.startswith("Make large")] == [
        "Make large: Abel at the wheel"
    ]


def test_keys_open_it_go_through_it_and_close_it_where_they_were(visitor: Visitor) -> None:
    _go(visitor, EVENTS)
    target = _target(visitor, "A quay of wood")
    target.setFocus(Qt.FocusReason.TabFocusReason)
    visitor.press(Qt.Key.Key_Return)
    visitor.app.stage.finish()
    focused = visitor.app.stage.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Close the picture"
    scale = _view(visitor).camera.scale
    visitor.press(Qt.Key.Key_Plus)
    visitor.app.stage.finish()
    assert _view(visitor).camera.scale > scale
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.shows("PictureFrame")
    assert visitor.place == EVENTS
    assert visitor.app.stage.focusWidget() is target


def test_another_language_and_other_text_leave_it_open(visitor: Visitor) -> None:
    _go(visitor, EVENTS)
    visitor.touch_control("Make large: A quay of stone")
    visitor.app.journey.speak("pt")
    visitor.take_a_moment()
    assert visitor.shows("PictureFrame")
    visitor.app.journey.set_comfort(replace(visitor.app.journey.comfort, text_size=3))
    visitor.take_a_moment()
    assert visitor.shows("PictureFrame")
    visitor.app.journey.go(PEOPLE)
    visitor.app.stage.finish()
    assert not visitor.shows("PictureFrame")


def test_assistive_technology_is_told_of_it(visitor: Visitor) -> None:
    _go(visitor, EVENTS)
    tree = tree_of(visitor.app.stage)
    graphics = [each.name for each in tree if each.role == QAccessible.Role.Graphic]
    assert {"A quay of stone", "A quay of wood"} <= set(graphics)
    tree.find(QAccessible.Role.Button, "Make large: A quay of wood")
    visitor.touch_control("Make large: A quay of wood")
    dialog = tree_of(visitor.app.stage).find(QAccessible.Role.Dialog, "A quay of wood")
    assert "Second quay" in [each.name for each in dialog]


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 1024)])
def test_no_target_covers_a_text_of_another_row(visitor: Visitor, size: QSize) -> None:
    stage = visitor.app.stage
    before = stage.size()
    try:
        stage.resize(size)
        _go(visitor, EVENTS)
        first, second = (_target(visitor, each) for each in ("A quay of stone", "A quay of wood"))
        areas = [each.shape.translated(QPoint(each.pos())) for each in (first, second)]
        assert not areas[0].intersects(areas[1])
    finally:
        stage.resize(before)


@pytest.mark.parametrize("language", ["en", "pt"])
def test_what_is_said_of_it_lies_under_no_button(visitor: Visitor, language: str) -> None:
    app = visitor.app
    before = app.stage.size()
    try:
        app.stage.resize(QSize(1080, 1920))
        app.journey.speak(language)
        app.journey.set_comfort(replace(app.journey.comfort, text_size=3))
        _go(visitor, EVENTS)
        layers = app.stage._layers
        assert layers is not None
        assert layers.panel._leader.isVisible()
        _view(visitor)
        visitor.controls()
        target = next(each for each in visitor.controls() if isinstance(each, PictureTarget))
        target.click()
        app.stage.finish()
        large = layers.panel.large
        button = large.button.shape.translated(large.button.pos())
        texts = texts_taken_from(large._frame)
        assert texts
        for taken in texts:
            ink = QRectF(taken.at, QSizeF(taken.setting.ink, taken.setting.size.height()))
            assert not ink.intersects(button)
        assert not layers.panel._leader.isVisible(), "no line crosses the picture"
        visitor.press(Qt.Key.Key_Escape)
        app.stage.finish()
        assert layers.panel._leader.isVisible()
    finally:
        app.stage.resize(before)
