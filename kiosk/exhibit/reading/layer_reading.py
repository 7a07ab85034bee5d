"""The files in layers/ become data layers.  They are optional, and read with the whole exhibit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.data_layer import DataLayer, ZoneValue
from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.model.points import Columns
from kiosk.exhibit.model.quotient import divided
from kiosk.exhibit.reading.unread_files import unread_files
from kiosk.exhibit.reading.validating import ROUNDS, dropped_with, validated
from kiosk.exhibit.rules import layer_messages, layer_rules
from kiosk.exhibit.rules.language_rules import check_languages
from kiosk.exhibit.rules.layer_rules import LayerFile
from kiosk.exhibit.tables.series_data import FoundRows, SeriesData
from kiosk.text import file_messages, shape_messages
from kiosk.text.folder import FILES_LIMIT
from kiosk.text.messages import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.exhibit.model.located_message import Existing, Lost
    from kiosk.exhibit.model.points import Point
    from kiosk.exhibit.reading.content_files import ContentFiles
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Document, Node

LAYERS_FOLDER = "layers"

_OF_MISSING_KEYS = frozenset(
    {
        "missing-key",
        "layer-without-values",
        "value-without-date",
        "apart-without-caveat",
        "apart-without-value",
        "layer-break-outside",
        "opens-without-value",
    }
)
"""What is said of keys that are missing: a key that is misspelt may be the one."""


@dataclass
class LayerReader:
    """Reads every data layer of a folder, as far as it is sound; messages go to the files."""

    files: ContentFiles
    existing: Existing
    zones: Mapping[str, Zone]
    lost: Lost
    languages: Sequence[str]
    spoilt: set[str] = field(default_factory=set, init=False)
    """The layers that are written and can't be shown."""
    layer_files: tuple[LayerFile, ...] = field(default=(), init=False)
    """The layers that are shown, with their places in the files."""

    def read(self, order: Sequence[str], settings: Node) -> tuple[DataLayer, ...]:
        """The layers as `exhibit.yaml` orders them, the others behind by their files' names."""
        self.files.report(*unread_files(self.files.folder, LAYERS_FOLDER))
        read: dict[str, LayerFile] = {}
        for name in self._names():
            found = self._layer(name)
            if found is None:
                self.spoilt.add(PurePath(name).stem)
            else:
                read[found.layer.id] = found
        whole = {found.layer.id: found.layer for found in read.values()}
        for found in read.values():
            whole.update(self._divided(found, read))
        shown = {name: layer for name, layer in whole.items() if layer.points}
        for index, name in enumerate(order):
            if name not in whole and name not in self.spoilt:
                message = layer_messages.unknown_layer(name, whole)
                place = settings.position(("layers", index))
                self.files.report(message.at("exhibit.yaml", *place))
        self.layer_files = tuple(replace(read[name], layer=layer) for name, layer in shown.items())
        first = [name for name in dict.fromkeys(order) if name in shown]
        return tuple(shown[name] for name in dict.fromkeys((*first, *shown)))

    def _names(self) -> tuple[str, ...]:
        found = self.files.folder.names(LAYERS_FOLDER)
        names = tuple(name for name in found if name.endswith(".yaml"))
        if len(names) > FILES_LIMIT:
            self.files.report(file_messages.too_many_files(FILES_LIMIT).at(LAYERS_FOLDER))
        return names[:FILES_LIMIT]

    def _layer(self, name: str) -> LayerFile | None:
        document = self.files.document(name)
        found = self._read_once(name, document) if document is not None else None
        if document is not None and found is not None:
            self.files.memory.keep(name, document)
        good = self.files.memory.good(name)
        if found is None and good is not None:
            self.files.recalled.append(name)
            with self.files.quietly():
                found = self._read_once(name, good)
        return found

    def _read_once(self, name: str, document: Document) -> LayerFile | None:
        tables = self.files.folder.stamps("data")
        around = (self.existing, tuple(self.zones), self.lost, self.languages, tables)
        return self.files.once(name, (document, *around), partial(self._read_layer, name, document))

    def _read_layer(self, name: str, document: Document) -> LayerFile | None:
        spoilt = {
            dropped_with(spoilt_entry.location, document.root)
            for spoilt_entry in document.spoilt_entries
        }
        if () in spoilt:
            return None
        layer, node, messages = validated(document.root.without(spoilt), DataLayer, name)
        self.files.report(*messages)
        if layer is None:
            return None
        self.files.report(*check_languages(node, name, self.languages))
        has_own_name = layer.id == PurePath(name).stem
        if not has_own_name:
            message = layer_messages.id_is_not_the_file(layer.id, PurePath(name).stem)
            self.files.report(message.at(name, *node.position(("id",))))
        is_misspelt = any(message.rule == "unknown-key" for message in messages)
        untold = _OF_MISSING_KEYS if is_misspelt else frozenset[str]()
        sound = self._sound(LayerFile(name, node, layer), untold)
        # A misspelt `caveat` or `breaks` would let visitors compare what can't be compared.
        return sound if has_own_name and not is_misspelt else None

    def _sound(self, found: LayerFile, untold: Collection[str]) -> LayerFile | None:
        """The layer without what breaks a rule.  Only the first round is reported: what comes
        later is a consequence, and so is what the rules in `untold` say."""
        name, node, layer = found.file, found.node, found.layer
        data = SeriesData(self.files.folder)
        for turn in range(ROUNDS):
            filled, of_table = _filled(layer, data)
            located = [
                *of_table.located,
                *layer_rules.check_layer(filled, self.zones, self.lost, self.existing),
            ]
            if turn == 0:
                self.files.report(*data.messages)
            if of_table.table is not None:
                filled, of_rows = _without_spoilt_rows(filled, of_table, located)
                located = [each for each in located if each.location[:1] != ("points",)]
                told = [each for each in of_rows if each.rule not in untold]
                self.files.report(*(told if turn == 0 else ()))
            if turn == 0:
                told_here = [
                    each for each in located if each.message and each.message.rule not in untold
                ]
                self._report(LayerFile(name, node, layer), told_here)
            spoilt = {
                dropped_with(each.spoils or each.location, node)
                for each in located
                if not each.mended
                and (each.message is None or each.message.severity is Severity.ERROR)
            }
            if not spoilt:
                return LayerFile(name, node, _dated(filled))
            if () in spoilt:
                return None
            sound, node, _ = validated(node.without(spoilt), DataLayer, name)
            if sound is None:
                return None
            layer = sound
        return None

    def _report(self, found: LayerFile, located: Sequence[LocatedMessage]) -> None:
        self.files.report(*map(found.placed, located))

    def _divided(self, found: LayerFile, layers: Mapping[str, LayerFile]) -> dict[str, DataLayer]:
        """The layer with its quotients, by its id; without any where a part is missing."""
        if found.layer.divide is None:
            return {}
        known = {name: each.layer for name, each in layers.items()}
        located = list(layer_rules.check_quotient(found.layer, known, self.spoilt))
        self._report(found, located)
        if located:
            return {}
        upper, lower = (layers[name].layer for name in found.layer.divide)
        return {found.layer.id: divided(found.layer, upper, lower)}


def _filled(layer: DataLayer, data: SeriesData) -> tuple[DataLayer, FoundRows]:
    """The layer with the points of its table's sound rows, and what is wrong with the table."""
    if layer.data is None:
        return layer, FoundRows((), [])
    if layer.points:
        message = layer_messages.two_origins(layer.id, "points")
        return layer, FoundRows((), [LocatedMessage(("data",), message, at_key=True)])
    if layer.data.zone is None:
        message = shape_messages.missing_key("zone")
        return layer, FoundRows((), [LocatedMessage(("data",), message)])
    if layer.data.label is not None:
        # A zone of a layer has the name of its place.
        keys = tuple(key for key in Columns.model_fields if key != "label")
        message = shape_messages.unknown_key("label", keys)
        return layer, FoundRows((), [LocatedMessage(("data", "label"), message, at_key=True)])
    found = data.rows(layer.data, ("data",))
    values = tuple(_zone_value(row.point) for row in found.rows)
    return layer.model_copy(update={"points": values}), found


def _zone_value(point: Point) -> ZoneValue:
    """The value of a sound row, which has all that its table's columns name."""
    assert point.zone is not None
    assert point.value is not None
    return ZoneValue(zone=point.zone, value=point.value, at=point.at)


def _without_spoilt_rows(
    layer: DataLayer, found: FoundRows, located: Sequence[LocatedMessage]
) -> tuple[DataLayer, list[PlacedMessage]]:
    """The layer without the rows that break a rule, and what is wrong with their cells."""
    spoilt, messages = set(), []
    for each in located:
        if each.location[:1] == ("points",) and found.table is not None:
            _, index, *keys = each.location
            spoilt.add(index)
            if each.message is not None and isinstance(index, int):
                key = str(keys[0]) if keys else "value"
                messages.append(found.rows[index].message(found.table, each.message, key))
    points = tuple(each for index, each in enumerate(layer.points) if index not in spoilt)
    return layer.model_copy(update={"points": points}), messages


def _dated(layer: DataLayer) -> DataLayer:
    """The layer with a date at each of its points."""
    points = tuple(
        point if point.at is not None else point.model_copy(update={"at": layer.as_of})
        for point in layer.points
    )
    return layer.model_copy(update={"points": points})
