"""Where a message is, in the names that the forms have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import choice_name, key_name
from kiosk.exhibit.editing.form import form_at
from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.reading.exhibit_reading import EXHIBIT_FILE, SOURCES_FILE, TERMS_FILE, UNITS_FILE
from kiosk.workshop.editing.located_messages import by_location

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.yaml_source import Location, Node

_WORDS_OF_FILES = {
    EXHIBIT_FILE: "edit_exhibit",
    SOURCES_FILE: "edit_sources",
    UNITS_FILE: "edit_units",
    TERMS_FILE: "edit_terms",
}


def message_location(message: PlacedMessage, root: Node) -> Location:
    """The place in its file that a message means."""
    return next(iter(by_location([message], message.file, root)))


def file_words(file: str, root: Node | None, style: InterfaceStyle) -> str:
    """What a file has in it: the thing that it describes, or all things of a kind."""
    word = _WORDS_OF_FILES.get(file)
    return style.say(word) if word else title_of(root, style.language) or file


def place_in_words(
    message: PlacedMessage, root: Node | None, style: InterfaceStyle
) -> tuple[str, ...]:
    """What a message is about, from the outside in: the place, its panel, the field.

    Empty where no form shows it.
    """
    if root is None:
        return ()
    location = message_location(message, root)
    language = style.language
    outer = form_at(message.file, root, ())
    if outer is None and message.file not in _WORDS_OF_FILES:
        return ()
    words = [file_words(message.file, root, style)]
    for length in range(1, len(location) + 1):
        said = _step(message.file, root, location[:length], language)
        if said:
            words.append(said)
    return tuple(words)


def _step(file: str, root: Node, location: Location, language: str) -> str:
    """What one step further in is called; empty where it says nothing that its parts don't."""
    node, key = root.at(location), location[-1]
    if node is not None and node.kind == "mapping":
        title = title_of(node, language)
        kind = node.at(("kind",))
        said = choice_name(str(kind.value), language) if kind is not None else ""
        if title:
            return f"{said}: {title}" if said and len(location) == 2 else title
    if isinstance(key, int):
        return str(key + 1)
    if node is not None and node.kind == "list" and node.value and node.value[0].kind == "mapping":
        # "Panels" and the like: what comes next says which one.
        return ""
    form = form_at(file, root, location[:-1])
    field = None if form is None else form.field(key)
    return "" if field is None else key_name(field.model, field.key, language)
