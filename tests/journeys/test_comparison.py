"""Two pictures upon each other: a finger, keys and buttons uncover the one or the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.place import HOME, Place
from kiosk.journey.comfort import Comfort
from kiosk.workshop.narration.narrated_texts import narrated_texts
from tests.assistive_tree import tree_of
from tests.diagonal import diagonal
from tests.journeys.listener import Listener
from tests.journeys.picture_panels import (
    COMFORTS,
    LONG,
    SIZES,
    go,
    shown_in_all_languages,
    visitor_at,
)
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.journeys.visitor import Visitor, wait_until
from tests.look.photographs import is_near
from tests.speech.recorded_speech import RecordedSpeech

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app import App
    from kiosk.screen.picture.compared_pictures import ComparedPictures

BANK = Place("shenzhen", "bank")
HANDLE = "Compare the two pictures"


@pytest.fixture
def visitor(picture_exhibit: App) -> Visitor:
    return visitor_at(picture_exhibit, BANK)


def compared(visitor: Visitor) -> ComparedPictures:
    return visitor.sees("ComparedPictures")  # type: ignore[return-value]


def uncovered(visitor: Visitor) -> float:
    """Where red ends, as a share of the width."""
    pictures = compared(visitor)
    image = pictures.grab().toImage()
    y = image.height() // 4
    red = [x for x in range(0, image.width(), 4) if is_near(image.pixelColor(x, y), QColor("red"))]
    return len(red) * 4 / image.width()


def test_both_are_seen_half_and_half_with_their_names_and_days(visitor: Visitor) -> None:
    assert uncovered(visitor) == pytest.approx(0.5, abs=0.02)
    told = tree_of(visitor.app.stage).words()
    assert "The pier: 50%" in told
    bank = "The river bank seen from the bridge"
    assert f"The pier (2003): {bank} The quarter (2024): {bank}" in told
    assert {"Wong Mei · CC BY 4.0", "Joana Silva · CC BY 4.0"} <= set(told)


def test_the_handle_is_20_mm_and_follows_a_finger(visitor: Visitor) -> None:
    handle = visitor.control(HANDLE)
    millimetre = 1080 / 299
    assert min(handle.width(), handle.height()) >= 20 * millimetre - 1
    start = visitor.middle_of(handle)
    visitor.put_down(start)
    visitor.move(start + QPoint(-60, 3))
    visitor.move(start + QPoint(-250, 5))
    visitor.lift(start + QPoint(-250, 5))

    width = compared(visitor).width()
    assert compared(visitor).share == pytest.approx((start.x() - 250) / width, abs=0.01)
    assert uncovered(visitor) == pytest.approx(compared(visitor).share, abs=0.02)


def test_a_touch_brings_it_there_and_it_never_leaves_the_picture(visitor: Visitor) -> None:
    pictures = compared(visitor)
    visitor.touch(QPoint(pictures.width() * 3 // 4, 300))
    assert pictures.share == pytest.approx(0.75, abs=0.01)
    visitor.put_down(visitor.middle_of(visitor.control(HANDLE)))
    visitor.move(QPoint(pictures.width() + 400, 300))
    visitor.lift(QPoint(pictures.width() + 400, 300))
    assert pictures.share == 1
    assert pictures.rect().contains(visitor.control(HANDLE).geometry())


def test_arrows_move_it_in_tenths_and_it_says_so(visitor: Visitor) -> None:
    visitor.tab_to(HANDLE)
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Right)
    assert compared(visitor).share == pytest.approx(0.7)
    assert visitor.control(HANDLE).accessibleDescription() == "The pier: 70%"
    visitor.press(Qt.Key.Key_Home)
    assert visitor.control(HANDLE).accessibleDescription() == "The quarter: 100%"
    visitor.press(Qt.Key.Key_Right)
    assert visitor.control(HANDLE).accessibleDescription() == "The quarter: 90%"


def test_a_press_of_a_key_alone_leads_through_all_of_it_and_begins_anew(visitor: Visitor) -> None:
    """With two switches nobody has more than that."""
    visitor.tab_to(HANDLE)
    seen = []
    for _ in range(7):
        visitor.press(Qt.Key.Key_Return)
        seen.append(round(compared(visitor).share, 1))
    assert seen == [0.6, 0.7, 0.8, 0.9, 1.0, 0.0, 0.1]


def test_the_buttons_on_the_sheet_do_the_same_for_who_does_not_reach_it(visitor: Visitor) -> None:
    visitor.touch_control("More of: The quarter")
    assert compared(visitor).share == pytest.approx(0.4)
    for _ in range(6):
        visitor.take_a_moment()
        visitor.touch_control("More of: The pier")
    assert compared(visitor).share == pytest.approx(1.0)
    assert not visitor.control("More of: The pier").isEnabled()
    assert "The pier: 100%" in tree_of(visitor.app.stage).words()


def test_a_screen_reader_has_a_slider(visitor: Visitor) -> None:
    slider = tree_of(visitor.app.stage).find(QAccessible.Role.Slider)
    assert (slider.name, slider.description) == (HANDLE, "The pier: 50%")
    interface = QAccessible.queryAccessibleInterface(slider.what)
    assert interface is not None
    actions = interface.actionInterface()
    actions.doAction(actions.increaseAction())
    assert compared(visitor).share == pytest.approx(0.6)


def test_both_open_large_and_whole_with_what_uncovers_them(visitor: Visitor) -> None:
    before = compared(visitor)
    visitor.touch_control("Make the picture large")
    visitor.app.stage.finish()
    frame = visitor.sees("PictureFrame")
    (large,) = (each for each in frame.findChildren(QWidget) if type(each) is type(before))
    image = visitor.app.stage.grab().toImage()
    y = large.geometry().center().y() + 100

    assert large.width() / large.height() == pytest.approx(4 / 3, abs=0.01)
    assert is_near(image.pixelColor(large.x() + 30, y), QColor("red"))
    assert is_near(image.pixelColor(large.geometry().right() - 30, y), QColor("blue"))
    assert frame.accessibleDescription().startswith("The pier (2003) · The quarter (2024)\n")

    visitor.tab_to(HANDLE)
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Right)
    visitor.press(Qt.Key.Key_Escape)
    assert not visitor.shows("PictureFrame")
    assert compared(visitor).share == pytest.approx(0.7)


def test_another_visit_begins_half_and_half(visitor: Visitor) -> None:
    visitor.touch(QPoint(200, 300))
    assert compared(visitor).share < 0.5
    go(visitor, HOME)
    assert not visitor.shows("ComparedPictures")
    go(visitor, BANK)
    assert compared(visitor).share == 0.5


def test_another_language_leaves_it_where_it_is(visitor: Visitor) -> None:
    visitor.touch(QPoint(200, 300))
    share = compared(visitor).share
    visitor.app.journey.set_comfort(Comfort("pt", still=True))
    visitor.app.stage.finish()
    assert compared(visitor).share == share
    assert any(each.startswith("O cais (2003): ") for each in tree_of(visitor.app.stage).words())


def test_where_things_move_it_glides_there(picture_folder: Path, qapp: object) -> None:
    app = open_exhibit(picture_folder, still=False)
    visitor = Visitor(app)
    app.journey.go(BANK)
    app.stage.finish()
    visitor.take_a_moment()
    pictures = compared(visitor)
    visitor.touch(QPoint(pictures.width() // 10, 300))
    assert pictures.share == pytest.approx(0.1, abs=0.01)
    wait_until(lambda: pictures._share == pictures.share)
    close_exhibit(app)


@pytest.mark.parametrize(("size", "comfort"), diagonal(SIZES, COMFORTS))
def test_nothing_of_it_stands_on_anything_else_in_any_shape(
    visitor: Visitor, size: tuple[int, int], comfort: Comfort
) -> None:
    for _ in shown_in_all_languages(visitor, BANK, size, comfort):
        view = visitor.sees("ComparisonView")
        text = max(y + paragraph.height for paragraph, y in view._shown.paragraphs)  # type: ignore[attr-defined]
        for button in (view._back, view._on):  # type: ignore[attr-defined]
            assert button.geometry().top() + button.margin >= text - 2
            assert view.rect().bottom() >= button.geometry().bottom() - button.margin
        assert compared(visitor).rect().contains(compared(visitor).handle.geometry())


@pytest.fixture
def listener(picture_folder: Path, qapp: object) -> Iterator[Listener]:
    app, speech = open_exhibit(picture_folder), RecordedSpeech()
    app.listen(speech)
    assert app.aloud is not None
    app.aloud.reader.arriving_ms = 0
    app.aloud.speaker._headphones = None
    app.idle.start()
    yield Listener(app, speech)
    close_exhibit(app)


def test_a_keypad_moves_it_in_steps_and_hears_how_it_stands(listener: Listener) -> None:
    app = listener.app
    go(listener, BANK)
    listener.hear(Qt.Key.Key_Down)
    listener.hear_until("Compare the two pictures")
    heard = listener.hear(Qt.Key.Key_Return)

    layers = app.stage._layers
    assert layers is not None
    assert layers.panel.compared.share == pytest.approx(0.6)
    assert any("60" in each or "sixty" in each for each in heard), heard

    listener.hear_until("More of: The quarter")
    heard = listener.hear(Qt.Key.Key_Return)
    assert layers.panel.compared.share == pytest.approx(0.5)
    assert any("fifty" in each or "50" in each for each in heard), heard


def test_all_that_is_said_of_it_is_narrated(picture_folder: Path, qapp: object) -> None:
    said = narrated_texts(picture_folder, ["en"])
    words = {each.written for each in said}

    for percent in range(50, 101, 10):
        assert f"The pier: {percent}%" in words
    assert {"The quarter: 100%", LONG["en"], "Picture 5 of 5"} <= words
