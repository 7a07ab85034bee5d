"""Text sizes: what grows by how much, and how high capitals really are on a screen."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.look.look import Look, read_look
from kiosk.look.stand import Stand
from kiosk.look.typesetting import set_text
from kiosk.shipped import shipped
from kiosk.theme_names import TEXT_SIZES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SCREENS = [
    (QSizeF(1920, 1080), (531.0, 299.0)),
    (QSizeF(1080, 1920), (299.0, 531.0)),
    (QSizeF(3840, 2160), (1210.0, 681.0)),
    (QSizeF(1920, 1080), (345.0, 194.0)),
]
"""A 24-inch screen lying and standing, one of 55 inches, and that of a laptop."""


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    return read_look(shipped("assets"))


def capital_mm(look: Look, role: str) -> float:
    """How high the ink of an H is, in millimetres."""
    (ink,) = set_text(look, "H", language="en", role=role).letters
    return ink.height() / look.millimetre


def test_there_is_a_step_for_each_size(look: Look) -> None:
    assert len(look.tokens["type"]["text_size_steps"]) == TEXT_SIZES
    assert look.text_sized(0).text_scale == 1.0


@pytest.mark.parametrize("role", ["source", "body", "heading", "number_xxl"])
def test_every_size_is_larger_than_the_one_before(look: Look, role: str) -> None:
    sizes = [look.text_sized(size).style(role).size for size in range(TEXT_SIZES)]

    assert sizes == sorted(sizes)
    assert len(set(sizes)) == TEXT_SIZES


def test_the_order_of_the_types_stays(look: Look) -> None:
    largest = look.text_sized(TEXT_SIZES - 1)
    usual = sorted(look.styles, key=lambda role: look.style(role).size)
    grown = [largest.style(role).size for role in usual]

    assert grown == sorted(grown)


@pytest.mark.parametrize(("window", "screen_mm"), SCREENS)
def test_the_largest_text_is_read_from_where_visitors_stand(
    look: Look, window: QSizeF, screen_mm: tuple[float, float]
) -> None:
    largest = replace(look.text_sized(TEXT_SIZES - 1), stand=Stand(viewing_mm=500.0))
    largest = largest.sized(window, screen_mm)
    needed = max(4.8, 500.0 * math.tan(math.radians(0.7)))

    for role in look.styles:
        assert capital_mm(largest, role) >= needed * 0.97, role


def test_a_look_says_how_high_its_smallest_capitals_are(look: Look) -> None:
    largest = look.text_sized(TEXT_SIZES - 1).sized(QSizeF(1920, 1080), (531.0, 299.0))

    assert largest.capital_mm == pytest.approx(capital_mm(largest, "source"), rel=0.05)
    assert look.sized(QSizeF(1920, 1080)).capital_mm == 0.0


def test_whoever_stands_far_away_has_it_no_larger_than_twice(look: Look) -> None:
    largest = replace(look.text_sized(TEXT_SIZES - 1), stand=Stand(viewing_mm=5_000.0))

    assert largest.sized(QSizeF(1920, 1080), (531.0, 299.0)).text_scale == 2.0
    assert largest.least_capital_mm > 60
