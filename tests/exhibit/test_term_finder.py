"""Terms are found as whole words, the longest form first, and nowhere within another word."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model.term import Term, TermFinder
from kiosk.text.multilingual import LANGUAGES, Text


def _term(name: str, forms: str) -> Term:
    return Term(id=name, forms=Text.same(forms), explanation=Text.same("What it means."))


def _found(words: str, *forms: str, language: str = "en") -> list[str]:
    terms = [_term(f"term-{number}", form) for number, form in enumerate(forms)]
    return [words[each.start : each.end] for each in TermFinder.of(terms, language).find(words)]


@pytest.mark.parametrize(
    ("words", "forms", "found"),
    [
        ("Teams incubated here", ["incubated"], ["incubated"]),
        ("Incubated here", ["incubated"], ["Incubated"]),
        ("incubatedness, reincubated", ["incubated"], []),
        ("The PCT, a treaty", ["PCT"], ["PCT"]),
        ("pct and PCTs, PCT2 and APCT", ["PCT"], []),
        ("PCT-2, a-PCT, a.PCT, PCT/a, PCT_a, PCT@a", ["PCT"], []),
        ("(PCT). PCT! “PCT”", ["PCT"], ["PCT"] * 3),
        ("WIPO's list and WIPO’s", ["WIPO"], ["WIPO", "WIPO"]),
        ("equipas é-PIB e PIB", ["PIB"], ["PIB"]),
        ("heavy\u00a0ions and heavy\nions", ["heavy ions"], ["heavy\u00a0ions", "heavy\nions"]),
        ("venture capital", ["venture", "venture capital"], ["venture capital"]),
        ("one, two and three", ["one, three", "two"], ["one", "two", "three"]),
        ("nothing", ["else"], []),
        ("nothing", [], []),
    ],
)
def test_whole_words_are_found(words: str, forms: list[str], found: list[str]) -> None:
    assert _found(words, *forms) == found


@pytest.mark.parametrize(
    ("words", "forms", "found"),
    [
        ("支創業團隊獲孵化的項目", ["孵化"], ["孵化"]),
        ("中國散裂中子源的中子束", ["中子", "散裂中子源"], ["散裂中子源", "中子"]),
        ("國際專利（PCT）申請", ["專利、PCT"], ["專利", "PCT"]),
        ("用PCT申請", ["PCT"], ["PCT"]),
        ("用PCTA申請", ["PCT"], []),
    ],
)
def test_chinese_is_found_wherever_it_stands(
    words: str, forms: list[str], found: list[str]
) -> None:
    assert _found(words, *forms, language="zh-Hant") == found


def test_a_form_belongs_to_its_language_alone() -> None:
    term = Term(id="a", forms=Text({"en": "teams"}), explanation=Text.same("What it means."))

    found = [language for language in LANGUAGES if [*TermFinder.of([term], language).find("teams")]]

    assert found == ["en"]


def test_the_first_of_two_terms_has_a_form_of_both() -> None:
    finder = TermFinder.of([_term("first", "a form"), _term("second", "A  form, other")], "en")

    assert [each.term.id for each in finder.find("a form, other")] == ["first", "second"]
