"""The content folder that a verb works on: its option, and the message if it is missing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.options import CONTENT_HELP
from kiosk.shipped import BrokenInstallation, shipped
from kiosk.text.folder import ContentFolder, folder_of_exhibit
from kiosk.text.invisible import visible

if TYPE_CHECKING:
    import argparse


def add_content_folder(parser: argparse.ArgumentParser) -> None:
    """Let the folder follow the verb, for verbs that are about a folder and not a machine."""
    parser.add_argument("folder", nargs="?", type=Path, help=CONTENT_HELP)


def content_folder(verb: str, named: Path | None) -> Path | None:
    """The named folder or the one that came along; None, and a line that says so, without any."""
    try:
        folder = named or shipped("content")
    except BrokenInstallation as error:
        print(f"kiosk {verb}: {error}", file=sys.stderr)
        return None
    refusal = ContentFolder.at(folder).refusal()
    if refusal is None:
        return folder
    # As a placed message it is one line, with names in place of what a terminal would obey.
    message = refusal.at(".")
    hint = f" ({message.hint})" if message.hint else ""
    print(f"kiosk {verb}: {message.text}{hint}", file=sys.stderr)
    return None


def is_outside_exhibits(verb: str, out: Path) -> bool:
    """Whether `out` is no content folder and lies in none; says so where it does."""
    around = folder_of_exhibit(out)
    if around is not None:
        shown = visible(f"{out} lies inside the exhibit {around}: choose a folder beside it")
        print(f"kiosk {verb}: {shown}", file=sys.stderr)
    return around is None
