"""Messages: what can be wrong with content, worded for the person who can fix it.

A `Message` is worded before anybody knows the file; a `PlacedMessage` has its file and line.

The whole tree of errors of this package:

    ExhibitError                 anything this package raises on purpose
    ├── ContentError             the content can't be shown at all; carries every message
    ├── UnreadableFile           one file can't be read as YAML or as a table; carries its message
    └── Misnamed                 a spreadsheet has no such cells (spreadsheet_files.py)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.text.fix import Fix, FixKind
from kiosk.text.invisible import visible
from kiosk.text.phrase import Phrase, of_program, packed, said, shown, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path


MESSAGE_LIMIT = 400
FILE_NAME_LIMIT = 1000
"""So many characters of a message, of a hint and of a file's name are shown."""


_OF_COMMENTS = frozenset({"silence-without-reason", "unknown-silence", "unused-silence"})
"""What is wrong with the comments that allow something, which no comment allows."""
_NOT_ALLOWED = ("translations.yaml", "words/")
"""What the program writes itself, and words of the interface: comments there allow nothing."""


class Severity(StrEnum):
    """An error keeps something off the screen; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Message:
    """What is wrong and what to do, before anyone knows in which file and line.

    `rule` is the stable name of the rule that is broken, such as `unknown-key`.
    """

    rule: str
    text: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    fix: Fix | None = None

    def at(
        self, file: str, line: int = 1, column: int = 1, *, comment_lines: tuple[int, ...] = ()
    ) -> PlacedMessage:
        """The message at this place; see `PlacedMessage`."""
        return PlacedMessage(
            file=file,
            line=line,
            column=column,
            text=self.text,
            hint=self.hint,
            rule=self.rule,
            severity=self.severity,
            comment_lines=comment_lines,
            fix=self.fix,
        )


@dataclass(frozen=True, order=True)
class PlacedMessage:
    """A message and its place: lines and columns count from 1, `file` is inside the folder."""

    file: str
    line: int
    column: int
    text: str
    hint: str = ""
    rule: str = "content"
    severity: Severity = Severity.ERROR
    unread: bool = field(default=False, compare=False)
    """Whether nothing of the file could be read because of it."""
    comment_lines: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """Further lines of the file at which a comment may allow it."""
    fix: Fix | None = field(default=None, compare=False)
    """What one click would do, where only one thing can be done."""

    def __post_init__(self) -> None:
        """Whatever was quoted in it, a message is one line that a person reads."""
        for part, limit in (
            ("file", FILE_NAME_LIMIT),
            ("text", MESSAGE_LIMIT),
            ("hint", MESSAGE_LIMIT),
        ):
            written: str = getattr(self, part)
            if len(written) > limit or not written.isprintable():
                shown = _readable(written, limit)
                if isinstance(written, Phrase):
                    shown = written.shown_as(shown)
                object.__setattr__(self, part, shown)

    @property
    def message(self) -> Message:
        """The same without its place."""
        return Message(self.rule, self.text, self.hint, self.severity, self.fix)

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.text}{hint}"

    def said_in(self, language: str) -> tuple[str, str]:
        """What was found and what to do, in one of the languages that the program speaks."""
        text, hint = said(self.text, language), said(self.hint, language)
        return _readable(text, MESSAGE_LIMIT), _readable(hint, MESSAGE_LIMIT)

    def shown_in(
        self, language: str, name_of: Callable[[str], str] | None = None
    ) -> tuple[str, str]:
        """The same for somebody who works in the window, and may never have seen the file.

        `name_of` says what a key is called there.
        """
        advice = self._advice_without_editor() if self.unread else self.hint
        text, hint = (shown(words, language, name_of) for words in (self.text, advice))
        return _readable(text, MESSAGE_LIMIT), _readable(hint, MESSAGE_LIMIT)

    def _advice_without_editor(self) -> str:
        """What to do about a file that can't be read and has no form, for whoever wrote no line."""
        if not self.file.endswith(".yaml"):
            return self.hint
        if not self.hint:
            return Phrase("bring an earlier version back under “As it was”")
        return Phrase(
            "bring an earlier version back under “As it was”, or in a text editor: {hint}",
            hint=of_program(self.hint),
        )

    @property
    def allowance(self) -> Fix | None:
        """How it can be allowed where it stands: warnings can, in files that hold comments."""
        is_warning = self.severity is Severity.WARNING and self.rule not in _OF_COMMENTS
        holds_comments = self.file.endswith(".yaml") and not self.file.startswith(_NOT_ALLOWED)
        return Fix(FixKind.ALLOW, self.rule) if is_warning and holds_comments else None

    def as_json(self) -> dict[str, Any]:
        """The keys that `kiosk check --format json` promises, and what the editor needs."""
        entry: dict[str, Any] = {
            "severity": self.severity,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "rule": self.rule,
            "message": self.text,
            "hint": self.hint,
        }
        phrases = {
            key: packed(words)
            for key, words in (("message", self.text), ("hint", self.hint))
            if isinstance(words, Phrase)
        }
        if phrases:
            entry["phrases"] = phrases
        if self.fix is not None:
            entry["fix"] = self.fix.as_json()
        if self.comment_lines:
            entry["comment_lines"] = list(self.comment_lines)
        return entry

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> PlacedMessage:
        """The message that `as_json` made these keys of."""
        words = {**entry, **{key: unpacked(each) for key, each in entry.get("phrases", {}).items()}}
        return cls(
            entry["file"],
            entry["line"],
            entry["column"],
            words["message"],
            words["hint"],
            entry["rule"],
            Severity(entry["severity"]),
            comment_lines=tuple(entry.get("comment_lines", ())),
            fix=Fix.from_json(entry["fix"]) if "fix" in entry else None,
        )


def _readable(written: str, limit: int) -> str:
    line = visible(" ".join(written[: limit + 1].split()))
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def causes_first(messages: Iterable[PlacedMessage]) -> tuple[PlacedMessage, ...]:
    """Each message once: those of files that could not be read, then all by their places."""
    return tuple(sorted(set(messages), key=cause_first))


def cause_first(message: PlacedMessage) -> tuple[bool, PlacedMessage]:
    """What messages are sorted by."""
    return not message.unread, message


class ExhibitError(Exception):
    """The ancestor of every error of this package."""


class ContentError(ExhibitError):
    """The content can't be shown at all.  Carries every message, not just the first."""

    def __init__(self, folder: Path, messages: Iterable[PlacedMessage]) -> None:
        self.folder = folder
        self.messages = tuple(messages)
        super().__init__("\n".join(str(message) for message in self.messages))


class UnreadableFile(ExhibitError):
    """One file can't be read.  Carries the message that says where and why."""

    def __init__(self, message: PlacedMessage) -> None:
        self.message = replace(message, unread=True)
        super().__init__(str(message))
