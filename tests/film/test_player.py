"""A film is played in time by a clock, and whatever its file or its decoder does ends in a word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize

from kiosk.film.decoder import Decoder
from kiosk.film.decoder_process import DecoderProcess
from kiosk.film.film_decoders import PlayedFilm
from kiosk.film.player import PATIENCE_SECONDS, Player, Playing
from tests.clock import Clock
from tests.film.film_files import Program, needs_media, write_film, write_sound
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SIZE = QSize(320, 320)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def player(qapp: object, clock: Clock) -> Iterator[Player]:
    needs_media()
    player = Player(clock=clock)
    yield player
    player.close()
    player.decoders.await_ends()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    needs_media()
    write_film(tmp_path / "film.mp4")
    return tmp_path / "film.mp4"


def _open(player: Player, file: Path, signing: Path | None = None) -> None:
    player.open(PlayedFilm(file, signing), SIZE, SIZE)


def _light(player: Player) -> int:
    image = player.image
    assert image is not None
    return image.pixelColor(image.width() // 2, image.height() // 2).lightness()


def _has_more(decoder: Decoder) -> bool:
    """Whether there is a picture to be shown, or none will come any more."""
    return decoder.has_picture_waiting or decoder.is_over


def _play_on(player: Player, clock: Clock, *, pictures: int) -> None:
    """Let so many pictures be shown: the clock goes in steps that those ahead cover."""
    for _ in range(pictures):
        clock.now += 0.04
        main = player.decoders.main
        assert main is not None
        wait_until(partial(_has_more, main))
        player.tick()


def _state(player: Player) -> Playing:
    return player.state


def _wait_for_picture(player: Player) -> None:
    wait_until(lambda: player.state is Playing.PLAYING)


def test_a_film_is_shown_in_its_shape_and_by_the_clock(
    player: Player, film: Path, clock: Clock
) -> None:
    _open(player, film)
    assert player.state is Playing.OPENING
    assert player.image is None
    _wait_for_picture(player)
    assert player.image is not None
    assert player.image.size() == QSize(320, 180)
    assert _light(player) < 10
    assert player.position == 0

    for _ in range(25):
        clock.now += 0.04
        wait_until(
            lambda: player.decoders.main is not None and player.decoders.main.has_picture_waiting
        )
        player.tick()
    assert 100 < _light(player) < 155
    assert player.position == pytest.approx(1_000, abs=1)


def test_a_film_of_a_telephone_that_was_held_upright_stands_upright(
    player: Player, tmp_path: Path
) -> None:
    write_film(tmp_path / "held.mp4", upright=True)
    _open(player, tmp_path / "held.mp4")
    _wait_for_picture(player)
    image = player.image
    assert image is not None

    assert image.size() == QSize(180, 320)
    assert image.pixelColor(90, 80).lightness() < 20
    # What was at the right is below.
    assert image.pixelColor(90, 240).lightness() > 235


def test_the_end_comes_by_itself_and_it_can_be_played_again(
    player: Player, film: Path, clock: Clock
) -> None:
    _open(player, film)
    _wait_for_picture(player)
    for _ in range(60):
        clock.now += 0.04
        if player.state is Playing.PLAYING:
            main = player.decoders.main
            assert main is not None
            wait_until(partial(_has_more, main))
            player.tick()
    assert player.state is Playing.ENDED
    assert _light(player) > 245

    player.turn()
    wait_until(lambda: _light(player) < 20)
    assert player.is_playing


def test_a_pause_stands_still_and_goes_on(player: Player, film: Path, clock: Clock) -> None:
    _open(player, film)
    _wait_for_picture(player)
    clock.now += 0.5
    player.turn()
    assert player.state is Playing.PAUSED
    clock.now += 100
    player.tick()
    assert player.position == 500
    assert player.state is Playing.PAUSED
    player.turn()
    clock.now += 0.25
    assert player.position == 750


def test_ten_seconds_back_are_the_beginning_of_a_short_film(
    player: Player, film: Path, clock: Clock
) -> None:
    _open(player, film)
    _wait_for_picture(player)
    for _ in range(20):
        clock.now += 0.04
        wait_until(
            lambda: player.decoders.main is not None and player.decoders.main.has_picture_waiting
        )
        player.tick()
    assert _light(player) > 80

    player.back()
    assert player.position == 0
    wait_until(lambda: _light(player) < 30)


def test_another_size_goes_on_where_it_was(player: Player, film: Path, clock: Clock) -> None:
    _open(player, film)
    _wait_for_picture(player)
    for _ in range(25):
        clock.now += 0.04
        wait_until(
            lambda: player.decoders.main is not None and player.decoders.main.has_picture_waiting
        )
        player.tick()
    lights = [_light(player)]

    def note() -> None:
        lights.append(_light(player))

    player.framed.connect(note)

    player.resize(QSize(640, 640), SIZE)
    assert player.image is not None, "what was shown stays until there is more"
    wait_until(lambda: player.image is not None and player.image.width() == 640)
    assert player.position == pytest.approx(1_000, abs=45)
    assert min(lights) > 100


def test_who_signs_is_shown_beside_it(player: Player, film: Path, tmp_path: Path) -> None:
    signing = tmp_path / "signing.webm"
    write_film(signing, codec="libvpx", sound=None)
    _open(player, film, signing)
    _wait_for_picture(player)
    assert player.signing_image is None

    player.set_signing(True)
    wait_until(lambda: player.signing_image is not None)
    player.set_signing(False)
    assert player.signing_image is None
    assert player.is_playing


def test_without_who_signs_the_film_goes_on(player: Player, film: Path, tmp_path: Path) -> None:
    broken = tmp_path / "signing.webm"
    broken.write_bytes(b"nothing of a film")
    _open(player, film, broken)
    _wait_for_picture(player)
    player.set_signing(True)
    wait_until(lambda: player.decoders.signing is None)
    assert player.is_playing


def test_nothing_is_heard_until_it_is_asked_for(player: Player, film: Path, tmp_path: Path) -> None:
    heard: list[bool] = []
    program = Program(tmp_path / "heard")
    player.set_output(program)  # type: ignore[arg-type]
    player.sounding.connect(heard.append)
    _open(player, film)
    _wait_for_picture(player)
    assert heard == []
    assert not program.file.exists()

    player.set_sound(True)
    wait_until(lambda: program.file.exists() and program.file.stat().st_size > 48_000)
    samples = memoryview(program.file.read_bytes()[:40_000]).cast("h")
    assert max(samples) > 4_000
    player.pause()
    assert heard == [True, False]


def _loudest(file: Path) -> int:
    samples = memoryview(file.read_bytes()[:40_000]).cast("h")
    return max(samples)


@pytest.mark.parametrize(("own", "house"), [(0.25, 1.0), (1.0, 0.25), (0.5, 0.5)])
def test_it_is_as_loud_as_somebody_wants_and_never_louder_than_the_house_allows(
    player: Player, film: Path, tmp_path: Path, own: float, house: float
) -> None:
    program = Program(tmp_path / "heard")
    program.loudest = house
    player.set_output(program)  # type: ignore[arg-type]
    player.set_loudness(own)
    _open(player, film)
    _wait_for_picture(player)
    player.set_sound(True)
    wait_until(lambda: program.file.exists() and program.file.stat().st_size > 48_000)
    assert 1_000 < _loudest(program.file) < 2_400


def test_a_house_that_becomes_silent_silences_what_is_heard(
    player: Player, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, loudness = Program(tmp_path / "heard"), list[float]()
    player.set_output(program)  # type: ignore[arg-type]
    _open(player, film)
    _wait_for_picture(player)
    player.set_sound(True)
    wait_until(lambda: program.file.exists() and program.file.stat().st_size > 4_800)
    monkeypatch.setattr(Decoder, "set_loudness", lambda _, wanted: loudness.append(wanted))
    for program.loudest in (0.0, 1.0):
        player.set_output(program)  # type: ignore[arg-type]

    assert loudness == [0.0, 1.0]


def test_the_description_is_heard_in_place_of_the_sound(
    player: Player, tmp_path: Path, clock: Clock
) -> None:
    write_film(tmp_path / "silent.mp4", sound=None, seconds=4)
    write_sound(tmp_path / "described.wav", seconds=4)
    program, heard = Program(tmp_path / "heard"), list[bool]()
    player.set_output(program)  # type: ignore[arg-type]
    player.sounding.connect(heard.append)
    player.open(PlayedFilm(tmp_path / "silent.mp4", None, tmp_path / "described.wav"), SIZE, SIZE)
    _wait_for_picture(player)
    player.set_description(True)
    wait_until(lambda: program.file.exists() and program.file.stat().st_size > 48_000)
    assert _loudest(program.file) > 4_000
    player.set_description(False)
    assert player.decoders.described is None
    assert not player.wants_description
    assert heard[0]


def test_a_description_that_cannot_be_played_leaves_the_film(
    player: Player, film: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "described.mp3").write_bytes(os.urandom(20_000))
    player.set_output(Program(tmp_path / "heard"))  # type: ignore[arg-type]
    player.open(PlayedFilm(film, None, tmp_path / "described.mp3"), SIZE, SIZE)
    _wait_for_picture(player)
    player.set_description(True)
    wait_until(lambda: not player.wants_description)
    assert player.state is Playing.PLAYING
    assert "its description is not heard" in caplog.text


def test_it_goes_on_from_any_moment_and_a_paused_one_shows_it(
    player: Player, film: Path, clock: Clock
) -> None:
    _open(player, film)
    _wait_for_picture(player)
    player.pause()
    player.seek(1_000)
    assert _state(player) is Playing.PAUSED
    wait_until(lambda: 100 < _light(player) < 155)
    assert player.position == 1_000

    player.play()
    _wait_for_picture(player)
    player.seek(1_600)
    assert player.is_playing
    wait_until(lambda: _light(player) > 190)
    assert player.position == 1_600

    player.seek(100_000)
    assert player.position < player.duration
    player.seek(-5)
    assert player.position == 0


def test_where_whole_pictures_are_far_apart_it_goes_on_before_what_was_asked_for(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decoder has to begin at a whole picture; nobody waits for long until it is there."""
    write_film(tmp_path / "film.mp4", seconds=40, size=(640, 360), apart=1_000, sound=None)
    _open(player, tmp_path / "film.mp4")
    _wait_for_picture(player)
    player.seek(39_000)
    _wait_for_picture(player)
    assert 0 <= player.position <= 39_000
    assert player.state is Playing.PLAYING


def test_a_recording_has_no_pictures_and_lasts_as_long_as_it_says(
    player: Player, tmp_path: Path, clock: Clock
) -> None:
    write_sound(tmp_path / "voice.wav")
    _open(player, tmp_path / "voice.wav")
    _wait_for_picture(player)
    assert player.image is None
    assert player.duration == 2_000
    clock.now += 2.1
    player.tick()
    assert player.state is Playing.ENDED


def test_without_a_picture_for_four_seconds_it_is_given_up_and_the_log_says_so(
    player: Player,
    film: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def started(*_: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(60)"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    monkeypatch.setattr(DecoderProcess, "_started", started)
    _open(player, film)
    clock.now += PATIENCE_SECONDS
    player.tick()
    assert _state(player) is Playing.OPENING
    clock.now += 0.1
    player.tick()
    assert _state(player) is Playing.FAILED
    assert (
        "film.mp4 is not played and its picture stays: no picture within 4 seconds" in caplog.text
    )


def test_a_decoder_that_ends_takes_only_the_film_with_it(
    player: Player, film: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _open(player, film)
    _wait_for_picture(player)
    assert player.decoders.main is not None
    child = player.decoders.main._process._child
    assert child is not None
    os.kill(child.pid, signal.SIGSEGV)
    wait_until(lambda: player.state is Playing.FAILED)
    assert "its decoder has ended" in caplog.text


def test_a_film_that_is_closed_leaves_no_process(player: Player, film: Path) -> None:
    _open(player, film)
    _wait_for_picture(player)
    assert player.decoders.main is not None
    child = player.decoders.main._process._child
    assert child is not None
    player.close()
    wait_until(lambda: child.poll() is not None)
    assert player.state is Playing.NOTHING


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        pytest.param("film.mp4", lambda _: b"", id="empty"),
        pytest.param("film.mp4", lambda _: b"<html>" * 1_000, id="no film"),
        pytest.param("film.mp4", _cut, id="cut off"),
        pytest.param("film.mp4", lambda each: each[:200] + os.urandom(4_000), id="noise"),
        pytest.param("film.mp4", lambda _: b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", id="a playlist"),
        pytest.param("film.webm", lambda each: each, id="another container than it says"),
        pytest.param("film.mkv", lambda _: b"\x1aE\xdf\xa3" + b"\xff" * 5_000, id="endless sizes"),
    ],
)
def test_a_file_that_is_no_film_ends_in_a_word(
    player: Player,
    film: Path,
    tmp_path: Path,
    name: str,
    make: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = tmp_path / "hostile" / name
    file.parent.mkdir()
    file.write_bytes(make(film.read_bytes()))
    _open(player, file)
    wait_until(lambda: player.state is Playing.FAILED)
    assert "is not played and its picture stays" in caplog.text


@pytest.mark.parametrize("kind", ["missing", "pipe", "folder", "large"])
def test_what_is_no_plain_file_is_never_opened(player: Player, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "film.mp4"
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind == "large":
        file.touch()
        os.truncate(file, 2**30)
    _open(player, file)
    wait_until(lambda: player.state is Playing.FAILED)


def test_a_picture_of_too_many_pixels_is_refused(
    player: Player, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_film(tmp_path / "large.mp4", seconds=0.1, size=(2560, 1440), sound=None)
    _open(player, tmp_path / "large.mp4")
    wait_until(lambda: player.state is Playing.FAILED)
    assert "has 2,560 × 1,440 pixels, which are too many" in caplog.text
