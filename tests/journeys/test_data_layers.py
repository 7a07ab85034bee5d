"""A visitor lays data on the map, reads it with a finger, compares two places, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.exhibit.place import HOME, Place
from kiosk.screen.layer.class_legend import ClassSwatch
from kiosk.screen.map.map_shades import pin_colors
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from kiosk.screen.map.map_shading import Shading
    from tests.journeys.visitor import Visitor

POPULATION = Place(layer="population")
OPEN_WATER = QPoint(1110, 790)


@pytest.fixture
def reader(visitor: Visitor) -> Visitor:
    """A visitor who looks at the layer of people."""
    visitor.take_a_moment()
    visitor.touch_control("What should the map show?")
    visitor.take_a_moment()
    visitor.touch_control("Population")
    visitor.take_a_moment()
    visitor.app.stage.finish()
    assert visitor.place == POPULATION
    return visitor


def shading(visitor: Visitor) -> Shading:
    found = visitor.app.stage.map_view.goal.shading
    assert found is not None
    return found


def pinned(visitor: Visitor) -> tuple[str, ...]:
    return visitor.app.journey.highlight


def said(visitor: Visitor) -> str:
    """What the reading at the finger says to a screen reader."""
    return visitor.sees("ReadingCard").accessibleDescription()


def row(visitor: Visitor, zone: str) -> ZoneRowTarget:
    rows = (each for each in visitor.controls() if isinstance(each, ZoneRowTarget))
    return next(each for each in rows if each.zone == zone)


def test_a_button_of_the_dock_offers_the_layers_and_takes_them_back(visitor: Visitor) -> None:
    visitor.touch_control("What should the map show?")
    assert visitor.shows("LayerMenu")
    visitor.take_a_moment()
    visitor.touch_place("zhaoqing")
    assert not visitor.shows("LayerMenu")
    assert visitor.place == HOME


def test_a_place_is_read_where_the_finger_is(reader: Visitor) -> None:
    finger = reader.point_of("guangzhou") + QPoint(12, 30)
    reader.touch(finger)

    assert reader.place == POPULATION
    assert reader.app.journey.highlight == ("guangzhou",)
    card = reader.sees("ReadingCard")
    off = card.geometry().adjusted(-200, -200, 200, 200)
    assert off.contains(finger), "it is near, though it hides no other place"
    assert not card.geometry().contains(finger)
    assert "Guangzhou" in said(reader)
    assert "1st of 11" in said(reader)


def test_two_places_are_compared_in_words_and_a_third_takes_the_place_of_the_second(
    reader: Visitor,
) -> None:
    reader.touch_place("guangzhou")
    reader.touch_place("macao")
    assert reader.app.journey.highlight == ("guangzhou", "macao")
    assert "times as many people as Macao" in said(reader)

    reader.touch_place("jiangmen")
    assert reader.app.journey.highlight == ("guangzhou", "jiangmen")
    assert shading(reader).pinned == ("guangzhou", "jiangmen")
    card = reader.sees("ReadingCard")
    assert "Jiangmen takes the place of Macao" in card.accessibleDescription()
    tall = card.height()
    touch = reader.touch_control
    touch("繁體中文")
    assert "江門取代了澳門" in reader.sees("ReadingCard").accessibleDescription()
    touch("English")
    reader.touch_place("jiangmen")
    reader.touch_place("jiangmen")
    card = reader.sees("ReadingCard")
    assert "takes the place" not in card.accessibleDescription()
    assert card.height() < tall, "the sentence was seen"


def test_what_is_touched_has_its_outline_without_anything_else_happening(reader: Visitor) -> None:
    reader.touch_place("jiangmen")
    wait_until(lambda: shows_outlines_of(reader, "jiangmen"))
    reader.touch_place("guangzhou")
    wait_until(lambda: shows_outlines_of(reader, "jiangmen", "guangzhou"))
    reader.take_a_moment()
    reader.touch(OPEN_WATER)
    wait_until(lambda: shows_outlines_of(reader))


def shows_outlines_of(visitor: Visitor, *zones: str) -> bool:
    """Whether the map is drawn with those outlined, and no others."""
    return shading(visitor).pinned == zones and visitor.app.stage.map_view.at_rest


def colors(visitor: Visitor) -> dict[str, str]:
    """In which colour each pinned place is outlined, and its row rimmed."""
    theme = visitor.app.stage.state.look.theme
    on_map = {zone: ink.name() for zone, ink in pin_colors(shading(visitor).pinned, theme)}
    ranking = visitor.sees("LayerRanking")
    image = ranking.grab().toImage()
    for zone, ink in on_map.items():
        target = row(visitor, zone).geometry()
        middle = target.center().y()
        found = {image.pixelColor(x, middle).name() for x in range(target.left())}
        assert ink in found, zone
    return on_map


def test_a_place_keeps_its_colour_for_as_long_as_it_is_pinned(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    reader.touch_place("macao")
    first, second = colors(reader).values()

    reader.touch_place("guangzhou")
    assert colors(reader) == {"macao": second}
    reader.touch_place("jiangmen")
    assert pinned(reader) == ("macao", "jiangmen")
    assert colors(reader) == {"macao": second, "jiangmen": first}
    reader.touch_place("zhongshan")
    assert colors(reader) == {"macao": second, "zhongshan": first}

    reader.take_a_moment()
    reader.touch_control("Open Macao SAR")
    reader.take_a_moment()
    reader.touch_control("Back to the map layer: Population")
    assert colors(reader) == {"macao": second, "zhongshan": first}
    reader.take_a_moment()
    reader.touch(OPEN_WATER)
    reader.touch_place("macao")
    assert colors(reader) == {"macao": first}


def test_the_water_lets_go_and_the_layer_stays(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    reader.take_a_moment()
    reader.touch(OPEN_WATER)
    assert reader.place == POPULATION
    assert reader.app.journey.highlight == ()
    assert not reader.shows("ReadingCard")


def test_a_row_is_the_same_as_its_place(reader: Visitor) -> None:
    reader.touch(reader.middle_of(row(reader, "zhongshan")))
    assert pinned(reader) == ("zhongshan",)
    assert "Zhongshan" in said(reader)
    reader.touch_place("zhongshan")
    assert pinned(reader) == ()


def test_the_ranking_is_a_list_with_every_value_for_who_does_not_see_the_map(
    reader: Visitor,
) -> None:
    rows = [each for each in reader.controls() if isinstance(each, ZoneRowTarget)]
    assert [each.zone for each in rows][:2] == ["guangzhou", "shenzhen"]
    assert rows[0].accessibleName() == "Guangzhou: 18.68 million people, 1st of 11"
    assert len(rows) == 11


@pytest.mark.parametrize(
    ("first", "second"),
    [("shenzhen", "hong-kong"), ("hong-kong", "shenzhen"), ("macao", "zhuhai")],
)
def test_the_reading_leaves_both_compared_places_to_be_seen(
    reader: Visitor, first: str, second: str
) -> None:
    reader.app.journey.go(POPULATION, (first, second))
    reader.app.stage.finish()
    card = reader.sees("ReadingCard")
    points = [reader.point_of(zone) for zone in (first, second)]
    assert [point for point in points if card.geometry().contains(point)] == []


def test_a_class_that_is_touched_dims_the_others_until_it_is_touched_again(
    reader: Visitor,
) -> None:
    swatch = next(each for each in reader.controls() if isinstance(each, ClassSwatch))
    reader.touch(reader.middle_of(swatch))
    assert shading(reader).alone == 0
    assert swatch.isChecked()
    reader.take_a_moment()
    reader.touch(reader.middle_of(swatch))
    assert shading(reader).alone is None


def test_from_the_reading_a_button_opens_the_place(reader: Visitor) -> None:
    reader.touch_place("shenzhen")
    reader.take_a_moment()
    reader.touch_control("Open Shenzhen")
    assert reader.place == Place("shenzhen")
    assert reader.app.stage.map_view.goal.shading is None
    assert not reader.shows("LayerPanel")


def test_the_way_back_leads_to_the_plain_map(reader: Visitor) -> None:
    reader.touch_control("Back to the map")
    assert reader.place == HOME
    assert reader.app.stage.map_view.goal.shading is None


def test_everything_goes_by_keyboard(visitor: Visitor) -> None:
    visitor.tab_to("What should the map show?")
    visitor.press(Qt.Key.Key_Return)
    focused = visitor.focused
    assert focused is not None
    assert focused.accessibleName() == "Population"
    visitor.press(Qt.Key.Key_Return)
    assert visitor.place == POPULATION

    visitor.tab_to("Guangzhou: 18.68 million people, 1st of 11")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.app.journey.highlight == ("guangzhou",)
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.place == HOME


def test_escape_closes_the_menu_and_nothing_else(reader: Visitor) -> None:
    reader.touch_control("What should the map show?")
    assert reader.shows("LayerMenu")
    reader.press(Qt.Key.Key_Escape)
    assert not reader.shows("LayerMenu")
    assert reader.place == POPULATION


def test_the_source_opens_over_the_panel_and_escape_closes_it(reader: Visitor) -> None:
    note = next(each for each in reader.names() if each.startswith("Source: "))
    reader.touch_control(note)
    assert reader.shows("SourceCard")
    reader.press(Qt.Key.Key_Escape)
    assert not reader.shows("SourceCard")
    assert reader.place == POPULATION


def test_another_language_says_the_same_and_keeps_what_is_compared(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    reader.take_a_moment()
    reader.touch_control("Português")
    assert reader.place == POPULATION
    assert reader.app.journey.highlight == ("guangzhou",)
    assert "Cantão" in said(reader)
    assert row(reader, "guangzhou").accessibleName().startswith("Cantão: ")


def test_the_reading_goes_with_the_map_that_is_moved(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    before = reader.sees("ReadingCard").pos()
    start = OPEN_WATER
    reader.put_down(start)
    for step in range(1, 9):
        reader.move(start + QPoint(0, 10 * step))
    reader.lift(start + QPoint(0, 80))
    reader.app.stage.map_view.finish()
    assert reader.sees("ReadingCard").y() > before.y()
    assert reader.place == POPULATION


def test_the_next_visitor_finds_the_plain_map(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    reader.app.presence.over.emit()
    assert reader.place == HOME
    assert reader.app.journey.highlight == ()
    assert not reader.shows("LayerPanel")


def scrub(reader: Visitor, share: float) -> None:
    """Touch the lines over the years at that share of their width."""
    lines = reader.sees("YearScrubber")
    reader.touch(lines.mapTo(reader.app.stage, QPoint(round(lines.width() * share), 60)))


def test_a_finger_on_the_years_chooses_one_and_buttons_the_next(reader: Visitor) -> None:
    reader.app.journey.go(Place(layer="research-share"), ("hong-kong",))
    reader.app.stage.finish()
    scrub(reader, 0.12)
    assert reader.place.year == "2015"
    assert reader.app.journey.highlight == ("hong-kong",)
    assert "2015" in said(reader)

    reader.touch_control("A later year")
    assert reader.place.year == "2016"
    assert not reader.control("A later year").isDown()


def test_the_arrow_keys_go_from_year_to_year(reader: Visitor) -> None:
    reader.app.journey.go(Place(layer="research-share", year="2016"))
    reader.app.stage.finish()
    reader.tab_to("Year: 2016")
    reader.press(Qt.Key.Key_Right)
    assert reader.place.year == "2017"
    reader.press(Qt.Key.Key_Home)
    assert reader.place.year == "2015"


def test_a_layer_of_one_year_has_no_line(reader: Visitor) -> None:
    reader.app.journey.go(Place(layer="area"))
    reader.app.stage.finish()
    assert not reader.shows("YearLine")


def test_what_is_compared_on_one_layer_is_compared_on_the_next(reader: Visitor) -> None:
    reader.touch_place("guangzhou")
    reader.touch_place("macao")
    reader.take_a_moment()
    reader.touch_control("What should the map show?")
    reader.take_a_moment()
    reader.touch_control("Area")
    assert reader.place == Place(layer="area")
    assert shading(reader).pinned == ("guangzhou", "macao")
