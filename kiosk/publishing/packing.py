"""Makes a pack of a content folder: one zip with its manifest and, by a key, a signature.

The same files, note and time make the same bytes on every machine.  So nothing is compressed, which
would depend on the library that does it; pictures and films, most of a pack, are so already.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import zipfile
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from kiosk.atomic_file import replacing
from kiosk.publishing.folder_copy import files_to_pack, limit_of
from kiosk.publishing.manifest import Manifest, PackDraft, PackedFile, release_id
from kiosk.publishing.packed_names import MANIFEST, same_names, why_refused
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import SIGNATURE, sign
from kiosk.text.folder import ContentFolder, readable
from kiosk.text.messages import UnreadableFile
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from pathlib import Path

_PIECE_BYTES = 2**20
_FIRST_ZIP_YEAR, _LAST_ZIP_YEAR = 1980, 2107
_PLAIN_FILE = 0o100644 << 16
_MADE_ON_UNIX = 3


class Packed(NamedTuple):
    """A pack that was written: its manifest, what its release will be called, whether signed."""

    manifest: Manifest
    release: str
    signed: bool


def pack(
    content: Path,
    out: Path,
    *,
    note: str = "",
    made: datetime.datetime | None = None,
    draft: PackDraft | None = None,
    key_file: Path | None = None,
) -> Packed:
    """Write a pack of the folder `content` to `out`, in place of what is there.

    `made` is when its content was, else the last change in the folder; of two packs the later one
    is newer.  Raises PackRefused for what can't be packed, OSError where `out` can't be written.
    """
    folder = ContentFolder.at(content)
    manifest = manifest_of(folder, note=note, made=made, draft=draft)
    written = manifest.written()
    signature = sign(written, key_file) if key_file is not None else None
    with replacing(out) as new, zipfile.ZipFile(new, "w") as archive:
        moment = _zip_time(manifest.made)
        archive.writestr(_entry(MANIFEST, moment), written)
        if signature is not None:
            archive.writestr(_entry(SIGNATURE, moment), signature)
        for name, file in sorted(manifest.files.items()):
            _add(archive, _entry(name, moment), folder, file)
    return Packed(manifest, release_id(manifest, written), signature is not None)


def manifest_of(
    folder: ContentFolder,
    *,
    note: str = "",
    made: datetime.datetime | None = None,
    draft: PackDraft | None = None,
) -> Manifest:
    """The manifest of a folder as it is now.  Raises PackRefused, and OSError as of the disk."""
    names = files_to_pack(folder)
    for name in names:
        refused = why_refused(name)
        if refused is not None:
            raise PackRefused(Phrase("{name}: {reason}", name=readable(name), reason=refused))
    twice = same_names(names)
    if twice is not None:
        raise PackRefused(
            Phrase(
                "{first} and {second} are one file on some systems", first=twice[0], second=twice[1]
            )
        )
    made = (made or last_change(folder, names)).astimezone(datetime.UTC).replace(microsecond=0)
    try:
        return Manifest(
            version=int(made.timestamp()),
            made=made,
            note=note,
            draft=draft,
            files=_files(folder, names),
        )
    except ValidationError as error:
        why = str(error.errors()[0]["msg"]).removeprefix("Value error, ")
        raise PackRefused(Phrase("{reason}", reason=why)) from None


def last_change(folder: ContentFolder, names: tuple[str, ...]) -> datetime.datetime:
    """When something in the folder changed last: a file, or which files there are."""
    places = {folder.root / name for name in names}
    places |= {place.parent for place in places}
    moments = [place.stat().st_mtime for place in places]
    return datetime.datetime.fromtimestamp(max(moments, default=0), tz=datetime.UTC)


def _files(folder: ContentFolder, names: tuple[str, ...]) -> dict[str, PackedFile]:
    files = {}
    for name in names:
        digest, size = hashlib.sha256(), 0
        try:
            descriptor = folder.opened(name, limit_of(name))
            with os.fdopen(descriptor, "rb", buffering=0) as source:
                for piece in iter(partial(source.read, _PIECE_BYTES), b""):
                    digest.update(piece)
                    size += len(piece)
        except UnreadableFile as error:
            raise PackRefused(
                Phrase("{name} can't be read: {reason}", name=name, reason=error.message.text)
            ) from None
        files[name] = PackedFile(size=size, sha256=digest.hexdigest())
    return files


def _add(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: ContentFolder, file: PackedFile
) -> None:
    """Copy a file, which must still be what the manifest says of it."""
    digest = hashlib.sha256()
    entry.file_size = file.size
    try:
        descriptor = folder.opened(entry.filename, limit_of(entry.filename))
    except UnreadableFile as error:
        raise PackRefused(
            Phrase("{name} can't be read: {reason}", name=entry.filename, reason=error.message.text)
        ) from None
    with os.fdopen(descriptor, "rb", buffering=0) as source, archive.open(entry, "w") as target:
        for piece in iter(partial(source.read, _PIECE_BYTES), b""):
            digest.update(piece)
            target.write(piece)
    if digest.hexdigest() != file.sha256:
        raise PackRefused(Phrase("{name} has changed meanwhile", name=entry.filename))


def _entry(name: str, moment: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment)
    entry.external_attr = _PLAIN_FILE
    entry.create_system = _MADE_ON_UNIX
    return entry


def _zip_time(made: datetime.datetime) -> tuple[int, int, int, int, int, int]:
    """The time as zips have it: from 1980 to 2107, to two seconds."""
    year = min(max(made.year, _FIRST_ZIP_YEAR), _LAST_ZIP_YEAR)
    return (year, made.month, made.day, made.hour, made.minute, made.second // 2 * 2)
