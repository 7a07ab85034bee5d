"""A finding in the words of the exhibit's language, as staff read it at the desk."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.numbers import date_words, grouped_words

if TYPE_CHECKING:
    from kiosk.guard.finding import Finding, Value
    from kiosk.guard.overlay.manner import Manner


def name_words(finding: Finding, manner: Manner) -> str:
    """What was looked at."""
    return manner.say(f"health_name_{finding.name.lower().replace(' ', '_')}")


def finding_words(finding: Finding, manner: Manner) -> str:
    """What was found; names of files and devices, and faults, stand as they are."""
    if not finding.key:
        return finding.message.replace("\n", "; ")
    values = {name: _written(value, manner.language) for name, value in finding.values.items()}
    return manner.say(finding.key, **values)


def _written(value: Value, language: str) -> str:
    if isinstance(value, datetime.datetime):
        day = WrittenDate(value.year, value.month, value.day)
        return f"{date_words(day, language)} {value:%H:%M}"
    if isinstance(value, str):
        return value
    return grouped_words(Decimal(round(value)), language)
