"""Where sound goes: to a program, and to loudspeakers only if the settings say so."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.jobs import Jobs
from kiosk.speech.clips import Clips, Utterance, read_clips
from kiosk.speech.engine import Engine
from kiosk.speech.muting import Muting
from kiosk.speech.output import NotPlayed, Sounding, SoundOutput
from kiosk.speech.sound import louder
from kiosk.speech.speaker import Speaker
from kiosk.speech.speech import MachineSpeech
from kiosk.text.folder import ContentFolder
from tests.speech.engines import RATE, good_engine, tone
from tests.speech.test_clips import clip_of, folder_with
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HELLO = Utterance("Qianhai has grown.", "en")

PLAYER = """#!{python}
import os, pathlib, sys
folder = pathlib.Path({folder!r})
(folder / 'arguments').write_text(' '.join(sys.argv[1:]))
with (folder / 'samples').open('ab') as out:
    {body}
"""


class FakePlayer:
    """An `aplay` that keeps what it is given."""

    def __init__(self, folder: Path, body: str = "out.write(sys.stdin.buffer.read())") -> None:
        self.folder = folder
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        program = bin_folder / "aplay"
        program.write_text(PLAYER.format(python=sys.executable, folder=str(folder), body=body))
        program.chmod(0o755)
        # What a Python of a virtual environment needs of the system is found by its own path.
        self.environment = {"PATH": str(bin_folder), "HOME": str(folder)}

    @property
    def samples(self) -> bytes:
        path = self.folder / "samples"
        return path.read_bytes() if path.exists() else b""

    @property
    def arguments(self) -> str:
        return (self.folder / "arguments").read_text("utf-8")

    def output(self, *, is_in: bool | None = True, wanted: str = "headphones") -> SoundOutput:
        return SoundOutput(wanted, environment=self.environment, plugged_in=lambda: is_in)


@needs("aplay")
def test_alsa_is_given_every_sample(tmp_path: Path) -> None:
    """A real aplay, with a device that writes a file in place of a card."""
    taken = tmp_path / "taken"
    (tmp_path / ".asoundrc").write_text(
        f'pcm.taken {{ type file slave.pcm {{ type null }} file "{taken}" format raw }}\n'
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    sound = tone(0.5, rate=22_050)
    SoundOutput("headphones", "taken", environment, plugged_in=lambda: None).play(sound, Sounding())
    assert taken.read_bytes().startswith(sound.samples)


@pytest.fixture
def player(tmp_path: Path) -> FakePlayer:
    (tmp_path / "player").mkdir()
    return FakePlayer(tmp_path / "player")


def test_every_sample_arrives_as_loud_as_it_was_wanted(player: FakePlayer) -> None:
    sound = tone(0.5)
    player.output().play(sound, Sounding(volume=0.5))
    assert player.samples == louder(sound.samples, 0.5)
    assert "-f S16_LE -c 1 -r 8000" in player.arguments


def test_a_house_that_is_silent_is_so_at_once_and_no_longer_than_it_should(
    player: FakePlayer,
) -> None:
    muting = Muting()
    output = replace(player.output(), muting=muting)
    sound = tone(0.1)
    for is_on in (True, False):
        muting.set_muted(is_on)
        output.play(sound, Sounding())

    assert player.samples == louder(sound.samples, 0.0) + sound.samples


def test_a_device_that_is_named_is_used(player: FakePlayer) -> None:
    output = SoundOutput(
        "headphones", "plughw:CARD=Keypad", player.environment, plugged_in=lambda: None
    )
    output.play(tone(0.1), Sounding())
    assert "-D plughw:CARD=Keypad" in player.arguments


@pytest.mark.parametrize(
    ("wanted", "device", "is_in", "told", "reason"),
    [
        ("headphones", "", True, None, ""),
        ("headphones", "", False, None, "no headphones are plugged in"),
        ("headphones", "", None, None, "no socket tells"),
        ("headphones", "", None, True, ""),
        ("headphones", "plughw:1", None, None, ""),
        ("headphones", "plughw:1", None, False, "no headphones are plugged in"),
        ("loudspeaker", "", None, None, ""),
        ("loudspeaker", "", False, None, ""),
        ("off", "plughw:1", True, True, "off"),
    ],
)
def test_loudspeakers_only_if_the_settings_say_so(
    player: FakePlayer,
    wanted: str,
    device: str,
    is_in: bool | None,
    told: bool | None,
    reason: str,
) -> None:
    output = SoundOutput(wanted, device, player.environment, plugged_in=lambda: is_in)
    assert bool(output.refusal(told)) is bool(reason)
    assert reason in output.refusal(told)
    if reason:
        with pytest.raises(NotPlayed, match=reason):
            output.play(tone(0.1), Sounding(headphones=told))
        assert not player.samples


def test_headphones_that_are_pulled_out_are_silence_in_the_middle(player: FakePlayer) -> None:
    looks = iter([True, True, False])
    slow = FakePlayer(
        _new(player.folder / "slow"),
        "import time\n    while piece := sys.stdin.buffer.read(160): out.write(piece);"
        " out.flush(); time.sleep(0.02)",
    )
    output = SoundOutput(environment=slow.environment, plugged_in=lambda: next(looks, False))
    sound = tone(5.0)
    with pytest.raises(NotPlayed, match="no headphones"):
        output.play(sound, Sounding())
    assert len(slow.samples) < len(sound.samples) / 2


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("body", ["sys.exit(3)", "sys.stdin.buffer.read(100); sys.exit(3)"])
def test_a_player_that_ends_early_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(NotPlayed, match="ended with 3"):
        FakePlayer(tmp_path, body).output().play(tone(3.0), Sounding())


def test_a_player_that_never_ends_keeps_no_sentence(tmp_path: Path) -> None:
    """PulseAudio ends a program up to 2 seconds after its last sample."""
    body = "out.write(sys.stdin.buffer.read()); out.flush()\n    import time; time.sleep(600)"
    player = FakePlayer(tmp_path, body)
    sound = tone(0.2)
    player.output().play(sound, Sounding())
    assert player.samples == sound.samples


def test_a_player_that_listens_no_more_and_stays_keeps_no_sentence(tmp_path: Path) -> None:
    """Nothing could be spoken after it until the exhibit began anew."""
    body = "os.close(0)\n    import time; time.sleep(600)"
    with pytest.raises(NotPlayed, match="takes no more sound"):
        FakePlayer(tmp_path, body).output().play(tone(3.0), Sounding())


def test_without_a_program_nothing_can_be_spoken(tmp_path: Path) -> None:
    output = SoundOutput("loudspeaker", environment={"PATH": str(tmp_path)})
    assert not output.is_possible
    assert "alsa-utils" in output.refusal()
    speech = MachineSpeech([], Engine(good_engine(tmp_path)), output)
    assert not speech.can_speak("en")


def test_a_sound_server_plays_where_one_runs(tmp_path: Path, player: FakePlayer) -> None:
    programs = player.folder / "bin"
    (programs / "paplay").symlink_to(programs / "aplay")
    environment = {**player.environment, "XDG_RUNTIME_DIR": str(tmp_path)}
    assert SoundOutput(environment=environment).program == "aplay"
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert SoundOutput(environment=environment).program == "paplay"
    assert SoundOutput(device="hw:1", environment=environment).program == "aplay"


def test_a_clip_is_spoken_and_what_has_none_by_the_engine(
    tmp_path: Path, player: FakePlayer, qtbot: QtBot
) -> None:
    other = Utterance("Nobody has recorded this.", "en")
    folder = folder_with(tmp_path / "content", clip_of(HELLO))
    engine = Engine(good_engine(tmp_path))
    speech = MachineSpeech([read_clips(folder)], engine, player.output())
    assert speech.can_speak("en")
    speaker = Speaker(speech)
    speaker.set_volume(99)
    with qtbot.waitSignal(speaker.ended):
        speaker.say([HELLO, other])
    clip = tone(0.1)
    assert player.samples == clip.samples + engine.speak(other).samples


def test_faster_is_shorter(player: FakePlayer, tmp_path: Path) -> None:
    speech = MachineSpeech([], Engine(good_engine(tmp_path)), player.output())
    speech.speak(HELLO, Sounding(), 2.0)
    assert len(player.samples) / 2 / RATE == pytest.approx(0.1, abs=0.03)


def test_clips_are_spoken_where_the_machine_has_no_engine(
    tmp_path: Path, player: FakePlayer
) -> None:
    folder = folder_with(tmp_path / "content", clip_of(HELLO))
    speech = MachineSpeech([read_clips(folder)], None, player.output())
    assert speech.can_speak("en")
    assert not speech.can_speak("pt")
    with pytest.raises(NotPlayed) as refused:
        speech.speak(Utterance("Something else.", "en"), Sounding(), 1.0)
    assert not refused.value.is_for_all


def test_stopping_is_silence_at_once_and_leaves_no_program_behind(
    tmp_path: Path, qtbot: QtBot
) -> None:
    player = FakePlayer(
        tmp_path,
        "(folder / 'pid').write_text(str(os.getpid()))\n"
        "    import time\n"
        "    while piece := sys.stdin.buffer.read(160): time.sleep(0.02)",
    )
    jobs = Jobs(pauses=())

    def work() -> None:
        player.output().play(tone(30.0), Sounding())

    jobs.ask("sound", work)
    qtbot.waitUntil(lambda: (tmp_path / "pid").exists() and bool((tmp_path / "pid").read_text()))
    jobs.rest()
    assert not os.path.exists(f"/proc/{(tmp_path / 'pid').read_text()}")  # noqa: PTH110


def test_an_empty_folder_says_nothing(tmp_path: Path, player: FakePlayer) -> None:
    speech = MachineSpeech([Clips(ContentFolder.at(tmp_path))], None, player.output())
    assert not speech.can_speak("en")
