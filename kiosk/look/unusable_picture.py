"""The error of every reader of pictures: one that can't be drawn, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.text.messages import Message


class UnusablePicture(Exception):
    """A picture that is not drawn.  Carries the mistake, worded for the person who can mend it."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.text)
