"""The names that files of a pack may have: those of an exhibit, the same on every system.

A name is read by Linux, by Windows and by a Mac, from FAT sticks and network shares.  What one of
them reads otherwise, or writes elsewhere, is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kiosk.text.folder import SUBFOLDERS
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

MANIFEST = "manifest.json"
MANIFEST_LIMIT_BYTES = 4 * 2**20
"""What a pack says of itself, beside the files of the exhibit."""
SPEECH_INDEX = "speech/index.jsonl"
NAME_LIMIT_BYTES = 200
"""ext4 has 255 for a part of a path, some encrypting file systems 143 for each."""

_CLIP = re.compile(r"speech/[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*/[0-9a-f]{16}\.(?:opus|wav)")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""What Windows takes for devices, whatever they end in:
https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
_UNSUITABLE = re.compile(r'[\\:*?"<>|]')


def why_refused(name: str) -> Phrase | None:
    """Why no file of a pack may be called so; None where it may."""
    if not is_exhibit_name(name):
        return Phrase("no exhibit has a file of that name")
    if len(name.encode("utf-8", "surrogateescape")) > NAME_LIMIT_BYTES:
        return Phrase("the name has more than {limit} bytes", limit=NAME_LIMIT_BYTES)
    file = name.rpartition("/")[2]
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in file):
        return Phrase("the name has a letter that nobody sees")
    if unicodedata.normalize("NFC", name) != name:
        return Phrase("the name is not composed as Unicode's NFC: a Mac would call it otherwise")
    found = _UNSUITABLE.search(file)
    if found:
        return Phrase("Windows allows no {letter} in a name", letter=found[0])
    if _RESERVED.fullmatch(file) or file.endswith((".", " ")):
        return Phrase("Windows allows no such name")
    return None


def is_exhibit_name(name: str) -> bool:
    """Whether files of an exhibit lie there: at its top, in one of its folders, or a clip."""
    folder, _, file = name.rpartition("/")
    if not file or file.startswith((".", "~", "#")) or file.endswith("~"):
        return False
    if not folder:
        return file.endswith(".yaml")
    return folder in SUBFOLDERS or name == SPEECH_INDEX or _CLIP.fullmatch(name) is not None


def same_names(names: Iterable[str]) -> tuple[str, str] | None:
    """Two names that some system takes for one, such as `Port.svg` and `port.svg`; else None."""
    seen: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            return seen[key], name
        seen[key] = name
    return None
