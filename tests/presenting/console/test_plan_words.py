"""Times in words, and the presenter's own words in four languages."""

from __future__ import annotations

import string

import pytest

from kiosk.languages.language import LANGUAGES
from kiosk.languages.words import Words, read_words
from kiosk.presenting.console.plan_words import against_plan, clock_time
from tests.project import PROJECT

FOLDER = PROJECT / "assets" / "words" / "presenting"


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(FOLDER)


def fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_the_same_keys_and_fields(words: Words, tag: str) -> None:
    english, other = words.templates["en"], words.templates[tag]
    assert sorted(other) == sorted(english)
    assert {key: fields(said) for key, said in other.items()} == {
        key: fields(said) for key, said in english.items()
    }


@pytest.mark.parametrize(
    ("behind", "tag", "said"),
    [
        (12, "en", ("12 seconds", "behind plan")),
        (-61, "en", ("1 minute 1 second", "ahead of plan")),
        (4, "en", ("On plan", "so far")),
        (725, "en", ("12 minutes", "behind plan")),
        (72, "zh-Hant", ("1分鐘12秒", "比計劃慢")),
        (-30, "zh-Hans", ("30秒", "比计划快")),
        (121, "pt", ("2 minutos 1 segundo", "de atraso")),
    ],
)
def test_the_plan_is_told_in_words(
    words: Words, behind: float, tag: str, said: tuple[str, str]
) -> None:
    assert against_plan(behind, words, tag) == said


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00"), (462.9, "07:42"), (3661, "1:01:01"), (-3, "00:00")]
)
def test_a_clock_shows_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown
