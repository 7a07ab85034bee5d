"""Show an earlier release again, between two visitors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option, add_store_option

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk rollback`."""
    parser.add_argument(
        "release",
        nargs="?",
        default="",
        help="as `kiosk releases` names it; without it, the one that was shown before",
    )
    add_store_option(parser)
    add_settings_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Returns 0 once it is to be shown, 1 where there is no such release, with the reason."""
    settings = machine_settings("rollback", arguments).settings
    from kiosk.guard.content.release_folders import releases_folder
    from kiosk.guard.content.release_store import ReleaseStore
    from kiosk.publishing.refusal import PackRefused

    store = ReleaseStore(arguments.store or releases_folder(settings.state))
    try:
        release = store.roll_back(arguments.release)
    except PackRefused as error:
        print(f"kiosk rollback: {error.reason}", file=sys.stderr)
        return 1
    except OSError as error:
        reason = error.strerror or error
        print(f"kiosk rollback: {store.folder} does not take it: {reason}", file=sys.stderr)
        return 1
    print(f"release {release.id} is shown from now on")
    return 0
