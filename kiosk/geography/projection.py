"""Where a place on the Earth is on the shipped map.

The map was drawn with a spherical transverse Mercator projection; assets/map/build_map.py uses the
same numbers.  A venue that ships another map says so with that map's numbers, not with these.
"""

from __future__ import annotations

import math
from typing import Final

CENTRE_LONGITUDE: Final = 113.40
CENTRE_LATITUDE: Final = 22.925
"""WGS 84 degrees shown in the middle of the viewBox (build_map.py: LON0, LAT0)."""

CENTRE_X: Final = 800.0
CENTRE_Y: Final = 600.0
"""Middle of the viewBox `0 0 1600 1200`."""

PX_PER_KM: Final = 3.55
"""Units of the viewBox for each kilometre (build_map.py: SCALE)."""

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth, IUGG 1980."""

PX_PER_DEGREE: Final = math.radians(EARTH_RADIUS_KM) * PX_PER_KM
"""Units of the viewBox for each degree of latitude: 111.2 km."""


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """The point of the viewBox for WGS 84 degrees.

    Spherical transverse Mercator: J. P. Snyder, Map Projections: A Working Manual, USGS
    Professional Paper 1395 (1987), equations 8-1 to 8-3, with scale factor 1.  It has no value 90
    degrees east or west of the centre, where it raises ValueError.
    """
    east = math.radians(longitude - CENTRE_LONGITUDE)
    north = math.radians(latitude)
    east_km = EARTH_RADIUS_KM * math.atanh(math.cos(north) * math.sin(east))
    north_km = EARTH_RADIUS_KM * (
        math.atan2(math.tan(north), math.cos(east)) - math.radians(CENTRE_LATITUDE)
    )
    return CENTRE_X + PX_PER_KM * east_km, CENTRE_Y - PX_PER_KM * north_km
