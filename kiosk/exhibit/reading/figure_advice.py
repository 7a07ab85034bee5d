"""What to write in place of a figure or a date that is written as people and spreadsheets do.

Outside of tables `1.195,5` or `16/6/2024` is not read, since no column says what it means; but what
it probably means is said.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import MOST_DECIMALS, MOST_DIGITS, MULTIPLIERS, Value
from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.exhibit.tables.table_dates import dates_meant
from kiosk.exhibit.tables.table_numbers import figures_meant
from kiosk.text.invisible import plain
from kiosk.text.message_words import one_of
from kiosk.text.phrase import Phrase
from kiosk.text.shape_messages import NO_ADVICE, Advice

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

_LONGEST = 60
_BOUNDS = (
    (
        "more-than",
        re.compile(r"^(?:>=?|≥|over |more than |at least |mais de |逾|超過|超过)|(?:\+|多|餘|余)$"),
    ),
    ("nearly", re.compile(r"^(?:<=?|≤|nearly |almost |up to |quase |近)")),
    (
        "about",
        re.compile(r"^(?:~|≈|c\. ?|ca\. ?|circa |about |cerca de |約|约)|(?:左右|前後|前后)$"),
    ),
)
_WITH_WORDS = re.compile(r"[^\d+-]{0,3}?(?P<figure>-?\d[\d.,' ]*)(?P<behind>[^\d]*)")
_SHORT = {"bn": "billion", "mn": "million", "tn": "trillion"}
_DAY = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_DASHES = str.maketrans("–—‐‑−", "-----")


def figure_advice(written: str) -> Advice:
    """What to do about a text that is no figure; nothing where nothing can be told."""
    text = _ordinary(written)
    if not text:
        return NO_ADVICE
    for bound, pattern in _BOUNDS:
        rest = pattern.sub("", text).strip()
        if rest != text:
            meant = _figure(rest)
            if not meant:
                return NO_ADVICE
            return Advice(
                Phrase(
                    "write {meant} and, in a line of its own, 'bound: {bound}'",
                    meant=meant,
                    bound=bound,
                )
            )
    if re.fullmatch(
        rf"-?(?:[\d,]{{{MOST_DIGITS + 1},}}(?:\.\d+)?|[\d,]+\.\d{{{MOST_DECIMALS + 1},}})", text
    ):
        return Advice(
            Phrase(
                "{digits} digits and {decimals} decimals are the most",
                digits=MOST_DIGITS,
                decimals=MOST_DECIMALS,
            )
        )
    meant = _figure(text)
    if meant:
        return Advice(
            Phrase("write {meant}", meant=meant), "" if isinstance(meant, Phrase) else meant
        )
    dates = dates_meant(text)
    if dates:
        return _write_date(dates)
    words = _WITH_WORDS.fullmatch(text)
    figure = _figure(words["figure"].strip()) if words else ""
    if not figure:
        return NO_ADVICE
    return Advice(
        Phrase("write {figure}; 'unit' says what is counted or measured", figure=figure),
        "" if isinstance(figure, Phrase) else figure,
    )


def date_advice(written: str) -> Advice:
    """What to do about a text that is no date; nothing where nothing can be told."""
    text = _ordinary(written)
    day = _DAY.fullmatch(text)
    if day and not 1 <= int(day["month"]) <= 12:
        return Advice(Phrase("a year has 12 months"))
    if day and day["day"]:
        year, month = int(day["year"]), int(day["month"])
        days = monthrange(year, month)[1]
        if not 1 <= int(day["day"]) <= days:
            return Advice(Phrase("{month} has {days} days", month=f"{year}-{month:02d}", days=days))
    dates = dates_meant(text) if text else ()
    return _write_date(dates) if dates else NO_ADVICE


def _write_date(dates: Collection[str]) -> Advice:
    only = next(iter(dates)) if len(dates) == 1 else ""
    return Advice(Phrase("write {names}", names=one_of(dates)), only)


def _ordinary(written: str) -> str:
    text = plain(unicodedata.normalize("NFKC", written[: _LONGEST + 1])).translate(_DASHES)
    return text if len(text) <= _LONGEST else ""


def _figure(text: str) -> str:
    """The figure that a text can only mean, as our files write it; nothing where it is unclear."""
    if _is_ours(text):
        return text.replace(",", "")
    meant = [figure for figure in figures_meant(text.lower().removesuffix("s")) if _is_ours(figure)]
    if meant:
        return one_of(meant)
    for short, word in _SHORT.items():
        text = re.sub(rf"(?<=\d) ?{short}$", f" {word}", text.lower())
    for language in ("en", "pt", "zh-Hant"):
        for words in (text, text.removesuffix("s"), re.sub(r"\s*[元人個个家支項项]$", "", text)):
            found = numbers_in(words, language).exact if words[-1:].isalpha() else ()
            if len(found) == 1 and found[0].written == words and len(found[0].meanings) == 1:
                return _in_our_words(*found[0].meanings)
    return ""


def _is_ours(text: str) -> bool:
    try:
        return Value.parse(text).number is not None
    except ValueError:
        return False


def _in_our_words(number: Decimal) -> str:
    for word, factor in reversed(MULTIPLIERS.items()):
        many = number / factor
        if word and factor > 1000 and many >= 1 and many == round(many, 3):
            return f"{many.normalize():f} {word}"
    return f"{number.normalize():f}"
