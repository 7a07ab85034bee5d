"""INSTALL.txt: what an operator types, from a bare machine to taking all of it away again."""

from __future__ import annotations

import textwrap
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.guard.service.service_files import (
    FILES,
    OWN_FOLDERS,
    RULES_PLACE,
    SETTINGS_PLACE,
    filled,
    folders_elsewhere,
    wanted_files,
)
from kiosk.system_libraries import SONAMES

if TYPE_CHECKING:
    from kiosk.settings.settings import Settings

PROGRAM = PurePosixPath("/opt/kiosk/bin/kiosk")
"""Where the guide puts the exhibit unless told otherwise."""

PACKAGES = ("python3-venv", "cage", "seatd", "xwayland", *sorted(SONAMES["wayland"].values()))
"""The packages that the service needs, by their names in Debian and Ubuntu."""

_COMMAND = " " * 4
_WIDTH = 100
_SHARED = tuple(map(PurePosixPath, ("/", "/usr", "/usr/local")))
_OURS_ALONE = ("logind.conf.d", "system.conf.d", "journald.conf.d", "sysusers.d")
"""Folders of FILES that a bare system does not have."""


def is_of_its_own(program: PurePosixPath) -> bool:
    """Whether this command lies in an environment that holds nothing but the exhibit.

    The guide makes it, and takes it away as a whole.
    """
    environment = program.parent.parent
    return program.parent.name == "bin" and environment not in _SHARED


def install_text(settings: Settings, program: PurePosixPath) -> str:
    """The guide for a machine with these settings; `program` is the `kiosk` command there."""
    files = wanted_files(settings)
    places = [file.place for file in FILES]
    width = max(len(str(place)) for place in places)
    listed = [(file.place, file.purpose) for file in files]
    listed.append((SETTINGS_PLACE, "the settings of this machine"))
    # What operators edit is never written over.
    folders = {f"etc/{file.place.parts[2]}" for file in files if file.place != RULES_PLACE}
    elsewhere = "" if program == PROGRAM else f" --program {program}"
    return _wrapped(
        filled(
            "INSTALL.txt",
            {
                "packages": " ".join(PACKAGES),
                "kiosk": str(program),
                "venv": str(program.parent.parent),
                "service": f"{program} service --out .{elsewhere}",
                "folders": " ".join(sorted(folders)),
                "net_files": " ".join(str(file.place) for file in FILES if file.is_net),
                "files": " ".join(map(str, places)),
                "emptied": " ".join(
                    str(place.parent) for place in places if place.parent.name in _OURS_ALONE
                ),
                "kept": " ".join(map(str, (*OWN_FOLDERS, *folders_elsewhere(settings)))),
                "left": _left(settings),
                "listed": "\n".join(f"  {place!s:<{width}}  {said}" for place, said in listed),
            },
        )
    )


def _left(settings: Settings) -> str:
    """What nobody should remove unseen: such a folder may hold more than the exhibit's files."""
    elsewhere = " and ".join(map(str, folders_elsewhere(settings)))
    if not elsewhere:
        return ""
    return f"So does {elsewhere}, where the settings\nput what it writes: look what lies there."


def _wrapped(text: str) -> str:
    """Break commands that are too long for a line, as the shell allows."""
    lines = []
    for line in text.splitlines():
        if not line.startswith(_COMMAND) or len(line) <= _WIDTH:
            lines.append(line)
            continue
        parts = textwrap.wrap(
            line,
            _WIDTH - 2,
            subsequent_indent=_COMMAND * 2,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += [*(f"{part} \\" for part in parts[:-1]), parts[-1]]
    return "\n".join([*lines, ""])
