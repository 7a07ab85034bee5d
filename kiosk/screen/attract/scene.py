"""A scene of the attract loop, and what is said in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Scene:
    """One moment of the loop: a place on the map or a story's picture, with words by language."""

    headings: dict[str, str]
    sentences: dict[str, str]
    place: str | None = None
    picture: Path | None = None
    focus: tuple[float, float] | None = None
    """The point of the picture that is not cut away."""


@dataclass(frozen=True)
class AttractTexts:
    """What the loop says throughout, by language: the languages are those of the invitations."""

    titles: dict[str, str]
    subtitles: dict[str, str]
    invitations: dict[str, str]
