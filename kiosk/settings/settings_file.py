"""The settings file of the machine: every mistake at once, and what is sound counts.

One wrong line must not keep an unattended exhibit dark, so what is wrong stays as it is built in.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.settings.keys import GROUPS, KEYS, WrongSetting
from kiosk.settings.opening_hours import WEEKDAYS, OpeningHours
from kiosk.settings.places import logs_folder, settings_file, state_folder
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped_content
from kiosk.text import shape_messages, yaml_messages
from kiosk.text.folder import read_text
from kiosk.text.messages import PlacedMessage, UnreadableFile
from kiosk.text.yaml_source import Node, parse_document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kiosk.text.messages import Message

_TOP = tuple(dict.fromkeys(name.split(".")[0] for name in KEYS))
_FIELDS = {
    "folders.content": "content",
    "folders.state": "state",
    "folders.logs": "logs",
    "folders.health": "health",
    "folders.inbox": "inbox",
    "publishing.signed": "signed",
    "publishing.keys": "keys",
    "control.socket": "control_socket",
    "control.folder": "control_folder",
    "screen.lower_edge_mm": "lower_edge_mm",
    "screen.viewing_distance_mm": "viewing_mm",
    "screen.reach_mm": "reach_mm",
    "sound.output": "sound_output",
    "sound.device": "sound_device",
    "sound.loudest": "sound_loudest",
    "sound.engine": "sound_engine",
}
"""The fields of Settings that are called otherwise; the rest are called as their keys."""

_NO_FIELD_OF_THEIR_OWN = ("screen.width_mm", "screen.height_mm", "opening_hours.", "keypad.")
"""Keys that make up a field together."""


class SettingsReading(NamedTuple):
    """The settings, every message about them, and their file; None where there is none."""

    settings: Settings
    messages: tuple[PlacedMessage, ...] = ()
    file: Path | None = None


def read_settings(
    file: Path | None = None, *, environment: Mapping[str, str] = os.environ
) -> SettingsReading:
    """Read `file`, or this machine's usual one where it exists; never raises for what is in it."""
    built_in = Settings(
        shipped_content(), state=state_folder(environment), logs=logs_folder(environment)
    )
    if file is None:
        file = settings_file(environment)
        if not file.exists():
            return SettingsReading(built_in)
    name = str(file)
    try:
        document = parse_document(read_text(file, name), name)
    except UnreadableFile as error:
        if error.message == yaml_messages.ONLY_COMMENTS.at(name):
            # Every key may be left out.
            return SettingsReading(built_in, file=file)
        return SettingsReading(built_in, (error.message,), file)
    reader = _SettingsReader(
        name, document.root, [spoilt_entry.message for spoilt_entry in document.spoilt_entries]
    )
    # By place alone, so that the days of a week keep their order.
    messages = sorted(dict.fromkeys(reader.messages), key=lambda each: (each.line, each.column))
    return SettingsReading(reader.applied_to(built_in), tuple(messages), file)


def with_options(settings: Settings, options: argparse.Namespace) -> Settings:
    """The settings, with the options of the command line taking precedence."""
    given = {
        name: value
        for name in ("content", "screen_mm", "theme", "language", "still")
        if (value := getattr(options, name, None)) not in (None, False)
    }
    return replace(settings, **given)


class _SettingsReader:
    """Goes through the tree once and keeps the sound values by their dotted names."""

    def __init__(self, file: str, root: Node, messages: list[PlacedMessage]) -> None:
        """`messages` are those of the parser."""
        self.messages = messages
        self._file = file
        self._root = root
        self._values: dict[str, Any] = {}
        for name, node in self._leaves():
            self._take(name, node)
        self._demand_company("screen", ("width_mm", "height_mm"))
        self._demand_company("opening_hours", WEEKDAYS)

    def applied_to(self, settings: Settings) -> Settings:
        """The settings with what the file says."""
        changes: dict[str, Any] = {
            _FIELDS.get(name, name): value
            for name, value in self._values.items()
            if not name.startswith(_NO_FIELD_OF_THEIR_OWN)
        }
        size = tuple(self._values.get(f"screen.{side}_mm") for side in ("width", "height"))
        if None not in size:
            changes["screen_mm"] = size
        keypad = dict(settings.keypad)
        for meaning in keypad:
            keypad[meaning] = self._values.get(f"keypad.{meaning}", keypad[meaning])
        changes["keypad"] = keypad
        names = [f"opening_hours.{day}" for day in WEEKDAYS]
        if all(name in self._values for name in names):
            changes["opening_hours"] = OpeningHours(tuple(self._values[name] for name in names))
        return replace(settings, **changes)

    def _leaves(self) -> Iterator[tuple[str, Node]]:
        for key, node in self._root.value.items():
            if key in GROUPS and node.kind == "mapping":
                known = [name.split(".")[1] for name in KEYS if name.startswith(f"{key}.")]
                for inner, leaf in node.value.items():
                    if inner in known:
                        yield f"{key}.{inner}", leaf
                    else:
                        self._unknown(inner, known, node.keys[inner])
            elif key in GROUPS:
                self._add(shape_messages.should_be_mapping(f"'{key}'"), self._root.keys[key])
            elif key in KEYS:
                yield key, node
            else:
                self._unknown(key, _TOP, self._root.keys[key])

    def _take(self, name: str, node: Node) -> None:
        key = name.rsplit(".", maxsplit=1)[-1]
        if node.kind != "text":
            self._add(shape_messages.should_be_text(f"'{key}'"), (node.line, node.column))
            return
        written = node.value.strip()
        if not written:
            place = self._root.key_position(tuple(name.split(".")))
            self._add(shape_messages.empty_value(f"'{key}'"), place)
            return
        try:
            self._values[name] = KEYS[name].read(key, written)
        except WrongSetting as error:
            self._add(error.message, (node.line, node.column))

    def _demand_company(self, group: str, keys: tuple[str, ...]) -> None:
        """Half a size is no size, and the hours of an unnamed day can't be guessed."""
        node = self._root.at((group,))
        if node is None or node.kind != "mapping" or node.value.keys().isdisjoint(keys):
            return
        for key in keys:
            if key not in node.value:
                self._add(shape_messages.missing_key(key), self._root.keys[group])

    def _unknown(self, key: str, known: Any, place: tuple[int, int]) -> None:
        if not any((message.line, message.column) == place for message in self.messages):
            self._add(shape_messages.unknown_key(key, known), place)

    def _add(self, message: Message, place: tuple[int, int]) -> None:
        self.messages.append(message.at(self._file, *place))
