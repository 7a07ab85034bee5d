"""What check says about wording, numbers, names and unused things; all of it warns and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.invisible import code
from kiosk.text.message_words import counting, did_you_mean, one_of, shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

WORDING_RULES = (
    "no-glyph",
    "alternative-repeats",
    "alternative-opening",
    "alternative-length",
    "long-introduction",
    "long-headline",
    "long-sentence",
    "different-numbers",
    "wrong-name",
    "other-script",
    "unused-source",
    "unused-unit",
    "old-figure",
    "future-date",
    "placeholder",
    "text-with-hash",
    "markdown",
    "invisible-character",
    "different-figures",
)
"""The rules of this file that a comment can allow to be broken on the spot."""

_SHOWN = 6
"""So many characters of the other script are named; the rest of the text will have more."""


def _warning(rule: str, message: str, hint: str = "") -> Message:
    return Message(rule, message, hint, Severity.WARNING)


# Characters


def no_glyph(letters: str, name: str, language: str) -> Message:
    """`letters` follow each other, and `name` is that of the first."""
    shown = f"'{shortened(letters)}', " if letters.isprintable() else ""
    more = f" and {len(letters) - 1} more" if len(letters) > 1 else ""
    return _warning(
        "no-glyph",
        f"the letters of {language} have no {shown}{code(letters[0])} {name}{more}",
        "write it another way",
    )


def other_script(foreign: Mapping[str, str], language: str) -> Message:
    """`foreign` are the characters found, with what should stand in their place."""
    kind = "simplified" if language == "zh-Hant" else "traditional"
    found = list(foreign)[:_SHOWN]
    rest = len(foreign) - len(found)
    noun = "character" if len(foreign) == 1 else "characters"
    listed = "".join(found) + (f" and {rest} more" if rest else "")
    return _warning(
        "other-script",
        f"{kind} {noun} in {language}: {listed}",
        f"write {''.join(foreign[character] for character in found)}",
    )


def invisible_character(character: str, name: str, language: str) -> Message:
    return _warning(
        "invisible-character",
        f"an invisible sign, {code(character)} {name}, in {language}",
        "delete it and type the word again",
    )


# Signs that YAML or Markdown reads otherwise


def text_with_hash(lost: str) -> Message:
    return _warning(
        "text-with-hash",
        f"'{shortened(lost)}' is a comment, which nobody sees",
        "put quotation marks around a text with ' #'",
    )


def markdown(what: str, becomes: str, language: str, hint: str) -> Message:
    return _warning("markdown", f"{what} {becomes}, in {language}", hint)


# What `kiosk new` wrote


def placeholder(words: str, languages: Sequence[str]) -> Message:
    spoken = f", in {one_of(languages, 'and')}" if languages else ""
    return _warning(
        "placeholder",
        f"'{shortened(words)}' is still what `kiosk new` wrote{spoken}",
        "write your own words",
    )


PLACEHOLDER_POINTS = _warning(
    "placeholder", "these points are still what `kiosk new` wrote", "write your own figures"
)


# Alternative texts


def alternative_repeats(what: str, language: str) -> Message:
    return _warning(
        "alternative-repeats",
        f"the alternative text repeats the {what}, in {language}",
        "say what the picture shows",
    )


def alternative_opening(opening: str, language: str) -> Message:
    return _warning(
        "alternative-opening",
        f"the alternative text begins with '{opening}', in {language}",
        "say at once what can be seen",
    )


def alternative_too_short(count: int, language: str, least: int) -> Message:
    return _warning(
        "alternative-length",
        f"an alternative text of {count} characters in {language}; {least} are the least",
        "say who or what is seen, and what happens",
    )


def alternative_too_long(count: int, language: str, most: int) -> Message:
    return _warning(
        "alternative-length",
        f"an alternative text of {count} characters in {language}; {most} are the most",
        "keep to what matters in the picture",
    )


# Words


def long_introduction(count: int, language: str, most: int) -> Message:
    return _warning(
        "long-introduction",
        f"{count} words in {language}; readers stay with {most}",
        counting(language) or "shorten it",
    )


def long_headline(count: int, language: str, most: int) -> Message:
    return _warning(
        "long-headline",
        f"a headline of {count} words in {language}; {most} are the most",
        counting(language) or "keep the one thing that matters",
    )


def long_sentence(count: int, language: str, most: int) -> Message:
    return _warning(
        "long-sentence",
        f"a sentence of {count} words in {language}; {most} are the most",
        counting(language) or "make two sentences of it",
    )


# Numbers


def different_numbers(
    language: str, extra: Sequence[str], lacking: Sequence[str], others: Sequence[str]
) -> Message:
    """`extra` is what only this language says, `lacking` what the others say instead."""
    they = one_of(others, "and")
    say, do = ("says", "does") if len(others) == 1 else ("say", "do")
    if not lacking:
        message = f"{language} says {one_of(extra, 'and')}, which {they} {do} not"
    elif not extra:
        message = f"{language} lacks {one_of(lacking, 'and')}, which {they} {say}"
    else:
        said, unsaid = one_of(extra, "and"), one_of(lacking, "and")
        message = f"{language} says {said} where {they} {say} {unsaid}"
    return _warning("different-numbers", message, "say the same numbers in every language")


def old_figure(date: str, years: int) -> Message:
    return _warning(
        "old-figure",
        f"figures as of {date} are more than {years} {'year' if years == 1 else 'years'} old",
        "look for newer ones",
    )


def fraction_of_count(written: str, whole: str) -> Message:
    """`whole` is the number that a point between thousands would mean."""
    return _warning(
        "fraction-of-count",
        f"{shortened(written)} is no whole number, but its unit counts",
        f"write {whole} if that is meant: a point stands before decimals"
        if whole
        else "choose a unit of the kind 'measure', or write a whole number",
    )


def different_figure(written: str, other: str, called: str) -> Message:
    """`called` is what says otherwise."""
    return _warning(
        "different-figures",
        f"{shortened(written)} here, but {shortened(other)} in {called}",
        "write one figure in both, or say what each counts",
    )


def future_date(date: str, what: str) -> Message:
    return _warning("future-date", f"{date} is still to come", f"write when {what}")


# Names


def wrong_name(written: str, right: str, language: str) -> Message:
    return _warning(
        "wrong-name",
        f"'{shortened(written)}' is not the name in {language}",
        f"write '{right}'",
    )


# Unused things


def unused_file(subfolder: str) -> Message:
    kind = {"pictures": "picture", "data": "table"}[subfolder]
    return _warning("unused-file", f"nothing shows this {kind}", "use it or move it elsewhere")


def unused_source(source: str) -> Message:
    return _warning("unused-source", f"nothing names the source '{source}'", "use it or delete it")


def unused_unit(unit: str) -> Message:
    return _warning("unused-unit", f"nothing counts in the unit '{unit}'", "use it or delete it")


# Comments that allow a rule to be broken


def suppression_without_reason(rule: str) -> Message:
    return _warning(
        "silence-without-reason",
        f"'{shortened(rule)}' is allowed here without a reason",
        f"write '# allow {shortened(rule)}: why'",
    )


def unknown_suppression(rule: str, known: Collection[str]) -> Message:
    return _warning(
        "unknown-silence",
        f"'{shortened(rule)}' is not a warning that can be allowed",
        did_you_mean(rule, known),
    )


def suppressed_error(rule: str) -> Message:
    return _warning("unknown-silence", f"'{rule}' is an error and can't be allowed", "mend it")


def unused_suppression(rule: str) -> Message:
    return _warning(
        "unused-silence",
        f"'{rule}' is allowed here, but nothing breaks it",
        "delete the comment",
    )
