"""The indexes that are searched: one for each language, made beside the GUI thread when needed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.jobs import Jobs

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.jobs import Answer
    from kiosk.languages.searching.search_index import SearchIndex

_log = logging.getLogger("kiosk")


class SearchIndexes(QObject):
    """Keeps those of one reading of an exhibit."""

    made = Signal()
    """One more language can be searched."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._take)
        self._exhibit: Exhibit | None = None
        self._reading = 0
        self._made: dict[str, SearchIndex | None] = {}

    def index(self, exhibit: Exhibit, language: str) -> SearchIndex | None:
        """The index of a language; None as long as it is not made, which is begun then."""
        if exhibit is not self._exhibit:
            self._exhibit, self._reading = exhibit, self._reading + 1
            self._made.clear()
        if language not in self._made:

            def make() -> SearchIndex:
                return make_index(exhibit, language)

            self._jobs.ask_once((self._reading, language), make)
        return self._made.get(language)

    def is_made(self, language: str) -> bool:
        """Whether there is no more to wait for."""
        return language in self._made

    def finish(self, language: str) -> None:
        """Have the index of a language at once, if it was asked for: for pictures and tests."""
        if self._exhibit is not None and language not in self._made:
            self._made[language] = make_index(self._exhibit, language)
            self.made.emit()

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        reading, language = answer.key
        if reading != self._reading or language in self._made:
            return
        if answer.error is not None:
            _log.error("search: the index can't be made: %s", answer.error)
        self._made[language] = answer.value
        self.made.emit()


def make_index(exhibit: Exhibit, language: str) -> SearchIndex:
    """Make one; what it needs is imported then, since most visitors search for nothing."""
    from kiosk.languages.searching.search_index import SearchIndex

    return SearchIndex(exhibit, language)
