"""New places, panels, stories, layers and exhibits, written into folders without harming any."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.atomic_file import write_bytes, write_new_text
from kiosk.exhibit.authoring import new_piece_messages
from kiosk.exhibit.authoring.schema import SCHEMAS_FOLDER, write_schemas
from kiosk.exhibit.authoring.usual_figures import unnamed_source, usual_figures
from kiosk.exhibit.model.map_point import MapPoint
from kiosk.exhibit.reading.cover import read_cover
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.skeletons import (
    NAME_TO_BE_WRITTEN,
    UNWRITTEN,
    exhibit_texts,
    layer_text,
    panel_drawings,
    panel_text,
    story_text,
    tour_text,
    zone_text,
)
from kiosk.text import shape_messages
from kiosk.text.command_lines import command_line
from kiosk.text.folder import FILES_LIMIT, ContentFolder, folder_of_exhibit
from kiosk.text.ids import DEVICES, is_id
from kiosk.text.messages import ExhibitError, UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_edit import CannotEdit, YamlText
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kiosk.text.messages import Message
    from kiosk.text.yaml_source import Node


class NotWritten(ExhibitError):
    """Nothing has been written.  Carries the mistake that says why and what to do."""

    def __init__(self, message: Message) -> None:
        self.message = message
        # As a placed message it is one line, with names in place of what a terminal would obey.
        line = message.at(".")
        super().__init__(f"{line.text} ({line.hint})" if line.hint else line.text)


class MapElement(NamedTuple):
    """Something on the map: its id, what it is, and what the map calls it.

    It is free where it belongs to no place yet.
    """

    id: str
    is_point: bool
    is_city: bool
    is_free: bool
    names: Mapping[str, str]


class NewPiece(NamedTuple):
    """What has been written: the file, and what to do with it."""

    file: Path
    steps: tuple[str, ...]


def write_piece(content: Path, file: Path, text: str) -> None:
    """Write a file into a folder of the content, which is made where there is none."""
    file.parent.mkdir(exist_ok=True)
    if not file.parent.resolve().is_relative_to(content.resolve()):
        raise NotWritten(new_piece_messages.folder_is_link(file.parent.name))
    try:
        write_new_text(file, text)
    except FileExistsError:
        raise NotWritten(new_piece_messages.file_is_there(file.name)) from None


def new_zone(
    folder: ContentFolder,
    zone_id: str,
    month: str,
    map_elements: Mapping[str, MapElement],
    on: str | MapPoint,
) -> NewPiece:
    """A file for a place that has the element `on` of the map, or stands at that point of it.

    `month` is today's, as 2024-06.
    """
    _refuse_bad_id(zone_id)
    _refuse_device(zone_id)
    used = {known: name for name, known in _zone_ids(folder)}
    if zone_id in used:
        raise NotWritten(new_piece_messages.zone_is_there(zone_id, used[zone_id]))
    if isinstance(on, MapPoint):
        element = MapElement(zone_id, is_point=True, is_city=False, is_free=True, names={})
        on_map = f"at: {on.written}"
    elif on in map_elements:
        element = map_elements[on]
        on_map = f"{'marker' if element.is_point else 'shape'}: {element.id}"
    else:
        free = [each.id for each in map_elements.values() if each.is_free]
        raise NotWritten(new_piece_messages.not_on_map(on, map_elements, free))
    languages, figures = _languages(folder), _figures(folder, month)
    cities = (known for known, kind in _zone_kinds(folder) if kind == "city")
    values = {
        **NAME_TO_BE_WRITTEN,
        **element.names,
        **figures,
        "id": zone_id,
        "place": zone_id,
        "around": next(cities, UNWRITTEN),
        "kind": _kind(element, read_cover(folder.path).kinds),
        "element": on_map,
    }
    file = folder.path / "zones" / f"{zone_id}.yaml"
    write_piece(folder.path, file, zone_text(values, languages))
    _write_missing_schemas(folder.path)
    return NewPiece(
        file,
        (
            f"Open {file} and replace the words; the comments say what each key means.",
            f"Add '{zone_id}' to the list 'zones' in {folder.path / 'exhibit.yaml'}.",
            *_write_source(folder, figures),
            *last_steps(folder.path),
        ),
    )


def new_panel(
    folder: ContentFolder, zone_id: str, panel_id: str, month: str, kind: str | None
) -> NewPiece:
    """A panel at the end of a place's file; without a kind it is a story."""
    _refuse_bad_id(panel_id)
    names = {known: name for name, known in _zone_ids(folder)}
    if zone_id not in names:
        raise NotWritten(
            new_piece_messages.no_zone(
                zone_id, names, command_line("new", folder.path, "zone", zone_id)
            )
        )
    name = names[zone_id]
    zone = _yaml(folder, name)
    panels = zone.document.root.at(("panels",))
    taken = [panel.at(("id",)) for panel in panels.value] if panels is not None else []
    if any(panel is not None and panel.value == panel_id for panel in taken):
        raise NotWritten(new_piece_messages.panel_is_there(panel_id, zone_id))
    figures = _figures(folder, month, of_lengths=kind == "depths")
    values = {**figures, "id": panel_id, "place": zone_id}
    spoken = _languages(folder)
    panel = story_text(values, spoken) if kind is None else panel_text(kind, values, spoken)
    try:
        longer = zone.with_written_entry(("panels",), panel)
    except CannotEdit:
        raise NotWritten(new_piece_messages.no_place_for_panel(name)) from None
    for picture, drawing in panel_drawings(kind).items():
        if not folder.has(f"pictures/{picture}"):
            write_piece(folder.path, folder.path / "pictures" / picture, drawing)
    longer.write(folder)
    _write_missing_schemas(folder.path)
    file = folder.path / name
    line = longer.document.root.position(("panels", len(taken)))[0]
    return NewPiece(
        file,
        (
            f"Open {file}, go to line {line} and replace the words;"
            " the comments say what each key means.",
            *(_write_source(folder, figures) if f"source: {figures['source']}" in panel else ()),
            *last_steps(folder.path),
        ),
    )


def new_layer(folder: ContentFolder, layer_id: str, month: str) -> NewPiece:
    """A file for a data layer, with a line for each city, or for every place without any."""
    _refuse_bad_id(layer_id)
    _refuse_device(layer_id)
    kinds = dict(_zone_kinds(folder))
    on_map = [zone for zone, kind in kinds.items() if kind != "region"]
    cities = [zone for zone in on_map if kinds[zone] == "city"]
    if not on_map:
        raise NotWritten(new_piece_messages.NO_ZONES)
    counted = cities or on_map
    figures = _figures(folder, month)
    values = {**figures, "id": layer_id, "place": counted[0]}
    file = folder.path / LAYERS_FOLDER / f"{layer_id}.yaml"
    text = layer_text(values, counted, _languages(folder))
    write_piece(folder.path, file, text)
    _write_missing_schemas(folder.path)
    return NewPiece(
        file,
        (
            f"Open {file} and replace the words and figures; the comments say what each key means.",
            f"Add '{layer_id}' to the list 'layers' in {folder.path / 'exhibit.yaml'}, if the order"
            " of the buttons matters.",
            *_write_source(folder, figures),
            *last_steps(folder.path),
        ),
    )


def new_tour(folder: ContentFolder, tour_id: str) -> NewPiece:
    """A file for a tour: the map home, and the first place."""
    _refuse_bad_id(tour_id)
    _refuse_device(tour_id)
    places = [zone for zone, kind in _zone_kinds(folder) if kind != "region"]
    if not places:
        raise NotWritten(new_piece_messages.NO_PLACES)
    file = folder.path / TOURS_FOLDER / f"{tour_id}.yaml"
    text = tour_text({"id": tour_id, "place": places[0]}, _languages(folder))
    write_piece(folder.path, file, text)
    _write_missing_schemas(folder.path)
    return NewPiece(
        file,
        (
            f"Open {file} and replace the words; the comments say what each key means.",
            *last_steps(folder.path),
        ),
    )


def new_exhibit(
    folder: Path, month: str, languages: Sequence[str] = LANGUAGES, title: str = ""
) -> NewPiece:
    """A small content folder that runs, whole or not at all; in a folder that is empty or new.

    The first of the languages is the original, and the one in which it is called `title`.
    """
    write_folder(folder, exhibit_texts(month, languages, title))
    return NewPiece(
        folder,
        (
            f"Open the files in {folder} and replace the words, exhibit.yaml first.",
            f"Write your sources into {folder / 'sources.yaml'}.",
            f"Add places: {command_line('new', folder, 'zone', 'hong-kong')}",
            *last_steps(folder),
        ),
    )


def write_folder(
    folder: Path, texts: Mapping[str, str], others: Mapping[str, bytes] | None = None
) -> None:
    """A content folder with these files, whole or not at all; in a folder that is empty or new."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotWritten(new_piece_messages.folder_is_used(str(folder)))
    around = folder_of_exhibit(folder)
    if around is not None:
        raise NotWritten(new_piece_messages.folder_is_inside(str(folder), str(around)))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, text in texts.items():
            write_new_text(beside / name, text)
        for name in ("data", "pictures"):
            (beside / name).mkdir()
        for name, content in (others or {}).items():
            write_bytes(beside / name, content)
        write_schemas(beside / SCHEMAS_FOLDER)
        beside.chmod(0o755)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def last_steps(folder: Path) -> tuple[str, ...]:
    """What comes after the writing."""
    return (
        f"Ask what is missing: {command_line('check', folder)}",
        f"Look at it while you write: {command_line('preview', folder)}",
    )


def _kind(element: MapElement, named: Collection[str]) -> str:
    """What kind of place it is: one that an exhibit with kinds of its own has named."""
    wanted = "city" if element.is_city else "innovation-zone"
    own = ("facility", "city") if element.is_point else ("city", "facility")
    return next((kind for kind in (wanted, *own) if kind in named), wanted)


def _languages(folder: ContentFolder) -> tuple[str, ...]:
    """The languages of the exhibit; refuses where exhibit.yaml can't be read to say which."""
    written = _root(folder, "exhibit.yaml").at(("languages",))
    languages = read_cover(folder.path).languages
    if written is not None:
        entries = written.value if written.kind == "list" else []
        if not any(entry.value == tag for entry in entries for tag in languages):
            raise NotWritten(new_piece_messages.no_languages(written.line, written.column))
    return languages


def _refuse_bad_id(written: str) -> None:
    if not is_id(written):
        raise NotWritten(shape_messages.bad_id(written))


def _refuse_device(written: str) -> None:
    if written in DEVICES:
        raise NotWritten(new_piece_messages.device(written))


def _zone_ids(folder: ContentFolder) -> Iterator[tuple[str, str]]:
    """The files of places with the ids in them; those that can't be read have none."""
    for name, head in _zone_heads(folder):
        found = head.at(("id",))
        if found is not None and found.kind == "text":
            yield name, found.value.strip()


def _zone_kinds(folder: ContentFolder) -> Iterator[tuple[str, str]]:
    """The ids of places with the kind of each."""
    for _, head in _zone_heads(folder):
        found, kind = head.at(("id",)), head.at(("kind",))
        if found is not None and found.kind == "text" and kind is not None:
            yield found.value.strip(), str(kind.value)


def _zone_heads(folder: ContentFolder) -> Iterator[tuple[str, Node]]:
    """What stands above the panels of each place, by the name of its file."""
    for name in folder.names("zones")[:FILES_LIMIT]:
        if name.endswith(".yaml"):
            try:
                yield name, parse_document(folder.text(name), name, stop_at="panels").root
            except UnreadableFile:
                continue


def _figures(folder: ContentFolder, month: str, *, of_lengths: bool = False) -> dict[str, str]:
    """A source that is still to be named and a unit that is there, for the right ones."""
    sources, units = _root(folder, SOURCES_FILE), _root(folder, "units.yaml")
    found = usual_figures(sources, units, month, of_lengths=of_lengths)
    if found is None:
        raise NotWritten(new_piece_messages.NOTHING_TO_NAME)
    return found


def _write_source(folder: ContentFolder, figures: Mapping[str, str]) -> tuple[str, ...]:
    """Write the source that figures name, where it is missing; give what to do with it."""
    own, sources = figures["source"], _yaml(folder, SOURCES_FILE)
    if sources.document.root.at((own,)) is None:
        value = unnamed_source(_languages(folder), figures["as_of"])
        try:
            sources.with_key((own,), value).write(folder)
        except CannotEdit:
            raise NotWritten(new_piece_messages.NOTHING_TO_NAME) from None
    return (f"Say in {folder.path / SOURCES_FILE} what '{own}' is, or name another source.",)


def _root(folder: ContentFolder, name: str) -> Node:
    return _yaml(folder, name).document.root


def _yaml(folder: ContentFolder, name: str) -> YamlText:
    try:
        return YamlText.read(folder, name)
    except UnreadableFile as error:
        raise NotWritten(new_piece_messages.mend_first(error.message)) from None


def _write_missing_schemas(folder: Path) -> None:
    """The first line of a new place names a schema, which then has to be there."""
    if not (folder / SCHEMAS_FOLDER).exists():
        write_schemas(folder / SCHEMAS_FOLDER)
