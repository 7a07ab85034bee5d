"""Keeps a picture of the map home for the next start, taken when nobody is disturbed by it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

import kiosk
from kiosk.jobs import Jobs
from kiosk.screen.splash.splash import keep_picture, states_of
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from kiosk.screen.stage import Stage

_LOOK_MS = 4_000


class SplashKeeper(QTimer):
    """Once started, looks every few seconds whether the home view rests, until it has its picture.

    `at_home` says whether the stage shows what a start with these words shows first, and `files`
    on which files that depends.  Where one of them has changed since the keeper was made, the
    stage still shows what it said before, and no picture of that is kept.
    """

    def __init__(
        self,
        stage: Stage,
        folder: Path,
        words: Sequence[str],
        files: Callable[[], Sequence[Path]],
        at_home: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._folder = folder
        self._words = tuple(words)
        self._files = files
        self._states = states_of(files())
        self._at_home = at_home
        self._jobs = Jobs(self, pauses=())
        self.setInterval(_LOOK_MS)
        self.timeout.connect(self._look)

    @Slot()
    def _look(self) -> None:
        stage = self._stage
        if not self._at_home() or not stage.map_view.at_rest or stage.is_covered:
            return
        self.stop()
        if states_of(self._files()) != self._states:
            return
        picture = stage.grab().toImage()
        keep = partial(keep_picture, self._folder, self._words, self._states, picture)
        self._jobs.ask("the splash's picture", keep)


def files_shown(content: Path, map_file: Path | None) -> tuple[Path, ...]:
    """The files of the content and of the program on which the picture of the map home depends."""
    assets = shipped("assets")
    return (
        content / "exhibit.yaml",
        content / "zones",
        *sorted(content.glob("zones/*.yaml")),
        assets / "look" / "tokens.yaml",
        *sorted((assets / "words").glob("*.yaml")),
        # An update of the program rewrites it.
        Path(kiosk.__file__),
        *([map_file] if map_file is not None else []),
    )
