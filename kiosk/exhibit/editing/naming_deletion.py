"""Without a thing that others name: who names it is left without, or names another one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.exhibit.editing import mentions
from kiosk.exhibit.editing.deleting import (
    Deletion,
    Naming,
    layer_deletion,
    mentions_of,
    panel_deletion,
    removals,
    tour_deletion,
    zone_deletion,
)
from kiosk.exhibit.editing.edits import DeleteFile, Remove, SetTexts
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.editing.renaming import (
    ENTRIES,
    FILES_OF_KINDS,
    FOLDERS,
    file_of,
    id_in,
    mentioned,
    recorded_keys,
)
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE
from kiosk.exhibit.translating.translation_record import RECORD_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.mentions import Mention
    from kiosk.text.yaml_source import Location, Node

_ORDERS = ("zones", "layers")
"""Keys of `exhibit.yaml` that only put things in their order."""


def deletion_of(
    files: Draft, kind: str, name: str, *, instead: str = "", on_map: Collection[str] = ()
) -> Deletion:
    """The edits that delete a thing, and who names it; with `instead` these name that from then on.

    `name` is as in a `Rename`; `on_map` are the ids of the map's elements.
    """
    if kind in FOLDERS and kind != "tour":
        return _of_own_file(files, kind, name, instead, on_map)
    if kind == "tour":
        return tour_deletion(files, name)
    if kind == "panel":
        zone, _, panel = name.partition("/")
        return panel_deletion(files, zone, panel)
    return _of_entry(files, kind, name, instead)


def namings_to_tell(deletion: Deletion, own_file: str) -> tuple[Naming, ...]:
    """Who names what is deleted, without itself and the lists that only give an order."""
    return tuple(
        each
        for each in deletion.told
        if each.file != own_file and not (each.file == EXHIBIT_FILE and each.location[0] in _ORDERS)
    )


def _of_own_file(
    files: Draft, kind: str, name: str, instead: str, on_map: Collection[str]
) -> Deletion:
    deletion = zone_deletion(files, name, on_map) if kind == "zone" else layer_deletion(files, name)
    if not instead:
        return deletion
    file = file_of(files, FOLDERS[kind], name)
    file_of(files, FOLDERS[kind], instead)
    say = mentions.of_zone if kind == "zone" else mentions.of_layer

    def renamed(each: str, root: Node) -> Iterable[Mention]:
        for mention in () if each == file else say(each, root, name, instead):
            address, slash, _ = mention.renamed.lstrip("/").partition("/")
            # The other place has no such panel.
            is_panel = slash and address == instead
            yield mention._replace(renamed=instead) if is_panel else mention

    found, unread = mentioned(files, renamed)
    in_order = [
        Naming(each, mention.location, mention.written)
        for each, mention in found
        if each == EXHIBIT_FILE and mention.location[0] in _ORDERS
    ]
    ordered = {(each.file, each.location) for each in in_order}
    texts = _texts((each, one) for each, one in found if (each, one.location) not in ordered)
    record = [Remove(RECORD_FILE, (quote(file),))] if recorded_keys(files, file, "") else []
    edits: tuple[Edit, ...] = (*texts, *removals(in_order), DeleteFile(file), *record)
    return Deletion(edits, deletion.told, unread)


def _of_entry(files: Draft, kind: str, name: str, instead: str) -> Deletion:
    """A source, a unit, a term, or a file that others name: a picture, a table, a film."""
    told = mentions_of(files, kind, name) if kind != "term" else ()
    edits: list[Edit] = []
    if instead:
        edits += _instead(told, instead)
    else:
        edits += removals(list(told))
    if kind in ENTRIES:
        file = ENTRIES[kind]
        if files.yaml(file).document.root.at((name,)) is None:
            raise EditRefused(EditRefusal.GONE, file, (name,), name=name)
        keys = recorded_keys(files, file, name)
        edits.append(Remove(file, (name,)))
        edits += removals([Naming(RECORD_FILE, (quote(file), key), "") for key in keys])
    else:
        edits.append(DeleteFile(f"{FILES_OF_KINDS[kind][0]}/{name}"))
    return Deletion(tuple(edits), told, ())


def _instead(told: Iterable[Naming], instead: str) -> Iterator[Edit]:
    by_file: dict[str, dict[Location, str]] = {}
    for each in told:
        by_file.setdefault(each.file, {})[each.location] = instead
    yield from (SetTexts(file, words) for file, words in by_file.items())


def _texts(found: Iterable[tuple[str, Mention]]) -> Iterator[Edit]:
    by_file: dict[str, dict[Location, str]] = {}
    for file, mention in found:
        by_file.setdefault(file, {})[mention.location] = mention.renamed
    yield from (SetTexts(file, words) for file, words in by_file.items())


def others_like(files: Draft, kind: str, name: str) -> tuple[str, ...]:
    """The ids of what could be named in its place."""
    if kind in ENTRIES and kind != "term":
        root = files.yaml(ENTRIES[kind]).document.root
        return tuple(key for key in root.value if key != name)
    if kind in ("zone", "layer"):
        start = f"{FOLDERS[kind]}/"
        ids = (id_in(files, each) for each in files.yaml_files() if each.startswith(start))
        return tuple(each for each in ids if each and each != name)
    return ()
