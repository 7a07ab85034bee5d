"""The series of charts and the data layers that name a table get its points."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.located_message import LocatedMessage
from kiosk.exhibit.tables import chart_messages, spreadsheet_messages, table_messages
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.spreadsheet_files import SPREADSHEET_LIMIT_BYTES, Misnamed
from kiosk.exhibit.tables.spreadsheet_formats import BY_ENDING
from kiosk.exhibit.tables.table_text import table_text
from kiosk.exhibit.tables.tables import Table, hidden_columns, missing_columns, rows_of
from kiosk.text.messages import PlacedMessage, UnreadableFile

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Series, Zone
    from kiosk.exhibit.model.points import Columns, Point
    from kiosk.exhibit.tables.tables import TableRow
    from kiosk.text.folder import ContentFolder
    from kiosk.text.yaml_source import Location

SPREADSHEET = ".xlsx"


class FoundRows(NamedTuple):
    """The sound rows of a table, and what is wrong where it is named.

    `table` is None where there is none that can be read.
    """

    rows: tuple[TableRow, ...]
    located: list[LocatedMessage]
    table: Table | None = None
    are_some_spoilt: bool = False


class SeriesData:
    """The tables in `data/`, each read once; `messages` say what is wrong inside them."""

    def __init__(self, folder: ContentFolder) -> None:
        self.messages: list[PlacedMessage] = []
        self._folder = folder
        self._tables: dict[tuple[str | None, ...], Table | None] = {}

    def resolved(self, zone: Zone) -> tuple[Zone, list[LocatedMessage]]:
        """The zone with points in place of tables, and what is wrong where they are named."""
        located: list[LocatedMessage] = []
        panels = []
        for index, panel in enumerate(zone.panels):
            if panel.kind == "chart" and any(series.data for series in panel.series):
                series = tuple(
                    self._with_points(series, ("panels", index, "series", place), located)
                    for place, series in enumerate(panel.series)
                )
                panel = panel.model_copy(update={"series": series})
            panels.append(panel)
        return zone.model_copy(update={"panels": tuple(panels)}), located

    def _with_points(self, series: Series, at: Location, located: list[LocatedMessage]) -> Series:
        if series.data is None:
            return series
        here = (*at, "data")
        if series.points:
            located.append(LocatedMessage(here, chart_messages.two_origins(series.id), at_key=True))
            return series
        points, found = self.points(series.data, here)
        located += found
        return series.model_copy(update={"points": points})

    def points(
        self, columns: Columns, at: Location
    ) -> tuple[tuple[Point, ...], list[LocatedMessage]]:
        """The points in these columns, and what is wrong where they are named, at `at`.

        A mistake in one row spoils all: a line or bars without it would tell something else.
        """
        found = self.rows(columns, at)
        spoilt = [LocatedMessage(at, None)] if found.are_some_spoilt else []
        return tuple(row.point for row in found.rows), [*spoilt, *found.located]

    def rows(self, columns: Columns, at: Location) -> FoundRows:
        """The rows that are sound, and what is wrong where the columns are named, at `at`."""
        name = f"data/{columns.file}"
        if PurePath(columns.file).name != columns.file or not self._folder.has(name):
            listed = self._folder.names("data")
            if name in listed and self._folder.strange(name) is not None:
                return FoundRows((), [LocatedMessage(at, None)])
            known = [found.split("/", 1)[1] for found in listed]
            message = table_messages.no_table(columns.file, known)
            return FoundRows((), [LocatedMessage((*at, "file"), message)])
        try:
            table = self._table(name, columns)
        except Misnamed as error:
            return FoundRows((), [LocatedMessage((*at, error.key), error.message)])
        if table is None or table.messages:
            return FoundRows((), [LocatedMessage(at, None)])
        missing = missing_columns(table, columns)
        if missing:
            placed = [LocatedMessage((*at, key), message) for key, message in missing.items()]
            return FoundRows((), placed)
        rows, messages = rows_of(table, columns, self._places)
        self.messages += messages
        warnings = [LocatedMessage((*at, "file"), message) for message in table.warnings]
        hidden = hidden_columns(table, columns).items()
        warnings += [LocatedMessage((*at, key), message) for key, message in hidden]
        return FoundRows(rows, warnings, table, are_some_spoilt=bool(messages))

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """The ids of the places, which their files are called by."""
        names = self._folder.names("zones")
        return tuple(PurePath(name).stem for name in names if name.endswith(".yaml"))

    def _table(self, name: str, columns: Columns) -> Table | None:
        """The table, or None and a message; raises Misnamed."""
        key = (name, columns.sheet, columns.range)
        if key not in self._tables:
            try:
                table = self._read(name, columns)
            except UnreadableFile as error:
                self.messages.append(error.message)
                self._tables[key] = None
            else:
                self.messages += table.messages
                self._tables[key] = table
        return self._tables[key]

    def _read(self, name: str, columns: Columns) -> Table:
        ending = PurePath(name).suffix.lower()
        if ending == SPREADSHEET:
            # openpyxl takes longer to import than most exhibits take to be read.
            from kiosk.exhibit.tables.spreadsheets import read_spreadsheet

            content = self._folder.content(name, SPREADSHEET_LIMIT_BYTES)
            return read_spreadsheet(content, name, columns.sheet, columns.range)
        if ending in BY_ENDING:
            raise UnreadableFile(BY_ENDING[ending].at(name))
        for key in ("sheet", "range"):
            if key in columns.model_fields_set:
                raise Misnamed(key, spreadsheet_messages.not_in_csv(key))
        return read_csv(table_text(self._folder, name), name)
