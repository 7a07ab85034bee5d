"""The digits of a text as words, by what stands around them: years, days, amounts, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from kiosk.languages.aloud import chinese_numbers, english_numbers, portuguese_numbers
from kiosk.languages.aloud.portuguese_gender import GenderFinder
from kiosk.languages.aloud.table import any_of

if TYPE_CHECKING:
    from kiosk.languages.aloud.table import SpokenTable

_MOST_DIGITS = 15
"""A longer number is a name, and so is one that begins with a zero: each digit is read."""
_ROMAN = re.compile(r"(?<![A-Za-zÀ-ɏ])(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![A-Za-zÀ-ɏ])")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


class NumberReader(Protocol):
    """Reads the numbers of one language."""

    def spell(self, digits: str) -> str:
        """Each digit by itself."""

    def read(self, text: str) -> str:
        """The text with words for its digits."""


def number_reader(language: str, table: SpokenTable) -> NumberReader:
    """The reader of a language that has a table."""
    if table.chinese:
        return ChineseReader(table)
    return PortugueseReader(table) if language == "pt" else EnglishReader(table)


class EnglishReader:
    """Years in pairs of digits, days with their ending, everything else as it is counted."""

    def __init__(self, table: SpokenTable) -> None:
        months = "|".join(table.months)
        self._number = re.compile(table.number)
        self._decade = re.compile(r"(?<![\d,.])(1[1-9]\d0|20\d0)s\b")
        self._ordinal = re.compile(r"(?<![\d,.])(\d{1,15})(?:st|nd|rd|th)\b")
        day = r"(?<![\d,.])(?P<the>\b[Tt]he )?(?P<day>[1-9]|[12]\d|3[01])"
        self._day = re.compile(rf"{day} (?P<month>{months})\b")
        self._day_behind = re.compile(
            rf"\b(?P<month>{months}) (?P<day>[1-9]|[12]\d|3[01])\b(?! ?\d)"
        )
        small = "|".join(map(english_numbers.cardinal, range(1, 20)))
        self._counting = re.compile(rf" (?:\d|(?:{small})\b)")
        units = (*table.units.values(), *table.units_after_numbers.values())
        counted = any_of({*(unit.words for unit in units), "yuan", "per"})
        self._year = re.compile(rf"(?<![\d,.])(1[1-9]\d\d|20\d\d)(?![\d]|[,.]\d| (?:{counted})\b)")

    def spell(self, digits: str) -> str:
        """Each digit by itself."""
        return english_numbers.decimals(re.sub(r"\D", "", digits))

    def read(self, text: str) -> str:
        """The text with words for its digits."""
        text = _ROMAN.sub(lambda match: english_numbers.cardinal(_roman(match[0])), text)
        text = self._decade.sub(lambda match: english_numbers.decade(int(match[1])), text)
        text = self._ordinal.sub(lambda match: english_numbers.ordinal(int(match[1])), text)
        text = self._day.sub(self._day_of_month, text)
        text = self._day_behind.sub(self._month_and_day, text)
        text = self._year.sub(self._year_in_pairs, text)
        return self._number.sub(self._plain, text)

    def _day_of_month(self, match: re.Match[str]) -> str:
        day = english_numbers.ordinal(int(match["day"]))
        return f"{match['the'] or 'the '}{day} of {match['month']}"

    def _month_and_day(self, match: re.Match[str]) -> str:
        return f"{match['month']} the {english_numbers.ordinal(int(match['day']))}"

    def _year_in_pairs(self, match: re.Match[str]) -> str:
        words = _apart(match, english_numbers.year(int(match[0])))
        # "In 2020 three institutions" would be heard as 2023.
        return f"{words}," if self._counting.match(match.string, match.end()) else words

    def _plain(self, match: re.Match[str]) -> str:
        return _apart(match, self._words(match[0]))

    def _words(self, written: str) -> str:
        whole, *behind = written.replace(",", "").split(".")
        if _is_name(whole):
            return self.spell(written)
        words = english_numbers.cardinal(int(whole))
        return " point ".join([words, *map(english_numbers.decimals, behind)])


class PortugueseReader:
    """Numbers agree with what they count: "duas mil pessoas", "691 das 1195 equipas"."""

    def __init__(self, table: SpokenTable) -> None:
        self._table = table
        self._number = re.compile(table.number)
        self._noun = re.compile(r" (?!de\b)[a-zà-ÿ]")
        self._ordinal = re.compile(r"(?<![\d,])(\d{1,3})\.?([ºª°])")

    def spell(self, digits: str) -> str:
        """Each digit by itself."""
        return " ".join(
            portuguese_numbers.cardinal(int(digit)) for digit in re.sub(r"\D", "", digits)
        )

    def read(self, text: str) -> str:
        """The text with words for its digits."""
        text = _ROMAN.sub(lambda match: portuguese_numbers.cardinal(_roman(match[0])), text)
        text = self._ordinal.sub(self._place, text)
        genders = GenderFinder(self._table)

        def plain(match: re.Match[str]) -> str:
            words = self._words(match[0], feminine=genders.feminine(match))
            if words.endswith(("ilhão", "ilhões", "ilião", "iliões")) and self._noun.match(
                match.string, match.end()
            ):
                words += " de"
            return _apart(match, words)

        return self._number.sub(plain, text)

    def _place(self, match: re.Match[str]) -> str:
        return portuguese_numbers.ordinal(int(match[1]), feminine=match[2] == "ª") or match[0]

    def _words(self, written: str, *, feminine: bool) -> str:
        if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?", written):
            written = re.sub(r"[ .]", "", written)
        whole, *behind = re.split(r"([.,])", written)
        if _is_name(whole):
            return self.spell(written)
        words = portuguese_numbers.cardinal(int(whole), feminine=feminine)
        for mark, digits in zip(behind[::2], behind[1::2], strict=True):
            said = portuguese_numbers.decimals(digits, feminine=feminine and mark == ",")
            words += f" {'vírgula' if mark == ',' else 'ponto'} {said}"
        return words


class ChineseReader:
    """Years digit by digit; a single 2 is 兩 before what it counts."""

    def __init__(self, table: SpokenTable) -> None:
        self._point = table.phrases["point"]
        two, myriad, hundred_million = (
            table.characters[name] for name in ("two", "myriad", "hundred_million")
        )
        self._numbers = chinese_numbers.ChineseNumbers(two, myriad, hundred_million)
        counted = "".join((*table.measures, myriad, hundred_million, "千"))
        # "2個", "2 個" and "2至3個".
        self._counts = re.compile(rf"(?:[至到、–-]\d{{1,9}})? ?[{counted}]")
        self._number = re.compile(table.number)
        between = r"(?:至|到|-|、|和|及|與|与|或)"
        year = r"[12]\d{3}"
        self._year = re.compile(
            rf"(?<![\d,.A-Za-z]){year}(?=年(?!前)|(?:{between}{year}){{1,12}}年)"
            rf"|(?<![\d,.A-Za-z])(?:{year}(?<!00)(?=年前)|(?:19|20)\d\d(?=[\s，。；：、）)]|$))"
        )

    def spell(self, digits: str) -> str:
        """Each digit by itself."""
        return chinese_numbers.year(re.sub(r"\D", "", digits))

    def read(self, text: str) -> str:
        """The text with words for its digits."""
        text = _ROMAN.sub(lambda match: self._numbers.cardinal(_roman(match[0])), text)
        text = self._year.sub(lambda match: chinese_numbers.year(match[0]), text)
        return self._number.sub(self._plain, text)

    def _plain(self, match: re.Match[str]) -> str:
        written = match[0]
        before = match.string[: match.start()].rstrip()[-1:]
        # A type such as C919 is read digit by digit.
        if len(written) > 2 and before.isascii() and before.isalpha():
            return self.spell(written)
        if written == "2" and before not in ("第", "零"):
            counts = self._counts.match(match.string, match.end())
            return self._numbers.two if counts else self._numbers.cardinal(2)
        whole, *behind = written.replace(",", "").split(".")
        if _is_name(whole):
            return self.spell(written)
        words = self._numbers.cardinal(int(whole))
        return self._point.join([words, *map(chinese_numbers.decimals, behind)])


def _is_name(whole: str) -> bool:
    return len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0")


def _apart(match: re.Match[str], words: str) -> str:
    """The words with a space towards letters that were written without one: "5G"."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalpha() else ''}{words}{' ' if after.isalpha() else ''}"


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in written]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
