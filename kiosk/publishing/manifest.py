"""What a pack says of itself: which files it has, of which version, from when, and for whom."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from kiosk.publishing.packed_names import MANIFEST, same_names, why_refused
from kiosk.publishing.refusal import PackRefused
from kiosk.text.phrase import Phrase

FILES_LIMIT = 5_000
WHOLE_LIMIT_BYTES = 2 * 2**30
FORMAT = 1
NOTE_LETTERS = 500

_ID_DIGITS = 12


class PackedFile(BaseModel):
    """A file: its size in bytes and its SHA-256 in hexadecimal."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PackDraft(BaseModel):
    """Whom a draft is for and how long: one kiosk shows it, through the last day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kiosk: Annotated[str, Field(min_length=1, max_length=64)]
    until: datetime.date


class Manifest(BaseModel):
    """The whole pack but the bytes of its files, which it names by their hashes.

    Of two packs the one with the higher `version` is newer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Annotated[int, Field(strict=True, ge=FORMAT, le=FORMAT)] = FORMAT
    version: Annotated[int, Field(strict=True, ge=0, lt=2**53)]
    made: AwareDatetime
    note: Annotated[str, Field(max_length=NOTE_LETTERS)] = ""
    draft: PackDraft | None = None
    files: dict[str, PackedFile]

    @model_validator(mode="after")
    def _is_an_exhibit(self) -> Self:
        if "exhibit.yaml" not in self.files:
            raise ValueError("there is no exhibit.yaml")
        if len(self.files) > FILES_LIMIT:
            raise ValueError(f"there are more than {FILES_LIMIT:,} files")
        if self.size > WHOLE_LIMIT_BYTES:
            raise ValueError(f"the files are larger than {WHOLE_LIMIT_BYTES // 2**20} MiB together")
        return self

    @property
    def size(self) -> int:
        """How many bytes the files have together."""
        return sum(file.size for file in self.files.values())

    def written(self) -> bytes:
        """The one way to write it, so that the same content makes the same bytes."""
        told = self.model_dump(mode="json", exclude_none=True)
        return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def parse_manifest(written: bytes) -> Manifest:
    """The manifest of a pack; raises PackRefused for what none of ours says."""
    try:
        told = json.loads(written, object_pairs_hook=_without_doubles)
        manifest = Manifest.model_validate(told)
    except (ValueError, RecursionError) as error:
        raise PackRefused(
            Phrase("its {file} can't be read: {reason}", file=MANIFEST, reason=_why(error))
        ) from None
    for name in manifest.files:
        refused = why_refused(name)
        if refused is not None:
            raise PackRefused(Phrase("{name}: {reason}", name=name, reason=refused))
    twice = same_names(manifest.files)
    if twice is not None:
        raise PackRefused(
            Phrase(
                "{first} and {second} are one file on some systems", first=twice[0], second=twice[1]
            )
        )
    return manifest


def release_id(manifest: Manifest, written: bytes) -> str:
    """What its release is called: when it was made, and the beginning of its manifest's hash."""
    made = manifest.made.astimezone(datetime.UTC)
    return f"{made:%Y%m%dT%H%M%SZ}-{hashlib.sha256(written).hexdigest()[:_ID_DIGITS]}"


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("a key stands there twice")
    return told


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg']}" if where else str(first["msg"])
    return str(error) or type(error).__name__
