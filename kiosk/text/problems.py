"""What can be wrong with content, worded for the person who can fix it.

The whole tree of errors of this package:

    ExhibitError                 anything this package raises on purpose
    ├── ContentError             the content can't be shown at all; carries every Problem
    ├── UnreadableFile           one file can't be read as YAML or as a table; carries its Problem
    └── Misnamed                 a spreadsheet has no such cells (spreadsheet_files.py)
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.text.invisible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


MESSAGE_LIMIT = 400
FILE_NAME_LIMIT = 1000
"""So many characters of a message, of a hint and of a file's name are shown."""


class Severity(StrEnum):
    """An error keeps something off the screen; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake at one place.  Lines and columns count from 1; `file` is relative to the folder.

    `rule` is the mistake's stable name, such as `unknown-key`; `hint` says what to do.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    rule: str = "content"
    severity: Severity = Severity.ERROR
    unread: bool = field(default=False, compare=False)
    """Whether nothing of the file could be read because of it."""

    def __post_init__(self) -> None:
        """Whatever was quoted in it, a message is one line that a person reads."""
        for part, limit in (
            ("file", FILE_NAME_LIMIT),
            ("message", MESSAGE_LIMIT),
            ("hint", MESSAGE_LIMIT),
        ):
            written: str = getattr(self, part)
            if len(written) > limit or not written.isprintable():
                object.__setattr__(self, part, _readable(written, limit))

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{hint}"

    def as_json(self) -> dict[str, Any]:
        """The keys that `kiosk check --format json` promises."""
        entry = asdict(self)
        order = ("severity", "file", "line", "column", "rule", "message", "hint")
        return {key: entry[key] for key in order}


def _readable(written: str, limit: int) -> str:
    line = visible(" ".join(written[: limit + 1].split()))
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def causes_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once: those of files that could not be read, then all by their places."""
    return tuple(sorted(set(problems), key=cause_first))


def cause_first(problem: Problem) -> tuple[bool, Problem]:
    """What problems are sorted by."""
    return not problem.unread, problem


class ExhibitError(Exception):
    """The ancestor of every error of this package."""


class ContentError(ExhibitError):
    """The content can't be shown at all.  Carries every problem found, not just the first."""

    def __init__(self, folder: Path, problems: Iterable[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnreadableFile(ExhibitError):
    """One file can't be read.  Carries the problem that says where and why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = replace(problem, unread=True)
        super().__init__(str(problem))
