"""`kiosk narrate` makes clips of what the exhibit says, and takes in what people have recorded."""

from __future__ import annotations

import csv
from contextlib import redirect_stdout
from io import StringIO
from shutil import copytree
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kiosk.__main__ import main
from kiosk.speech.clips import Utterance, read_clips
from kiosk.speech.sole_use import sole_use
from kiosk.speech.sound import wav_of
from kiosk.text.folder import ContentFolder
from kiosk.workshop.check.progress import Progress
from tests.exhibit.sound_content import Content, sound_content
from tests.speech import taken_down
from tests.speech.engines import HOSTILE, as_written, good_engine, tone, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.speech.clips import Clips

STEEL = Utterance("A strong steel.", "en")


class FirstRun(NamedTuple):
    """A small exhibit after one run that found no clip, and what the run returned and printed."""

    content: Content
    code: int
    printed: str


@pytest.fixture(scope="module", autouse=True)
def _taken_down_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        taken_down.stand_in(patch)
        yield


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> FirstRun:
    """Once for all tests: an engine is started for every sentence, which takes long."""
    folder = tmp_path_factory.mktemp("narrated")
    content = in_two_languages(folder / "content")
    printed = StringIO()
    with redirect_stdout(printed):
        code = narrate(content, "--engine", as_written(good_engine(folder)))
    return FirstRun(content, code, printed.getvalue())


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A small exhibit in two languages."""
    return in_two_languages(tmp_path / "content")


@pytest.fixture
def narrated(first_run: FirstRun, tmp_path: Path) -> Content:
    """The same exhibit with a clip of every sentence, to be spoilt."""
    return Content(copytree(first_run.content.folder, tmp_path / "narrated"))


@pytest.fixture
def engine(tmp_path: Path) -> str:
    return as_written(good_engine(tmp_path))


def in_two_languages(folder: Path) -> Content:
    content = sound_content(folder)
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, pt]")
    return content


def narrate(content: Content, *words: str) -> int:
    return main(["narrate", str(content.folder), *words])


def clips_of(content: Content) -> Clips:
    return read_clips(ContentFolder.at(content.folder))


def test_what_is_missing_is_made_and_a_second_run_has_nothing_to_do(
    first_run: FirstRun, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content, code, printed = first_run
    assert code == 0
    clips = clips_of(content)
    made = len(clips.by_hash)
    where = content.folder / "speech"
    assert printed == f"{made} clips made, 0 were there: {where}\n"
    assert clips.languages == {"en", "pt"}
    assert {clip.by for clip in clips.by_hash.values()} == {"machine"}
    assert clips.find(STEEL)
    before = {path: path.stat().st_mtime_ns for path in where.rglob("*")}

    assert narrate(content, "--engine", engine) == 0
    assert capsys.readouterr().out == f"0 clips made, {made} were there: {where}\n"
    assert {path: path.stat().st_mtime_ns for path in where.rglob("*")} == before


def test_one_language_can_be_asked_for_and_what_is_missing_counted(
    content: Content, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert narrate(content, "--engine", engine, "--language", "pt") == 0
    assert clips_of(content).languages == {"pt"}
    capsys.readouterr()

    assert narrate(content, "--missing") == 1
    english, portuguese = capsys.readouterr().out.splitlines()
    total = english.split()[1]
    assert english == f"en: {total} sentences, {total} without a clip, 0 recorded by people"
    assert portuguese.endswith(" 0 without a clip, 0 recorded by people")
    assert narrate(content, "--missing", "--language", "pt") == 0


@pytest.mark.soak
def test_who_breaks_off_goes_on_with_the_same_command(
    content: Content,
    engine: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = []

    def break_off(progress: Progress, share: float) -> None:
        shown.append(share)
        if len(shown) == 20:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Progress, "show", break_off)
        assert narrate(content, "--engine", engine) == 130
    said = capsys.readouterr().err
    assert said == "kiosk narrate: what was made is kept, and the same command goes on\n"
    kept = len(clips_of(content).by_hash)
    assert kept > 0

    assert narrate(content, "--engine", engine) == 0
    assert f"clips made, {kept} were there" in capsys.readouterr().out


def test_without_an_engine_it_says_what_to_do(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert narrate(content, "--engine", "no-such-engine --loud") == 1
    assert capsys.readouterr().err == (
        "kiosk narrate: no-such-engine is not there to speak: install it, name another command with"
        " --engine, or have people read what --script lists\n"
    )
    assert not (content.folder / "speech").exists()


def test_an_engine_that_fails_is_given_up_in_each_language(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = as_written(written(tmp_path, HOSTILE["ends with 1"]))
    assert narrate(content, "--engine", broken) == 1
    said = capsys.readouterr().err.splitlines()
    assert sum("is given up, as" in line for line in said) == 2
    assert len(said) == 12
    assert "out of order" in said[0]


def test_a_sentence_that_is_refused_is_named(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = as_written(good_engine(tmp_path, refuses="strong steel"))
    assert narrate(content, "--engine", engine, "--language", "en") == 1
    told = capsys.readouterr()
    assert "kiosk narrate: en: 'A strong steel.': " in told.err
    assert ", 1 sentence without: " in told.out


def test_people_read_the_script_and_their_recordings_win(
    narrated: Content, engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    script = recordings / "script.csv"
    assert narrate(narrated, "--language", "en", "--script", str(script)) == 0
    rows = list(csv.DictReader(script.read_text("utf-8-sig").splitlines()))
    assert capsys.readouterr().out.endswith(
        f"{len(rows)} sentences that no person has recorded: {script}\n"
    )
    assert STEEL.hash in {row["hash"] for row in rows}
    (recordings / f"{STEEL.hash}.wav").write_bytes(wav_of(tone(0.5, 300)))

    assert narrate(narrated, "--take-in", str(recordings)) == 0
    assert capsys.readouterr().out == "1 recording taken in\n"
    assert narrate(narrated, "--engine", engine) == 0
    found = clips_of(narrated).find(STEEL)
    assert found is not None
    assert found.by == "person"
    capsys.readouterr()
    assert narrate(narrated, "--missing", "--language", "en") == 0
    assert capsys.readouterr().out.endswith("0 without a clip, 1 recorded by people\n")


def test_a_recording_of_nothing_is_told(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    (recordings / "holiday.wav").write_bytes(wav_of(tone(0.5)))
    assert narrate(content, "--take-in", str(recordings)) == 1
    told = capsys.readouterr()
    assert told.err == ("kiosk narrate: holiday.wav is not taken in: it is not named by a hash\n")
    assert told.out == "0 recordings taken in\n"


def test_what_nothing_says_any_more_is_removed_if_a_machine_said_it(
    narrated: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    (recordings / f"{STEEL.hash}.wav").write_bytes(wav_of(tone(0.5)))
    assert narrate(narrated, "--take-in", str(recordings)) == 0
    narrated.change("zones/shenzhen.yaml", "A strong steel.", "A very strong steel.")
    narrated.change("zones/shenzhen.yaml", "Um aço forte.", "Um aço muito forte.")
    capsys.readouterr()

    assert narrate(narrated, "--tidy") == 0
    assert capsys.readouterr().out == (
        "1 clip removed that nothing says any more, 1 recording by people kept\n"
    )
    assert clips_of(narrated).find(STEEL)
    assert narrate(narrated, "--tidy") == 0
    assert capsys.readouterr().out.startswith("0 clips removed")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--take-in", "nowhere"], "there is no folder nowhere with recordings"),
        (["--script", "."], ". is a folder: name a file such as script.csv"),
        (["--script", "no/script.csv"], "there is no folder no for script.csv"),
        (["--language", "zh-Hans"], "the exhibit does not speak zh-Hans: it speaks en and pt"),
        (["--engine", "say 'it"], "'say 'it' is no command: write a program and what follows it"),
        (["--engine", " "], "' ' is no command"),
    ],
)
def test_what_is_asked_wrongly_is_told_before_anything_is_done(
    content: Content, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert narrate(content, *words) == 2
    assert message in capsys.readouterr().err
    assert not (content.folder / "speech").exists()


def test_content_that_can_t_be_shown_says_nothing(
    content: Content, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("exhibit.yaml", "title: [")
    assert narrate(content, "--engine", engine) == 1
    assert capsys.readouterr().err == (
        f"kiosk narrate: nothing can be shown; `kiosk check {content.folder}` says why\n"
    )


def test_a_folder_that_is_closed_to_us_is_told_before_an_engine_speaks(
    content: Content,
    engine: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.commands.narrate.os.access", lambda path, mode: False)

    assert narrate(content, "--engine", engine) == 1
    assert capsys.readouterr().err == (
        f"kiosk narrate: {content.folder} can't be written: run it as somebody who may, or on a"
        " copy\n"
    )


@pytest.mark.parametrize("words", [(), ("--tidy",), ("--take-in",)])
def test_an_index_that_can_t_be_read_whole_is_left_as_it_is(
    narrated: Content,
    engine: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    """Of its recordings by people a machine spoke all again, over their files."""
    index = narrated.folder / "speech" / "index.jsonl"
    written = index.read_bytes() + b"\xff\n"
    index.write_bytes(written)
    before = {path: path.read_bytes() for path in index.parent.rglob("*.*")}
    capsys.readouterr()
    more = (*words, str(tmp_path)) if words == ("--take-in",) else words
    assert narrate(narrated, "--engine", engine, *more) == 1
    told = capsys.readouterr().err
    assert "it is not UTF-8" in told
    assert "nothing is changed while the index can't be read whole" in told
    assert {path: path.read_bytes() for path in index.parent.rglob("*.*")} == before


def test_two_at_once_would_undo_each_other_s_work(
    narrated: Content, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with sole_use(ContentFolder.at(narrated.folder)):
        assert narrate(narrated, "--engine", engine) == 1
        assert "another `kiosk narrate` is at work on" in capsys.readouterr().err
        assert narrate(narrated, "--missing") == 0
    assert narrate(narrated, "--engine", engine) == 0


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["narrate", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err
