"""Take a pack and have it shown here: checked, drawn once, and swapped in between two visitors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option, add_store_option
from kiosk.end_with_parent import end_with_input


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk install`."""
    parser.add_argument("pack", type=Path, help="what `kiosk pack` has made, or a content folder")
    add_store_option(parser)
    add_settings_option(parser)
    parser.add_argument(
        "--signed", action="store_true", help="take it only with a signature by a known key"
    )
    parser.add_argument(
        "--older", action="store_true", help="take it although it is older than what is shown"
    )
    parser.add_argument(
        "--only-new", action="store_true", help="leave alone what is on this machine already"
    )
    # For whoever has begun this and may be killed before it is done.
    parser.add_argument("--until-input-ends", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0 once it is to be shown, 1 where it is refused, with the reason."""
    if arguments.until_input_ends:
        end_with_input()
    settings = machine_settings("install", arguments).settings
    from kiosk.guard.content.release_folders import releases_folder
    from kiosk.guard.content.release_install import Demands, install, is_here
    from kiosk.guard.content.release_store import ReleaseStore
    from kiosk.publishing.refusal import PackRefused

    store = ReleaseStore(arguments.store or releases_folder(settings.state))
    demands = Demands(
        settings.keys, arguments.signed or settings.signed, settings.name or "", arguments.older
    )
    try:
        if arguments.only_new and is_here(arguments.pack, store):
            return 0
        release = install(arguments.pack, store, demands)
    except PackRefused as error:
        store.note_refusal(arguments.pack.name, str(error.reason))
        return _refuse(f"{arguments.pack} is not taken: {error.reason}")
    except OSError as error:
        return _refuse(f"{store.folder} does not take it: {error.strerror or error}")
    print(f"release {release.id} is shown from now on: {len(release.manifest.files)} files")
    return 0


def _refuse(reason: str) -> int:
    print(f"kiosk install: {reason}", file=sys.stderr)
    return 1
