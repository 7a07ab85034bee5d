"""New places, panels, pages, facts, points, steps and what they name: the edits that add them.

Their first words are those of the skeletons, which ask for others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.exhibit.authoring.usual_figures import unnamed_source, usual_figures
from kiosk.exhibit.editing.edited_yaml import free_id
from kiosk.exhibit.editing.edits import Insert, InsertWritten, NewFile, SetContent, SetValue
from kiosk.exhibit.editing.new_names import refuse_bad_id
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.renaming import ZONES_FOLDER, id_in
from kiosk.exhibit.reading.exhibit_reading import (
    EXHIBIT_FILE,
    SOURCES_FILE,
    TERMS_FILE,
    UNITS_FILE,
)
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.skeletons import (
    NAME_TO_BE_WRITTEN,
    PANEL_KINDS,
    UNWRITTEN,
    layer_text,
    panel_text,
    story_text,
    tour_text,
    zone_text,
)
from kiosk.text.yaml_source import parse_document
from kiosk.text.yaml_writing import key_in_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.text.yaml_source import Location, Node
    from kiosk.text.yaml_writing import YamlValue

STORY = "story"
_YEAR = re.compile(r"(?P<year>[0-9]{4})(?P<month>-(?P<number>0[1-9]|1[0-2]))?")
_PLACE = "the-place"
"""What stands for a zone in a skeleton of which no more than a part is taken."""


class Added(NamedTuple):
    """The edits that add something, and where it then is."""

    edits: tuple[Edit, ...]
    file: str
    location: Location = ()


def new_zone(
    files: Draft,
    zone_id: str,
    element: str,
    month: str,
    *,
    kind: str = "innovation-zone",
    names: Mapping[str, str] | None = None,
    around: str = "",
) -> Added:
    """A place with a file of its own, as the last in the exhibit's list.

    `element` is what it has on the map, as it is written: `marker: hetao` or `at: [12, 34]`;
    `month` is today's, as 2024-06; `around` is the city in which it lies.
    """
    refuse_bad_id(zone_id, _ids(files, ZONES_FOLDER), "zone")
    figures = _figures(files, month)
    values = {
        **NAME_TO_BE_WRITTEN,
        **(names or {}),
        **figures,
        "id": zone_id,
        "place": zone_id,
        "around": around or UNWRITTEN,
        "kind": kind,
        "element": element,
    }
    text = zone_text(values, files.languages())
    file = f"{ZONES_FOLDER}/{zone_id}.yaml"
    edits: list[Edit] = [NewFile(file, text.encode()), *_listed(files, "zones", zone_id)]
    if around:
        edits.append(SetValue(file, ("in",), [around]))
    return _with_source(files, Added(tuple(edits), file), figures)


def new_panel(
    files: Draft, file: str, kind: str, month: str, at: int | None = None, panel_id: str = ""
) -> Added:
    """A panel of a place, of a kind of `PANEL_KINDS` or a story, before the panel `at`."""
    taken = _ids_in(files.yaml(file).document.root, ("panels",))
    own = panel_id or free_id(kind, taken)
    refuse_bad_id(own, taken)
    of_lengths = kind == "depths"
    figures = _figures(files, month, of_lengths=of_lengths)
    values = {**figures, "id": own, "place": id_in(files, file)}
    languages = files.languages()
    is_story = kind == STORY
    text = story_text(values, languages) if is_story else panel_text(kind, values, languages)
    index = _count(files, file, ("panels",)) if at is None else at
    edit = InsertWritten(file, ("panels",), text, index)
    return _with_source(files, Added((edit,), file, ("panels", index)), figures)


def new_page(files: Draft, file: str, panel: Location, month: str, at: int | None = None) -> Added:
    """A page of a story, before the page `at`."""
    figures = _figures(files, month)
    values = {**figures, "id": _PLACE, "place": _PLACE}
    page = _panel(story_text(values, files.languages()))["pages"][0]
    made = _entry(files, file, (*panel, "pages"), page, at)
    return _with_source(files, made, figures) if figures["source"] in str(page) else made


def new_fact(files: Draft, file: str, panel: Location, month: str, at: int | None = None) -> Added:
    """A fact of a panel, before the fact `at`; the first one of all leads."""
    figures = _figures(files, month)
    values = {**figures, "id": _PLACE, "place": _PLACE}
    first, second = _panel(panel_text("facts", values, files.languages()))["facts"]
    where = (*panel, "facts")
    root = files.yaml(file).document.root
    fact = second if _count(files, file, where) else first
    fact["id"] = free_id("fact", _ids_in(root, where))
    for key in ("source", "as_of"):
        if root.at((*panel, key)) is None:
            fact[key] = figures[key]
    made = _entry(files, file, where, fact, at)
    return _with_source(files, made, figures) if "source" in fact else made


def new_series(
    files: Draft, file: str, panel: Location, month: str, at: int | None = None
) -> Added:
    """A series of a chart, before the series `at`."""
    where = (*panel, "series")
    root = files.yaml(file).document.root
    series = dict(_skeleton_of_chart(files, root, panel, month)["series"][0])
    series["id"] = free_id("series", _ids_in(root, where))
    return _entry(files, file, where, series, at)


def new_point(
    files: Draft, file: str, points: Location, month: str, at: int | None = None
) -> Added:
    """A point of a series or a value of a data layer, with the keys of the one before it."""
    root = files.yaml(file).document.root
    count = _count(files, file, points)
    index = count if at is None else at
    near = root.at((*points, max(index - 1, 0))) if count else None
    if near is not None and near.kind == "mapping":
        like = near.plain()
    elif file.startswith(f"{LAYERS_FOLDER}/"):
        like = {"zone": "", "value": "0"}
    else:
        like = _skeleton_of_chart(files, root, points[:2], month)["series"][0].get("points", [{}])[
            0
        ]
    entries = root.at(points)
    used = {
        each.value["zone"].value
        for each in (entries.value if entries is not None and entries.kind == "list" else ())
        if each.kind == "mapping" and "zone" in each.value
    }
    free = (zone for zone in _ids(files, ZONES_FOLDER) if zone not in used)
    point: dict[str, YamlValue] = {}
    for key, value in like.items():
        if key == "zone":
            point[key] = next(free, UNWRITTEN)
        elif key == "at":
            point[key] = _next_date(str(value))
        elif key == "value":
            point[key] = "0"
        elif key == "label":
            point[key] = _unwritten(files)
    return _entry(files, file, points, point or {"value": "0"}, at)


def new_step(files: Draft, file: str, at: int | None = None, place: str = "home") -> Added:
    """A step of a tour, before the step `at`, for a minute."""
    where = ("steps",)
    taken = _ids_in(files.yaml(file).document.root, where)
    step: dict[str, YamlValue] = {"id": free_id("step", taken), "place": place}
    step |= {"notes": _unwritten(files), "duration": "1:00"}
    return _entry(files, file, where, step, at)


def new_source(files: Draft, source_id: str, month: str, **values: YamlValue) -> Added:
    """A source; `values` are what is known of it already."""
    usual: dict[str, YamlValue] = {"title": _unwritten(files), "publisher": _unwritten(files)}
    return _key(files, SOURCES_FILE, source_id, {**usual, "date": month, **values})


def new_unit(files: Draft, unit_id: str, **values: YamlValue) -> Added:
    """A unit of a count; `values` are what is known of it already."""
    phrase = dict.fromkeys(files.languages(), f"{{n}} {UNWRITTEN}")
    return _key(files, UNITS_FILE, unit_id, {"kind": "count", "phrase": phrase, **values})


def new_term(files: Draft, term_id: str, **values: YamlValue) -> Added:
    """A word that a touch explains; `values` are what is known of it already."""
    usual: dict[str, YamlValue] = {"forms": _unwritten(files), "explanation": _unwritten(files)}
    return _key(files, TERMS_FILE, term_id, {**usual, **values})


def new_layer(files: Draft, layer_id: str, month: str) -> Added:
    """A data layer with a value for each city, or for every place where there are no cities."""
    refuse_bad_id(layer_id, _ids(files, LAYERS_FOLDER))
    kinds = {each: _kind(files, each) for each in files.names(ZONES_FOLDER)}
    zones = {id_in(files, file): kind for file, kind in kinds.items() if kind != "region"}
    counted = [zone for zone, kind in zones.items() if kind == "city"] or list(zones)
    if not counted:
        raise EditRefused(EditRefusal.NOTHING_TO_NAME)
    figures = _figures(files, month)
    values = {**figures, "id": layer_id, "place": counted[0]}
    text = layer_text(values, counted, files.languages())
    file = f"{LAYERS_FOLDER}/{layer_id}.yaml"
    edits = (NewFile(file, text.encode()), *_listed(files, "layers", layer_id))
    return _with_source(files, Added(edits, file), figures)


def new_tour(files: Draft, tour_id: str) -> Added:
    """A tour with two steps: the map home, and the first place."""
    refuse_bad_id(tour_id, _ids(files, TOURS_FOLDER))
    place = min(_ids(files, ZONES_FOLDER), default="home")
    text = tour_text({"id": tour_id, "place": place}, files.languages())
    file = f"{TOURS_FOLDER}/{tour_id}.yaml"
    return Added((NewFile(file, text.encode()),), file)


# What follows are parts of the above.


def _written(values: Mapping[str, YamlValue]) -> bytes:
    lines = [line for key, value in values.items() for line in key_in_lines(key, value)]
    return "".join(f"{line}\n" for line in lines).encode()


def _entry(files: Draft, file: str, where: Location, value: YamlValue, at: int | None) -> Added:
    index = _count(files, file, where) if at is None else at
    return Added((Insert(file, where, value, index),), file, (*where, index))


def _key(files: Draft, file: str, own: str, value: Mapping[str, YamlValue]) -> Added:
    """An entry of a file that may be missing or have nothing in it yet."""
    content = files.content(file)
    if content is None or not content.strip():
        refuse_bad_id(own, ())
        return Added((SetContent(file, _written({own: value})),), file, (own,))
    refuse_bad_id(own, files.yaml(file).document.root.value)
    return Added((SetValue(file, (own,), value),), file, (own,))


def _listed(files: Draft, key: str, own: str) -> tuple[Edit, ...]:
    """In the list of `exhibit.yaml` that orders all of its kind, where there is one."""
    try:
        listed = files.yaml(EXHIBIT_FILE).document.root.at((key,))
    except EditRefused:
        return ()
    if listed is None or (listed.kind == "text" and not listed.value):
        return ()
    return (Insert(EXHIBIT_FILE, (key,), own),)


def _figures(files: Draft, month: str, *, of_lengths: bool = False) -> dict[str, str]:
    try:
        units = files.yaml(UNITS_FILE).document.root
    except EditRefused as error:
        if error.refusal is not EditRefusal.GONE:
            raise
        raise EditRefused(EditRefusal.NOTHING_TO_NAME) from None
    found = usual_figures(_sources(files), units, month, of_lengths=of_lengths)
    if found is None:
        raise EditRefused(EditRefusal.NOTHING_TO_NAME)
    return found


def _sources(files: Draft) -> Node | None:
    content = files.content(SOURCES_FILE)
    if content is None or not content.strip():
        return None
    return files.yaml(SOURCES_FILE).document.root


def _with_source(files: Draft, made: Added, figures: Mapping[str, str]) -> Added:
    """The same with the source that its figures name, where that is still to be written."""
    sources, own = _sources(files), figures["source"]
    if sources is not None and sources.at((own,)) is not None:
        return made
    value = unnamed_source(files.languages(), figures["as_of"])
    return made._replace(edits=(*_key(files, SOURCES_FILE, own, value).edits, *made.edits))


def _skeleton_of_chart(files: Draft, root: Node, panel: Location, month: str) -> dict[str, Any]:
    chart = root.at((*panel, "chart"))
    kind = str(chart.value) if chart is not None and chart.value in PANEL_KINDS else "bar"
    values = {**_figures(files, month, of_lengths=kind == "depths"), "id": _PLACE, "place": _PLACE}
    return _panel(panel_text(kind, values, files.languages()))


def _panel(text: str) -> dict[str, Any]:
    """The panel that a skeleton has."""
    panel: dict[str, Any] = parse_document(f"panels:\n{text}", "").root.plain()["panels"][0]
    return panel


def _unwritten(files: Draft) -> dict[str, YamlValue]:
    return dict.fromkeys(files.languages(), UNWRITTEN)


def _next_date(written: str) -> str:
    """The next year or month after a date."""
    found = _YEAR.fullmatch(written.strip())
    if found is None:
        return written
    year, month = int(found["year"]), found["number"]
    if month is None:
        return f"{year + 1:04d}"
    return f"{year + int(month == '12'):04d}-{int(month) % 12 + 1:02d}"


def _ids(files: Draft, folder: str) -> list[str]:
    names = (name for name in files.names(folder) if name.endswith(".yaml"))
    return [own for name in names if (own := id_in(files, name))]


def _kind(files: Draft, file: str) -> str:
    try:
        found = files.yaml(file).document.root.at(("kind",))
    except EditRefused:
        return ""
    return "" if found is None else str(found.value)


def _ids_in(root: Node, location: Location) -> list[str]:
    """The ids of the entries of a list."""
    node = root.at(location)
    entries = node.value if node is not None and node.kind == "list" else ()
    ids = (each.at(("id",)) for each in entries)
    return [str(each.value).strip() for each in ids if each is not None]


def _count(files: Draft, file: str, location: Location) -> int:
    node = files.yaml(file).document.root.at(location)
    if node is None or not node.value:
        return 0
    return len(node.value) if node.kind == "list" else 1
