"""Why a new place, panel or exhibit is not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, did_you_mean_or, one_of, shortened
from kiosk.text.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection

_AT = "--at 981.2,757.6 (units of the drawing) or --at '22.53 N, 113.90 E' (on the shipped map)"

NOTHING_TO_NAME = Message(
    "nothing-to-name",
    "every figure names a source and a unit, and there are none yet",
    "write one into sources.yaml and one into units.yaml first",
)


NO_ZONES = Message(
    "no-zones",
    "a data layer has a value for each place, and there are none yet",
    "write a place first, with `kiosk new zone`",
)


NOTHING_NAMED = Message(
    "nothing-named",
    "it isn't said what is to be written",
    "name a piece, such as 'kiosk new zone qianhai', or a map and the folder to be made of it:"
    " kiosk new --from-map bay.svg --out museum",
)


def words_are_there(language: str) -> Message:
    """A language whose words come with the program."""
    return Message(
        "words-are-there",
        f"the program speaks '{language}' itself",
        "only a language of your own needs a file, such as `kiosk new words fr`",
    )


def zone_is_there(written: str, file: str) -> Message:
    """`file` is where it stands."""
    return Message(
        "zone-is-there", f"there is a place '{shortened(written)}' in {file}", "choose another id"
    )


def file_is_there(name: str) -> Message:
    """A file that would have to be overwritten."""
    return Message("file-is-there", f"there is a file {name} already", "choose another id")


def device(written: str) -> Message:
    """An id that is the name of a device on Windows, so that no file there can be called so."""
    return Message(
        "device-id",
        f"'{written}' is a device on Windows, where no file can be called {written}.yaml",
        f"choose another id, such as 'place-{written}'",
    )


def folder_is_link(name: str) -> Message:
    """A folder of the content that leads out of it: nothing is read there either."""
    return Message(
        "folder-is-link",
        f"the folder '{shortened(name)}' leads out of the content",
        "put a folder there in its place",
    )


def panel_is_there(written: str, zone: str) -> Message:
    """The zone has a panel of that id."""
    return Message(
        "panel-is-there",
        f"there is a panel '{shortened(written)}' in '{zone}' already",
        "choose another id",
    )


def no_zone(written: str, known: Collection[str], new_zone: str) -> Message:
    """`new_zone` is the command that makes one."""
    return Message(
        "unknown-zone",
        f"there is no place '{shortened(written)}'",
        did_you_mean_or(written, known, f"make it: {new_zone}"),
    )


def not_on_map(written: str, known: Collection[str], free: Collection[str]) -> Message:
    """`known` are the elements of the map that can be places, `free` those that are none yet."""
    named = f"name one with --element, such as {one_of(free)}, or say" if free else "say"
    return Message(
        "not-on-map",
        f"the map has nothing named '{shortened(written)}'",
        did_you_mean(written, known) or f"{named} where it is with {_AT}",
    )


def no_point(written: str) -> Message:
    """What was written after --at."""
    return Message("no-point", f"'{shortened(written)}' is no point of the map", f"write {_AT}")


def units_or_degrees(written: str, degrees: str) -> Message:
    """Two numbers that are units of the drawing, and would be `degrees` in the bay as well."""
    return Message(
        "units-or-degrees",
        f"'{shortened(written)}' could be units of the drawing or coordinates",
        f"write --at {degrees} if they are coordinates",
    )


def folder_is_used(name: str) -> Message:
    """A new exhibit needs an empty folder."""
    return Message(
        "folder-is-used", f"{name} is not empty", "choose a folder that is not there yet"
    )


def folder_is_inside(name: str, exhibit: str) -> Message:
    """A new exhibit has no place in the folder of another, whose files its own would be."""
    return Message(
        "folder-is-inside",
        f"{name} lies inside the exhibit {exhibit}",
        "choose a folder beside it",
    )


def no_place_for_panel(name: str) -> Message:
    """The file `name` does not end in a list of panels with hyphens."""
    return Message(
        "no-place-for-panel",
        f"nothing can be added to {name}",
        "let 'panels' be a list, and begin each panel in a line of its own with '- '",
    )


def nothing_on_map(name: str) -> Message:
    """The drawing of that name has no area and no point."""
    return Message(
        "nothing-on-map",
        f"nothing in {name} can be a place",
        "draw each place as an outline or a circle, and name it",
    )


def too_many_places(count: int, most: int) -> Message:
    """A drawing with so many names, where an exhibit has at most so many places."""
    return Message(
        "too-many-places",
        f"the map names {count} shapes, and an exhibit has at most {most} places",
        "take the names from those that visitors need not open",
    )


def mend_first(message: str) -> Message:
    """`message` is what is wrong with the content that is there."""
    return Message("mend-first", message)


def no_languages(line: int, column: int) -> Message:
    """The list of languages in exhibit.yaml, which stands there, names none that can be shown."""
    return Message(
        "no-languages",
        f"exhibit.yaml:{line}:{column}: 'languages' names no language",
        "write a list of them first, such as languages: [en, pt]",
    )
