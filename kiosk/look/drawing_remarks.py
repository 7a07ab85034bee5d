"""What is to be remarked on in a drawing that is written for the exhibit, while it is read."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from kiosk.exhibit.rules import drawing_messages
from kiosk.look.inks import INKS_ATTRIBUTE, INKS_SET, written_inks
from kiosk.look.movement import (
    MOVE_ATTRIBUTE,
    MOVING_GROUPS,
    WHEN_ATTRIBUTE,
    BadMovement,
    read_movement,
)
from kiosk.text.message_words import shortened
from kiosk.text.phrase import Phrase, template

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.text.messages import Message

FOCUS_ATTRIBUTE = "data-focus"
_OF_DRAWINGS = (INKS_ATTRIBUTE, FOCUS_ATTRIBUTE)
_ATTRIBUTES = (*_OF_DRAWINGS, MOVE_ATTRIBUTE, WHEN_ATTRIBUTE)
_DATA = "data-"
_LONGEST_NAME = 40
_LIKENESS = 0.75
"""How alike a name is to one of ours to be meant as it; drawing programs write `data-name`."""
_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_COLOURED = r"(?:fill|stroke|stop-color|color|flood-color|lighting-color)"
_SETS = re.compile(rf"(?:^|[;{{\s]){_COLOURED}\s*[:=]\s*([^;}}!]+)")
_NO_COLOUR = frozenset({"none", "inherit", "currentcolor", "transparent"})


class DrawingRemarks:
    """Takes the elements of one drawing in their order."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._has_inks = False
        self._focus: tuple[float, float] | None = None
        self._moving = 0
        self._strange: dict[str, int] = {}
        self._unread: list[tuple[int, str]] = []

    @property
    def has_inks(self) -> bool:
        """Whether the drawing says that its colours are inks."""
        return self._has_inks

    @property
    def focus(self) -> tuple[float, float] | None:
        """The point that is not to be cut away, in shares of the drawing; None without one."""
        return self._focus

    def take(self, tag: str, attributes: Mapping[str, str], depth: int, line: int) -> None:
        """An element begins; `depth` is 0 for the drawing itself."""
        if depth == 0:
            self._take_inks(attributes, line)
            self._take_focus(attributes, line)
        for key in attributes:
            if key.startswith(_DATA):
                self._take_name(key, attributes, depth, line)
        if self._has_inks:
            written = ";".join(
                f"{key}={value}" for key, value in attributes.items() if key != "style"
            )
            self.take_styles(f"{written};{attributes.get('style', '')}", line)
        if MOVE_ATTRIBUTE in attributes:
            self._take_movement(tag, attributes, depth, line)

    def take_styles(self, written: str, line: int) -> None:
        """Properties, as in a style sheet."""
        if not self._has_inks:
            return
        for found in _SETS.findall(written):
            colour = found.strip()
            is_known = colour.upper() in written_inks() or colour.lower() in _NO_COLOUR
            if colour and not is_known and not colour.startswith("url("):
                self._strange.setdefault(colour, line)

    def messages(self) -> list[Message]:
        """What was found."""
        inks = [
            drawing_messages.not_an_ink(self._name, line, colour, *_nearest(colour))
            for colour, line in self._strange.items()
        ]
        return inks + [
            drawing_messages.drawing_movement(self._name, line, found)
            for line, found in self._unread
        ]

    def _take_inks(self, attributes: Mapping[str, str], line: int) -> None:
        written = attributes.get(INKS_ATTRIBUTE, INKS_SET)
        self._has_inks = INKS_ATTRIBUTE in attributes and written == INKS_SET
        if written != INKS_SET:
            found = Phrase(
                "'{key}' is '{written}': the one set is '{set}'",
                key=INKS_ATTRIBUTE,
                written=shortened(written),
                set=INKS_SET,
            )
            self._unread.append((line, found))

    def _take_name(self, key: str, attributes: Mapping[str, str], depth: int, line: int) -> None:
        if key in _OF_DRAWINGS and depth > 0:
            self._unread.append(
                (line, Phrase("'{key}' stands only in the <svg> that begins the drawing", key=key))
            )
        elif key == WHEN_ATTRIBUTE and MOVE_ATTRIBUTE not in attributes:
            self._unread.append(
                (
                    line,
                    Phrase(
                        "'{key}' stands here without '{other}'",
                        key=key,
                        other=MOVE_ATTRIBUTE,
                    ),
                )
            )
        elif key not in _ATTRIBUTES:
            names = [name.removeprefix(_DATA) for name in _ATTRIBUTES]
            name = key.removeprefix(_DATA)[:_LONGEST_NAME].lower()
            near = difflib.get_close_matches(name, names, n=1, cutoff=_LIKENESS)
            if near:
                found = Phrase(
                    "'{key}' says nothing: did you mean '{near}'?",
                    key=shortened(key),
                    near=f"{_DATA}{near[0]}",
                )
                self._unread.append((line, found))

    def _take_focus(self, attributes: Mapping[str, str], line: int) -> None:
        if FOCUS_ATTRIBUTE not in attributes:
            return
        point = _NUMBERS.findall(attributes[FOCUS_ATTRIBUTE])
        box = _NUMBERS.findall(attributes.get("viewBox", ""))
        if len(point) == 2 and len(box) == 4 and float(box[2]) > 0 and float(box[3]) > 0:
            across, down = (
                (float(at) - float(begin)) / float(length)
                for at, begin, length in zip(point, box[:2], box[2:], strict=True)
            )
            if 0 <= across <= 1 and 0 <= down <= 1:
                self._focus = (across, down)
                return
        self._unread.append(
            (
                line,
                Phrase(
                    "'{key}' is '{written}': it is a point within the drawing's "
                    "viewBox, such as 572 540",
                    key=FOCUS_ATTRIBUTE,
                    written=shortened(attributes[FOCUS_ATTRIBUTE]),
                ),
            )
        )

    def _take_movement(
        self, tag: str, attributes: Mapping[str, str], depth: int, line: int
    ) -> None:
        if tag != "g" or depth != 1:
            self._unread.append(
                (line, template("only a group (<g>) directly in the drawing can move"))
            )
            return
        self._moving += 1
        if self._moving > MOVING_GROUPS:
            self._unread.append(
                (line, Phrase("more than {limit} groups move", limit=MOVING_GROUPS))
            )
            return
        try:
            read_movement(attributes[MOVE_ATTRIBUTE], attributes.get(WHEN_ATTRIBUTE, ""))
        except BadMovement as error:
            self._unread.append((line, error.found))


def _nearest(colour: str) -> tuple[str, str]:
    """The ink that is most like a colour, and its own; kapok for what is no colour in numbers."""
    inks = written_inks()
    kapok = next((name, ink) for ink, name in inks.items() if name == "kapok")
    match = re.fullmatch(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})", colour)
    if match is None:
        return kapok
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    wanted = bytes.fromhex(digits)
    ink = min(
        inks,
        key=lambda each: sum(
            (one - other) ** 2 for one, other in zip(bytes.fromhex(each[1:]), wanted, strict=True)
        ),
    )
    return inks[ink], ink
