"""Adds the signs that the Latin Noto faces lack, drawn from each face's own plus, tilde and equal.

Noto Sans 2.004 and Noto Serif Display 2.003 have no minus, comparison signs or arrows. A sign from
another face would not have the width and weight of the plus beside it, so each one is built out of
what the face has: bars as thick as the bar of its plus, and its own `<`, `>`, `=` and `~`.

All lengths are in font units (1000 to the em); y grows upwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

Point = tuple[float, float]

ARROW_HEADINGS_DEGREES = {
    "→": (0, False),
    "↗": (45, False),
    "↑": (90, False),
    "↖": (135, False),
    "←": (180, False),
    "↙": (225, False),
    "↓": (270, False),
    "↘": (315, False),
    "↔": (0, True),
    "↕": (90, True),
}
"""Where each arrow points, counter-clockwise from the right, and whether it has two heads."""

_HALF_ARROW = 330
_ARROW_SIDE_BEARING = 55
_GAP_OVER_BAR = 48
_GAP_BETWEEN_TILDES = 50
_SLASH_RISE = 270
_SLASH_RUN = 125
_OVERLAPPING_CONTOURS = 0x40


@dataclass(frozen=True)
class Plus:
    """The measures of a face's plus sign, from which its other signs take theirs."""

    advance: int
    left: float
    right: float
    axis: float
    thickness: float


def add_signs(font: TTFont) -> list[str]:
    """Draw every sign in `font` (TrueType outlines) that it has no glyph for; return the signs."""
    plus = _measure_plus(font)
    drawn = {
        "\N{MINUS SIGN}": _minus(font, plus),
        "≈": _almost_equal(font, plus),
        "≠": _not_equal(font, plus),
        "≤": _or_equal(font, plus, "<"),
        "≥": _or_equal(font, plus, ">"),
    }
    widths = dict.fromkeys(drawn, plus.advance)
    for sign, (heading_degrees, two_heads) in ARROW_HEADINGS_DEGREES.items():
        drawn[sign], widths[sign] = _arrow(plus, heading_degrees, two_heads)
    missing = [sign for sign in drawn if ord(sign) not in font.getBestCmap()]
    for sign in missing:
        _insert(font, sign, drawn[sign], widths[sign])
    return missing


def _insert(font: TTFont, sign: str, pen: TTGlyphPen, advance: int) -> None:
    name = f"uni{ord(sign):04X}"
    glyph = pen.glyph()
    glyph.flags[0] |= _OVERLAPPING_CONTOURS
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap[ord(sign)] = name


def _bounds(font: TTFont, character: str) -> tuple[float, float, float, float]:
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(character)]].draw(pen)
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def _measure_plus(font: TTFont) -> Plus:
    name = font.getBestCmap()[ord("+")]
    heights = sorted({y for _, y in font["glyf"][name].coordinates})
    if len(heights) != 4:
        raise ValueError(f"the plus of this face is not a plain cross: {heights}")
    left, _, right, _ = _bounds(font, "+")
    _, bar_bottom, bar_top, _ = heights
    advance, _ = font["hmtx"][name]
    return Plus(advance, left, right, (bar_bottom + bar_top) / 2, bar_top - bar_bottom)


def _polygon(pen: TTGlyphPen, points: list[Point]) -> None:
    """Draw a closed outline; TrueType wants the points clockwise."""
    first, *rest = [(round(x), round(y)) for x, y in points]
    pen.moveTo(first)
    for point in rest:
        pen.lineTo(point)
    pen.closePath()


def _copy(font: TTFont, pen: TTGlyphPen, character: str, rise: float) -> None:
    glyphs = font.getGlyphSet()
    glyphs[font.getBestCmap()[ord(character)]].draw(TransformPen(pen, (1, 0, 0, 1, 0, round(rise))))


def _bar(pen: TTGlyphPen, plus: Plus, bottom: float) -> None:
    top = bottom + plus.thickness
    corners = [(plus.left, bottom), (plus.left, top), (plus.right, top), (plus.right, bottom)]
    _polygon(pen, corners)


def _minus(font: TTFont, plus: Plus) -> TTGlyphPen:
    pen = TTGlyphPen(font.getGlyphSet())
    _bar(pen, plus, plus.axis - plus.thickness / 2)
    return pen


def _or_equal(font: TTFont, plus: Plus, comparison: str) -> TTGlyphPen:
    _, bottom, _, top = _bounds(font, comparison)
    height = plus.thickness + _GAP_OVER_BAR + top - bottom
    bar_bottom = plus.axis - height / 2
    pen = TTGlyphPen(font.getGlyphSet())
    _copy(font, pen, comparison, bar_bottom + plus.thickness + _GAP_OVER_BAR - bottom)
    _bar(pen, plus, bar_bottom)
    return pen


def _almost_equal(font: TTFont, plus: Plus) -> TTGlyphPen:
    _, bottom, _, top = _bounds(font, "~")
    _, equal_bottom, _, equal_top = _bounds(font, "=")
    apart = max(equal_top - equal_bottom - plus.thickness, top - bottom + _GAP_BETWEEN_TILDES)
    rise = plus.axis - (bottom + top) / 2
    pen = TTGlyphPen(font.getGlyphSet())
    _copy(font, pen, "~", rise + apart / 2)
    _copy(font, pen, "~", rise - apart / 2)
    return pen


def _not_equal(font: TTFont, plus: Plus) -> TTGlyphPen:
    middle = (plus.left + plus.right) / 2
    half = plus.thickness * math.hypot(_SLASH_RISE, _SLASH_RUN) / _SLASH_RISE / 2
    bottom, top = plus.axis - _SLASH_RISE, plus.axis + _SLASH_RISE
    pen = TTGlyphPen(font.getGlyphSet())
    _copy(font, pen, "=", 0)
    _polygon(
        pen,
        [
            (middle - _SLASH_RUN - half, bottom),
            (middle + _SLASH_RUN - half, top),
            (middle + _SLASH_RUN + half, top),
            (middle - _SLASH_RUN + half, bottom),
        ],
    )
    return pen


def _arrow(plus: Plus, heading_degrees: int, two_heads: bool) -> tuple[TTGlyphPen, int]:
    half = plus.thickness / 2
    notch = plus.thickness / math.sqrt(2)
    arm = 130 + 0.6 * plus.thickness
    shaft_end = _HALF_ARROW - 2 * notch - half
    head = [
        (shaft_end, half),
        (_HALF_ARROW - arm - notch, arm - notch),
        (_HALF_ARROW - arm, arm),
    ]
    tail = [(-x, y) for x, y in reversed(head)] if two_heads else [(-_HALF_ARROW, half)]
    above = [*tail, *head]
    below = [(x, -y) for x, y in reversed(above)]
    outline = [*above, (_HALF_ARROW, 0), *below]
    if two_heads:
        outline.append((-_HALF_ARROW, 0))
    turn = math.radians(heading_degrees)
    turned = [
        (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
        for x, y in outline
    ]
    shift = _ARROW_SIDE_BEARING - min(x for x, _ in turned)
    pen = TTGlyphPen(None)
    _polygon(pen, [(x + shift, y + plus.axis) for x, y in turned])
    return pen, round(max(x for x, _ in turned) + shift + _ARROW_SIDE_BEARING)
