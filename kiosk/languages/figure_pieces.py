"""A figure taken apart for a page: the digits that are set very large, and the words beside them.

"about 1.14 trillion yuan" is "about", "1.14", "trillion" and "yuan"; "2014年12月7日" is "2014年"
and "12月7日".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.languages.figures import number_and_phrase
from kiosk.languages.language import language as language_of
from kiosk.languages.numbers import date_in_year, date_words

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Unit
    from kiosk.exhibit.model.values import Value, WrittenDate
    from kiosk.languages.words import Words

_NO_BREAK_SPACE = "\u00a0"
_NUMERAL = re.compile(r"(?P<digits>[-−]?[\d.,\s]*\d)(?P<words>.*)", re.DOTALL)
_FIGURE = "\ue000"
"""Stands for the number while a phrase is taken apart; private use, so no text contains it."""


@dataclass(frozen=True)
class FigurePieces:
    """The pieces in the order in which they are read.

    `before` is "about" or "HK$", `attached` what no space divides from the digits (%, 年, 萬億),
    `beside` what belongs to them all the same ("trillion", "7 December"), `sign` the plus of "more
    than", and `unit` what is counted or measured: "yuan", "km²".  `flows` is whether the unit leads
    on into the label: "de habitantes".  `date` is the whole of a date: "7 December 2014".
    """

    before: str
    digits: str
    attached: str = ""
    beside: str = ""
    sign: str = ""
    unit: str = ""
    flows: bool = False
    date: str = ""


def figure_pieces(
    value: Value, unit: Unit, language: str, words: Words, bound: str | None = None
) -> FigurePieces:
    """Take a figure apart; ValueError for a number where the unit is a date, or a date for one."""
    number, phrase = number_and_phrase(value, unit, language)
    if unit.kind == "date":
        assert value.date is not None
        return _date_pieces(value.date, language)
    before, _, after = phrase.partition("{n}")
    match = _NUMERAL.fullmatch(number)
    digits, tail = (match["digits"], match["words"]) if match else (number, "")
    sign = leading = ""
    if bound:
        drawn = words.say(f"{bound.replace('-', '_')}_drawn", language, figure=_FIGURE)
        leading, _, sign = drawn.partition(_FIGURE)
    chinese = language_of(language).chinese
    attached = ""
    if unit.kind == "count":
        before, after = "", _connector(unit, language) if tail and not chinese else ""
    if chinese:
        attached, tail = tail, ""
    one_letter_behind = chinese and bool(before) and len(after) == 1
    if not tail and (after.startswith("%") or one_letter_behind or _clings(after, chinese)):
        attached, after = attached + after, ""
    return FigurePieces(
        leading + before,
        digits,
        attached,
        _unbroken(tail.strip()),
        sign,
        after.strip(),
        flows=unit.kind == "count",
    )


def _clings(after: str, chinese: bool) -> bool:
    """Whether an alphabet writes it without a space behind the number, as in "1.º"."""
    return not chinese and after != "" and not after[0].isspace()


def _connector(unit: Unit, language: str) -> str:
    """What leads from "milhões" to what is counted: " de"."""
    if unit.compact is None:
        return ""
    _, _, plain = unit.phrase.words_in(language).partition("{n}")
    _, _, compact = unit.compact.words_in(language).partition("{n}")
    return compact.removesuffix(plain.strip()).rstrip()


def _date_pieces(date: WrittenDate, language: str) -> FigurePieces:
    return FigurePieces(
        before="",
        digits=f"{date.year}",
        attached="年" if language_of(language).chinese else "",
        beside=_unbroken(date_in_year(date, language)),
        date=_unbroken(date_words(date, language)),
    )


def _unbroken(words: str) -> str:
    return words.replace(" ", _NO_BREAK_SPACE)
