"""How staff end a service that would otherwise always be started again.

Cage, as Debian 12 has it, ends with 0 whatever its child ended with, so the exit code can't tell
systemd anything.  A file in the service's runtime folder does: the unit's `ExecCondition` takes
it away, and then does not start again until somebody says `systemctl start`.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.plain_file import open_to_append

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKER = "left"
_log = logging.getLogger("kiosk.guard")


def leave_for_good(environment: Mapping[str, str] = os.environ) -> bool:
    """Say that the service shall stay stopped; False where there is no service or no room."""
    folder = environment.get("RUNTIME_DIRECTORY", "").split(":")[0]
    if not folder:
        return False
    try:
        os.close(open_to_append(Path(folder, MARKER)))
    except OSError as error:
        _log.error("the service can't be ended: %s", error)
        return False
    return True
