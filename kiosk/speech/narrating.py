"""Makes the clips that are missing, and tells which are stale."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kiosk.atomic_file import write_bytes
from kiosk.speech.bounded_process import ProgramFailed
from kiosk.speech.clips import Clip, read_clips, write_index
from kiosk.speech.encoding import encoded
from kiosk.speech.sound import NotSound

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from kiosk.speech.clips import Clips, Utterance
    from kiosk.speech.engine import Engine
    from kiosk.text.folder import ContentFolder

_WRITTEN_EVERY = 100
"""After so many clips the index is written: whoever breaks off keeps what was made."""
_MOST_FAILURES = 5
"""After so many in a row an engine is given up: it would fail thousands of times more."""


class NotNarrated(NamedTuple):
    """A sentence of which there is no clip, and why."""

    utterance: Utterance
    reason: str


@dataclass
class Narration:
    """What became of the sentences."""

    made: int = 0
    kept: int = 0
    failures: list[NotNarrated] = field(default_factory=list)
    is_given_up: bool = False


def missing(clips: Clips, wanted: Iterable[Utterance]) -> list[Utterance]:
    """The sentences without a clip that can be opened, each once."""
    once = {each.hash: each for each in wanted}
    return [each for digest, each in once.items() if not _is_there(clips, digest)]


def stale(clips: Clips, wanted: Iterable[Utterance], languages: Collection[str]) -> list[Clip]:
    """The clips in these languages of which nothing is said any more."""
    said = {each.hash for each in wanted}
    return [
        clip
        for clip in clips.by_hash.values()
        if clip.hash not in said and clip.language in languages
    ]


def narrate(
    folder: ContentFolder,
    wanted: Sequence[Utterance],
    engine: Engine,
    *,
    today: datetime.date,
    progress: Callable[[int, int], None] | None = None,
) -> Narration:
    """Have the engine speak what no clip says yet.

    A clip that is there is never made anew, so no recording of a person is ever replaced.
    """
    clips = read_clips(folder)
    todo = missing(clips, wanted)
    outcome = Narration(kept=len({each.hash for each in wanted}) - len(todo))
    entries = dict(clips.by_hash)
    failed_in_a_row = 0
    try:
        for number, (utterance, made) in enumerate(_spoken(folder, todo, engine, today), 1):
            if isinstance(made, Clip):
                entries[made.hash] = made
                outcome.made += 1
                failed_in_a_row = 0
                if outcome.made % _WRITTEN_EVERY == 0:
                    write_index(folder, entries.values())
            else:
                outcome.failures.append(NotNarrated(utterance, made))
                failed_in_a_row += 1
                if failed_in_a_row == _MOST_FAILURES and number < len(todo):
                    outcome.is_given_up = True
                    break
            if progress is not None:
                progress(number, len(todo))
    finally:
        if outcome.made:
            write_index(folder, entries.values())
    return outcome


def take_away(folder: ContentFolder, clips: Clips, gone: Iterable[Clip]) -> None:
    """Remove clips with their files."""
    hashes = set()
    for clip in gone:
        with suppress(OSError):
            (folder.root / clip.name).unlink()
        hashes.add(clip.hash)
    write_index(folder, (each for each in clips.by_hash.values() if each.hash not in hashes))


def _is_there(clips: Clips, digest: str) -> bool:
    clip = clips.by_hash.get(digest)
    return clip is not None and clips.folder.has(clip.name)


def _spoken(
    folder: ContentFolder, todo: Sequence[Utterance], engine: Engine, today: datetime.date
) -> Iterator[tuple[Utterance, Clip | str]]:
    """Each sentence with its clip or why there is none; a few are spoken at once."""

    def speak(utterance: Utterance) -> Clip | str:
        try:
            ending, content = encoded(engine.speak(utterance))
        except (ProgramFailed, NotSound) as failure:
            return str(failure)
        clip = Clip(
            utterance.hash,
            utterance.language,
            utterance.words,
            "machine",
            ending,
            engine.name,
            today.isoformat(),
        )
        try:
            write_bytes(folder.root / clip.name, content, durable=False)
        except OSError as error:
            return f"{clip.name} can't be written: {(error.strerror or 'unknown reason').lower()}"
        return clip

    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(todo), workers):
            some = todo[start : start + workers]
            yield from zip(some, pool.map(speak, some), strict=True)
