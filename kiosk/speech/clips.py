"""Clips: one recording for each spoken sentence and language, beside the content that says it.

`speech/index.jsonl` has a line for each clip.  A clip is found by the hash of its language and
words, so whoever rewords a text, moves it or says it twice need not name any clip.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from kiosk.atomic_file import write_text
from kiosk.plain_file import FileRefused, NoSuchFile, read_plain_text
from kiosk.speech import speech_messages
from kiosk.text.languages import TAG_PATTERN
from kiosk.text.messages import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.text.folder import ContentFolder
    from kiosk.text.messages import PlacedMessage

SPEECH_FOLDER = "speech"
INDEX = f"{SPEECH_FOLDER}/index.jsonl"
INDEX_LIMIT_BYTES = 16 * 1024 * 1024
CLIP_LIMIT_BYTES = 12 * 1024 * 1024
"""Two minutes of a WAV; a sentence as Opus has a thousandth of it."""
ENDINGS = (".opus", ".wav")
"""What a clip is kept as, the better first."""

_DIGITS = 16
_MOST_MESSAGES = 100
"""A file of something else has millions of lines that can't be read."""
_HASH = re.compile(rf"[0-9a-f]{{{_DIGITS}}}")
_LANGUAGE = re.compile(TAG_PATTERN)


class Utterance(NamedTuple):
    """A sentence as it is spoken, numbers and units in words, and its language."""

    words: str
    language: str

    @property
    def hash(self) -> str:
        """What its clip is found by: the same however its lines break and letters are composed."""
        plain = " ".join(unicodedata.normalize("NFC", self.words).split())
        return hashlib.sha256(f"{self.language}\n{plain}".encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True)
class Clip:
    """A recording: `by` whom, and where a machine spoke, which `engine`; `date` as 2026-01-31."""

    hash: str
    language: str
    words: str
    by: Literal["person", "machine"]
    ending: str
    engine: str = ""
    date: str = ""
    line: int = field(default=0, compare=False)
    """Its line in the index, where it was read."""

    @property
    def name(self) -> str:
        """Its file, named relative to the content folder."""
        return f"{SPEECH_FOLDER}/{self.language}/{self.hash}{self.ending}"


@dataclass(frozen=True)
class Clips:
    """The clips of one content folder, by their hashes."""

    folder: ContentFolder
    by_hash: Mapping[str, Clip] = field(default_factory=lambda: MappingProxyType({}))
    messages: tuple[PlacedMessage, ...] = ()
    """What of the index can't be read."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which there is anything to be heard."""
        return frozenset(clip.language for clip in self.by_hash.values())

    def find(self, utterance: Utterance) -> Clip | None:
        """The recording of a sentence."""
        return self.by_hash.get(utterance.hash)

    def content(self, clip: Clip) -> bytes:
        """The bytes of its file; raises UnreadableFile."""
        return self.folder.content(clip.name, CLIP_LIMIT_BYTES)


def has_speech(folder: ContentFolder) -> bool:
    """Whether anybody has begun to have this content spoken."""
    return folder.is_folder(SPEECH_FOLDER)


def read_clips(folder: ContentFolder) -> Clips:
    """The clips that the index names; a line that can't be read becomes a message.

    Two clips of one sentence are left where two curators have merged their work: a person's wins,
    and of two machine's the later line.
    """
    if not has_speech(folder):
        return Clips(folder)
    try:
        text = read_plain_text(folder.root / INDEX, INDEX_LIMIT_BYTES, follow=False)
    except NoSuchFile:
        return Clips(folder)
    except FileRefused as error:
        return Clips(folder, messages=(speech_messages.unreadable_index(error.reason).at(INDEX),))
    found: dict[str, Clip] = {}
    messages: list[PlacedMessage] = []
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        clip = _clip(written, line)
        if clip is None:
            if len(messages) < _MOST_MESSAGES:
                messages.append(speech_messages.unreadable_line(written).at(INDEX, line))
        elif clip.hash not in found or found[clip.hash].by != "person":
            found[clip.hash] = clip
    return Clips(folder, MappingProxyType(found), tuple(messages))


def write_index(folder: ContentFolder, clips: Iterable[Clip]) -> None:
    """Replace the index as a whole, a line for each clip in an order that never changes."""
    ordered = sorted(clips, key=_order)
    write_text(folder.root / INDEX, "".join(f"{_line(clip)}\n" for clip in ordered))


def _order(clip: Clip) -> tuple[str, str]:
    return clip.language, clip.hash


def _line(clip: Clip) -> str:
    entry = {
        "language": clip.language,
        "hash": clip.hash,
        "file": clip.ending.removeprefix("."),
        "by": clip.by,
        "engine": clip.engine,
        "date": clip.date,
        "words": clip.words,
    }
    return json.dumps({key: value for key, value in entry.items() if value}, ensure_ascii=False)


def _clip(written: str, line: int) -> Clip | None:
    """The clip of a line; None where it is not such a line as `_line` writes."""
    try:
        entry: Any = json.loads(written)
    except (ValueError, RecursionError):
        return None
    if not isinstance(entry, dict) or not all(map(_is_text, entry.values())):
        return None
    language, digest, words = (entry.get(key, "") for key in ("language", "hash", "words"))
    ending, by = f".{entry.get('file', '')}", entry.get("by", "")
    is_sound = (
        _LANGUAGE.fullmatch(language)
        and _HASH.fullmatch(digest)
        and ending in ENDINGS
        and by in ("person", "machine")
        and Utterance(words, language).hash == digest
    )
    if not is_sound:
        return None
    return Clip(
        digest, language, words, by, ending, entry.get("engine", ""), entry.get("date", ""), line
    )


def _is_text(value: object) -> bool:
    """Whether it is words that can be written down: JSON may name halves of letters."""
    return isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value)


def is_hash(written: str) -> bool:
    """Whether a clip could be named so."""
    return _HASH.fullmatch(written) is not None


def unreadable(clips: Clips, clip: Clip) -> PlacedMessage | None:
    """Why the file of a clip can't be opened, in the words of all files of content."""
    try:
        clips.content(clip)
    except UnreadableFile as error:
        return error.message
    return None
