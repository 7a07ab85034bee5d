"""The unit of a chart's numbers, said once over the chart instead of beside each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.languages.figures import Figure, Part
from kiosk.screen.chart.labels import Label, set_plain

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_WORDS = re.compile(r"\s*[^\W\d_]+(?:\s[^\W\d_]+)*")


def without_words(figure: Figure) -> Figure:
    """A figure with its digits and signs alone: "151.08" of "151.08 billion yuan"."""
    parts = [
        replace(part, text=_WORDS.sub("", part.text) if part.role == "number" else part.text)
        for part in figure.parts
        if part.role != "unit" or not _WORDS.search(part.text)
    ]
    return Figure(tuple(part for part in parts if part.text), figure.spoken)


def digits_alone(figure: Figure) -> Figure:
    """A figure with neither words nor signs around its digits: "0.79" of "0.79%"."""
    parts = without_words(figure).parts
    return Figure(tuple(part for part in parts if part.role != "unit"), figure.spoken)


def words_alone(figure: Figure) -> str:
    """What `without_words` leaves out: "billion yuan"; empty where it is nothing."""
    said = (
        "".join(_WORDS.findall(part.text)) if part.role == "number" else part.text
        for part in figure.parts
        if part.role == "number" or (part.role == "unit" and _WORDS.search(part.text))
    )
    return "".join(said).strip()


def counted_in(figure: Figure) -> str:
    """The same with what a count counts, which is said and not drawn: "million people".

    The figure must be without a bound, which would be taken for the unit.
    """
    number = next(part.text for part in figure.parts if part.role == "number")
    before, _, after = figure.spoken.partition(number)
    parts = (Part(before, "unit"), Part(number, "number"), Part(after, "unit"))
    return words_alone(Figure(parts, figure.spoken))


def caption(figure: Figure, look: Look, locale: Locale) -> Label | None:
    """In what the numbers of a line are counted, for the top left corner of its chart."""
    words = words_alone(figure)
    if not words:
        return None
    setting = set_plain(look, words, language=locale.language)
    return Label(setting, 0.0, 0.0, look.theme.text2)
