"""The content folder on the disk: what is opened, and only if it is a plain, small UTF-8 file."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.plain_file import (
    NO_NAME,
    FileRefused,
    NoSuchFile,
    NotPlain,
    NotUtf8,
    TooLarge,
    is_plain,
    open_plain,
    read_plain_bytes,
    read_plain_text,
    strange_kind,
)
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.text import file_messages
from kiosk.text.file_kinds import other_kind
from kiosk.text.file_names import found_as, meant_for
from kiosk.text.invisible import unseen_in
from kiosk.text.messages import PlacedMessage, UnreadableFile
from kiosk.text.phrase import Phrase
from kiosk.text.written_lines import place_at

if TYPE_CHECKING:
    from kiosk.text.messages import Message

FILE_LIMIT_BYTES = 1024 * 1024
TEXTS_LIMIT_BYTES = 8 * 1024 * 1024
"""All texts together; their trees are fifty times as large in the worst case."""
KEPT_FILE_LIMIT_BYTES = 32 * 1024 * 1024
"""A larger file, such as a film, is noted in the history of saves and not kept there."""
FILES_LIMIT = 1000
ENTRIES_LIMIT = 5_000
"""So many names in one folder are looked at."""
FILMS_FOLDER = "films"
FILM_LIMIT_BYTES = 256 * 2**20
"""The copies that an exhibit is shown from hold each film as a whole."""
SUBFOLDERS = ("zones", "layers", "tours", "data", "pictures", FILMS_FOLDER, "map", "words")

_NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no YAML file may contain, https://yaml.org/spec/1.1/#id868524, and a late byte mark."""

_LEFT_BY_SYSTEMS = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "lost+found"}
)
"""What Windows, a Mac and Linux leave in folders, in small letters."""

_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")


@dataclass(frozen=True)
class ContentFolder:
    """A folder of content, resolved once, so that nothing outside it is ever opened."""

    path: Path
    root: Path

    @classmethod
    def at(cls, path: Path) -> ContentFolder:
        """The folder at `path`; it need not exist."""
        return cls(path, Path(os.path.realpath(path)))

    def refusal(self) -> Message | None:
        """Why nothing in the folder can be read; None where it can."""
        return self._folder_refusal("", readable(self.path))

    def messages(self) -> tuple[PlacedMessage, ...]:
        """The subfolders that can't be read, and the names that are not UTF-8."""
        found = []
        for subfolder in ("", *SUBFOLDERS):
            refusal = self._folder_refusal(subfolder, subfolder) if subfolder else None
            if refusal is not None and refusal.rule != "no-folder":
                found.append(refusal.at(subfolder))
            other = self._called_otherwise(subfolder) if refusal is not None else None
            if other is not None:
                message = file_messages.other_folder_name(other, subfolder)
                found.append(replace(message.at(other), unread=True))
            names = self._entries(subfolder)
            if len(names) > ENTRIES_LIMIT:
                found.append(file_messages.too_many_files(ENTRIES_LIMIT).at(subfolder or "."))
            for name in names:
                inside = f"{subfolder}/{name}" if subfolder else name
                if not _is_utf8(name):
                    shown = readable(inside)
                    found.append(file_messages.name_not_utf8(readable(name)).at(shown))
                elif (unseen := unseen_in(name)) is not None:
                    message = file_messages.name_not_printable(unseen)
                    found.append(replace(message.at(inside), unread=True))
                elif subfolder and (strange := self.strange(inside)) is not None:
                    found.append(strange)
        return tuple(found)

    def _called_otherwise(self, subfolder: str) -> str | None:
        """The folder that is called so but for small and large letters."""
        return next((name for name in self._entries("") if name.lower() == subfolder), None)

    def is_folder(self, name: str) -> bool:
        """Whether there is a folder of that name inside the folder, as far as anybody may look."""
        try:
            return (self.root / name).is_dir()
        except OSError:
            return False

    def names(self, subfolder: str) -> tuple[str, ...]:
        """The visible names in a subfolder, such as `zones/hetao.yaml`, sorted; none, if none.

        An empty name is the folder itself.  A name that is not UTF-8 can be in no text, and so
        nothing can name such a file.
        """
        before = f"{subfolder}/" if subfolder else ""
        return tuple(f"{before}{name}" for name in self._entries(subfolder) if _is_utf8(name))

    def all_names(self, subfolder: str) -> tuple[str, ...]:
        """The same for who must miss none: OSError where a folder that is there can't be read."""
        before = f"{subfolder}/" if subfolder else ""
        try:
            found = self._listed(subfolder)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return tuple(f"{before}{name}" for name in found if _is_utf8(name))

    def _entries(self, subfolder: str) -> list[str]:
        """The visible names, sorted; of too many, one more than are looked at."""
        try:
            return self._listed(subfolder)
        except OSError:
            return []

    def _listed(self, subfolder: str) -> list[str]:
        with os.scandir(self.root / subfolder) as entries:
            names = (entry.name for entry in entries)
            visible = (
                name
                for name in names
                if not name.startswith((".", "~", "#"))
                and not name.endswith("~")
                and name.lower() not in _LEFT_BY_SYSTEMS
            )
            # Taken before they are sorted: a folder may hold a million files.
            return sorted(islice(visible, ENTRIES_LIMIT + 1))

    def _folder_refusal(self, subfolder: str, name: str) -> Message | None:
        try:
            with os.scandir(self.root / subfolder):
                # What can be listed need not let anybody open what is in it.
                os.stat(f"{self.root / subfolder}/.")  # noqa: PTH116 - Path drops the dot
        except (FileNotFoundError, NotADirectoryError):
            return file_messages.no_folder(name)
        except OSError as error:
            return file_messages.unreadable_folder(
                name, (error.strerror or "unknown reason").lower()
            )
        return None

    def stamps(self, subfolder: str) -> tuple[tuple[str, int, int, int], ...]:
        """Name, time of the last change, size and inode of the visible files in a subfolder."""
        stamps = []
        for name in self.names(subfolder):
            with suppress(OSError):
                found = (self.root / name).stat()
                stamps.append((name, found.st_mtime_ns, found.st_size, found.st_ino))
        return tuple(stamps)

    def size(self, name: str) -> int:
        """How many bytes a file has; 0 where it can't be asked."""
        try:
            return self._inside(name).stat().st_size
        except (OSError, UnreadableFile):
            return 0

    def has(self, name: str) -> bool:
        """Whether there is a plain file of that name inside the folder."""
        try:
            return is_plain(self._inside(name))
        except UnreadableFile:
            return False

    def strange(self, name: str) -> PlacedMessage | None:
        """What that name has that is neither a plain file inside the folder nor a folder."""
        try:
            kind = strange_kind(self._inside(name)) or strange_kind(self.root / name)
        except UnreadableFile as error:
            return replace(error.message, unread=True)
        message = file_messages.not_a_file(kind) if kind else None
        return replace(message.at(name), unread=True) if message is not None else None

    def text(self, name: str) -> str:
        """The text of a file named relative to the folder.

        Raises UnreadableFile for what is missing, not a plain file (a pipe or a device is never
        opened), outside the folder, larger than 1 MiB or not UTF-8.
        """
        try:
            return read_text(self._inside(name), name, follow=False)
        except UnreadableFile as error:
            strange = self.strange(name) if error.message.rule == "no-file" else None
            if strange is not None:
                raise UnreadableFile(strange) from None
            near = meant_for(name, self._entries("")) if error.message.rule == "no-file" else None
            if near is None:
                raise
            message = file_messages.no_file(
                name, Phrase("rename '{near}' to '{name}'", near=near, name=name)
            )
            raise UnreadableFile(message.at(name)) from None

    def content(self, name: str, limit: int) -> bytes:
        """The bytes of a file, as `text` gets them, but with another limit."""
        path = self._inside(name)
        try:
            # What was resolved a moment ago may be a link by now, which would lead outside.
            return read_plain_bytes(path, limit, follow=False)
        except FileRefused as error:
            raise _unreadable(error, name) from None

    def opened(self, name: str, limit: int) -> int:
        """A descriptor of a file that is too large to be held, of at most `limit` bytes."""
        path = self._inside(name)
        try:
            return open_plain(path, limit, follow=False)
        except FileRefused as error:
            raise _unreadable(error, name) from None

    def map_file(self, name: str) -> Path | None:
        """The map of that name: the folder's own in `map/`, else one that came with the program."""
        if self.has(f"map/{name}"):
            return self.root / self.real_name(f"map/{name}")
        try:
            ours = shipped("assets") / "map" / name
        except BrokenInstallation:
            return None
        return ours if Path(name).name == name and is_plain(ours) else None

    def real_name(self, name: str) -> str:
        """The name on the disk of what may be composed otherwise there."""
        if name.isascii() or os.path.lexists(self.root / name):
            return name
        subfolder, _, file = name.rpartition("/")
        real = found_as(file, self._entries(subfolder))
        return name if real is None else f"{subfolder}/{real}" if subfolder else real

    def _inside(self, name: str) -> Path:
        """Where the file really lies; UnreadableFile where that is not inside the folder."""
        try:
            real = Path(os.path.realpath(self.root / self.real_name(name)))
        except ValueError:
            raise UnreadableFile(file_messages.unreadable_file(NO_NAME).at(name)) from None
        if not real.is_relative_to(self.root):
            raise UnreadableFile(file_messages.OUTSIDE_FOLDER.at(name))
        return real


@dataclass
class ContentTexts:
    """The texts of a folder, as many as can be held at once."""

    folder: ContentFolder
    is_full: bool = field(default=False, init=False)
    _size: int = field(default=0, init=False)

    def text(self, name: str) -> str:
        """As `ContentFolder.text`; UnreadableFile also where all together would be too large."""
        text = "" if self.is_full else self.folder.text(name)
        self._size += len(text.encode())
        self.is_full = self._size > TEXTS_LIMIT_BYTES
        if self.is_full:
            limit = f"{TEXTS_LIMIT_BYTES // 2**20} MiB"
            raise UnreadableFile(file_messages.texts_too_large(limit).at(name))
        return text


def folder_of_exhibit(path: Path) -> Path | None:
    """The content folder that `path` is, or lies in; None where it is in none."""
    real = Path(os.path.realpath(path))
    return next((each for each in (real, *real.parents) if is_plain(each / "exhibit.yaml")), None)


def shipped_maps() -> tuple[str, ...]:
    """The names of the maps that came with the program."""
    try:
        return tuple(sorted(path.name for path in (shipped("assets") / "map").glob("*.svg")))
    except BrokenInstallation:
        return ()


def readable(name: str | Path) -> str:
    """A name as text that can be printed and kept: what is not UTF-8 in it becomes `\\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _is_utf8(name: str) -> bool:
    return readable(name) == name


def read_text(path: Path, name: str, *, follow: bool = True) -> str:
    """The text of one plain file; `name` is what messages call it.  Raises UnreadableFile."""
    try:
        text = read_plain_text(path, FILE_LIMIT_BYTES, follow=follow)
    except NotUtf8 as error:
        other = other_kind(error.content)
        if other is not None:
            raise UnreadableFile(other.at(name)) from None
        before = error.content[: error.start].decode("utf-8-sig", "replace")
        message = file_messages.wrong_encoding(_likely_encoding(error.content))
        raise UnreadableFile(message.at(name, *place_at(before, len(before)))) from None
    except FileRefused as error:
        raise _unreadable(error, name) from None
    other = other_kind(text[:64].encode() if text.strip("\0") else text.encode())
    if other is not None:
        raise UnreadableFile(other.at(name))
    stray = _NOT_PRINTABLE.search(text)
    if stray:
        message = (
            file_messages.wrong_encoding("UTF-16")
            if text.count("\0") * 4 > len(text)
            else file_messages.control_character(stray[0])
        )
        raise UnreadableFile(message.at(name, *place_at(text, stray.start())))
    return text


def _unreadable(error: FileRefused, name: str) -> UnreadableFile:
    match error:
        case NoSuchFile():
            message = file_messages.no_file(Path(name).name)
        case NotPlain(what=what):
            message = file_messages.not_a_file(what)
        case TooLarge(limit=limit):
            message = file_messages.file_too_large(f"{limit // 2**20} MiB")
        case _:
            message = file_messages.unreadable_file(error.reason)
    return UnreadableFile(message.at(name))


def _likely_encoding(content: bytes) -> str:
    """A guess for the message: in Chinese text nearly every pair is a common character."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) * 4 > len(content):
        return "UTF-16"
    pairs = _PAIR.findall(content)
    common = {
        "GB18030": sum(0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1 for pair in pairs),
        "Big5": sum(
            0xA4 <= pair[0] <= 0xC6 and (pair[1] <= 0x7E or pair[1] >= 0xA1) for pair in pairs
        ),
    }
    encoding = max(common, key=lambda name: common[name])
    high_bytes = sum(byte >= 0x80 for byte in content)
    lone = high_bytes - sum(1 + (pair[1] >= 0x80) for pair in pairs)
    if pairs and common[encoding] >= 0.6 * len(pairs) and lone * 4 <= high_bytes:
        return encoding
    return "Latin-1"
