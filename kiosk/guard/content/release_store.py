"""The releases on a machine: each pack that was taken, as a folder that nobody changes any more.

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
import logging
import os
import re
import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.boot import boot_id
from kiosk.guard.content.leases import Leases
from kiosk.guard.content.release_pointer import Pointer, ReleaseRefusal
from kiosk.plain_file import FileRefused
from kiosk.publishing.folder_copy import hash_of, write_folder_through, write_through
from kiosk.publishing.manifest import MANIFEST, Manifest, parse_manifest, release_id
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.unpacking import OpenPack, read_beside, unpack
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEPT = 5
"""So many releases stay to go back to, beside those that are shown."""
SPARE_BYTES = 200 * 2**20
"""So much room stays free on the disk."""

_POINTER, _TAKING, _CHANGING = "current.json", "taking", "changing"
_NEW, _NEW_LIVES_SECONDS = ".new-", 3600.0
_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{12}")
_LARGE_FOLDERS = ("pictures/", "films/", "speech/")
_CRASHED = "the exhibit crashed before it had shown it for a minute"
_log = logging.getLogger("kiosk.guard")


class Release(NamedTuple):
    """A release: what it is called, its folder, and what its maker said of it."""

    id: str
    folder: Path
    manifest: Manifest


def releases_folder(state: Path) -> Path:
    """Where a machine keeps its releases, below the folder of its state."""
    return state / "releases"


class ReleaseStore:
    """The releases below `folder`, which need not exist; `today` is asked for drafts."""

    def __init__(
        self, folder: Path, *, today: Callable[[], datetime.date] = datetime.date.today
    ) -> None:
        self._folder = folder
        self._today = today
        self._leases = Leases()

    @property
    def pointer(self) -> Pointer:
        """What the pointer says now."""
        return Pointer.read(self._folder / _POINTER)

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._folder

    @property
    def pointer_file(self) -> Path:
        """The pointer's file, whose change tells that another release is to be shown."""
        return self._folder / _POINTER

    def release(self, name: str) -> Release | None:
        """The release of that name, if it is there and its manifest is whole."""
        if not _ID.fullmatch(name):
            return None
        folder = self._folder / name
        try:
            written = read_beside(folder, MANIFEST)
            manifest = parse_manifest(written)
        except PackRefused:
            return None
        return Release(name, folder, manifest) if release_id(manifest, written) == name else None

    def releases(self) -> tuple[Release, ...]:
        """All releases that are there, the newest first."""
        try:
            names = sorted((entry.name for entry in self._folder.iterdir()), reverse=True)
        except OSError:
            return ()
        return tuple(found for name in names if (found := self.release(name)) is not None)

    def shown(self) -> Release | None:
        """The release to show now, held until this process ends; None where there is none.

        Its texts are looked at byte by byte.  Where they are damaged, the one before is shown.
        """
        pointer = self.pointer
        for name in dict.fromkeys((pointer.shown(self._today()), pointer.release, *pointer.before)):
            release = self.release(name)
            if release is not None and self.is_whole(release, texts_only=True):
                self._leases.hold(release.folder / MANIFEST)
                return release
        return None

    def state_of(self, release: Release) -> str:
        """How a release stands, in a few words for a list."""
        pointer = self.pointer
        if release.id == pointer.draft:
            return f"draft until {pointer.until}"
        if release.id != pointer.release:
            return "can be shown again" if release.id in pointer.before else "was taken back"
        if pointer.has_draft(self._today()):
            return "shown after the draft"
        return "shown" if pointer.confirmed else "shown, on trial"

    def is_whole(self, release: Release, *, texts_only: bool = False) -> bool:
        """Whether every file is as its manifest says; pictures, films and clips take long."""
        try:
            return all(
                hash_of(release.folder / name, name) == file.sha256
                for name, file in release.manifest.files.items()
                if not (texts_only and name.startswith(_LARGE_FOLDERS))
            )
        except FileRefused:
            return False

    def take(
        self,
        opened: OpenPack,
        *,
        demand: Callable[[Manifest], None],
        trial: Callable[[Path], None],
    ) -> Release:
        """Unpack a pack, try it, and have it shown from now on.

        `demand` looks at what it says of itself, and `trial` at the folder it makes; they raise
        PackRefused.  OSError leaves what is shown as it was.
        """
        with self._alone(_TAKING):
            demand(opened.manifest)
            name = release_id(opened.manifest, opened.written)
            release = self.release(name)
            if release is None or not self.is_whole(release):
                release = self._placed(opened, name, trial)
            with self._alone(_CHANGING):
                self._point_to(release)
            self._tidy()
        return release

    def _placed(self, opened: OpenPack, name: str, trial: Callable[[Path], None]) -> Release:
        if shutil.disk_usage(self._folder).free < opened.manifest.size + SPARE_BYTES:
            raise PackRefused(Phrase("there is no room for it on the disk"))
        beside = Path(tempfile.mkdtemp(prefix=_NEW, dir=self._folder))
        try:
            unpack(opened, beside / name)
            trial(beside / name)
            write_through(beside / name)
            # What has the name is damaged, or it would have been taken as it is.
            shutil.rmtree(self._folder / name, ignore_errors=True)
            (beside / name).rename(self._folder / name)
            write_folder_through(self._folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return Release(name, self._folder / name, opened.manifest)

    def _point_to(self, release: Release) -> None:
        pointer = self.pointer
        draft = release.manifest.draft
        if draft is not None:
            changed = pointer._replace(draft=release.id, until=draft.until.isoformat())
        else:
            changed = pointer._replace(
                release=release.id,
                confirmed=release.id in pointer.before,
                begun=None,
                before=_before(pointer, release.id),
                newest=max(pointer.newest, release.manifest.version),
                draft="",
                until="",
            )
        changed.write(self._folder / _POINTER)

    def begin(self, name: str) -> None:
        """Say that an exhibit shows this release from now on."""
        self._change(name, begun=boot_id())

    def end(self, name: str) -> None:
        """Say that the exhibit that shows it ends as it should."""
        self._change(name, begun=None)

    def confirm(self, name: str) -> None:
        """Say that the exhibit has lived with it long enough."""
        self._change(name, confirmed=True, begun=None)

    def _change(self, name: str, **fields: object) -> None:
        """Change the pointer while it is about a release on trial; a disk may say no."""
        if self._on_trial(name):
            with contextlib.suppress(OSError), self._alone(_CHANGING):
                pointer = self.pointer
                if self._on_trial(name):
                    pointer._replace(**fields).write(self._folder / _POINTER)  # type: ignore[arg-type]

    def _on_trial(self, name: str) -> bool:
        pointer = self.pointer
        return bool(name) and pointer.release == name and not pointer.confirmed

    def go_back_after_crash(self) -> str:
        """Where a release on trial was being shown and its exhibit has not ended: the one before.

        Returns the name of the release that was taken back, or nothing.  A power cut is no crash.
        """
        pointer = self.pointer
        if not pointer.release or pointer.confirmed or pointer.begun != boot_id():
            return ""
        if self._leases.is_held(self._folder / pointer.release / MANIFEST):
            # Its exhibit is alive.
            return ""
        with self._alone(_CHANGING):
            name = self._gone_back(pointer, _CRASHED)
        _log.error("content: release %s is taken back: %s", name, _CRASHED)
        return name

    def roll_back(self, name: str = "") -> Release:
        """Show an earlier release again, without a name the latest; PackRefused, OSError."""
        with self._alone(_CHANGING):
            pointer = self.pointer
            if pointer.has_draft(self._today()) and not name:
                pointer._replace(draft="", until="").write(self._folder / _POINTER)
                wanted = self.release(pointer.release)
            else:
                wanted = self.release(name or next(iter(pointer.before), ""))
                if wanted is not None and self.is_whole(wanted):
                    self._point_to(wanted)
                    self._confirm_at_once()
        if wanted is None:
            there = ", ".join(each.id for each in self.releases()) or "none"
            raise PackRefused(Phrase("there is no such release; there are: {names}", names=there))
        if not self.is_whole(wanted):
            raise PackRefused(Phrase("release {name} is damaged on the disk", name=wanted.id))
        return wanted

    def _confirm_at_once(self) -> None:
        """What staff bring back was shown before, or they know what they do."""
        self.pointer._replace(confirmed=True).write(self._folder / _POINTER)

    def _gone_back(self, pointer: Pointer, reason: str) -> str:
        moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        earlier = next(iter(pointer.before), "")
        pointer.with_refusal(ReleaseRefusal(pointer.release, reason, moment))._replace(
            release=earlier, confirmed=bool(earlier), begun=None, before=pointer.before[1:]
        ).write(self._folder / _POINTER)
        return pointer.release

    def note_refusal(self, name: str, reason: str) -> None:
        """Remember what was not taken, for staff; a disk may say no."""
        moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        with contextlib.suppress(OSError), self._alone(_CHANGING):
            self.pointer.with_refusal(ReleaseRefusal(name, reason, moment)).write(
                self._folder / _POINTER
            )

    def _tidy(self) -> None:
        """Take away what nobody goes back to: not what is shown, held, or among the last five."""
        pointer = self.pointer
        kept = {pointer.release, pointer.draft, *pointer.before[:KEPT]}
        for release in self.releases():
            if release.id not in kept and not self._leases.is_held(release.folder / MANIFEST):
                shutil.rmtree(release.folder, ignore_errors=True)
        for entry in list(self._folder.glob(f"{_NEW}*")):
            if _age_seconds(entry) > _NEW_LIVES_SECONDS:
                shutil.rmtree(entry, ignore_errors=True)

    @contextmanager
    def _alone(self, lock: str) -> Iterator[None]:
        """Keep others from doing the same meanwhile; they wait."""
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._folder / lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _before(pointer: Pointer, name: str) -> tuple[str, ...]:
    """What was shown and confirmed before a release is."""
    shown = (pointer.release,) if pointer.release and pointer.confirmed else ()
    names = dict.fromkeys((*shown, *pointer.before))
    return tuple(each for each in names if each != name)[:KEPT]


def _age_seconds(entry: Path) -> float:
    try:
        return time.time() - entry.stat().st_mtime
    except OSError:
        return 0.0
