"""The list of all places: the way in without a map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtTest import QTest

from kiosk.screen.board.index_list import IndexList
from kiosk.screen.board.index_row import Group, IndexEntry, IndexRow, thumbnail
from kiosk.screen.board.place_entries import index_groups, telling_facts
from kiosk.screen.control.button import Button
from kiosk.workshop.check.drawn_text import drawn_texts
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.screen.locale import Locale
    from tests.screen.board.conftest import LookAt

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZES = {
    "full-hd": (1920, 1080),
    "portrait": (1080, 1920),
    "ultra-wide": (3440, 1440),
    "five-to-four": (1280, 1024),
    "smallest": (1366, 768),
}


class Shown:
    """The list in a window."""

    def __init__(self, window: QWidget, locales: dict[str, Locale], look_at: LookAt) -> None:
        self._locales, self._look_at = locales, look_at
        self.window = window
        self.list = IndexList(self.window)

    def show(
        self,
        language: str,
        size: tuple[int, int],
        page: int = 1,
        groups: Sequence[Group] | None = None,
    ) -> None:
        locale, look = self._locales[language], self._look_at(size)
        self.window.resize(*size)
        self.window.show()
        self.list.setGeometry(self.window.rect())
        self.list.show_groups(
            "All places",
            index_groups(locale, None) if groups is None else groups,
            page,
            locale,
            look,
            controls_top=size[1] - look.px(112),
        )
        self.list.show()

    def locale(self, language: str) -> Locale:
        return self._locales[language]

    def rows(self) -> list[IndexRow]:
        return [row for row in self.list.findChildren(IndexRow) if row.isVisible()]


@pytest.fixture
def shown(window: QWidget, shipped_locales: dict[str, Locale], look_at: LookAt) -> Shown:
    return Shown(window, shipped_locales, look_at)


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),)))
def test_every_zone_is_on_one_of_its_pages_once_and_opens_it(
    shown: Shown, shipped_exhibit: Exhibit, language: str, size: tuple[int, int]
) -> None:
    opened: list[str] = []
    shown.list.place_chosen.connect(opened.append)
    shown.show(language, size)
    for page in range(1, shown.list.pages + 1):
        shown.show(language, size, page)
        for row in shown.rows():
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
            zone = shipped_exhibit.zone(opened[-1])
            assert zone is not None
            assert row.accessibleName() == zone.name.words_in(language)
    assert sorted(opened) == sorted(
        zone.id for zone in shipped_exhibit.zones if zone.kind != "region"
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_rows_stand_apart_and_above_the_controls(shown: Shown, size: tuple[int, int]) -> None:
    shown.show("pt", size)
    u = min(size) / 1080
    for page in range(1, shown.list.pages + 1):
        shown.show("pt", size, page)
        rects = [row.geometry() for row in shown.rows()]
        assert all(rect.bottom() <= size[1] - 112 * u for rect in rects)
        assert all(rect.left() >= 0 and rect.right() < size[0] for rect in rects)
        overlaps = [
            one
            for index, one in enumerate(rects)
            for other in rects[index + 1 :]
            if one.adjusted(1, 1, -1, -1).intersects(other)
        ]
        assert overlaps == []


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),), turned=1))
def test_names_have_one_size_and_so_have_the_facts_below_them(
    shown: Shown, language: str, size: tuple[int, int]
) -> None:
    shown.show(language, size)
    sizes = set()
    for page in range(1, shown.list.pages + 1):
        shown.show(language, size, page)
        for row in shown.rows():
            texts = drawn_texts(shown.window, [row])
            sizes.add(tuple(round(text.least_size) for text in texts))
    assert len(sizes) == 1, sizes


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),), turned=2))
def test_pages_are_filled_and_no_row_is_alone_in_its_column(
    shown: Shown, language: str, size: tuple[int, int]
) -> None:
    shown.show(language, size)
    u = min(size) / 1080
    for page in range(1, shown.list.pages + 1):
        shown.show(language, size, page)
        columns: dict[int, list[IndexRow]] = {}
        for row in shown.rows():
            columns.setdefault(row.x(), []).append(row)
        assert min(len(rows) for rows in columns.values()) > 1
        bottoms = [max(row.geometry().bottom() for row in rows) for rows in columns.values()]
        assert max(bottoms) >= (size[1] - 112 * u) * 0.6, "a page more than half empty"


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_places_are_on_one_page_of_the_exhibits_own_screen(shown: Shown, language: str) -> None:
    shown.show(language, SIZES["full-hd"])
    assert shown.list.pages == 1


@pytest.mark.parametrize(("language", "size"), diagonal(LANGUAGES, (*SIZES.values(),), turned=3))
def test_no_name_has_more_than_two_lines_and_each_fact_begins_with_its_number(
    shown: Shown, shipped_exhibit: Exhibit, language: str, size: tuple[int, int]
) -> None:
    shown.show(language, size)
    locale = shown.locale(language)
    numbers = {
        locale.fact_figure(fact).drawn
        for zone in shipped_exhibit.zones
        for fact in telling_facts(zone)
    }
    for page in range(1, shown.list.pages + 1):
        shown.show(language, size, page)
        for row in shown.rows():
            name, fact = drawn_texts(shown.window, [row])
            assert len(name.lines) <= 2, name.words
            kind = row.accessibleDescription().split("\n")[0]
            begins = any(fact.words.startswith(number) for number in numbers)
            assert begins or fact.words == kind, fact.words


def test_a_list_of_several_pages_says_which_is_shown(shown: Shown) -> None:
    groups = [
        Group("Many", tuple(IndexEntry(str(n), f"Place {n}", "City", "dot") for n in range(60)))
    ]
    shown.show("en", SIZES["full-hd"], 2, groups)
    words = {text.words: text.ink for text in drawn_texts(shown.window)}
    said = words[f"2 of {shown.list.pages}"]
    buttons = {each.key: each for each in shown.list.findChildren(Button)}
    back = buttons["back"].mapTo(shown.window, QPoint()).x()
    assert said.right() < back
    assert said.right() > back - 60


def test_it_says_how_many_places_there_are(shown: Shown, shipped_exhibit: Exhibit) -> None:
    shown.show("en", SIZES["full-hd"])
    count = sum(zone.kind != "region" for zone in shipped_exhibit.zones)
    words = [text.words for text in drawn_texts(shown.window)]
    assert f"{count} places" in words


def test_the_same_fact_does_not_stand_below_every_name(shown: Shown) -> None:
    shown.show("en", SIZES["full-hd"])
    below = [row.accessibleDescription().split("\n")[-1] for row in shown.rows()]
    assert len(set(below)) == len(below)


def test_one_leafs_from_page_to_page(shown: Shown) -> None:
    groups = [
        Group("Many", tuple(IndexEntry(str(n), f"Place {n}", "City", "dot") for n in range(120)))
    ]
    asked: list[int] = []
    shown.list.page_chosen.connect(asked.append)
    shown.show("en", SIZES["smallest"], groups=groups)
    assert shown.list.pages > 2
    buttons = {each.key: each for each in shown.list.findChildren(Button)}
    buttons["on"].click()
    shown.show("en", SIZES["smallest"], 2, groups)
    buttons["back"].click()
    assert asked == [2, 1]
    seen: list[str] = []
    for page in range(1, shown.list.pages + 1):
        shown.show("en", SIZES["smallest"], page, groups)
        seen += [row.accessibleName() for row in shown.rows()]
    assert seen == [f"Place {n}" for n in range(120)]
    assert not buttons["on"].isEnabled()


def test_a_list_of_one_page_has_nothing_to_leaf_with(shown: Shown) -> None:
    shown.show(
        "en", SIZES["full-hd"], groups=[Group("Few", (IndexEntry("a", "A", "City", "dot"),))]
    )
    assert shown.list.pages == 1
    visible = [each for each in shown.list.findChildren(Button) if each.isVisible()]
    assert [each.accessibleName() for each in visible] == ["The whole map", "Search"]


def test_a_page_that_is_not_there_is_the_last_one(shown: Shown) -> None:
    shown.show("en", SIZES["smallest"], 99)
    assert shown.rows() != []


def test_rows_are_built_once_and_filled_again(shown: Shown) -> None:
    shown.show("en", SIZES["full-hd"])
    before = shown.list.findChildren(IndexRow)
    for language in LANGUAGES:
        shown.show(language, SIZES["full-hd"])
    assert shown.list.findChildren(IndexRow) == before


def test_a_thumbnail_leaves_far_islands_out_and_fills_its_square() -> None:
    outline = QPainterPath()
    outline.addRect(QRectF(0, 0, 100, 50))
    outline.addRect(QRectF(900, 900, 5, 5))
    path = thumbnail(outline, QSizeF(64, 64))
    assert path.boundingRect() == QRectF(0, 16, 64, 32)


def test_a_thumbnail_of_nothing_is_empty() -> None:
    assert thumbnail(QPainterPath(QPointF(3, 3)), QSizeF(64, 64)).isEmpty()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_what_is_heard_of_a_place_is_the_fact_that_is_seen(
    shown: Shown, language: str, size: tuple[int, int]
) -> None:
    shown.show(language, size)
    rows = [row for row in shown.list.findChildren(IndexRow) if row.isVisible()]
    assert rows
    for row in rows:
        heard = f"{row.accessibleName()} {row.accessibleDescription()}"
        for text in drawn_texts(row, [row]):
            seen = Counter(filter(str.isdigit, text.words))
            assert seen <= Counter(filter(str.isdigit, heard)), (text.words, heard)
