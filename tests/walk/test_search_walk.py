"""The search is laid out well and told, in every shape and language, whatever is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import HOME, SEARCH, Place
from kiosk.jobs_below import finish_below
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.diagonal import diagonal
from tests.walk.checks import check_layout
from tests.walk.test_told import check_told
from tests.walk.walking import LANGUAGES, SHAPES, Setup, set_up

if TYPE_CHECKING:
    from kiosk.app import App

_QUERIES = {
    "en": ("", "hong", "teams", "shenzhenzhen", "xyzzyx", "qianhai" * 6),
    "zh-Hant": ("", "qh", "xianggang", "heqin", "xyzzyx", "團隊"),
    "zh-Hans": ("", "cinhoi", "xg", "heqin", "xyzzyx", "香港"),
    "pt": ("", "macau", "instituicao", "angariadosx", "xyzzyx", "investigacao " * 3),
}
_THEMES = dict(zip(LANGUAGES, ("dark", "light", "hc", "hc-light"), strict=True))
_EASED = ((3, False), (3, True), (0, True))
"""The size of the text, and whether everything lies within reach from a wheelchair."""


def _queries(language: str) -> list[Place]:
    return [Place(screen=SEARCH, query=query) for query in _QUERIES[language]]


@pytest.mark.parametrize(("shape", "language"), diagonal(list(SHAPES), LANGUAGES))
def test_every_answer_is_laid_out_well_and_told(exhibit: App, shape: str, language: str) -> None:
    theme = _THEMES[language]
    look = set_up(exhibit, Setup(shape, language, theme))
    wrong = []
    for place in _queries(language):
        exhibit.journey.go(place)
        exhibit.stage.finish()
        found = [
            *check_layout(exhibit.stage, drawn_texts(exhibit.stage), look),
            *check_told(exhibit),
        ]
        wrong += [f"{place.query!r}: {each}" for each in found]
    exhibit.journey.go(HOME)
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("shape", "language", "eased"),
    diagonal(["portrait", "five-to-four", "full-hd"], LANGUAGES, _EASED, turned=1),
)
def test_it_is_told_in_the_largest_text_and_in_reach_mode(
    exhibit: App, shape: str, language: str, eased: tuple[int, bool]
) -> None:
    usual = exhibit.journey.comfort
    text_size, low = eased
    wrong = []
    try:
        set_up(exhibit, Setup(shape, language))
        exhibit.journey.set_comfort(
            replace(usual, language=language, text_size=text_size, low_reach=low)
        )
        for place in _queries(language):
            exhibit.journey.go(place)
            exhibit.stage.finish()
            wrong += [f"{place.query!r}: {each}" for each in check_told(exhibit)]
    finally:
        exhibit.journey.go(HOME)
        exhibit.journey.set_comfort(usual)
        finish_below(exhibit.stage)
    assert wrong == [], "\n".join(wrong)
