"""The series of charts that name a table get its points."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.exhibit.model.finding import Finding
from kiosk.exhibit.tables import chart_mistakes, spreadsheet_mistakes, table_mistakes
from kiosk.exhibit.tables.csv_tables import read_csv
from kiosk.exhibit.tables.spreadsheet_files import SPREADSHEET_LIMIT_BYTES, Misnamed
from kiosk.exhibit.tables.spreadsheet_formats import BY_ENDING
from kiosk.exhibit.tables.table_text import table_text
from kiosk.exhibit.tables.tables import Table, hidden_columns, missing_columns, points_of
from kiosk.text.problems import Problem, UnreadableFile

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Columns, Point, Series, Zone
    from kiosk.text.folder import ContentFolder
    from kiosk.text.yaml_source import Location

SPREADSHEET = ".xlsx"


class SeriesData:
    """The tables in `data/`, each read once; `problems` are what is wrong inside them."""

    def __init__(self, folder: ContentFolder) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._tables: dict[tuple[str | None, ...], Table | None] = {}

    def resolved(self, zone: Zone) -> tuple[Zone, list[Finding]]:
        """The zone with points in place of tables, and what is wrong where they are named."""
        findings: list[Finding] = []
        panels = []
        for index, panel in enumerate(zone.panels):
            if panel.kind == "chart" and any(series.data for series in panel.series):
                series = tuple(
                    self._with_points(series, ("panels", index, "series", place), findings)
                    for place, series in enumerate(panel.series)
                )
                panel = panel.model_copy(update={"series": series})
            panels.append(panel)
        return zone.model_copy(update={"panels": tuple(panels)}), findings

    def _with_points(self, series: Series, at: Location, findings: list[Finding]) -> Series:
        if series.data is None:
            return series
        here = (*at, "data")
        if series.points:
            findings.append(Finding(here, chart_mistakes.two_origins(series.id), at_key=True))
            return series
        points, found = self._points(series.data, here)
        findings += found
        return series.model_copy(update={"points": points})

    def _points(self, columns: Columns, at: Location) -> tuple[tuple[Point, ...], list[Finding]]:
        name = f"data/{columns.file}"
        if PurePath(columns.file).name != columns.file or not self._folder.has(name):
            known = [found.split("/", 1)[1] for found in self._folder.names("data")]
            mistake = table_mistakes.no_table(columns.file, known)
            return (), [Finding((*at, "file"), mistake)]
        try:
            table = self._table(name, columns)
        except Misnamed as error:
            return (), [Finding((*at, error.key), error.mistake)]
        if table is None:
            return (), [Finding(at, None)]
        if table.problems:
            return (), [Finding(at, None)]
        missing = missing_columns(table, columns)
        if missing:
            return (), [Finding((*at, key), mistake) for key, mistake in missing.items()]
        points, problems = points_of(table, columns)
        self.problems += problems
        if problems:
            return points, [Finding(at, None)]
        remarks = [Finding((*at, "file"), mistake) for mistake in table.remarks]
        hidden = hidden_columns(table, columns).items()
        return points, remarks + [Finding((*at, key), mistake) for key, mistake in hidden]

    def _table(self, name: str, columns: Columns) -> Table | None:
        """The table, or None and a problem; raises Misnamed."""
        key = (name, columns.sheet, columns.range)
        if key not in self._tables:
            try:
                table = self._read(name, columns)
            except UnreadableFile as error:
                self.problems.append(error.problem)
                self._tables[key] = None
            else:
                self.problems += table.problems
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
                raise Misnamed(key, spreadsheet_mistakes.not_in_csv(key))
        return read_csv(table_text(self._folder, name), name)
