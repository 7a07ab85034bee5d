"""Whether the units on this machine say what its settings and this version would have them say.

Limits and times of the settings are in the units as well, and nobody but `kiosk service` writes
them there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guard.check_result import CheckResult, ok, warning
from kiosk.guard.service.service_files import FILES, UNITS, program_of, service_texts
from kiosk.plain_file import NoSuchFile, read_plain_text

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from kiosk.settings.settings import Settings

_MOST_BYTES = 64 * 1024
_PLACES = [file.place for file in FILES if file.place.parent == UNITS]


def units_result(settings: Settings, root: Path) -> CheckResult:
    """For `kiosk doctor`, the log and the staff desk; `root` is where the machine's files begin.

    What an operator adds in a drop-in is theirs and counts for nothing.  Raises OSError.
    """
    installed = {place: _read(root, place) for place in _PLACES}
    unit = installed[UNITS / "kiosk.service"]
    program = None if unit is None else program_of(unit)
    if program is None:
        return ok("units", "`kiosk service` has written none on this machine")
    wanted = service_texts(settings, program)
    old = [place.name for place, text in installed.items() if text != wanted.get(place)]
    if not old:
        return ok("units", "as the settings and this version say")
    names = ", ".join(old)
    return warning(
        "units",
        f"{names}: not as the settings and this version say",
        "have the files written again, see Other settings in INSTALL.txt",
    ).worded("health_units_old", names=names)


def _read(root: Path, place: PurePosixPath) -> str | None:
    try:
        return read_plain_text(root / place.relative_to("/"), _MOST_BYTES)
    except NoSuchFile:
        return None
