"""A gallery: one picture is large, a touch on a small one shows that, and each opens larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.look.taken_texts import texts_taken_from
from kiosk.screen.assistive.reading_texts import letters_of
from tests.assistive_tree import tree_of
from tests.diagonal import diagonal
from tests.journeys.picture_panels import (
    COLORS,
    COMFORTS,
    LONG,
    SIZES,
    go,
    shown_in_all_languages,
    visitor_at,
    with_picture_panels,
)
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.look.photographs import is_near

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.app import App
    from tests.exhibit.sound_content import Content
    from tests.journeys.visitor import Visitor

HALL = Place("shenzhen", "hall")


@pytest.fixture
def visitor(picture_exhibit: App) -> Visitor:
    return visitor_at(picture_exhibit, HALL)


def shown(visitor: Visitor) -> QColor:
    """The colour of the large picture."""
    picture = visitor.sees("StoryPicture")
    return picture.grab().toImage().pixelColor(picture.rect().center())


def thumbs(visitor: Visitor) -> list[QWidget]:
    strip = visitor.sees("PictureStrip")
    return [each for each in visitor.controls() if each.parentWidget() is strip]


def test_the_first_picture_is_large_and_all_are_small_beside_it(visitor: Visitor) -> None:
    assert is_near(shown(visitor), QColor(COLORS[0]))
    names = [each.accessibleName() for each in thumbs(visitor)]
    assert names == [f"Picture {number} of 5" for number in range(1, 6)]
    assert [each.isChecked() for each in thumbs(visitor)] == [True, *[False] * 4]  # type: ignore[attr-defined]
    assert "The hall in its year 1" in tree_of(visitor.app.stage).words()


def test_a_touch_on_a_small_one_makes_it_large_with_its_caption(visitor: Visitor) -> None:
    visitor.touch_control("Picture 4 of 5")
    visitor.app.stage.finish()

    assert visitor.place == HALL.at_page(4)
    assert is_near(shown(visitor), QColor(COLORS[3]))
    told = tree_of(visitor.app.stage).words()
    assert "The hall in its year 4" in told
    assert "The hall in its year 1" not in told[:6]
    assert "Wong Mei · CC BY 4.0" in told


def test_the_buttons_lead_through_all_and_on_to_the_next_panel(visitor: Visitor) -> None:
    for page in range(2, 6):
        visitor.take_a_moment()
        visitor.touch_control("Next")
        visitor.app.stage.finish()
        assert visitor.place == HALL.at_page(page)
    visitor.take_a_moment()
    visitor.touch_control("Next")
    assert visitor.place == Place("shenzhen", "bank")


def test_each_opens_larger_with_its_caption_and_closes_again(visitor: Visitor) -> None:
    go(visitor, HALL.at_page(2))
    visitor.touch_control("Make the picture large")
    visitor.app.stage.finish()
    frame = visitor.sees("PictureFrame")

    assert frame.accessibleName() == "View 2 of the great hall"
    assert frame.accessibleDescription() == "The hall in its year 2\nWong Mei · CC BY 4.0"
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.shows("PictureFrame")
    assert visitor.place == HALL.at_page(2)


def test_the_keyboard_comes_by_every_picture_and_enter_shows_it(visitor: Visitor) -> None:
    visitor.tab_to("Picture 3 of 5")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.place == HALL.at_page(3)


def test_a_screen_reader_hears_which_one_is_large(visitor: Visitor) -> None:
    go(visitor, HALL.at_page(2))
    pictures = tree_of(visitor.app.stage).find(QAccessible.Role.Grouping, "Choose a picture")

    assert [each.role for each in pictures.items] == [QAccessible.Role.RadioButton] * 5
    assert [each.state.checked for each in pictures.items] == [0, 1, 0, 0, 0]
    assert pictures.items[2].description == "The hall in its year 3"


@pytest.mark.parametrize(("size", "comfort"), diagonal(SIZES, COMFORTS, turned=1))
def test_all_of_it_has_room_in_every_shape(
    visitor: Visitor, size: tuple[int, int], comfort: Comfort
) -> None:
    for _ in shown_in_all_languages(visitor, HALL, size, comfort):
        view = visitor.sees("GalleryView")
        if visitor.shows("PictureStrip"):
            strip = visitor.sees("PictureStrip")
            assert view.rect().contains(strip.geometry())
            target = visitor.app.stage._look.target
            for thumb in thumbs(visitor):
                assert strip.rect().contains(thumb.geometry())
                assert min(thumb.width(), thumb.height()) >= target - 1
        text = max(y + paragraph.height for paragraph, y in view._shown.paragraphs)  # type: ignore[attr-defined]
        assert text <= view.height() - view._parts[0].below + 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("size", "comfort"),
    diagonal([*SIZES[:2], (1280, 1024)], [*COMFORTS[1:], Comfort(text_size=3, low_reach=True)]),
)
def test_no_word_of_a_long_caption_is_lost_and_the_first_ones_stand_below_the_title(
    visitor: Visitor, size: tuple[int, int], comfort: Comfort
) -> None:
    for language in shown_in_all_languages(visitor, HALL.at_page(5), size, comfort):
        view, sheet = visitor.sees("GalleryView"), visitor.app.stage.sheet
        assert sheet is not None
        told: list[str] = []
        while not told or sheet.turn_part(1):
            texts = texts_taken_from(view)
            lowest = max(text.setting.rect(text.at.x(), text.at.y()).bottom() for text in texts)
            strip = visitor.sees("PictureStrip").y() if visitor.shows("PictureStrip") else None
            assert lowest <= (view.height() if strip is None else strip) + 2
            told.append(letters_of("".join(text.setting.text for text in texts)))
        words = letters_of(LONG[language])
        assert words in "".join(told)
        assert words[:6] in told[0]


def test_it_is_a_page_of_a_tour_and_found_by_its_address(visitor: Visitor) -> None:
    assert Place.parse("shenzhen/hall/3") == HALL.at_page(3)
    go(visitor, Place.parse("shenzhen/hall/3"))
    assert is_near(shown(visitor), QColor(COLORS[2]))
    go(visitor, HOME)
    assert not visitor.shows("StoryPicture")


def test_one_whose_file_is_missing_is_left_out_and_told(content: Content, qapp: object) -> None:
    with_picture_panels(content)
    (content.folder / "pictures" / "hall-2.jpg").unlink()
    app: App = open_exhibit(content.folder)
    app.journey.go(HALL)
    app.stage.finish()

    assert app.stage.pages == 4
    close_exhibit(app)
