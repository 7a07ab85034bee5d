"""What can be said of the content that is shown: a digest, its age, what is missing in it."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.guard.content.release_folders import RELEASE_ID
from kiosk.guard.status.exhibit_status import ORIGINS, ContentStatus
from kiosk.jobs import Cancelled, is_wanted
from kiosk.plain_file import FileRefused
from kiosk.publishing.folder_copy import exhibit_files, hash_of
from kiosk.speech.clips import read_clips
from kiosk.text.folder import ContentFolder

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.translating.translations import Translations
    from kiosk.guard.content.content_choice import ContentChoice

_DIGEST_DIGITS = 16


def identified(choice: ContentChoice, shown: Path) -> ContentStatus:
    """Which content it is; reads every file of it, which lets other threads go on.

    `shown` is the folder that was read, which may be a copy of the one that was chosen.
    """
    folder = ContentFolder.at(shown)
    digest, newest = hashlib.sha256(), None
    for name in exhibit_files(folder)[0]:
        if not is_wanted():
            raise Cancelled
        try:
            found = hash_of(folder.root / name, name)
        except FileRefused:
            found = ""
        digest.update(f"{name}\0{found}\n".encode())
        with contextlib.suppress(OSError):
            newest = max(newest or 0.0, (choice.folder / name).stat().st_mtime)
    release, made = _release(choice.folder.name)
    when = newest if made is None else made
    return ContentStatus(
        ORIGINS[choice.origin],
        release,
        digest.hexdigest()[:_DIGEST_DIGITS],
        when and round(when, 1),
    )


def _release(name: str) -> tuple[str, float | None]:
    """The id of a release and when it was made, where a folder is called like one."""
    if not RELEASE_ID.fullmatch(name):
        return "", None
    try:
        made = datetime.datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S%z")
    except ValueError:
        return "", None
    return name, made.timestamp()


def counted(status: ContentStatus, shown: Path) -> ContentStatus:
    """With what is missing of it in other languages, and the recordings that there are."""
    translations = read_translations(shown)
    folder = ContentFolder.at(shown)
    clips: Counter[str] = Counter()
    lost = 0
    for clip in read_clips(folder).by_hash.values():
        if folder.has(clip.name):
            clips[clip.language] += 1
        else:
            lost += 1
    return replace(
        status,
        translations_missing=_counts(translations, State.MISSING),
        translations_older=_counts(translations, State.OLDER),
        clips=dict(sorted(clips.items())),
        clips_missing=lost,
    )


def _counts(translations: Translations, state: State) -> dict[str, int]:
    return {each: translations.count(state, (each,)) for each in translations.languages}
