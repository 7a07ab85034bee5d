"""Looks into a film before it is shown to anybody, in a process with little time and memory.

That process runs this module too: `python -m kiosk.film.probing` is given a descriptor, opens what
it holds as the player would, and decodes some of it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from typing import TYPE_CHECKING, Any

import kiosk
from kiosk.film.decoding import limit_itself
from kiosk.film.failures import NotPlayable, failure, heard, in_words, told
from kiosk.film.film_source import begins_at, milliseconds, opened, picture_stream, sound_stream
from kiosk.film.formats import demuxer_of, has_picture
from kiosk.plain_file import FileRefused, NoSuchFile, NotPlain, TooLarge, open_plain
from kiosk.text.folder import FILM_LIMIT_BYTES
from kiosk.text.phrase import of_program

if TYPE_CHECKING:
    from av.container import InputContainer

    from kiosk.text.phrase import Phrase

SECONDS = 20
"""Of the processor; twice as long by the clock."""
_PICTURES = 50
_END_MS = 2_000
"""Some films stand still on their last picture for as long as this."""
_ANSWER_BYTES = 4_096


@dataclass(frozen=True)
class Probed:
    """What a film is: how long, and which size; or why it can't be played, in `failure`."""

    milliseconds: int = 0
    width: int = 0
    height: int = 0
    sounds: bool = False
    turned: int = 0
    """By how many degrees it has to be turned, as telephones write it; quarters are heeded."""
    failure: str = ""
    """One of `film/failures.py`."""
    is_endless: bool = False
    """Whether it was given up after its time."""


def probe(file: Path, seconds: int = SECONDS) -> Probed:
    """What a film is; whatever it does, an answer comes within twice the seconds."""
    try:
        film = open_plain(file, FILM_LIMIT_BYTES)
    except FileRefused as error:
        return Probed(failure=_refused(error))
    name = file.name
    try:
        if os.fstat(film).st_size == 0:
            return Probed(failure=failure("is empty: it has 0 bytes"))
        child = Popen(
            [
                *(sys.executable, "-m", "kiosk.film.probing", str(film)),
                *(demuxer_of(name), str(int(has_picture(name))), str(seconds)),
            ],
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
            pass_fds=(film,),
            cwd=Path(kiosk.__file__).parents[1],
        )
    finally:
        os.close(film)
    try:
        answer, _ = child.communicate(timeout=2 * seconds)
    except TimeoutExpired:
        child.kill()
        child.communicate()
        return _endless(seconds)
    if child.returncode == -signal.SIGXCPU:
        return _endless(seconds)
    with suppress(ValueError, TypeError, RecursionError):
        found = json.loads(answer[:_ANSWER_BYTES])
        if "failure" in found:
            return Probed(failure=heard(found["failure"]))
        return Probed(**found)
    return Probed(failure=failure("ends the program that reads it"))


def _endless(seconds: int) -> Probed:
    words = failure("takes longer than {seconds} seconds to be opened", seconds=seconds)
    return Probed(failure=words, is_endless=True)


def _refused(error: FileRefused) -> Phrase:
    match error:
        case NoSuchFile():
            return failure("is not there")
        case NotPlain(what=what):
            return failure("is {what}, not a plain file", what=of_program(what))
        case TooLarge(limit=limit):
            return failure("is larger than {limit} MiB", limit=limit // 2**20)
    return failure("can't be opened: {reason}", reason=of_program(error.reason))


def _found(container: InputContainer, *, pictures: bool) -> dict[str, Any]:
    """What the player would find, with the first pictures and the last ones decoded."""
    heard = sound_stream(container)
    found = {"milliseconds": milliseconds(container), "sounds": heard is not None}
    if not pictures:
        if heard is None:
            raise NotPlayable("has nothing to be heard")
        next(container.decode(heard))
        return found
    stream = picture_stream(container)
    found |= {"width": stream.codec_context.width, "height": stream.codec_context.height}
    for number, frame in enumerate(container.decode(stream)):
        found["turned"] = frame.rotation % 360
        if number >= _PICTURES:
            break
    else:
        if "turned" not in found:
            raise NotPlayable("has no picture that can be decoded")
    if found["milliseconds"] > 2_000:
        container.seek((found["milliseconds"] - 1_000 + begins_at(container)) * 1_000)
        if next(container.decode(stream), None) is None or _ends_early(container, stream, found):
            raise NotPlayable("is cut off: its end can't be decoded")
    return found


def _ends_early(container: InputContainer, stream: Any, found: dict[str, Any]) -> bool:
    """Whether the last picture is long before the end that the film says it has."""
    container.seek((found["milliseconds"] - 1_000) * 1_000 + begins_at(container) * 1_000)
    times = [
        float(packet.pts * packet.time_base) for packet in container.demux(stream) if packet.pts
    ]
    last = 1_000 * max(times, default=0.0) - begins_at(container)
    return bool(last < found["milliseconds"] / 2 - _END_MS)


def main() -> None:
    """Answer for the film of the descriptor on the command line."""
    import resource

    film, demuxer, pictures, seconds = sys.argv[1:]
    limit_itself()
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    try:
        answer = _found(opened(int(film), demuxer), pictures=pictures == "1")
    except StopIteration:
        answer = {"failure": told(failure("has nothing that can be decoded"))}
    except Exception as error:
        answer = {"failure": told(in_words(error))}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
