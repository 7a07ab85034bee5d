"""This machine's settings for a verb: the file, with the command line taking precedence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kiosk.settings.settings_file import read_settings, with_options

if TYPE_CHECKING:
    import argparse

    from kiosk.settings.settings_file import SettingsReading


def machine_settings(verb: str, options: argparse.Namespace) -> SettingsReading:
    """Read the settings of `--settings` or this machine's own, and print what is wrong in them.

    What else the command line says takes precedence over the file.
    """
    reading = read_settings(options.settings)
    for message in reading.messages:
        print(f"kiosk {verb}: {message}", file=sys.stderr)
    return reading._replace(settings=with_options(reading.settings, options))
