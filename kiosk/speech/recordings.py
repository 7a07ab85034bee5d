"""Recordings by a person: the list of what is to be read aloud, and taking in what was recorded."""

from __future__ import annotations

import csv
import io
import os
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.atomic_file import write_bytes, write_text
from kiosk.plain_file import FileRefused, read_plain_bytes, read_plain_text
from kiosk.speech.clips import CLIP_LIMIT_BYTES, Clip, is_hash, read_clips, write_index
from kiosk.speech.encoding import decoded, encoded
from kiosk.speech.sound import NotSound

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from kiosk.speech.clips import Clips, Utterance
    from kiosk.text.folder import ContentFolder

RECORDED_AS = (".wav", ".opus", ".ogg", ".flac", ".mp3", ".m4a")
_COLUMNS = ("hash", "language", "text", "file")
_LIST_LIMIT_BYTES = 16 * 1024 * 1024
_FILES_LIMIT = 50_000
_RECORDING_LIMIT_BYTES = 4 * CLIP_LIMIT_BYTES


@dataclass
class Taken:
    """What became of the files of a folder of recordings."""

    taken: int = 0
    already_there: int = 0
    """Sentences that a person has recorded before: the first recording stays."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Names of files that were not taken, each with the reason."""


def write_script(path: Path, clips: Clips, wanted: Iterable[Utterance]) -> int:
    """Write a table of every sentence that no person has recorded yet; how many there are.

    Whoever records names a file by the hash, or writes its name in the last column.
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    rows = {
        each.hash: each
        for each in wanted
        if (clip := clips.find(each)) is None or clip.by != "person"
    }
    for digest, each in rows.items():
        table.writerow((digest, each.language, each.words, ""))
    # The mark lets spreadsheet programs know that it is UTF-8.
    write_text(path, f"\ufeff{written.getvalue()}")
    return len(rows)


def take_in(
    folder: ContentFolder,
    recordings: Path,
    wanted: Mapping[str, Utterance],
    *,
    today: datetime.date,
) -> Taken:
    """Take recordings in place of what a machine has spoken.

    `wanted` are the sentences by their hashes.  A sentence that a person has recorded before keeps
    that recording, unless its file is gone.
    """
    outcome = Taken()
    clips = read_clips(folder)
    entries = dict(clips.by_hash)
    named = _named_in_lists(recordings)
    for path, shown in _files(recordings):
        digest = named.get(shown, path.stem)
        utterance = wanted.get(digest)
        if utterance is None:
            reason = "no text has this hash" if is_hash(digest) else "it is not named by a hash"
            outcome.refused.append((shown, reason))
            continue
        before = entries.get(digest)
        if before is not None and before.by == "person" and folder.has(before.name):
            outcome.already_there += 1
            continue
        clip = Clip(
            digest, utterance.language, utterance.words, "person", "", date=today.isoformat()
        )
        try:
            content = read_plain_bytes(path, _RECORDING_LIMIT_BYTES)
            ending, kept = encoded(decoded(content, path.suffix.lower()))
            clip = replace(clip, ending=ending)
            write_bytes(folder.root / clip.name, kept)
        except FileRefused as refusal:
            outcome.refused.append((shown, refusal.reason))
            continue
        except NotSound as refusal:
            outcome.refused.append((shown, str(refusal)))
            continue
        if before is not None and before.name != clip.name:
            with suppress(OSError):
                (folder.root / before.name).unlink()
        entries[digest] = clip
        outcome.taken += 1
    if outcome.taken:
        write_index(folder, entries.values())
    return outcome


def _files(recordings: Path) -> Iterator[tuple[Path, str]]:
    """The recordings in a folder and those below it, each with its name inside the folder."""
    count = 0
    for place, folders, names in os.walk(recordings):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            count += 1
            if count <= _FILES_LIMIT and path.suffix.lower() in RECORDED_AS:
                yield path, path.relative_to(recordings).as_posix()


def _named_in_lists(recordings: Path) -> dict[str, str]:
    """The hashes of the files that a table in the folder names, by the files' names."""
    named: dict[str, str] = {}
    for path in sorted(recordings.glob("*.csv")):
        try:
            text = read_plain_text(path, _LIST_LIMIT_BYTES)
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
        except (FileRefused, csv.Error):
            continue
        for row in rows:
            file, digest = row.get("file"), row.get("hash")
            if file and file.strip() and digest:
                named[file.strip()] = digest.strip()
    return named
