"""What a step of undo holds of a file: the bytes that differ, and how to know what they fit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Patch:
    """From one content of a file to another, and back; no content is no file.

    Thousands of steps are held while an editor is open, so only what differs is.
    """

    before: str
    after: str
    """The digests of both contents; empty where there is no file."""
    begin: int
    old: bytes
    new: bytes

    @classmethod
    def between(cls, before: bytes | None, after: bytes | None) -> Patch:
        """The patch that makes the one of the other."""
        old, new = before or b"", after or b""
        begin = _alike(old, new)
        end = _alike(old[begin:][::-1], new[begin:][::-1])
        cut_old, cut_new = old[begin : len(old) - end], new[begin : len(new) - end]
        return cls(digest(before), digest(after), begin, cut_old, cut_new)

    @property
    def is_nothing(self) -> bool:
        """Whether both are the same."""
        return self.before == self.after

    def reversed(self) -> Patch:
        """The way back."""
        return Patch(self.after, self.before, self.begin, self.new, self.old)

    def applied(self, content: bytes | None) -> bytes | None:
        """The other content; ValueError where it is not that which the patch begins with."""
        if digest(content) != self.before:
            raise ValueError("it has been changed since")
        if not self.after:
            return None
        whole = content or b""
        return whole[: self.begin] + self.new + whole[self.begin + len(self.old) :]


def digest(content: bytes | None) -> str:
    """What tells two contents apart; empty for no file."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low
