"""The meanings of the exhibit's exit codes for its supervisor."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The contract between `kiosk run` and its supervisor; docs/operators.md holds the table.

    Any other code, and every end by a signal, is a crash.
    """

    LEFT = 0
    """Staff ended it: the supervisor ends too."""
    WRONG_CALL = 2
    """Nothing can be run like that: the supervisor ends too, unless it ran like that before."""
    START_ANEW = 3
    """A planned restart (the night, memory, staff, SIGTERM): again at once, and no crash."""
    FAULTS = 4
    """Too many faults in a short time: a crash."""
    SCREEN_TAKEN = 5
    """Another exhibit has this screen: the supervisor ends too, unless it had it before."""
    OUTSIDE = 6
    """The display or the disk is gone: tried again, and no crash."""


ENDS_FOR_GOOD = frozenset({ExitCode.LEFT, ExitCode.WRONG_CALL, ExitCode.SCREEN_TAKEN})
NO_CRASH = frozenset({*ENDS_FOR_GOOD, ExitCode.START_ANEW, ExitCode.OUTSIDE})
