"""Lays a whole exhibit out in all languages and window shapes, on several processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import closing, contextmanager
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.end_with_parent import end_with_pool
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.garbage import GarbageCollector
from kiosk.geography.drawing import DrawingError
from kiosk.screen.map.map_file import drawn_map, read_map
from kiosk.text.folder import ContentFolder
from kiosk.workshop.check.layout_rules import Gathered, broken_rules
from kiosk.workshop.check.trial import SHAPES, Trial, WindowShape
from kiosk.workshop.check.written_texts import WrittenTexts, other_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.geography.drawing import Drawing
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.layout_messages import BrokenRule

_ALONE_PANELS = 20
"""Up to this many panels are laid out faster than other processes would start."""

_PROCESSES = 4


class Job(NamedTuple):
    """One language in one window shape."""

    language: str
    shape: WindowShape


def check_layout(
    folder: Path,
    progress: Callable[[float], object],
    *,
    shapes: Sequence[WindowShape] = SHAPES,
    processes: int | None = None,
    name: Callable[[str], object] | None = None,
) -> tuple[PlacedMessage, ...]:
    """What doesn't fit, each text once for each language; `progress` gets a share, 0 to 1.

    Before each share `name` gets which language on which screen was done.

    Content that is not sound is not laid out; reading has reported it.  Without `processes` there
    are as many as are worthwhile.
    """
    exhibit = read_exhibit(folder).exhibit
    if exhibit is None:
        return ()
    panels = sum(len(zone.panels) for zone in exhibit.zones)
    if processes is None:
        processes = 1 if panels <= _ALONE_PANELS else min(_PROCESSES, os.cpu_count() or 1)
    jobs = [Job(*each) for each in product(exhibit.languages, shapes)]
    by_language: dict[str, Gathered] = {each: Gathered(each) for each in exhibit.languages}
    done = 0
    with _results(folder, jobs, processes) as results:
        for job, found in results:
            for broken in found:
                by_language[job.language].take(broken)
            done += 1
            if name is not None:
                name(f"{job.language} on a screen {job.shape.spoken}")
            progress(done / len(jobs))
    return tuple(message for each in by_language.values() for message in each.messages())


@contextmanager
def _results(
    folder: Path, jobs: Sequence[Job], processes: int
) -> Iterator[Iterable[tuple[Job, list[BrokenRule]]]]:
    if processes == 1:
        with closing(_Desk(folder)) as desk:
            yield map(desk.work, jobs)
        return
    # A forked Qt would hang, so each process starts from scratch.
    fresh = multiprocessing.get_context("spawn")
    with fresh.Pool(processes, _begin, (folder,)) as pool:
        yield pool.imap(_work, jobs)


class _Desk:
    """The trial of one process."""

    def __init__(self, folder: Path) -> None:
        self._application = QApplication.instance() or QApplication(["kiosk"])
        reading = read_exhibit(folder)
        assert reading.exhibit is not None
        drawing = _map_of(reading.exhibit)
        self._written = WrittenTexts(
            {each.zone.id: (each.file, each.node) for each in reading.zone_files},
            dict(other_files(ContentFolder.at(folder))),
        )
        # The trial is the first that has works on other threads.
        self._collector = GarbageCollector(self._application)
        try:
            self.trial = Trial(reading.exhibit, drawing)
        except BaseException:
            self._collector.end()
            raise

    def work(self, job: Job) -> tuple[Job, list[BrokenRule]]:
        found = list(broken_rules(self.trial, self._written, job.language, job.shape))
        # No event loop runs here: what jobs have answered would be looked through at every ask.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        self._collector.collect_due()
        return job, found

    def close(self) -> None:
        """Put the trial away and have what is left of it collected on this thread."""
        try:
            self.trial.close()
        finally:
            self._collector.end()


def _map_of(exhibit: Exhibit) -> Drawing:
    """The exhibit's map, or the program's own if it can't be read."""
    try:
        return drawn_map(exhibit.map_file, exhibit.meanings)
    except (DrawingError, OSError):
        return read_map(None)


_desk: _Desk | None = None
"""The desk of this process, if it is one of several."""


def _begin(folder: Path) -> None:
    global _desk
    # Ctrl+C stops the main process, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_pool()
    _desk = _Desk(folder)


def _work(job: Job) -> tuple[Job, list[BrokenRule]]:
    assert _desk is not None
    return _desk.work(job)
