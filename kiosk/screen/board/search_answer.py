"""What is shown for a query: the places before anything is typed, then what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.languages.searching.found import Found
from kiosk.screen.board.found_entry import FoundEntry, found_entry, place_entry, suggested_entry
from kiosk.screen.board.place_entries import index_groups
from kiosk.screen.board.search_indexes import SearchIndexes

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld


class SearchAnswer(QObject):
    """Holds what was found for the latest query, and forgets it when told to."""

    known = Signal()
    """What waited for an index can be found now."""
    failed = Signal()
    """Nothing was found; told once until something is found again, without the query's words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: tuple[Found | Zone | str, ...] = ()
        self._asked: tuple[Locale, MapWorld | None] | None = None
        self.count = 0
        """How much was found."""
        self.is_known = True
        """Whether nothing waits for an index."""
        self._answers: tuple[object, ...] = ()
        self._has_failed = False
        self._indexes = SearchIndexes(self)
        self._indexes.made.connect(self.known)

    @property
    def rows(self) -> int:
        """How many rows say something of it: where nothing was found, what may have been meant."""
        return len(self._found)

    def entries(self, start: int, stop: int) -> list[FoundEntry]:
        """What rows say of it, from one to before another: no more than is shown is worded."""
        if self._asked is None:
            return []
        locale, world = self._asked
        return [_entry(each, locale, world) for each in self._found[start:stop]]

    def find(self, query: str, locale: Locale, world: MapWorld | None) -> None:
        """Find what a query means, unless that is what was asked last.

        The index is made before anything is typed, so that the first letter need not wait for it.
        """
        index = self._indexes.index(locale.exhibit, locale.language)
        asked = (query, locale.language, locale.exhibit, locale.words, world, index)
        if len(self._answers) == len(asked) and all(map(_same, asked, self._answers)):
            return
        self._answers, self._found, self.count = asked, (), 0
        self._asked = locale, world
        self.is_known = not query or self._indexes.is_made(locale.language)
        if not query:
            self._found = _all_places(locale)
            self.count = len(self._found)
        elif index is not None:
            findings = index.find(query)
            self._found = findings.found or tuple(filter(None, (findings.suggestion,)))
            self.count = len(findings.found)
        has_failed = self.is_known and not self.count
        if has_failed and not self._has_failed:
            self.failed.emit()
        self._has_failed = has_failed

    def finish(self) -> None:
        """Have the index that is waited for at once."""
        if not self.is_known:
            self._indexes.finish(str(self._answers[1]))

    def forget(self) -> None:
        """Keep nothing of what was searched for."""
        self._found, self.count, self._answers, self._asked = (), 0, (), None


def _entry(each: Found | Zone | str, locale: Locale, world: MapWorld | None) -> FoundEntry:
    if isinstance(each, str):
        return suggested_entry(each, locale)
    if isinstance(each, Found):
        return found_entry(each, locale, world)
    return place_entry(each, locale, world)


def _all_places(locale: Locale) -> tuple[Zone, ...]:
    """All places in the order of the list."""
    keys = [entry.key for group in index_groups(locale, None) for entry in group.entries]
    return tuple(filter(None, map(locale.exhibit.zone, keys)))


def _same(one: object, other: object) -> bool:
    return one == other if isinstance(one, str) else one is other
