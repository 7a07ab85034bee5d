"""Chinese headlines are divided between words."""

from __future__ import annotations

import pytest

from kiosk.languages.phrases import phrase_ends


def phrases(text: str) -> list[str]:
    ends = sorted(phrase_ends(text))
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("香港城市大学深圳福田研究院", "深圳"),
        ("香港城市大學深圳福田研究院", "深圳"),
        ("冷泉生态系统研究装置", "系统"),
        ("冷泉生態系統研究裝置", "系統"),
        ("先進阿秒激光設施", "阿秒"),
        ("粵港澳大灣區（廣東）量子科學中心", "粵港澳"),
        ("粵港澳大灣區（廣東）量子科學中心", "量子"),
    ],
)
def test_no_word_is_divided(text: str, word: str) -> None:
    inside = range(text.index(word) + 1, text.index(word) + len(word))

    assert not phrase_ends(text).intersection(inside)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("科研人員由13名增至1,773名", "13名"),
        ("科研人員由13名增至1,773名", "1,773名"),
        ("大湾区生产总值超14万亿元", "14万亿元"),
        ("大灣區生產總值逾14萬億元", "14萬億元"),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, together: str) -> None:
    start = text.index(together)

    assert not phrase_ends(text).intersection(range(start + 1, start + len(together)))
    assert start + len(together) in phrase_ends(text)


def test_both_scripts_are_divided_alike() -> None:
    simplified = phrase_ends("香港城市大学深圳福田研究院")

    assert phrase_ends("香港城市大學深圳福田研究院") == simplified


@pytest.mark.parametrize("text", ["香港", "的", "用中子做的显微镜", "A 与 B"])
def test_the_phrases_are_the_whole_text(text: str) -> None:
    assert "".join(phrases(text)) == text
