"""Lays a whole exhibit out in all languages and window shapes, on several processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.end_with_parent import end_with_pool
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.garbage import GarbageCollector
from kiosk.geography.drawing import DrawingError
from kiosk.screen.map.map_file import drawn_map, read_map
from kiosk.text.folder import ContentFolder
from kiosk.workshop.check.answers import Answers
from kiosk.workshop.check.known_pages import KnownPages
from kiosk.workshop.check.layout_rules import Gathered, Judged, broken_rules
from kiosk.workshop.check.measuring import measured_pages
from kiosk.workshop.check.trial import SHAPES, Trial
from kiosk.workshop.check.written_texts import WrittenTexts, other_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from multiprocessing.pool import Pool
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.geography.drawing import Drawing
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.known_pages import Job
    from kiosk.workshop.check.laid_out_parts import LaidOutPart
    from kiosk.workshop.check.measured_page import MeasuredPage
    from kiosk.workshop.check.trial import WindowShape

_ALONE_PARTS = 50
"""Up to this many parts are laid out faster than other processes would start."""

_PROCESSES = 4


def check_layout(
    folder: Path,
    progress: Callable[[float], object],
    *,
    shapes: Sequence[WindowShape] = SHAPES,
    processes: int | None = None,
    name: Callable[[str], object] | None = None,
    answers: Answers | None = None,
    found: Callable[[tuple[PlacedMessage, ...]], object] | None = None,
    first: str = "",
) -> tuple[PlacedMessage, ...]:
    """What doesn't fit, each text once for each language; `progress` gets a share, 0 to 1.

    Before each share `name` gets which language on which screen was done, and `found` all that is
    said so far where there is more of it than before, beginning with the zone `first`.  What
    `answers` has is not laid out again.

    Content that is not sound is not laid out; reading has reported it.  Without `processes` there
    are as many as are worthwhile.
    """
    reading = read_exhibit(folder)
    exhibit = reading.exhibit
    if exhibit is None:
        return ()
    application = QApplication.instance() or QApplication(["kiosk"])
    written = _written(reading)
    answers = answers or Answers(None)
    known = KnownPages(exhibit, written, answers, shapes, first=first)
    so_far = _Gathering(exhibit.languages)
    shown, done = 0.0, 0
    with closing(_Desks(folder, processes)) as desks:
        if found is not None and so_far.take(known.fresh()):
            found(so_far.messages)
        while jobs := known.jobs():
            left = _parts_in(jobs)
            for job, measured in zip(jobs, desks.results(jobs), strict=True):
                known.take(job, measured)
                if found is not None and so_far.take(known.fresh()):
                    found(so_far.messages)
                done, left = done + len(job.parts), left - len(job.parts)
                if name is not None:
                    name(f"{job.language} on a screen {job.shape.spoken}")
                # What is wrong is looked at in more shapes: there is more to do than was known.
                shown = max(shown, done / (done + left + known.waiting))
                progress(shown)
    progress(1.0)
    answers.tidy()
    del application
    # Messages name shapes in the order of these, in whichever order they were laid out.
    whole = _Gathering(exhibit.languages)
    for language, shape in product(exhibit.languages, shapes):
        judged = Judged(exhibit, written, language, shape, SHAPES)
        whole.take([(judged, known.pages(language, shape))])
    return whole.messages


class _Gathering:
    """The messages about all languages."""

    def __init__(self, languages: Iterable[str]) -> None:
        self._by_language = {each: Gathered(each) for each in languages}

    def take(self, measured: Iterable[tuple[Judged, Iterable[MeasuredPage]]]) -> bool:
        """Judge these pages; whether anything is wrong with them."""
        is_wrong = False
        for judged, pages in measured:
            for broken in broken_rules(judged, pages):
                self._by_language[judged.language].take(broken)
                is_wrong = True
        return is_wrong

    @property
    def messages(self) -> tuple[PlacedMessage, ...]:
        return tuple(message for each in self._by_language.values() for message in each.messages())


def _written(reading: Reading) -> WrittenTexts:
    assert reading.exhibit is not None
    return WrittenTexts(
        {each.zone.id: (each.file, each.node) for each in reading.zone_files},
        dict(other_files(ContentFolder.at(reading.exhibit.folder))),
    )


class _Desks:
    """The processes that lay jobs out, begun once they are needed."""

    def __init__(self, folder: Path, processes: int | None) -> None:
        """Without `processes` there are as many as are worthwhile."""
        self._folder = folder
        self._processes = processes
        self._desk: _Desk | None = None
        self._pool: Pool | None = None

    def results(self, jobs: Sequence[Job]) -> Iterable[list[tuple[MeasuredPage, ...]]]:
        """What was measured for each of the jobs, one after the other."""
        processes = self._processes
        if processes is None:
            is_little = _parts_in(jobs) <= _ALONE_PARTS
            processes = 1 if is_little else min(_PROCESSES, os.cpu_count() or 1)
        if self._pool is None and processes > 1:
            # A forked Qt would hang, so each process starts from scratch.
            fresh = multiprocessing.get_context("spawn")
            self._pool = fresh.Pool(processes, _begin, (self._folder,))
        if self._pool is not None:
            return self._pool.imap(_work, jobs)
        if self._desk is None:
            self._desk = _Desk(self._folder)
        return map(self._desk.work, jobs)

    def close(self) -> None:
        """End them."""
        if self._pool is not None:
            self._pool.terminate()
        if self._desk is not None:
            self._desk.close()


def _parts_in(jobs: Sequence[Job]) -> int:
    return sum(len(job.parts) for job in jobs)


class _Desk:
    """The trial of one process."""

    def __init__(self, folder: Path) -> None:
        self._application = QApplication.instance() or QApplication(["kiosk"])
        reading = read_exhibit(folder)
        assert reading.exhibit is not None
        drawing = _map_of(reading.exhibit)
        # The trial is the first that has works on other threads.
        self._collector = GarbageCollector(self._application)
        try:
            self.trial = Trial(reading.exhibit, drawing)
        except BaseException:
            self._collector.end()
            raise

    def work(self, job: Job) -> list[tuple[MeasuredPage, ...]]:
        measured = {
            part: tuple(measured_pages(self.trial, part, job.language, job.shape))
            # Boards are drawn from all of the exhibit, what follows from a smaller one.
            for part in sorted(job.parts, key=_boards_first)
        }
        # No event loop runs here: what jobs have answered would be looked through at every ask.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        self._collector.collect_due()
        return [measured[part] for part in job.parts]

    def close(self) -> None:
        """Put the trial away and have what is left of it collected on this thread."""
        try:
            self.trial.close()
        finally:
            self._collector.end()


def _boards_first(part: LaidOutPart) -> bool:
    return not part.is_board


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


def _work(job: Job) -> list[tuple[MeasuredPage, ...]]:
    assert _desk is not None
    return _desk.work(job)
