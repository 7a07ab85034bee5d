"""Draw the coastline into gba.svg, and waterlines parallel to it, as on old sea charts.

    pip install "shapely>=2.2" numpy
    python build_waterlines.py gba.svg

Reads the areas that build_map.py wrote, writes the same file again with the group `waterlines`
(`waterline-0` nearest the coast) and the group `coastline`, the shore without the borders between
areas. Running it twice changes nothing. The waterlines are an ornament, not
depths: they are rounded more the further out they run.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import shapely
from shapely import Polygon

OFFSETS = (0.006, 0.015, 0.027, 0.042, 0.060, 0.082, 0.108, 0.140, 0.178, 0.222, 0.272)
"""Distances from the coast in degrees of latitude."""

PX_PER_DEGREE = 111.2 * 3.55  # km in a degree, viewBox px in a km (build_map.py: SCALE)
WORLD = shapely.box(-330, -60, 1930, 1260)  # build_map.py: BLEED
CRACK = 0.6  # px: gaps between two areas that are narrower than this are not water
SPECK = 9.0  # px: shorter lines are dropped
COAST_SPECK = 2.0  # px: smaller islets have no shore of their own
ROUND = 0.35  # how much of its distance a line is rounded by,
ROUND_MOST = 16.0  # px: and no more than this
TOLERANCE = (0.10, 0.20)  # px: Douglas-Peucker, nearest and furthest line

NUMBER = re.compile(r"-?[0-9.]+")
AREA = re.compile(r'<path id="context"[^>]*? d="([^"]*)"|<path [^>]*class="city"[^>]* d="([^"]*)"')
OLD = re.compile(r'<g id="(?:waterlines|coastline)".*?</g>\n', re.DOTALL)


def area_of(data):
    """Read path data as build_map.py writes it, `Mx,y l dx,dy ... z`; inner rings are holes."""
    area = Polygon()
    for ring in data.split("z")[:-1]:
        steps = np.array(NUMBER.findall(ring), float).reshape(-1, 2)
        if len(steps) > 2:
            polygon = shapely.make_valid(Polygon(steps.cumsum(axis=0)))
            area = shapely.symmetric_difference(area, polygon)
    return area


def waterline(land, index):
    """Give one line as a geometry of open and closed lines."""
    distance = OFFSETS[index] * PX_PER_DEGREE
    rounding = min(ROUND * distance, ROUND_MOST)
    share = index / (len(OFFSETS) - 1)
    shore = land.buffer(distance, quad_segs=16)
    # Out, in and out again: first the inlets and then the capes lose their corners.
    shore = shore.buffer(rounding, quad_segs=16).buffer(-2 * rounding, quad_segs=16)
    shore = shore.buffer(rounding, quad_segs=16)
    shore = shore.simplify(TOLERANCE[0] + share * (TOLERANCE[1] - TOLERANCE[0]))
    inside = shapely.intersection(shore.boundary, WORLD.buffer(-1))
    lines = shapely.get_parts(shapely.line_merge(inside))
    return [line for line in lines if line.length > SPECK]


def coastline(land):
    """Give the shore: where land ends at the sea and not at the edge of the drawing."""
    inside = shapely.intersection(land.boundary, WORLD.buffer(-1))
    lines = shapely.get_parts(shapely.line_merge(inside))
    return [line.simplify(TOLERANCE[0]) for line in lines if line.length > COAST_SPECK]


def path_data(lines):
    """Write lines relative to the point before, on a grid of 0.05 px."""
    out = []
    for line in lines:
        points = np.rint(np.asarray(line.coords) * 20).astype(int)
        closed = np.array_equal(points[0], points[-1])
        steps = np.diff(points[:-1] if closed else points, axis=0)
        steps = steps[np.any(steps != 0, axis=1)]
        written = " ".join(map(pair, steps))
        out.append(f"M{pair(points[0])} l{written}" + "z" * closed)
    return "".join(out)


def pair(xy):
    return ",".join(f"{v / 20:.2f}".rstrip("0").rstrip(".") for v in xy)


def main(svg_file):
    path = Path(svg_file)
    text = OLD.sub("", path.read_text(encoding="utf-8"))
    areas = [area_of(context or city) for context, city in AREA.findall(text)]
    land = shapely.union_all(areas).buffer(CRACK / 2).buffer(-CRACK / 2)
    group = ['<g id="waterlines" fill="none" stroke="#ffffff" stroke-opacity="0.3">']
    for index in range(len(OFFSETS)):
        data = path_data(waterline(land, index))
        group.append(f'<path id="waterline-{index}" d="{data}"/>')
    group.append("</g>")
    group.append('<g id="coastline" fill="none" stroke="#6c9a9b">')
    group.append(f'<path id="coast" d="{path_data(coastline(land))}"/>')
    group.append("</g>\n")
    before, cities = text.split('<g id="cities"')
    path.write_text(f'{before}{chr(10).join(group)}<g id="cities"{cities}', encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
