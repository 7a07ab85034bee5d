"""The files that make a locked kiosk of a Debian or Ubuntu machine."""

from __future__ import annotations

import datetime
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kiosk.settings.keys import KEYS
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.settings import Settings

CAGE = PurePosixPath("/usr/bin/cage")
_NET_HOURS_LATER = 2
_DEFAULT_NIGHT = datetime.time(4, 30)


class ServiceFile(NamedTuple):
    """A template in `assets/service`, where it goes on the machine, and what it is for."""

    template: str
    place: PurePosixPath
    purpose: str


FILES = (
    ServiceFile(
        "kiosk.service",
        PurePosixPath("/etc/systemd/system/kiosk.service"),
        "starts the exhibit, watches its heartbeat, keeps it in its place",
    ),
    ServiceFile(
        "kiosk-nightly.service",
        PurePosixPath("/etc/systemd/system/kiosk-nightly.service"),
        "starts it anew at night if it has not done so itself",
    ),
    ServiceFile(
        "kiosk-nightly.timer",
        PurePosixPath("/etc/systemd/system/kiosk-nightly.timer"),
        "when to look for that",
    ),
    ServiceFile(
        "70-kiosk-input.rules",
        PurePosixPath("/etc/udev/rules.d/70-kiosk-input.rules"),
        "input devices; keyboards and clickers stay",
    ),
    ServiceFile("pam", PurePosixPath("/etc/pam.d/kiosk"), "the session that owns the screen"),
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

SETTINGS_PLACE = PurePosixPath("/etc/kiosk/settings.yaml")
SAID = ("folders.state", "folders.logs")


def write_service(out: Path, settings: Settings, program: PurePosixPath) -> list[Path]:
    """Write every file below `out` as it lies on the machine, and INSTALL.txt.

    `program` is the `kiosk` command on the machine.  Returns what was written; raises OSError.
    """
    values = _values(settings, program)
    texts = {
        file.place: _filled((shipped("assets") / "service" / file.template), values)
        for file in FILES
    }
    texts[SETTINGS_PLACE] = settings_text()
    texts[PurePosixPath("/INSTALL.txt")] = _install_text(program)
    written = []
    for place, text in texts.items():
        path = out / place.relative_to("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def settings_text() -> str:
    """A settings file with every key, its purpose and an example.

    All of them are commented out except for the two folders, which the service and whoever calls
    `kiosk staff-pin` have to agree on.
    """
    lines = [
        "# The settings of this machine. Take the # away from what you want to say; the rest is",
        "# as built in. `kiosk doctor` says what is wrong with it.",
        "",
    ]
    groups: set[str] = set()
    for name, key in KEYS.items():
        group, _, inner = name.rpartition(".")
        if group and group not in groups:
            groups.add(group)
            said = any(other.startswith(f"{group}.") for other in SAID)
            lines.append(f"{group}:" if said else f"#{group}:")
        indentation = "  " if group else ""
        lines += [
            f"#{indentation} {key.purpose}",
            f"{'' if name in SAID else '#'}{indentation}{inner}: {key.example}",
        ]
    return "\n".join([*lines, ""])


def _values(settings: Settings, program: PurePosixPath) -> dict[str, str]:
    night = settings.restart_at or _DEFAULT_NIGHT
    net = night.replace(hour=(night.hour + _NET_HOURS_LATER) % 24)
    return {
        "cage": str(CAGE),
        "kiosk": str(program),
        "restart_at": f"{night:%H:%M}",
        "net_at": f"{net:%H:%M:%S}",
        "memory_high": str(settings.memory_ceiling_mb * 5 // 4),
        "memory_max": str(settings.memory_ceiling_mb * 3 // 2),
        "writable": "\n".join(_writable(settings)),
    }


def _writable(settings: Settings) -> Iterator[str]:
    """Folders of the settings that are not the service's own."""
    ours = ("/var/lib/kiosk", "/var/log/kiosk")
    for folder in (settings.state, settings.logs):
        place = PurePosixPath(folder.as_posix())
        on_a_server = place.is_relative_to("/srv") or place.is_relative_to("/var")
        if on_a_server and not any(place.is_relative_to(own) for own in ours):
            yield f"ReadWritePaths=-{place}"


def _filled(template: Path, values: dict[str, str]) -> str:
    """The template with its `@name@` filled in; what systemd calls `@system-service` stays."""
    text = template.read_text(encoding="utf-8")
    filled = re.sub(r"@([a-z_]+)@", lambda found: values[found[1]], text)
    return re.sub(r"\n{3,}", "\n\n", filled)


def _install_text(program: PurePosixPath) -> str:
    width = max(len(str(file.place)) for file in FILES)
    listed = "\n".join(f"  {file.place!s:<{width}}  {file.purpose}" for file in FILES)
    return f"""\
A locked kiosk on Debian 12 or Ubuntu 22.04 and newer
=====================================================

Every file here lies as it does on the machine; all of them belong to root.

{listed}
  {SETTINGS_PLACE!s:<{width}}  the settings of this machine, to be filled in

The exhibit itself is expected at {program}.

Run these lines as root, in this folder:

  apt-get install --yes cage xwayland libpam-systemd
  cp --recursive --no-clobber etc/kiosk /etc/
  cp --recursive etc/pam.d etc/sysctl.d etc/systemd etc/sysusers.d etc/tmpfiles.d etc/udev /etc/
  systemd-sysusers kiosk.conf
  systemd-tmpfiles --create kiosk.conf
  udevadm control --reload
  systemctl daemon-reload
  systemctl mask getty@tty1.service
  systemctl set-default graphical.target
  systemctl enable kiosk.service kiosk-nightly.timer
  install --directory --owner=kiosk --group=kiosk /var/lib/kiosk /var/log/kiosk
  runuser --user=kiosk -- {program} staff-pin
  runuser --user=kiosk -- {program} doctor
  reboot

To take it away again: systemctl disable --now kiosk.service kiosk-nightly.timer,
systemctl unmask getty@tty1.service, and delete the files above.
"""
