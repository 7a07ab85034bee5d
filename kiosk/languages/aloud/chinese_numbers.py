"""Numbers as Chinese reads them, in the characters of either script: 一千一百九十五, 二〇二四."""

from __future__ import annotations

from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_YEAR_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class ChineseNumbers:
    """The characters that the scripts write differently."""

    two: str
    myriad: str
    hundred_million: str

    def cardinal(self, number: int) -> str:
        """A whole number: 一萬零八百; a leading 2 of thousands and more is 兩."""
        if number < 10:
            return _DIGITS[number]
        words = self._grouped(number)
        if words.startswith("一十"):
            words = words[1:]
        if words[0] == "二" and words[1] in ("千", self.myriad, self.hundred_million):
            words = self.two + words[1:]
        return words

    def _grouped(self, number: int) -> str:
        for step, name in (
            (10**8, self.hundred_million),
            (10**4, self.myriad),
            (1000, "千"),
            (100, "百"),
            (10, "十"),
        ):
            if number >= step:
                whole, rest = divmod(number, step)
                words = (self.cardinal(whole) if step >= 10**4 else _DIGITS[whole]) + name
                if not rest:
                    return words
                return words + ("零" if rest < step // 10 else "") + self._grouped(rest)
        return _DIGITS[number]


def decimals(digits: str) -> str:
    """Each digit by itself: 零八."""
    return "".join(_DIGITS[int(digit)] for digit in digits)


def year(digits: str) -> str:
    """A year, digit by digit: 二〇二四."""
    return "".join(_YEAR_DIGITS[int(digit)] for digit in digits)
