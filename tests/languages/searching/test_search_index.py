"""What visitors type finds what they mean, in each of the four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.searching.findables import findables
from kiosk.languages.searching.found import TextRank
from kiosk.languages.searching.search_index import (
    LONGEST_QUERY,
    MOST_FOUND,
    SearchIndex,
)
from kiosk.shipped import shipped
from tests.exhibit.sound_content import sound_content
from tests.exhibit.told_panels import with_told_panels

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.languages.searching.found import Found

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture(scope="module")
def index(exhibit: Exhibit) -> Callable[[str], SearchIndex]:
    made = {language: SearchIndex(exhibit, language) for language in LANGUAGES}
    return made.__getitem__


def meant(found: Found) -> list[str]:
    return [found.text.words[start:end] for start, end in found.spans]


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
@pytest.mark.parametrize(
    "query",
    ["qh", "QH", "qianhai", "qian hai", "qianh", "qhai", "cinhoi", "cin hoi", "ch", "前海", "前"],
)
def test_chinese_names_are_found_by_their_readings(
    index: Callable[[str], SearchIndex], language: str, query: str
) -> None:
    names = [each for each in index(language).find(query).found if each.text.rank is TextRank.NAME]

    assert "前海" in [each.text.words for each in names]
    assert next(meant(each) for each in names if each.text.words == "前海") in (["前海"], ["前"])


@pytest.mark.parametrize(
    ("language", "query", "place"),
    [
        ("en", "qianhai", "qianhai"),
        ("en", "Qian Hai", "qianhai"),
        ("en", "hongkong", "hong-kong"),
        ("en", "gba", "greater-bay-area"),
        ("en", "csns", "csns"),
        ("en", "aomen", "macao"),
        ("pt", "macau", "macao"),
        ("pt", "MACAU", "macao"),
        ("zh-Hans", "Hengqin", "hengqin"),
        ("zh-Hans", "macau", "macao"),
        ("zh-Hant", "深圳", "shenzhen"),
        ("zh-Hans", "橫琴", "hengqin"),
        ("zh-Hant", "横琴", "hengqin"),
        ("zh-Hant", "waangkam", "hengqin"),
        ("zh-Hans", "hoenggong", "hong-kong"),
        ("zh-Hant", "sz", "shenzhen"),
        ("zh-Hans", "gz", "guangzhou"),
    ],
)
def test_the_place_that_was_meant_comes_first(
    index: Callable[[str], SearchIndex], language: str, query: str, place: str
) -> None:
    assert index(language).find(query).found[0].text.place.zone == place


@pytest.mark.parametrize(
    ("language", "query", "part"),
    [
        ("pt", "instituicoes", "instituições"),
        ("pt", "investigacao", "Investigação"),
        ("pt", "angariados", "angariados"),
        ("en", "incubat", "incubat"),
        ("zh-Hant", "团队", "團隊"),
        ("zh-Hans", "團隊", "团队"),
        ("zh-Hans", "liangzi", "量子"),
    ],
)
def test_the_line_says_which_letters_were_meant(
    index: Callable[[str], SearchIndex], language: str, query: str, part: str
) -> None:
    assert meant(index(language).find(query).found[0]) == [part]


@pytest.mark.parametrize("query", ["qinahai", "qianai", "qiianhai", "qiamhai", "qianhaj"])
def test_one_mistake_in_a_long_word_is_forgiven(
    index: Callable[[str], SearchIndex], query: str
) -> None:
    assert index("en").find(query).found[0].text.words == "Qianhai"


def test_short_words_are_taken_at_their_word(index: Callable[[str], SearchIndex]) -> None:
    assert index("en").find("hkx").found == ()


def test_all_ways_to_read_a_character_find_it(tmp_path: Path) -> None:
    """重 is zhòng and chóng, cung4 and zung6; 長 is cháng and zhǎng."""
    content = sound_content(tmp_path)
    content.change("zones/qianhai.yaml", "zh-Hant: 前海", "zh-Hant: 重長")
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    index = SearchIndex(exhibit, "zh-Hant")

    for query in ("zhongchang", "chongzhang", "zungcoeng", "cungzoeng", "zz", "cc"):
        assert [each.text.words for each in index.find(query).found][:1] == ["重長"], query


def test_names_come_before_headings_and_those_before_words(
    index: Callable[[str], SearchIndex],
) -> None:
    for language, query in (("en", "quantum"), ("zh-Hant", "港"), ("pt", "macau")):
        ranks = [each.text.rank for each in index(language).find(query).found]
        assert ranks == sorted(ranks)
        assert len(set(ranks)) > 2


def test_each_page_is_found_once_and_can_be_opened(
    index: Callable[[str], SearchIndex], exhibit: Exhibit
) -> None:
    found = index("zh-Hans").find("港").found
    places = [each.text.place for each in found]

    assert len(places) == len(set(places)) <= MOST_FOUND
    assert all(place.nearest(exhibit) == place for place in places)


def test_a_story_is_found_at_its_page(index: Callable[[str], SearchIndex]) -> None:
    found = index("en").find("room for young teams").found[0]

    assert (str(found.text.place), found.text.words) == (
        "qianhai/dream-campus/2",
        "Room for young teams",
    )


def test_the_words_of_a_query_may_stand_in_the_name_and_in_the_text(
    index: Callable[[str], SearchIndex],
) -> None:
    found = index("en").find("qianhai incubated").found

    assert found
    assert {each.text.place.zone for each in found} == {"qianhai"}


def test_terms_are_found_with_what_they_mean(index: Callable[[str], SearchIndex]) -> None:
    term = next(each for each in index("en").find("pct").found if each.text.rank is TextRank.TERM)

    assert term.text.words == "PCT"
    assert term.text.note


def test_where_nothing_is_found_something_near_is_said(
    index: Callable[[str], SearchIndex],
) -> None:
    assert index("zh-Hant").find("heqin").suggestion == "橫琴"
    assert index("en").find("shenzhenzhen").suggestion == "Shenzhen"
    assert index("en").find("patentxxxxx").suggestion == "patents"
    assert index("en").find("qqqqq").suggestion == ""
    assert index("zh-Hant").find("xyzzyx").suggestion == ""


@pytest.mark.parametrize("query", ["", "   ", "?!", "\u0301", "'", "·"])
def test_nothing_typed_finds_nothing(index: Callable[[str], SearchIndex], query: str) -> None:
    findings = index("zh-Hant").find(query)

    assert (findings.found, findings.suggestion) == ((), "")


def test_a_query_has_an_end(index: Callable[[str], SearchIndex]) -> None:
    long = "qianhai" + "i" * LONGEST_QUERY

    assert index("en").find(long) == index("en").find(long[:LONGEST_QUERY])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_a_panel_shows_can_be_found(exhibit: Exhibit, language: str) -> None:
    texts = {each.words for each in findables(exhibit, language)}

    for zone in exhibit.zones:
        assert zone.name.words_in(language) in texts
        assert zone.introduction.words_in(language) in texts
        for panel in zone.panels:
            if panel.kind == "story":
                shown = [panel.title, *(page.text for page in panel.pages)]
            elif panel.kind == "chart":
                shown = [panel.headline, panel.sentence, *(each.label for each in panel.series)]
            elif panel.kind == "facts":
                shown = [each.label for each in panel.facts]
            elif panel.kind == "quote":
                shown = [panel.words, panel.name]
            else:
                shown = [panel.title]
            assert {text.words_in(language) for text in shown} <= texts


@pytest.mark.parametrize(
    ("query", "address"),
    [("fu-rong", "shenzhen/who"), ("founder", "shenzhen/who"), ("it opens", "shenzhen/history")],
)
def test_people_and_events_are_found(tmp_path: Path, query: str, address: str) -> None:
    content = with_told_panels(sound_content(tmp_path / "content"))
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None

    found = SearchIndex(exhibit, "en").find(query).found
    assert address in [str(each.text.place) for each in found]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="abcdeghinoqsuz zh前海港澳科学ãçé5'·-", max_size=50),
    st.sampled_from(LANGUAGES),
)
def test_whatever_is_typed_what_was_meant_lies_in_the_text(
    index: Callable[[str], SearchIndex], query: str, language: str
) -> None:
    findings = index(language).find(query)

    assert not (findings.found and findings.suggestion)
    for each in findings.found:
        assert each.spans
        assert all(0 <= start < end <= len(each.text.words) for start, end in each.spans)
