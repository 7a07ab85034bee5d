"""The one rule for every name that something is given: made, copied, renamed or brought along.

A folder of content goes from desk to desk, so a name has to be one on Windows and on a Mac as well:
no device, no sign that a system refuses, and no second name that differs in large letters alone.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.place import SCREENS
from kiosk.text.file_names import composed
from kiosk.text.folder import SUBFOLDERS
from kiosk.text.ids import DEVICES, is_id
from kiosk.text.invisible import INVISIBLE, unseen_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_MOST_BYTES = 200
"""Of a name: 255 are the most of file systems, and a file is written under a longer one first."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""What no name may have on Windows; a slash may be in none anywhere."""
_PASSED_OVER = (".", "~", "#")
"""Names that begin so are left behind by systems and editors, and never read."""
_ENDS = " ."
"""What Windows takes away from the end of a name."""


def refusal_of_id(own: str, taken: Container[str] = (), kind: str = "") -> EditRefusal | None:
    """Why something of this kind can't have that id; None where it can."""
    if not is_id(own):
        return EditRefusal.BAD_ID
    if own in DEVICES:
        return EditRefusal.DEVICE
    if kind == "zone" and own in SCREENS:
        return EditRefusal.SCREEN
    return EditRefusal.ID_TAKEN if own in taken else None


def refuse_bad_id(own: str, taken: Container[str] = (), kind: str = "") -> None:
    """EditRefused where something of this kind can't have that id."""
    refusal = refusal_of_id(own, taken, kind)
    if refusal is not None:
        raise EditRefused(refusal, name=own)


def refuse_bad_file(file: str, others: Iterable[str]) -> None:
    """EditRefused where no new file can be called so beside the `others` of its folder."""
    folder, _, name = file.rpartition("/")
    if _device_in(name):
        raise EditRefused(EditRefusal.DEVICE, file, name=name)
    if folder not in ("", *SUBFOLDERS) or not _is_name(name):
        raise EditRefused(EditRefusal.BAD_FILE_NAME, file, name=name)
    wanted = _told_apart(file)
    for other in others:
        if _told_apart(other) == wanted:
            raise EditRefused(EditRefusal.FILE_TAKEN, other, name=name)


def sound_name(name: str) -> str:
    """A name that a file from elsewhere can have here: its own, as far as it can."""
    name = _FORBIDDEN.sub("-", INVISIBLE.sub("", composed(name)))
    while (unseen := unseen_in(name)) is not None:
        name = name.replace(unseen, "")
    path = PurePosixPath(name.strip(_ENDS).lstrip("".join(_PASSED_OVER)) or "file")
    stem, suffix = path.stem.rstrip(_ENDS), path.suffix.rstrip(_ENDS)
    most = _MOST_BYTES - len(suffix.encode())
    stem = stem.encode()[:most].decode("utf-8", "ignore").rstrip(_ENDS)
    return f"{stem}-file{suffix}" if _device_in(stem) else f"{stem or 'file'}{suffix}"


def _is_name(name: str) -> bool:
    return (
        bool(PurePosixPath(name).suffix)
        and len(name.encode("utf-8", "replace")) <= _MOST_BYTES
        and not name.startswith(_PASSED_OVER)
        and name == name.strip(_ENDS)
        and not name.endswith("~")
        and not _FORBIDDEN.search(name)
        and not INVISIBLE.search(name)
        and unseen_in(name) is None
    )


def _device_in(name: str) -> bool:
    return name.partition(".")[0].rstrip(_ENDS).lower() in DEVICES


def _told_apart(file: str) -> str:
    """The same for two names that Windows or a Mac takes for one."""
    return composed(file).casefold()
