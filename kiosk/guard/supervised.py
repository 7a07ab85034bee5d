"""`kiosk run --supervised`: this process becomes the supervisor of another one like it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.guard.content_choice import trust_of
from kiosk.guard.log_file import LogFile
from kiosk.guard.supervisor import Supervisor, own_command, supervise

if TYPE_CHECKING:
    from kiosk.settings import Settings


def run_supervised(settings: Settings) -> int:
    """Keep the same command line running in a child; returns the exit code for this process."""
    log = LogFile(settings.logs / "supervisor.log")

    def say(line: str) -> None:
        log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}")

    supervisor = Supervisor(
        own_command(), content=settings.content, trust=trust_of(settings), say=say
    )
    try:
        return supervise(supervisor)
    finally:
        log.close()
