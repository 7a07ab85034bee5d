"""Work beside the GUI thread: ask for it by a key, and the answer comes back on the GUI thread.

A work is a plain function without arguments.  It reads frozen data and touches no widget.
"""

from __future__ import annotations

import logging
import math
import threading
import time
import weakref
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QTimer, Signal, Slot

from kiosk.job_pool import REST_SECONDS, give_way, job_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    Work = Callable[[], object]

_log = logging.getLogger("kiosk")

PAUSES_SECONDS = (0.2, 1.0, 5.0)
"""How long to wait before a work that has failed is tried once more."""


class Answer(NamedTuple):
    """What became of a work; `error` says why there is no `value`."""

    key: Any
    value: Any
    error: BaseException | None = None


class Cancelled(Exception):
    """Raised by a work that has stopped early because `is_wanted` said no."""


def is_wanted() -> bool:
    """Whether the work on this thread will still be answered.

    Long works ask now and then, and raise `Cancelled` when it won't.  True on the GUI thread.
    """
    job: _Job | None = getattr(_thread, "job", None)
    return job is None or (job.is_wanted and not job.is_orphaned.is_set())


def _refuse_on_worker() -> None:
    if getattr(_thread, "job", None) is not None:
        raise RuntimeError("a work that waits for works may wait for itself")


class _Job:
    """A work on its way to its answer."""

    def __init__(self, owner: Jobs, key: Hashable, work: Work, failures: int = 0) -> None:
        self.owner = weakref.ref(owner)
        self.is_orphaned = owner.is_gone
        self.key = key
        self.failures = failures
        self.due = 0.0
        """Not to be begun before this moment, in seconds of the monotonic clock."""
        self.is_wanted = True
        self.has_ended = threading.Event()
        self._work: Work | None = work
        self._answer: Answer | None = None

    def run(self) -> None:
        """Do the work; whatever it raises is an answer."""
        value, error = None, None
        _thread.job = self
        try:
            if self.is_wanted and self._work is not None:
                value = self._work()
        except BaseException as failure:
            # Even SystemExit: somebody may be waiting for this job to end.
            error = failure
        finally:
            _thread.job = None
        self._answer = Answer(self.key, value, error)

    def hand_over(self) -> tuple[Work, Answer]:
        """What was done and what became of it; nothing of either is kept here."""
        work, answer = self._work, self._answer
        assert work is not None
        assert answer is not None
        self._work = self._answer = None
        return work, answer


class _Runnable(QRunnable):
    """One job in a thread of the pool."""

    def __init__(self, job: _Job) -> None:
        super().__init__()
        self._job: _Job | None = job

    def run(self) -> None:
        # The pool of PySide keeps what it has run: no job may be kept with it.
        job, self._job = self._job, None
        if job is None:
            return
        give_way()
        try:
            job.run()
            _delivery().ended.emit(job)
        finally:
            job.has_ended.set()


class _Delivery(QObject):
    """Carries jobs that have ended to the GUI thread, and there to their owners if those live.

    So no thread is ever the last to hold an owner, or a work, which may belong to a widget.
    """

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(self._hand_over)

    @Slot(object)
    def _hand_over(self, job: _Job) -> None:
        work, answer = job.hand_over()
        owner = job.owner()
        if owner is not None and shiboken6.isValid(owner):
            owner.take(job, work, answer)


_thread = threading.local()


@cache
def _delivery() -> _Delivery:
    return _Delivery()


class Jobs(QObject):
    """Does works on threads and answers each key once, with its latest work.

    Asking for a key again cancels what was asked for before.  Works begin in the order in which
    they were asked for, at most `threads` at once, and never two of the same key.

    A work that raises is logged and tried again after each of `pauses` (seconds), with `endless`
    after the last of them for as long as it takes.  At last the error is the answer.
    """

    answered = Signal(object)
    """An `Answer`, on the thread of this object."""
    retrying = Signal(object)
    """The `Answer` of a try that has failed, when there will be another one."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        threads: int = 1,
        pauses: Sequence[float] = PAUSES_SECONDS,
        endless: bool = False,
    ) -> None:
        if threads < 1 or (endless and not pauses):
            raise ValueError("works need a thread, and endless tries need a pause")
        super().__init__(parent)
        self.is_gone = threading.Event()
        """Tells works on threads, which must not touch their owner, that it was destroyed."""
        self.destroyed.connect(self.is_gone.set)
        self._threads = threads
        self._pauses = tuple(pauses)
        self._endless = endless
        self._waiting: dict[Hashable, _Job] = {}
        self._running: list[_Job] = []
        """Those that have begun and were not handed over yet, the cancelled ones too."""
        self._pausing: dict[Hashable, _Job] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._end_pauses)
        # It has to live on this thread, and not on the first that has an answer.
        _delivery()

    @property
    def threads(self) -> int:
        """How many works may run at once."""
        return self._threads

    @threads.setter
    def threads(self, threads: int) -> None:
        if threads < 1:
            raise ValueError("works need a thread")
        self._threads = threads
        self._begin()

    @property
    def is_working(self) -> bool:
        """Whether anything that is wanted waits for a thread or runs; pauses don't count."""
        return bool(self._waiting) or any(job.is_wanted for job in self._running)

    def is_asked(self, key: Hashable) -> bool:
        """Whether an answer for this key is to come."""
        return key in self._waiting or key in self._pausing or self.is_running(key)

    def is_running(self, key: Hashable) -> bool:
        """Whether a work of this key has begun, of which the answer is to come."""
        return any(job.key == key and job.is_wanted for job in self._running)

    def ask(self, key: Hashable, work: Work) -> None:
        """Have a work done, after all others that wait, instead of what this key waits for."""
        self.cancel(key)
        self._waiting[key] = _Job(self, key, work)
        self._begin()

    def ask_once(self, key: Hashable, work: Work) -> None:
        """Have a work done unless this key waits or runs already; a pause of it ends at once."""
        if key not in self._waiting and not self.is_running(key):
            self._waiting[key] = self._anew(key, work)
            self._begin()

    def ask_only(self, works: Mapping[Hashable, Work]) -> None:
        """Have these works done in this order, and cancel all others.

        Keys that run already go on running; pauses end at once.
        """
        for key in [*self._waiting, *self._pausing, *(job.key for job in self._running)]:
            if key not in works:
                self.cancel(key)
        running = {job.key for job in self._running if job.is_wanted}
        self._waiting = {
            key: self._anew(key, work) for key, work in works.items() if key not in running
        }
        self._begin()

    def cancel(self, key: Hashable) -> None:
        """Give no answer for this key; a work that runs already may ask whether it `is_wanted`."""
        self._waiting.pop(key, None)
        self._pausing.pop(key, None)
        for job in self._running:
            if job.key == key:
                job.is_wanted = False

    def cancel_all(self) -> None:
        """Give no answer for anything that was asked for so far."""
        self.ask_only({})

    def finish(self) -> None:
        """Wait until everything that was asked for has run, except what pauses.

        The answers come when the event loop turns.
        """
        _refuse_on_worker()
        while self._waiting or self._busy():
            self._begin()
            for job in self._busy()[:1]:
                job.has_ended.wait()

    def rest(self, until: float | None = None) -> None:
        """Cancel everything, and wait for the works that have begun.

        A drawing may never end (decision 013): what goes on after `until`, in seconds of the
        monotonic clock, or else after `REST_SECONDS`, is logged and left alone.
        """
        _refuse_on_worker()
        self.cancel_all()
        until = time.monotonic() + REST_SECONDS if until is None else until
        for job in self._running:
            if not job.has_ended.wait(max(0.0, until - time.monotonic())):
                _log.warning("%s goes on, and nobody waits for it any more", job.key)
        self._running = self._busy()

    def take(self, job: _Job, work: Work, answer: Answer) -> None:
        """Answer a job that has ended; for the delivery of answers only."""
        self._running = [running for running in self._running if running is not job]
        self._begin()
        if job.is_wanted and answer.error is None:
            self.answered.emit(answer)
        elif job.is_wanted:
            self._fail(job, work, answer)

    def _anew(self, key: Hashable, work: Work) -> _Job:
        """A job for this work that has failed as often as the one whose place it takes."""
        before = self._waiting.get(key) or self._pausing.pop(key, None)
        return _Job(self, key, work, before.failures if before is not None else 0)

    def _busy(self) -> list[_Job]:
        """What has a thread at the moment."""
        return [job for job in self._running if not job.has_ended.is_set()]

    def _begin(self) -> None:
        """Begin as much of what waits as there are threads for."""
        busy = [job.key for job in self._busy()]
        while len(busy) < self._threads:
            key = next((key for key in self._waiting if key not in busy), None)
            if key is None:
                return
            job = self._waiting.pop(key)
            self._running.append(job)
            busy.append(key)
            job_pool().start(_Runnable(job))

    def _fail(self, job: _Job, work: Work, answer: Answer) -> None:
        pause = self._pause_after(job.failures)
        _log.error(
            "%s has failed: %r%s",
            job.key,
            answer.error,
            "" if pause is None else f"; it is tried again in {pause:.2f} s",
            exc_info=answer.error if job.failures == 0 else None,
        )
        if pause is None:
            self.answered.emit(answer)
            return
        again = _Job(self, job.key, work, job.failures + 1)
        again.due = time.monotonic() + pause
        self._pausing[job.key] = again
        self._wait_for_pauses()
        self.retrying.emit(answer)

    def _pause_after(self, failures: int) -> float | None:
        """How long to wait after one more failure than these; None to give up."""
        if failures < len(self._pauses):
            return self._pauses[failures]
        return self._pauses[-1] if self._endless else None

    @Slot()
    def _end_pauses(self) -> None:
        now = time.monotonic()
        for job in [each for each in self._pausing.values() if each.due <= now]:
            self._waiting[job.key] = self._pausing.pop(job.key)
        self._wait_for_pauses()
        self._begin()

    def _wait_for_pauses(self) -> None:
        if self._pausing:
            due = min(job.due for job in self._pausing.values())
            self._pause.start(max(0, math.ceil((due - time.monotonic()) * 1000)))
