"""Making clips, and taking in what people have recorded."""

from __future__ import annotations

import csv
import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.speech.clips import INDEX, Utterance, read_clips
from kiosk.speech.encoding import decoded, encoded
from kiosk.speech.engine import Engine
from kiosk.speech.narrating import missing, narrate, stale, take_away
from kiosk.speech.recordings import take_in, write_script
from kiosk.speech.sound import wav_of
from kiosk.text.folder import ContentFolder
from tests.speech.engines import HOSTILE, good_engine, tone, written
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

TODAY = datetime.date(2026, 5, 1)
WANTED = [Utterance(f"This is sentence {number}.", "en") for number in range(7)]
WANTED += [Utterance("Esta é uma frase.", "pt")]
BY_HASH = {each.hash: each for each in WANTED}


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    path = tmp_path / "content"
    path.mkdir()
    return ContentFolder.at(path)


def engine(tmp_path: Path, refuses: str = "") -> Engine:
    return Engine(good_engine(tmp_path, refuses=refuses))


def test_what_is_missing_is_made_once(content: ContentFolder, tmp_path: Path) -> None:
    first = narrate(content, [*WANTED, WANTED[0]], engine(tmp_path), today=TODAY)
    assert (first.made, first.kept, first.failures) == (8, 0, [])
    clips = read_clips(content)
    assert not missing(clips, WANTED)
    clip = clips.find(WANTED[0])
    assert clip is not None
    assert (clip.by, clip.date) == ("machine", "2026-05-01")
    assert decoded(clips.content(clip), clip.ending).seconds == pytest.approx(0.2, abs=0.05)
    index = (content.root / INDEX).read_bytes()
    second = narrate(content, WANTED, engine(tmp_path), today=TODAY)
    assert (second.made, second.kept) == (0, 8)
    assert (content.root / INDEX).read_bytes() == index


def test_a_clip_whose_file_is_gone_is_made_anew(content: ContentFolder, tmp_path: Path) -> None:
    narrate(content, WANTED, engine(tmp_path), today=TODAY)
    clip = read_clips(content).find(WANTED[2])
    assert clip is not None
    (content.root / clip.name).unlink()
    assert narrate(content, WANTED, engine(tmp_path), today=TODAY).made == 1


def test_what_nothing_says_any_more_is_told_and_stays_until_somebody_asks(
    content: ContentFolder, tmp_path: Path
) -> None:
    narrate(content, WANTED, engine(tmp_path), today=TODAY)
    clips = read_clips(content)
    (old,) = stale(clips, WANTED[1:], ["en", "pt"])
    assert old.words == WANTED[0].words
    assert not stale(clips, WANTED[1:], ["pt"])
    narrate(content, WANTED[1:], engine(tmp_path), today=TODAY)
    assert (content.root / old.name).exists()
    take_away(content, clips, [old])
    assert not (content.root / old.name).exists()
    assert len(read_clips(content).by_hash) == 7


def test_a_sentence_that_fails_takes_no_other_with_it(
    content: ContentFolder, tmp_path: Path
) -> None:
    outcome = narrate(content, WANTED, engine(tmp_path, "sentence 3"), today=TODAY)
    assert (outcome.made, outcome.is_given_up) == (7, False)
    ((failed, reason),) = outcome.failures
    assert failed == WANTED[3]
    assert "no such word" in reason


def test_an_engine_that_always_fails_is_given_up(content: ContentFolder, tmp_path: Path) -> None:
    many = [Utterance(f"Sentence {number}.", "en") for number in range(500)]
    broken = Engine(written(tmp_path, HOSTILE["ends with 1"]))
    outcome = narrate(content, many, broken, today=TODAY)
    assert outcome.is_given_up
    assert len(outcome.failures) < 20
    assert not (content.root / INDEX).exists()


def test_who_breaks_off_keeps_what_was_made(content: ContentFolder, tmp_path: Path) -> None:
    def break_off(done: int, _: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        narrate(content, WANTED, engine(tmp_path), today=TODAY, progress=break_off)
    assert len(read_clips(content).by_hash) == 4


def recorded(folder: Path, name: str, hertz: float = 300.0) -> bytes:
    """A recording of that name; its bytes."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(wav_of(tone(0.5, hertz)))
    return path.read_bytes()


def test_a_recording_takes_the_machine_s_place_and_is_never_replaced(
    content: ContentFolder, tmp_path: Path
) -> None:
    narrate(content, WANTED, engine(tmp_path), today=TODAY)
    recordings = tmp_path / "recordings"
    recorded(recordings, f"{WANTED[0].hash}.wav")
    assert take_in(content, recordings, BY_HASH, today=TODAY).taken == 1
    clips = read_clips(content)
    clip = clips.find(WANTED[0])
    assert clip is not None
    assert (clip.by, clip.engine) == ("person", "")
    mine = clips.content(clip)
    assert decoded(mine, clip.ending).seconds == pytest.approx(0.5, abs=0.05)
    narrate(content, WANTED, engine(tmp_path), today=TODAY)
    recorded(recordings, f"{WANTED[0].hash}.wav", hertz=400.0)
    again = take_in(content, recordings, BY_HASH, today=TODAY)
    assert (again.taken, again.already_there) == (0, 1)
    assert read_clips(content).content(clip) == mine
    assert len(list((content.root / "speech" / "en").iterdir())) == 7


def test_a_list_is_written_for_who_records_and_names_the_files(
    content: ContentFolder, tmp_path: Path
) -> None:
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    script = recordings / "script.csv"
    assert write_script(script, read_clips(content), [*WANTED, WANTED[0]]) == 8
    rows = list(csv.DictReader(script.read_text("utf-8-sig").splitlines()))
    assert [row["text"] for row in rows] == [each.words for each in WANTED]
    rows[7]["file"] = "second day/Take 12.wav"
    with script.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        table.writerows(rows)
    recorded(recordings, "second day/Take 12.wav")
    assert take_in(content, recordings, BY_HASH, today=TODAY).taken == 1
    clips = read_clips(content)
    found = clips.find(WANTED[7])
    assert found is not None
    assert found.by == "person"
    assert write_script(script, clips, WANTED) == 7


def test_what_is_no_recording_is_told_and_not_taken(content: ContentFolder, tmp_path: Path) -> None:
    recordings = tmp_path / "recordings"
    recorded(recordings, "holiday.wav")
    recorded(recordings, f"{Utterance('Nobody says this.', 'en').hash}.wav")
    (recordings / f"{WANTED[1].hash}.wav").write_bytes(b"\0" * 500)
    (recordings / f"{WANTED[2].hash}.wav").symlink_to("/dev/zero")
    outcome = take_in(content, recordings, BY_HASH, today=TODAY)
    assert outcome.taken == 0
    reasons = sorted(reason for _, reason in outcome.refused)
    assert reasons == [
        "it is a device, not a plain file",
        "it is no WAV",
        "it is not named by a hash",
        "no text has this hash",
    ]


@needs("opusenc")
def test_speech_is_kept_as_opus_where_there_is_an_encoder() -> None:
    ending, content = encoded(tone(2.0, rate=22_050))
    assert ending == ".opus"
    assert len(content) < 12_000
    assert decoded(content, ending).seconds == pytest.approx(2.0, abs=0.1)


def test_without_an_encoder_it_stays_a_wav(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    sound = tone(0.2)
    assert encoded(sound) == (".wav", wav_of(sound))
