"""The files that make a locked kiosk of a Debian or Ubuntu machine, and their contents."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kiosk.settings.settings import RUNTIME
from kiosk.shipped import shipped, shipped_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.settings.settings import Settings

CAGE = PurePosixPath("/usr/bin/cage")
UNITS = PurePosixPath("/etc/systemd/system")
SETTINGS_PLACE = PurePosixPath("/etc/kiosk/settings.yaml")
RULES_PLACE = PurePosixPath("/etc/udev/rules.d/70-kiosk-input.rules")
_HIDDEN = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")
"""What ProtectHome= and PrivateTmp= of the unit put something empty in place of."""

OWN_FOLDERS = (PurePosixPath("/var/lib/kiosk"), PurePosixPath("/var/log/kiosk"))
"""StateDirectory= and LogsDirectory= of the unit."""

_NET_HOURS_LATER = 2


class ServiceFile(NamedTuple):
    """A template in `assets/service`, where it goes on the machine, and what it is for.

    `is_net`: it belongs to the nightly fallback, which a machine that never restarts lacks.
    """

    template: str
    place: PurePosixPath
    purpose: str
    is_net: bool = False


FILES = (
    ServiceFile(
        "kiosk.service",
        UNITS / "kiosk.service",
        "starts the exhibit, watches its heartbeat, keeps it in its place",
    ),
    ServiceFile(
        "kiosk-nightly.service",
        UNITS / "kiosk-nightly.service",
        "starts it anew at night if it has not done so itself",
        is_net=True,
    ),
    ServiceFile(
        "kiosk-nightly.timer", UNITS / "kiosk-nightly.timer", "when to look for that", is_net=True
    ),
    ServiceFile("70-kiosk-input.rules", RULES_PLACE, "input devices; to be edited for two screens"),
    ServiceFile("sysusers.conf", PurePosixPath("/etc/sysusers.d/kiosk.conf"), "the user kiosk"),
    ServiceFile(
        "tmpfiles.conf", PurePosixPath("/etc/tmpfiles.d/kiosk.conf"), "the folders for content"
    ),
    ServiceFile(
        "logind.conf",
        PurePosixPath("/etc/systemd/logind.conf.d/kiosk.conf"),
        "no other consoles, no power button",
    ),
    ServiceFile(
        "hardware-watchdog.conf",
        PurePosixPath("/etc/systemd/system.conf.d/kiosk.conf"),
        "the machine's own watchdog",
    ),
    ServiceFile("sysctl.conf", PurePosixPath("/etc/sysctl.d/kiosk.conf"), "no magic keys"),
    ServiceFile(
        "journald.conf",
        PurePosixPath("/etc/systemd/journald.conf.d/kiosk.conf"),
        "the size of the journal",
    ),
)


def wanted_files(settings: Settings) -> list[ServiceFile]:
    """The files that a machine with these settings has."""
    return [file for file in FILES if settings.restart_at is not None or not file.is_net]


def service_texts(settings: Settings, program: PurePosixPath) -> dict[PurePosixPath, str]:
    """What belongs on the machine with these settings: each file's place and text.

    `program` is the `kiosk` command on the machine.
    """
    values = _values(settings, program)
    return {file.place: filled(file.template, values) for file in wanted_files(settings)}


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its `@name@` filled in; what systemd calls `@system-service` stays.

    A line with nothing but an empty value goes.
    """
    text = shipped_text(shipped("assets") / "service" / template)
    for name, value in values.items():
        text = text.replace(f"@{name}@\n", "") if not value else text.replace(f"@{name}@", value)
    return text


def is_hidden(place: PurePosixPath) -> bool:
    """Whether the service does not see what lies there."""
    return any(place.is_relative_to(folder) for folder in _HIDDEN)


def program_of(unit: str) -> PurePosixPath | None:
    """The `kiosk` command that a unit file starts; None where it starts something else."""
    found = re.search(r"^ExecStart=.* -- (/\S+) run --locked$", unit, re.MULTILINE)
    return PurePosixPath(found[1]) if found else None


def _values(settings: Settings, program: PurePosixPath) -> dict[str, str]:
    values = {
        "cage": str(CAGE),
        "kiosk": str(program),
        "ceiling": str(settings.memory_ceiling_mb),
        "memory_high": str(settings.memory_ceiling_mb * 5 // 4),
        "memory_max": str(settings.memory_ceiling_mb * 3 // 2),
        "writable": "\n".join(f"ReadWritePaths=-{place}" for place in _writable(settings)),
        "wanted_net": "",
    }
    night = settings.restart_at
    if night is not None:
        net = night.replace(hour=(night.hour + _NET_HOURS_LATER) % 24)
        values |= {
            "restart_at": f"{night:%H:%M}",
            "net_at": f"{net:%H:%M:%S}",
            "wanted_net": "Wants=kiosk-nightly.timer",
        }
    return values


def _writable(settings: Settings) -> list[PurePosixPath]:
    """Whatever the service writes to; who may use the folder of the socket is the operator's."""
    places = folders_elsewhere(settings)
    if settings.control_socket not in (None, RUNTIME):
        places.append(PurePosixPath(settings.control_socket.parent.as_posix()))
    return places


def folders_elsewhere(settings: Settings) -> list[PurePosixPath]:
    """Folders of the settings that are not the service's own, and that it can see."""
    named = (settings.state, settings.logs, settings.health, settings.control_folder)
    places = [PurePosixPath(folder.as_posix()) for folder in named if folder is not None]
    return [
        place
        for place in places
        if not is_hidden(place) and not any(place.is_relative_to(own) for own in OWN_FOLDERS)
    ]
