"""What came with the program and can't be read: a damaged installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from kiosk.geography.drawing import DrawingError, read_drawing
from kiosk.guard.content.usable import why_folder_unusable
from kiosk.languages.words import read_words
from kiosk.look.look import read_look
from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, yaml.YAMLError)


def _demand_map(assets: Path) -> None:
    read_drawing(assets / "map" / "gba.svg")


def _demand_content(_assets: Path) -> None:
    reason = why_folder_unusable(shipped("content"))
    if reason:
        raise ValueError(reason)


_DEMANDS: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("assets/look", read_look),
    ("assets/words", lambda assets: read_words(assets / "words")),
    ("assets/map/gba.svg", _demand_map),
    ("content", _demand_content),
)


def damages() -> tuple[str, ...]:
    """What can't be read of the look, the words, the map and the content, and why; no fonts."""
    try:
        assets = shipped("assets")
    except FileNotFoundError as error:
        return (str(error),)
    found = []
    for name, demand in _DEMANDS:
        try:
            demand(assets)
        except (DrawingError, *_UNREADABLE) as error:
            lines = str(error).splitlines() or [type(error).__name__]
            found.append(f"{name}: {lines[0]}")
    return tuple(found)


def broken_fonts() -> tuple[str, ...]:
    """The files of those fonts that can't be loaded; of their list, where that can't be read."""
    try:
        files = _font_files()
    except _UNREADABLE:
        return ("fonts.yaml",)
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font_count() -> int:
    """How many fonts should have come along, as far as that is known."""
    try:
        return len(_font_files())
    except _UNREADABLE:
        return 0


def _font_files() -> list[Path]:
    folder = shipped("assets") / "look" / "fonts"
    return [folder / entry["file"] for entry in shipped_yaml(folder / "fonts.yaml")["fonts"]]


def has_font() -> bool:
    """Whether there is any font at all, of ours or of the system.

    Without one Qt still lists families, and draws a box for each letter in a font without a name.
    """
    return bool(QFontInfo(QFont()).family())
