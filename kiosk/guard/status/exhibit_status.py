"""How a running exhibit is: what machines that watch over it are told, and nothing of visitors.

When somebody was there is told in whole minutes, and who it was not at all.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.guard.content.content_choice import ContentOrigin
from kiosk.guard.occupancy import Occupant

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN = "open"
"""Visitors may have it.  Whether one has is told by the minutes since the last touch alone."""

OCCUPANTS = (Occupant.TALK, Occupant.CLEANING, Occupant.STAFF, Occupant.CLOSED, OPEN)
ORIGINS = {
    ContentOrigin.OWN: "own",
    ContentOrigin.LAST_GOOD: "last-good",
    ContentOrigin.SHIPPED: "shipped",
}


def told_occupant(occupant: Occupant) -> str:
    """Who has the exhibit, as far as others are told."""
    return OPEN if occupant in (Occupant.VISITOR, Occupant.NOBODY) else str(occupant)


class RunningStatus(NamedTuple):
    """What the running exhibit knows without looking anywhere; times by the machine's clock."""

    heartbeat_at: float | None
    started_at: float
    occupant: str
    untouched_seconds: int
    faults: int
    late_frames: int


@dataclass(frozen=True)
class ContentStatus:
    """The content that is shown; what is None, or not in a mapping, was not looked at yet.

    `digest` is the same wherever the files are; `modified_at` is when the newest was written.
    """

    origin: str
    release: str = ""
    digest: str = ""
    modified_at: float | None = None
    translations_missing: Mapping[str, int] = field(default_factory=dict)
    translations_older: Mapping[str, int] = field(default_factory=dict)
    clips: Mapping[str, int] = field(default_factory=dict)
    clips_missing: int | None = None


@dataclass(frozen=True)
class MachineStatus:
    """What the machine says; None where it does not say it."""

    version: str
    starts: int | None = None
    memory_bytes: int | None = None
    memory_ceiling_bytes: int = 0
    disk_free_bytes: int | None = None
    disk_size_bytes: int | None = None


@dataclass(frozen=True)
class ExhibitStatus:
    """All of it at one moment."""

    running: RunningStatus
    machine: MachineStatus
    content: ContentStatus

    def told(self) -> dict[str, Any]:
        """The same for JSON."""
        machine = asdict(self.machine)
        version = machine.pop("version")
        return {
            "version": version,
            **self.running._asdict(),
            **machine,
            "content": asdict(self.content),
        }
