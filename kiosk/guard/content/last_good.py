"""The last good content: a copy of the folder as it was when all of it could be read.

What is shown is read from such a copy, so that texts and pictures always come from one state of the
folder, whatever happens to it meanwhile: it may be replaced, edited, or pulled out with its stick.

    last-good/
        current.json         which version is the good one, and of which state of the folder
        3f2a….json           its files with their sizes and hashes; its own hash is its name
        3f2a…/               its files, which nobody writes to any more
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk.guard.content.leases import Leases
from kiosk.guard.record import read_record, write_record
from kiosk.plain_file import FileRefused, read_plain_text
from kiosk.publishing.folder_copy import (
    copy_file,
    exhibit_files,
    hash_of,
    stamps_of,
    write_through,
)
from kiosk.text.folder import ContentFolder, readable
from kiosk.text.messages import UnreadableFile

FILES_LIMIT = 5_000
WHOLE_LIMIT_BYTES = 2 * 2**30
SPARE_BYTES = 200 * 2**20
"""So much room stays free on the disk."""

_LARGE_FOLDERS = ("pictures/", "films/")
_LIST_LIMIT_BYTES = 4 * 2**20
_VERSION = re.compile(r"[0-9a-f]{32}")
_NEW, _NEW_LIVES_SECONDS = ".new-", 3600.0
_TRIES = 3
"""So often a folder that changes while it is copied is copied once more."""
_CURRENT = "current.json"


class NotKept(Exception):
    """There is no copy, and why: too large, no room, a disk that can't be written."""


class Version(NamedTuple):
    """A copy: its folder, whether everything is in it, and when it was approved of."""

    folder: Path
    whole: bool
    kept: datetime | None = None


class LastGood:
    """Keeps one good version of the content folder `own` below `folder`.

    A version that any process shows is held, and stays until that process has ended.
    """

    def __init__(self, folder: Path, own: Path) -> None:
        self._folder = folder
        self._own = own
        self._leases = Leases()
        self._stamps: dict[Path, str] = {}

    def copy(self) -> Version:
        """A version that equals the content folder now; nothing is copied without need.

        Raises NotKept.
        """
        content = ContentFolder.at(self._own)
        stamps = stamps_of(content)
        kept = self._kept()
        if kept.get("stamps") == stamps:
            good = self.good()
            if good is not None:
                return good
        try:
            for _ in range(_TRIES):
                version, before = self._copied(content, stamps), stamps
                stamps = stamps_of(content)
                if stamps == before:
                    break
            return version
        except (OSError, UnreadableFile) as error:
            raise NotKept(str(error)) from error

    def approve(self, version: Version, shown: Path | None = None) -> None:
        """Make it the good one, on the disk before it counts, and take the others away.

        The folder that is `shown` stays.  Raises OSError where the disk does not allow it; the
        good one is then the old one.
        """
        kept = {
            "version": version.folder.name,
            "content": _name_of(self._own),
            "stamps": self._stamps.get(version.folder, ""),
            "whole": version.whole,
        }
        before = self._kept()
        if kept != {key: before.get(key) for key in kept}:
            write_through(version.folder)
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            write_record(self._folder / _CURRENT, {**kept, "kept": moment})
        for held in self._leases.held:
            if held.stem not in (version.folder.name, shown and shown.name):
                self._leases.release(held)
        self._take_others_away(version.folder.name)

    def discard(self, version: Version) -> None:
        """Take away a version that can't be shown, unless somebody shows it."""
        name = version.folder.name
        self._leases.release(self._list_of(name))
        if name != self._kept().get("version") and not self._leases.is_held(self._list_of(name)):
            self._remove(name)

    def good(self, *, texts_only: bool = False) -> Version | None:
        """The good version, with every byte verified; None if it is missing or damaged.

        With `texts_only` pictures and films are left for later: they are large.
        """
        kept = self._kept()
        name = kept.get("version")
        if not isinstance(name, str) or not self._is_as_written(name, texts_only=texts_only):
            return None
        self._leases.hold(self._list_of(name))
        try:
            moment = datetime.fromisoformat(str(kept.get("kept")))
        except ValueError:
            moment = None
        self._stamps[self._folder / name] = str(kept.get("stamps"))
        return Version(self._folder / name, bool(kept.get("whole")), moment)

    def _kept(self) -> dict[str, object]:
        """The record, unless it is about another content folder."""
        kept = read_record(self._folder / _CURRENT)
        return kept if kept.get("content") == _name_of(self._own) else {}

    def _copied(self, content: ContentFolder, stamps: str) -> Version:
        names, whole = exhibit_files(content)
        self._make_sure_of_room(content, names)
        new = Path(tempfile.mkdtemp(prefix=_NEW, dir=self._folder))
        try:
            files = {name: copy_file(content, name, new / name) for name in names}
            listed = json.dumps(files, sort_keys=True, indent=0)
            name = hashlib.sha256(listed.encode()).hexdigest()[:32]
            if not self._is_as_written(name):
                shutil.rmtree(self._folder / name, ignore_errors=True)
                self._list_of(name).write_text(listed, encoding="utf-8")
                new.rename(self._folder / name)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        self._leases.hold(self._list_of(name))
        self._stamps[self._folder / name] = stamps
        return Version(self._folder / name, whole)

    def _make_sure_of_room(self, content: ContentFolder, names: tuple[str, ...]) -> None:
        if len(names) > FILES_LIMIT:
            raise NotKept(f"there are more than {FILES_LIMIT:,} files")
        size = sum((content.root / name).stat().st_size for name in names)
        if size > WHOLE_LIMIT_BYTES:
            raise NotKept(f"the files are larger than {WHOLE_LIMIT_BYTES // 2**20} MiB together")
        self._folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self._folder).free < size + SPARE_BYTES:
            raise NotKept("there is no room on the disk")

    def _is_as_written(self, name: str, *, texts_only: bool = False) -> bool:
        """Whether the files of a version are those of its list, and the list that of its name."""
        if not _VERSION.fullmatch(name):
            return False
        folder = self._folder / name
        try:
            listed = read_plain_text(self._list_of(name), _LIST_LIMIT_BYTES, follow=False)
            if hashlib.sha256(listed.encode()).hexdigest()[:32] != name:
                return False
            files = json.loads(listed)
            return set(exhibit_files(ContentFolder.at(folder))[0]) == set(files) and all(
                hash_of(folder / file, file) == digest
                for file, digest in files.items()
                if not (texts_only and file.startswith(_LARGE_FOLDERS))
            )
        except (FileRefused, ValueError):
            return False

    def _list_of(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _take_others_away(self, current: str) -> None:
        for entry in list(self._folder.iterdir()):
            name = entry.name.removesuffix(".json")
            if (
                _VERSION.fullmatch(name)
                and name != current
                and not self._leases.is_held(self._list_of(name))
            ):
                self._remove(name)
            elif entry.name.startswith(_NEW) and _age_seconds(entry) > _NEW_LIVES_SECONDS:
                shutil.rmtree(entry, ignore_errors=True)

    def _remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            self._list_of(name).unlink(missing_ok=True)
        shutil.rmtree(self._folder / name, ignore_errors=True)


def _name_of(folder: Path) -> str:
    """A folder's name as settings have it: where a link leads may change with each update."""
    return readable(folder.absolute())


def _age_seconds(entry: Path) -> float:
    try:
        return time.time() - entry.stat().st_mtime
    except OSError:
        return 0.0
