"""Places on the Earth fall where the map was drawn with them."""

from __future__ import annotations

import pytest

from kiosk.geography.projection import PX_PER_DEGREE, PX_PER_KM, project


def test_the_centre_of_the_projection_is_the_centre_of_the_map() -> None:
    assert project(113.40, 22.925) == pytest.approx((800.0, 600.0))


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        (114.069, 22.515, 1043.96, 761.3),
        (113.53, 22.126, 847.54, 915.38),
        (113.368, 23.068, 788.38, 543.55),
        (114.137, 22.2835, 1069.2, 852.57),
    ],
)
def test_places_fall_on_their_circles(
    longitude: float, latitude: float, x: float, y: float
) -> None:
    assert project(longitude, latitude) == pytest.approx((x, y), abs=0.006)


def test_a_degree_north_is_111_kilometres() -> None:
    _, south = project(113.40, 22.0)
    _, north = project(113.40, 23.0)
    assert south - north == pytest.approx(PX_PER_DEGREE)
    assert pytest.approx(111.195, abs=0.001) == PX_PER_DEGREE / PX_PER_KM
