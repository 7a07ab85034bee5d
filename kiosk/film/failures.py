"""Why a film is not played, in words for whoever can mend it and not in the decoder's."""

from __future__ import annotations

from string import Formatter

from kiosk.text.phrase import Field, Phrase, packed, template

_TEMPLATES = frozenset(
    {
        template("has nothing to be heard"),
        template("has no picture"),
        template("has no picture that can be decoded"),
        template("has nothing that can be decoded"),
        template("has pictures in '{codec}', which is not read"),
        template("has sound in '{codec}', which is not read"),
        template("does not say how large its picture is"),
        template("has {width:,} × {height:,} pixels, which are too many"),
        template("is cut off: its end can't be decoded"),
        template("is damaged, cut off, or something else than its name says"),
        template("is empty: it has 0 bytes"),
        template("takes more memory than a film may"),
        template("is written in a way that is not read"),
        template("can't be decoded"),
        template("takes longer than {seconds} seconds to be opened"),
        template("ends the program that reads it"),
        template("has not been looked into, since films before it were given up: {given_up}"),
        template("is not there"),
        template("is {what}, not a plain file"),
        template("is larger than {limit} MiB"),
        template("can't be opened: {reason}"),
    }
)
"""All that can be wrong; each follows the name of the file, as in `it has no picture`."""

_LONGEST_FIELD = 60


class NotPlayable(Exception):
    """What a file holds is not played; `words` say what it holds."""

    def __init__(self, words: str, /, **fields: Field) -> None:
        self.words = failure(words, **fields)
        super().__init__(str(self.words))


def failure(words: str, /, **fields: Field) -> Phrase:
    """One of the templates with its fields."""
    assert words in _TEMPLATES
    return Phrase(words, **fields)


def in_words(error: Exception) -> Phrase:
    """What an error of FFmpeg, or of reading its file, means for a film."""
    if isinstance(error, NotPlayable):
        return error.words
    if isinstance(error, MemoryError):
        return failure("takes more memory than a film may")
    if isinstance(error, NotImplementedError | LookupError):
        return failure("is written in a way that is not read")
    # FFmpeg's error for bytes that make no sense is a ValueError, for an early end an EOFError.
    if isinstance(error, ValueError | EOFError):
        return failure("is damaged, cut off, or something else than its name says")
    return failure("can't be decoded")


def told(words: Phrase) -> object:
    """A failure as another process writes it, in JSON."""
    return packed(words)


def heard(found: object) -> Phrase:
    """The failure that a process has told, which may have been a film's: ValueError where it is
    none of ours."""
    if not isinstance(found, dict) or found.get("template") not in _TEMPLATES:
        raise ValueError
    fields = found.get("fields")
    if not isinstance(fields, dict):
        raise ValueError
    plain = {
        str(name): value if isinstance(value, int) else str(value)[:_LONGEST_FIELD]
        for name, value in fields.items()
    }
    needed = {name for _, name, _, _ in Formatter().parse(found["template"]) if name}
    if plain.keys() != needed:
        raise ValueError
    return Phrase(found["template"], **plain)
