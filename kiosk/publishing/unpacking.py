"""Takes a pack, or a folder that somebody has brought, into a folder of its own; whole or not.

Nothing is believed: names come from the manifest and its rules, each file ends where its size says,
and counts by its hash.  What a zip can do beyond that (folders, links, encryption, more files than
the manifest names) is refused.
"""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
import zlib
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol

from kiosk.plain_file import FileRefused, open_plain, read_plain_bytes
from kiosk.publishing.folder_copy import limit_of
from kiosk.publishing.manifest import (
    FILES_LIMIT,
    WHOLE_LIMIT_BYTES,
    Manifest,
    parse_manifest,
)
from kiosk.publishing.packed_names import MANIFEST, MANIFEST_LIMIT_BYTES
from kiosk.publishing.packing import manifest_of
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import SIGNATURE, SIGNATURE_LIMIT_BYTES
from kiosk.text.folder import ContentFolder
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

PACK_LIMIT_BYTES = WHOLE_LIMIT_BYTES + 64 * 2**20
_PIECE_BYTES = 2**20
_LIMITS = {MANIFEST: MANIFEST_LIMIT_BYTES, SIGNATURE: SIGNATURE_LIMIT_BYTES}
"""What lies beside the files of the exhibit, and the most bytes of each."""
_ENCRYPTED = 0x1
_KNOWN_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError)


class PackSource(Protocol):
    """Where the files of a pack come from."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file of the manifest, to be read; PackRefused where it can't be."""


class OpenPack(NamedTuple):
    """A pack that can be taken: what it says of itself, as it is written, and its signature.

    A folder that somebody has brought has a manifest of our making, and no signature.
    """

    manifest: Manifest
    written: bytes
    signature: bytes | None
    source: PackSource


@contextmanager
def opened_pack(path: Path) -> Iterator[OpenPack]:
    """A zip that `pack` has made, or a folder: its files as they are, or an unpacked pack.

    Raises PackRefused.
    """
    if path.is_dir() and not path.is_symlink():
        yield _opened_folder(path)
        return
    try:
        descriptor = open_plain(path, PACK_LIMIT_BYTES, follow=False)
    except FileRefused as error:
        raise PackRefused(Phrase("it can't be read: {reason}", reason=error.reason)) from None
    with os.fdopen(descriptor, "rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except (*_BROKEN_ZIP, OSError, ValueError, MemoryError) as error:
            raise PackRefused(
                Phrase("it is no whole zip: {reason}", reason=str(error) or type(error).__name__)
            ) from None
        with archive:
            yield _opened_zip(archive)


def unpack(opened: OpenPack, target: Path) -> None:
    """Write the files of the pack, its manifest and signature into the new folder `target`.

    Raises PackRefused where a file is not what the manifest says of it, and OSError.
    """
    target.mkdir()
    (target / MANIFEST).write_bytes(opened.written)
    if opened.signature is not None:
        (target / SIGNATURE).write_bytes(opened.signature)
    for name, packed in opened.manifest.files.items():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        digest, left = hashlib.sha256(), packed.size
        with opened.source.file(name) as source, place.open("xb") as copy:
            while piece := _piece(source, min(_PIECE_BYTES, left + 1), name):
                left -= len(piece)
                if left < 0:
                    break
                digest.update(piece)
                copy.write(piece)
        if left != 0 or digest.hexdigest() != packed.sha256:
            raise PackRefused(Phrase("{name} is not what the pack says of it", name=name))


def _piece(source: BinaryIO, most: int, name: str) -> bytes:
    try:
        return source.read(most)
    except _BROKEN_ZIP as error:
        raise PackRefused(
            Phrase("{name} can't be unpacked: {reason}", name=name, reason=str(error))
        ) from None


class _ZipSource:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        try:
            source = self._archive.open(name)
        except (*_BROKEN_ZIP, ValueError, KeyError) as error:
            raise PackRefused(
                Phrase("{name} can't be unpacked: {reason}", name=name, reason=str(error))
            ) from None
        with source:
            yield source  # type: ignore[misc]


class _FolderSource:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        try:
            descriptor = open_plain(self._folder / name, limit_of(name), follow=False)
        except FileRefused as error:
            raise PackRefused(
                Phrase("{name} can't be read: {reason}", name=name, reason=error.reason)
            ) from None
        with os.fdopen(descriptor, "rb") as source:
            yield source


def _opened_zip(archive: zipfile.ZipFile) -> OpenPack:
    entries = archive.infolist()
    if len(entries) > FILES_LIMIT + len(_LIMITS):
        raise PackRefused(Phrase("there are more than {limit:,} files", limit=FILES_LIMIT))
    names = [entry.filename for entry in entries]
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise PackRefused(Phrase("{name} is in it twice", name=twice))
    if MANIFEST not in names:
        raise PackRefused(
            Phrase("it has no {file}: `kiosk pack` makes packs, other zips are none", file=MANIFEST)
        )
    for entry in entries:
        _demand_plain(entry)
    source = _ZipSource(archive)
    written = _read(source, MANIFEST)
    signature = _read(source, SIGNATURE) if SIGNATURE in names else None
    manifest = parse_manifest(written)
    _demand_same(set(manifest.files), set(names) - set(_LIMITS))
    for entry in entries:
        packed = manifest.files.get(entry.filename)
        if packed is not None and (
            entry.file_size != packed.size or packed.size > limit_of(entry.filename)
        ):
            raise PackRefused(
                Phrase("{name} is larger or smaller than the pack says", name=entry.filename)
            )
    return OpenPack(manifest, written, signature, source)


def _demand_plain(entry: zipfile.ZipInfo) -> None:
    """Refuse an entry that is no file of ours: a folder, a link, an encrypted one."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.is_dir() or kind not in (0, stat.S_IFREG):
        raise PackRefused(Phrase("{name} is no plain file", name=entry.filename))
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _KNOWN_COMPRESSION:
        raise PackRefused(
            Phrase("{name} is encrypted, or packed in a way of its own", name=entry.filename)
        )


def _opened_folder(path: Path) -> OpenPack:
    folder = ContentFolder.at(path)
    refusal = folder.refusal()
    if refusal is not None:
        raise PackRefused(Phrase("{reason}", reason=refusal.text))
    source = _FolderSource(folder.root)
    present = manifest_of(folder)
    beside = folder.all_names("")
    if MANIFEST not in beside:
        return OpenPack(present, present.written(), None, source)
    written = read_beside(folder.root, MANIFEST)
    signature = None
    if SIGNATURE in beside:
        signature = read_beside(folder.root, SIGNATURE)
    manifest = parse_manifest(written)
    _demand_same(set(manifest.files), set(present.files))
    return OpenPack(manifest, written, signature, source)


def _demand_same(told: set[str], found: set[str]) -> None:
    """Refuse a pack that lacks a file of its manifest, or has others."""
    for names, phrase in (
        (told - found, Phrase("{name} is missing", name=min(told - found, default=""))),
        (found - told, Phrase("{name} is not in its manifest", name=min(found - told, default=""))),
    ):
        if names:
            raise PackRefused(phrase)


def _read(source: PackSource, name: str) -> bytes:
    pieces, left = [], _LIMITS[name] + 1
    with source.file(name) as file:
        while left > 0 and (piece := _piece(file, min(left, _PIECE_BYTES), name)):
            pieces.append(piece)
            left -= len(piece)
    if left <= 0:
        raise PackRefused(Phrase("{name} is too large", name=name))
    return b"".join(pieces)


def read_beside(folder: Path, name: str) -> bytes:
    """The manifest of an unpacked pack, or its signature.  Raises PackRefused."""
    try:
        return read_plain_bytes(folder / name, _LIMITS[name], follow=False)
    except FileRefused as error:
        raise PackRefused(
            Phrase("{name} can't be read: {reason}", name=name, reason=error.reason)
        ) from None
