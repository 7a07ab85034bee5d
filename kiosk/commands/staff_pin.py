"""Set the PIN with which staff come in; at least six digits, asked for twice."""

from __future__ import annotations

import getpass
import itertools
import sys
from typing import TYPE_CHECKING

from kiosk.commands.machine_settings import machine_settings
from kiosk.commands.options import add_settings_option
from kiosk.guard.staff_pin import StaffPin

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which machine's PIN it is."""
    add_settings_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Ask twice at a terminal, or read a line from a pipe.  Returns 0, or 1 when nothing is set."""
    reading = machine_settings("staff-pin", arguments)
    if any(message.unread for message in reading.messages):
        print(
            "kiosk staff-pin: no PIN is set, for only the settings say where the exhibit keeps it",
            file=sys.stderr,
        )
        return 1
    state = reading.settings.state
    try:
        pin = _asked()
        StaffPin(state).set(pin)
    except EOFError:
        print("kiosk staff-pin: nothing was typed", file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"kiosk staff-pin: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"kiosk staff-pin: {state} does not take it: {error.strerror}"
            " (call it as the user that runs the exhibit)",
            file=sys.stderr,
        )
        return 1
    if _is_easy(pin):
        print("kiosk staff-pin: this PIN is easy to guess", file=sys.stderr)
    print(f"The staff PIN is set in {state}. It counts at once.")
    return 0


def _asked() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    pin = getpass.getpass("New staff PIN: ")
    if pin != getpass.getpass("Once more: "):
        raise ValueError("the two are not the same")
    return pin


def _is_easy(pin: str) -> bool:
    """Whether each digit follows from the one before by the same step: 111111, 123456, 987654."""
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    return len(steps) == 1
