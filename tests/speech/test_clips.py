"""Clips: what finds them, and what of their index can be believed."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.speech.clips import (
    INDEX,
    Clip,
    Utterance,
    has_speech,
    read_clips,
    unreadable,
    write_index,
)
from kiosk.speech.sound import wav_of
from kiosk.text.folder import ContentFolder
from tests.speech.engines import tone

if TYPE_CHECKING:
    from pathlib import Path

HELLO = Utterance("Qianhai has grown.", "en")


def clip_of(utterance: Utterance, **changes: str) -> Clip:
    """A machine's clip of it."""
    clip = Clip(utterance.hash, utterance.language, utterance.words, "machine", ".wav", "fake")
    return replace(clip, **changes)  # type: ignore[arg-type]


def folder_with(path: Path, *clips: Clip) -> ContentFolder:
    """A folder with these clips and their files."""
    folder = ContentFolder.at(path)
    for clip in clips:
        file = path / clip.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(wav_of(tone(0.1)))
    write_index(folder, clips)
    return folder


def test_a_clip_is_found_by_what_is_spoken(tmp_path: Path) -> None:
    clips = read_clips(folder_with(tmp_path, clip_of(HELLO)))
    assert clips.find(HELLO) == clip_of(HELLO)
    assert clips.find(Utterance("Qianhai has\n  grown.", "en")) is not None
    assert clips.find(Utterance("Qianhai has shrunk.", "en")) is None
    assert clips.find(Utterance(HELLO.words, "pt")) is None
    assert clips.languages == {"en"}
    assert not clips.messages


def test_letters_may_be_composed_either_way() -> None:
    assert Utterance("Bai\u0301a", "pt").hash == Utterance("Baía", "pt").hash


def test_a_folder_without_speech_has_no_clips_and_nothing_is_said_of_it(tmp_path: Path) -> None:
    clips = read_clips(ContentFolder.at(tmp_path))
    assert not has_speech(clips.folder)
    assert not clips.by_hash
    assert not clips.messages


def test_a_person_wins_wherever_the_line_stands(tmp_path: Path) -> None:
    machine, person = clip_of(HELLO), clip_of(HELLO, by="person")
    for order in ((machine, person), (person, machine)):
        folder = folder_with(tmp_path, *order)
        found = read_clips(folder).find(HELLO)
        assert found is not None
        assert found.by == "person"


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        "[" * 100_000,
        '{"hash": 3}',
        '{"language": "en", "hash": "../../etc/passwd", "file": "wav", "by": "machine"}',
        '{"language": "../en", "hash": "0123456789abcdef", "file": "wav", "by": "machine"}',
        '{"language": "en", "hash": "0123456789abcdef", "by": "machine", "words": "\\ud800"}',
    ],
)
def test_a_line_of_somebody_else_is_told_and_the_others_count(tmp_path: Path, line: str) -> None:
    folder = folder_with(tmp_path, clip_of(HELLO))
    with (tmp_path / INDEX).open("a", encoding="utf-8") as index:
        index.write(f"{line}\n")
    clips = read_clips(folder)
    assert clips.find(HELLO) is not None
    (message,) = clips.messages
    assert (message.file, message.line, message.rule) == (INDEX, 2, "unreadable-clip")


def test_a_file_of_something_else_is_told_of_a_hundred_times_at_most(tmp_path: Path) -> None:
    """16 MB of them took three minutes, and the memory of the machine."""
    folder = folder_with(tmp_path, clip_of(HELLO))
    with (tmp_path / INDEX).open("a", encoding="utf-8") as index:
        index.write("{}\n" * 1_000)
    clips = read_clips(folder)
    assert clips.find(HELLO) is not None
    assert len(clips.messages) == 100


def test_a_changed_line_is_not_another_sentence(tmp_path: Path) -> None:
    """Words that don't belong to the hash would have something else spoken than is read."""
    folder = folder_with(tmp_path, clip_of(HELLO))
    index = tmp_path / INDEX
    index.write_text(index.read_text("utf-8").replace("grown", "shrunk"), "utf-8")
    clips = read_clips(folder)
    assert not clips.by_hash
    assert clips.messages


def test_an_index_that_is_a_pipe_is_told_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "speech").mkdir()
    os.mkfifo(tmp_path / INDEX)
    (message,) = read_clips(ContentFolder.at(tmp_path)).messages
    assert "pipe" in message.text


def test_a_file_that_leads_outside_is_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.wav"
    outside.write_bytes(wav_of(tone(0.1)))
    clip = clip_of(HELLO)
    folder = folder_with(tmp_path / "content", clip)
    (tmp_path / "content" / clip.name).unlink()
    (tmp_path / "content" / clip.name).symlink_to(outside)
    assert unreadable(read_clips(folder), clip) is not None


def test_the_index_is_the_same_whoever_wrote_it_first(tmp_path: Path) -> None:
    clips = [clip_of(Utterance(f"Sentence {number}.", "en")) for number in range(20)]
    folder = folder_with(tmp_path, *clips)
    before = (tmp_path / INDEX).read_bytes()
    write_index(folder, reversed(clips))
    assert (tmp_path / INDEX).read_bytes() == before
