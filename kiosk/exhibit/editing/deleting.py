"""Without a place, a panel, a data layer or a tour: the edits, and each mention that they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from kiosk.exhibit.editing import mentions
from kiosk.exhibit.editing.edits import DeleteFile, Remove, SetText
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.renaming import (
    FOLDERS,
    ZONES_FOLDER,
    address_of,
    file_of,
    mentioned,
    part_of_zone,
    recorded_keys,
    tables_naming,
)
from kiosk.exhibit.editing.shapes import names_in
from kiosk.exhibit.translating.translation_record import RECORD_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.mentions import Mention
    from kiosk.text.yaml_source import Location, Node

_WANT_ZONES = frozenset({"highlight", "view", "apart"})
_ELSE = "-"
"""Instead of an id: nothing can be called so."""


class Naming(NamedTuple):
    """Where something is named that goes, and whether that stays as it is.

    What stays names an element of the map as well, or stands in a table.
    """

    file: str
    location: Location
    written: str
    stays: bool = False


class Deletion(NamedTuple):
    """The edits, every place that named what goes, and the files that can't be looked through."""

    edits: tuple[Edit, ...]
    told: tuple[Naming, ...]
    unread: tuple[str, ...]


def zone_deletion(files: Draft, zone: str, on_map: Collection[str] = ()) -> Deletion:
    """Without a place: its file, and what names it.  `on_map` are the ids of the map's elements:
    what may name one of those stays."""
    file = file_of(files, ZONES_FOLDER, zone)

    def say(name: str, root: Node) -> Iterator[Mention]:
        return iter(()) if name == file else mentions.of_zone(name, root, zone, _ELSE)

    found, unread = mentioned(files, say)
    kinds = {name: _kinds(files, name) for name in {name for name, _ in found}}
    told = [
        Naming(
            name,
            mention.location,
            mention.written,
            stays=zone in on_map
            and kinds[name].get(mention.location) == "place"
            and not _is_of_zones_alone(files.yaml(name).document.root, mention.location),
        )
        for name, mention in found
    ]
    told += [Naming(table, (), zone, stays=True) for table in tables_naming(files, zone)]
    edits: list[Edit] = [*_without(files, told), DeleteFile(file), *_unrecorded(files, file, "")]
    return Deletion(tuple(edits), tuple(told), unread)


def panel_deletion(files: Draft, zone: str, panel: str) -> Deletion:
    """Without a panel; what led to it leads to its place from then on."""
    file, location = part_of_zone(files, zone, panel)
    root = files.yaml(file).document.root
    found, unread = mentioned(
        files, lambda name, root: mentions.of_panel(name, root, zone, panel, _ELSE)
    )
    told = [Naming(name, mention.location, mention.written) for name, mention in found]
    edits: list[Edit] = []
    for each in told:
        joint = "/" if each.written.startswith("/") else ""
        if each.location[0] != "attract":
            edits.append(SetText(each.file, each.location, joint + zone))
    edits += removals(each for each in told if each.location[0] == "attract")
    edits += [Remove(file, location), *_unrecorded(files, file, address_of(root, location))]
    return Deletion(tuple(edits), tuple(told), unread)


def layer_deletion(files: Draft, layer: str) -> Deletion:
    """Without a data layer; a step that showed it shows the map alone."""
    file = file_of(files, FOLDERS["layer"], layer)
    found, unread = mentioned(
        files,
        lambda name, root: () if name == file else mentions.of_layer(name, root, layer, _ELSE),
    )
    told = [
        Naming(name, mention.location, mention.written, stays="divide" in mention.location)
        for name, mention in found
    ]
    edits: list[Edit] = [*_without(files, told), DeleteFile(file), *_unrecorded(files, file, "")]
    return Deletion(tuple(edits), tuple(told), unread)


def tour_deletion(files: Draft, tour: str) -> Deletion:
    """Without a tour; nothing names one."""
    file = file_of(files, FOLDERS["tour"], tour)
    return Deletion((DeleteFile(file), *_unrecorded(files, file, "")), (), ())


def mentions_of(files: Draft, kind: str, name: str) -> tuple[Naming, ...]:
    """Every place that names a source, a unit, a picture or whatever else a model says is named."""
    if kind not in ("source", "unit", "picture", "table", "film", "map", "fact"):
        raise EditRefused(EditRefusal.GONE, name=name)
    kinds = ("film", "sound") if kind == "film" else (kind,)
    found, _ = mentioned(files, lambda file, root: mentions.of_kind(file, root, kinds, name, _ELSE))
    return tuple(Naming(file, mention.location, mention.written) for file, mention in found)


def _kinds(files: Draft, file: str) -> dict[Location, str]:
    """What kind of thing each text of a file names."""
    root = files.yaml(file).document.root
    return {named.location: named.kind for named in names_in(file, root)}


def _is_of_zones_alone(root: Node, location: Location) -> bool:
    """Whether an element of the map is nothing there: steps of tours and rankings want zones."""
    if not _WANT_ZONES.isdisjoint(location):
        return True
    chart = root.at((*location[:2], "chart"))
    return chart is not None and chart.value == "ranking" and "points" in location


def _without(files: Draft, told: list[Naming]) -> Iterator[Edit]:
    """Without what names something; a point, a link or a label goes as a whole, and so does the
    year of a data layer."""
    gone = []
    for each in told:
        if each.stays:
            continue
        root = files.yaml(each.file).document.root
        gone.append(each._replace(location=whole_of(each.location)))
        if each.location[-1] == "layer":
            year = (*each.location[:-1], "year")
            gone += [each._replace(location=year)] if root.at(year) is not None else []
    yield from removals(gone)


def whole_of(location: Location) -> Location:
    """What makes no sense without a name in it: the entry, if it is about that alone."""
    if len(location) > 1 and location[-1] == "zone" and isinstance(location[-2], int):
        return location[:-1]
    if "between" in location:
        return location[: location.index("between")]
    return location


def removals(told: Iterable[Naming]) -> Iterator[Edit]:
    """The last come first, so that the numbers of those before them stay right."""
    places = sorted({(each.file, each.location) for each in told}, key=_sorting, reverse=True)
    for file, location in places:
        yield Remove(file, location)


def _sorting(place: tuple[str, Location]) -> tuple[str, list[tuple[int, str]]]:
    file, location = place
    steps = [(step, "") if isinstance(step, int) else (-1, step) for step in location]
    return file, steps


def _unrecorded(files: Draft, file: str, path: str) -> Iterator[Edit]:
    """Without what is recorded of the translations of a file, or of a part of it."""
    keys = recorded_keys(files, file, path)
    if path:
        yield from removals([Naming(RECORD_FILE, (quote(file), key), "") for key in keys])
    elif keys:
        yield Remove(RECORD_FILE, (quote(file),))
