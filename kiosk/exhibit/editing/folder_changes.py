"""What becomes of the edits of a folder: changes, what is to be written, and what came of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.exhibit.editing.disk_files import Stamp
    from kiosk.exhibit.editing.draft import Draft
    from kiosk.exhibit.editing.edits import Edit
    from kiosk.exhibit.editing.patches import Patch


@dataclass(frozen=True)
class Change:
    """What an edit, an undo or a redo has changed, by the names of the files.

    `unread` are files that could not be looked through: what they name stays as it is.
    """

    label: str
    files: tuple[str, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangedElsewhere:
    """A file that somebody else has changed while it was edited here; None is no file.

    `before` is what both have begun with; `stamp` is what the disk said of theirs just before it
    was read, so that whatever comes later is noticed.
    """

    file: str
    theirs: bytes | None
    ours: bytes | None
    before: bytes | None = None
    stamp: Stamp = None

    def differs_from(self, other: ChangedElsewhere) -> bool:
        """Whether somebody who has looked at the other one has not seen this one."""
        return (self.theirs, self.ours) != (other.theirs, other.ours)


@dataclass(frozen=True)
class Pending:
    """What is to be written: by file what the disk should have now, and what it is to have.

    `steps` is how many labels of changes the label was made of.
    """

    label: str
    files: tuple[tuple[str, bytes | None, bytes | None], ...]
    steps: int = 0


@dataclass(frozen=True)
class Written:
    """The outcome of writing: the files written, those that others have changed, those that
    could not be written with the system's reason, and why nothing is kept in the history, said
    once."""

    files: tuple[str, ...] = ()
    elsewhere: tuple[ChangedElsewhere, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    history_message: str = ""


@dataclass(frozen=True)
class TriedChange:
    """What edits would change of a state of the folder, which `revision` tells."""

    label: str
    edits: tuple[Edit, ...]
    draft: Draft
    patches: Mapping[str, Patch]
    revision: int
