"""Everything that can be said against a folder of content: what `kiosk check` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.checking import check_exhibit
from kiosk.exhibit.editorial import editorial_problems
from kiosk.exhibit.mistakes import map_mistakes
from kiosk.exhibit.text import LANGUAGES
from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.look.coverage import read_coverage
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.problems import Problem
    from kiosk.exhibit.reading import Reading


def whole_check(folder: Path, reading: Reading) -> tuple[Problem, ...]:
    """The reading's problems, the map's and an editor's remarks, sorted."""
    return editorial_problems(
        folder,
        {*reading.problems, *_map_problems(reading)},
        languages=reading.exhibit.languages if reading.exhibit else LANGUAGES,
        undrawable=read_coverage(shipped("assets") / "look" / "fonts").undrawable,
    )


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
