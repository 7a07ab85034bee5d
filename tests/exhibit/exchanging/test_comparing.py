"""What comes back is looked at before it is written, and what can't be taken says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.exchanging.comparing import ComparedText, Verdict, compare
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import Returned, ReturnedText
from kiosk.exhibit.translating.translations import read_translations
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

INTRODUCTION = "zones:qianhai.yaml::introduction"
TEAMS = "units.yaml::teams:phrase"
SOUND, DOUBTFUL, REFUSED = Verdict.SOUND, Verdict.DOUBTFUL, Verdict.REFUSED


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path / "content")


def returned(id_: str, original: str, words: str, **more: object) -> ReturnedText:
    values = {"is_confirmed": False, "is_translated": True, "at": "row 2", **more}
    return ReturnedText(id_, original, words, **values)  # type: ignore[arg-type]


def outcome(content: Content, text: ReturnedText, language: str = "pt") -> ComparedText | None:
    found = compare(Returned("en", language, (text,)), read_translations(content.folder))
    return next(iter(found.texts), None)


@pytest.mark.parametrize(
    ("id_", "original", "words", "language", "verdict", "reason"),
    [
        (INTRODUCTION, "A zone", "Uma região", "pt", SOUND, ""),
        (INTRODUCTION, "A  zone\n", "Uma região", "pt", SOUND, ""),
        (
            INTRODUCTION,
            "An old zone",
            "x",
            "pt",
            REFUSED,
            "the original has changed since; it was 'An old zone'",
        ),
        ("zones:gone.yaml::name", "A", "B", "pt", REFUSED, "no text has this id any more"),
        (
            INTRODUCTION,
            "A zone",
            "",
            "pt",
            REFUSED,
            "nothing stands there, and what is there now stays",
        ),
        (INTRODUCTION, "A zone", "a " * 3000, "pt", REFUSED, "it has more than 5000 letters"),
        (
            INTRODUCTION,
            "A zone",
            "x" * 300,
            "pt",
            REFUSED,
            "a word in it has more than 200 letters",
        ),
        (
            INTRODUCTION,
            "A zone",
            "Uma \u202eanoz",
            "pt",
            REFUSED,
            "there is a sign in it that can't be seen: U+202E",
        ),
        (
            INTRODUCTION,
            "A zone",
            "Uma \x00zona",
            "pt",
            REFUSED,
            "there is a sign in it that can't be seen: U+0000",
        ),
        (
            TEAMS,
            "{n} teams",
            "grupos",
            "pt",
            REFUSED,
            "{n} is missing, where the exhibit writes a number or a name",
        ),
        (TEAMS, "{n} teams", "{n} grupos", "pt", SOUND, ""),
        (INTRODUCTION, "A zone", "uma " * 60, "pt", DOUBTFUL, "60 are written, 50 are the limit"),
        (INTRODUCTION, "A zone", "A zone", "pt", DOUBTFUL, "it says the same as the original"),
        (
            INTRODUCTION,
            "A zone",
            "一个区",
            "zh-Hant",
            DOUBTFUL,
            "these letters are of another language: 个区",
        ),
        (
            INTRODUCTION,
            "A zone",
            "Uma zona",
            "zh-Hant",
            DOUBTFUL,
            "there is no Chinese letter in it",
        ),
        (
            INTRODUCTION,
            "A zone",
            "一區",
            "pt",
            DOUBTFUL,
            "these letters are of another language: 一區",
        ),
    ],
)
def test_each_text_is_judged(
    content: Content,
    id_: str,
    original: str,
    words: str,
    language: str,
    verdict: Verdict,
    reason: str,
) -> None:
    found = outcome(content, returned(id_, original, words.strip()), language)
    assert found is not None
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_figure_that_is_missing_is_doubtful(content: Content) -> None:
    content.change("zones/qianhai.yaml", "{en: A zone,", "{en: A zone of 1500 teams,")
    missing = outcome(
        content, returned(INTRODUCTION, "A zone of 1500 teams", "Uma zona de equipas")
    )
    assert missing is not None
    assert missing.reason == "the figure 1500 of the original is missing"
    there = outcome(
        content, returned(INTRODUCTION, "A zone of 1500 teams", "Uma zona de 1500 equipas")
    )
    assert there is not None
    assert there.verdict is Verdict.SOUND


def test_what_says_the_same_changes_nothing_but_may_confirm(content: Content) -> None:
    assert outcome(content, returned(INTRODUCTION, "A zone", "Uma zona")) is None
    found = outcome(content, returned(INTRODUCTION, "A zone", "Uma zona", is_confirmed=True))
    assert found is not None
    assert found.confirms
    assert not found.changes_words


def test_what_a_program_has_filled_with_the_original_is_no_translation(content: Content) -> None:
    filled = returned(INTRODUCTION, "A zone", "A zone", is_translated=False)
    assert outcome(content, filled) is None


def test_an_id_that_is_there_twice_is_not_taken(content: Content) -> None:
    texts = (returned(INTRODUCTION, "A zone", "Um"), returned(INTRODUCTION, "A zone", "Dois"))
    found = compare(Returned("en", "pt", texts), read_translations(content.folder))
    assert [each.verdict for each in found.texts] == [Verdict.REFUSED] * 2


@pytest.mark.parametrize(
    ("original", "language", "expected", "reason"),
    [
        ("pt", "en", "", "the file translates from pt, and the original here is en"),
        (
            "en",
            "fr",
            "",
            "the file translates into fr, which is none of 'zh-Hant', 'zh-Hans' and 'pt'",
        ),
        ("en", "zh-Hans", "pt", "the file translates into zh-Hans, which is none of 'pt'"),
    ],
)
def test_a_file_of_other_languages_is_refused(
    content: Content, original: str, language: str, expected: str, reason: str
) -> None:
    with pytest.raises(ExchangeRefused) as caught:
        compare(Returned(original, language, ()), read_translations(content.folder), expected)
    assert str(caught.value) == reason
