"""What can be spoken on this machine, found out once the exhibit stands: the clips are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Jobs
from kiosk.speech.clips import read_clips
from kiosk.speech.engine import Engine
from kiosk.speech.output import SoundOutput
from kiosk.speech.speech import MachineSpeech
from kiosk.text.folder import ContentFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.jobs import Answer
    from kiosk.settings.settings import Settings

_CLIPS = "the clips"


class LateSpeech(QObject):
    """Reads the clips beside the exhibit's own work."""

    found = Signal(object)
    """A `MachineSpeech`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)

    def find(self, settings: Settings, folders: Sequence[Path]) -> None:
        """Find what these settings allow, with the clips of these folders, the first ones first."""
        self._jobs.ask(_CLIPS, _reading(settings, tuple(dict.fromkeys(folders))))

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.error is None:
            self.found.emit(answer.value)


def _reading(settings: Settings, folders: Sequence[Path]) -> Callable[[], MachineSpeech]:
    """The work that reads them."""

    def work() -> MachineSpeech:
        engine = Engine(settings.sound_engine) if settings.sound_engine else None
        output = SoundOutput(
            settings.sound_output, settings.sound_device, loudest=settings.sound_loudest / 100
        )
        clips = [read_clips(ContentFolder.at(each)) for each in folders]
        return MachineSpeech(clips, engine, output)

    return work
