"""What an exhibit says in all its languages, taken down on several processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kiosk.end_with_parent import end_with_pool
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.garbage import GarbageCollector
from kiosk.workshop.narration.said_screens import SaidScreens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.workshop.narration.said_screens import NarratedSentence

_ALONE_PANELS = 20
"""Up to this many panels are read faster than other processes would start."""
_PROCESSES = 4


def narrated_texts(
    folder: Path,
    languages: Sequence[str] | None = None,
    progress: Callable[[float], object] | None = None,
    *,
    processes: int | None = None,
) -> tuple[NarratedSentence, ...]:
    """Every sentence that the exhibit says in these languages, or in all of its own, once.

    It is what stands on its screens and what its controls are called, as a reader says it.  Content
    that can't be shown says nothing; `progress` gets a share, 0 to 1.
    """
    exhibit = read_exhibit(folder).exhibit
    if exhibit is None:
        return ()
    spoken = [each for each in exhibit.languages if languages is None or each in languages]
    panels = sum(len(zone.panels) for zone in exhibit.zones)
    if processes is None:
        processes = 1 if panels <= _ALONE_PANELS else min(_PROCESSES, os.cpu_count() or 1)
    found: dict[str, NarratedSentence] = {}
    with _results(folder, spoken, min(processes, len(spoken))) as results:
        for done, said in enumerate(results, 1):
            for each in said:
                # The names of the other languages are said in each of them.
                if each.utterance.language in spoken:
                    found.setdefault(each.utterance.hash, each)
            if progress is not None:
                progress(done / len(spoken))
    return tuple(found.values())


@contextmanager
def _results(
    folder: Path, languages: Sequence[str], processes: int
) -> Iterator[Iterable[tuple[NarratedSentence, ...]]]:
    if processes <= 1:
        application = QApplication.instance() or QApplication(["kiosk"])
        collector = GarbageCollector(application)
        try:
            with closing(SaidScreens(folder)) as screens:
                yield map(screens.said, languages)
        finally:
            collector.end()
        return
    # A forked Qt would hang, so each process starts from scratch.
    fresh = multiprocessing.get_context("spawn")
    with fresh.Pool(processes, _begin, (folder,)) as pool:
        yield pool.imap(_work, languages)


_screens: SaidScreens | None = None
"""The screens of this process, if it is one of several."""


def _begin(folder: Path) -> None:
    global _screens
    # Ctrl+C stops the main process, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_pool()
    GarbageCollector(QApplication(["kiosk"]))
    _screens = SaidScreens(folder)


def _work(language: str) -> tuple[NarratedSentence, ...]:
    assert _screens is not None
    return _screens.said(language)
