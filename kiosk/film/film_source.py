"""A film's file as FFmpeg is given it: bytes of one descriptor, and no name to open others by."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.film.failures import NotPlayable
from kiosk.film.formats import MOST_PIXELS, PICTURE_CODECS, SOUND_CODECS

if TYPE_CHECKING:
    from av.container import InputContainer


@dataclass
class FilmSource:
    """Reads from a descriptor with a place of its own, so that two can read the same file."""

    descriptor: int
    _at: int = 0

    def __post_init__(self) -> None:
        self._size = os.fstat(self.descriptor).st_size

    def read(self, count: int = -1) -> bytes:
        """The next bytes."""
        found = os.pread(self.descriptor, self._size if count < 0 else count, self._at)
        self._at += len(found)
        return found

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go on elsewhere."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence, self._size)
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        """Where the next bytes are."""
        return self._at


def opened(descriptor: int, demuxer: str) -> InputContainer:
    """The container; raises what FFmpeg raises."""
    import av

    av.logging.set_level(None)
    source = FilmSource(descriptor)
    found: InputContainer = av.open(source, format=demuxer, metadata_errors="ignore")
    return found


def picture_stream(container: InputContainer) -> Any:
    """The pictures of a film; raises NotPlayable."""
    moving = [each for each in container.streams.video if not _is_cover(each)]
    if not moving:
        raise NotPlayable("has no picture")
    stream = moving[0]
    codec = _codec(stream)
    if codec not in PICTURE_CODECS:
        raise NotPlayable("has pictures in '{codec}', which is not read", codec=codec)
    width, height = stream.codec_context.width, stream.codec_context.height
    if width < 1 or height < 1:
        raise NotPlayable("does not say how large its picture is")
    check_size(width, height)
    return stream


def check_size(width: int, height: int) -> None:
    """Raise NotPlayable for a picture with too many pixels; later ones may be larger."""
    if width * height > MOST_PIXELS:
        raise NotPlayable(
            "has {width:,} × {height:,} pixels, which are too many", width=width, height=height
        )


def sound_stream(container: InputContainer) -> Any:
    """What is to be heard; None where there is nothing; raises NotPlayable."""
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    codec = _codec(stream)
    if codec not in SOUND_CODECS:
        raise NotPlayable("has sound in '{codec}', which is not read", codec=codec)
    return stream


def milliseconds(container: InputContainer) -> int:
    """How long it lasts, as far as it says so; 0 where it doesn't."""
    lasts = (container.duration or 0) // 1000
    if container.format.name.startswith("matroska"):
        # There it is said when it ends, on a clock that may begin at another time than 0.
        lasts -= max(0, begins_at(container))
    return max(0, lasts)


def begins_at(container: InputContainer) -> int:
    """The millisecond that its clock shows at the beginning; many begin at another than 0."""
    return (container.start_time or 0) // 1000


def _is_cover(stream: Any) -> bool:
    """Whether it is one picture that belongs to a recording, as its cover."""
    from av.stream import Disposition

    return bool(stream.disposition & Disposition.attached_pic)


def _codec(stream: Any) -> str:
    context = stream.codec_context
    return "nothing known" if context is None else str(context.codec.canonical_name)
