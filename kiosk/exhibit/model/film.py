"""Films and recordings that a page of a story plays, and what is said of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Self

from kiosk.exhibit.model.parts import Model, Name, NameOf
from kiosk.text.file_names import found_as
from kiosk.text.multilingual import Text

if TYPE_CHECKING:
    from collections.abc import Collection

FILM_KINDS = (".mp4", ".m4v", ".mov", ".webm", ".mkv")
SOUND_KINDS = (".mp3", ".m4a", ".ogg", ".opus", ".flac", ".wav")
"""How the names of films and of recordings end: what each of them can hold is one known format."""
CAPTION_KIND = ".vtt"

FilmFile = Annotated[str, NameOf("film")]
SoundFile = Annotated[str, NameOf("sound")]


class Recording(Model):
    """A recording in `films/`: an interview, a song, a machine at work.

    Its captions lie beside it, a file for each language: `opening.en.vtt` belongs to `opening.mp3`.
    """

    file: SoundFile
    credit: Text | None = None
    licence: Name | None = None
    transcript: Text | None = None

    def captions(self, language: str) -> str:
        """The name of the file of its captions in a language."""
        return f"{PurePath(self.file).stem}.{language}{CAPTION_KIND}"

    def called(self, films: Collection[str]) -> Self:
        """The same under the name that the file has among these."""
        return self.model_copy(update={"file": found_as(self.file, films) or self.file})


class Film(Recording):
    """A film in `films/`, with the film of somebody who signs what is said in it.

    `described` is a recording as long as the film: its sound, and somebody who says what is seen.
    """

    file: FilmFile
    signing: FilmFile | None = None
    described: SoundFile | None = None

    def called(self, films: Collection[str]) -> Self:
        """The same under the names that both files have among these."""
        real = super().called(films)
        others = {"signing": self.signing, "described": self.described}
        named = {key: found_as(name, films) or name for key, name in others.items() if name}
        return real.model_copy(update=named)
