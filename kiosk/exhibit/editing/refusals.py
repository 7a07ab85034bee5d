"""Why an edit is refused: nothing has been changed, and a curator can be told the reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.text.messages import ExhibitError
from kiosk.text.yaml_edit import Reason

if TYPE_CHECKING:
    from kiosk.text.yaml_edit import CannotEdit
    from kiosk.text.yaml_source import Location


class Refusal(StrEnum):
    """The reasons, by the ends of the keys under which the editor has its words for them."""

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
    CONFLICT = "conflict"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    NOTHING_TO_NAME = "nothing_to_name"


_SAID = {
    Refusal.ANCHOR: "it is written with an anchor (&) or repeated with an asterisk (*),"
    " so other places would change with it: write it out in the file",
    Refusal.COMMENTS: "it stands in brackets with comments between, and whose they are can't be"
    " told: change it in the file",
    Refusal.STYLE: "it is written in a way that can't be changed here: change it in the file",
    Refusal.SIGNS: "it has signs that no file can have",
    Refusal.GONE: "it is not there any more",
    Refusal.UNREADABLE: "the file can't be read: mend it first",
    Refusal.TOO_LARGE: "the file would be larger than {limit}",
    Refusal.BAD_ID: "'{name}' is not an id: small letters a to z, digits, and hyphens between them",
    Refusal.ID_TAKEN: "'{name}' is there already",
    Refusal.FILE_TAKEN: "there is a file of that name already",
    Refusal.BAD_FILE_NAME: "no file here can have that name",
    Refusal.CONFLICT: "somebody else has changed the file: choose which version stays",
    Refusal.CHANGED_ELSEWHERE: "somebody else has changed the file since",
    Refusal.NOTHING_TO_NAME: "a figure needs a source and a unit: add them first",
}

_OF_TEXTS = {
    Reason.ANCHOR: Refusal.ANCHOR,
    Reason.COMMENTS: Refusal.COMMENTS,
    Reason.STYLE: Refusal.STYLE,
    Reason.NO_HYPHENS: Refusal.STYLE,
    Reason.NO_SIGNS: Refusal.SIGNS,
    Reason.KEY_IS_THERE: Refusal.ID_TAKEN,
}


class EditRefused(ExhibitError):
    """Nothing has been changed.

    `refusal` says why, with `values` for its words; `reason` is the same in English.
    """

    def __init__(
        self, refusal: Refusal, file: str = "", location: Location = (), **values: str
    ) -> None:
        self.refusal = refusal
        self.file = file
        self.location = location
        self.values = values
        self.reason = _SAID[refusal].format_map(values)
        super().__init__(f"{file}: {self.reason}" if file else self.reason)

    @property
    def word(self) -> str:
        """The key of the editor's words for it."""
        return f"edit_refused_{self.refusal}"

    @classmethod
    def of(cls, error: CannotEdit, file: str) -> EditRefused:
        """For a text that can't be changed so."""
        refusal = _OF_TEXTS.get(error.reason, Refusal.GONE)
        name = str(error.location[-1]) if error.location else ""
        return cls(refusal, file, error.location, name=name)
