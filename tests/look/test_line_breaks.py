"""Where lines break: dates, numbers and names stay whole, and no letter is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.names import Names
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text, width_of, words_by_line

if TYPE_CHECKING:
    from kiosk.look.look import Look

NAMES = Names.of(
    [
        {"en": "Hong Kong", "pt": "Hong Kong", "zh-Hant": "香港", "zh-Hans": "香港"},
        {"en": "Greater Bay Area", "pt": "Grande Baía", "zh-Hant": "薛其坤", "zh-Hans": "薛其坤"},
    ]
)


@pytest.fixture
def named(look: Look) -> Look:
    return replace(look, names=NAMES)


def lines_of(setting: Setting) -> list[str]:
    return list(words_by_line(setting.layout))


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "It is a short way from Hong Kong to the mainland, as all say.", "Hong Kong"),
        ("en", "The Guangdong–Hong Kong–Macao Greater Bay Area is.", "Guangdong–Hong Kong–Macao"),
        ("en", "They raised 4.2 billion yuan until now, it is said there.", "4.2 billion yuan"),
        ("en", "It was on 28 February 2019 that the plan was published.", "28 February 2019"),
        ("en", "The team is at E-hub, and a computer is called Tianhe-2 here.", "Tianhe-2"),
        ("pt", "A bolsa gastou 30,1 mil milhões de dólares de Hong Kong.", "30,1 mil milhões"),
        (
            "pt",
            "Foi no dia 7 de dezembro de 2014 que abriu o parque novo.",
            "7 de dezembro de 2014",
        ),
        ("en", "Texts and pictures: made for this exhibit (CC BY 4.0).", "(CC BY 4.0)"),
        ("pt", "Textos e imagens: feitos para esta exposição (CC BY 4.0).", "(CC BY 4.0)"),
        ("zh-Hant", "文字與圖畫：為本展覽而作（CC BY 4.0）。", "（CC BY 4.0）。"),
        ("en", "The areas were derived from Apache ECharts 4.9.0 and changed.", "ECharts 4.9.0"),
        ("pt", "Gastaram em dólares de Hong Kong tudo o que ali havia.", "dólares de Hong Kong"),
        ("zh-Hant", "夢工場自2014年12月7日啟用以來，已經有很多團隊來到這裏創業。", "2014年12月7日"),
        ("zh-Hans", "这项计划自2021年9月起实施，目的是让更多的团队来到这里创业。", "2021年9月起"),
        ("zh-Hant", "人民日報第6版的文章說，團隊累計融資逾42億元，其後還在增加。", "逾42億元"),
        ("zh-Hant", "這個實驗室由物理學家薛其坤主持，研究自然界最微小的部分。", "薛其坤"),
        ("zh-Hans", "这台装置在两千米深的海底，面积是1,195平方公里，还在扩大。", "1,195平方公里"),
    ],
)
def test_no_line_divides_a_date_a_number_or_a_name(
    named: Look, language: str, text: str, whole: str
) -> None:
    least = width_of(named, whole, language=language, role="body") + 30
    for width in range(int(least), 700, 23):
        setting = set_text(named, text, language=language, role="body", width=width)
        assert any(whole in line for line in lines_of(setting)), lines_of(setting)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_no_chinese_letter_is_alone_on_the_last_line(named: Look, language: str) -> None:
    text = "名大學科研人員來自香港，研究自然界最微小的部分。"
    for length in range(6, len(text) + 1):
        for width in (170, 230, 310, 420):
            last = lines_of(
                set_text(named, text[:length], language=language, role="body", width=width)
            )[-1]
            assert len(last.strip("，。")) > 1


def test_a_label_of_two_lines_has_even_lines(named: Look) -> None:
    setting = set_text(named, "名大學科研人員", language="zh-Hant", role="body", width=180)

    assert lines_of(setting) == ["名大學", "科研人員"]


@pytest.mark.parametrize(
    ("text", "mark"), [("「夢」字園區", "「"), ("（廣東）量子科學中心", "（"), ("“梦”字", "“")]
)
def test_a_bracket_at_the_beginning_of_a_line_stands_out(look: Look, text: str, mark: str) -> None:
    setting = set_text(look, text, language="zh-Hant", role="title")
    run = setting.layout.lineAt(0).glyphRuns()[0]
    letter = run.rawFont().boundingRect(run.glyphIndexes()[0]).translated(run.positions()[0])

    assert setting.text[0] == mark
    assert -2 <= letter.left() <= look.style("title").size * 0.2


@pytest.mark.parametrize(
    ("language", "text", "left_out"),
    [
        ("zh-Hant", "稿），二", 0.5),
        ("zh-Hant", "說：「好", 0.25),
        ("zh-Hans", "说：“好", 0.5),
        ("zh-Hans", "好。”他", 0.5),
        ("zh-Hant", "「『好", 0.5 + 0.5),
        ("zh-Hant", "好，也", 0.0),
    ],
)
def test_two_marks_side_by_side_have_no_hole_between_them(
    look: Look, language: str, text: str, left_out: float
) -> None:
    letters = sum(width_of(look, "好" * 1, language=language, role="body") for _ in text)

    found = letters - width_of(look, text, language=language, role="body")

    assert found == pytest.approx(left_out * 28, abs=0.5)


def test_the_gap_between_chinese_and_digits_is_the_same_across_spans(look: Look) -> None:
    pieces = [Span("逾"), Span("42"), Span("億元")]
    together = set_text(look, pieces, language="zh-Hant", role="body").ink
    apart = sum(width_of(look, piece.text, language="zh-Hant", role="body") for piece in pieces)

    assert together - apart == pytest.approx(2 * 28 * 0.25, abs=1)
    assert together == width_of(look, "逾42億元", language="zh-Hant", role="body")


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("The bay's output", "The bay’s output"),
        ("'x' and \"y\"", "‘x’ and “y”"),
        ("the teams' hub", "the teams’ hub"),
        ("since '97", "since ’97"),
    ],
)
def test_straight_quotation_marks_are_set_curly(look: Look, text: str, set_as: str) -> None:
    assert set_text(look, text, language="en", role="body").text == set_as


def test_areas_of_letters_are_where_they_are_drawn(look: Look) -> None:
    text = "Peng Cheng Laboratory studies networks, and artificial intelligence too."
    setting = set_text(look, text, language="en", role="body", width=300)
    start = text.index("networks")

    areas = setting.areas(start, text.index("intelligence") + len("intelligence"))

    assert len(areas) == setting.line_count - lines_of(setting).index(
        next(line for line in lines_of(setting) if "networks" in line)
    )
    for area in areas:
        assert 0 <= area.left() < area.right() <= 310
    whole = setting.areas(0, len(text))
    assert [area.left() for area in whole] == [0.0] * setting.line_count


def test_areas_follow_a_bracket_that_stands_out_and_lines_in_the_middle(look: Look) -> None:
    from PySide6.QtCore import Qt

    setting = set_text(
        look,
        "夢工場",
        language="zh-Hant",
        role="body",
        width=300,
        align=Qt.AlignmentFlag.AlignHCenter,
    )

    (area,) = setting.areas(0, 3)
    assert area.center().x() == pytest.approx(150, abs=1)
    assert set_text(look, "「夢", language="zh-Hant", role="body").areas(0, 1)[0].left() == 0


def test_lines_end_where_they_were_chosen_to(named: Look) -> None:
    """Qt breaks every line itself, at a width that leaves it no choice."""
    text = "Filling fjords with typical “Wifi” stuff, affirmed Fylfot: f-holes (ill) it."
    for role in ("body", "heading", "source"):
        for width in range(120, 640, 37):
            setting = set_text(named, text, language="en", role=role, width=width)
            lines = lines_of(setting)
            assert "".join("".join(lines).split()) == "".join(text.split())
            assert setting.ink <= width + 0.5
