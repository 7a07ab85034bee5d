"""A language named as other programs name it leads to ours."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.model.values import WrittenDate
from kiosk.settings.settings_file import read_settings
from kiosk.text.language_tags import nearest_languages
from kiosk.text.multilingual import LANGUAGES, Text
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

MEANT = {
    "zh-CN": ["zh-Hans"],
    "zh_CN.UTF-8": ["zh-Hans"],
    "zh-hans": ["zh-Hans"],
    "zh-Hans-CN": ["zh-Hans"],
    "zh-SG": ["zh-Hans"],
    "cn": ["zh-Hans"],
    "zh-TW": ["zh-Hant"],
    "zh-HK": ["zh-Hant"],
    "zh-MO": ["zh-Hant"],
    "zh-Hant-HK": ["zh-Hant"],
    "yue": ["zh-Hant"],
    "zh": ["zh-Hant", "zh-Hans"],
    "pt-PT": ["pt"],
    "pt-BR": ["pt"],
    "pt-MO": ["pt"],
    "en-GB": ["en"],
    "en_US": ["en"],
    "fr": [],
    "": [],
}


def _question(written: str) -> str:
    tags = " or ".join(f"'{tag}'" for tag in MEANT[written])
    return f"did you mean {tags}?"


@pytest.mark.parametrize("written", MEANT)
def test_a_tag_leads_to_the_languages_that_can_be_meant(written: str) -> None:
    assert list(nearest_languages(written)) == MEANT[written]


@pytest.mark.parametrize("written", ["zh-CN", "zh-HK", "zh", "pt-BR", "en-GB"])
def test_the_key_of_a_text_is_asked_about(written: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    (tag, *_) = MEANT[written]
    content.change("zones/qianhai.yaml", f"{tag}: ", f"{written}: ")

    assert any(
        f"unknown key '{written}' ({_question(written)})" in message
        for message in content.messages()
    )


def test_the_list_of_languages_is_asked_about(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change(
        "exhibit.yaml", "languages: [en, zh-Hant, zh-Hans, pt]", "languages: [en, zh-CN]"
    )

    assert any(f"({_question('zh-CN')})" in message for message in content.messages())


@pytest.mark.parametrize("written", ["zh-CN", "zh", "pt-PT"])
def test_the_settings_file_is_asked_about(written: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"language: {written}\n", encoding="utf-8")

    (message,) = read_settings(file).messages

    assert message.hint == _question(written)


@pytest.mark.parametrize(
    "words",
    [
        ["run", "--language"],
        ["preview", "--language"],
        ["render", "--out", "x", "--languages"],
        ["handout", "all", "--out", "x.pdf", "--language"],
        ["present", "--language"],
        ["present", "--notes-language"],
        ["translations", "--language"],
    ],
)
@pytest.mark.parametrize("written", ["zh-CN", "zh"])
def test_the_command_line_is_asked_about(
    words: list[str], written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, written]) == 2
    assert _question(written) in capsys.readouterr().err


def test_texts_that_are_equal_have_one_hash() -> None:
    one = Text({"en": "a", "pt": "b"})
    other = Text({"pt": "b", "en": "a"})

    assert one == other
    assert hash(one) == hash(other)
    assert hash(Text(dict.fromkeys(LANGUAGES, "a"))) != hash(one)


def test_dates_have_one_order_however_precise_they_are() -> None:
    written = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-06", "2025"]
    dates = [WrittenDate.parse(each) for each in written]

    for one, other in itertools.permutations(dates, 2):
        assert (one < other) == (dates.index(one) < dates.index(other))
        assert (one >= other) is not (one < other)
    assert [str(date) for date in sorted(reversed(dates))] == written
