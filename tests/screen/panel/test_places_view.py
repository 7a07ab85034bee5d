"""The places within a zone fill its panel as cards, each with its picture, name and fact."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtTest import QTest

from kiosk.screen.panel.place_card import PlaceCard
from kiosk.screen.panel.places_view import PlacesView, card_grid
from kiosk.workshop.check.drawn_text import drawn_texts

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SIZES = {"landscape": (664, 830), "portrait": (952, 700), "five-to-four": (630, 790)}
_MOST_VOID = 250


@pytest.fixture
def view(parent: QWidget) -> PlacesView:
    view = PlacesView(parent)
    view.resize(*SIZES["landscape"])
    view.show()
    return view


def zones_with_places(exhibit: Exhibit) -> list[tuple[Zone, tuple[Zone, ...]]]:
    found = [(zone, exhibit.zones_within(zone.id)) for zone in exhibit.zones]
    return [(zone, places) for zone, places in found if places]


def cards(view: PlacesView) -> list[PlaceCard]:
    return [card for card in view.findChildren(PlaceCard) if card.isVisible()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_cards_fill_the_panel_and_say_all_they_have(
    view: PlacesView,
    shipped_exhibit: Exhibit,
    shipped_locales: dict[str, Locale],
    still_look: Look,
    language: str,
    size: str,
) -> None:
    view.resize(*SIZES[size])
    for zone, places in zones_with_places(shipped_exhibit):
        view.show_places(zone, places, 1, shipped_locales[language], still_look)
        shown = cards(view)
        assert [card.accessibleName() for card in shown] == [
            place.name.words_in(language) for place in places
        ]
        bottom = max(card.geometry().bottom() for card in shown)
        assert view.height() - bottom < _MOST_VOID / 2
        for card in shown:
            assert view.rect().contains(card.geometry())
            for text in drawn_texts(view, [card]):
                assert card.geometry().toRectF().adjusted(-1, -1, 1, 1).contains(text.ink), (
                    f"{zone.id}: {text.words!r} leaves its card"
                )
        for one, other in combinations(shown, 2):
            assert not one.geometry().intersects(other.geometry())


def test_a_touch_and_the_keyboard_open_a_place(
    view: PlacesView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    zone, places = zones_with_places(shipped_exhibit)[0]
    opened: list[str] = []
    view.place_chosen.connect(opened.append)
    view.show_places(zone, places, 1, shipped_locales["en"], still_look)
    first, *_ = cards(view)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert opened == [places[0].id, places[0].id]


def test_many_places_take_several_pages_and_none_is_left_out(
    view: PlacesView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    zone, places = shipped_exhibit.zones[0], shipped_exhibit.zones[1:]
    view.show_places(zone, places, 1, shipped_locales["en"], still_look)
    assert view.page_count > 1
    seen: list[str] = []
    for page in range(1, view.page_count + 1):
        view.show_places(zone, places, page, shipped_locales["en"], still_look)
        assert 1 < len(cards(view)) <= 6
        seen += [card.accessibleName() for card in cards(view)]
    assert seen == [place.name.words_in("en") for place in places]


@pytest.mark.parametrize("count", range(1, 30))
def test_no_card_is_too_small_to_touch(still_look: Look, count: int) -> None:
    look = still_look.sized(QSizeF(1920, 1080), (344.0, 194.0))
    for width, height in SIZES.values():
        grid = card_grid(count, width, height, look)
        assert grid.columns * grid.rows * grid.pages >= count
        assert width / grid.columns >= look.target
        assert height / grid.rows >= look.target


def left_half(image: QImage) -> set[str]:
    """The colours of the picture on the left of a wide card."""
    width, height = image.width(), image.height()
    return {
        image.pixelColor(x, y).name()
        for x in range(8, width // 3, 6)
        for y in range(8, height - 8, 6)
    }


def test_a_card_shows_the_picture_of_its_story(
    view: PlacesView, shipped_exhibit: Exhibit, shipped_locales: dict[str, Locale], still_look: Look
) -> None:
    zone, places = next(
        (zone, places) for zone, places in zones_with_places(shipped_exhibit) if len(places) == 2
    )
    view.show_places(zone, places, 1, shipped_locales["en"], still_look)
    view.finish()
    for card in cards(view):
        assert len(left_half(card.grab().toImage())) > 20, "not one plain ground"
