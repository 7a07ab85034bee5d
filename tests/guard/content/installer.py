"""`kiosk install` and what follows it, without the trial, in a process that strace looks at.

It is run as a program: with the name of the verb, the folder of the releases, and a pack.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.commands import install as command
from kiosk.guard.content.release_install import install
from kiosk.guard.content.release_store import ReleaseStore
from tests.guard.content.releases import nothing


def main() -> int:
    """Do it."""
    act, folder, packed = sys.argv[1:]
    store = ReleaseStore(Path(folder))
    if act == "install":
        assert install.__kwdefaults__ is not None
        install.__kwdefaults__["trial"] = nothing
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        return command.run(parser.parse_args([packed, "--store", folder]))
    if act == "roll back":
        store.roll_back()
    else:
        store.begin(store.pointer.release)
        store.confirm(store.pointer.release)
    return 0


if __name__ == "__main__":
    sys.exit(main())
