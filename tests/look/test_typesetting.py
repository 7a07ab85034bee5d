"""Text as it is set: faces, gaps, lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.look.look import DISPLAY_ROLES
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text, width_of, words_by_line

if TYPE_CHECKING:
    from kiosk.look.look import Look


def families(setting: Setting) -> set[str]:
    """The families of the faces in which it is really drawn."""
    return {run.rawFont().familyName() for run in setting._layout.glyphRuns()}


@pytest.mark.parametrize(
    ("language", "role", "text", "expected"),
    [
        ("en", "body", "Teams", {"Noto Sans"}),
        ("pt", "title", "Equipas", {"Noto Serif Display"}),
        ("zh-Hant", "body", "團隊", {"Noto Sans CJK HK"}),
        ("zh-Hans", "body", "团队", {"Noto Sans CJK SC"}),
        ("zh-Hant", "title", "團隊", {"Noto Serif CJK HK"}),
        ("zh-Hans", "title", "团队", {"Noto Serif CJK SC"}),
        ("zh-Hans", "body", "团队 Qianhai 691", {"Noto Sans CJK SC", "Noto Sans"}),
        ("zh-Hant", "title", "團隊691", {"Noto Serif CJK HK", "Noto Serif Display"}),
    ],
)
def test_each_script_has_the_face_of_its_language_and_role(
    look: Look, language: str, role: str, text: str, expected: set[str]
) -> None:
    drawn = families(set_text(look, text, language=language, role=role))

    assert {
        family.removesuffix(" Medium").removesuffix(" SemiBold") for family in drawn
    } == expected


@pytest.mark.parametrize(("chinese", "latin"), [("約", "691"), ("在", "Qianhai")])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_a_quarter_em_is_opened_between_chinese_and_latin(
    look: Look, language: str, chinese: str, latin: str
) -> None:
    apart = width_of(look, chinese, language=language, role="body") + width_of(
        look, latin, language=language, role="body"
    )
    together = width_of(look, chinese + latin, language=language, role="body")

    assert together - apart == pytest.approx(28 * 0.25, abs=1.0)


def test_chinese_alone_and_latin_alone_have_no_gaps(look: Look) -> None:
    two = width_of(look, "團隊", language="zh-Hant", role="body")
    one = width_of(look, "團", language="zh-Hant", role="body")

    assert two == pytest.approx(2 * one, abs=0.5)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_lines_have_the_pitch_of_their_role(look: Look, language: str) -> None:
    text = {"en": "teams ", "pt": "equipas "}.get(language, "團隊")
    style = look.style("body")
    pitch = style.size * (style.han_line_height if "zh" in language else style.line_height)
    setting = set_text(look, text * 30, language=language, role="body", width=400)

    assert setting.line_count > 2
    assert setting.size.height() == pytest.approx(pitch * setting.line_count)
    baselines = (setting.last_baseline - setting.first_baseline) / (setting.line_count - 1)
    assert baselines == pytest.approx(pitch)


def test_latin_in_a_chinese_line_does_not_push_lines_apart(look: Look) -> None:
    pure = set_text(look, "團隊" * 30, language="zh-Hant", role="body", width=400)
    mixed = set_text(look, "團隊Qianhai691" * 9, language="zh-Hant", role="body", width=400)

    assert pure.size.height() / pure.line_count == mixed.size.height() / mixed.line_count


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans", "pt"])
def test_no_line_is_wider_than_its_column(look: Look, language: str) -> None:
    text = "團隊691，Qianhai與Shenzhen。" if "zh" in language else "691 teams of Qianhai’s hub, "
    for width in (120, 200, 333, 648):
        setting = set_text(look, text * 5, language=language, role="lead", width=width)
        assert setting.ink <= width + 0.5


def test_a_word_wider_than_its_column_is_broken_rather_than_cut(look: Look) -> None:
    setting = set_text(look, "Entrepreneurship" * 3, language="en", role="title", width=300)

    assert setting.line_count > 1
    assert setting.ink <= 300


def test_balanced_lines_are_nearly_as_long_as_each_other(look: Look) -> None:
    # Without articles and prepositions, which cost some evenness: they end no line.
    text = "Nearly sixty young teams came here when Qianhai opened its first youth hub"
    ragged = set_text(look, text, language="en", role="heading", width=648)
    balanced = set_text(look, text, language="en", role="heading", width=648, balanced=True)

    assert balanced.line_count == ragged.line_count
    lengths = [
        balanced._layout.lineAt(line).naturalTextWidth() for line in range(balanced.line_count)
    ]
    assert min(lengths) > 0.7 * max(lengths)
    assert balanced.ink < ragged.ink


def test_chinese_punctuation_never_begins_a_line(look: Look) -> None:
    for width in range(100, 400, 17):
        setting = set_text(
            look, "夢工場的團隊，來自香港。" * 4, language="zh-Hant", role="body", width=width
        )
        text = setting._layout.text()
        starts = [setting._layout.lineAt(line).textStart() for line in range(setting.line_count)]
        assert not [text[start] for start in starts if text[start] in "，。、；：」"]


def test_an_empty_text_takes_no_width(look: Look) -> None:
    assert set_text(look, "", language="en", role="body").ink == 0


def test_a_span_may_have_its_own_colour_and_scale(look: Look) -> None:
    setting = set_text(
        look,
        [Span("691"), Span(" teams", scale=0.5, color=QColor("red"))],
        language="en",
        role="title",
    )
    image = QImage(600, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    setting.draw(painter, 0, 0, QColor("lime"))
    painter.end()
    colors = {
        name
        for name in ("red", "lime")
        for x in range(0, 600)
        for y in range(0, 120)
        if image.pixelColor(x, y) == QColor(name)
    }

    assert colors == {"red", "lime"}
    plain = set_text(look, "691 teams", language="en", role="title")
    assert setting.ink < plain.ink


def test_astral_characters_are_counted_as_qt_counts_them(look: Look) -> None:
    """𨋢 (a lift, in Hong Kong) takes two units of UTF-16; the run after it keeps its face."""
    setting = set_text(look, "𨋢691", language="zh-Hant", role="body")

    assert families(setting) == {"Noto Sans CJK HK", "Noto Sans"}
    assert setting._layout.text() == "𨋢691"


@pytest.mark.parametrize("text", ["\u202e691", "a\u0000b", "👩‍🔬", "ff\ufffd", "\n\n", "\t"])
def test_odd_characters_do_no_harm(look: Look, text: str) -> None:
    for language in ("en", "zh-Hant"):
        setting = set_text(look, text, language=language, role="body", width=200)
        assert setting.size.height() >= 0


def test_high_contrast_has_no_hairlines(look: Look) -> None:
    plain = look.themed("hc")
    drawn = families(set_text(plain, "Qianhai", language="en", role="place"))

    assert not any("Serif" in family for family in drawn)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh-Hans", "香港城市大学深圳福田研究院", ["香港城市大学", "深圳福田研究院"]),
        ("zh-Hant", "先進阿秒激光設施", ["先進阿秒", "激光設施"]),
        ("zh-Hans", "大湾区生产总值超 14 万亿元", ["大湾区生产总值", "超14万亿元"]),
    ],
)
def test_a_balanced_chinese_headline_divides_no_word(
    look: Look, language: str, text: str, expected: list[str]
) -> None:
    whole = width_of(look, text, language=language, role="heading")

    setting = set_text(
        look, text, language=language, role="heading", width=whole * 0.75, balanced=True
    )

    assert list(words_by_line(setting.layout)) == expected
    assert setting.ink <= whole * 0.75


def test_a_chinese_headline_with_no_room_for_its_words_is_still_set_whole(look: Look) -> None:
    text = "香港城市大学深圳福田研究院"
    one = width_of(look, "香", language="zh-Hans", role="heading")

    setting = set_text(
        look, text, language="zh-Hans", role="heading", width=one * 1.5, balanced=True
    )

    assert "".join(words_by_line(setting.layout)) == text
    assert setting.ink <= one * 1.5


@pytest.mark.parametrize("role", sorted(DISPLAY_ROLES))
@pytest.mark.parametrize("words", ["Étang", "Área", "Île-de-France", "Ångström", "Ấp Bắc"])
def test_marks_above_capitals_are_within_what_large_type_covers(
    look: Look, role: str, words: str
) -> None:
    setting = set_text(look, words, language="fr", role=role)
    plain = set_text(look, "Elan", language="fr", role=role)

    above = 0.0
    for run in setting.layout.glyphRuns():
        run.setBoundingRect(QRectF())
        above = min(above, run.boundingRect().top())

    assert above >= 0
    assert setting.size.height() - setting.last_baseline == pytest.approx(
        plain.size.height() - plain.last_baseline
    )


def test_a_heading_without_marks_is_as_high_as_its_line(look: Look) -> None:
    marked = set_text(look, "étang", language="fr", role="place")

    assert marked.size.height() == set_text(look, "Elan", language="fr", role="place").size.height()
