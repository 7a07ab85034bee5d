"""The words for numbers in four languages, and what they come to."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MILLION, _BILLION, _TRILLION = 10**6, 10**9, 10**12

MULTIPLIERS: Mapping[str, dict[str, int]] = MappingProxyType(
    {
        "en": {
            "hundred": 100,
            "thousand": 1000,
            "million": _MILLION,
            "billion": _BILLION,
            "trillion": _TRILLION,
        },
        "pt": {
            "mil": 1000,
            "milhão": _MILLION,
            "milhões": _MILLION,
            "mil milhões": _BILLION,
            "bilião": _TRILLION,
            "biliões": _TRILLION,
        },
    }
)
"""The words that multiply the number before them; in Portugal a bilião is a million millions."""

CHINESE_MULTIPLIERS = {
    "百": 100,
    "千": 1000,
    "萬": 10**4,
    "万": 10**4,
    "百萬": _MILLION,
    "百万": _MILLION,
    "千萬": 10**7,
    "千万": 10**7,
    "億": 10**8,
    "亿": 10**8,
    "萬億": _TRILLION,
    "万亿": _TRILLION,
}


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * index for index, word in enumerate(words.split())}


MONTHS: Mapping[str, dict[str, int]] = MappingProxyType(
    {
        "en": _numbered(
            "january february march april may june july august september october november december"
        ),
        "pt": _numbered(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
            " dezembro"
        ),
    }
)

_WORDS: Mapping[str, dict[str, int]] = MappingProxyType(
    {
        "en": {
            **_numbered(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen"
                " fourteen fifteen sixteen seventeen eighteen nineteen",
                first=0,
            ),
            **_numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
            **_numbered(
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            ),
            **_numbered("once twice thrice"),
            **_numbered("single double triple"),
            **dict.fromkeys(("both", "pair", "couple", "twofold", "doubled"), 2),
            **dict.fromkeys(("a", "an"), 1),
            **dict.fromkeys(("tenfold", "tenths"), 10),
            **dict.fromkeys(("hundredfold", "hundreds"), 100),
            **dict.fromkeys(("thousandfold", "thousands"), 1000),
        },
        "pt": {
            **_numbered(
                "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze"
                " quinze dezasseis dezassete dezoito dezanove",
                first=0,
            ),
            **_numbered("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
            **_numbered(
                "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos"
                " novecentos",
                100,
                100,
            ),
            **_numbered("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo"),
            **_numbered("primeira segunda terceira quarta quinta sexta sétima oitava nona décima"),
            **_numbered("uma duas", 1),
            **_numbered("simples duplo triplo"),
            **dict.fromkeys(("ambos", "ambas", "dobro", "dupla", "par", "duplicou"), 2),
            **dict.fromkeys(("cento", "centenas"), 100),
            **dict.fromkeys(("milhares",), 1000),
            **_numbered("duzentas trezentas", 200, 100),
        },
    }
)
_LARGEST = 10**18
"""What words come to above this is no number: "hundreds of hundreds of hundreds"…"""

_HALVES = re.compile(r"\b(?:half|halves|metade|mei[oa]s?)\b|半", re.IGNORECASE)
_JOINTS = frozenset({"and", "e"})
_LETTERS = re.compile(r"[^\W\d_]+")

_CHINESE_DIGITS = {
    **_numbered("零 一 二 三 四 五 六 七 八 九", first=0),
    **dict.fromkeys("〇", 0),
    **dict.fromkeys("兩两雙双", 2),
    **dict.fromkeys("首", 1),
}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_MYRIADS = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8}
_CHINESE_NUMBER = re.compile("[零〇首一二兩两雙双三四五六七八九十百千萬万億亿]+")
_TENTHS = re.compile("([一二三四五六七八九])成")


def spelled_in(words: str, language: str) -> Iterator[Decimal]:
    """Every number that words may mean: "one hundred and two" may mean 1, 100, 2 or 102."""
    if _HALVES.search(words):
        yield from (Decimal("0.5"), Decimal(50), Decimal(2))
    if language.startswith("zh"):
        for match in _CHINESE_NUMBER.finditer(words):
            yield _chinese(match[0])
        for match in _TENTHS.finditer(words):
            yield Decimal(10 * _CHINESE_DIGITS[match[1]])
        return
    yield from map(Decimal, _spelled(words, _WORDS[language], MULTIPLIERS[language]))


def chinese_numbers(words: str) -> Iterator[tuple[int, str, Decimal]]:
    """Every number in Chinese signs: where it begins, how it is written, and what it comes to."""
    for match in _CHINESE_NUMBER.finditer(words):
        yield match.start(), match[0], _chinese(match[0])


def _spelled(words: str, known: Mapping[str, int], multipliers: Mapping[str, int]) -> Iterator[int]:
    whole = run = 0
    for match in _LETTERS.finditer(words.lower()):
        word = match[0]
        if word in known:
            run += known[word]
            yield known[word]
        elif word in multipliers:
            run = (run or 1) * multipliers[word]
            yield multipliers[word]
            if multipliers[word] >= 1000:
                whole, run = whole + run, 0
        elif word not in _JOINTS:
            whole = run = 0
            continue
        if whole + run > _LARGEST:
            whole = run = 0
        yield whole + run


def _chinese(number: str) -> Decimal:
    """What a Chinese number comes to: 二十 is 20, 三千萬 30 million and 二〇二四 2024."""
    if not any(letter in _CHINESE_UNITS or letter in _CHINESE_MYRIADS for letter in number):
        return Decimal("".join(str(_CHINESE_DIGITS[letter]) for letter in number))
    total = below = digit = 0
    for letter in number:
        if letter in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[letter]
        elif letter in _CHINESE_UNITS:
            below += (digit or 1) * _CHINESE_UNITS[letter]
            digit = 0
        else:
            myriad, section = _CHINESE_MYRIADS[letter], below + digit
            # 萬億 multiplies what precedes it; 萬 after 億 only what has come since.
            if total >= myriad:
                total += (section or 1) * myriad
            else:
                total = (total + section or 1) * myriad
            below = digit = 0
    return Decimal(total + below + digit)
