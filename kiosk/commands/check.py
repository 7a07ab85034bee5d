"""Say what is wrong with a folder of content, all at once."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibit.checking import check_exhibit
from kiosk.exhibit.editorial import editorial_problems
from kiosk.exhibit.mistakes import file_mistakes, map_mistakes
from kiosk.exhibit.problems import Problem, Severity
from kiosk.exhibit.reading import Reading, read_exhibit
from kiosk.exhibit.text import LANGUAGES
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.look.coverage import read_coverage
from kiosk.shipped import shipped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder and the form of the report."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        help="the content folder; without it, the one that came along",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for programs"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every problem.  Returns 0 without errors, 1 with errors, 2 without a folder."""
    try:
        folder = arguments.folder or shipped("content")
    except FileNotFoundError as error:
        print(f"kiosk check: {error}", file=sys.stderr)
        return 2
    if not folder.is_dir():
        print(f"kiosk check: {file_mistakes.no_folder(str(folder)).message}", file=sys.stderr)
        return 2
    reading = read_exhibit(folder)
    problems = editorial_problems(
        folder,
        {*reading.problems, *_map_problems(reading)},
        languages=reading.exhibit.languages if reading.exhibit else LANGUAGES,
        undrawable=read_coverage(shipped("assets") / "look" / "fonts").undrawable,
    )
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if arguments.format == "json":
        entries = [problem.as_json() for problem in problems]
        print(json.dumps({"ok": not errors, "problems": entries}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(problem)
        print(_summary(reading, errors, len(problems) - errors))
    return 1 if errors else 0


def _map_problems(reading: Reading) -> Iterator[Problem]:
    """What the map lacks; a map that is not there has been reported in the reading."""
    if reading.exhibit is None or not reading.exhibit.map_file.is_file():
        return
    path = reading.exhibit.map_file
    name = f"map/{path.name}"
    try:
        drawing = read_drawing(path)
    except DrawingError as error:
        yield map_mistakes.unreadable_map(error.message).at(name, max(error.line, 1))
        return
    for shape in drawing.left_out:
        yield map_mistakes.shape_left_out(shape.id, shape.reason).at(name, max(shape.line, 1))
    yield from check_exhibit(reading.zone_files, frozenset(drawing.shapes))


def _summary(reading: Reading, errors: int, warnings: int) -> str:
    counted = _counted(warnings, "warning")
    if errors:
        return ", ".join([_counted(errors, "error"), *([counted] if warnings else [])])
    zones = reading.exhibit.zones if reading.exhibit else ()
    panels = sum(len(zone.panels) for zone in zones)
    whole = f"content is ok: {_counted(len(zones), 'zone')}, {_counted(panels, 'panel')}"
    tours = reading.exhibit.tours if reading.exhibit else ()
    if tours:
        whole = f"{whole}, {_counted(len(tours), 'tour')}"
    return f"{whole}, {counted}" if warnings else whole


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
