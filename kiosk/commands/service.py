"""Write the files that make a locked kiosk of a Debian or Ubuntu machine, with a list for them."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import is_outside_exhibits
from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option
from kiosk.guard.service.install_guide import PROGRAM, is_of_its_own
from kiosk.guard.service.service import write_service
from kiosk.guard.service.service_files import OWN_FOLDERS, is_hidden
from kiosk.settings.places import logs_folder, state_folder
from kiosk.shipped import shipped

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the files go, and what the machine they are for is like."""
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    add_settings_option(parser)
    parser.add_argument(
        "--program",
        type=PurePosixPath,
        default=PROGRAM,
        metavar="PATH",
        help=f"the kiosk command on that machine; without it {PROGRAM}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write them.

    Returns 0; 1 when the folder does not take them or the settings are wrong; 2 for a bad program.
    """
    program = arguments.program
    if not program.is_absolute() or any(letter in str(program) for letter in " \t\"'%$\\"):
        print(f"kiosk service: {program} is not a whole path without spaces", file=sys.stderr)
        return 2
    if not is_of_its_own(program):
        print(
            f"kiosk service: {program} is not in an environment of its own, such as {PROGRAM}:"
            " make one with python3 -m venv",
            file=sys.stderr,
        )
        return 2
    if not is_outside_exhibits("service", arguments.out):
        return 2
    reading = machine_settings("service", arguments)
    settings = reading.settings
    named = (
        (settings.content, shipped("content"), "put the content into /srv/kiosk/content"),
        (settings.state, state_folder(), f"the state belongs into {OWN_FOLDERS[0]}"),
        (settings.logs, logs_folder(), f"the logs belong into {OWN_FOLDERS[1]}"),
        (settings.health, None, "the health files belong into /var/lib/kiosk-health"),
    )
    unseen = False
    for folder, built_in, better in named:
        if folder not in (None, built_in) and is_hidden(PurePosixPath(folder.as_posix())):
            unseen = True
            print(
                f"kiosk service: the service doesn't see {folder}: {better},"
                " and say so in the settings",
                file=sys.stderr,
            )
    try:
        written = write_service(arguments.out, reading.settings, program)
    except OSError as error:
        print(f"kiosk service: {arguments.out} can't be written: {error}", file=sys.stderr)
        return 1
    print(f"{len(written)} files are in {arguments.out}; INSTALL.txt says what to do with them.")
    return 1 if reading.messages or unseen else 0
