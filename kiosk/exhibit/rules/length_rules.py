"""The rule that plumb lines are drawn of lengths alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.text.messages import Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Unit
    from kiosk.text.messages import Message

_NO_LENGTH = Rule(
    "no-length",
    severity=Severity.WARNING,
    why="`depths` draws plumb lines as long as the values, which is true of lengths alone.",
    wrong="`chart: depths` in the unit `teams`",
    right="`chart: areas`, or a unit such as `metres`",
)

RULES = (_NO_LENGTH,)
"""The rules of this file."""

_LENGTHS = re.compile(
    r"[nµμmcdk]?m|in|ft|yd|mi|inch(es)?|foot|feet|yards?|miles?|fathoms?|braças?"
    r"|(kilo|centi|milli)?met(re|er)s?|(quiló|quilô|centí|milí)?metros?"
    r"|[千厘毫]?米|公[尺里分]|英[尺里]|里",
    re.IGNORECASE,
)
"""What a unit of length is called."""


def is_length(unit: Unit) -> bool:
    """Whether a unit measures a length, as far as one of its languages tells."""
    phrases = unit.phrase.versions.values() if unit.kind == "measure" else ()
    return any(map(names_length, phrases))


def names_length(phrase: str) -> bool:
    """Whether the phrase of a unit says metres or another length."""
    return _LENGTHS.fullmatch(phrase.replace("{n}", "").strip()) is not None


def no_length(unit: str) -> Message:
    """Plumb lines of something that has no length."""
    return _NO_LENGTH.message(
        Phrase("depths are lengths, and the unit '{unit}' is none that we know", unit=unit),
        "choose a unit of length, or draw areas or bars",
    )
