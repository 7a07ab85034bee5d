"""What is read aloud: words alone, as a speaker of each language says them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.figures import figure, sources_line
from kiosk.languages.language import LANGUAGES
from kiosk.languages.layer_sentences import LayerSentences
from kiosk.languages.numbers import number_words
from kiosk.languages.spoken_words import sentences, spoken
from kiosk.languages.words import read_words
from kiosk.shipped import shipped
from tests.diagonal import diagonal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kiosk.exhibit.model.exhibit import Exhibit

WORDS = read_words(shipped("assets") / "words")
EXAMPLES = Path(__file__).parent / "spoken"
SAID = re.compile(r"[\w\s.,;:!?()'’…。，、；：？！（）–—-]*")
"""Letters, and the marks at which a voice rests."""


def examples(tag: str) -> list[tuple[str, str]]:
    lines = (EXAMPLES / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    return [(written, said.strip()) for written, said in zip(lines[::2], lines[1::2], strict=True)]


def texts(node: Any, tag: str) -> Iterator[str]:
    """All texts of a content file in one language."""
    if isinstance(node, dict):
        if isinstance(node.get(tag), str):
            yield node[tag]
        for each in node.values():
            yield from texts(each, tag)
    elif isinstance(node, list):
        for each in node:
            yield from texts(each, tag)


def shipped_texts(tag: str) -> list[str]:
    found = []
    for file in sorted(shipped("content").rglob("*.yaml")):
        if file.name != "translations.yaml":
            written = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            found += list(texts(written, tag))
    # The phrases of units are read with their numbers, below.
    return [text for text in found if "{" not in text]


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    found = read_exhibit(shipped("content")).exhibit
    assert found is not None
    return found


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_example_is_read_as_a_speaker_of_the_language_reads_it(tag: str) -> None:
    table = examples(tag)
    assert len(table) >= 60
    assert {written: spoken(written, tag) for written, _ in table} == dict(table)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_but_words_is_left_of_the_shipped_texts(tag: str) -> None:
    found = shipped_texts(tag)
    assert len(found) > 500
    for text in found:
        for start, end in sentences(text, tag):
            said = spoken(text[start:end], tag)
            assert said, text
            assert not re.search(r"\d", said), said
            assert SAID.fullmatch(said), said
            assert spoken(said, tag) == said


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_figure_and_source_of_the_exhibit_is_read_in_words(
    exhibit: Exhibit, tag: str
) -> None:
    said = [
        figure(fact.value, exhibit.units[fact.unit], tag, WORDS, bound=fact.bound)
        for zone in exhibit.zones
        for panel in zone.panels
        if panel.kind == "facts"
        for fact in panel.facts
    ]
    assert len(said) > 50
    lines = [sources_line((source,), None, tag, WORDS) for source in exhibit.sources.values()]
    for written in (*(each.spoken for each in said), *(each.drawn for each in said), *lines):
        assert not re.search(r"[\d$%+²&]", spoken(written, tag)), written


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_said_of_data_layers_is_read_in_words(exhibit: Exhibit, tag: str) -> None:
    def name(zone_id: str) -> str:
        zone = exhibit.zone(zone_id)
        assert zone is not None
        return zone.name.words_in(tag)

    for layer in exhibit.layers:
        said = LayerSentences(layer, exhibit.units[layer.unit], tag, WORDS, name)
        zones = [zone.id for zone in exhibit.zones]
        for one in zones:
            for written in (said.reading(one), *(said.comparison(one, each) for each in zones[:4])):
                words = spoken(written, tag)
                assert bool(words) == bool(written)
                assert not re.search(r"[\d$%+²&]", words), words


@pytest.mark.parametrize("tag", LANGUAGES)
@given(number=st.decimals(min_value=0, max_value=10**14, places=2, allow_nan=False))
@settings(max_examples=200, deadline=None)
def test_every_number_that_the_exhibit_can_write_is_read_in_words(
    tag: str, number: Decimal
) -> None:
    said = spoken(number_words(number, tag), tag)
    assert said
    assert re.fullmatch(r"[^\W\d]+(?:[ -][^\W\d]+)*", said)


def test_the_tables_have_the_same_phrases_and_signs() -> None:
    folder = shipped("assets") / "words" / "spoken"
    tables = [
        yaml.safe_load((folder / f"{tag}.yaml").read_text(encoding="utf-8")) for tag in LANGUAGES
    ]
    for section in ("phrases", "signs", "currencies"):
        assert len({frozenset(table[section]) for table in tables}) == 1, section
    fields = [{k: set(re.findall(r"{(\w+)}", v)) for k, v in t["phrases"].items()} for t in tables]
    assert all(each == fields[0] for each in fields)


def test_a_language_of_an_exhibit_that_is_not_ours_keeps_its_numbers() -> None:
    assert spoken("«1 195 équipes» →", "fr") == "1 195 équipes"
    assert sentences("Une phrase. Une autre.", "fr") == [(0, 11), (12, 22)]


@pytest.mark.parametrize("tag", LANGUAGES)
@given(text=st.text(max_size=60) | st.text(alphabet="1.,%+-–/:$ akmº²年萬至2×~<", max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_none_with_letters_is_lost(tag: str, text: str) -> None:
    said = spoken(text, tag)
    assert not any(letter.isdecimal() for letter in said)
    assert said or not any(letter.isalpha() or letter.isdecimal() for letter in text)
    spans = sentences(text, tag)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    covered = {index for start, end in spans for index in range(start, end)}
    assert sum(end - start for start, end in spans) == len(covered)
    assert all(index in covered for index, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize(
    ("piece", "tag"),
    diagonal(["1", "1,111,", "111 ", "1.", "1–", "US$", "...a", "2020、"], ["pt", "zh-Hant"]),
)
def test_a_very_long_text_is_read_as_well(tag: str, piece: str) -> None:
    """What took the square of its length would take hours, and the run is stopped long before."""
    text = (piece * 100_000)[:100_000]
    assert not any(letter.isdecimal() for letter in spoken(text, tag))
    assert len(sentences(text, tag)) <= len(text)


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("第2項，共7項。", "zh-Hant", "第二項，共七項。"),
        (
            "504来自其他地方：1195 − 691",
            "zh-Hans",
            "五百零四来自其他地方：一千一百九十五减六百九十一",
        ),
        ("1,195 − 691", "zh-Hant", "一千一百九十五減六百九十一"),
        ("−3 degrees", "en", "minus three degrees"),
        ("en.people.cn/n3/2024/0616/c90000-20182072.html", "en", "en.people.cn"),
        ("https://www.hku.hk/press/c_27063.html", "pt", "www.hku.hk"),
    ],
)
def test_what_listeners_stumbled_over(written: str, language: str, said: str) -> None:
    assert spoken(written, language) == said
