"""Texts as they are read aloud: "4.2 billion+ yuan" is "more than four point two billion yuan".

What a speech engine makes of "1,195", "km²" or "R&D" differs from engine to engine, and a person
who reads for a recording needs the words as well.  So both are given words alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.languages.aloud.marks import tidy, without_marks
from kiosk.languages.aloud.reading_numbers import number_reader
from kiosk.languages.aloud.sentence_ends import sentences
from kiosk.languages.aloud.signs import SignReader
from kiosk.languages.aloud.table import spoken_table

if TYPE_CHECKING:
    from kiosk.languages.aloud.reading_numbers import NumberReader

__all__ = ["sentences", "spoken"]


@dataclass(frozen=True)
class _Reader:
    """What turns the texts of one language into words."""

    signs: SignReader
    numbers: NumberReader

    def read(self, text: str) -> str:
        return tidy(self.numbers.read(self.signs.written_out(text)))


def spoken(text: str, language: str) -> str:
    """The text as it is said: numbers, dates, units and abbreviations are words.

    Signs that nobody says are left out, and what is not known stays as it is.  Texts in a language
    that the program does not speak keep their numbers: whoever reads them knows better.  What was
    spoken already stays the same.
    """
    plain = without_marks(text)
    reader = _reader(language)
    return reader.read(plain) if reader is not None else plain


@lru_cache(maxsize=8)
def _reader(language: str) -> _Reader | None:
    table = spoken_table(language)
    if table is None:
        return None
    numbers = number_reader(language, table)
    return _Reader(SignReader.of(table, numbers.spell), numbers)
