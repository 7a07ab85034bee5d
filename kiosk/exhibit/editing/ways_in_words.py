"""Where something stands in an exhibit, in words: the names of what is around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import choice_name, key_name
from kiosk.exhibit.editing.named_things import title_of, words_of
from kiosk.exhibit.editing.shapes import described, model_at
from kiosk.text.languages import are_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.yaml_source import Location, Node

_COUNTED = frozenset({"steps", "pages"})
"""Lists whose entries people know by their number."""


def way_in_words(file: str, root: Node, location: Location, language: str) -> tuple[str, ...]:
    """The names from the outermost thing in a file to a place in it, in the editor's language.

    A text's own language is not among them.
    """
    described_as = described(file)
    has_entries = described_as is not None and described_as.has_entries
    top = () if has_entries else (title_of(root, language) or file,)
    return (*top, *_inside(file, root, location, language, has_entries=has_entries))


def _inside(
    file: str, root: Node, location: Location, language: str, *, has_entries: bool
) -> Iterator[str]:
    for length in range(1, len(location) + 1):
        place = location[:length]
        node, step = root.at(place), place[-1]
        if isinstance(step, int):
            yield _entry(node, step, place[-2] if length > 1 else "", language)
        elif has_entries and length == 1:
            yield title_of(node, language) or step
        elif node is None or node.kind != "list" or length == len(location):
            model = model_at(file, place[:-1], root)
            yield key_name(model.__name__ if model is not None else "", step, language)
        if node is not None and node.kind == "mapping" and are_languages(node.value):
            return


def _entry(node: Node | None, number: int, key: str | int, language: str) -> str:
    title = title_of(node, language)
    if key in _COUNTED:
        return f"{number + 1}. {title}" if title else f"{number + 1}."
    kind = "" if node is None else words_of(node.at(("kind",)), language)
    named = title or str(number + 1)
    return f"{choice_name(kind, language)}: {named}" if kind and key == "panels" else named
