"""`kiosk run --supervised`: this process becomes the supervisor of another one like it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kiosk.guard.content.content_choice import trust_of
from kiosk.guard.log.log_file import LogFile
from kiosk.guard.process.supervisor import Supervisor, own_command, supervise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.settings.settings import Settings


def run_supervised(read_settings: Callable[[], Settings]) -> int:
    """Keep the same command line running in a child; returns the exit code for this process.

    The settings are read again before each run, as the child reads them.
    """
    settings = read_settings()
    log = LogFile(settings.logs / "supervisor.log")

    def say(line: str) -> None:
        log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}")

    def content() -> Path:
        return read_settings().content

    supervisor = Supervisor(own_command(), content=content, trust=trust_of(settings), say=say)
    try:
        return supervise(supervisor)
    finally:
        log.close()
