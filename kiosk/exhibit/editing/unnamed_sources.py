"""A source that is chosen takes the place of the one that a template has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.usual_figures import is_unnamed
from kiosk.exhibit.editing.edits import Remove, SetValue
from kiosk.exhibit.editing.shapes import names_in
from kiosk.exhibit.reading.exhibit_reading import SOURCES_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.exhibit.editing.edits import Edit
    from kiosk.text.yaml_source import Location, Node


def naming(
    roots: Mapping[str, Node], file: str, location: Location, names: Sequence[str], new: str
) -> tuple[Edit, ...]:
    """The edits after which a field that has these names has another one too.

    A source that nobody has named goes from the field, and for good where no other field has it.
    """
    sources = roots.get(SOURCES_FILE)
    gone = []
    for name in names:
        source = None if sources is None else sources.at((name,))
        if source is not None and is_unnamed(source) and name != new:
            gone.append(name)
    kept = [name for name in names if name not in gone]
    edits: list[Edit] = [SetValue(file, location, [*kept, new])]
    edits += [Remove(SOURCES_FILE, (name,)) for name in gone if _mentions(roots, name) == 1]
    return tuple(edits)


def _mentions(roots: Mapping[str, Node], source: str) -> int:
    return sum(
        named.kind == "source" and named.written.strip() == source
        for file, root in roots.items()
        for named in names_in(file, root)
    )
