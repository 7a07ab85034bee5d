"""The command that speaks: what it is given, and what becomes of one that is hostile."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.speech.bounded_process import ProgramFailed, answer_of
from kiosk.speech.clips import Utterance
from kiosk.speech.engine import Engine
from kiosk.speech.sound import NotSound
from tests.speech.engines import HOSTILE, good_engine, written
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

HELLO = Utterance("Four point two billion yuan.", "en")


def test_a_sentence_becomes_sound(tmp_path: Path) -> None:
    assert Engine(good_engine(tmp_path)).speak(HELLO).seconds == pytest.approx(0.2)


@pytest.mark.parametrize("program", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_engine_is_an_error_and_nothing_else(tmp_path: Path, program: str) -> None:
    engine = Engine(written(tmp_path, program))
    with pytest.raises((ProgramFailed, NotSound)):
        engine.speak(HELLO, seconds=2)


def test_why_an_engine_failed_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ProgramFailed, match="ended with 1: out of order"):
        Engine(written(tmp_path, HOSTILE["ends with 1"])).speak(HELLO)


def test_what_an_engine_has_started_is_ended_with_it(tmp_path: Path) -> None:
    record = tmp_path / "pid"
    command = written(
        tmp_path,
        f"""
        import pathlib, subprocess, sys
        child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])
        pathlib.Path({str(record)!r}).write_text(str(child.pid))
        """,
    )
    with pytest.raises(ProgramFailed):
        answer_of(command, b"", seconds=2, limit=100)
    stat = f"/proc/{record.read_text('utf-8')}/stat"
    until = time.monotonic() + 20
    while os.path.exists(stat) and " Z " not in _first_line(stat):  # noqa: PTH110
        assert time.monotonic() < until, "it still runs"
        time.sleep(0.05)


def _first_line(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            return file.readline()
    except OSError:
        return " Z "


def test_an_engine_that_nobody_waits_for_is_ended(tmp_path: Path) -> None:
    engine = Engine(written(tmp_path, HOSTILE["never ends"]))
    with pytest.raises(ProgramFailed, match="nobody waits"):
        engine.speak(HELLO, is_wanted=bool)


def test_no_shell_reads_the_command_and_no_words_are_arguments(tmp_path: Path) -> None:
    """What a curator wrote can neither name a file nor start another program."""
    trap = tmp_path / "trap"
    evil = Utterance(f"$(touch {trap}); `touch {trap}` | touch {trap}", "en")
    Engine((*good_engine(tmp_path), f"; touch {trap}")).speak(evil)
    assert not trap.exists()


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    engine = Engine((str(tmp_path / "nothing"),))
    assert not engine.is_there
    with pytest.raises(ProgramFailed, match="does not start"):
        engine.speak(HELLO)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en-gb"), ("zh-Hant", "yue"), ("zh-Hans", "cmn"), ("pt", "pt"), ("fr", "fr")],
)
def test_espeak_is_told_the_language_by_its_own_tags(language: str, tag: str) -> None:
    assert Engine(("espeak-ng", "-v", "{language}")).arguments(language) == ("espeak-ng", "-v", tag)
    assert Engine(("piper", "{language}.onnx")).arguments(language) == (
        "piper",
        f"{language}.onnx",
    )


@needs("espeak-ng")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The first sentence."),
        ("zh-Hant", "第一句。"),
        ("zh-Hans", "第一句。"),
        ("pt", "A primeira frase."),
    ],
)
def test_espeak_speaks_the_four_languages(language: str, words: str) -> None:
    engine = Engine(("espeak-ng", "-v", "{language}", "--stdin", "--stdout"))
    assert engine.speaks(language)
    assert 0.3 < engine.speak(Utterance(words, language)).seconds < 10
