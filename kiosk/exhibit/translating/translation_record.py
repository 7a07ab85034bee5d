"""The record of which translation was last confirmed against which words of the original.

It is one file in the content folder, `translations.yaml`: YAML, sorted, one line for each text, so
that people can read it and version control can merge it.  Only the program writes it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from kiosk.atomic_file import write_text
from kiosk.exhibit.translating import translation_messages
from kiosk.text.folder import FILE_LIMIT_BYTES
from kiosk.text.messages import ExhibitError, UnreadableFile
from kiosk.text.written_lines import lines_of
from kiosk.text.yaml_source import parse_document
from kiosk.text.yaml_writing import in_brackets, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.text.folder import ContentFolder
    from kiosk.text.messages import PlacedMessage
    from kiosk.text.wordings import WrittenFile
    from kiosk.text.yaml_source import Document, Location, Node

RECORD_FILE = "translations.yaml"

HEAD = """\
# Which translation was last confirmed against which words of the original, text by text.
# `kiosk translations --confirm` writes this file; nobody has to edit it.
"""
_DIGITS = 12
"""Of SHA-256 in hexadecimal: 48 bits; that two wordings share them is not to be expected."""

_HASH = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_MERGE_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
"""What version control leaves behind after a conflict."""

_UNREAD_LIMIT = 20
"""So many lines that are no YAML are looked for; with more, nothing of the record is read."""


class Address(NamedTuple):
    """The address of a text, stable as ids are: the file, and its keys with ids for entries.

    In the path, `%20` and the like are letters that no id has.
    """

    file: str
    path: str

    def __str__(self) -> str:
        return f"{self.file}:{self.path}"


class RecordError(ExhibitError):
    """The record can't be read or written whole, so nothing may be confirmed in it."""


@dataclass(frozen=True)
class Record:
    """By address, and in it by language, the hash of the original that was confirmed."""

    entries: Mapping[Address, Mapping[str, str]] = field(default_factory=dict)
    messages: tuple[PlacedMessage, ...] = ()

    def matched(self, originals: Mapping[Address, str]) -> dict[Address, Mapping[str, str]]:
        """The entry of each text, by the present hashes of all originals.

        Entries follow the words: a text that has got another id, place or file, as when a page is
        inserted before it, keeps its entry while its words are the same.  An entry whose words
        are nowhere belongs to the text at its address: that one has been changed.
        """
        found: dict[Address, Mapping[str, str]] = {}
        free = dict(self.entries)

        def give(address: Address, entry: Address) -> None:
            found[address] = free.pop(entry)

        for address, now in originals.items():
            if address in free and now in free[address].values():
                give(address, address)
        by_hash: dict[str, list[Address]] = defaultdict(list)
        for entry, hashes in free.items():
            for each in set(hashes.values()):
                by_hash[each].append(entry)
        for address, now in originals.items():
            candidates = [entry for entry in by_hash.get(now, ()) if entry in free]
            if candidates and address not in found:
                near = [entry for entry in candidates if entry.file == address.file]
                give(address, (near or candidates)[0])
        for address in originals:
            if address not in found and address in free:
                give(address, address)
        return found


def hash_of(words: str) -> str:
    """The hash of an original, the same however its lines break and its letters are composed."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:_DIGITS]


def addresses_of(file: WrittenFile, locations: Iterable[Location]) -> Iterator[Address]:
    """The address of each of these places: ids where entries have them, else numbers from 1."""
    names: dict[int, tuple[str, ...]] = {}
    for location in locations:
        steps: list[str] = []
        node: Node | None = file.root
        for step in location:
            assert node is not None
            if isinstance(step, int):
                # Once for each list, not for each entry: there may be thousands.
                known = names.get(id(node.value)) or _names_of(node.value)
                names[id(node.value)] = known
                steps.append(quote(known[step], safe=""))
            else:
                steps.append(quote(step, safe=""))
            node = node.at((step,))
        yield Address(quote(file.name), "/".join(steps))


def _names_of(entries: tuple[Node, ...]) -> tuple[str, ...]:
    """The ids of the entries of a list, or their numbers where ids are missing or not their own."""
    ids = [_written_id(entry) for entry in entries]
    counts = Counter(ids)
    return tuple(
        own if own and not own.isdigit() and counts[own] == 1 else str(number)
        for number, own in enumerate(ids, 1)
    )


def _written_id(entry: Node) -> str:
    written = entry.at(("id",))
    return str(written.value) if written is not None and written.kind == "text" else ""


def read_record(folder: ContentFolder) -> Record:
    """The record in a content folder, or an empty one.

    A line that can't be read becomes a message, such as those that version control leaves behind
    after a conflict.
    """
    if not (folder.root / RECORD_FILE).exists():
        return Record()
    try:
        return record_of(folder.text(RECORD_FILE))
    except UnreadableFile as error:
        return Record(messages=(error.message,))


def record_of(text: str) -> Record:
    """The record that is written so, as `read_record` reads it."""
    lines = lines_of(text)
    unread, document = _parsed(lines)
    twice = [
        translation_messages.recorded_twice(str(entry.location[-1])).at(
            RECORD_FILE, entry.message.line, entry.message.column
        )
        for entry in (document.spoilt_entries if document else ())
    ]
    entries: dict[Address, Mapping[str, str]] = {}
    for address, node, line in _written_entries(document.root) if document else ():
        hashes = _hashes(node)
        if address is None or hashes is None:
            unread.add(line - 1)
        else:
            entries[address] = hashes
    unreadable = [
        translation_messages.unreadable_record_line(lines[row]).at(RECORD_FILE, row + 1)
        for row in unread
    ]
    return Record(entries, tuple(sorted((*twice, *unreadable))))


def _written_entries(root: Node) -> Iterator[tuple[Address | None, Node, int]]:
    """What stands where a text's hashes should, with its address and line."""
    for file, texts in root.value.items():
        if texts.kind == "mapping":
            for path, node in texts.value.items():
                yield Address(file, path), node, texts.keys[path][0]
        elif texts.value:
            yield None, texts, root.keys[file][0]


def _parsed(lines: Sequence[str]) -> tuple[set[int], Document | None]:
    """What can be read, and the rows of the lines that can't; None where nothing can or is."""
    unread = {row for row, line in enumerate(lines) if _MERGE_MARKER.fullmatch(line)}
    for _ in range(_UNREAD_LIMIT):
        text = "\n".join("" if row in unread else line for row, line in enumerate(lines))
        try:
            return unread, parse_document(text, RECORD_FILE)
        except UnreadableFile as error:
            row = error.message.line - 1
            if error.message.rule == "empty-file" or row in unread or row >= len(lines):
                break
            unread.add(row)
    return unread, None


def _hashes(node: Node) -> dict[str, str] | None:
    """By language the hash; None where something else is written."""
    hashes = node.plain()
    if not isinstance(hashes, dict):
        return None
    sound = all(isinstance(each, str) and _HASH.fullmatch(each) for each in hashes.values())
    return hashes if sound else None


def write_record(folder: ContentFolder, entries: Mapping[Address, Mapping[str, str]]) -> None:
    """Replace the record as a whole; the old one stays as it was if that fails.

    Raises RecordError where it can't be written, or would grow past what is read.
    """
    content = record_text(entries)
    if len(content.encode()) > FILE_LIMIT_BYTES:
        raise RecordError(f"{RECORD_FILE} would be larger than 1 MiB; nothing was confirmed")
    if folder.root.joinpath(RECORD_FILE).is_symlink():
        raise RecordError(f"{RECORD_FILE} is a link; put the file itself here")
    try:
        write_text(folder.root / RECORD_FILE, content)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise RecordError(f"{RECORD_FILE} can't be written: {reason}") from None


def record_text(entries: Mapping[Address, Mapping[str, str]]) -> str:
    """How these entries are written."""
    return "".join(_lines(entries))


def _lines(entries: Mapping[Address, Mapping[str, str]]) -> Iterable[str]:
    yield HEAD
    file = ""
    for address, hashes in sorted(entries.items()):
        if not hashes:
            continue
        if address.file != file:
            file = address.file
            yield f"{written(file)}:\n"
        yield f"  {written(address.path)}: {in_brackets(hashes)}\n"
