"""Options that several verbs share, so that they have one name, one form and one help text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.settings.size import parse_size
from kiosk.theme_names import TEXT_SIZES, THEMES

if TYPE_CHECKING:
    import argparse
    import datetime

CONTENT_HELP = "the content folder; without it, the one that came along"


def add_content_option(parser: argparse.ArgumentParser, help: str = CONTENT_HELP) -> None:
    """Let the folder be named with `--content`, where something else follows the verb."""
    parser.add_argument("--content", type=Path, metavar="FOLDER", help=help)


def add_day_option(parser: argparse.ArgumentParser, name: str, help: str) -> None:
    """Let another day than today be named."""
    parser.add_argument(name, type=_day, metavar="YYYY-MM-DD", help=help)


def _day(written: str) -> datetime.date:
    # `kiosk run` shares these options, and its first picture waits for no library.
    import argparse
    import datetime

    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        message = f"'{written}' is not a day: write it as 2026-01-31"
        raise argparse.ArgumentTypeError(message) from None


def add_settings_option(parser: argparse.ArgumentParser) -> None:
    """Let another settings file than this machine's usual one be named."""
    parser.add_argument("--settings", type=Path, metavar="FILE", help="this machine's settings")


def add_store_option(parser: argparse.ArgumentParser) -> None:
    """Let another folder of releases than this machine's be named."""
    parser.add_argument(
        "--store", type=Path, metavar="FOLDER", help="where the releases are; else this machine's"
    )


def add_window_option(parser: argparse.ArgumentParser) -> None:
    """Let the exhibit be shown in a window of a given size."""
    parser.add_argument("--window", type=parse_size, metavar="WxH", help="a window instead")


def add_screen_size_option(parser: argparse.ArgumentParser) -> None:
    """Let the size of the lit picture be given, by which touch targets are measured."""
    parser.add_argument(
        "--screen-mm",
        type=parse_size,
        metavar="WxH",
        help="the picture's width and height in millimetres, such as 531x299 for 24 inches",
    )


def add_theme_option(parser: argparse.ArgumentParser, default: str | None = None) -> None:
    """Let the colours be chosen; without a default, the settings say which."""
    parser.add_argument("--theme", choices=THEMES, default=default)


def add_comfort_options(parser: argparse.ArgumentParser) -> None:
    """Let the exhibit be shown as a visitor can have it with the comfort tray."""
    parser.add_argument(
        "--text-size",
        type=int,
        choices=range(TEXT_SIZES),
        default=0,
        help="0 is the exhibit's own, 3 the largest",
    )
    parser.add_argument(
        "--reach", action="store_true", help="everything that can be touched lower down"
    )


def add_still_option(parser: argparse.ArgumentParser) -> None:
    """Let motion be switched off."""
    parser.add_argument("--still", action="store_true", help="show everything without motion")
