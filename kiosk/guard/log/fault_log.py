"""Every fault of the running program: written down, repeated at most once a minute, and survived.

PySide6 hands what a slot or a paint raises to `sys.excepthook` and goes on, so that is where the
exhibit learns of it.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections import deque
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from kiosk.guard.exit_code import ExitCode
from kiosk.guard.log.log_file import LogFile
from kiosk.guard.log.repeat_filter import RepeatFilter
from kiosk.plain_file import open_to_append

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

BURST_FAULTS = 10
BURST_SECONDS = 60.0
DISPLAY_GONE = ("The X11 connection broke", "The Wayland connection broke")
"""What Qt 6 says before it ends the process because the display server has gone."""

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENODEV})
_SETTLE_SECONDS = 0.5
_KEPT_FAULTS = 20
_STACKS_LIMIT_BYTES = 1_000_000

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("kiosk.faults")


class Fault(NamedTuple):
    """One fault, for the staff desk: when it was by the wall clock, and its last line."""

    at: datetime
    text: str


class LogHandler(logging.Handler):
    """Puts the records of `logging` into a log file, the same one at most once a minute."""

    def __init__(self, file: LogFile, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._file = file
        self._repetition = RepeatFilter(clock=clock)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        try:
            last = traceback.extract_tb(record.exc_info[2])[-1:] if record.exc_info else ""
            swallowed = self._repetition.heard(f"{record.name}\0{record.getMessage()}\0{last}")
            if swallowed is None:
                return
            line = self.format(record)
        except Exception as error:
            line, swallowed = f"a record that can't be written: {error!r}", 0
        self._file.write(f"{line}\n(and {swallowed} times before)" if swallowed else line)


class FaultLog(QObject):
    """Catches what nobody else has caught.

    `faulted` comes after the fault, from the event loop and not from inside a paint; the exhibit
    should go home then.  Ten faults within a minute end the process with `ExitCode.FAULTS`; those
    of the same half second count once, so that going home gets its chance to help.  Where all ten
    are the disk's, or when the display server has gone, it is `ExitCode.OUTSIDE`.
    """

    faulted = Signal(str)
    """The last line of the fault."""
    _seen = Signal(str)

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        give_up: Callable[[int], Any] = os._exit,
        parent: QObject | None = None,
    ) -> None:
        """`folder` is where the logs go; it need not be writable."""
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self.give_up = give_up
        self._times: deque[float] = deque(maxlen=BURST_FAULTS)
        self._last_of_ours = -float("inf")
        self._faults: deque[Fault] = deque(maxlen=_KEPT_FAULTS)
        self.count = 0
        """Of all faults since the start."""
        self._file = LogFile(folder / "kiosk.log")
        self._handler = LogHandler(self._file, clock=clock)
        self._stacks: IO[str] | None = None
        self._hooks: tuple[Any, ...] = ()
        self._level_before = logging.WARNING
        self._seen.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The last twenty, oldest first."""
        return tuple(self._faults)

    @property
    def stacks(self) -> IO[str] | None:
        """The file for the stacks of hangs and aborts; None where the disk has no room for it."""
        return self._stacks

    def install(self) -> None:
        """Take over the hooks of Python and Qt; call once, before anything else."""
        logging.raiseExceptions = False
        root = logging.getLogger()
        root.addHandler(self._handler)
        self._level_before = root.level
        root.setLevel(min(root.level, logging.INFO))
        self._hooks = (
            sys.excepthook,
            threading.excepthook,
            sys.unraisablehook,
            qInstallMessageHandler(self._take_message),
        )
        sys.excepthook = self._take_exception
        threading.excepthook = self._take_thread_exception
        sys.unraisablehook = self._take_unraisable
        self._stacks = _open_stacks(self._folder / "stacks.log")
        faulthandler.enable(self._stacks or sys.__stderr__ or 2)

    def uninstall(self) -> None:
        """Give the hooks back and write what is left."""
        if self._hooks:
            sys.excepthook, threading.excepthook, sys.unraisablehook, messages = self._hooks
            qInstallMessageHandler(messages)
            self._hooks = ()
            logging.getLogger().setLevel(self._level_before)
        logging.getLogger().removeHandler(self._handler)
        faulthandler.cancel_dump_traceback_later()
        if self._stacks is not None:
            faulthandler.enable()
            self._stacks.close()
            self._stacks = None
        self._file.close()

    def record(self, error: BaseException, *, where: str) -> None:
        """Take note of a fault that was caught elsewhere; may be called in any thread."""
        text = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
        self._faults.append(Fault(datetime.now().astimezone(), text))
        self.count += 1
        _log.error("%s: %s", where, text, exc_info=error)
        now = self._clock()
        if not (isinstance(error, OSError) and error.errno in _DISK):
            self._last_of_ours = now
        if not self._times or now - self._times[-1] >= _SETTLE_SECONDS:
            self._times.append(now)
        if len(self._times) == BURST_FAULTS and now - self._times[0] <= BURST_SECONDS:
            _log.critical("%s faults within %s s: ending", BURST_FAULTS, round(BURST_SECONDS))
            self._file.flush()
            ours = self._last_of_ours >= self._times[0]
            self.give_up(ExitCode.FAULTS if ours else ExitCode.OUTSIDE)
            return
        self._seen.emit(text)

    def _tell(self, text: str) -> None:
        self.faulted.emit(text)

    def _take_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.record(error.with_traceback(trace), where="fault")

    def _take_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and arguments.exc_type is not SystemExit:
            name = arguments.thread.name if arguments.thread else "?"
            self.record(arguments.exc_value, where=f"fault in thread {name}")

    def _take_unraisable(self, unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_value is not None:
            self.record(unraisable.exc_value, where=f"fault in {unraisable.object!r:.200}")

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        name = f"qt.{context.category or 'default'}"
        logging.getLogger(name).log(_LEVELS.get(kind, logging.WARNING), "%s", text)
        if kind is QtMsgType.QtFatalMsg:
            self._file.flush()
        if text.startswith(DISPLAY_GONE):
            # Qt would end the process with 1, as any fault of a program does.
            self._file.flush()
            self.give_up(ExitCode.OUTSIDE)


def _open_stacks(path: Path) -> IO[str] | None:
    """Open the file for stacks; the one before it is kept when it has grown large."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _STACKS_LIMIT_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return open(open_to_append(path), "a", encoding="utf-8")  # noqa: PTH123 - a descriptor
    except OSError as error:
        _log.warning("the stacks of hangs can't be kept: %s", error)
        return None
