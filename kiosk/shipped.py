"""Where the files that come with the exhibit lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: Literal["assets", "content"]) -> Path:
    """Return the folder of that name: inside the package, or else beside it in a checkout.

    Raises FileNotFoundError when it is in neither place, which means a broken installation.
    """
    places = (_PACKAGE / name, _PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(
        f"The exhibit's {name} folder is missing: looked at {places[0]} and {places[1]}."
        " Install the exhibit again."
    )


def shipped_content() -> Path:
    """The content that came with the program, or where it should be in a broken installation."""
    try:
        return shipped("content")
    except FileNotFoundError:
        return _PACKAGE / "content"
