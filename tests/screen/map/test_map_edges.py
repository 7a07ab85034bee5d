"""Where lines run on the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kiosk.geography.path_data import path_from_data
from kiosk.screen.map.map_edges import MapEdges
from kiosk.screen.map.map_lines import line_of


@pytest.mark.parametrize("size", ["0", ".00001", "9"])
def test_lines_that_all_lie_in_one_spot_are_found_there_and_nowhere_else(size: str) -> None:
    """A rectangle has billions of cells as small as a fraction of the spot."""
    edges = MapEdges([line_of(path_from_data(f"M5 5h{size}v{size}z"))])

    assert edges.cross(QRectF(-1000, -1000, 2000, 2000))
    assert not edges.cross(QRectF(-1000, -1000, 900, 2000))
