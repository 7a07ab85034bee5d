"""When something was saved, by the machine's clock, written out."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from kiosk.exhibit.model.values import WrittenDate
from kiosk.languages.numbers import date_words

if TYPE_CHECKING:
    from kiosk.look.interface_style import InterfaceStyle


def day_words(moment: datetime.datetime, style: InterfaceStyle) -> str:
    """Its day; today is called so."""
    day = moment.astimezone().date()
    words = date_words(WrittenDate(day.year, day.month, day.day), style.language)
    if day == datetime.datetime.now().astimezone().date():
        return style.say("earlier_today", day=words)
    return words


def moment_words(moment: datetime.datetime, style: InterfaceStyle) -> str:
    """Its day and time."""
    day = moment.astimezone().date()
    words = date_words(WrittenDate(day.year, day.month, day.day), style.language)
    return style.say("earlier_moment", day=words, time=f"{moment.astimezone():%H:%M:%S}")
