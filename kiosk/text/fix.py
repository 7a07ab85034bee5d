"""What one click would do about a message, where only one thing can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.text.phrase import Phrase, said

if TYPE_CHECKING:
    from collections.abc import Mapping


class FixKind(StrEnum):
    """Write something in place of what was found; delete the key or entry, or the whole file; write
    what is missing; confirm a translation; allow the warning there."""

    REPLACE = "replace"
    DELETE = "delete"
    DELETE_FILE = "delete-file"
    WRITE = "write"
    CONFIRM = "confirm"
    ALLOW = "allow"


@dataclass(frozen=True)
class Fix:
    """What to do at the place of its message; `fixing.py` does it to a text.

    To replace: `found` becomes `words`, once, in the line and at the column of the message or
    behind it.  To delete the file: `words` are the names of others that go with it, in lines.  To
    write: `words` is the key, whose field is opened.  To confirm: `words` is the language.  To
    allow: `words` is the rule; who does it is asked for the reason.
    """

    kind: FixKind
    words: str = ""
    found: str = ""

    @classmethod
    def replace(cls, found: str, words: str) -> Fix | None:
        """Write `words` in place of `found`; None where nothing is known to write."""
        return cls(FixKind.REPLACE, words, found) if found and words and words != found else None

    def said_in(self, language: str) -> str:
        """The words of its button."""
        match self.kind:
            case FixKind.REPLACE if not self.words and len(self.found) > 1:
                words = Phrase("Delete this")
            case FixKind.REPLACE if not self.words:
                words = Phrase("Delete this sign")
            case FixKind.REPLACE:
                words = Phrase("Write '{words}'", words=self.words.strip())
            case FixKind.DELETE:
                words = Phrase("Delete this")
            case FixKind.DELETE_FILE if self.words:
                words = Phrase("Delete these files")
            case FixKind.DELETE_FILE:
                words = Phrase("Delete this file")
            case FixKind.WRITE:
                words = Phrase("Write it")
            case FixKind.CONFIRM:
                words = Phrase("Confirm the translation")
            case FixKind.ALLOW:
                words = Phrase("Allow it here")
        return said(words, language)

    def as_json(self) -> dict[str, str]:
        """The fix as JSON can say it."""
        return {"kind": self.kind, "words": self.words, "found": self.found}

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> Fix:
        """The fix that `as_json` made these keys of."""
        return cls(FixKind(entry["kind"]), entry["words"], entry["found"])
