"""What a file is that should be a text and is not: word processors save something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text import file_messages
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from kiosk.text.messages import Message

_KINDS = (
    (b"PK\x03\x04", Phrase("a file of Word, Excel or Pages, or an archive")),
    (b"\xd0\xcf\x11\xe0", Phrase("an old file of Word or Excel")),
    (rb"{\rtf", Phrase("formatted text (RTF)")),
    (b"%PDF-", Phrase("a PDF")),
    (b"\xff\xd8\xff", Phrase("a photograph")),
    (b"\x89PNG", Phrase("a picture")),
    (b"<!doctype html", Phrase("a web page")),
    (b"<html", Phrase("a web page")),
)
"""How such files begin, in small letters where the kind does not care, and what they are."""


def other_kind(content: bytes) -> Message | None:
    """That the content is no text of ours at all; None where it may be one."""
    if content and not content.strip(b"\0"):
        return file_messages.ONLY_ZEROS
    begin = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, what in _KINDS:
        if begin.startswith(signature) or begin.lower().startswith(signature):
            return file_messages.not_a_text(what)
    return None
