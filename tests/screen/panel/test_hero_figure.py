"""One figure of a page is very large; the others stand below on baselines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.exhibit import FactsPanel
from kiosk.languages.numbers import date_words
from kiosk.look.typesetting import letters_taken_by
from kiosk.screen.panel.fact_column import figure_content
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.figure_row import FigureRow
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.hero_figure import HeroFigure
from kiosk.screen.steps import at_once
from kiosk.screen.teardown import tear_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.locale import Locale
    from kiosk.screen.panel.facts_pages import Page
    from kiosk.screen.panel.flow import FlowBlock

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZES = {"landscape": (648, 784), "portrait": (936, 620), "five-to-four": (648, 740)}
NARROW = ("portrait", "five-to-four")
SOAK = pytest.mark.soak
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


@dataclass(frozen=True)
class LaidPage:
    """A page of facts as it is laid out."""

    name: str
    placed: Page

    @property
    def blocks(self) -> list[FlowBlock]:
        return [each.block for each in self.placed]

    @cached_property
    def figures(self) -> list[tuple[HeroFigure | FigureRow, Letters]]:
        """Its figures from above, with their letters."""
        figures = (each for each in self.blocks if isinstance(each, (HeroFigure, FigureRow)))
        return [(each, Letters(each)) for each in figures]

    @property
    def rows(self) -> list[tuple[FigureRow, Letters]]:
        """Those that are not the large one."""
        return [(each, letters) for each, letters in self.figures if isinstance(each, FigureRow)]


@pytest.fixture(scope="module")
def laid_out(
    qapp: object, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> Iterator[Callable[..., list[LaidPage]]]:
    """All pages of facts in a language, size and scale of the type, each laid out once."""
    window = QWidget()
    view = FactsView(window)
    window.show()

    @cache
    def pages(language: str, size: str, text_scale: float = 1.0) -> list[LaidPage]:
        locale, look = shipped_locales[language], replace(still_look, text_scale=text_scale)
        view.resize(SIZES[size][0] + INSET_U, SIZES[size][1])
        found = []
        for zone in shipped_exhibit.zones:
            for panel in zone.panels:
                if isinstance(panel, FactsPanel):
                    view.show_panel(zone, panel, locale, look)
                    found += [LaidPage(f"{zone.id}/{panel.id}", each) for each in view._pages]
        return found

    yield pages
    tear_down(window)


@pytest.mark.parametrize(("language", "size"), SETUPS)
def test_one_figure_is_far_larger_and_all_stand_on_baselines(
    laid_out: Callable[..., list[LaidPage]], language: str, size: str
) -> None:
    width = SIZES[size][0]
    for page in laid_out(language, size):
        name, rows = page.name, page.rows
        heroes = [letters for each, letters in page.figures if isinstance(each, HeroFigure)]
        assert len(heroes) <= 1, name
        for hero in heroes:
            largest = max((letters.largest for _, letters in rows), default=0)
            assert largest * _LEAST_RATIO <= hero.largest, f"{name}: one is to be very large"
        for block, letters in page.figures:
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
        for upper, lower in pairwise(page.placed):
            assert upper.y + upper.block.height <= lower.y + 0.5, f"{name}: overlap"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_is_wider_than_its_page_in_the_largest_text(
    laid_out: Callable[..., list[LaidPage]], language: str
) -> None:
    width = SIZES["landscape"][0]
    for page in laid_out(language, "landscape", 1.4):
        for _, letters in page.figures:
            for setting, x, _ in letters.placed:
                assert x + setting.ink <= width + 1, page.name


@pytest.mark.parametrize(("language", "size"), SETUPS)
def test_a_figure_is_digits_with_their_magnitude_a_sign_and_words_in_no_more_styles(
    laid_out: Callable[..., list[LaidPage]], language: str, size: str
) -> None:
    for page in laid_out(language, size):
        for _, letters in page.rows:
            settings = [each for each, _, _ in letters.placed[:2]]
            assert len(styles(settings)) <= _MOST_STYLES, page.name


@pytest.mark.parametrize(
    "size", ["landscape", *(pytest.param(each, marks=SOAK) for each in NARROW)]
)
def test_the_sign_of_more_than_follows_the_magnitude_in_the_same_line(
    laid_out: Callable[..., list[LaidPage]], size: str
) -> None:
    signed = []
    for page in laid_out("en", size):
        for _, letters in page.figures:
            lines = [each.layout.text() for each, _, _ in letters.placed]
            signed += [line for line in lines if "+" in line]
    assert signed
    assert all(re.fullmatch(r"([\d.,]+\s)?([a-z]+|[\d.,]+)\+", line) for line in signed), signed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_among_smaller_figures_is_whole_and_in_one_type(
    laid_out: Callable[..., list[LaidPage]], shipped_exhibit: Exhibit, language: str
) -> None:
    drawn = [
        bare(letters.placed[0][0].layout.text())
        for page in laid_out(language, "landscape")
        for _, letters in page.rows
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
                    unset = HeroFigure(still_look, content, role="number_xl")
                    hero = at_once(unset.set_in(width))
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
    laid_out: Callable[..., list[LaidPage]], ratio: float
) -> None:
    rows = [
        row
        for page in laid_out("en", "landscape")
        if page.name == "hetao/shenzhen-park"
        for row, _ in page.rows
    ]
    inked = ink_of(rows[-1], 648, round(rows[-1].height) + 4, ratio)
    bottom = numpy.flatnonzero(inked.any(axis=1))[-1] / ratio
    assert bottom == pytest.approx(rows[-1].height, abs=6)
