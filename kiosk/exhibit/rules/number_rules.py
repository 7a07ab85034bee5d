"""The rule that a text says the same numbers in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.text.message_words import in_words, one_of
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.exhibit.model.written_numbers import Numbers, WrittenNumber
    from kiosk.text.wordings import PlacedText

_DIFFERENT_NUMBERS = Rule(
    "different-numbers",
    severity=Severity.WARNING,
    why="Two visitors with two languages would learn two facts.",
    file="zones/qianhai.yaml",
    wrong="introduction: {en: A zone of 15 km², zh-Hant",
    right="introduction: {en: A zone, zh-Hant",
)


def _different_numbers(
    language: str, extra: Sequence[str], lacking: Sequence[str], others: Sequence[str]
) -> Message:
    """`extra` is what only this language says, `lacking` what the others say instead."""
    they = one_of(map(in_words, others), "and")
    is_one = len(others) == 1
    if not lacking:
        message = Phrase(
            "{language} says {said}, which {they} does not"
            if is_one
            else "{language} says {said}, which {they} do not",
            language=in_words(language),
            said=one_of(extra, "and"),
            they=they,
        )
    elif not extra:
        message = Phrase(
            "{language} lacks {unsaid}, which {they} says"
            if is_one
            else "{language} lacks {unsaid}, which {they} say",
            language=in_words(language),
            unsaid=one_of(lacking, "and"),
            they=they,
        )
    else:
        message = Phrase(
            "{language} says {said} where {they} says {unsaid}"
            if is_one
            else "{language} says {said} where {they} say {unsaid}",
            language=in_words(language),
            said=one_of(extra, "and"),
            they=they,
            unsaid=one_of(lacking, "and"),
        )
    return _DIFFERENT_NUMBERS.message(message, "say the same numbers in every language")


RULES = (_DIFFERENT_NUMBERS,)
"""The rules of this file."""


def check_numbers(text: PlacedText, languages: Sequence[str]) -> Iterator[PlacedMessage]:
    """The languages of a text that say other numbers than most; of two, the first one is right."""
    spoken = [language for language in languages if language in text.wordings]
    if not any(map(str.isdecimal, "".join(text.wordings[each].words for each in spoken))):
        return
    numbers = {each: numbers_in(text.wordings[each].words, each) for each in spoken}
    for language in spoken:
        others = [other for other in spoken if other != language]
        extra = [
            number
            for number in numbers[language].exact
            if not _is_common(number, numbers) and not _all_have(number, others, numbers)
        ]
        lacking = _lacking(language, others, numbers)
        if extra or lacking:
            saying = _saying(lacking, others, numbers) if lacking else others
            message = _different_numbers(
                language,
                extra=list(dict.fromkeys(number.written for number in extra)),
                lacking=[number.written for number in lacking],
                others=saying,
            )
            yield text.wordings[language].placed(message, extra[0].offset if extra else 0)


def _is_common(number: WrittenNumber, numbers: Mapping[str, Numbers]) -> bool:
    """Whether most languages say it; of as many with it as without, the first one decides."""
    saying = [language for language, own in numbers.items() if own.have(number)]
    if 2 * len(saying) == len(numbers):
        return next(iter(numbers)) in saying
    return 2 * len(saying) > len(numbers)


def _all_have(number: WrittenNumber, others: Sequence[str], numbers: Mapping[str, Numbers]) -> bool:
    return all(numbers[other].have(number) for other in others)


def _lacking(
    language: str, others: Sequence[str], numbers: Mapping[str, Numbers]
) -> list[WrittenNumber]:
    lacking: list[WrittenNumber] = []
    for other in others:
        for number in numbers[other].exact:
            is_new = all(number.meanings.isdisjoint(known.meanings) for known in lacking)
            if is_new and not numbers[language].have(number) and _is_common(number, numbers):
                lacking.append(number)
    return lacking


def _saying(
    lacking: Sequence[WrittenNumber], others: Sequence[str], numbers: Mapping[str, Numbers]
) -> list[str]:
    return [other for other in others if all(numbers[other].have(each) for each in lacking)]
