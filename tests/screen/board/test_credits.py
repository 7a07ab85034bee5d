"""Sources and credits: everything the exhibit stands on is named, once, on pages of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.languages.quotes import curled
from kiosk.languages.words import read_words
from kiosk.look.look import Look, read_look
from kiosk.look.typesetting import Setting
from kiosk.screen.board.credits import Credits
from kiosk.screen.control.button import Button
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.model.exhibit import Exhibit

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZES = {"full-hd": (1920, 1080), "portrait": (1080, 1920), "smallest": (1366, 768)}


class Shown:
    """The credits in a window, and every word that they draw."""

    def __init__(self, exhibit: Exhibit, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
        self._words = read_words(shipped("assets") / "words")
        self._exhibit, self._look, self._monkeypatch = exhibit, look, monkeypatch
        self.window = QWidget()
        self.credits = Credits(self.window)

    def show(self, language: str, size: tuple[int, int], page: int = 1) -> None:
        self.locale = Locale(language, self._words, self._exhibit)
        self.window.resize(*size)
        self.window.show()
        self.credits.setGeometry(self.window.rect())
        look = self._look.sized(QSizeF(*size))
        top = size[1] - look.px(112)
        self.credits.show_page(page, self.locale, look, world=None, controls_top=top)
        self.credits.show()

    def said(self) -> list[str]:
        words: list[str] = []

        def draw(setting: Setting, *arguments: object) -> None:
            words.append(setting._layout.text())

        with self._monkeypatch.context() as patched:
            patched.setattr(Setting, "draw", draw)
            self.credits.grab()
        return words

    def all_said(self, language: str, size: tuple[int, int]) -> list[str]:
        """What all pages say, without the title that each repeats."""
        self.show(language, size)
        lines = []
        for page in range(1, self.credits.pages + 1):
            self.show(language, size, page)
            lines += self.said()[1:]
        return lines


@pytest.fixture
def shown(
    shipped_exhibit: Exhibit, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shown]:
    shown = Shown(shipped_exhibit, read_look(shipped("assets")), monkeypatch)
    yield shown
    shown.window.close()
    shown.window.deleteLater()
    QApplication.sendPostedEvents()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_every_source_of_the_exhibit_is_named_once(
    shown: Shown, shipped_exhibit: Exhibit, language: str, size: tuple[int, int]
) -> None:
    lines = shown.all_said(language, size)
    titles = sorted(
        curled(shown.locale.text(source.title)) for source in shipped_exhibit.sources.values()
    )
    found = sorted(line for line in lines if line in set(titles))
    assert found == titles


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "named",
    [
        "OpenStreetMap",
        "Apache ECharts",
        "Qt",
        "LGPL",
        "Lucide",
        "ISC",
        "Noto Sans",
        "Noto Serif Display",
        "Noto Sans CJK",
        "Noto Serif CJK",
    ],
)
def test_what_the_exhibit_is_made_of_is_named_in_every_language(
    shown: Shown, shipped_exhibit: Exhibit, language: str, named: str
) -> None:
    credits = [
        line
        for line in shown.all_said(language, SIZES["full-hd"])
        if line.replace("\u00a0", " ").count(named)
    ]
    assert len(credits) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_source_has_its_publisher_below_it_on_the_same_page(
    shown: Shown, shipped_exhibit: Exhibit, language: str
) -> None:
    lines = shown.all_said(language, SIZES["smallest"])
    pairs = set(pairwise(lines))
    for source in shipped_exhibit.sources.values():
        below = shown.locale.sources_line([source.id], None)
        assert (curled(shown.locale.text(source.title)), curled(below)) in pairs


def test_a_page_that_is_not_there_is_the_last_one(shown: Shown) -> None:
    shown.show("en", SIZES["smallest"])
    last = shown.credits.pages
    assert last > 1
    shown.show("en", SIZES["smallest"], last)
    words = shown.said()
    shown.show("en", SIZES["smallest"], last + 7)
    assert shown.said() == words


def test_one_leafs_from_the_first_page_to_the_last(shown: Shown) -> None:
    asked: list[int] = []
    shown.credits.page_chosen.connect(asked.append)
    shown.show("en", SIZES["smallest"])
    buttons = {each.key: each for each in shown.credits.findChildren(Button)}
    assert not buttons["back"].isEnabled()
    for page in range(2, shown.credits.pages + 1):
        buttons["on"].click()
        assert asked[-1] == page
        shown.show("en", SIZES["smallest"], page)
    assert not buttons["on"].isEnabled()
    buttons["back"].click()
    assert asked[-1] == shown.credits.pages - 1
