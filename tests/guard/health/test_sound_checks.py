"""What `kiosk doctor` says of the program that plays, of the engine, and of left and right."""

from __future__ import annotations

import datetime
import os
import struct
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.check_result import CheckStatus
from kiosk.guard.health.machine_checks import Machine
from kiosk.guard.health.sound_checks import check_engine, check_sides, check_sound
from kiosk.settings.settings import Settings
from kiosk.settings.settings_file import SettingsReading
from kiosk.speech.output import NotPlayed, SoundOutput
from kiosk.speech.sides import play_sides
from tests.exhibit.sound_content import sound_content
from tests.speech.engines import HOSTILE, good_engine, tone, written
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.guard.check_result import CheckResult

CARDS = """ 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xf7f10000 irq 31
 1 [Keypad         ]: USB-Audio - Keypad
                      Storm Interface Keypad at usb-0000:00:14.0-1
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """One with two cards, aplay, opusdec and a socket that tells that headphones are in."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("aplay", "opusdec"):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    content = sound_content(tmp_path / "content").folder
    (tmp_path / "cards").write_text(CARDS)
    settings = Settings(content, sound_engine=good_engine(tmp_path))
    return Machine(
        SettingsReading(settings, file=tmp_path / "settings.yaml"),
        environment={"PATH": str(programs), "HOME": str(tmp_path)},
        now=datetime.datetime(2026, 11, 23, 12, 0),
        sound_cards=tmp_path / "cards",
    )


def told(machine: Machine, **settings: object) -> Machine:
    """The machine with other settings."""
    reading = machine.reading
    changed = replace(reading.settings, **settings)  # type: ignore[arg-type]
    return replace(machine, reading=reading._replace(settings=changed))


def said(result: CheckResult) -> tuple[CheckStatus, str]:
    return result.state, result.message


def test_an_exhibit_without_sound_has_nothing_to_do(machine: Machine) -> None:
    silent = told(machine, sound_output="off")
    (machine.reading.settings.content.parent / "bin" / "aplay").unlink()

    assert said(check_sound(silent)) == (CheckStatus.OK, "off, as sound.output says")
    assert said(check_engine(silent))[0] is CheckStatus.OK


@pytest.mark.parametrize(
    ("program", "message", "hint"),
    [
        (
            "aplay",
            "there is neither aplay nor a sound server with paplay, so nothing is heard",
            "install alsa-utils, or write sound.output: off",
        ),
        (
            "opusdec",
            "aplay plays, but clips can't be decoded: there is no opusdec",
            "install opus-tools",
        ),
    ],
)
def test_a_program_that_is_missing_is_named_with_its_package(
    machine: Machine, tmp_path: Path, program: str, message: str, hint: str
) -> None:
    (tmp_path / "bin" / program).unlink()

    result = check_sound(machine)

    assert said(result) == (CheckStatus.WARNING, message)
    assert result.hint == hint


def test_a_machine_without_a_sound_card_is_told(machine: Machine) -> None:
    machine.sound_cards.write_text("--- no soundcards ---\n")
    assert check_sound(machine).message == "there is no sound card"
    machine.sound_cards.unlink()
    assert check_sound(machine).message == "there is no sound card"


@pytest.mark.parametrize("device", ["plughw:CARD=Keypad", "hw:1,0", "plughw:Keypad,0", "headset"])
def test_a_device_that_is_there_is_named(machine: Machine, device: str) -> None:
    """What no card is called may be a device of the system's own configuration."""
    found = check_sound(told(machine, sound_device=device))

    assert said(found) == (CheckStatus.OK, f"aplay plays on {device}")


def test_a_card_that_is_not_plugged_in_is_told_with_those_that_are(machine: Machine) -> None:
    found = check_sound(told(machine, sound_device="plughw:CARD=Keypad2"))

    assert said(found) == (
        CheckStatus.ERROR,
        "sound.device is plughw:CARD=Keypad2, but the sound cards are PCH and Keypad",
    )


def test_the_machines_own_device_plays_while_headphones_are_in(machine: Machine) -> None:
    """Whether any socket tells that they are is said of headphones."""
    assert said(check_sound(machine)) == (
        CheckStatus.OK,
        "aplay plays while headphones are in",
    )


def test_loudspeakers_are_named(machine: Machine) -> None:
    assert check_sound(told(machine, sound_output="loudspeaker")).message == (
        "aplay plays on the machine's own device, through loudspeakers too"
    )


def test_an_engine_is_asked_to_speak_every_language_of_the_exhibit(
    machine: Machine, tmp_path: Path
) -> None:
    found = check_engine(machine)
    assert found.state is CheckStatus.OK
    assert found.message.endswith(" speaks en, zh-Hant, zh-Hans and pt")

    half = told(machine, sound_engine=good_engine(tmp_path, refuses="湾"))
    found = check_engine(half)
    assert found.state is CheckStatus.WARNING
    assert " does not speak zh-Hans: " in found.message
    assert "no such word" in found.message
    assert found.hint == "give it what it lacks, or make clips with `kiosk narrate`"


def test_an_engine_that_is_broken_missing_or_not_wanted_is_told(
    machine: Machine, tmp_path: Path
) -> None:
    broken = check_engine(told(machine, sound_engine=written(tmp_path, HOSTILE["ends with 1"])))
    assert " does not speak en, zh-Hant, zh-Hans or pt: " in broken.message

    absent = check_engine(told(machine, sound_engine=("espeak-ng", "--stdin")))
    assert said(absent) == (
        CheckStatus.WARNING,
        "espeak-ng is not there, so only clips are heard",
    )
    assert check_engine(told(machine, sound_engine=())).message == (
        "clips alone are heard, as sound.engine says"
    )


@needs("aplay")
def test_the_first_sound_is_at_the_left_and_the_second_at_the_right(tmp_path: Path) -> None:
    """A real aplay, with a device that writes a file in place of a card."""
    taken = tmp_path / "taken"
    (tmp_path / ".asoundrc").write_text(
        f'pcm.taken {{ type file slave.pcm {{ type null }} file "|cat >> {taken}" format raw }}\n'
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    output = SoundOutput("headphones", "taken", environment, plugged_in=lambda: None)
    sound = tone(0.25, rate=22_050)

    play_sides(output, sound, sound)

    heard = list(struct.iter_unpack("<hh", taken.read_bytes()))
    first, second = heard[: len(heard) // 2], heard[len(heard) // 2 :]
    assert any(left for left, _ in first)
    assert not any(right for _, right in first)
    assert any(right for _, right in second)
    assert not any(left for left, _ in second)


def test_left_and_right_are_played_and_a_refusal_is_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud = told(machine, sound_output="loudspeaker", sound_engine=())
    assert said(check_sides(aloud)) == (
        CheckStatus.OK,
        "one sound was played at the left, then one at the right",
    )

    result = check_sides(told(machine, sound_output="off"))
    assert said(result) == (
        CheckStatus.WARNING,
        "nothing was played: sound.output is off",
    )
    with pytest.raises(NotPlayed):
        play_sides(SoundOutput("off"), tone(0.1), tone(0.1))
