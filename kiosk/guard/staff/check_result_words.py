"""A result in the words of the exhibit's language, as staff read it at the desk."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.numbers import date_words, grouped_words

if TYPE_CHECKING:
    from kiosk.guard.check_result import CheckResult, Value
    from kiosk.look.interface_style import InterfaceStyle


def name_words(result: CheckResult, style: InterfaceStyle) -> str:
    """What was looked at."""
    return style.say(f"health_name_{result.name.lower().replace(' ', '_')}")


def check_result_words(result: CheckResult, style: InterfaceStyle) -> str:
    """What was found; names of files and devices, and faults, are not translated."""
    if not result.key:
        return result.message.replace("\n", "; ")
    values = {name: _written(value, style.language) for name, value in result.values.items()}
    return style.say(result.key, **values)


def _written(value: Value, language: str) -> str:
    if isinstance(value, datetime.datetime):
        day = WrittenDate(value.year, value.month, value.day)
        return f"{date_words(day, language)} {value:%H:%M}"
    if isinstance(value, str):
        return value
    return grouped_words(Decimal(round(value)), language)
