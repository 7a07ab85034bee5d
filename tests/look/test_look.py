"""Lengths are in one unit, and what can be touched is large enough for a finger."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor

from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES

if TYPE_CHECKING:
    from kiosk.look.look import Look


@pytest.mark.parametrize(
    ("window", "u"),
    [
        ((1920, 1080), 1.0),
        ((1080, 1920), 1.0),
        ((3840, 2160), 2.0),
        ((960, 540), 0.5),
        ((3440, 1440), 1440 / 1080),
    ],
)
def test_the_unit_is_the_short_side_by_1080(look: Look, window: tuple[int, int], u: float) -> None:
    assert look.sized(QSizeF(*window)).u == pytest.approx(u)


@pytest.mark.parametrize(
    ("window", "screen_mm", "target"),
    [
        ((1920, 1080), None, 64),
        ((3840, 2160), None, 128),
        ((1920, 1080), (531.0, 299.0), 20 * 1080 / 299),
        ((1920, 1080), (941.0, 529.0), 64),
        ((1080, 1920), (299.0, 531.0), 20 * 1080 / 299),
        ((1280, 800), (217.0, 136.0), 20 * 800 / 136),
    ],
    ids=["unknown", "4k unknown", "24 inches", "43 inches", "24 inches upright", "10 inches"],
)
def test_a_target_is_at_least_64_units_and_20_millimetres(
    look: Look,
    window: tuple[int, int],
    screen_mm: tuple[float, float] | None,
    target: float,
) -> None:
    assert look.sized(QSizeF(*window), screen_mm).target == pytest.approx(target)


def test_lines_are_never_thinner_than_a_pixel(look: Look) -> None:
    small = look.sized(QSizeF(480, 270))

    assert small.stroke(1.3) == 1.0
    assert small.px(1.3) == pytest.approx(0.325)


def test_edges_are_twice_as_wide_in_high_contrast(look: Look) -> None:
    bold = read_look(shipped("assets"), "hc").sized(QSizeF(1920, 1080))
    usual = look.sized(QSizeF(1920, 1080))

    assert bold.outline(1.5) == 2 * usual.outline(1.5) == 3.0
    assert bold.stroke(1.5) == usual.stroke(1.5)


def test_a_still_look_is_still_in_every_size(look: Look) -> None:
    assert look.still().sized(QSizeF(800, 600)).motion.still


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_every_colour(look: Look, theme: str) -> None:
    themed = look.themed(theme).theme

    assert themed.name == theme
    for field in fields(themed):
        value = getattr(themed, field.name)
        if isinstance(value, QColor):
            assert value.isValid(), field.name
    assert len(themed.series) == 4


@pytest.mark.parametrize(
    ("theme", "least", "most"),
    [("dark", 10, 21), ("light", 10, 21), ("hc", 20, 21), ("hc-light", 20, 21), ("low", 5, 7)],
)
def test_running_text_has_the_contrast_of_its_theme(
    look: Look, theme: str, least: float, most: float
) -> None:
    """VVSG 2.0, 7.1-D: 10:1 as it is, 20:1 in high contrast both ways, and a low one."""
    themed = look.themed(theme).theme
    assert least <= contrast(themed.text, themed.panel) <= most + 0.01


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_whatever_is_read_as_a_sentence_has_7_to_1_in_the_designs_own_themes(
    look: Look, theme: str
) -> None:
    """VVSG 2.0, 7.1-D, for what is told; WCAG 1.4.6 for sources and notes."""
    themed = look.themed(theme).theme
    for ground in (themed.panel, themed.ground):
        assert contrast(themed.text, ground) >= 10
        assert contrast(themed.muted, ground) >= 6.7
    assert contrast(themed.text2, themed.panel) >= 10
    assert contrast(themed.muted, themed.panel) >= 7
    assert contrast(themed.accent_text, themed.panel) >= 7
    assert contrast(themed.text2, themed.panel2) >= 7


@pytest.mark.parametrize("theme", ["hc", "hc-light"])
def test_in_high_contrast_every_text_has_7_to_1(look: Look, theme: str) -> None:
    themed = look.themed(theme).theme
    assert themed.high_contrast
    for ink in (themed.text, themed.text2, themed.muted, themed.accent_text):
        for ground in (themed.panel, themed.panel2, themed.land, themed.lift):
            assert contrast(ink, ground) >= 7
    assert contrast(themed.panel, themed.pressed) >= 7
    assert contrast(themed.on_accent, themed.accent) >= 7
    assert contrast(themed.pearl_ink, themed.pearl) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "panel", 4.5),
        ("text2", "panel", 4.5),
        ("muted", "panel", 4.5),
        ("accent_text", "panel", 4.5),
        ("on_accent", "accent", 4.5),
        ("pearl_ink", "pearl", 4.5),
        ("text", "control", 4.5),
        ("control_border", "panel", 3.0),
    ],
)
def test_contrasts_are_those_of_wcag(
    look: Look, theme: str, ink: str, ground: str, least: float
) -> None:
    """WCAG 2.2, success criteria 1.4.3 and 1.4.11."""
    themed = look.themed(theme).theme
    assert contrast(getattr(themed, ink), getattr(themed, ground)) >= least
