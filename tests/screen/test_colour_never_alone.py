"""What a colour tells is told to eyes that lack a cone, and in grey: over pixels and pairs."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.look import Look, read_look
from kiosk.screen.chart.bar_values import quiet
from kiosk.screen.chart.point_symbols import DASHES, shape
from kiosk.screen.control.button import Button
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.control.segments import Segment, SegmentBar
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.map.map_shades import hatch_brush
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from tests.look.eyes import EYES, GREY, apart_for, contrast_for

PART = 3.0
"""The contrast of what is no text (WCAG 2.2, 1.4.11)."""
SEEN_APART = 15.0
"""A difference in CIELAB of things that don't touch each other."""


@pytest.fixture(scope="module", params=THEMES)
def look(request: pytest.FixtureRequest, qapp: object) -> Look:
    return read_look(shipped("assets"), request.param).sized(QSizeF(1920, 1080)).still()


def pixels_of(widget: QWidget, ground: QColor) -> QImage:
    """A widget on a ground of one colour."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(ground)
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def colors_in(image: QImage) -> Counter[str]:
    """How often each colour is in an image."""
    spots = product(range(image.width()), range(image.height()))
    return Counter(image.pixelColor(x, y).name() for x, y in spots)


@pytest.mark.parametrize("eye", EYES)
def test_every_series_of_a_chart_is_seen_on_its_panel(look: Look, eye: str) -> None:
    theme = look.theme
    for color in theme.series:
        assert contrast_for(eye, color, theme.panel) >= PART
        assert contrast_for(eye, quiet(color, theme), theme.panel) >= PART * 0.9


@pytest.mark.parametrize("eye", [eye for eye in EYES if eye != GREY])
def test_two_series_are_told_apart_by_colour(look: Look, eye: str) -> None:
    for one, other in combinations(look.theme.series, 2):
        assert apart_for(eye, one, other) >= SEEN_APART


def test_in_grey_two_series_are_told_apart_by_dash_and_shape(look: Look) -> None:
    drawn = []
    for index in range(len(look.theme.series)):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(look.theme.panel)
        painter = QPainter(image)
        painter.fillPath(shape(index, QPointF(20, 20), 14), look.theme.series[0])
        painter.end()
        drawn.append(image)
    for one, other in combinations(drawn, 2):
        unlike = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(40) for y in range(40))
        assert unlike > 80
    assert len(set(DASHES)) == len(look.theme.series)


@pytest.mark.parametrize("eye", EYES)
def test_the_chosen_segment_is_filled_where_the_others_are_not(
    parent: QWidget, look: Look, eye: str
) -> None:
    bar = SegmentBar(parent)
    segments = [Segment(key, key, "en") for key in ("facts", "charts", "stories")]
    bar.show_segments(look, segments, current="charts")
    bar.show()
    fills = {}
    for button in bar.findChildren(Button):
        image = pixels_of(button, look.theme.control)
        fills[button.key] = QColor(colors_in(image).most_common(1)[0][0])
    assert fills["facts"] == fills["stories"]
    assert contrast_for(eye, fills["charts"], fills["facts"]) >= PART


@pytest.mark.parametrize("eye", EYES)
def test_a_button_is_seen_by_its_outline(parent: QWidget, look: Look, eye: str) -> None:
    button = Button(parent, key="on", icon="arrow-right")
    button.show_words(look, "Next", language="en")
    button.show()
    for ground in (look.theme.panel, look.theme.panel2, look.theme.ground):
        image = pixels_of(button, ground)
        rim = (image.pixelColor(x, image.height() // 2) for x in range(image.width() // 6))
        assert max(contrast_for(eye, color, ground) for color in rim) >= PART


@pytest.mark.parametrize("eye", EYES)
def test_the_focus_ring_is_seen_on_whatever_it_lies(look: Look, eye: str) -> None:
    theme = look.theme
    grounds = [theme.ground, theme.panel, theme.panel2, theme.land, theme.lift, theme.dim]
    grounds += [theme.pearl, theme.accent, *theme.sequential, *(color for _, color in theme.water)]
    for ground in grounds:
        image = QImage(120, 80, QImage.Format.Format_RGB32)
        image.fill(ground)
        painter = QPainter(image)
        draw_focus_ring(painter, look, QRectF(20, 20, 80, 40), 20)
        painter.end()
        across = [image.pixelColor(60, y) for y in range(25)]
        assert max(contrast_for(eye, color, ground) for color in across) >= PART, ground.name()
        inked = [color for color in across if color in (theme.pearl, theme.pearl_ink)]
        assert contrast_for(eye, theme.pearl, theme.pearl_ink) >= PART
        assert len(inked) >= 4, "a ring and its casing"


@pytest.mark.parametrize("eye", EYES)
def test_the_borders_of_the_map_are_seen(look: Look, eye: str) -> None:
    theme = look.theme
    for line, ground in (
        (theme.border, theme.land),
        (theme.coast, theme.land),
        (theme.coast, theme.sea0),
        (theme.pearl, theme.lift),
        (theme.pearl, theme.dim),
        (theme.accent, theme.lift),
    ):
        assert contrast_for(eye, line, ground) >= PART, (line.name(), ground.name())


@pytest.mark.parametrize("eye", EYES)
def test_a_dimmed_marker_is_seen_too(look: Look, eye: str) -> None:
    for glyph in ("dot", "pearl", "diamond"):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(look.theme.dim)
        painter = QPainter(image)
        draw_marker(painter, look, glyph, QPointF(30, 30), MarkerState.DIMMED)
        painter.end()
        across = [image.pixelColor(x, 30) for x in range(30)]
        assert max(contrast_for(eye, color, look.theme.dim) for color in across) >= PART, glyph


@pytest.mark.parametrize("eye", EYES)
def test_land_without_data_is_hatched(look: Look, eye: str) -> None:
    image = QImage(90, 90, QImage.Format.Format_RGB32)
    image.fill(look.theme.land)
    painter = QPainter(image)
    painter.fillRect(image.rect(), hatch_brush(look, 1.0))
    painter.end()
    counted = colors_in(image)
    ruled = sum(
        number
        for name, number in counted.items()
        if contrast_for(eye, QColor(name), look.theme.land) >= 1.5
    )
    assert 0.1 < ruled / counted.total() < 0.6
