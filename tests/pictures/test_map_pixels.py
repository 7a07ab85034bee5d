"""The map's picture, at points that are known from geography."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.place import Place
from kiosk.geography.projection import project
from kiosk.look.look import read_look
from kiosk.screen.map.map_cameras import home_camera
from kiosk.shipped import shipped
from tests.pictures.picture import Picture, grabbed
from tests.shipped_framing import shipped_framing

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from kiosk.app import App
    from kiosk.look.look import Look
    from tests.pictures.conftest import InTheme, Seen

LINGDINGYANG = (113.68, 22.52)
"""The heart of the estuary, in WGS 84 degrees."""
SOUTH_CHINA_SEA = (114.75, 21.95)
HUIDONG = (114.95, 23.05)
"""Land in the east of Huizhou, far from borders, names and the light of the water."""


def at_home(picture: Picture, look: Look, lonlat: tuple[float, float]) -> QColor:
    camera = home_camera(look, shipped_framing(), QSizeF(picture.size()))
    x, y = camera.to_screen(*project(*lonlat))
    return picture.pixelColor(round(x), round(y))


def test_a_picture_has_the_pixels_of_the_screen(seen: Seen) -> None:
    assert seen().ratio == float(os.environ.get("QT_SCALE_FACTOR", "1"))


def test_the_estuary_is_the_light_of_the_picture(seen: Seen, look: Look) -> None:
    home = seen()
    heart = at_home(home, look, LINGDINGYANG).lightness()
    sea = at_home(home, look, SOUTH_CHINA_SEA).lightness()
    land = at_home(home, look, HUIDONG).lightness()

    assert heart > 180
    assert land < 80
    assert sea < 80


def test_land_and_open_sea_are_different_at_home(seen: Seen, look: Look) -> None:
    home = seen()

    assert at_home(home, look, HUIDONG) != at_home(home, look, SOUTH_CHINA_SEA)


@pytest.mark.parametrize("place", ["qianhai", "hengqin", "nansha", "csns"])
def test_the_chosen_marker_is_a_kapok_disc(
    seen: Seen, exhibit: App, look: Look, place: str
) -> None:
    picture = seen(place)
    point = exhibit.stage.map_view.chosen_point()
    assert point is not None
    x, y = round(point.x()), round(point.y())

    for dx, dy in ((15, 0), (-15, 0), (0, 15), (0, -15)):
        assert picture.pixelColor(x + dx, y + dy) == look.theme.accent
    assert picture.pixelColor(x, y) == look.theme.on_accent


def test_at_home_a_marker_is_a_pearl_with_a_kapok_core(
    seen: Seen, exhibit: App, look: Look
) -> None:
    picture = seen()
    point = exhibit.stage.map_view.target_point("qianhai")
    assert point is not None
    x, y = round(point.x()), round(point.y())

    assert picture.pixelColor(x, y) == look.theme.accent
    assert picture.pixelColor(x + 9, y) == look.theme.pearl
    assert picture.pixelColor(x, y - 9) == look.theme.pearl


def test_the_lit_city_has_a_pearl_outline_and_the_others_none(seen: Seen, look: Look) -> None:
    lit = seen("shenzhen")
    home = seen()

    assert _pixels_of(lit, look.theme.pearl, rows=range(150, 700)) > 300
    assert _pixels_of(home, look.theme.pearl, rows=range(0, 150)) == 0


def test_neighbours_of_an_open_place_are_dimmed(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("qianhai")
    point = exhibit.stage.map_view.target_point("hong-kong")
    assert point is not None
    dimmed = picture.pixelColor(round(point.x()) + 40, round(point.y()) - 24)

    assert dimmed.lightness() < look.theme.lift.lightness()


@pytest.mark.parametrize(("theme", "least", "most"), [("light", 150, 255), ("hc", 0, 60)])
def test_land_follows_the_theme(in_theme: InTheme, theme: str, least: int, most: int) -> None:
    app = in_theme(theme, 960, 540)
    app.stage.finish()
    picture = grabbed(app.stage)
    look = read_look(shipped("assets"), theme).sized(QSizeF(960, 540))
    land = at_home(picture, look, HUIDONG)

    assert least <= land.lightness() <= most


def test_waterlines_run_through_the_southern_sea(seen: Seen, look: Look) -> None:
    """Along a column of open sea the colour keeps changing; between the lines it is smooth."""
    home = seen()
    camera = home_camera(look, shipped_framing(), QSizeF(home.size()))
    x, y = camera.to_screen(*project(113.2, 21.85))
    column = [home.pixelColor(round(x), round(y) + dy).lightness() for dy in range(-100, 60)]
    jumps = [abs(one - other) for one, other in pairwise(column)]

    assert sum(jump >= 3 for jump in jumps) >= 6


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_mainland_goes_on_north_of_the_drawing(in_theme: InTheme, theme: str) -> None:
    """An almost square window sees beyond the drawing, which must not end in a line."""
    app = in_theme(theme, 1280, 1024)
    app.journey.go(Place("greater-bay-area"))
    app.stage.finish()
    picture = grabbed(app.stage)

    # Nearer to the edge than any name may stand.
    assert len({picture.pixel(12, y) for y in range(20, 270)}) == 1


def _pixels_of(picture: Picture, color: QColor, *, rows: range) -> int:
    """How many pixels of the map's free part have exactly that colour."""
    wanted = color.rgb()
    return sum(picture.pixel(x, y) == wanted for y in rows[::2] for x in range(0, 1144))


def test_a_zone_that_is_lit_is_not_white_in_high_contrast(in_theme: InTheme) -> None:
    """What is pressed is white there; Hengqin is open and not pressed."""
    app = in_theme("hc", 1920, 1080)
    app.journey.go(Place("hengqin"))
    app.stage.finish()
    picture = grabbed(app.stage)
    view, look = app.stage.map_view, app.stage._look
    box = view.camera.transform().mapRect(view._world.shapes.zones["zone-hengqin"].boundingRect())
    sheet = app.stage.sheet
    assert sheet is not None
    edge = [picture.pixelColor(sheet.x(), y) for y in (20, 540, 900)]

    xs, ys = range(int(box.left()), int(box.right())), range(int(box.top()), int(box.bottom()))
    colors = [picture.pixelColor(x, y) for x in xs[::2] for y in ys[::2]]
    assert sum(color == look.theme.lift for color in colors) > len(colors) / 5
    assert sum(color == look.theme.pressed for color in colors) < len(colors) / 20
    assert edge == [look.theme.rule] * 3


def test_light_on_the_land_has_no_rings(in_theme: InTheme) -> None:
    """A step of the gradient is not an edge: to both sides of it are pixels of either level."""
    app = in_theme("light", 1920, 1080)
    app.stage.finish()
    picture = grabbed(app.stage)
    look = app.stage._look
    x, y = (
        round(at)
        for at in home_camera(look, shipped_framing(), QSizeF(1920, 1080)).to_screen(
            *project(112.6, 22.6)
        )
    )
    for row in range(y, y + 40, 8):
        levels = [picture.pixelColor(x + dx, row).red() for dx in range(48)]
        changes = sum(one != other for one, other in pairwise(levels))
        assert changes > 8
        assert max(levels) - min(levels) <= 4
