"""What forms are called: by what is written in them, else by what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import choice_name, key_name
from kiosk.exhibit.editing.form import form_at
from kiosk.exhibit.editing.named_things import title_of
from kiosk.languages.language import LANGUAGES

if TYPE_CHECKING:
    from kiosk.exhibit.editing.form import Form
    from kiosk.text.yaml_source import Location, Node


def form_title(form: Form, root: Node, language: str) -> str:
    """The title above a form: its kind where it has one, and its own words."""
    kind = form.field("kind")
    words = "" if kind is None else choice_name(kind.written, language)
    title = place_title(form.file, root, form.location, language)
    return f"{words}: {title}" if words and len(form.location) > 1 else title


def place_title(file: str, root: Node, place: Location, language: str) -> str:
    """What people call a place of a file: by its words, its number or its key; else its file."""
    return title_of(root.at(place), language) or _called(file, root, place, language) or file


def way_in_titles(file: str, root: Node, location: Location, language: str) -> str:
    """The way to a place by the names of things: "teams › from Hong Kong › Label › Português"."""
    said = []
    for length, step in enumerate(location, start=1):
        place = location[:length]
        if isinstance(step, str) and step in LANGUAGES and length == len(location):
            said.append(LANGUAGES[step].name)
        elif isinstance(step, int):
            # The name of the list says no more than that of its entry.
            said[-1:] = [place_title(file, root, place, language)]
        else:
            outer = form_at(file, root, place[:-1])
            said.append(key_name(outer.model if outer is not None else "", step, language))
    return " › ".join(said) or place_title(file, root, (), language)


def entry_title(node: Node | None, place: Location, model: str, language: str) -> str:
    """What an entry is called; one that says nothing yet by its list and number: "Pictures 2"."""
    names = [step for step in place if isinstance(step, str)]
    number = int(place[-1]) + 1
    return title_of(node, language) or f"{key_name(model, names[-1], language)} {number}"


def _called(file: str, root: Node, place: Location, language: str) -> str:
    """What the key of a group, or the number of an entry, is called; empty at the top of a file."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        outer = form_at(file, root, place[:-2])
        return entry_title(None, place, outer.model if outer is not None else "", language)
    outer = form_at(file, root, place[:-1])
    return key_name(outer.model if outer is not None else "", place[-1], language)
