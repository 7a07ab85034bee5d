"""Whose map it is and who approved it: what stands beside the map wherever it is shown whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.languages.words import Words
    from kiosk.text.multilingual import Text


def map_credit(
    approval: tuple[str, Text] | None, words: Words, language: str, *, key: str = "map_credit"
) -> tuple[str, ...]:
    """The credit, in the words of `key`, and a line with the number and holder of an approval.

    Of a map whose owner nobody has named there is none.
    """
    credit = words.say(key, language)
    credits = (credit,) if credit else ()
    if approval is None:
        return credits
    number, holder = approval
    line = words.say("map_approval", language, number=number, holder=holder.words_in(language))
    return *credits, line
