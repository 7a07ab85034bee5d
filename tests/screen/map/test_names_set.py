"""What is kept of names that have been set is what would be set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from kiosk.exhibit.model.map_meanings import AS_DRAWN
from kiosk.exhibit.reading.cover import read_cover
from kiosk.geography.camera import Camera
from kiosk.look.look import read_look
from kiosk.screen.map.map_file import first_map
from kiosk.screen.map.map_marking import View
from kiosk.shipped import shipped
from tests.names_set import NamesSet


@pytest.mark.usefixtures("qapp")
def test_the_same_view_is_set_once_and_another_one_anew() -> None:
    names, cover = NamesSet(), read_cover(shipped("content"))
    world = first_map(cover.map_file, AS_DRAWN).world(cover.landmarks)
    look = read_look(shipped("assets"))
    box = world.view_box
    area = QRectF(0, 0, 1280, 720)
    view = View(Camera(box.center().x(), box.center().y(), 720 / box.height()), area, (), "en")

    first = names.letter(world, look, view)
    assert first.names
    assert names.letter(world, read_look(shipped("assets")), replace(view)) is first
    for other in (replace(view, language="pt"), replace(view, is_explored=True)):
        assert names.letter(world, look, other) is not first
    for theme in (look.themed("light"), replace(look, text_scale=1.2)):
        assert names.letter(world, theme, view) is not first
    assert names.letter(replace(world), look, view) is not first
