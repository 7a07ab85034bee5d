"""Classes of values are told apart by every eye, and letters are read on each of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kiosk.look.class_colors import border_on_class, class_colors, ink_on_class
from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from tests.look.eyes import EYES, GREY, apart_for, lab_for

if TYPE_CHECKING:
    from kiosk.look.theme import Theme

COUNTS = (2, 3, 4, 5, 6, 7)
JUST_SEEN = 6.0
"""A difference in CIELAB, of areas side by side; 2.3 is the least that can be seen."""
SEEN_IN_GREY = 3.0
"""The same where lightness is all; numbers on the land tell seven greys as well."""


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_look(shipped("assets"), request.param).theme


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("count", COUNTS)
def test_neighbouring_classes_are_told_apart(theme: Theme, count: int, eye: str) -> None:
    colors = class_colors(theme, count)
    apart = [apart_for(eye, low, high) for low, high in pairwise(colors)]
    assert min(apart) >= (SEEN_IN_GREY if eye == GREY else JUST_SEEN)


@pytest.mark.parametrize("count", COUNTS)
def test_lightness_alone_carries_the_order(theme: Theme, count: int) -> None:
    light = [lab_for(GREY, color)[0] for color in class_colors(theme, count)]
    assert light in (sorted(light), sorted(light, reverse=True))


@pytest.mark.parametrize("count", [1, *COUNTS])
def test_letters_are_read_and_borders_seen_on_every_class(theme: Theme, count: int) -> None:
    colors = class_colors(theme, count)
    assert len(colors) == count
    for color in colors:
        assert contrast(ink_on_class(color, theme), color) >= 4.5
        assert contrast(border_on_class(color, theme), color) >= 3.0
