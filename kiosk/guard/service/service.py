"""Writing the files of the service for `kiosk service`."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kiosk.atomic_file import write_text
from kiosk.guard.service.install_guide import install_text
from kiosk.guard.service.service_files import FILES, SETTINGS_PLACE, service_texts
from kiosk.settings.keys import KEYS

if TYPE_CHECKING:
    from kiosk.settings.settings import Settings

SAID = ("folders.state", "folders.logs")


def write_service(out: Path, settings: Settings, program: PurePosixPath) -> list[Path]:
    """Write every file below `out` as it lies on the machine, and INSTALL.txt.

    `program` is the `kiosk` command on the machine.  What was written there for other settings and
    is not wanted by these goes.  Returns what was written; raises OSError.
    """
    texts = service_texts(settings, program)
    for file in FILES:
        if file.place not in texts:
            (out / file.place.relative_to("/")).unlink(missing_ok=True)
    texts[SETTINGS_PLACE] = settings_text()
    texts[PurePosixPath("/INSTALL.txt")] = install_text(settings, program)
    written = []
    for place, text in texts.items():
        path = out / place.relative_to("/")
        write_text(path, text)
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
