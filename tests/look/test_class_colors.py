"""Classes of values are told apart by every eye, and letters are read on each of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.look.class_colors import border_on_class, class_colors, ink_on_class
from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.look.theme import Theme

COUNTS = (2, 3, 4, 5, 6, 7)
EYES = {
    "every colour": np.eye(3),
    # Machado, Oliveira and Fernandes 2009, severity 1.0, for linear light.
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                 [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
JUST_SEEN = 6.0
"""A difference in CIELAB, of areas side by side; 2.3 is the least that can be seen."""


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_look(shipped("assets"), request.param).theme


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("count", COUNTS)
def test_neighbouring_classes_are_told_apart(theme: Theme, count: int, eye: str) -> None:
    seen = [_lab(color, np.asarray(EYES[eye])) for color in class_colors(theme, count)]
    apart = [float(np.linalg.norm(high - low)) for low, high in pairwise(seen)]
    assert min(apart) >= JUST_SEEN


@pytest.mark.parametrize("count", COUNTS)
def test_lightness_alone_carries_the_order(theme: Theme, count: int) -> None:
    light = [_lab(color, np.eye(3))[0] for color in class_colors(theme, count)]
    assert light in (sorted(light), sorted(light, reverse=True))


@pytest.mark.parametrize("count", [1, *COUNTS])
def test_letters_are_read_and_borders_seen_on_every_class(theme: Theme, count: int) -> None:
    colors = class_colors(theme, count)
    assert len(colors) == count
    for color in colors:
        assert contrast(ink_on_class(color, theme), color) >= 4.5
        assert contrast(border_on_class(color, theme), color) >= 3.0


def _lab(color: QColor, eye: np.ndarray) -> np.ndarray:
    """CIELAB (D65) of what an eye sees of a colour."""
    coded = np.array([color.redF(), color.greenF(), color.blueF()])
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(eye @ linear, 0, 1)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    share = to_xyz @ seen / np.array([0.9505, 1.0, 1.089])
    root = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    x, y, z = root
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
