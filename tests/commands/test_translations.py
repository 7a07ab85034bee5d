"""`kiosk translations` shows the state of every text, and records what is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


def translations(content: Content, *words: str) -> int:
    return main(["translations", str(content.folder), *words])


def test_texts_never_confirmed_are_told_calmly(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations(content) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "30 texts in en, zh-Hant, zh-Hans and pt: 90 not yet confirmed"
    rows = [line.split() for line in said]
    assert ["6", "introduction", *["unconfirmed"] * 3] in rows


def test_after_confirming_all_is_up_to_date(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations(content, "--confirm") == 0
    record = content.folder / "translations.yaml"
    assert capsys.readouterr().out == f"90 translations confirmed, recorded in {record}\n"

    assert translations(content) == 0
    assert capsys.readouterr().out.endswith(
        "30 texts in en, zh-Hant, zh-Hans and pt: all translations are up to date\n"
    )


def test_what_is_missing_or_older_fails_and_is_shown_with_its_words(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    translations(content, "--confirm")
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    content.change(QIANHAI, ", pt: Uma zona}", "}")
    capsys.readouterr()

    assert translations(content, "--missing", "--older") == 1
    assert capsys.readouterr().out == (
        "zones/qianhai.yaml    zh-Hant      zh-Hans      pt\n"
        "     6  introduction  older        older        missing\n"
        "          en: A new zone\n"
        "          zh-Hant: 一區\n"
        "          zh-Hans: 一区\n"
        "          pt: \n"
        "\n"
        "30 texts in en, zh-Hant, zh-Hans and pt: 1 missing, 2 older than the original\n"
    )


def test_one_language_can_be_asked_for(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change(QIANHAI, ", pt: Uma zona}", "}")

    assert translations(content, "--language", "pt") == 1
    assert translations(content, "--language", "zh-Hant") == 0
    assert "1 missing" not in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("target", "confirmed"),
    [
        (QIANHAI, 39),
        ("qianhai", 39),
        ("qianhai/introduction", 3),
        ("zones/qianhai.yaml:introduction", 3),
        ("qianhai/panels/teams", 9),
    ],
)
def test_a_file_a_zone_or_a_text_can_be_confirmed(
    content: Content, capsys: pytest.CaptureFixture[str], target: str, confirmed: int
) -> None:
    assert translations(content, "--confirm", target) == 0
    assert capsys.readouterr().out.startswith(f"{confirmed} translations confirmed")


def test_one_translation_of_one_text_can_be_confirmed(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations(content, "--confirm", "qianhai/introduction", "--language", "pt") == 0
    assert capsys.readouterr().out.startswith("1 translation confirmed")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--confirm", "qianhi"], "there is no text 'qianhi' (did you mean 'qianhai'?)"),
        (["--confirm", "qianhai/intro"], "there is no text 'qianhai/intro'"),
    ],
)
def test_a_text_that_is_not_there_is_said(
    content: Content, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert translations(content, *words) == 2
    assert message in capsys.readouterr().err
    assert not (content.folder / "translations.yaml").exists()


def test_a_language_that_the_exhibit_does_not_speak_is_said(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en, pt]")

    assert translations(content, "--language", "zh-Hans") == 2
    assert "the exhibit does not speak zh-Hans" in capsys.readouterr().err


def test_a_record_that_can_t_be_read_is_not_overwritten(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("translations.yaml", "=======\n")

    assert translations(content, "--confirm") == 1
    assert "translations.yaml:1:1" in capsys.readouterr().err
    assert (content.folder / "translations.yaml").read_text(encoding="utf-8") == "=======\n"


def test_a_file_that_can_t_be_read_is_named(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write(QIANHAI, "id: [")

    translations(content)
    assert (
        f"{QIANHAI} can't be read: kiosk check {content.folder} says why" in capsys.readouterr().out
    )


def test_a_folder_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translations", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err
