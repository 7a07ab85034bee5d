"""Why a new place, panel or exhibit is not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, did_you_mean_or, one_of, shortened
from kiosk.text.messages import Message
from kiosk.text.phrase import Phrase, of_program

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.text.messages import PlacedMessage

_AT = Phrase(
    "--at 981.2,757.6 (units of the drawing) or --at '22.53 N, 113.90 E' (on the shipped map)"
)

NOTHING_TO_NAME = Message(
    "nothing-to-name",
    "every figure names a source and a unit, and there are none yet",
    "write one into sources.yaml and one into units.yaml first",
)


NO_PLACES = Message(
    "no-zones",
    "a tour leads to places, and there are none yet",
    "write a place first, with `kiosk new zone`",
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
        Phrase("the program speaks '{language}' itself", language=language),
        "only a language of your own needs a file, such as `kiosk new words fr`",
    )


def zone_is_there(written: str, file: str) -> Message:
    """`file` is where it stands."""
    return Message(
        "zone-is-there",
        Phrase("there is a place '{written}' in {file}", written=shortened(written), file=file),
        "choose another id",
    )


def file_is_there(name: str) -> Message:
    """A file that would have to be overwritten."""
    return Message(
        "file-is-there", Phrase("there is a file {name} already", name=name), "choose another id"
    )


def device(written: str) -> Message:
    """An id that is the name of a device on Windows, so that no file there can be called so."""
    return Message(
        "device-id",
        Phrase(
            "'{written}' is a device on Windows, where no file can be called {written}.yaml",
            written=written,
        ),
        Phrase("choose another id, such as 'place-{written}'", written=written),
    )


def folder_is_link(name: str) -> Message:
    """A folder of the content that leads out of it: nothing is read there either."""
    return Message(
        "folder-is-link",
        Phrase("the folder '{name}' leads out of the content", name=shortened(name)),
        "put a folder there in its place",
    )


def panel_is_there(written: str, zone: str) -> Message:
    """The zone has a panel of that id."""
    return Message(
        "panel-is-there",
        Phrase(
            "there is a panel '{written}' in '{zone}' already",
            written=shortened(written),
            zone=zone,
        ),
        "choose another id",
    )


def no_zone(written: str, known: Collection[str], new_zone: str) -> Message:
    """`new_zone` is the command that makes one."""
    return Message(
        "unknown-zone",
        Phrase("there is no place '{written}'", written=shortened(written)),
        did_you_mean_or(written, known, Phrase("make it: {new_zone}", new_zone=new_zone)),
    )


def not_on_map(written: str, known: Collection[str], free: Collection[str]) -> Message:
    """`known` are the elements of the map that can be places, `free` those that are none yet."""
    return Message(
        "not-on-map",
        Phrase("the map has nothing named '{written}'", written=shortened(written)),
        did_you_mean(written, known)
        or (
            Phrase(
                "name one with --element, such as {names}, or say where it is with {at}",
                names=one_of(free),
                at=_AT,
            )
            if free
            else Phrase("say where it is with {at}", at=_AT)
        ),
    )


def no_point(written: str) -> Message:
    """What was written after --at."""
    return Message(
        "no-point",
        Phrase("'{written}' is no point of the map", written=shortened(written)),
        Phrase("write {at}", at=_AT),
    )


def units_or_degrees(written: str, degrees: str) -> Message:
    """Two numbers that are units of the drawing, and would be `degrees` in the bay as well."""
    return Message(
        "units-or-degrees",
        Phrase(
            "'{written}' could be units of the drawing or coordinates", written=shortened(written)
        ),
        Phrase("write --at {degrees} if they are coordinates", degrees=degrees),
    )


def folder_is_used(name: str) -> Message:
    """A new exhibit needs an empty folder."""
    return Message(
        "folder-is-used",
        Phrase("{name} is not empty", name=name),
        "choose a folder that is not there yet",
    )


def folder_is_inside(name: str, exhibit: str) -> Message:
    """A new exhibit has no place in the folder of another, whose files its own would be."""
    return Message(
        "folder-is-inside",
        Phrase("{name} lies inside the exhibit {exhibit}", name=name, exhibit=exhibit),
        "choose a folder beside it",
    )


def no_place_for_panel(name: str) -> Message:
    """The file `name` does not end in a list of panels with hyphens."""
    return Message(
        "no-place-for-panel",
        Phrase("nothing can be added to {name}", name=name),
        "let 'panels' be a list, and begin each panel in a line of its own with '- '",
    )


def nothing_on_map(name: str) -> Message:
    """The drawing of that name has no area and no point."""
    return Message(
        "nothing-on-map",
        Phrase("nothing in {name} can be a place", name=name),
        "draw each place as an outline or a circle, and name it",
    )


def too_many_places(count: int, most: int) -> Message:
    """A drawing with so many names, where an exhibit has at most so many places."""
    return Message(
        "too-many-places",
        Phrase(
            "the map names {count} shapes, and an exhibit has at most {most} places",
            count=count,
            most=most,
        ),
        "take the names from those that visitors need not open",
    )


def mend_first(message: PlacedMessage) -> Message:
    """`message` is what is wrong with the content that is there."""
    place = f"{message.file}:{message.line}:{message.column}"
    found = Phrase("{place}: {found}", place=place, found=of_program(message.text))
    return Message("mend-first", found, message.hint)


def no_languages(line: int, column: int) -> Message:
    """The list of languages in exhibit.yaml, which stands there, names none that can be shown."""
    return Message(
        "no-languages",
        Phrase(
            "exhibit.yaml:{line}:{column}: 'languages' names no language", line=line, column=column
        ),
        "write a list of them first, such as languages: [en, pt]",
    )
