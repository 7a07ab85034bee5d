"""A picture that is open large is laid out well in every shape: controls, caption and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, Place
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.walk.checks import check_layout
from tests.walk.walking import Setup, set_up

if TYPE_CHECKING:
    from kiosk.app import App


@pytest.mark.parametrize(
    "setup",
    [
        Setup("full-hd", "pt", "light"),
        Setup("portrait", "en", "dark"),
        Setup("five-to-four", "pt", "hc"),
        Setup("smallest", "zh-Hant", "dark"),
        Setup("ultra-wide", "zh-Hans", "light"),
    ],
    ids=str,
)
def test_a_large_picture_is_laid_out_well(exhibit: App, setup: Setup) -> None:
    look = set_up(exhibit, setup)
    stage = exhibit.stage
    exhibit.journey.go(Place("csns", "super-steel", 2))
    stage.finish()
    layers = stage._layers
    assert layers is not None
    large = layers.panel.large
    large.open()
    stage.finish()
    try:
        assert check_layout(stage, drawn_texts(stage), look) == []
        large._frame.view.zoom(1.0)
        stage.finish()
        assert check_layout(stage, drawn_texts(stage), look) == []
    finally:
        exhibit.journey.go(HOME)
