"""Whether a number in a text has the unit of a figure beside it, short or written out."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibit.reading.exhibit_reading import UNITS_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.text.yaml_source import Node

_WRITTEN_OUT: Mapping[str, str] = MappingProxyType(
    {
        "km": r"kilomet(?:re|er)s?|quil[óô]metros?",
        "m": r"met(?:re|er)s?|metros?",
        "kg": r"kilograms?|kilos?|quilogramas?|quilos?",
        "ha": r"hectares?",
        "kW": r"kilowatts?|quilowatts?",
    }
)
"""How sentences say what a number on a panel has as a sign."""
_WORD_ENDS = r"(?!\w)(?!\s+(?:quadrad|cúbic))"
"""So that kilometres are none that are square."""


def unit_beside(roots: Mapping[str, Node], unit: str, language: str) -> re.Pattern[str] | None:
    """What follows the number where a text of that language says it with that unit."""
    units = roots.get(UNITS_FILE)
    phrase = None if units is None or not unit else units.at((unit, "phrase", language))
    if phrase is None or phrase.kind != "text":
        return None
    sign = str(phrase.value).partition("{n}")[2].strip()
    if not sign:
        return None
    said = "|".join((re.escape(sign), *filter(None, [_WRITTEN_OUT.get(sign)])))
    end = "" if language.startswith("zh") else _WORD_ENDS
    return re.compile(rf"[\s\u00a0-]*(?:{said}){end}")
