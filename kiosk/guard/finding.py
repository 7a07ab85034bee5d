"""What a look at the machine has found, for `kiosk doctor` and the staff desk."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Fine; worth knowing; or something that keeps the exhibit from working."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class Finding(NamedTuple):
    """One thing that was looked at; `hint` says what to do about it."""

    name: str
    state: State
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.state:<8}{self.name:<10}{self.message}{hint}"


def ok(name: str, message: str) -> Finding:
    """Nothing to do."""
    return Finding(name, State.OK, message)


def warning(name: str, message: str, hint: str = "") -> Finding:
    """The exhibit works, but not as it should."""
    return Finding(name, State.WARNING, message, hint)


def error(name: str, message: str, hint: str = "") -> Finding:
    """The exhibit does not work like that."""
    return Finding(name, State.ERROR, message, hint)
