"""Keeps a picture of the map home for the next start, taken when nobody is disturbed by it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

import kiosk
from kiosk.atomic_file import PRIVATE, replacing, write_text
from kiosk.jobs import Jobs
from kiosk.screen.splash.splash import NOTE, PICTURE, start_line, states_of
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from kiosk.screen.stage import Stage

_LOOK_MS = 4_000
_QUALITY = 95


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


def keep_picture(
    folder: Path, words: Sequence[str], states: Sequence[str], picture: QImage
) -> None:
    """Keep a picture of the map home for the next start with these words.

    `states` are those of the files on which it depends, from `states_of`.  Nothing depends on its
    being kept: a full or read-only disk only means that the next start shows no splash.
    """
    lines = [start_line(words), *states]
    try:
        (folder / NOTE).unlink(missing_ok=True)
        with replacing(folder / PICTURE, mode=PRIVATE) as new:
            # PySide takes text, whatever its stubs say.
            if not picture.save(str(new), "JPEG", _QUALITY):  # type: ignore[call-overload]
                return
        write_text(folder / NOTE, "\n".join(lines), mode=PRIVATE)
    except (OSError, UnicodeError):
        # A name that is not UTF-8 can't be written down either.
        return


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
