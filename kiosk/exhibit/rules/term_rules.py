"""The rules for terms: each is found in the texts, by one explanation, which is short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibit.model.term import MOST_TERMS, form_pattern, plain_form, split_forms
from kiosk.exhibit.rules.story_rules import words_in
from kiosk.text.fix import Fix, FixKind
from kiosk.text.message_words import counting, in_words, shortened
from kiosk.text.messages import Message, PlacedMessage, Severity
from kiosk.text.phrase import Phrase
from kiosk.text.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.exhibit.model.term import Term
    from kiosk.text.wordings import PlacedText, Wording, WrittenFile
    from kiosk.text.yaml_source import Node

_TERM_WITHOUT_FORMS = Rule(
    "term-without-forms",
    why="What is never written can't be touched.",
    wrong='`forms: {en: ","}` of a term',
    right="`forms: {en: incubated}`",
)


def _term_without_forms(language: str) -> Message:
    return _TERM_WITHOUT_FORMS.message(
        Phrase("there is no form in {language}", language=in_words(language)),
        "write the words as the texts have them",
    )


_DOUBLE_FORM = Rule(
    "double-form",
    why="A word that is touched has one explanation; the second term would never open.",
    wrong="two terms in `terms.yaml` with the form `incubated`",
    right="the form with one of them",
)


def _double_form(form: str, language: str, other: str) -> Message:
    return _DOUBLE_FORM.message(
        Phrase(
            "'{form}' is a form of '{other}' already, in {language}",
            form=shortened(form),
            other=other,
            language=in_words(language),
        ),
        "keep it with one of the two",
    )


_TOO_MANY_TERMS = Rule(
    "too-many-terms",
    why="Where every second word can be touched, nobody finds the ones that help.",
    wrong=f"{MOST_TERMS + 1} terms in `terms.yaml`",
    right=f"{MOST_TERMS} terms",
)


def _too_many_terms() -> Message:
    return _TOO_MANY_TERMS.message(
        Phrase("there are more than {most_terms} terms", most_terms=MOST_TERMS),
        "keep those that a reader of twelve stumbles on",
    )


_OVERLONG_EXPLANATION = Rule(
    "overlong-explanation",
    why="The card stands beside the word on the smallest screen; more than 60 words don't fit.",
    wrong="an explanation of 61 words in `terms.yaml`",
    right="one of 25",
)


def _overlong_explanation(count: int, language: str, most: int) -> Message:
    return _OVERLONG_EXPLANATION.message(
        Phrase(
            "an explanation of {count} words in {language}; the card holds {most}",
            count=count,
            language=in_words(language),
            most=most,
        ),
        counting(language) or "say only what the word means",
    )


_LONG_EXPLANATION = Rule(
    "long-explanation",
    severity=Severity.WARNING,
    why="A word is looked up within a sentence, which after 25 words is forgotten.",
    wrong="an explanation of 26 words in `terms.yaml`",
    right="one of 25",
)


def _long_explanation(count: int, language: str, most: int) -> Message:
    return _LONG_EXPLANATION.message(
        Phrase(
            "an explanation of {count} words in {language}; {most} are the most",
            count=count,
            language=in_words(language),
            most=most,
        ),
        counting(language) or "say only what the word means",
    )


_UNUSED_FORM = Rule(
    "unused-form",
    severity=Severity.WARNING,
    why="A form that no text has is forgotten, or misspelt: nobody can touch it.",
    wrong="the form `incubatted` in `terms.yaml`",
    right="`incubated`, as the texts have it",
)


def _unused_form(form: str, language: str, written: str) -> Message:
    """`written` is what of the list would go with it: the form and its comma."""
    return _UNUSED_FORM.message(
        Phrase(
            "no text has '{form}' in {language}", form=shortened(form), language=in_words(language)
        ),
        "write it as the texts do or delete it",
        fix=Fix(FixKind.REPLACE, "", written) if written else None,
    )


_SPOKEN_FORMS = Rule(
    "spoken-forms",
    severity=Severity.WARNING,
    why="What is said for a term is one for all of its forms, or one for each in their order; of"
    " another number all of them are said for each form.",
    wrong='`spoken: {en: "raised, got, found"}` of a term with two forms',
    right='`spoken: {en: "raised, got"}`',
)


def _spoken_forms(said: int, forms: int, language: str) -> Message:
    return _SPOKEN_FORMS.message(
        Phrase(
            "{said} ways to say {forms} forms in {language}",
            said=said,
            forms=forms,
            language=in_words(language),
        ),
        "write one for all of them, or one for each in their order",
    )


RULES = (
    _TERM_WITHOUT_FORMS,
    _DOUBLE_FORM,
    _TOO_MANY_TERMS,
    _OVERLONG_EXPLANATION,
    _LONG_EXPLANATION,
    _UNUSED_FORM,
    _SPOKEN_FORMS,
)
"""The rules of this file."""


EXPLANATION_WORDS = 25
CARD_WORDS = 60

TOUCHED = frozenset(
    {"introduction", "label", "rest", "sentence", "text", "phrase", "one", "compact"}
)
"""The texts in which a visitor can touch a term: not headings, but units beside their numbers."""


def sound_terms(
    terms: Iterable[Term], root: Node, file: str
) -> tuple[tuple[Term, ...], list[PlacedMessage]]:
    """The terms that can be shown, and what is wrong with the others; `root` is their file's tree.

    A term with a form of another stays and loses that form: the first of two has it.
    """
    sound: list[Term] = []
    messages: list[PlacedMessage] = []
    owners: dict[tuple[str, str], str] = {}
    for term in terms:
        if len(sound) == MOST_TERMS:
            messages.append(_too_many_terms().at(file, *root.keys[term.id]))
            break
        overlong = list(_overlong(term))
        found = (*_wrong_forms(term, owners), *overlong, *_wrong_spoken(term))
        for key, language, message in found:
            messages.append(message.at(file, *root.position((term.id, key, language))))
        if not overlong:
            sound.append(term)
    return tuple(sound), messages


def _wrong_forms(
    term: Term, owners: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str, Message]]:
    """Key, language and message of each form that is missing or taken.

    `owners` are the ids of terms by language and plain form; those of this term are added.
    """
    for language, written in term.forms.versions.items():
        forms = split_forms(written)
        if written and not forms:
            yield "forms", language, _term_without_forms(language)
        for form in forms:
            owner = owners.setdefault((language, plain_form(form)), term.id)
            if owner != term.id:
                yield "forms", language, _double_form(form, language, owner)


def _wrong_spoken(term: Term) -> Iterator[tuple[str, str, Message]]:
    for language, written in term.spoken.versions.items() if term.spoken is not None else ():
        said, forms = len(split_forms(written)), len(term.forms_in(language))
        if forms > 1 and said not in (1, forms):
            yield "spoken", language, _spoken_forms(said, forms, language)


def _overlong(term: Term) -> Iterator[tuple[str, str, Message]]:
    for language, words in term.explanation.versions.items():
        count = words_in(words)
        if count > CARD_WORDS:
            yield "explanation", language, _overlong_explanation(count, language, CARD_WORDS)


def check_explanation(text: PlacedText) -> Iterator[PlacedMessage]:
    """The explanations of a term that are longer than a reader stays for."""
    for wording in text.wordings.values() if text.key == "explanation" else ():
        count = words_in(wording.words)
        if EXPLANATION_WORDS < count <= CARD_WORDS:
            message = _long_explanation(count, wording.language, EXPLANATION_WORDS)
            yield wording.placed(message)


def unused_forms(
    terms: WrittenFile, files: Iterable[WrittenFile], languages: Sequence[str]
) -> Iterator[PlacedMessage]:
    """The forms of `terms` that no text of `files` has, each where it is written."""
    texts = [text for file in files for text in file.texts() if text.key in TOUCHED]
    for term in (text for text in terms.texts() if text.key == "forms"):
        for language in languages:
            wording = term.wordings.get(language)
            if wording is not None:
                words = [
                    text.wordings[language].words for text in texts if language in text.wordings
                ]
                yield from _unused_in(wording, words)


def _unused_in(forms: Wording, texts: Sequence[str]) -> Iterator[PlacedMessage]:
    for form in split_forms(forms.words):
        pattern = re.compile(form_pattern(form))
        if not any(map(pattern.search, texts)):
            place = max(0, forms.words.find(form))
            message = _unused_form(form, forms.language, _with_its_comma(form, forms.words))
            yield forms.placed(message, place)


def _with_its_comma(form: str, forms: str) -> str:
    """The form with the comma behind it, or else before it; nothing where it is the only one."""
    word = re.escape(form)
    for pattern in (rf"(?<!\w){word}\s*[,，、;；]\s*", rf"\s*[,，、;；]\s*{word}(?!\w)"):
        found = re.search(pattern, forms)
        if found is not None:
            return found.group()
    return ""
