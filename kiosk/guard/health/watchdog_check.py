"""Who watches the exhibit from outside: our own supervisor, systemd, or nobody."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.guard.check_result import CheckResult, error, ok, warning
from kiosk.guard.environment import SUPERVISED

if TYPE_CHECKING:
    from collections.abc import Mapping


def check_watchdog(environment: Mapping[str, str], hardware_watchdog: Path) -> CheckResult:
    """Whether a supervisor or systemd would notice a hang, and the hardware one of the system."""
    if SUPERVISED in environment:
        return ok("watchdog", "our own supervisor watches")
    if "WATCHDOG_USEC" in environment and "NOTIFY_SOCKET" in environment:
        return ok("watchdog", "systemd watches")
    service = _shown_by_systemd()
    if service is None:
        return warning(
            "watchdog",
            "systemd does not run here",
            "start the exhibit with `kiosk run --supervised`",
        )
    if service.get("LoadState") != "loaded":
        return warning(
            "watchdog", "there is no service kiosk.service", "write it with `kiosk service`"
        )
    state = service.get("ActiveState", "unknown")
    if state not in ("active", "activating", "reloading"):
        # Systemd does not tell the watchdog of a unit that has not been started.
        return warning(
            "watchdog", f"kiosk.service is {state}", "start it with `systemctl start kiosk`"
        )
    if service.get("WatchdogUSec", "0") in ("0", "infinity"):
        return error("watchdog", "kiosk.service has no watchdog", "write it with `kiosk service`")
    message = f"kiosk.service is {state}, {service['WatchdogUSec']} a beat"
    if not hardware_watchdog.exists():
        return warning("watchdog", f"{message}; the machine itself has none")
    return ok("watchdog", message)


def _shown_by_systemd() -> dict[str, str] | None:
    """What systemd knows of the service; None where it does not run."""
    if shutil.which("systemctl") is None or not Path("/run/systemd/system").is_dir():
        return None
    try:
        shown = subprocess.run(
            ["systemctl", "show", "kiosk.service", "--property=LoadState,ActiveState,WatchdogUSec"],
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    pairs = [line.partition("=") for line in shown.splitlines()]
    return {name: value for name, _, value in pairs}
