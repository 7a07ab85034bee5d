"""The command line: one verb, one file in `kiosk/commands/`."""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, cast

from kiosk import __version__
from kiosk.shipped import BrokenInstallation

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_VERB = "run"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EPIPE)
"""The disk is full, or the reader of our output has closed it."""

VERBS = {
    "run": "open the exhibit fullscreen",
    "check": "say what is wrong with the content",
    "new": "write the beginning of a place, a panel, a story or an exhibit",
    "schema": "write JSON Schemas, with which an editor completes and explains keys",
    "preview": "show the exhibit in a window that follows every save",
    "present": "give a talk along a tour, with notes and a clicker",
    "render": "draw every screen into picture files",
    "translations": "show every text in all languages: what is missing, what is older",
    "narrate": "make clips of what the exhibit says aloud, or take in recordings",
    "handout": "write a PDF for people to take home",
    "pack": "make one file of a content folder, to be brought to the machines",
    "keys": "make the keys that sign packs, and by which machines know them",
    "install": "take a pack and have it shown on this machine",
    "releases": "list what was shown on this machine and can be shown again",
    "rollback": "show an earlier release again",
    "visits": "say what visitors have opened, as a table, a file or a page with charts",
    "tell": "tell the running exhibit what to do, from a program or by ssh",
    "doctor": "say what is wrong with this machine",
    "service": "write the files that make a locked kiosk of a Debian or Ubuntu machine",
    "staff-pin": "set the PIN with which staff come in",
}
"""Each verb with what it does; its module is `kiosk.commands.<verb>`, with `_` for `-`."""


class Command(Protocol):
    """What each module in `kiosk/commands/` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what may follow the verb."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb, `run` when none is named, and return the exit code.

    0 is success, 1 means that the verb found something wrong, 2 that it was called wrongly.
    Only the verb's own module is imported: asking for help must not wait for Qt.
    """
    _open_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A file's name need not be UTF-8, and the terminal need not be able to show what is.
        sys.stdout.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if words is None else words)
    if words and words[0] in ("-h", "--help"):
        print(_overview())
        return 0
    if words and words[0] in ("-V", "--version"):
        print(f"kiosk {__version__}")
        return 0
    verb, rest = (DEFAULT_VERB, words) if _names_no_verb(words) else (words[0], words[1:])
    if verb not in VERBS:
        print(f"kiosk: there is no verb {verb!r}.\n\n{_overview()}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"kiosk.commands.{verb.replace('-', '_')}")
    command = cast("Command", module)
    parser = argparse.ArgumentParser(prog=f"kiosk {verb}", description=command.__doc__)
    command.add_arguments(parser)
    try:
        arguments = parser.parse_args(rest)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return _end_works(_run(verb, command, arguments))


def _run(verb: str, command: Command, arguments: argparse.Namespace) -> int:
    try:
        code = command.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        _drop_output()
        print(f"kiosk {verb}: nothing more can be written: {error.strerror}", file=sys.stderr)
        return 1
    except BrokenInstallation as error:
        print(f"kiosk {verb}: {error}", file=sys.stderr)
        return 1
    return code


def _end_works(code: int) -> int:
    """The same code, once no thread can keep the process from ending with it."""
    if "kiosk.job_pool" in sys.modules:
        importlib.import_module("kiosk.job_pool").end_works(code)
    return code


def _open_streams() -> None:
    """Discard output if the caller has closed the streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _drop_output() -> None:
    """Python would try to write what is left once more at its end, and complain."""
    with suppress(OSError, ValueError):
        descriptor = os.open(os.devnull, os.O_WRONLY)
        os.dup2(descriptor, sys.stdout.fileno())
        os.close(descriptor)


def _names_no_verb(words: Sequence[str]) -> bool:
    return not words or words[0].startswith("-")


def _overview() -> str:
    width = max(map(len, VERBS))
    lines = [f"  {verb:<{width}}  {purpose}" for verb, purpose in VERBS.items()]
    return "\n".join(
        [
            f"usage: kiosk [verb] [options]      (no verb: {DEFAULT_VERB})",
            "",
            *lines,
            "",
            "`kiosk <verb> --help` says what a verb takes.",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
