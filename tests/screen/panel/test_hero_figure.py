"""One figure of a page is very large; the others stand below on baselines of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.exhibit.model.exhibit import FactsPanel
from kiosk.languages.numbers import date_words
from kiosk.look.typesetting import letters_taken_by
from kiosk.screen.panel.fact_column import figure_content
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.figure_row import FigureRow
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.hero_figure import HeroFigure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.flow import FlowBlock

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZES = {"landscape": (648, 784), "portrait": (936, 620), "five-to-four": (648, 740)}
SETUPS = [
    *((language, "landscape") for language in LANGUAGES),
    ("pt", "portrait"),
    ("zh-Hant", "portrait"),
    ("pt", "five-to-four"),
]
_RISE = 0.72
"""How far letters reach above their baseline, in em."""
_SLACK = 8
_ALIKE = 56
"""Numerals that differ by so little have their words in one column."""
_MOST_STYLES = 3
"""Digits in the display face, a sign or a letter that clings to them, and words."""
_LEAST_RATIO = 1.5
"""How much taller the hero's digits are than those of any other figure."""


class Letters:
    """The texts of a block when drawn at (0, 0), with where they stand."""

    def __init__(self, block: FlowBlock) -> None:
        self.placed: list[tuple[Setting, float, float]] = []
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        with letters_taken_by(self):
            block.draw(painter, 0.0, 0.0, 1.0)
        painter.end()

    def __call__(
        self, setting: Setting, painter: QPainter, x: float, y: float, color: QColor, /
    ) -> None:
        self.placed.append((setting, x, y))

    @property
    def largest(self) -> float:
        """The size of the largest letters, in pixels."""
        return max(largest_letters(setting) for setting, _, _ in self.placed)


def largest_letters(setting: Setting) -> float:
    return max(each.format.font().pixelSize() for each in setting.layout.formats())


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def styles(settings: Iterable[Setting]) -> set[tuple[int, int]]:
    """The sizes and weights of letters, without the gaps between them."""
    return {
        (each.format.font().pixelSize(), each.format.font().weight())
        for setting in settings
        for each in setting.layout.formats()
        if setting.layout.text()[each.start : each.start + each.length].strip()
    }


@pytest.fixture
def view(parent: QWidget) -> FactsView:
    view = FactsView(parent)
    view.show()
    return view


def pages(
    view: FactsView, exhibit: Exhibit, locale: Locale, look: Look, size: tuple[int, int]
) -> Iterator[tuple[str, list[FlowBlock]]]:
    """The blocks of each page of facts, with its name."""
    view.resize(size[0] + INSET_U, size[1])
    for zone in exhibit.zones:
        for panel in zone.panels:
            if isinstance(panel, FactsPanel):
                view.show_panel(zone, panel, locale, look)
                for placed in view._pages:
                    yield f"{zone.id}/{panel.id}", [each.block for each in placed]


@pytest.mark.parametrize(("language", "size"), SETUPS)
def test_one_figure_is_far_larger_and_all_stand_on_baselines(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    size: str,
) -> None:
    locale, width = shipped_locales[language], SIZES[size][0]
    for name, blocks in pages(view, shipped_exhibit, locale, still_look, SIZES[size]):
        heroes = [(each, Letters(each)) for each in blocks if isinstance(each, HeroFigure)]
        rows = [(each, Letters(each)) for each in blocks if isinstance(each, FigureRow)]
        assert len(heroes) <= 1, name
        for _, hero in heroes:
            largest = max((letters.largest for _, letters in rows), default=0)
            assert largest * _LEAST_RATIO <= hero.largest, f"{name}: one is to be very large"
        everything: list[tuple[FlowBlock, Letters]] = [*heroes, *rows]
        for block, letters in everything:
            for setting, x, y in letters.placed:
                assert x + setting.ink <= width + 1, f"{name}: wider than its column"
                assert y + setting.last_baseline <= block.height + 1, f"{name}: hangs out"
            for setting, _, y in letters.placed[1:]:
                rise = y + setting.first_baseline - largest_letters(setting) * _RISE
                assert rise >= -_SLACK, f"{name}: climbs above the digits"
        beside = {}
        for _, letters in rows:
            (numeral, start, top), (words, left, words_top) = letters.placed[:2]
            assert start == 0, name
            if left > 0:
                baseline = top + numeral.first_baseline
                assert words_top + words.first_baseline == pytest.approx(baseline, abs=1), name
                beside[numeral.ink] = left
        if beside and max(beside) - min(beside) <= _ALIKE:
            assert len({round(left) for left in beside.values()}) == 1, f"{name}: no column"
        for page in view._pages:
            for upper, lower in pairwise(page):
                assert upper.y + upper.block.height <= lower.y + 0.5, f"{name}: overlap"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_wider_than_its_page_in_the_largest_text(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    locale, look = shipped_locales[language], replace(still_look, text_scale=1.4)
    width = SIZES["landscape"][0]
    for name, blocks in pages(view, shipped_exhibit, locale, look, SIZES["landscape"]):
        for block in blocks:
            if isinstance(block, (HeroFigure, FigureRow)):
                for setting, x, _ in Letters(block).placed:
                    assert x + setting.ink <= width + 1, name


@pytest.mark.parametrize(("language", "size"), SETUPS)
def test_a_figure_is_digits_with_their_magnitude_a_sign_and_words_in_no_more_styles(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    size: str,
) -> None:
    locale = shipped_locales[language]
    for name, blocks in pages(view, shipped_exhibit, locale, still_look, SIZES[size]):
        for block in blocks:
            if isinstance(block, FigureRow):
                settings = [each for each, _, _ in Letters(block).placed[:2]]
                assert len(styles(settings)) <= _MOST_STYLES, name


@pytest.mark.parametrize("size", SIZES)
def test_the_sign_of_more_than_follows_the_magnitude_in_the_same_line(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    size: str,
) -> None:
    signed = []
    locale = shipped_locales["en"]
    for _, blocks in pages(view, shipped_exhibit, locale, still_look, SIZES[size]):
        for block in blocks:
            if isinstance(block, (HeroFigure, FigureRow)):
                lines = [each.layout.text() for each, _, _ in Letters(block).placed]
                signed += [line for line in lines if "+" in line]
    assert signed
    assert all(re.fullmatch(r"([\d.,]+\s)?([a-z]+|[\d.,]+)\+", line) for line in signed), signed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_among_smaller_figures_is_whole_and_in_one_type(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    locale = shipped_locales[language]
    drawn = [
        bare(setting.layout.text())
        for _, blocks in pages(view, shipped_exhibit, locale, still_look, SIZES["landscape"])
        for block in blocks
        if isinstance(block, FigureRow)
        for setting, _, _ in Letters(block).placed[:1]
    ]
    dates = [
        fact.value.date
        for zone in shipped_exhibit.zones
        for panel in zone.panels
        if isinstance(panel, FactsPanel)
        for fact in panel.facts[1:]
        if fact.value.date is not None
    ]
    assert dates
    for date in dates:
        assert bare(date_words(date, language)) in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_belongs_to_the_large_digits_is_told_apart_from_their_label(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
) -> None:
    locale, told = shipped_locales[language], 0
    for zone in shipped_exhibit.zones:
        for panel in zone.panels:
            for fact in panel.facts if isinstance(panel, FactsPanel) else ():
                content = figure_content(fact, locale)
                if not content.pieces.beside:
                    continue
                told += 1
                for width in (648, 936):
                    hero = HeroFigure(still_look, content, role="number_xl", width=width)
                    *above, label = (setting for setting, _, _ in Letters(hero).placed)
                    named = next(
                        each
                        for each in above
                        if bare(content.pieces.beside) in bare(each.layout.text())
                    )
                    assert largest_letters(named) >= 1.5 * largest_letters(label)
    assert told


def ink_of(block: FlowBlock, width: int, height: int, ratio: float) -> NDArray[numpy.bool_]:
    """Where a block paints anything on a screen of that pixel ratio, row by row."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    block.draw(painter, 0.0, 0.0, 1.0)
    painter.end()
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
    inked: NDArray[numpy.bool_] = pixels.reshape(image.height(), image.width(), 4)[..., 3] > 40
    return inked


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_pictures_of_a_small_count_end_its_row(
    view: FactsView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    ratio: float,
) -> None:
    locale = shipped_locales["en"]
    found = {}
    for name, blocks in pages(view, shipped_exhibit, locale, still_look, SIZES["landscape"]):
        if name == "hetao/shenzhen-park":
            found = {type(each): each for each in blocks}
    row = found[FigureRow]
    assert isinstance(row, FigureRow)
    inked = ink_of(row, 648, round(row.height) + 4, ratio)
    bottom = numpy.flatnonzero(inked.any(axis=1))[-1] / ratio
    assert bottom == pytest.approx(row.height, abs=6)
