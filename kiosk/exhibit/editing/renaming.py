"""Another id for something, and everywhere it is named: the edits that this takes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import quote

from kiosk.exhibit.editing import mentions
from kiosk.exhibit.editing.edits import (
    Rename,
    RenameFile,
    RenameKeys,
    SetContent,
    SetTexts,
    SetValue,
)
from kiosk.exhibit.editing.new_names import refuse_bad_id
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.table_names import found_in_spreadsheet, with_cells_renamed
from kiosk.exhibit.model.film import CAPTION_KIND
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.exhibit.reading.layer_reading import LAYERS_FOLDER
from kiosk.exhibit.reading.names_reading import GLOSSARY_FILE
from kiosk.exhibit.reading.tour_reading import TOURS_FOLDER
from kiosk.exhibit.tables.series_data import SPREADSHEET
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.text.folder import FILMS_FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.mentions import Column, Mention
    from kiosk.text.yaml_edit import YamlText
    from kiosk.text.yaml_source import Location, Node

ZONES_FOLDER = "zones"
ENTRIES = {
    "source": SOURCES_FILE,
    "unit": UNITS_FILE,
    "term": TERMS_FILE,
    "glossary": GLOSSARY_FILE,
}
FOLDERS = {"zone": ZONES_FOLDER, "layer": LAYERS_FOLDER, "tour": TOURS_FOLDER}
FILES_OF_KINDS = {
    "picture": ("pictures", ("picture",)),
    "table": ("data", ("table",)),
    "film": (FILMS_FOLDER, ("film", "sound")),
    "map": ("map", ("map",)),
}
"""Where files of a kind lie, and as what other files name them."""


class Files(Protocol):
    """The files of a folder as they are while something is edited."""

    def content(self, file: str) -> bytes | None:
        """What is in a file; None where there is none."""

    def yaml(self, file: str) -> YamlText:
        """The text of a YAML file; EditRefused where there is none, or none that can be read."""

    def yaml_files(self) -> tuple[str, ...]:
        """The files that may name things."""

    def names(self, folder: str) -> tuple[str, ...]:
        """The files in a folder of the content, such as `zones/hetao.yaml`."""


class Renaming(NamedTuple):
    """The edits, and the files that could not be looked through."""

    edits: tuple[Edit, ...]
    unread: tuple[str, ...]


def renaming(files: Files, rename: Rename) -> Renaming:
    """What gives something another id everywhere; EditRefused where it can't have that."""
    kind, old, new = rename.kind, rename.old, rename.new
    if kind in FILES_OF_KINDS:
        folder, named = FILES_OF_KINDS[kind]
        return _of_file(files, folder, named, old, new)
    refuse_bad_id(new, kind=kind)
    if kind in ENTRIES:
        return _of_entry(files, kind, old, new)
    if kind in FOLDERS:
        return _of_own_file(files, kind, old, new)
    if kind == "panel":
        zone, panel = _parts(old, 2)
        return _of_panel(files, zone, panel, new)
    if kind == "step":
        tour, step = _parts(old, 2)
        file = file_of(files, TOURS_FOLDER, tour)
        return _of_part(files, file, ("steps",), step, new)
    zone, panel, own = _parts(old, 3)
    file, location = part_of_zone(files, zone, panel)
    where = (*location, "series" if kind == "series" else "facts")
    return _of_part(files, file, where, own, new)


def file_of(files: Files, folder: str, own: str) -> str:
    """The file in a folder that has this id; EditRefused where none has."""
    for file in files.yaml_files():
        if PurePosixPath(file).parent.name == folder and id_in(files, file) == own:
            return file
    raise EditRefused(EditRefusal.GONE, f"{folder}/{own}.yaml", ("id",), name=own)


def id_in(files: Files, file: str) -> str:
    """The id that a file has; empty where it can't be read."""
    try:
        found = files.yaml(file).document.root.at(("id",))
    except EditRefused:
        return ""
    return str(found.value).strip() if found is not None and found.kind == "text" else ""


def mentioned(
    files: Files, say: Callable[[str, Node], Iterable[Mention]]
) -> tuple[list[tuple[str, Mention]], tuple[str, ...]]:
    """What all files say, and the files that can't be read."""
    found: list[tuple[str, Mention]] = []
    unread = []
    for file in files.yaml_files():
        if file == RECORD_FILE:
            continue
        try:
            root = files.yaml(file).document.root
        except EditRefused:
            unread.append(file)
        else:
            found += ((file, mention) for mention in say(file, root))
    return found, tuple(unread)


def _parts(written: str, count: int) -> tuple[str, ...]:
    parts = written.split("/")
    if len(parts) != count:
        raise EditRefused(EditRefusal.GONE, name=written)
    return tuple(parts)


def _index_of(yaml: YamlText, location: Location, own: str) -> int:
    """The number of the entry with this id in a list."""
    node = yaml.document.root.at(location)
    for index, entry in enumerate(node.value if node is not None and node.kind == "list" else ()):
        found = entry.at(("id",))
        if found is not None and found.kind == "text" and found.value.strip() == own:
            return index
    raise EditRefused(EditRefusal.GONE, yaml.name, location, name=own)


def _texts(found: Iterable[tuple[str, Mention]]) -> Iterator[Edit]:
    """One edit for each file."""
    by_file: dict[str, dict[Location, str]] = {}
    for file, mention in found:
        by_file.setdefault(file, {})[mention.location] = mention.renamed
    for file, words in by_file.items():
        yield SetTexts(file, words)


def _of_own_file(files: Files, kind: str, old: str, new: str) -> Renaming:
    """A zone, a data layer or a tour, which has a file of its own."""
    folder = FOLDERS[kind]
    others = [each for each in files.yaml_files() if PurePosixPath(each).parent.name == folder]
    if any(id_in(files, each) == new for each in others):
        raise EditRefused(EditRefusal.ID_TAKEN, name=new)
    file = file_of(files, folder, old)

    def say(name: str, root: Node) -> Iterator[Mention]:
        if name == file:
            yield mentions.Mention(("id",), old, new)
        if kind == "zone":
            yield from mentions.of_zone(name, root, old, new)
        elif kind == "layer":
            yield from mentions.of_layer(name, root, old, new)

    found, unread = mentioned(files, say)
    edits = list(_texts(found))
    if kind == "zone":
        edits += _element(files.yaml(file), old)
        tables, unread_tables = _tables(files, old, new)
        edits += tables
        unread = (*unread, *unread_tables)
    renamed = f"{folder}/{new}.yaml"
    if PurePosixPath(file).stem == old:
        edits.append(RenameFile(file, renamed))
        edits += _recorded_files(files, file, renamed)
    return Renaming(tuple(edits), unread)


def _element(zone: YamlText, old: str) -> Iterator[Edit]:
    """A zone without an element of its own has the shape that is called like it: it keeps that."""
    root = zone.document.root
    kind = root.at(("kind",))
    has_own = any(root.at(("map", key)) is not None for key in ("shape", "marker", "at"))
    if not has_own and (kind is None or kind.value != "region"):
        yield SetValue(zone.name, ("map", "shape"), old)


def part_of_zone(files: Files, zone: str, panel: str) -> tuple[str, Location]:
    """The file of a zone, and where in it a panel is."""
    file = file_of(files, ZONES_FOLDER, zone)
    return file, ("panels", _index_of(files.yaml(file), ("panels",), panel))


def tables_naming(files: Files, zone: str) -> Iterator[str]:
    """The tables in which a column names a zone."""
    edits, unread = _tables(files, zone, f"{zone}-")
    yield from (edit.file for edit in edits if isinstance(edit, SetContent))
    yield from unread


def _tables(files: Files, old: str, new: str) -> tuple[list[Edit], tuple[str, ...]]:
    """The tables in which a column names zones; a spreadsheet is left to its own program."""
    columns: dict[str, set[Column]] = {}
    for file in files.yaml_files():
        if file.startswith((f"{ZONES_FOLDER}/", f"{LAYERS_FOLDER}/")):
            try:
                root = files.yaml(file).document.root
            except EditRefused:
                continue
            for column in mentions.columns_of(file, root, "zone"):
                columns.setdefault(f"data/{column.table}", set()).add(column)
    edits: list[Edit] = []
    unread: list[str] = []
    for table, named in sorted(columns.items()):
        try:
            content = files.content(table)
        except EditRefused:
            # No file can be called so, and a curator hears of it from the check.
            continue
        if content is None:
            continue
        if table.endswith(SPREADSHEET):
            unread += found_in_spreadsheet(content, table, named, old)
            continue
        changed = with_cells_renamed(content, table, {each.name for each in named}, old, new)
        if changed is None:
            unread.append(table)
        elif changed != content:
            edits.append(SetContent(table, changed))
    return edits, tuple(unread)


def _of_panel(files: Files, zone: str, panel: str, new: str) -> Renaming:
    file = file_of(files, ZONES_FOLDER, zone)
    part = _of_part(files, file, ("panels",), panel, new)
    found, unread = mentioned(
        files, lambda name, root: mentions.of_panel(name, root, zone, panel, new)
    )
    return Renaming((*part.edits, *_texts(found)), unread)


def _of_part(files: Files, file: str, where: Location, own: str, new: str) -> Renaming:
    """An entry of a list in a file: a panel, a fact, a series, a step."""
    yaml = files.yaml(file)
    root = yaml.document.root
    index = _index_of(yaml, where, own)
    siblings = root.at(where)
    ids = [] if siblings is None else [each.at(("id",)) for each in siblings.value]
    if any(each is not None and each.value == new for each in ids):
        raise EditRefused(EditRefusal.ID_TAKEN, file, (*where, index, "id"), name=new)
    words: dict[Location, str] = {(*where, index, "id"): new}
    if where[-1] == "facts":
        for number, each in enumerate(() if siblings is None else siblings.value):
            whole = each.at(("part_of",))
            if whole is not None and whole.value == own:
                words[(*where, number, "part_of")] = new
    path = address_of(root, (*where, index))
    edits = [SetTexts(file, words), *_recorded(files, file, path, _beside(path, new))]
    return Renaming(tuple(edits), ())


def _of_entry(files: Files, kind: str, old: str, new: str) -> Renaming:
    """An entry of `sources.yaml` and the like."""
    file = ENTRIES[kind]
    root = files.yaml(file).document.root
    if root.at((old,)) is None:
        raise EditRefused(EditRefusal.GONE, file, (old,), name=old)
    if root.at((new,)) is not None:
        raise EditRefused(EditRefusal.ID_TAKEN, file, (old,), name=new)
    edits: list[Edit] = [RenameKeys(file, {(old,): new})]
    unread: tuple[str, ...] = ()
    if kind in ("source", "unit"):
        found, unread = mentioned(
            files,
            lambda name, root: mentions.of_kind(name, root, (kind,), old, new),
        )
        edits += _texts(found)
    edits += _recorded(files, file, old, new)
    return Renaming(tuple(edits), unread)


def _of_file(files: Files, folder: str, kinds: tuple[str, ...], old: str, new: str) -> Renaming:
    """A picture, a table, a film with its captions, or a map."""
    file, renamed = f"{folder}/{old}", f"{folder}/{new}"
    if files.content(file) is None:
        raise EditRefused(EditRefusal.GONE, file, name=old)
    found, unread = mentioned(
        files, lambda name, root: mentions.of_kind(name, root, kinds, old, new)
    )
    edits: list[Edit] = [RenameFile(file, renamed), *_texts(found)]
    begin, end = PurePosixPath(file).stem, PurePosixPath(new).stem
    for name in files.names(folder) if folder == FILMS_FOLDER else ():
        own = PurePosixPath(name).name
        if own.endswith(CAPTION_KIND) and own.startswith(f"{begin}.") and begin != end:
            edits.append(RenameFile(name, f"{folder}/{end}{own.removeprefix(begin)}"))
    return Renaming(tuple(edits), unread)


def address_of(root: Node, location: Location) -> str:
    """The address of a place in the record of translations, with ids for entries."""
    steps = []
    for depth, step in enumerate(location, 1):
        own = root.at((*location[:depth], "id")) if isinstance(step, int) else None
        number = step + 1 if isinstance(step, int) else step
        steps.append(quote(str(number if own is None else own.value), safe=""))
    return "/".join(steps)


def _beside(path: str, new: str) -> str:
    return f"{path.rpartition('/')[0]}/{new}"


def recorded_keys(files: Files, file: str, path: str) -> list[str]:
    """What is recorded of the translations below a path of a file, or of all of it."""
    record = _record(files)
    texts = None if record is None else record.at((quote(file),))
    if texts is None or texts.kind != "mapping":
        return []
    return [key for key in texts.value if not path or f"{key}/".startswith(f"{path}/")]


def _recorded(files: Files, file: str, old: str, new: str) -> Iterator[Edit]:
    """The addresses of texts in the record of translations, from one path to another."""
    keys: dict[Location, str] = {
        (quote(file), key): new + key.removeprefix(old) for key in recorded_keys(files, file, old)
    }
    if keys:
        yield RenameKeys(RECORD_FILE, keys)


def _recorded_files(files: Files, file: str, renamed: str) -> Iterator[Edit]:
    record = _record(files)
    if record is not None and record.at((quote(file),)) is not None:
        yield RenameKeys(RECORD_FILE, {(quote(file),): quote(renamed)})


def _record(files: Files) -> Node | None:
    if files.content(RECORD_FILE) is None:
        return None
    try:
        return files.yaml(RECORD_FILE).document.root
    except EditRefused:
        return None
