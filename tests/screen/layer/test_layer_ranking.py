"""Rows of a data layer can be read, however many there are and whatever is noted below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.contrast import contrast
from kiosk.look.look import read_look
from kiosk.screen.layer.class_legend import ClassLegend
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.layer.layer_notes import set_notes
from kiosk.screen.layer.layer_ranking import LayerRanking
from kiosk.screen.layer.ranking_turn import RankingTurn
from kiosk.screen.locale import Locale
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from kiosk.workshop.check.drawn_text import DrawnText, drawn_texts

if TYPE_CHECKING:
    from kiosk.look.look import Look

WIDTH = 900
LOW, HIGH = 100, 700
LAST = "Macao SAR"


@pytest.fixture
def look(qapp: object) -> Look:
    return read_look(shipped("assets"), "light").sized(QSizeF(1080, 1920)).still()


def content(layer: str, language: str = "en") -> LayerContent:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    found = exhibit.layer(layer)
    assert found is not None
    return LayerContent.of(
        found, Locale(language, read_words(shipped("assets") / "words"), exhibit)
    )


def drawn_in(
    height: int,
    look: Look,
    pinned: tuple[str, ...] = (),
    layer: str = "population",
    language: str = "en",
) -> list[DrawnText]:
    """What is drawn in so many pixels; nothing of it lies on anything else."""
    sheet = QWidget()
    sheet.resize(WIDTH, height)
    ranking = LayerRanking(sheet)
    ranking.resize(WIDTH, height)
    ranking.show_rows(content(layer, language), look, pinned, None)
    sheet.show()
    texts = drawn_texts(sheet)
    for number, one in enumerate(texts):
        assert all(one.overlap(other).isEmpty() for other in texts[:number]), one.words
    sheet.hide()
    return texts


def words_in(height: int, look: Look, pinned: tuple[str, ...] = ()) -> list[str]:
    return [each.words for each in drawn_in(height, look, pinned)]


def test_all_rows_are_shown_where_there_is_room(look: Look) -> None:
    words = words_in(HIGH, look)

    assert {"Shenzhen", LAST} <= set(words)
    assert not any(each.startswith("and ") for each in words)


def test_without_room_the_highest_are_shown_and_the_others_counted(look: Look) -> None:
    words = words_in(LOW, look)

    assert LAST not in words
    assert "and 6 more" in words
    assert words_in(1, look)


def test_what_is_pinned_has_a_row_in_any_case(look: Look) -> None:
    words = words_in(LOW, look, ("macao",))

    assert LAST in words
    assert "and 6 more" in words


@pytest.mark.parametrize("height", [LOW, LOW + 70, 1])
@pytest.mark.parametrize("pinned", [(), ("macao",), ("macao", "", "zhaoqing")])
def test_the_last_place_leads_to_all_other_rows_and_back(
    look: Look, height: int, pinned: tuple[str, ...]
) -> None:
    sheet = QWidget()
    ranking = LayerRanking(sheet)
    ranking.resize(WIDTH, height)
    ranking.show_rows(content("population"), look, pinned, None)
    sheet.show()

    def names() -> list[str]:
        return [each.zone for each in targets(ranking)]

    first = names()
    (turn,) = ranking.findChildren(RankingTurn)
    places = [each.geometry() for each in targets(ranking)]
    seen, told = set(first), [turn.accessibleName()]
    while told[-1] != "Back to the top":
        QTest.mouseClick(turn, Qt.MouseButton.LeftButton, pos=turn.rect().center())
        told.append(turn.accessibleName())
        now = [each.geometry() for each in targets(ranking)]
        assert len(now) <= len(places)
        assert height == 1 or now == places[: len(now)], "nothing changes its size"
        seen |= set(names())
    assert seen == {row.zone for row in content("population").listed}
    if height > 1:
        counts = [int(words.split()[1]) for words in told[:-1]]
        assert counts == sorted(set(counts), reverse=True)
    QTest.keyClick(turn, Qt.Key.Key_Return)
    assert names() == first
    assert turn.accessibleName() == told[0]
    sheet.hide()


def test_what_is_pinned_anew_is_seen_whatever_page_is_open(look: Look) -> None:
    sheet = QWidget()
    ranking = LayerRanking(sheet)
    ranking.resize(WIDTH, LOW)
    people = content("population")
    ranking.show_rows(people, look, (), None)
    (turn,) = ranking.findChildren(RankingTurn)
    turn.click()
    page = [each.zone for each in targets(ranking)]

    ranking.show_rows(people, look, (page[1],), None)
    assert [each.zone for each in targets(ranking)] == page, "a touched row stays"
    ranking.show_rows(people, look, (page[1], "guangzhou"), None)
    assert {page[1], "guangzhou"} <= {each.zone for each in targets(ranking)}

    turn.click()
    ranking.begin_again()
    ranking.show_rows(people, look, (), None)
    assert targets(ranking)[0].zone == people.listed[0].zone


def targets(ranking: LayerRanking) -> list[ZoneRowTarget]:
    return [each for each in ranking.findChildren(ZoneRowTarget) if not each.isHidden()]


def test_all_names_are_as_large_as_the_longest_has_room_for(look: Look) -> None:
    texts = drawn_in(LOW * 3, look, language="pt")

    names = [each for each in texts if each.words[0].isalpha()]
    assert len(names) == 11
    assert len({each.least_size for each in names}) == 1


def test_few_rows_stand_below_each_other_where_they_have_room(look: Look) -> None:
    lefts = {
        height: {
            round(each.origin.x())
            for each in drawn_in(height, look, layer="patents")
            if each.words[0].isalpha()
        }
        for height in (LOW, LOW * 2)
    }

    assert [len(each) for each in lefts.values()] == [2, 1]


def test_places_without_a_value_are_named_or_counted(look: Look) -> None:
    patents = content("patents")

    roomy = set_notes(patents, look, WIDTH, 1.0, (HIGH, HIGH))
    tight = set_notes(patents, look, WIDTH, 1.0, (0, HIGH))

    assert "Jiangmen" in roomy[0].text
    assert "Jiangmen" not in tight[0].text
    assert tight[0].text.startswith("No data for ")
    assert tight[0].line_count == 1


def test_a_long_list_of_such_places_is_counted_even_where_it_has_room(look: Look) -> None:
    notes = set_notes(content("patents"), look, 150, 1.0, (5000, 5000))

    assert notes[0].text.startswith("No data for ")
    assert "Jiangmen" not in notes[0].text


def test_notes_are_cut_before_rows_have_no_room(look: Look) -> None:
    notes = set_notes(content("patents"), look, 160, 1.0, (0, LOW))

    assert sum(note.size.height() for note in notes) <= LOW
    assert notes[-1].text.endswith("…")


def test_in_low_rows_numbers_and_what_stands_in_their_place_are_as_small_as_names(
    look: Look,
) -> None:
    yuan = content("output-in-yuan")

    def sizes(height: int) -> dict[str, float]:
        sheet = QWidget()
        sheet.resize(WIDTH // 2, height)
        ranking = LayerRanking(sheet)
        ranking.resize(WIDTH // 2, height)
        ranking.show_rows(yuan, look, ("hong-kong", "zhuhai"), None)
        sheet.show()
        found = {each.words: each.least_size for each in drawn_texts(sheet)}
        sheet.hide()
        return found

    high, low = sizes(800), sizes(370)
    assert high.keys() == low.keys()
    for words in ("3,460", "404.545", "no data", "Shenzhen"):
        assert low[words] < high[words], words


def test_the_bar_of_another_class_is_still_seen(qapp: object) -> None:
    dark = read_look(shipped("assets"), "dark").sized(QSizeF(1920, 1080)).still()
    output = content("output")
    sheet = QWidget()
    ranking = LayerRanking(sheet)
    ranking.resize(500, 700)
    ranking.show_rows(output, dark, (), 0)
    image = QImage(ranking.size(), QImage.Format.Format_RGB32)
    image.fill(dark.theme.panel)
    ranking.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    longest = range(round(700 / 11))
    light = dark.theme.dim.lightness() + 25
    column = [image.pixelColor(300, y).lightness() for y in longest]
    assert sum(each > light for each in column) >= 2, "the rim above and below"


@pytest.mark.parametrize("theme", THEMES)
def test_the_bar_of_every_class_is_seen(qapp: object, theme: str) -> None:
    own = read_look(shipped("assets"), theme).sized(QSizeF(1920, 1080)).still()
    output, sheet = content("density"), QWidget()
    ranking = LayerRanking(sheet)
    ranking.resize(500, 700)
    ranking.show_rows(output, own, (), None)
    image = QImage(ranking.size(), QImage.Format.Format_RGB32)
    image.fill(own.theme.panel)
    ranking.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    height = 700 / len(output.listed)
    stripe = [image.pixelColor(x, round(height / 2)) != own.theme.panel for x in range(500)]
    left = next(x for x in range(500) if all(stripe[x : x + 60]))
    for row in range(len(output.listed)):
        ys = range(round(row * height) + 2, round((row + 1) * height) - 2)
        column = [image.pixelColor(left + 1, y) for y in ys]
        assert max(contrast(color, own.theme.panel) for color in column) >= 3, row


def test_in_high_contrast_the_class_that_is_looked_at_has_a_rim_of_its_own(qapp: object) -> None:
    bare = read_look(shipped("assets"), "hc").sized(QSizeF(1920, 1080)).still()
    sheet = QWidget()
    ranking, legend = LayerRanking(sheet), ClassLegend(sheet)
    ranking.resize(500, 700)

    def rims(alone: int | None) -> list[int]:
        ranking.show_rows(content("output"), bare, (), alone)
        legend.show_classes(content("output"), bare, alone, 500)
        found = []
        for widget in (ranking, legend):
            image = widget.grab().toImage()
            pixels = (
                image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
            )
            found.append(sum(each == bare.theme.pearl for each in pixels))
        return found

    assert rims(None) == [0, 0]
    assert all(each > 50 for each in rims(0))
