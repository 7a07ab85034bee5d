"""`kiosk check` names the sentences without a clip, and the clips that nothing says any more."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.speech.clips import INDEX, Utterance, read_clips
from kiosk.speech.sound import wav_of
from kiosk.text.folder import ContentFolder
from kiosk.workshop.check import laying_out
from kiosk.workshop.check.speech_check import check_speech
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import Content, sound_content
from tests.speech import taken_down
from tests.speech.engines import as_written, good_engine, tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.text.messages import PlacedMessage

SHENZHEN = "zones/shenzhen.yaml"
STEEL = Utterance("A strong steel.", "en")


@pytest.fixture(scope="module", autouse=True)
def _taken_down_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        taken_down.stand_in(patch)
        yield


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small exhibit in two languages in which everything has a clip: it takes seconds to make."""
    folder = tmp_path_factory.mktemp("spoken")
    content = sound_content(folder / "content")
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, pt]")
    engine = as_written(good_engine(folder))
    assert main(["narrate", str(content.folder), "--engine", engine]) == 0
    return content.folder


@pytest.fixture
def content(spoken: Path, tmp_path: Path) -> Content:
    """A copy of it, for one test."""
    shutil.copytree(spoken, tmp_path / "content")
    return Content(tmp_path / "content")


def found(content: Content) -> list[PlacedMessage]:
    return sorted(check_speech(content.folder, ignore))


def ignore(share: float) -> None:
    pass


def test_an_exhibit_without_speech_is_asked_for_nothing(tmp_path: Path) -> None:
    silent = sound_content(tmp_path / "silent")
    assert found(silent) == []


def test_where_everything_has_a_clip_nothing_is_said(content: Content) -> None:
    assert found(content) == []


def test_a_changed_text_lacks_its_clip_where_it_is_written_and_leaves_one_over(
    content: Content,
) -> None:
    content.change(SHENZHEN, "A strong steel.", "A tough steel. It bends.")

    stale, missing = found(content)

    assert str(missing).startswith(
        f"{SHENZHEN}:13:11: 2 sentences have no clip in en: 'A tough steel.' (`kiosk narrate` makes"
    )
    assert missing.rule == "missing-clip"
    assert stale.file == INDEX
    assert str(stale).endswith(
        "nothing says this in en any more: 'A strong steel.' (`kiosk narrate --tidy` removes it)"
    )
    line = (content.folder / INDEX).read_text("utf-8").splitlines()[stale.line - 1]
    assert json.loads(line)["words"] == "A strong steel."


def test_a_recording_by_a_person_that_is_said_no_more_is_told_as_one(
    content: Content, tmp_path: Path
) -> None:
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    (recordings / f"{STEEL.hash}.wav").write_bytes(wav_of(tone(0.5)))
    assert main(["narrate", str(content.folder), "--take-in", str(recordings)]) == 0
    content.change(SHENZHEN, "A strong steel.", "")

    stale = [each for each in found(content) if each.rule == "stale-clip"]

    assert [each.text for each in stale] == [
        "nothing says this in en any more: 'A strong steel.', recorded by a person"
    ]


def test_a_figure_that_changes_is_told_at_its_label(
    content: Content,
) -> None:
    content.change("zones/qianhai.yaml", "value: 4.2 billion", "value: 4.3 billion")

    missing = [each for each in found(content) if each.rule == "missing-clip"]

    assert {each.file for each in missing} == {"zones/qianhai.yaml"}
    told = [each.text for each in missing]
    assert len(told) == 2
    assert "a sentence has no clip in en: 'raised: " in told[0]
    assert "a sentence has no clip in pt: 'angariados: " in told[1]


def test_what_no_file_says_is_told_once_for_all(content: Content) -> None:
    folder = ContentFolder.at(content.folder)
    lines = (folder.root / INDEX).read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '"Zoom in"' not in line and '"Zoom out"' not in line]
    (folder.root / INDEX).write_text("".join(kept), "utf-8")

    (missing,) = found(content)

    assert missing.file == "exhibit.yaml"
    assert missing.text == (
        "2 sentences that the exhibit makes of figures, sources and its own words have no clip in"
        " en: 'Zoom in'"
    )


def test_a_language_without_any_clip_is_told_once(content: Content) -> None:
    content.change("exhibit.yaml", "[en, pt]", "[en, pt, zh-Hans]")

    (missing,) = found(content)

    assert missing.file == "exhibit.yaml"
    assert missing.text.startswith("none of the ")
    assert missing.text.endswith(
        " sentences in zh-Hans has a clip, while there are clips in en and pt"
    )
    assert missing.hint == "`kiosk narrate --language zh-Hans` makes them"


def test_a_clip_that_can_t_be_opened_is_told_with_its_line(content: Content) -> None:
    clip = read_clips(ContentFolder.at(content.folder)).find(STEEL)
    assert clip is not None
    (content.folder / clip.name).unlink()
    index = content.folder / INDEX
    index.write_text(index.read_text("utf-8") + "by hand\n", "utf-8")

    told = found(content)

    assert {each.rule for each in told} == {"unreadable-clip"}
    assert [each.line for each in told] == [clip.line, len(index.read_text("utf-8").splitlines())]
    assert told[0].text.startswith(f"{clip.name} can't be played: ")


def test_while_there_are_errors_no_clip_is_called_stale(content: Content) -> None:
    content.change(SHENZHEN, "kind: story", "kind: stroy")

    assert "stale-clip" not in {each.rule for each in found(content)}


def test_a_comment_allows_a_text_without_a_clip(content: Content) -> None:
    comment = "      # allow missing-clip: it is read by a guide\n      en: A tough steel."
    content.change(SHENZHEN, "      en: A strong steel.", comment)
    reading = read_exhibit(content.folder)

    def listen(folder: Path) -> tuple[PlacedMessage, ...]:
        return check_speech(folder, ignore)

    heard = whole_check(content.folder, reading, listen=listen)
    assert {each.rule for each in heard} & {"missing-clip", "unused-silence"} == set()
    fast = whole_check(content.folder, reading)
    assert {each.rule for each in fast} & {"stale-clip", "unused-silence"} == set()


def test_check_listens_unless_it_is_to_be_fast(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laying_out, "check_layout", lambda *_args, **_named: ())
    content.change(SHENZHEN, "A strong steel.", "A tough steel.")
    capsys.readouterr()

    assert main(["check", str(content.folder)]) == 0
    assert "a sentence has no clip in en: 'A tough steel.'" in capsys.readouterr().out
    assert main(["check", str(content.folder), "--fast"]) == 0
    assert "clip" not in capsys.readouterr().out
