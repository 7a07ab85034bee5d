"""Messages as the preview shows them: with the line in question and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.place import Place
from kiosk.text.alike import numbered_and_gathered
from kiosk.text.folder import read_text
from kiosk.text.messages import UnreadableFile
from kiosk.text.written_lines import lines_of
from kiosk.text.yaml_source import Node, parse_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.text.messages import PlacedMessage

_SHOWN = 90
"""The most characters of a line that are shown, around the word in question."""
_WORD = re.compile(r"[^\s:,\[\]{}]+|\S")


@dataclass(frozen=True)
class QuotedMessage:
    """A message with its line in three parts, of which the middle one is in question.

    `place` is where the exhibit shows it, or None if it does not.
    """

    message: PlacedMessage
    before: str = ""
    meant: str = ""
    after: str = ""
    place: Place | None = None


def quoted_messages(
    messages: Iterable[PlacedMessage], reading: Reading, folder: Path
) -> tuple[QuotedMessage, ...]:
    """The messages with the lines of their files; it reads these, so not on the GUI thread."""
    files: dict[str, _ContentFile] = {}
    quoted = []
    for message in messages:
        if message.file not in files:
            files[message.file] = _ContentFile.read(folder, message.file, reading)
        quoted.append(files[message.file].quoted(message))
    return tuple(quoted)


def gathered_quotes(quoted: Sequence[QuotedMessage]) -> list[QuotedMessage]:
    """The first of those that are alike, and how many more there are."""
    kept = numbered_and_gathered(each.message for each in quoted)
    return [replace(quoted[index], message=message) for index, message in kept]


@dataclass(frozen=True)
class _ContentFile:
    """The lines of a file, and what it describes, if any: a zone or a data layer."""

    lines: tuple[str, ...]
    place: Place | None
    panels: tuple[tuple[int, str, int], ...] = ()
    """The first line of each panel of a zone and of each page of one, with its id and number."""

    @classmethod
    def read(cls, folder: Path, name: str, reading: Reading) -> _ContentFile:
        zone = next((each.zone.id for each in reading.zone_files if each.file == name), None)
        layer = next((each.layer.id for each in reading.layer_files if each.file == name), "")
        place = Place(zone) if zone is not None else Place(layer=layer) if layer else None
        try:
            text = read_text(folder / name, name)
        except UnreadableFile:
            return cls((), place)
        panels: tuple[tuple[int, str, int], ...] = ()
        if zone is not None:
            try:
                panels = _panels(parse_document(text, name).root)
            except UnreadableFile:
                # Without a tree there are no panels, but the zone is a place too.
                panels = ()
        return cls(lines_of(text), place, panels)

    def quoted(self, message: PlacedMessage) -> QuotedMessage:
        before, meant, after = self._parts(message.line, message.column)
        return QuotedMessage(message, before, meant, after, self._place(message.line))

    def _parts(self, line: int, column: int) -> tuple[str, str, str]:
        if not 0 < line <= len(self.lines):
            return "", "", ""
        text = self.lines[line - 1].expandtabs(1)
        start = min(max(column - 1, 0), len(text))
        word = _WORD.match(text, start)
        end = word.end() if word is not None else start
        first = max(0, start - _SHOWN // 2) if len(text) > _SHOWN else 0
        last = first + _SHOWN
        before = ("…" if first else "") + text[first:start].lstrip()
        after = text[end:last].rstrip() + ("…" if len(text) > last else "")
        return before, text[start:end][:_SHOWN], after

    def _place(self, line: int) -> Place | None:
        if self.place is None or self.place.layer:
            return self.place
        panel, page = "", 1
        for begin, panel_id, number in self.panels:
            if begin <= line:
                panel, page = panel_id, number
        return self.place.at_panel(panel, page)


def _panels(root: Node) -> tuple[tuple[int, str, int], ...]:
    panels = root.at(("panels",))
    if panels is None or panels.kind != "list":
        return ()
    found = []
    for panel in panels.value:
        name = panel.at(("id",))
        if name is None or name.kind != "text":
            continue
        found.append((panel.line, name.value, 1))
        pages = panel.at(("pages",)) or _pictures_as_pages(panel)
        entries = pages.value if pages is not None and pages.kind == "list" else ()
        found += [(each.line, name.value, number) for number, each in enumerate(entries, 1)]
    return tuple(found)


def _pictures_as_pages(panel: Node) -> Node | None:
    """The pictures of a gallery, which are a page each."""
    kind = panel.at(("kind",))
    is_gallery = kind is not None and kind.value == "gallery"
    return panel.at(("pictures",)) if is_gallery else None
