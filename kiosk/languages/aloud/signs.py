"""Signs, units and abbreviations written out; the numbers beside them stay in digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.languages.aloud.table import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.languages.aloud.table import SpokenTable

    Replacement = Callable[[re.Match[str]], str]
    Step = tuple[str, Replacement]

_LETTER = "A-Za-zÀ-ɏ"
_WITH_DE = ("milhão", "milhões", "bilião", "biliões")
"""Words of numbers behind which Portuguese has "de": "milhões de dólares"."""


@dataclass(frozen=True)
class SignReader:
    """Rewrites one sign after the other; each step sees what the ones before it have written."""

    steps: tuple[tuple[re.Pattern[str], Replacement], ...]

    @classmethod
    def of(cls, table: SpokenTable, spell: Callable[[str], str]) -> SignReader:
        """The reader of a language; `spell` reads digits one by one."""
        steps = (
            *_names(table, spell),
            *_differences(table),
            *_dates(table),
            *_bounds(table),
            *_money(table),
            *_measures(table),
            *_between(table),
            *_alone(table),
        )
        return cls(tuple((re.compile(pattern), replacement) for pattern, replacement in steps))

    def written_out(self, text: str) -> str:
        """The text with words for its signs."""
        for pattern, replacement in self.steps:
            text = pattern.sub(replacement, text)
        return text


def _names(table: SpokenTable, spell: Callable[[str], str]) -> Iterator[Step]:
    """Standards with their numbers, abbreviations and "No. 1"."""

    def numbered(match: re.Match[str]) -> str:
        letters = " ".join(letter for letter in match["name"] if letter.isalpha())
        return f"{letters} {spell(match['digits'])}"

    def long_form(match: re.Match[str]) -> str:
        words = table.abbreviations[match[0]]
        # The stop of an abbreviation ends the sentence too where nothing follows.
        return f"{words}." if match[0][-1] == "." and match.end() == len(match.string) else words

    digits = r"(?P<digits>[（(]?\d+(?:[.()（）-]\d+)*)"
    yield rf"(?<![{_LETTER}])(?P<name>{table.numbered})[ -]?{digits}", numbered
    yield r"https?://(?=\w)", _nothing
    yield "|".join(map(_whole_word, sorted(table.abbreviations, key=len, reverse=True))), long_form
    yield rf"(?<![{_LETTER}])(?:{table.number_signs}) ?(?P<n>\d+)", _filled(table, "number")


def _differences(table: SpokenTable) -> Iterator[Step]:
    """A minus between two numbers; one before a number alone is said otherwise in Chinese."""
    word = table.phrases["difference"]
    gap = "" if table.chinese else " "
    yield r"(?<=\d) ?− ?(?=\d)", lambda _match: f"{gap}{word}{gap}"


def _dates(table: SpokenTable) -> Iterator[Step]:
    """Dates and times in digits."""

    def date(match: re.Match[str]) -> str:
        month = int(match["month"])
        if not 1 <= month <= len(table.months):
            return match[0]
        named, day = table.months[month - 1], str(int(match["day"]))
        return table.say("date", year=match["year"], month=named, day=day)

    def time(match: re.Match[str]) -> str:
        hour, minute = int(match["hour"]), int(match["minute"])
        key = "full_hour" if minute == 0 else "early_minute" if minute < 10 else "time"
        return table.say(key, hour=str(hour), minute=str(minute))

    yield r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])", date
    yield r"(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])", time


def _bounds(table: SpokenTable) -> Iterator[Step]:
    """What stands before a number or behind it: "4.2 billion+", "~5", "2018–2023", "−3"."""
    money = f"(?:(?:{any_of(table.currencies)}) ?)?"
    short = rf"(?: ?(?:{any_of(table.short_scales)})(?![{_LETTER}]))?"
    yield rf"(?P<n>{money}{table.amount}{short} ?%?) ?\+(?! ?\d)", _filled(table, "more_than")
    yield r"(?<=[\d%]) ?[–—] ?(?=\d)|(?<=[\d%])[~-](?=\d)", _filled(table, "range", "one", "other")
    for signs, key in (
        ("[~≈]", "about"),
        ("≥|>=", "at_least"),
        ("≤|<=", "at_most"),
        (">", "more_than"),
        ("<", "less_than"),
        (rf"(?<![{_LETTER}\d)%])[-−]|−", "minus"),
        (rf"(?<![{_LETTER}\d)%])\+|(?<![{_LETTER}\d)%] )\+", "plus"),
    ):
        yield rf"(?:{signs}) ?(?={money}\d)", _filled(table, key, "n")


def _money(table: SpokenTable) -> Iterator[Step]:
    def money(match: re.Match[str]) -> str:
        amount = match["amount"]
        if match["short"]:
            amount += f" {table.short_scales[match['short']]}"
        return _around(table.currencies[match["sign"]].around(amount), amount)

    short = rf"(?: ?(?P<short>{any_of(table.short_scales)})(?![{_LETTER}]))?"
    sign = rf"(?<![{_LETTER}$])(?P<sign>{any_of(table.currencies)})"
    yield rf"{sign} ?(?P<amount>{table.amount}){short}", money


def _measures(table: SpokenTable) -> Iterator[Step]:
    units = {**table.units, **table.units_after_numbers}

    def measured(match: re.Match[str]) -> str:
        unit, amount = units[match["unit"]], match["amount"]
        if match["joint"] == "-":
            return unit.one.format(n=amount)
        return _around(unit.around(amount), amount)

    def unit_alone(match: re.Match[str]) -> str:
        unit = units[match["unit"]]
        before = match["before"] or ""
        return before + (unit.one if before else unit.several).replace("{n} ", "")

    yield rf"(?P<n>{table.amount}) ?%", _filled(table, "per_cent")
    yield rf"(?P<n>{table.amount}) ?‰", _filled(table, "per_mille")
    ends = rf"(?![{_LETTER}²³\d]|/[{_LETTER}])"
    # "攝氏負五度": in Chinese a unit stands around the sign as well.
    minus = f"(?:{table.say('minus', n='')})?" if table.chinese else ""
    yield (
        rf"(?P<amount>{minus}{table.amount})(?P<joint>[ -]?)(?P<unit>{any_of(units)}){ends}",
        measured,
    )
    if not table.chinese:
        yield (
            rf"(?<![{_LETTER}\d.])(?P<before>(?:per|por) )?(?P<unit>{any_of(table.units)}){ends}",
            unit_alone,
        )


def _around(words: str, amount: str) -> str:
    if amount.endswith(_WITH_DE):
        return words.replace(f"{amount} ", f"{amount} de ", 1)
    return words


def _between(table: SpokenTable) -> Iterator[Step]:
    """Signs between two numbers, or two words."""
    one, other = f"(?P<one>{table.amount})", r"(?P<other>\d+)"
    yield r"(?<=\w) ?× ?(?=\d)", _filled(table, "product", "one", "other")
    yield rf"(?P<n>{table.amount}) ?×", _filled(table, "times")
    yield rf"{one}:{other}(?![\d:])", _filled(table, "ratio")
    yield rf"{one} / {other}", _filled(table, "part")
    yield rf"{one}/{other}(?![\d/])", _filled(table, "fraction")
    yield r"(?<=\d)/(?=\d)", _space
    if table.chinese:
        # A dot within a name or a list is a short rest at most.
        yield r" [·‧・|/] |[/|]", _filled(table, "list")
        yield "[·‧・]", _nothing
    else:
        yield rf"(?<=[{_LETTER}])–(?=[{_LETTER}])", _space
        yield r"(?<=[\w)]) ?[·|/] ?(?=\w)", _filled(table, "list")
    # "Tianhe-2"
    yield rf"(?<=[{_LETTER}])-(?=\d)", _space


def _alone(table: SpokenTable) -> Iterator[Step]:
    """Signs that stand for a word, and letters that are read one by one."""

    def sign(match: re.Match[str]) -> str:
        return f" {table.signs[match[0]]} "

    def letters(match: re.Match[str]) -> str:
        return _spelled(match[0], table) + (" " if match["digit"] is not None else "")

    capitals = rf"(?:[A-Z]{{2,5}}|{any_of(table.as_letters)})"
    yield any_of(table.signs), sign
    yield rf"(?<![{_LETTER}]){capitals}(?![{_LETTER}])(?P<digit>(?=\d))?", letters


def _spelled(word: str, table: SpokenTable) -> str:
    if word in table.as_words or set(word) <= set("IVX"):
        return word
    is_short = len(word) <= 3 or not set(word) & set("AEIOUY")
    return " ".join(word) if is_short or word in table.as_letters else word


def _filled(table: SpokenTable, key: str, *empty: str) -> Replacement:
    """The phrase with what was found; `empty` are its fields that stay where they are."""
    blank = dict.fromkeys(empty, "")

    def replacement(match: re.Match[str]) -> str:
        return table.say(key, **blank, **match.groupdict())

    return replacement


def _whole_word(form: str) -> str:
    before = rf"(?<![{_LETTER}\d])" if form[0].isalpha() else ""
    after = rf"(?![{_LETTER}\d$])" if form[-1].isalpha() else ""
    return before + re.escape(form) + after


def _nothing(match: re.Match[str]) -> str:
    return ""


def _space(match: re.Match[str]) -> str:
    return " "
