"""Films as nobody should make them: each is played as far as it goes, or ends in a word."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QSize

from kiosk.film.film_decoders import PlayedFilm
from kiosk.film.player import Player, Playing
from kiosk.film.probing import probe
from tests.film.film_files import needs_media, write_film
from tests.journeys.visitor import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SIZE = QSize(320, 320)
_MILLISECONDS = Fraction(1, 1000)


@pytest.fixture
def player(qapp: object) -> Iterator[Player]:
    needs_media()
    player = Player()
    yield player
    player.close()
    player.decoders.await_ends()


def _timed(file: Path, times: Iterable[int]) -> None:
    """Pictures that become brighter, at these milliseconds."""
    import av

    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        stream.codec_context.time_base = _MILLISECONDS
        for number, at in enumerate(times):
            picture = np.full((90, 160, 3), min(255, number * 6), np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = at, _MILLISECONDS
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)


def _joined(file: Path, parts: list[Path], *, without_whole: bool = False) -> None:
    """The pictures of several films as those of one; perhaps without any whole picture."""
    import av

    number = 0
    with av.open(str(file), "w") as container:
        stream: Any = None
        for part in parts:
            with av.open(str(part)) as source:
                if stream is None:
                    stream = container.add_stream_from_template(source.streams.video[0])
                for packet in source.demux(source.streams.video[0]):
                    if not packet.size or (without_whole and packet.is_keyframe):
                        continue
                    packet.stream, packet.time_base = stream, _MILLISECONDS
                    packet.pts = packet.dts = number * 40
                    number += 1
                    container.mux(packet)


def _open(player: Player, file: Path) -> None:
    player.open(PlayedFilm(file), SIZE, SIZE)


def test_a_clock_that_begins_elsewhere_is_counted_from_there(
    player: Player, tmp_path: Path
) -> None:
    _timed(tmp_path / "late.mkv", range(100_000, 101_600, 40))
    _open(player, tmp_path / "late.mkv")
    wait_until(lambda: player.state is Playing.PLAYING)
    assert 1_500 < player.duration < 1_700
    wait_until(lambda: player.state is Playing.ENDED)
    player.seek(800)
    wait_until(lambda: not player.decoders.is_stale)
    image = player.image
    assert image is not None
    assert 90 < image.pixelColor(9, 9).lightness() < 150


@pytest.mark.parametrize(
    "times",
    [
        pytest.param(range(-1_000, 600, 40), id="before 0"),
        pytest.param([0, 5, 300, 310, 320, 1_500], id="uneven"),
        pytest.param([0], id="one alone"),
        pytest.param(range(0, 1_000, 4), id="250 in a second"),
    ],
)
def test_whatever_its_times_are_it_is_shown_to_its_end(
    player: Player, tmp_path: Path, times: Iterable[int]
) -> None:
    _timed(tmp_path / "film.mkv", times)
    _open(player, tmp_path / "film.mkv")
    wait_until(lambda: player.state is Playing.ENDED)
    assert player.image is not None


def test_pictures_of_another_shape_keep_it(player: Player, tmp_path: Path) -> None:
    write_film(tmp_path / "wide.mp4", seconds=0.4, codec="libx264", sound=None)
    write_film(tmp_path / "high.mp4", seconds=2, codec="libx264", sound=None, size=(90, 160))
    for name in ("wide", "high"):
        _raw(tmp_path / f"{name}.mp4", tmp_path / f"{name}.h264")
    _joined(tmp_path / "both.mkv", [tmp_path / "wide.h264", tmp_path / "high.h264"])
    _open(player, tmp_path / "both.mkv")
    wait_until(lambda: player.image is not None and player.image.size() == QSize(320, 180))
    wait_until(lambda: player.image is not None and player.image.size() == QSize(180, 320))


def _raw(film: Path, file: Path) -> None:
    """The pictures of a film alone, each with all that its decoder needs."""
    import av

    with av.open(str(film)) as source, av.open(str(file), "w") as container:
        stream = container.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.size:
                packet.stream = stream
                container.mux(packet)


def test_without_a_whole_picture_nothing_is_shown_and_the_check_says_so(
    player: Player, tmp_path: Path
) -> None:
    write_film(tmp_path / "film.mp4", seconds=2, codec="libx264", sound=None, apart=1_000)
    _joined(tmp_path / "none.mkv", [tmp_path / "film.mp4"], without_whole=True)
    assert probe(tmp_path / "none.mkv").failure == "has no picture that can be decoded"


def test_a_recording_with_a_cover_is_no_film(player: Player, tmp_path: Path) -> None:
    import av
    from av.stream import Disposition

    with av.open(str(tmp_path / "song.mp4"), "w") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuvj420p"
        stream.disposition = Disposition.attached_pic
        picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
        for packet in (*stream.encode(picture), *stream.encode()):
            container.mux(packet)
    _open(player, tmp_path / "song.mp4")
    wait_until(lambda: player.state is Playing.FAILED)
    assert probe(tmp_path / "song.mp4").failure == "has no picture"


def test_a_film_that_is_cut_off_is_shown_as_far_as_it_goes_and_told(
    player: Player, tmp_path: Path
) -> None:
    write_film(tmp_path / "film.mkv", seconds=12, sound=None)
    whole = (tmp_path / "film.mkv").read_bytes()
    (tmp_path / "cut.mkv").write_bytes(whole[: len(whole) // 8])
    assert probe(tmp_path / "film.mkv").failure == ""
    assert probe(tmp_path / "cut.mkv").failure == "is cut off: its end can't be decoded"
    _open(player, tmp_path / "cut.mkv")
    wait_until(lambda: player.state is Playing.ENDED)
    assert player.image is not None
