"""Counting visits: what interests people, without knowing anybody.

Everything is counted in memory and added to the ledger from time to time, beside the GUI thread.
What one visitor did is known as long as the visit lasts, and only so that a language or a setting
counts once in it.
"""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot

from kiosk.exhibit.model.shown_pictures import written_pages
from kiosk.visits.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.place import PanelPage, Place
    from kiosk.journey.comfort import Comfort

AFTER_LAST_TOUCH_SECONDS = 30.0
"""Whoever walks away says nothing: a visit counts for so long after its last sign of life."""


class _Span(NamedTuple):
    """What goes on, since a moment of the monotonic clock."""

    what: str
    which: str
    since: float


class Counting(QObject):
    """Is told what visitors do, counts it, and has it written into the ledger."""

    def __init__(
        self,
        ledger: Path,
        place: Place,
        comfort: Comfort,
        opened: Callable[[Place], PanelPage | None],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
    ) -> None:
        """`comfort` is how each visit begins; `opened` says which page a place opens."""
        super().__init__(parent)
        self.tally = Tally(ledger, self, now=now)
        self.tally.due.connect(self._bank)
        self._usual = comfort
        self._opened = opened
        self._clock = clock
        self._place, self._comfort = place, comfort
        self._spans: dict[str, _Span] = {}
        self._used: set[tuple[str, str]] = set()
        self._began: float | None = None
        """When the visit began; None while there is none."""
        self._last_sign = clock()
        self._asked_of: str | None = None
        """How a visit will have ended whose visitor does not answer the question."""

    @Slot(str)
    def follow(self, occupant: str) -> None:
        """Somebody else has the exhibit: only what visitors do is counted."""
        if occupant == "visitor":
            self._begin()
        else:
            self._end("closed" if occupant == "closed" else "staff")

    @Slot()
    def end_visit(self) -> None:
        """All goes back for the next visitor."""
        self._end(self._asked_of or "closed")

    @Slot()
    def notice(self) -> None:
        """Somebody is there."""
        self._last_sign = self._clock()

    @Slot()
    def ask(self) -> None:
        """The visitor is asked whether they are still there."""
        is_home = self._place.is_home and not self._place.layer
        self._asked_of = "left" if is_home else "idle"

    @Slot()
    def take_answer(self) -> None:
        """They are."""
        self._asked_of = None

    @Slot(object)
    def move(self, place: Place) -> None:
        """The visitor is elsewhere."""
        self._place = place
        if self._began is not None:
            self._follow_place()

    @Slot(object)
    def take_comfort(self, comfort: Comfort) -> None:
        """The visitor has chosen another language or setting."""
        self._comfort = comfort
        if self._began is not None:
            self._follow_comfort()

    @Slot()
    def miss(self) -> None:
        """A search has found nothing; in which words is nobody's business."""
        self._count("search_failed", self._comfort.language)

    @Slot()
    def show_code(self) -> None:
        """A code for phones is shown."""
        page = self._opened(self._place)
        if page is not None:
            self._count("code", "/".join(page.ids[:2]))

    @Slot(int)
    def play_film(self, quarter: int) -> None:
        """The film of the open page has been played up to this quarter of it."""
        page = self._opened(self._place)
        if page is not None:
            self._count("film", f"{_story_page(page)}:{25 * quarter}")

    @Slot()
    def stop(self) -> None:
        """Count no more, and wait a little for what is to be written."""
        self.tally.finish()
        self._spans.clear()
        self._began = None

    def _begin(self) -> None:
        if self._began is None:
            self._began = self._last_sign = self._clock()
            self._asked_of = None
            self._spans["visit"] = _Span("visit", "", self._began)
            self.tally.add("visit", "", times=1)
            self._follow_place()
            self._follow_comfort()

    def _end(self, how: str) -> None:
        if self._began is None:
            return
        at, page = self._attended, self._spans.get("page")
        for slot in list(self._spans):
            self._close(slot, at)
        if page is not None:
            self.tally.add("left", page.which, times=1)
        self.tally.add("reset", how, times=1)
        self._began = self._asked_of = None
        self._used.clear()

    @property
    def _attended(self) -> float:
        """Up to when somebody was there, as far as can be known."""
        return min(self._clock(), self._last_sign + AFTER_LAST_TOUCH_SECONDS)

    def _follow_place(self) -> None:
        place, page = self._place, self._opened(self._place)
        before = self._spans.get("page")
        is_story = page is not None and page.panel is not None and page.panel.kind == "story"
        self._change("page", "page", _story_page(page) if page is not None and is_story else None)
        if before is not None and _story_of(before) != _story_of(self._spans.get("page")):
            self.tally.add("left", before.which, times=1)
        self._change("place", "place", None if page is None else "/".join(page.ids[:2]))
        self._change("layer", "layer", place.layer or None)
        is_screen = page is None and not place.layer
        self._change("screen", "screen", (place.screen or "home") if is_screen else None)

    def _follow_comfort(self) -> None:
        comfort, usual = self._comfort, self._usual
        self._change("language", "language", comfort.language)
        self._change("speech", "speech", comfort.language if comfort.aloud else None)
        chosen = {
            "text-size": f"text-size-{comfort.text_size}",
            "contrast": f"contrast-{comfort.contrast}",
            "reach": "within-reach" if comfort.low_reach else "out-of-reach",
            "still": "still" if comfort.still else "moving",
        }
        usually = (usual.text_size, usual.contrast, usual.low_reach, usual.still)
        now = (comfort.text_size, comfort.contrast, comfort.low_reach, comfort.still)
        for (slot, which), mine, theirs in zip(chosen.items(), now, usually, strict=True):
            self._change(slot, "comfort", which if mine != theirs else None)

    def _change(self, slot: str, what: str, which: str | None) -> None:
        """Something else goes on from now on, or nothing."""
        before = self._spans.get(slot)
        if before is not None and before.which == which:
            return
        if before is not None:
            self._close(slot, self._clock())
        if which is None:
            return
        self._spans[slot] = _Span(what, which, self._clock())
        once = what in ("language", "comfort", "speech")
        if not once or (what, which) not in self._used:
            self.tally.add(what, which, times=1)
        self._used.add((what, which))

    def _close(self, slot: str, at: float) -> None:
        span = self._spans.pop(slot)
        self.tally.add(span.what, span.which, seconds=round(max(0.0, at - span.since)))

    @Slot()
    def _bank(self) -> None:
        """Count the whole seconds of what goes on so far."""
        at = self._attended
        for slot, span in self._spans.items():
            whole = int(max(0.0, at - span.since))
            self.tally.add(span.what, span.which, seconds=whole)
            self._spans[slot] = span._replace(since=span.since + whole)

    def _count(self, what: str, which: str) -> None:
        if self._began is not None:
            self.tally.add(what, which, times=1)


def _story_page(page: PanelPage) -> str:
    zone, panel, number = page.ids
    return f"{zone}/{panel}/{min(number, max(1, written_pages(page.panel)))}"


def _story_of(span: _Span | None) -> str:
    return "" if span is None else span.which.rpartition("/")[0]
