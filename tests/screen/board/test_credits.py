"""About this exhibit: what it is, what its marks mean, and all that it stands on, named once."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.map_approval import MapApproval
from kiosk.languages.quotes import curled
from kiosk.languages.words import read_words
from kiosk.look.typesetting import Setting
from kiosk.screen.board.columns import TextPiece
from kiosk.screen.board.credits import Credits
from kiosk.screen.control.button import Button
from kiosk.screen.locale import Locale
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from kiosk.text.multilingual import Text
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.exhibit.model.exhibit import Exhibit
    from tests.screen.board.conftest import LookAt

    LinesIn = Callable[[str, tuple[int, int]], list[str]]

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
MARKS = (
    "mark_bound",
    "mark_fading",
    "mark_calculated",
    "mark_reported",
    "mark_hatch",
    "mark_source",
)
SIZES = {"full-hd": (1920, 1080), "portrait": (1080, 1920), "smallest": (1366, 768)}


class Shown:
    """The credits in a window, and every word that they draw."""

    def __init__(self, window: QWidget, exhibit: Exhibit, look_at: LookAt) -> None:
        self._words = read_words(shipped("assets") / "words")
        self.exhibit, self.look_at = exhibit, look_at
        self.window = window
        self.credits = Credits(self.window)

    def show(self, language: str, size: tuple[int, int], page: int = 1) -> None:
        self.locale = Locale(language, self._words, self.exhibit)
        self.window.resize(*size)
        self.window.show()
        self.credits.setGeometry(self.window.rect())
        look = self.look_at(size)
        top = size[1] - look.px(112)
        self.credits.show_page(page, self.locale, look, world=None, controls_top=top)
        self.credits.show()

    def said(self) -> list[str]:
        words: list[str] = []

        def draw(setting: Setting, *arguments: object) -> None:
            words.append(setting._layout.text())

        with pytest.MonkeyPatch.context() as patched:
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
def shown(window: QWidget, shipped_exhibit: Exhibit, look_at: LookAt) -> Shown:
    return Shown(window, shipped_exhibit, look_at)


@pytest.fixture(scope="module")
def lines_in(shipped_exhibit: Exhibit, look_at: LookAt) -> Iterator[LinesIn]:
    """What all pages say in a language and a size, each drawn once for all tests."""
    window = QWidget()
    yield cache(Shown(window, shipped_exhibit, look_at).all_said)
    tear_down(window)


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),)))
def test_every_source_of_the_exhibit_is_named_once(
    lines_in: LinesIn, shipped_locales: dict[str, Locale], language: str, size: tuple[int, int]
) -> None:
    locale = shipped_locales[language]
    titles = sorted(curled(locale.text(each.title)) for each in locale.exhibit.sources.values())
    found = sorted(line for line in lines_in(language, size) if line in set(titles))
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
    lines_in: LinesIn, language: str, named: str
) -> None:
    credits = [
        line
        for line in lines_in(language, SIZES["full-hd"])
        if line.replace("\u00a0", " ").count(named)
    ]
    assert len(credits) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_source_has_its_publisher_below_it_on_the_same_page(
    lines_in: LinesIn, shipped_locales: dict[str, Locale], language: str
) -> None:
    locale = shipped_locales[language]
    pairs = set(pairwise(lines_in(language, SIZES["smallest"])))
    for source in locale.exhibit.sources.values():
        below = locale.sources_line([source.id], None)
        assert (curled(locale.text(source.title)), curled(below)) in pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_page_is_filled_by_a_third_and_headings_have_air_around_them(
    shown: Shown, language: str
) -> None:
    size = SIZES["full-hd"]
    shown.show(language, size)
    heading = shown.locale.say("sources_of_figures")
    placed = shown.credits._placed
    last = [each for each in placed if each.page == shown.credits.pages]
    assert len({each.at.x() for each in last}) > 1
    (at,) = (
        number
        for number, each in enumerate(placed)
        if isinstance(each.piece, TextPiece) and each.piece.setting.text == heading
    )
    before, here, below = placed[at - 1 : at + 2]
    assert isinstance(here.piece, TextPiece)
    letters = here.piece.setting.size.height()
    assert below.at.y() - here.at.y() - letters >= letters * 0.2
    if before.at.x() == here.at.x() and before.page == here.page:
        assert here.at.y() - before.at.y() - before.piece.height >= letters * 0.5


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


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),), turned=1))
def test_the_first_page_tells_of_the_article_the_date_and_every_mark(
    shown: Shown, shipped_exhibit: Exhibit, language: str, size: tuple[int, int]
) -> None:
    shown.show(language, size)
    said = shown.said()
    plain = "".join(said).replace("\u00a0", " ")
    assert shipped_exhibit.checked is not None
    assert "Jiang Lin" in plain
    assert shown.locale.date(shipped_exhibit.checked).replace("\u00a0", " ") in plain
    for key in ("map_reservation", "visits_counted", "marks", *MARKS):
        assert curled(shown.locale.say(key)) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_approval_of_the_map_stands_with_its_credit(
    shown: Shown, shipped_exhibit: Exhibit, language: str
) -> None:
    holder = Text.same("A Museum")
    approval = MapApproval(number="GS(2026)1234", holder=holder)
    shown.exhibit = shipped_exhibit.model_copy(update={"map_approval": approval})
    lines = shown.all_said(language, SIZES["full-hd"])
    credit = next(place for place, line in enumerate(lines) if "OpenStreetMap" in line)
    assert "GS(2026)1234" in lines[credit + 1]
    assert "A Museum" in lines[credit + 1]


def test_without_words_of_its_own_an_exhibit_is_told_of_in_the_programs(
    shown: Shown, shipped_exhibit: Exhibit
) -> None:
    shown.exhibit = shipped_exhibit.model_copy(update={"about": None, "checked": None})
    shown.show("en", SIZES["full-hd"])
    assert curled(shown.locale.say("about_text")) in shown.said()


def test_each_mark_is_drawn_and_not_only_told(shown: Shown) -> None:
    shown.show("en", SIZES["full-hd"])
    image = shown.credits.grab().toImage()
    look = shown.look_at(SIZES["full-hd"])
    accent = look.theme.series[0].rgb()
    inked = sum(
        image.pixel(x, y) == accent
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )
    assert inked > 3 * 200, "a fading, an outlined and a hatched bar"


@pytest.mark.parametrize("sources", [1, 3])
def test_little_fills_both_halves_of_the_second_page(
    window: QWidget, shipped_exhibit: Exhibit, look_at: LookAt, sources: int
) -> None:
    few = dict(list(shipped_exhibit.sources.items())[:sources])
    shown = Shown(window, shipped_exhibit.model_copy(update={"sources": few}), look_at)
    shown.show("en", SIZES["full-hd"], 2)

    assert shown.credits.pages == 2
    columns = {round(each.at.x()) for each in shown.credits._placed if each.page == 2}
    assert len(columns) == 2
    assert max(columns) < SIZES["full-hd"][0] * 0.6, "two wide columns, not the first of three"
