"""The picture of a data layer: shades at known places, hatches, discs, and no bare land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor

from kiosk.look.class_colors import class_colors
from kiosk.screen.map.map_shades_layer import MapShadesLayer
from tests.pictures.picture import grabbed

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.look.look import Look
    from kiosk.screen.map.map_shading import Shading
    from tests.pictures.conftest import Seen
    from tests.pictures.picture import Picture

OFF = QPoint(26, -58)
"""From the point of a city to where no letter of its name stands."""


def shading(app: App) -> Shading:
    found = app.stage.map_view.goal.shading
    assert found is not None
    return found


def near(app: App, zone: str) -> QPoint:
    point = app.stage.map_view.target_point(zone)
    assert point is not None
    return point.toPoint()


def colors_around(picture: Picture, at: QPoint, reach: int = 40) -> set[str]:
    return {
        picture.color_at(at + QPoint(dx, dy)).name()
        for dx in range(-reach, reach + 1, 4)
        for dy in range(-reach, reach + 1, 4)
    }


def test_each_city_has_the_shade_of_its_class(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("home#population")
    layer = shading(exhibit)
    colors = class_colors(look.theme, layer.classes)
    for zone in ("guangzhou", "jiangmen", "foshan", "huizhou", "zhuhai"):
        shade = layer.by_zone[zone].shade
        assert shade is not None
        assert colors[shade].name() in colors_around(picture, near(exhibit, zone) + OFF)


def test_what_has_no_value_is_hatched_in_no_colour_of_the_ramp(
    seen: Seen, exhibit: App, look: Look
) -> None:
    picture = seen("home#patents")
    layer = shading(exhibit)
    ramp = {color.name() for color in class_colors(look.theme, layer.classes)}
    assert layer.by_zone["jiangmen"].shade is None
    found = colors_around(picture, near(exhibit, "jiangmen") + QPoint(0, -90), 20)
    assert look.theme.land.name() in found
    assert len(found) > 2, "no hatch lies over it"
    assert not found & ramp


def test_what_is_too_small_is_a_disc_of_its_class(seen: Seen, exhibit: App, look: Look) -> None:
    picture = seen("home#population")
    layer = shading(exhibit)
    shade = layer.by_zone["macao"].shade
    assert shade is not None
    at = near(exhibit, "macao")
    assert picture.color_at(at + QPoint(-4, -4)) == class_colors(look.theme, layer.classes)[shade]
    ring = {picture.color_at(at + QPoint(dx, 0)).name() for dx in range(-18, -11)}
    assert look.theme.pearl.name() in ring


def test_the_light_of_the_water_is_taken_away(seen: Seen, exhibit: App) -> None:
    def brightest(picture: Picture) -> int:
        at = near(exhibit, "qianhai") + QPoint(-60, 10)
        around = [at + QPoint(dx, dy) for dx in range(-30, 10, 5) for dy in range(-20, 30, 5)]
        return max(picture.color_at(point).lightness() for point in around)

    assert brightest(seen("home#population@home")) < brightest(seen("home")) / 2


def test_the_others_are_dimmed_where_a_class_is_looked_at(
    seen: Seen, exhibit: App, look: Look
) -> None:
    seen("home#population")
    data = exhibit.stage._filled().data
    data._look_at(0)
    exhibit.stage.finish()
    picture = grabbed(exhibit.stage)
    lit = class_colors(look.theme, shading(exhibit).classes)
    assert look.theme.dim.name() in colors_around(picture, near(exhibit, "guangzhou") + OFF)
    assert lit[0].name() in colors_around(picture, near(exhibit, "zhuhai"), 60)


def test_no_land_is_bare_where_the_map_is_moved_on(seen: Seen, exhibit: App, look: Look) -> None:
    """What comes into view under a finger has its shade before the sharp picture is drawn."""
    seen("home#population")
    view = exhibit.stage.map_view
    layer = view.findChild(MapShadesLayer)
    assert layer is not None
    view._follow(view.camera.panned(420, 260))
    picture = grabbed(exhibit.stage)
    point = view.target_point("zhaoqing")
    assert point is not None
    color = class_colors(look.theme, shading(exhibit).classes)[1]
    around = colors_around(picture, (point + QPointF(-60, -120)).toPoint(), 30)
    assert any(_alike(QColor(each), color) for each in around)


def _alike(one: QColor, other: QColor) -> bool:
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return all(abs(first - second) <= 3 for first, second in pairs)
