"""Contrast by WCAG 2.2: of the colours that are meant, and of the pixels that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import Place
from kiosk.languages.words import read_words
from kiosk.look.look import read_look
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.attract_scenes import attract_scenes
from kiosk.screen.attract.still_here import StillHere
from kiosk.screen.control.button import Button
from kiosk.screen.control.segments import SegmentBar
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.check.fitting import Covers
from tests.walk.checks import drawn_shape, touchable
from tests.walk.contrast import (
    TEXT,
    contrast,
    contrast_of,
    least_contrast,
    luminance_of,
    luminance_under,
    without_letters,
)
from tests.walk.walking import Setup, set_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kiosk.app import App
    from kiosk.look.look import Look
    from kiosk.workshop.check.drawn_text import DrawnText

    Pixels = NDArray[numpy.uint8]

_PART = 3.0
_SCENE_SECONDS = 8.0
_WORST_PERCENT = 10
"""A line on the map may meet a control: what counts is all but the worst tenth around it."""

# In the order of the themes.
_PAIRS = {
    ("text", "panel"): (14.5, 14.7, 21.0, 21.0, 6.8),
    ("text", "lift"): (7.6, 12.3, 14.1, 16.9, 5.2),
    ("text2", "panel"): (10.3, 10.4, 21.0, 21.0, 6.3),
    ("muted", "panel"): (7.2, 7.5, 15.9, 16.5, 5.7),
    ("accent_text", "panel"): (7.9, 7.2, 14.7, 10.6, 5.7),
    ("accent", "panel"): (7.3, 4.6, 14.7, 10.6, 4.7),
    ("on_accent", "accent"): (8.5, 4.7, 14.7, 10.6, 5.8),
    ("control_border", "panel"): (4.8, 6.0, 21.0, 21.0, 4.5),
    ("border", "land"): (3.7, 3.5, 9.0, 7.2, 3.7),
    ("coast", "land"): (4.1, 5.7, 16.5, 17.1, 4.1),
    ("pearl", "lift"): (7.1, 12.3, 9.9, 8.5, 5.3),
}

# Every shape, language, theme and kind of screen.
_SCREENS = (
    (Setup("full-hd", "en", "dark"), ""),
    (Setup("portrait", "pt", "light"), ""),
    (Setup("ultra-wide", "zh-Hant", "hc"), ""),
    (Setup("smallest", "zh-Hans", "dark"), ""),
    (Setup("ultra-hd", "zh-Hans", "hc"), "hong-kong/city"),
    (Setup("five-to-four", "en", "light"), "qianhai/six-in-ten"),
    (Setup("smallest", "zh-Hant", "hc"), "qianhai/growth"),
    (Setup("five-to-four", "zh-Hans", "dark"), "csns/super-steel/2"),
    (Setup("portrait", "en", "hc"), "qianhai/dream-campus"),
    (Setup("smallest", "en", "light"), "list"),
    (Setup("five-to-four", "pt", "light"), "home#patents"),
    (Setup("ultra-hd", "pt", "light"), "credits"),
    (Setup("portrait", "en", "hc-light"), ""),
    (Setup("full-hd", "zh-Hans", "low"), ""),
    (Setup("portrait", "pt", "low"), "home#patents"),
)
# With those before, every shape with every theme, and every language with every kind of screen.
_MORE_SCREENS = (
    (Setup("full-hd", "pt", "light"), "qianhai/teams"),
    (Setup("portrait", "zh-Hant", "dark"), "hetao/shenzhen-park"),
    (Setup("full-hd", "zh-Hant", "light"), "csns/super-steel/3"),
    (Setup("ultra-hd", "en", "dark"), "macao/city"),
    (Setup("full-hd", "en", "dark"), "home#population"),
    (Setup("portrait", "zh-Hans", "hc"), "home#density"),
    (Setup("portrait", "zh-Hans", "dark"), "list"),
    (Setup("five-to-four", "zh-Hant", "hc"), "credits"),
    (Setup("full-hd", "pt", "hc-light"), "home#density"),
    (Setup("five-to-four", "zh-Hant", "low"), "csns/super-steel/2"),
)
_PALE = (
    (Setup("ultra-wide", "pt", "dark"), "greater-bay-area/output"),
    (Setup("ultra-wide", "zh-Hans", "light"), "shenzhen/~places"),
)


@pytest.mark.parametrize(("pair", "ratios"), _PAIRS.items(), ids=[" on ".join(p) for p in _PAIRS])
def test_each_pair_of_colours_has_the_contrast_that_the_design_promises(
    pair: tuple[str, str], ratios: tuple[float, ...]
) -> None:
    measured = []
    for name in THEMES:
        theme = read_look(shipped("assets"), name).theme
        ratio = float(contrast(getattr(theme, pair[0]), luminance_of(getattr(theme, pair[1]))))
        measured.append(ratio)
    assert measured == pytest.approx(ratios, abs=0.06)
    assert min(measured) >= (TEXT if "text" in pair[0] or "muted" in pair[0] else _PART)


@pytest.mark.parametrize(
    ("setup", "place"),
    [
        *(
            pytest.param(*screen, id=f"{screen[0]}-{screen[1] or 'home'}", marks=marks)
            for screens, marks in (
                ((*_SCREENS, *_PALE), ()),
                (_MORE_SCREENS, pytest.mark.soak),
            )
            for screen in screens
        ),
    ],
)
def test_every_text_and_control_stands_out_from_the_pixels_around_it(
    exhibit: App,
    monkeypatch: pytest.MonkeyPatch,
    setup: Setup,
    place: str,
) -> None:
    look = set_up(exhibit, setup)
    exhibit.journey.go(Place.parse(place))
    exhibit.stage.finish()
    QApplication.processEvents()
    ground = without_letters(exhibit.stage)
    faint = _faint_texts(exhibit, drawn_texts(exhibit.stage), look, ground)
    assert [*faint, *_faint_controls(exhibit, look, ground)] == []


@pytest.mark.parametrize(
    "setup",
    [
        Setup("portrait", "pt", "light"),
        pytest.param(Setup("full-hd", "en", "dark"), marks=pytest.mark.soak),
        Setup("smallest", "zh-Hant", "hc"),
        Setup("smallest", "en", "low"),
    ],
    ids=str,
)
def test_the_question_and_every_scene_of_the_loop_stand_out(
    exhibit: App, monkeypatch: pytest.MonkeyPatch, setup: Setup
) -> None:
    look = set_up(exhibit, setup)
    stage = exhibit.stage
    stage.finish()
    stage.ask_still_here()
    stage.count_still_here(20)
    question = stage.findChildren(StillHere)
    ground = without_letters(exhibit.stage)
    faint = _faint_texts(exhibit, drawn_texts(stage, question), look, ground)
    now = 0.0

    def clock() -> float:
        return now

    loop = stage.findChildren(AttractLoop)[0]
    monkeypatch.setattr(loop, "_clock", clock)
    assert exhibit.exhibit is not None
    scenes = attract_scenes(exhibit.exhibit, read_words(shipped("assets") / "words"))
    stage.attract()
    for number in range(len(scenes)):
        now = _SCENE_SECONDS * (number + 0.5)
        loop.finish()
        ground = without_letters(exhibit.stage)
        faint += _faint_texts(exhibit, drawn_texts(stage, [loop]), look, ground)
    stage.wake()
    assert faint == []


def _faint_texts(exhibit: App, texts: list[DrawnText], look: Look, ground: Pixels) -> list[str]:
    """Texts that can be seen and stand out too little."""
    faint, covers = [], Covers(exhibit.stage)
    for text in texts:
        if text.widget.isEnabled() and not covers.hide(text.widget, text.ink):
            ratio = contrast_of(text, ground)
            if ratio < least_contrast(text, look):
                faint.append(f"{type(text.widget).__name__} {text.words[:30]!r}: {ratio:.1f}")
    return faint


def _faint_controls(exhibit: App, look: Look, ground: Pixels) -> list[str]:
    """Controls whose outline and fill are both too near to what lies around them."""
    stage = exhibit.stage
    faint, covers = [], Covers(stage)
    for control in touchable(stage):
        shape = drawn_shape(control, stage)
        hidden = covers.hide(control, shape) or not control.isEnabled()
        # A segment stands on its bar, not on what lies around.
        in_bar = isinstance(control.parentWidget(), SegmentBar)
        if hidden or in_bar or not isinstance(control, Button):
            continue
        colors = [color for color in control._colours(look)[:2] if color is not None]
        reach = look.px(4)
        level = QRectF(shape.left() + shape.height() / 2, shape.top() - reach - 1, 1, reach)
        level.setWidth(max(1.0, shape.width() - shape.height()))
        around = luminance_under(level, ground)
        if not colors or not around.size:
            continue
        best = numpy.maximum.reduce([contrast(color, around) for color in colors])
        ratio = float(numpy.percentile(best, _WORST_PERCENT))
        if ratio < _PART:
            faint.append(f"Button {control.accessibleName()!r}: {ratio:.1f}")
    return faint
