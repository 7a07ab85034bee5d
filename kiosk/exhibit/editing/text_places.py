"""Where a text stands, in the words that a form has for it: `The port › Facts 2 › Label`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import choice_name, key_name
from kiosk.exhibit.editing.named_things import title_of, words_of
from kiosk.exhibit.editing.shapes import model_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.text.yaml_source import Location, Node

BETWEEN = " › "
_LONGEST = 40


def text_place(file: str, root: Node, location: Location, language: str) -> tuple[str, ...]:
    """The names of what a text is in, from the outside, and at last what it is itself."""
    return tuple(filter(None, _names(file, root, location, language)))


def _names(file: str, root: Node, location: Location, language: str) -> Iterator[str]:
    for depth, step in enumerate(location):
        here = location[: depth + 1]
        is_last = depth == len(location) - 1
        node = root.at(here)
        if isinstance(step, int):
            yield _entry_name(file, root, here, location, language)
        elif is_last or (node is not None and not _is_listed(node, location, depth)):
            model = model_at(file, location[:depth], root)
            if model is not None:
                yield key_name(model.__name__, step, language)
            else:
                # The id of a source, a unit or a term: by what these are called.
                yield _title(node, here, location, language)


def _is_listed(node: Node, location: Location, depth: int) -> bool:
    """Whether what follows is an entry, which says by itself of what."""
    return node.kind == "list" and depth + 1 < len(location)


def _entry_name(file: str, root: Node, here: Location, location: Location, language: str) -> str:
    title = _title(root.at(here), here, location, language)
    if title:
        return title
    *around, number = here
    node = root.at(here)
    kind = "" if node is None else words_of(node.at(("kind",)), language)
    model = model_at(file, tuple(around[:-1]), root)
    key = str(around[-1]) if around else ""
    name = choice_name(kind, language) if kind else ""
    name = name or key_name("" if model is None else model.__name__, key, language)
    return f"{name} {int(number) + 1}"


def _title(node: Node | None, here: Location, location: Location, language: str) -> str:
    """What an entry is called; nothing where it is called by the very text that is meant."""
    if node is None or node.kind != "mapping":
        return ""
    # A panel without a heading is called by its kind, and not by an id that only files have.
    said = {key: value for key, value in node.value.items() if key != "id"}
    title = title_of(node._replace(value=said), language)
    key = location[len(here)] if len(location) > len(here) else ""
    if key in said and title == title_of(node._replace(value={key: said[key]}), language):
        return ""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
