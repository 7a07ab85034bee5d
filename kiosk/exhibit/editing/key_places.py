"""What the models say of a key: where it belongs in its mapping, and whether it may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.editing.shapes import described, fields_of, model_at, shape_at
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.text.multilingual import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.text.yaml_source import Location, Node


def is_text(file: str, location: Location, root: Node) -> bool:
    """Whether a text in several languages belongs there."""
    shape = shape_at(file, location, root)
    return shape is not None and shape.type is Text


def is_optional(file: str, location: Location, root: Node) -> bool:
    """Whether what is there may be missing: a key with a usual value, or one that nobody knows."""
    if not location:
        return False
    if isinstance(location[-1], int):
        return True
    described_as = described(file)
    if described_as is not None and described_as.has_entries and len(location) == 1:
        return True
    model = model_at(file, location[:-1], root)
    field = None if model is None else fields_of(model).get(location[-1])
    return field is None or not field.is_required()


def place_of(
    file: str, location: Location, root: Node, languages: Sequence[str] = LANGUAGES
) -> int | None:
    """The number among the keys of its mapping that a missing key should have; None at the end."""
    around = root.at(location[:-1])
    if around is None or around.kind != "mapping" or not location:
        return None
    if file == RECORD_FILE:
        # Its lines are sorted, so that version control can merge them.
        return sum(1 for key in around.value if key < str(location[-1]))
    if is_text(file, location[:-1], root):
        order = list(dict.fromkeys((*languages, *LANGUAGES)))
    else:
        model = model_at(file, location[:-1], root)
        order = [] if model is None else list(fields_of(model))
    if location[-1] not in order:
        return None
    before = order[: order.index(str(location[-1]))]
    numbers = [number for number, key in enumerate(around.value, 1) if key in before]
    return max(numbers, default=0)
