"""Work beside the GUI thread: whoever needs something slow asks for it by a key, and is answered.

Works are plain functions without arguments.  They read frozen data, touch no widget, and what they
return comes back on the GUI thread.
"""

from __future__ import annotations

import logging
import math
import time
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

_log = logging.getLogger("kiosk")

PAUSES_SECONDS = (0.2, 1.0, 5.0)
"""How long to wait before a work that has failed is tried once more."""


class Answer(NamedTuple):
    """What became of a work; `error` says why there is no `value`."""

    key: Any
    value: Any
    error: Exception | None = None


class _Try(NamedTuple):
    key: Hashable
    work: Callable[[], object]
    failures: int = 0
    due: float = 0.0
    """Not to be begun before this moment, in seconds of the monotonic clock."""


class _Runnable(QRunnable):
    """One work in a thread of the pool."""

    def __init__(self, jobs: Jobs, tried: _Try) -> None:
        super().__init__()
        self._jobs = jobs
        self._tried = tried

    def run(self) -> None:
        value, error = None, None
        try:
            value = self._tried.work()
        except Exception as failure:
            error = failure
        # The owner may have gone while the work was done.
        with suppress(RuntimeError):
            self._jobs.ended.emit(self._tried, value, error)


class Jobs(QObject):
    """Does works in threads of its own and answers each key once, with its latest work.

    A key that is asked for again forgets the work that it waited for, and the answer of one that
    has begun already is dropped.  Works begin in the order in which they were last asked for.
    One that raises is logged and tried again after each of `pauses`; after the last the failure is
    the answer, and the key can be asked for like any other.
    """

    answered = Signal(object)
    """An `Answer`, on the thread of this object."""
    ended = Signal(object, object, object)
    """A try, what it returned and what it raised; for this object's own threads."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        threads: int = 1,
        pauses: Sequence[float] = PAUSES_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._threads = threads
        self._pauses = tuple(pauses)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._waiting: OrderedDict[Hashable, _Try] = OrderedDict()
        self._running: list[_Try] = []
        self._pausing: dict[Hashable, _Try] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._try_again)
        self.ended.connect(self._take)

    def ask(self, key: Hashable, work: Callable[[], object]) -> None:
        """Have a work done in the place of whatever this key waits for."""
        self.drop(key)
        self._waiting[key] = _Try(key, work)
        self._go_on()

    def is_asked(self, key: Hashable) -> bool:
        """Whether an answer for this key is to come."""
        return (
            key in self._waiting
            or key in self._pausing
            or any(tried.key == key for tried in self._running)
        )

    def drop(self, key: Hashable) -> None:
        """Forget what this key waits for: no answer to it comes any more."""
        self._waiting.pop(key, None)
        self._pausing.pop(key, None)
        self._running = [tried for tried in self._running if tried.key != key]

    def finish(self) -> None:
        """Do all that is asked for, and wait: the answers come when the event loop turns."""
        while self._waiting:
            self._begin_next()
        self._pool.waitForDone()

    def rest(self) -> None:
        """Forget everything, and wait for the works that have begun.

        Owners call it before they go: a pool that is destroyed while it works waits for its threads
        with Python's lock in its hand, and the threads need that lock to end.
        """
        self._waiting.clear()
        self._pausing.clear()
        self._running.clear()
        self._pause.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < self._threads:
            self._begin_next()

    def _begin_next(self) -> None:
        _, tried = self._waiting.popitem(last=False)
        self._running.append(tried)
        self._pool.start(_Runnable(self, tried))

    @Slot(object, object, object)
    def _take(self, tried: _Try, value: object, error: Exception | None) -> None:
        is_wanted = any(running is tried for running in self._running)
        self._running = [running for running in self._running if running is not tried]
        if is_wanted and error is None:
            self.answered.emit(Answer(tried.key, value))
        elif is_wanted and error is not None:
            self._fail(tried, error)
        self._go_on()

    def _fail(self, tried: _Try, error: Exception) -> None:
        last = tried.failures >= len(self._pauses)
        _log.error("%s has failed: %r", tried.key, error, exc_info=error)
        if last:
            self.answered.emit(Answer(tried.key, None, error))
            return
        due = time.monotonic() + self._pauses[tried.failures]
        self._pausing[tried.key] = tried._replace(failures=tried.failures + 1, due=due)
        self._wait_for_next()

    @Slot()
    def _try_again(self) -> None:
        now = time.monotonic()
        for tried in [each for each in self._pausing.values() if each.due <= now]:
            del self._pausing[tried.key]
            self._waiting[tried.key] = tried
        self._wait_for_next()
        self._go_on()

    def _wait_for_next(self) -> None:
        if self._pausing:
            due = min(tried.due for tried in self._pausing.values())
            self._pause.start(max(0, math.ceil((due - time.monotonic()) * 1000)))
