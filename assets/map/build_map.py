"""Draw gba.svg, the map of the Greater Bay Area: cities, zones, links and places.

Administrative areas come from Apache ECharts 4.9.0 (Apache-2.0), the coast from OpenStreetMap
(ODbL 1.0) through @geo-maps/earth-lands-10m 0.6.0, places and links from places.in.yaml. NOTICE
says what that asks of us; README.md says what is known to be wrong.

    npm pack echarts@4.9.0 @geo-maps/earth-lands-10m@0.6.0        # 43 MB
    mkdir echarts lands
    tar xzf echarts-4.9.0.tgz -C echarts
    tar xzf geo-maps-earth-lands-10m-0.6.0.tgz -C lands
    pip install "shapely>=2.2" numpy pyyaml                       # coverage_clean needs 2.2
    python build_map.py echarts/package/map/json/province lands/package/map.geo.json gba.svg
    python build_waterlines.py gba.svg

The same input gives the same bytes. Takes 15 seconds.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely
import yaml
from gcj02 import gcj_to_wgs
from shapely import Polygon

WIDTH, HEIGHT = 1600, 1200  # viewBox
LON0, LAT0 = 113.40, 22.925  # centre of projection = centre of viewBox
SCALE = 3.55  # viewBox px per km
R = 6371.0088  # km, mean radius of the Earth
SIMPLIFY = 0.35  # px: Visvalingam-Whyatt tolerance (square root of triangle area)
MIN_ISLAND = 0.7  # px²: smaller islands are dropped
BLEED = (-330, -60, 1930, 1260)  # context land reaches this far, so a 16:9 crop is filled
PLACES = Path(__file__).with_name("places.in.yaml")
CONTEXT = ["guangdong", "guangxi", "hunan", "jiangxi", "fujian"]

FILLS = {  # for a look at the file alone; the program paints its own colours
    "zhaoqing": "#b9d3b4",
    "jiangmen": "#c9dcb0",
    "foshan": "#d8e0b4",
    "guangzhou": "#f0d9a8",
    "zhongshan": "#e3dcb0",
    "zhuhai": "#bfe0cf",
    "dongguan": "#e6cfa6",
    "huizhou": "#cfe0bd",
    "shenzhen": "#f3c9a0",
    "hong-kong": "#f0b8a4",
    "macao": "#e59a8c",
}


def project(lon, lat):
    """WGS 84 degrees -> SVG px: spherical transverse Mercator."""
    lam, phi = np.radians(np.asarray(lon) - LON0), np.radians(lat)
    east = R * np.arctanh(np.cos(phi) * np.sin(lam))
    north = R * (np.arctan2(np.tan(phi), np.cos(lam)) - math.radians(LAT0))
    return WIDTH / 2 + SCALE * east, HEIGHT / 2 - SCALE * north


def decode_ring(text, offset):
    """ECharts ring: zig-zag deltas in units of 1/1024 degree, one character each."""
    raw = np.array([ord(c) - 64 for c in text]).reshape(-1, 2)
    deltas = (raw >> 1) ^ -(raw & 1)
    return (np.cumsum(deltas, axis=0) + offset) / 1024


def read_province(path):
    """-> {adcode: geometry in px}"""
    out = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons, offsets = geometry["coordinates"], geometry["encodeOffsets"]
        if geometry["type"] == "Polygon":
            polygons, offsets = [polygons], [offsets]
        parts = []
        for rings, ring_offsets in zip(polygons, offsets, strict=False):
            rings = [decode_ring(r, o) for r, o in zip(rings, ring_offsets, strict=False)]
            rings = [np.column_stack(project(*gcj_to_wgs(*r.T))) for r in rings if len(r) > 3]
            if rings:
                parts.append(areas_only(shapely.make_valid(Polygon(rings[0], rings[1:]))))
        out[str(feature.get("id") or feature["properties"].get("id"))] = shapely.union_all(parts)
    return out


def areas_only(geometry):
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all([p for p in parts if p.geom_type in ("Polygon", "MultiPolygon")])


def drop_specks(geometry, min_area):
    parts = shapely.get_parts(geometry)
    return shapely.multipolygons(
        [
            Polygon(p.exterior, [h for h in p.interiors if Polygon(h).area > min_area])
            for p in parts
            if p.area > min_area
        ]
    )


def read_lands(path):
    """Sea mask: dry land in px, lakes and river fragments filled, slots under ~0.3 km closed."""
    west, south, east, north = 109.9, 20.8, 117.1, 25.1
    parts = []
    for geometry in json.loads(path.read_text(encoding="utf-8"))["geometries"]:
        polygons = geometry["coordinates"]
        for rings in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            lon, lat = np.array(rings[0]).T
            if lon.max() > west and lon.min() < east and lat.max() > south and lat.min() < north:
                parts += list(
                    shapely.get_parts(
                        shapely.clip_by_rect(Polygon(rings[0]), west, south, east, north)
                    )
                )
    parts = [shapely.transform(p, lambda c: np.column_stack(project(*c.T))) for p in parts]
    land = areas_only(shapely.union_all([shapely.make_valid(p) for p in parts]))
    land = shapely.union_all([Polygon(p.exterior) for p in shapely.get_parts(land)])
    return land.buffer(0.6).buffer(-1.2).buffer(0.6)


def trim_to_coast(areas, land):
    """Cut each area to dry land, and give it the land just off its edge.

    Its islets that the land data lacks stay.
    """
    areas, out = [areas_only(a) for a in areas], []
    offshore = [
        p for p in shapely.get_parts(land.difference(shapely.union_all(areas))) if p.area > 0.3
    ]
    nearest = [
        min(range(len(areas)), key=lambda i: areas[i].distance(p.representative_point()))
        for p in offshore
    ]
    for i, area in enumerate(areas):
        islets = [
            p
            for p in shapely.get_parts(area)
            if p.area < 120 and p.intersection(land).area < 0.25 * p.area
        ]
        new = [p for p, n in zip(offshore, nearest, strict=True) if n == i]
        out.append(areas_only(shapely.union_all([area.intersection(land), *islets, *new])))
    return out


def fill_ponds(areas, max_area=200):
    """Give each small hole left by coarse coast data to the area with most of its shore."""
    holes = [Polygon(h) for p in shapely.get_parts(shapely.union_all(areas)) for h in p.interiors]
    gains = [[a] for a in areas]
    for hole in (h for h in holes if h.area < max_area):
        shore = [a.boundary.intersection(hole.boundary).length for a in areas]
        gains[int(np.argmax(shore))].append(hole)
    return [areas_only(shapely.union_all(g, grid_size=0.01)) for g in gains]


def path_data(geometry):
    """Relative-coordinate path on a 0.1 px grid; neighbours share vertices, so they round alike."""
    out = []
    for polygon in shapely.get_parts(geometry):
        for ring in [polygon.exterior, *polygon.interiors]:
            points = np.rint(np.asarray(ring.coords)[:-1] * 10).astype(int)
            points = points[np.any(points != np.roll(points, 1, axis=0), axis=1)]
            if len(points) < 3:
                continue
            steps = np.diff(points, axis=0)
            out.append(f"M{pair(points[0])} l{' '.join(map(pair, steps))}z")
    return "".join(out)


def pair(xy):
    return ",".join(f"{v / 10:.1f}".removesuffix(".0") for v in xy)


def polyline(points):
    x, y = project(*np.array(points).T)
    return "M" + "L".join(f"{px:.1f},{py:.1f}" for px, py in zip(x, y, strict=True))


def title(entry):
    return f"<title>{escape(entry['en'])}</title>"


def names(entry):
    """Give the four names as attributes, for whoever opens the file in a drawing program."""
    tags = ("en", "zh-Hans", "zh-Hant", "pt")
    return " ".join(f"data-name-{tag.lower()}={quoteattr(entry[tag])}" for tag in tags)


def city_areas(spec, province_dir, lands_file):
    """Give the cities as one clean coverage by id, and the land around them."""
    provinces = {name: read_province(province_dir / f"{name}.json") for name in CONTEXT}
    raw = dict(provinces["guangdong"])
    for adcode, name in (("810000", "xianggang"), ("820000", "aomen")):
        raw[adcode] = shapely.union_all(list(read_province(province_dir / f"{name}.json").values()))
    ids = list(spec["cities"])
    used = {city["adcode"] for city in spec["cities"].values()}
    others = shapely.union_all(
        [area for areas in provinces.values() for key, area in areas.items() if key not in used]
    )
    coverage = shapely.coverage_clean(
        [raw[spec["cities"][i]["adcode"]] for i in ids] + [others],
        gap_width=0.8,
        snapping_distance=0.05,
    )
    trimmed = fill_ponds(trim_to_coast(coverage, read_lands(lands_file)))
    *coverage, others = shapely.coverage_clean(trimmed, gap_width=0.3, snapping_distance=0.02)
    coverage = shapely.coverage_simplify(
        [drop_specks(areas_only(area), MIN_ISLAND) for area in coverage], SIMPLIFY
    )
    if not shapely.coverage_is_valid(list(coverage)):
        raise SystemExit("the cities overlap or gape after simplifying")
    return dict(zip(ids, coverage, strict=True)), others


def backdrop(others, cities):
    """Give the neighbouring land; it runs a little under the cities so no hairline shows."""
    gba = shapely.union_all(list(cities.values()))
    apart = areas_only(others).buffer(0.6).difference(gba.buffer(-1.5))
    context = shapely.clip_by_rect(areas_only(apart), *BLEED)
    return drop_specks(areas_only(shapely.make_valid(context.simplify(0.9))), 4)


def svg_lines(spec, cities, context):
    x0, y0, x1, y1 = BLEED
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
    )
    yield title(spec["region"])
    yield (
        "<desc>Administrative areas derived from Apache ECharts 4.9.0 map data, Copyright "
        "2017-2020 The Apache Software Foundation, Apache License 2.0; datum-shifted, "
        "reprojected, cleaned and simplified. Coastline (c) OpenStreetMap contributors, ODbL 1.0, "
        "via @geo-maps/earth-lands-10m 0.6.0. This file: ODbL 1.0, see NOTICE.</desc>"
    )
    yield (
        f'<rect id="sea" x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" fill="#8cc0d0"/>'
    )
    yield f'<path id="context" d="{path_data(context)}" fill="#d5dad2" fill-rule="evenodd"/>'
    yield (
        '<g id="cities" fill-rule="evenodd" stroke="#ffffff" stroke-width="0.8" '
        'stroke-linejoin="round">'
    )
    for key, geometry in cities.items():
        entry = spec["cities"][key]
        yield (
            f'<path id="{key}" class="city" data-adcode="{entry["adcode"]}" {names(entry)} '
            f'fill="{FILLS[key]}" d="{path_data(geometry)}">{title(entry)}</path>'
        )
    yield "</g>"
    yield '<g id="zones" fill="#1d4e63" fill-opacity="0.18" stroke="#1d4e63" stroke-width="0.8">'
    for key, entry in spec["zones"].items():
        outline = Polygon(np.column_stack(project(*np.array(entry["outline"]).T)))
        shape = drop_specks(areas_only(outline.intersection(cities[entry["city"]])), 5)
        place = spec["places"][key]
        yield f'<path id="zone-{key}" {names(place)} d="{path_data(shape)}">{title(place)}</path>'
    yield "</g>"
    yield (
        '<g id="links" fill="none" stroke="#5a7480" stroke-width="1.8" stroke-linecap="round" '
        'stroke-linejoin="round">'
    )
    for key, entry in spec["links"].items():
        yield (
            f'<path id="link-{key}" {names(entry)} d="{polyline(entry["line"])}">'
            f"{title(entry)}</path>"
        )
    yield "</g>"
    yield '<g id="places" fill="#1d4e63" stroke="#ffffff" stroke-width="1.2">'
    for key, entry in spec["places"].items():
        x, y = (round(float(v), 2) for v in project(entry["lon"], entry["lat"]))
        yield (
            f'<circle id="{key}" class="place {entry["kind"]}" {names(entry)} '
            f'cx="{x}" cy="{y}" r="4">{title(entry)}</circle>'
        )
    yield "</g>"
    yield from label_lines(spec)
    yield from framing_lines(spec)
    yield "</svg>"


def label_lines(spec):
    """Where names stand: points for the cities, and the seas, which are nothing but a name."""
    yield '<g id="labels" fill="none">'
    for key, (x, y) in spec["labels"].items():
        yield f'<circle id="label-{key}" cx="{x}" cy="{y}" r="1"/>'
    yield "</g>"
    yield '<g id="seas" fill="none">'
    for key, entry in spec["seas"].items():
        yield (
            f'<circle id="{key}" {names(entry)} cx="{entry["x"]}" cy="{entry["y"]}" r="1">'
            f"{title(entry)}</circle>"
        )
    yield "</g>"


def framing_lines(spec):
    """What the views frame, and the ellipse in which the light of the estuary lies."""
    framing = spec["framing"]
    yield '<g id="framing" fill="none">'
    for name in ("home-view", "attract-view"):
        x, y, width, height = framing[name]
        yield f'<rect id="{name}" x="{x}" y="{y}" width="{width}" height="{height}"/>'
    light = framing["light"]
    x, y = project(light["lon"], light["lat"])
    rx = light["radius_deg"] * math.radians(R) * SCALE
    yield (
        f'<ellipse id="light" rx="{rx:.6f}" ry="{rx * light["ratio"]:.6f}" '
        f'transform="translate({x:.6f} {y:.6f}) rotate({light["rotation"]})"/>'
    )
    yield "</g>"


def main(province_dir, lands_file, svg_file):
    spec = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
    cities, others = city_areas(spec, Path(province_dir), Path(lands_file))
    lines = svg_lines(spec, cities, backdrop(others, cities))
    Path(svg_file).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
