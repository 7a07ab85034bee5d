"""Why an edit is refused: nothing has been changed, and a curator can be told the reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.text.messages import ExhibitError
from kiosk.text.yaml_edit import Reason

if TYPE_CHECKING:
    from kiosk.text.yaml_edit import CannotEdit
    from kiosk.text.yaml_source import Location


class EditRefusal(StrEnum):
    """The reasons, by the ends of the keys under which the interface has its words for them."""

    ANCHOR = "anchor"
    COMMENTS = "comments"
    STYLE = "style"
    SIGNS = "signs"
    GONE = "gone"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    BAD_ID = "bad_id"
    ID_TAKEN = "id_taken"
    FILE_TAKEN = "file_taken"
    BAD_FILE_NAME = "bad_file_name"
    DEVICE = "device"
    SCREEN = "screen"
    CONFLICT = "conflict"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    NOTHING_TO_NAME = "nothing_to_name"

    @property
    def word(self) -> str:
        """The key of the interface's words for it."""
        return f"edit_refused_{self}"


_OF_TEXTS = {
    Reason.ANCHOR: EditRefusal.ANCHOR,
    Reason.COMMENTS: EditRefusal.COMMENTS,
    Reason.STYLE: EditRefusal.STYLE,
    Reason.NO_HYPHENS: EditRefusal.STYLE,
    Reason.NO_SIGNS: EditRefusal.SIGNS,
    Reason.KEY_IS_THERE: EditRefusal.ID_TAKEN,
}


class EditRefused(ExhibitError):
    """Nothing has been changed.

    `refusal` says why; the interface has words for it, with `values`.
    """

    def __init__(
        self, refusal: EditRefusal, file: str = "", location: Location = (), **values: str
    ) -> None:
        self.refusal = refusal
        self.file = file
        self.location = location
        self.values = {"file": file, "name": file, "limit": "", **values}
        super().__init__(": ".join(filter(None, (file, self.reason))))

    @property
    def reason(self) -> str:
        """The same in a word or two, for a log."""
        return self.refusal.replace("_", " ")

    @property
    def word(self) -> str:
        """The key of the interface's words for it."""
        return self.refusal.word

    @classmethod
    def of(cls, error: CannotEdit, file: str) -> EditRefused:
        """For a text that can't be changed so."""
        refusal = _OF_TEXTS.get(error.reason, EditRefusal.GONE)
        name = str(error.location[-1]) if error.location else ""
        return cls(refusal, file, error.location, name=name)
