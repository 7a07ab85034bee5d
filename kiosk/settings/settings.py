"""Settings: what this machine is like, apart from what the exhibit says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings.keypad_keys import usual_keypad
from kiosk.settings.opening_hours import ALWAYS_OPEN, OpeningHours
from kiosk.settings.places import logs_folder, state_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

RUNTIME = Path("runtime")
"""As `control_socket`: in the runtime folder, wherever that is."""


@dataclass(frozen=True)
class Settings:
    """This machine; `kiosk/settings/keys.py` says what an operator can write of it.

    `screen_mm` is the visible picture's width and height in millimetres, None when unknown;
    touch targets are measured by it.  `viewing_mm` is how far a visitor's eyes are from it,
    `lower_edge_mm` how high it begins above the floor, None when unknown, and `reach_mm` how high
    everybody reaches.
    """

    content: Path
    screen_mm: tuple[float, float] | None = None
    viewing_mm: float = 600.0
    lower_edge_mm: float | None = None
    reach_mm: float = 1220.0
    theme: str = "dark"
    language: str | None = None
    still: bool = False
    sound_output: str = "headphones"
    sound_device: str = ""
    sound_loudest: float = 100
    sound_engine: tuple[str, ...] = ("espeak-ng", "-v", "{language}", "--stdin", "--stdout")
    keypad: Mapping[str, tuple[str, ...]] = field(default_factory=usual_keypad)
    """The names of the keys of each meaning in `kiosk/settings/keypad_keys.py`."""
    idle_seconds: float = 90.0
    prompt_seconds: float = 20.0
    opening_hours: OpeningHours = ALWAYS_OPEN
    state: Path = field(default_factory=state_folder)
    logs: Path = field(default_factory=logs_folder)
    health: Path | None = None
    """Where the exhibit writes how it is."""
    visits: bool = True
    name: str | None = None
    """Which kiosk this is, for drafts; None where nobody has said so."""
    inbox: Path | None = None
    """Where new content is brought to."""
    signed: bool = False
    keys: Path = Path("/etc/kiosk/keys")
    """The public keys of those who may publish; with `signed` nobody else may."""
    control_socket: Path | None = None
    """Where it listens to other programs: a path or `RUNTIME`."""
    control_folder: Path | None = None
    """Where such programs lay down their orders as a file."""
    memory_ceiling_mb: int = 700
    restart_at: datetime.time | None = datetime.time(4, 30)
    quiet_minutes: float = 5.0

    @property
    def takes_orders(self) -> bool:
        """Whether other programs may tell the exhibit what to do."""
        return self.control_socket is not None or self.control_folder is not None
