"""What a look at the machine has found, for `kiosk doctor` and the staff desk."""

from __future__ import annotations

import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | float | datetime.datetime
_NONE: Mapping[str, Value] = MappingProxyType({})


class CheckStatus(StrEnum):
    """Fine; worth knowing; or something that keeps the exhibit from working."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class CheckResult(NamedTuple):
    """One thing that was looked at; `hint` says what to do about it.

    A message has a line for each of several things that are wrong.

    At the desk staff read the words of `key` with these values instead, see check_result_words.py.
    """

    name: str
    state: CheckStatus
    message: str
    hint: str = ""
    key: str = ""
    values: Mapping[str, Value] = _NONE

    def worded(self, key: str, **values: Value) -> CheckResult:
        """The same with the interface's own words for the staff desk."""
        return self._replace(key=key, values=values)

    def __str__(self) -> str:
        begins = f"{self.state:<8}{self.name:<14}"
        lines = self.message.split("\n")
        hint = f"({self.hint})" if self.hint else ""
        if len(lines) == 1:
            return f"{begins}{self.message} {hint}".rstrip()
        return begins + f"\n{' ' * len(begins)}".join(filter(None, [*lines, hint]))


def ok(name: str, message: str) -> CheckResult:
    """Nothing to do."""
    return CheckResult(name, CheckStatus.OK, message)


def warning(name: str, message: str, hint: str = "") -> CheckResult:
    """The exhibit works, but not as it should."""
    return CheckResult(name, CheckStatus.WARNING, message, hint)


def error(name: str, message: str, hint: str = "") -> CheckResult:
    """The exhibit does not work like that."""
    return CheckResult(name, CheckStatus.ERROR, message, hint)
