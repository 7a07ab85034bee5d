"""What is wrong with panels of people, quotes and events, and what is only left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.citations import citations
from kiosk.exhibit.model.shown_pictures import shown_pictures
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.exhibit.told_panels import SHENZHEN, many_people, with_told_panels

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import Zone
    from tests.exhibit.sound_content import Content


def shenzhen(content: Content) -> Zone:
    exhibit = read_exhibit(content.folder).exhibit
    zone = exhibit.zone("shenzhen") if exhibit else None
    assert zone is not None
    return zone


def test_all_three_are_read(content: Content) -> None:
    with_told_panels(content)
    assert content.messages() == []
    zone = shenzhen(content)

    assert [panel.kind for panel in zone.panels] == ["story", "people", "quote", "events"]
    for panel in zone.panels[1:]:
        assert [each.source for each in citations(panel)] == ["peoples-daily-2024-06-16"]
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    assert [each.file for each in shown_pictures(exhibit)].count("steel.svg") == 3


def test_events_are_in_the_order_of_their_dates_whichever_way_they_are_written(
    content: Content,
) -> None:
    panel = shenzhen(with_told_panels(content)).panel("history")
    assert panel is not None
    assert panel.kind == "events"

    assert [str(event.at) for event in panel.in_order] == ["2014-12-07", "2021"]


@pytest.mark.parametrize(
    ("right", "wrong", "said", "left"),
    [
        ("file: steel.svg\n      alternative: {en: A man", "file: x.svg\n      alternative: {en: A",
         "there is no picture 'x.svg'", ["who", "said", "history"]),
        ("  at: 2024-04\n", "  at: soon\n", "'soon' is not a date", ["who", "said", "history"]),
        ("  - at: 2021\n", "  - at: soon\n", "'soon' is not a date", ["who", "said"]),
        ("    role: {en: engineer", "    rolle: {en: engineer", "unknown key 'rolle'",
         ["who", "said", "history"]),
        ("  words: {en: We", "  word: {en: We", "unknown key 'word'", ["who", "history"]),
        ("- id: who\n  kind: people", "- id: who\n  kind: persons", "'persons'",
         ["said", "history"]),
    ],
    ids=["picture", "date of a quote", "one of two events", "key", "words", "kind"],
)  # fmt: skip
def test_what_is_wrong_takes_no_more_with_it_than_it_must(
    content: Content, right: str, wrong: str, said: str, left: list[str]
) -> None:
    with_told_panels(content)
    content.change(SHENZHEN, right, wrong)

    assert any(said in message for message in content.messages())
    assert [panel.id for panel in shenzhen(content).panels] == ["steel", *left]


def test_an_unknown_source_is_told(content: Content) -> None:
    with_told_panels(content)
    text = (content.folder / SHENZHEN).read_text(encoding="utf-8")
    head, found, rest = text.partition("- id: said")
    content.write(SHENZHEN, f"{head}{found}{rest.replace('peoples-daily', 'people-daily', 1)}")

    assert any("no source 'people-daily-2024-06-16'" in each for each in content.messages())
    assert shenzhen(content).panel("said") is None


def test_three_sentences_are_too_many_for_a_person(content: Content) -> None:
    with_told_panels(content)
    content.change(SHENZHEN, "It is small.", "It is small. It is light.")

    assert [each.partition(": ")[2] for each in content.messages()] == [
        "3 sentences in en; 2 are the most here (say the one thing that matters, or tell a story)"
    ]
    assert shenzhen(content).panel("who") is not None


def test_an_abbreviation_ends_no_sentence(content: Content) -> None:
    with_told_panels(content)
    content.change(SHENZHEN, "He built a lens. It is small.", "He built no. 4 of 3.5 mm. It sold.")

    assert content.messages() == []


def test_a_long_quote_is_told(content: Content) -> None:
    with_told_panels(content)
    content.change(SHENZHEN, "We began with five.", "word " * 41)

    assert [each.partition(": ")[2] for each in content.messages()] == [
        "a quote of 41 words in en; 40 are the most (choose the sentence that people will remember)"
    ]


def test_thirteen_people_are_too_many(content: Content) -> None:
    content.change(SHENZHEN, "inset:\n", f"{many_people(13)}inset:\n")

    assert len(content.messages()) == 1
    assert shenzhen(content).panel("who") is None
