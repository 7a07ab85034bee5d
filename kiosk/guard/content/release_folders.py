"""The folders of releases, and which of them is shown: what every start of the exhibit asks.

    releases/
        20261128T083012Z-3f2a91c0d4e7/     the files of a pack, with its manifest and signature
        current.json                       which of them is shown: the one pointer
        taking, changing                   held by who takes a pack, or changes the pointer
        .new-k2f8/                         what is being taken, or was when the power was cut

The pointer is replaced at once, and after all that it points to is on the disk: whoever looks, at
any moment and after any power cut, finds the old release or the new one, whole.  A release that has
just come is on trial.  Once the exhibit has lived with it for a while it is confirmed; until then
an end that nobody asked for brings the one before back.
"""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import hashlib
import json
import logging
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kiosk.guard.boot import boot_id
from kiosk.guard.content.leases import Leases
from kiosk.guard.content.release_pointer import Pointer, ReleaseRefusal
from kiosk.plain_file import FileRefused, read_plain_bytes
from kiosk.publishing.folder_copy import hash_of, write_folder_through
from kiosk.publishing.packed_names import MANIFEST, MANIFEST_LIMIT_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

POINTER = "current.json"
TAKING, CHANGING = "taking", "changing"
RELEASE_ID = re.compile(r"\d{8}T\d{6}Z-([0-9a-f]{12})")

_LARGE_FOLDERS = ("pictures/", "films/", "speech/")
_CRASHED = "the exhibit crashed before it had shown it for a minute"
_log = logging.getLogger("kiosk.guard")


def releases_folder(state: Path) -> Path:
    """Where a machine keeps its releases, below the folder of its state."""
    return state / "releases"


class ReleaseFolders:
    """The releases below `folder`, which need not exist; `today` is asked for drafts.

    Needs no more than Python, for the first picture waits for it.
    """

    def __init__(
        self, folder: Path, *, today: Callable[[], datetime.date] = datetime.date.today
    ) -> None:
        self.folder = folder
        self._today = today
        self._leases = Leases()

    @property
    def pointer(self) -> Pointer:
        """What the pointer says now."""
        return Pointer.read(self.folder / POINTER)

    def pointer_to_change(self) -> Pointer:
        """The same for who changes it; raises OSError where it can't be read now."""
        return Pointer.read_to_change(self.folder / POINTER)

    def wanted(self) -> str:
        """The name of the release that is to be shown today; empty where there is none."""
        return self.pointer.shown(self._today())

    def shown_folder(self) -> Path | None:
        """The folder of the release to show now; None without one.

        Its texts are looked at byte by byte.  Where they are damaged, the one before is shown.
        """
        pointer = self.pointer
        for name in dict.fromkeys((pointer.shown(self._today()), pointer.release, *pointer.before)):
            if self.is_whole(name, texts_only=True):
                return self.folder / name
        return None

    def hold(self, name: str) -> None:
        """Keep this release alone from being taken away, until this process ends."""
        self._leases.release_all()
        self._leases.hold(self.folder / name / MANIFEST)

    def is_whole(self, name: str, *, texts_only: bool = False) -> bool:
        """Whether every file is as its manifest says; pictures, films and clips take long."""
        try:
            return all(
                hash_of(self.folder / name / file, file) == told["sha256"]
                for file, told in self._files(name).items()
                if not (texts_only and file.startswith(_LARGE_FOLDERS))
            )
        except (FileRefused, ValueError, KeyError, TypeError, AttributeError):
            return False

    def _files(self, name: str) -> Mapping[str, Mapping[str, str]]:
        """The files of a release; ValueError where its manifest is not the one it is called by."""
        known = RELEASE_ID.fullmatch(name)
        if known is None:
            raise ValueError(name)
        written = read_plain_bytes(
            self.folder / name / MANIFEST, MANIFEST_LIMIT_BYTES, follow=False
        )
        if not hashlib.sha256(written).hexdigest().startswith(known[1]):
            raise ValueError(name)
        files: Mapping[str, Mapping[str, str]] = json.loads(written)["files"]
        return files

    def begin(self, name: str) -> None:
        """Say that this process shows the release from now on, and no other one any more."""
        self.hold(name)
        self._change(name, begun=boot_id())

    def end(self, name: str) -> None:
        """Say that the exhibit that shows it ends as it should."""
        self._change(name, begun=None)
        self._leases.release_all()

    def confirm(self, name: str) -> None:
        """Say that the exhibit has lived with it long enough."""
        self._change(name, begun=None, confirmed=True)

    def _change(self, name: str, *, begun: str | None, confirmed: bool = False) -> None:
        """Change the pointer while it is about a release on trial; a disk may say no."""
        if not self.pointer.is_on_trial(name):
            return
        with contextlib.suppress(OSError), self.alone(CHANGING):
            pointer = self.pointer_to_change()
            if pointer.is_on_trial(name):
                self.point(pointer._replace(begun=begun, confirmed=confirmed))

    def go_back_after_crash(self) -> str:
        """Take a release back that was on trial while its exhibit ended as nobody wanted.

        Returns its name, or nothing.  A power cut is no crash, and a disk may say no.
        """
        pointer = self.pointer
        if not pointer.release or pointer.confirmed or pointer.begun != boot_id():
            return ""
        if self._leases.is_held(self.folder / pointer.release / MANIFEST):
            # Its exhibit is alive.
            return ""
        self.take_back(pointer.release, _CRASHED)
        return pointer.release

    def take_back(self, name: str, reason: str) -> None:
        """Show the release before this one, which is wrong; the last one confirmed, or none."""
        _log.error("content: release %s is taken back: %s", name, reason)
        with contextlib.suppress(OSError), self.alone(CHANGING):
            pointer = self.pointer_to_change()
            if name == pointer.draft:
                changed = pointer._replace(draft="", until="")
            elif name == pointer.release:
                earlier = next(iter(pointer.before), "")
                changed = pointer._replace(
                    release=earlier, confirmed=bool(earlier), begun=None, before=pointer.before[1:]
                )
            else:
                return
            self.point(changed.with_refusal(_refusal(name, reason)))

    def note_refusal(self, name: str, reason: str) -> None:
        """Remember what was not taken, for staff; a disk may say no."""
        with contextlib.suppress(OSError), self.alone(CHANGING):
            self.point(self.pointer_to_change().with_refusal(_refusal(name, reason)))

    def point(self, pointer: Pointer) -> None:
        """Put another pointer in place of the one there; raises OSError."""
        pointer.write(self.folder / POINTER)

    @contextmanager
    def alone(self, lock: str) -> Iterator[None]:
        """Keep others from doing the same meanwhile; they wait.  Raises OSError."""
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_folder_through(self.folder.parent)
        descriptor = os.open(self.folder / lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            # What has been done meanwhile is done.
            with contextlib.suppress(OSError):
                os.close(descriptor)


def _refusal(name: str, reason: str) -> ReleaseRefusal:
    moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    return ReleaseRefusal(name, reason, moment)
