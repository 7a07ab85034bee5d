"""Where a machine keeps the exhibit's settings, its memory and its logs unless told otherwise."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


SERVICE_STATE = Path("/var/lib/kiosk")
SERVICE_LOGS = Path("/var/log/kiosk")
"""What StateDirectory= and LogsDirectory= of the unit make for its user."""


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that is read when none is named; it need not exist."""
    return Path("/etc/kiosk/settings.yaml")


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """What has to outlive a restart: the service's own folder, or else the user's.

    `STATE_DIRECTORY` and `LOGS_DIRECTORY` are set for a service, systemd.exec(5).  Whoever may
    write its folders means them too: the commands beside it have no such environment.
    """
    given = _first(environment.get("STATE_DIRECTORY"))
    if given:
        return Path(given)
    if _is_ours(SERVICE_STATE):
        return SERVICE_STATE
    return _user_folder(environment, "XDG_STATE_HOME", ".local/state") / "kiosk"


def logs_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the logs go."""
    given = _first(environment.get("LOGS_DIRECTORY"))
    if given:
        return Path(given)
    return SERVICE_LOGS if _is_ours(SERVICE_LOGS) else state_folder(environment) / "logs"


def runtime_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """A folder in memory that a restart of the machine empties, if this machine offers one."""
    for name in ("RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR"):
        given = _first(environment.get(name))
        if given and Path(given).is_dir():
            return Path(given)
    return None


def _is_ours(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _first(folders: str | None) -> str:
    """The first of the folders that systemd lists with colons."""
    return (folders or "").split(":")[0]


def _user_folder(environment: Mapping[str, str], name: str, below_home: str) -> Path:
    given = environment.get(name, "")
    return Path(given) if Path(given).is_absolute() else Path.home() / below_home
