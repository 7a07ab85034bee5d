"""What films and recordings may hold, and whether this machine can play them."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.model.film import FILM_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

DEMUXERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".mp4", ".m4v", ".mov", ".m4a"), "mov"),
        **dict.fromkeys((".webm", ".mkv"), "matroska"),
        **dict.fromkeys((".ogg", ".opus"), "ogg"),
        ".mp3": "mp3",
        ".flac": "flac",
        ".wav": "wav",
    }
)
"""The one format that a file is read as: FFmpeg would guess, and some formats name other files."""

PICTURE_CODECS = frozenset({"h264", "hevc", "vp8", "vp9", "av1", "mpeg4"})
SOUND_CODECS = frozenset(
    {"aac", "mp3", "opus", "vorbis", "flac", "alac", "pcm_s16le", "pcm_s24le", "pcm_f32le"}
)
MOST_PIXELS = 1920 * 1088
"""Pixels of a picture: twice as many take a small machine more time than there is."""


def demuxer_of(name: str) -> str:
    """The format of a file by its ending; empty where we play none such."""
    return DEMUXERS.get(PurePath(name).suffix.lower(), "")


def has_picture(name: str) -> bool:
    """Whether a file is a film, by its ending; the cover of a recording is not shown."""
    return PurePath(name).suffix.lower() in FILM_KINDS


@cache
def can_play() -> bool:
    """Whether the extra `media` is there, which is looked for once."""
    return find_spec("av") is not None
