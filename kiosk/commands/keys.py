"""Make a pair of keys: a private one that signs packs, a public one by which machines know them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.publishing.signing import KEY_NAME, make_keys

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk keys`."""
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where they go")
    parser.add_argument(
        "--name", default="curator", help="whose they are: letters, digits, dots and hyphens"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write both.  Returns 0, 1 where that is not possible, 2 when called wrongly."""
    if not KEY_NAME.fullmatch(arguments.name):
        return _refuse(f"'{arguments.name}' is no name for a key: write one such as museum-2026", 2)
    try:
        private, public = make_keys(arguments.out, arguments.name)
    except FileExistsError as error:
        return _refuse(f"{error.filename or error} is there already: give another --name", 1)
    except OSError as error:
        return _refuse(f"{arguments.out} does not take it: {error.strerror}", 1)
    print(f"{private}: keep it where only those who publish can read it")
    print(f"{private.with_suffix('.pub')}: copy it to each machine, into its folder of keys")
    print(public.line(), end="")
    return 0


def _refuse(reason: str, code: int) -> int:
    print(f"kiosk keys: {reason}", file=sys.stderr)
    return code
