"""What curators write below `spoken` is said in place of the words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.translating.translations import read_translations
from kiosk.languages.spoken_forms import SpokenForms
from kiosk.languages.spoken_words import spoken
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

TERMS = """\
csns:
  forms: {en: "CSNS, neutron sources", zh-Hant: 散裂中子源, zh-Hans: 散裂中子源, pt: CSNS}
  explanation: {en: A machine, zh-Hant: 一部機器, zh-Hans: 一部机器, pt: Uma máquina}
  spoken: {en: "C S N S, sources of neutrons", pt: fonte de neutrões}
"""
OWN = """\
spoken:
- {written: Hetao, said: {en: Huh-tao}}
- {written: {en: CSNS, zh-Hant: 中, zh-Hans: 中, pt: PIB}, said: {pt: pê-í-bê}}
"""
NANOTESLA = """\
nanotesla:
  kind: measure
  phrase: {en: "{n} nT", zh-Hant: "{n} nT", zh-Hans: "{n} nT", pt: "{n} nT"}
  spoken: {en: "{n} nanotesla", zh-Hant: "{n}納特斯拉"}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = sound_content(tmp_path / "content")
    content.write("terms.yaml", TERMS)
    for name, more in (("exhibit.yaml", OWN), ("units.yaml", NANOTESLA)):
        content.write(name, (content.folder / name).read_text("utf-8") + more)
    return content


def forms(content: Content, language: str) -> SpokenForms:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return SpokenForms.of(exhibit, language)


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "CSNS is near Hetao.", "C S N S is near Huh-tao."),
        ("en", "Two Neutron\u00a0sources there.", "Two sources of neutrons there."),
        ("en", "CSNS-2 and Hetaos", "CSNS-2 and Hetaos"),
        ("pt", "O CSNS, o PIB e Hetao", "O fonte de neutrões, o pê-í-bê e Hetao"),
        ("zh-Hant", "散裂中子源", "散裂中子源"),
        ("en", "about 1.3 nT, not nTs", "about 1.3 nanotesla, not nTs"),
        ("en", "4.2\u00a0million+ nT", "4.2\u00a0million+ nanotesla"),
        ("en", "A nT alone", "A nT alone"),
        ("zh-Hant", "約1.3 nT", "約1.3納特斯拉"),
        ("pt", "1,3 nT", "1,3 nT"),
    ],
)
def test_what_is_written_is_said_otherwise(
    content: Content, language: str, written: str, said: str
) -> None:
    assert forms(content, language).in_place(written) == said


def test_the_number_of_a_unit_is_said_in_words(content: Content) -> None:
    said = forms(content, "en").in_place("It measures 1,195 nT at Hetao.")

    assert spoken(said, "en") == (
        "It measures one thousand one hundred and ninety-five nanotesla at Huh-tao."
    )


def test_a_text_of_numbers_without_end_is_read_too(content: Content) -> None:
    """The screen stood still for minutes: each number was looked for to the end of the text."""
    text = "1 " * 100_000

    assert forms(content, "en").in_place(f"{text}nT") == f"{text}nanotesla"


def test_an_exhibit_without_any_says_what_is_written(tmp_path: Path) -> None:
    plain = sound_content(tmp_path / "plain")

    assert forms(plain, "en").in_place("CSNS, 4 nT") == "CSNS, 4 nT"


def test_what_is_only_heard_is_nothing_to_translate(content: Content) -> None:
    texts = read_translations(content.folder).texts

    assert not read_exhibit(content.folder).messages
    assert texts
    assert not [text for text in texts if "spoken" in text.location]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "message"),
    [
        (
            "exhibit.yaml",
            "- {written: Hetao, said: {en: Huh-tao}}",
            "- {written: Hetao, sayd: {en: Huh-tao}}",
            "unknown key 'sayd' (did you mean 'said'?)",
        ),
        (
            "exhibit.yaml",
            "- {written: Hetao, said: {en: Huh-tao}}",
            "- {written: Hetao, said: Huh-tao}",
            "'said' should have words for each language",
        ),
        (
            "exhibit.yaml",
            "- {written: Hetao,",
            "- {written: '',",
            "'written' has no words in any language",
        ),
        ("units.yaml", '"{n} nanotesla"', "nanotesla", "'spoken' has no {n} in 'en'"),
        (
            "terms.yaml",
            'spoken: {en: "C S N S, sources of neutrons"',
            'spoken: {en: "C, S, N"',
            "3 ways to say 2 forms in en",
        ),
    ],
)
def test_a_mistake_in_it_takes_nothing_else_away(
    content: Content, file: str, right: str, wrong: str, message: str
) -> None:
    content.change(file, right, wrong)
    reading = read_exhibit(content.folder)

    assert any(message in str(each) for each in reading.messages), [*map(str, reading.messages)]
    assert {each.file for each in reading.messages} == {file}
    assert reading.exhibit is not None
    assert [term.id for term in reading.exhibit.terms] == ["csns"]
    assert set(reading.exhibit.units) == {"teams", "yuan", "day", "nanotesla"}
    assert "pê-í-bê" in forms(content, "pt").in_place("PIB")
