"""The shifted degrees of Chinese web maps (GCJ-02), brought back to WGS 84; build_map.py asks."""

from __future__ import annotations

import numpy as np


def gcj_to_wgs(lon, lat):
    """Remove the GCJ-02 shift of Chinese web maps.

    The well-known unofficial formula, inverted by fixed-point iteration.
    """
    a, ee, pi = 6378245.0, 0.00669342162296594323, np.pi

    def shift(lon, lat):
        x, y = lon - 105.0, lat - 35.0
        waves = (20 * np.sin(6 * x * pi) + 20 * np.sin(2 * x * pi)) * 2 / 3
        dlat = (
            -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * np.sqrt(np.abs(x))
            + waves
            + (20 * np.sin(y * pi) + 40 * np.sin(y / 3 * pi)) * 2 / 3
            + (160 * np.sin(y / 12 * pi) + 320 * np.sin(y * pi / 30)) * 2 / 3
        )
        dlon = (
            300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * np.sqrt(np.abs(x))
            + waves
            + (20 * np.sin(x * pi) + 40 * np.sin(x / 3 * pi)) * 2 / 3
            + (150 * np.sin(x / 12 * pi) + 300 * np.sin(x / 30 * pi)) * 2 / 3
        )
        rad = np.radians(lat)
        magic = 1 - ee * np.sin(rad) ** 2
        dlat = np.degrees(dlat / (a * (1 - ee) / (magic * np.sqrt(magic))))
        dlon = np.degrees(dlon / (a / np.sqrt(magic) * np.cos(rad)))
        return dlon, dlat

    wlon, wlat = lon, lat
    for _ in range(4):
        dlon, dlat = shift(wlon, wlat)
        wlon, wlat = lon - dlon, lat - dlat
    return wlon, wlat
