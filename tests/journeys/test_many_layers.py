"""An exhibit of very many data layers: the choice has pages, and each layer is reached."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from kiosk.exhibit.place import HOME
from kiosk.shipped import shipped
from tests.journeys.standing import begin_again, close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYERS = "What should the map show?"
MORE = 40
ON, BACK = "Next page", "Previous page"


@pytest.fixture(scope="module")
def visitor(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """At an exhibit with 48 data layers."""
    folder = tmp_path_factory.mktemp("many") / "content"
    shutil.copytree(shipped("content"), folder)
    one = (folder / "layers/output.yaml").read_text(encoding="utf-8")
    for number in range(MORE):
        text = one.replace("id: output", f"id: more-{number}", 1)
        text = text.replace("in dollars", f"of list {number}", 1)
        (folder / f"layers/more-{number}.yaml").write_text(text, encoding="utf-8")
    app = open_exhibit(folder)
    yield Visitor(app)
    close_exhibit(app)


def open_menu(visitor: Visitor, width: int, height: int) -> None:
    if visitor.shows("LayerMenu"):
        visitor.touch_control(LAYERS)
        visitor.take_a_moment()
    begin_again(visitor.app)
    visitor.app.stage.resize(width, height)
    visitor.app.journey.go(HOME)
    visitor.app.stage.finish()
    visitor.take_a_moment()
    visitor.touch_control(LAYERS)
    visitor.take_a_moment()
    picture = os.environ.get("PICTURE_OF_MENU")
    if picture:
        visitor.app.stage.finish()
        visitor.app.stage.grab().save(str(Path(picture) / f"menu-{width}.png"))


def titles(visitor: Visitor) -> list[str]:
    exhibit = visitor.app.exhibit
    assert exhibit is not None
    return [layer.title.words_in("en") for layer in exhibit.layers]


def shown(visitor: Visitor) -> list[str]:
    menu = visitor.sees("LayerMenu")
    return [
        each.accessibleName()
        for each in visitor.controls()
        if menu.isAncestorOf(each) and each.accessibleName() in titles(visitor)
    ]


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (1280, 720)])
def test_every_layer_is_on_a_page_of_the_choice(width: int, height: int, visitor: Visitor) -> None:
    open_menu(visitor, width, height)
    menu = visitor.sees("LayerMenu")
    seen = [shown(visitor)]
    place = menu.geometry()
    while visitor.control(ON, within="Pager").isEnabled():
        visitor.touch_control(ON, within="Pager")
        visitor.take_a_moment()
        seen.append(shown(visitor))
        assert menu.geometry() == place, "the buttons that turn pages stay where they are"

    assert len(seen) > 2
    assert [title for page in seen for title in page] == titles(visitor)
    assert menu.y() >= height / 2 - 1
    assert visitor.app.stage.rect().contains(place)
    zooms = [each for each in visitor.controls() if getattr(each, "key", "").startswith("zoom_")]
    assert not any(each.geometry().intersects(place) for each in zooms), "a button is cut"

    visitor.touch_control(seen[-1][-1], within="LayerMenu")
    assert visitor.place.layer
    visitor.take_a_moment()
    visitor.touch_control(LAYERS)
    visitor.take_a_moment()
    assert shown(visitor) == seen[-1], "it opens at the page of what is shown"
    visitor.touch_control(BACK, within="Pager")
    assert shown(visitor) == seen[-2]


def test_every_page_is_reached_by_keyboard(visitor: Visitor) -> None:
    open_menu(visitor, 1920, 1080)
    last = titles(visitor)[-1]
    pages = 0
    visitor.tab_to(ON)
    while last not in shown(visitor):
        visitor.press(Qt.Key.Key_Space)
        pages += 1
        assert pages < 20
    focused = visitor.focused
    assert focused is not None
    assert focused.accessibleName() == BACK, "the last page leads only back"

    visitor.tab_to(last)
    visitor.press(Qt.Key.Key_Space)

    exhibit = visitor.app.exhibit
    assert exhibit is not None
    assert visitor.place.layer == exhibit.layers[-1].id
