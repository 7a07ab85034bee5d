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
from kiosk.workshop.check.answer_keys import AnswerKeys
from kiosk.workshop.check.answers import Answers
from kiosk.workshop.check.laid_out_parts import LaidOutPart, parts_of
from kiosk.workshop.check.layout_rules import Gathered, Judged, broken_rules
from kiosk.workshop.check.measuring import measured_pages
from kiosk.workshop.check.trial import SHAPES, Trial, WindowShape
from kiosk.workshop.check.written_texts import WrittenTexts, other_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.geography.drawing import Drawing
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.measured_page import MeasuredPage

_ALONE_PARTS = 100
"""Up to this many parts are laid out faster than other processes would start."""

_PROCESSES = 4


class Job(NamedTuple):
    """What is to be laid out in one language and one window shape."""

    language: str
    shape: WindowShape
    parts: tuple[LaidOutPart, ...] = ()


def check_layout(
    folder: Path,
    progress: Callable[[float], object],
    *,
    shapes: Sequence[WindowShape] = SHAPES,
    processes: int | None = None,
    name: Callable[[str], object] | None = None,
    answers: Answers | None = None,
) -> tuple[PlacedMessage, ...]:
    """What doesn't fit, each text once for each language; `progress` gets a share, 0 to 1.

    Before each share `name` gets which language on which screen was done.  What `answers` has is
    not laid out again.

    Content that is not sound is not laid out; reading has reported it.  Without `processes` there
    are as many as are worthwhile.
    """
    reading = read_exhibit(folder)
    exhibit = reading.exhibit
    if exhibit is None:
        return ()
    application = QApplication.instance() or QApplication(["kiosk"])
    written = _written(reading)
    known = _KnownPages(exhibit, answers or Answers(None))
    jobs = [known.job(*each) for each in product(exhibit.languages, shapes)]
    unknown = [job for job in jobs if job.parts]
    if processes is None:
        is_little = sum(len(job.parts) for job in unknown) <= _ALONE_PARTS
        processes = 1 if is_little else min(_PROCESSES, os.cpu_count() or 1)
    by_language: dict[str, Gathered] = {each: Gathered(each) for each in exhibit.languages}
    with _results(folder, unknown, processes) as results:
        waiting = iter(results)
        for done, job in enumerate(jobs, 1):
            if job.parts:
                known.take(job, next(waiting))
            judged = Judged(exhibit, written, job.language, job.shape, SHAPES)
            for broken in broken_rules(judged, known.pages(job)):
                by_language[job.language].take(broken)
            if name is not None:
                name(f"{job.language} on a screen {job.shape.spoken}")
            progress(done / len(jobs))
    known.answers.tidy()
    del application
    return tuple(message for each in by_language.values() for message in each.messages())


class _KnownPages:
    """The pages that are known, of what was measured before and what has been measured now."""

    def __init__(self, exhibit: Exhibit, answers: Answers) -> None:
        self.answers = answers
        self._keys = AnswerKeys(exhibit, SHAPES)
        self._parts = tuple(parts_of(exhibit))
        self._pages: dict[tuple[LaidOutPart, str, str], tuple[MeasuredPage, ...]] = {}

    def job(self, language: str, shape: WindowShape) -> Job:
        """What is not known in one language and window shape."""
        unknown = []
        for part in self._parts:
            pages = self.answers.find(self._keys.key(part, language, shape))
            if pages is None:
                unknown.append(part)
            else:
                self._pages[part, language, shape.name] = pages
        return Job(language, shape, tuple(unknown))

    def take(self, job: Job, measured: Sequence[tuple[MeasuredPage, ...]]) -> None:
        """Keep what was measured."""
        for part, pages in zip(job.parts, measured, strict=True):
            self._pages[part, job.language, job.shape.name] = pages
            self.answers.keep(self._keys.key(part, job.language, job.shape), pages)

    def pages(self, job: Job) -> Iterator[MeasuredPage]:
        """All pages in one language and window shape, in the order of the parts."""
        for part in self._parts:
            yield from self._pages.pop((part, job.language, job.shape.name))


def _written(reading: Reading) -> WrittenTexts:
    assert reading.exhibit is not None
    return WrittenTexts(
        {each.zone.id: (each.file, each.node) for each in reading.zone_files},
        dict(other_files(ContentFolder.at(reading.exhibit.folder))),
    )


@contextmanager
def _results(
    folder: Path, jobs: Sequence[Job], processes: int
) -> Iterator[Iterable[list[tuple[MeasuredPage, ...]]]]:
    if not jobs:
        yield ()
        return
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
