"""The command that speaks: it is given words on its input and writes a WAV."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from kiosk.speech.bounded_process import answer_of
from kiosk.speech.sound import WAV_LIMIT_BYTES, Sound, read_wav

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.speech.clips import Utterance

_LANGUAGE_FIELD = "{language}"
_ESPEAK = "espeak-ng"
_ESPEAK_TAGS = {"en": "en-gb", "zh-Hant": "yue", "zh-Hans": "cmn", "pt": "pt"}
"""What espeak-ng calls the languages of the program; those of Hong Kong are read in Cantonese."""
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Engine:
    """A command as a list of arguments, run without a shell; `{language}` in it is the language.

    It speaks one sentence each time.  espeak-ng is told the language by its own tags, any other
    command by the exhibit's, such as zh-Hant.
    """

    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """The program's name, as clips record it."""
        return PurePath(self.command[0]).name if self.command else ""

    @property
    def is_there(self) -> bool:
        """Whether the program is installed."""
        return bool(self.command) and shutil.which(self.command[0]) is not None

    def speaks(self, language: str) -> bool:
        """Whether the program is there and, where that is known, has the language."""
        is_known = self.name != _ESPEAK or language.partition("-")[0] != "zh"
        return self.is_there and (is_known or language in _ESPEAK_TAGS)

    def arguments(self, language: str) -> tuple[str, ...]:
        """The command for one language."""
        tag = language
        if self.name == _ESPEAK:
            tag = _ESPEAK_TAGS.get(language, language.partition("-")[0])
        return tuple(each.replace(_LANGUAGE_FIELD, tag) for each in self.command)

    def speak(
        self,
        utterance: Utterance,
        *,
        seconds: float = PATIENCE_SECONDS,
        is_wanted: Callable[[], bool] | None = None,
    ) -> Sound:
        """The sentence as sound; raises ProgramFailed or NotSound."""
        wav = answer_of(
            self.arguments(utterance.language),
            f"{utterance.words}\n".encode(),
            seconds=seconds,
            limit=WAV_LIMIT_BYTES,
            is_wanted=is_wanted,
        )
        return read_wav(wav)
