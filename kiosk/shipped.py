"""Where the files that come with the exhibit lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from kiosk.plain_file import FileRefused, read_plain_text

_PACKAGE = Path(__file__).resolve().parent
_LIMIT_BYTES = 4 * 1024 * 1024


class BrokenInstallation(FileNotFoundError):
    """What came with the program is missing or damaged, so it has to be installed again."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(path, what)

    def __str__(self) -> str:
        return f"{self.what} Install the exhibit again."


def shipped(name: Literal["assets", "content"]) -> Path:
    """Return the folder of that name: inside the package, or else beside it in a checkout.

    Raises BrokenInstallation when it is in neither place.
    """
    places = (_PACKAGE / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise BrokenInstallation(
        places[0],
        f"The exhibit's {name} folder is missing: looked at {places[0]} and {places[1]}.",
    )


def shipped_content() -> Path:
    """The content that came with the program, or where it should be in a broken installation."""
    try:
        return shipped("content")
    except BrokenInstallation:
        return _PACKAGE / "content"


def shipped_text(path: Path) -> str:
    """The text of a file that came with the program; raises BrokenInstallation."""
    try:
        return read_plain_text(path, _LIMIT_BYTES)
    except FileRefused as error:
        raise damaged(path, error.reason) from None


def damaged(path: Path, reason: str) -> BrokenInstallation:
    """What to raise where such a file can be read and holds something else than it should."""
    return BrokenInstallation(path, f"The exhibit's own file {path} is damaged: {reason}.")
