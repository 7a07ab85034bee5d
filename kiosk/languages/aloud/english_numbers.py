"""Numbers in British English: "one thousand one hundred and ninety-five", "twenty twenty-four"."""

from __future__ import annotations

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = (*("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),)
_STEPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(number: int) -> str:
    """A whole number in words."""
    for step, name in _STEPS:
        if number >= step:
            whole, rest = divmod(number, step)
            words = f"{cardinal(whole)} {name}"
            if not rest:
                return words
            return f"{words} {'and ' if rest < 100 else ''}{cardinal(rest)}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        words = f"{_SMALL[hundreds]} hundred"
        return f"{words} and {cardinal(rest)}" if rest else words
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def ordinal(number: int) -> str:
    """The place in an order: "twenty-first"."""
    words = cardinal(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _ORDINALS:
        return words[:start] + _ORDINALS[last]
    return words[:start] + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def year(number: int) -> str:
    """A year of four digits: "nineteen oh five", "two thousand and nine", "twenty twenty-four"."""
    century, rest = divmod(number, 100)
    if number // 10 == 200 or number % 1000 == 0:
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def decade(number: int) -> str:
    """The ten years from one: "nineteen nineties", "two thousands"."""
    words = year(number)
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}s"


def decimals(digits: str) -> str:
    """What is said behind the point: each digit by itself."""
    return " ".join(_SMALL[int(digit)] for digit in digits)
