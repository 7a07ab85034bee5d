"""How many sentences of an exhibit have a clip; as a program of its own for `kiosk doctor`.

Qt may be what is wrong with a machine, so the doctor shows nothing in its own process.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.speech.clips import read_clips
from kiosk.speech.narrating import missing
from kiosk.text.folder import ContentFolder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.speech.clips import Clips, Utterance


class ClipCount(NamedTuple):
    """Of so many sentences in a language, how many have no clip, and how many people have read."""

    language: str
    sentences: int
    missing: int
    by_people: int


def clip_counts(
    clips: Clips, wanted: Sequence[Utterance], languages: Sequence[str]
) -> tuple[ClipCount, ...]:
    """The counts of each language, where `wanted` is everything that is said in all of them."""
    lacking = missing(clips, wanted)
    by_people = {digest for digest, clip in clips.by_hash.items() if clip.by == "person"}
    return tuple(
        ClipCount(
            language,
            sum(each.language == language for each in wanted),
            sum(each.language == language for each in lacking),
            sum(each.language == language and each.hash in by_people for each in wanted),
        )
        for language in languages
    )


def main(folder: Path) -> int:
    """Write the counts of every language as JSON; none where nothing can be shown."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.exhibit.reading.cover import read_cover
    from kiosk.workshop.narration.narrated_texts import narrated_texts

    said = [each.utterance for each in narrated_texts(folder)]
    clips = read_clips(ContentFolder.at(folder))
    counts = clip_counts(clips, said, read_cover(folder).languages)
    json.dump([each._asdict() for each in counts] if said else [], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
