"""The releases on a machine: taking a pack, going back to an earlier one, keeping five of them."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.guard.content.release_folders import CHANGING, TAKING, ReleaseFolders
from kiosk.publishing.folder_copy import write_folder_through, write_through
from kiosk.publishing.manifest import Manifest, parse_manifest, release_id
from kiosk.publishing.packed_names import MANIFEST
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.unpacking import OpenPack, read_beside, unpack
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.guard.content.release_pointer import Pointer

KEPT = 5
"""So many releases stay to go back to, beside the one that is shown."""
SPARE_BYTES = 200 * 2**20
"""So much room stays free on the disk."""

_NEW, _GONE = ".new-", ".gone-"
_TAKEN_KEPT = 50


class Release(NamedTuple):
    """A release: what it is called, its folder, and what its maker said of it."""

    id: str
    folder: Path
    manifest: Manifest


class ReleaseStore(ReleaseFolders):
    """The releases of a machine, with what is written about them."""

    def release(self, name: str) -> Release | None:
        """The release of that name, if it is there and its manifest is whole."""
        try:
            self._files(name)
            manifest = parse_manifest(read_beside(self.folder / name, MANIFEST))
        except (OSError, ValueError, PackRefused):
            return None
        return Release(name, self.folder / name, manifest)

    def releases(self) -> tuple[Release, ...]:
        """All releases that are there, the newest first."""
        try:
            names = sorted((entry.name for entry in self.folder.iterdir()), reverse=True)
        except OSError:
            return ()
        return tuple(found for name in names if (found := self.release(name)) is not None)

    def shown(self) -> Release | None:
        """The release to show now; as `shown_folder`."""
        folder = self.shown_folder()
        return None if folder is None else self.release(folder.name)

    def state_of(self, release: Release) -> str:
        """How a release stands, in a few words for a list."""
        pointer = self.pointer
        if release.id == pointer.draft:
            return f"draft until {pointer.until}"
        if release.id != pointer.release:
            return "can be shown again"
        if pointer.has_draft(self._today()):
            return "shown after the draft"
        return "shown" if pointer.confirmed else "shown, on trial"

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
        with self.alone(TAKING):
            # Before there has to be room: what a kill has left may fill the disk.
            self._clear()
            demand(opened.manifest)
            name = release_id(opened.manifest, opened.written)
            release = self.release(name)
            if release is None or not self.is_whole(name):
                release = self._placed(opened, name, trial)
            with self.alone(CHANGING):
                self._point_to(_pointing_to(release, self.pointer_to_change()))
            self._tidy()
        return release

    def _placed(self, opened: OpenPack, name: str, trial: Callable[[Path], None]) -> Release:
        if shutil.disk_usage(self.folder).free < opened.manifest.size + SPARE_BYTES:
            raise PackRefused(Phrase("there is no room for it on the disk"))
        beside = Path(tempfile.mkdtemp(prefix=_NEW, dir=self.folder))
        try:
            unpack(opened, beside / name)
            trial(beside / name)
            write_through(beside / name)
            self._put(beside / name, beside / "damaged")
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return Release(name, self.folder / name, opened.manifest)

    def _put(self, new: Path, aside: Path) -> None:
        """Give a release its place.  What has its name is damaged, or can't be read now."""
        place = self.folder / new.name
        with contextlib.suppress(FileNotFoundError):
            place.rename(aside)
        try:
            new.rename(place)
        except OSError:
            # Most of it may be sound, and it may be what is shown.
            with contextlib.suppress(OSError):
                aside.rename(place)
            raise

    def _point_to(self, pointer: Pointer) -> None:
        """Have a release shown, whose name is put on the disk before: who took it may be dead."""
        write_folder_through(self.folder)
        self.point(pointer)

    def roll_back(self, name: str = "") -> Release:
        """Show an earlier release again, without a name the latest; PackRefused, OSError.

        A draft gives way to what it is shown in place of.
        """
        with self.alone(CHANGING):
            pointer = self.pointer_to_change()
            draft_ends = not name and pointer.has_draft(self._today())
            earlier = pointer.release if draft_ends else next(iter(pointer.before), "")
            release = self.release(name or earlier)
            if release is None:
                there = ", ".join(each.id for each in self.releases()) or "none"
                raise PackRefused(
                    Phrase("there is no such release; there are: {names}", names=there)
                )
            if not self.is_whole(release.id):
                raise PackRefused(Phrase("release {name} is damaged on the disk", name=release.id))
            # Staff know what they do: what they bring back is on trial no more.
            changed = _pointing_to(release, pointer)._replace(confirmed=True, begun=None)
            self._point_to(changed)
        return release

    def _tidy(self) -> None:
        """Take away what nobody goes back to: not what is shown, held, or among the last five."""
        try:
            pointer = self.pointer_to_change()
        except OSError:
            # Nobody can say now what is shown; the next one tidies up.
            return
        releases = self.releases()
        latest = (release.id for release in releases[:KEPT])
        kept = {pointer.release, pointer.draft, *pointer.before[:KEPT], *latest}
        for release in releases:
            if release.id not in kept and not self._leases.is_held(release.folder / MANIFEST):
                # Under another name first: half a release would be in nobody's list.
                gone = self.folder / f"{_GONE}{release.id}"
                with contextlib.suppress(OSError):
                    release.folder.rename(gone)
                shutil.rmtree(gone, ignore_errors=True)

    def _clear(self) -> None:
        """Take away what was left behind; nobody else takes a pack meanwhile."""
        with contextlib.suppress(OSError):
            for entry in list(self.folder.iterdir()):
                if entry.name.startswith((_NEW, _GONE)):
                    shutil.rmtree(entry, ignore_errors=True)


def _pointing_to(release: Release, pointer: Pointer) -> Pointer:
    """The pointer once that release is to be shown."""
    taken = dict.fromkeys((release.id, *pointer.taken))
    pointer = pointer._replace(taken=tuple(taken)[:_TAKEN_KEPT])
    draft = release.manifest.draft
    if draft is not None:
        return pointer._replace(draft=release.id, until=draft.until.isoformat())
    without_draft = pointer._replace(draft="", until="")
    if release.id == pointer.release:
        return without_draft
    return without_draft._replace(
        release=release.id,
        confirmed=release.id in pointer.before,
        begun=None,
        before=_before(pointer, release.id),
    )


def _before(pointer: Pointer, name: str) -> tuple[str, ...]:
    """What was shown and confirmed before a release is."""
    shown = (pointer.release,) if pointer.release and pointer.confirmed else ()
    names = dict.fromkeys((*shown, *pointer.before))
    return tuple(each for each in names if each != name)[:KEPT]
