"""What is written for words that somebody types or sends: as before at their end."""

from __future__ import annotations


def as_written(words: str, before: str) -> str:
    """The words without the space around them, with a last line break where there was one.

    A space that is still to be followed by a word would need quotation marks in the file.
    """
    ends = "\n" if before.endswith("\n") else ""
    return words.strip() + ends if words.strip() else ""
