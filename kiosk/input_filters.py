"""Filters of input: who wants to see every touch, click and key before any widget does.

Qt asks a filter of the application about every event of every object, a hundred for each frame of
a moving map, and each question is a call of Python.  So one object is asked for all of them, and
asks the others about input alone.
"""

from __future__ import annotations

import weakref

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject


class InputFilters(QObject):
    """Asks the `eventFilter` of each filter about input; the latest that came is asked first.

    One that has been destroyed is asked no more.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._filters: list[weakref.ref[QObject]] = []
        self._first: weakref.ref[QObject] | None = None

    def add(self, watcher: QObject, *, first: bool = False) -> None:
        """Ask this one before all others, and before every other filter of the application.

        Whoever is `first` stays so, whoever comes later.
        """
        self.remove(watcher)
        reference = weakref.ref(watcher)
        if first:
            self._first = reference
        self._filters.insert(0, reference)
        self._filters.sort(key=self._is_not_first)
        self._application.removeEventFilter(self)
        self._application.installEventFilter(self)

    def remove(self, watcher: QObject) -> None:
        """Ask this one no more."""
        self._filters = [each for each in self._filters if each() not in (None, watcher)]

    def _is_not_first(self, reference: weakref.ref[QObject]) -> bool:
        return reference is not self._first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not event.isInputEvent():
            return False
        for each in tuple(self._filters):
            watcher = each()
            if watcher is None or not shiboken6.isValid(watcher):
                continue
            if watcher.eventFilter(watched, event):
                return True
        return False


def filter_input(watcher: QObject, *, first: bool = False) -> None:
    """Have the `eventFilter` of an object asked about every input, before all others.

    Whoever is `first` is asked before those too that come later.
    """
    application = QCoreApplication.instance()
    if application is not None:
        (application.findChild(InputFilters) or InputFilters(application)).add(watcher, first=first)


def leave_input(watcher: QObject) -> None:
    """Ask an object about input no more."""
    application = QCoreApplication.instance()
    filters = None if application is None else application.findChild(InputFilters)
    if filters is not None:
        filters.remove(watcher)
