"""What the ledger of visits is made of: how often, and for how long, in one hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

LEDGER_NAME = "visits.db"
"""What the ledger is called in the folder of what outlives a restart."""

WHAT = (
    "visit",
    "screen",
    "place",
    "page",
    "left",
    "layer",
    "film",
    "code",
    "language",
    "comfort",
    "speech",
    "search_failed",
    "reset",
)
"""Everything that is counted: visits; opens of screens, places (`zone/panel`) and story pages, and
the pages at which stories were left; data layers; films (`zone/panel/page:50` was played to its
half); codes for phones; what was used in how many visits of languages, comfort and speech; searches
that found nothing, by language alone; and how visits ended.
"""


class HourCell(NamedTuple):
    """An hour of the wall clock (`2026-11-28T09`), what is counted, and of which one."""

    hour: str
    what: str
    which: str


class Amount(NamedTuple):
    """How often, and how many seconds in all; some things last no time."""

    times: int
    seconds: int

    def more(self, times: int, seconds: int) -> Amount:
        """So much more."""
        return Amount(self.times + times, self.seconds + seconds)


NOTHING = Amount(0, 0)


def hour_of(moment: datetime.datetime) -> str:
    """The hour of a moment, finer than which nothing is kept."""
    return f"{moment:%Y-%m-%dT%H}"
