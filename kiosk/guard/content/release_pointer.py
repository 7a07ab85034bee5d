"""The one pointer to the release that is shown, and what is remembered beside it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from kiosk.guard.record import read_record, read_record_to_change, write_record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_REFUSALS_KEPT = 10


class ReleaseRefusal(NamedTuple):
    """What was not taken, or was shown and taken back: its name, why, and when (ISO 8601)."""

    name: str
    reason: str
    moment: str


class Pointer(NamedTuple):
    """Which release is shown.

    `before` are the ones that were shown and confirmed before it, the latest first.  A release on
    trial has `begun` in the boot of that name, where an exhibit shows it and has not ended yet.
    `taken` are all that were ever to be shown, of many the latest.  `draft` is shown in its place
    through the day `until`.
    """

    release: str = ""
    confirmed: bool = False
    begun: str | None = None
    before: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    draft: str = ""
    until: str = ""
    refusals: tuple[ReleaseRefusal, ...] = ()

    @classmethod
    def read(cls, file: Path) -> Self:
        """What the file says; nothing where it is missing or damaged, or can't be read now."""
        return cls._told(read_record(file))

    @classmethod
    def read_to_change(cls, file: Path) -> Self:
        """The same for who changes it: OSError where nobody can say now what it was."""
        return cls._told(read_record_to_change(file))

    @classmethod
    def _told(cls, kept: Mapping[str, object]) -> Self:
        release = _text(kept, "release")
        return cls(
            release,
            kept.get("confirmed") is True,
            begun if isinstance(begun := kept.get("begun"), str) else None,
            tuple(name for name in _list(kept, "before") if isinstance(name, str)),
            tuple(name for name in _list(kept, "taken") if isinstance(name, str)),
            _text(kept, "draft"),
            _text(kept, "until"),
            tuple(
                ReleaseRefusal(*refusal)
                for refusal in _list(kept, "refusals")
                if isinstance(refusal, list)
                and len(refusal) == len(ReleaseRefusal._fields)
                and all(isinstance(part, str) for part in refusal)
            ),
        )

    def write(self, file: Path) -> None:
        """Put it in place of the one there, on the disk; raises OSError and leaves that one."""
        write_record(file, self._asdict())

    def shown(self, today: datetime.date) -> str:
        """The release that is shown on that day; empty where none is."""
        return self.draft if self.has_draft(today) else self.release

    def is_on_trial(self, name: str) -> bool:
        """Whether that release is shown and was not confirmed yet."""
        return bool(name) and self.release == name and not self.confirmed

    def has_draft(self, today: datetime.date) -> bool:
        """Whether a draft is shown on that day."""
        try:
            return bool(self.draft) and today <= datetime.date.fromisoformat(self.until)
        except ValueError:
            return False

    def with_refusal(self, refusal: ReleaseRefusal) -> Self:
        """The same, and what was refused; of too many the oldest go."""
        return self._replace(refusals=(refusal, *self.refusals)[:_REFUSALS_KEPT])


def _text(kept: Mapping[str, object], key: str) -> str:
    found = kept.get(key)
    return found if isinstance(found, str) else ""


def _list(kept: Mapping[str, object], key: str) -> list[object]:
    found = kept.get(key)
    return found if isinstance(found, list) else []
