"""Names and characters that the glossary and the scripts know better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.exhibit.editing import GLOSSARY, introduced, messages

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


def test_a_wrong_name_and_the_right_one(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="In MACAU and at the University of Macau", pt="Em Macao")

    assert messages(content) == [
        "zones/qianhai.yaml:7:10: 'MACAU' is not the name in en (write 'Macao') [wrong-name]",
        "zones/qianhai.yaml:10:10: 'Macao' is not the name in pt (write 'Macau') [wrong-name]",
    ]


def test_the_longest_wrong_form_counts_and_a_right_one_hides_those_within(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(
        content,
        en="The Guangdong–Hong Kong–Macau Greater Bay Area",
        zh_Hant="粵港澳大灣區，不是港澳大灣區",
    )

    assert messages(content) == [
        "zones/qianhai.yaml:7:11: 'Guangdong–Hong Kong–Macau Greater Bay A…' is not the name in en"
        " (write 'Guangdong–Hong Kong–Macao Greater Bay Area') [wrong-name]",
        "zones/qianhai.yaml:8:21: '港澳大灣區' is not the name in zh-Hant (write '粵港澳大灣區')"
        " [wrong-name]",
    ]


def test_part_of_a_word_is_not_a_name(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="A Macauan zone")

    assert messages(content) == []


def test_a_name_in_the_other_script_is_said_once(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, zh_Hans="澳門与中国")

    assert messages(content) == [
        "zones/qianhai.yaml:9:12: '澳門' is not the name in zh-Hans (write '澳门') [wrong-name]"
    ]


def test_characters_of_the_other_script(content: Content) -> None:
    introduced(content, zh_Hant="这里的国家实验室很多", zh_Hans="這裏的實驗室，一個")

    assert messages(content) == [
        "zones/qianhai.yaml:8:12: simplified characters in zh-Hant: 这国实验 (write 這國實驗)"
        " [other-script]",
        "zones/qianhai.yaml:9:12: traditional characters in zh-Hans: 這裏實驗個 (write 这里实验个)"
        " [other-script]",
    ]


def test_a_glossary_can_have_mistakes_of_its_own(content: Content) -> None:
    content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoids: {en: [Macau]}\n")

    assert messages(content) == [
        "glossary.yaml:3:3: unknown key 'avoids' (did you mean 'avoid'?) [unknown-key]"
    ]


def test_a_glossary_that_is_no_yaml_is_said_once(content: Content) -> None:
    content.write("glossary.yaml", "macao: [Macao\n")

    [message] = messages(content)

    assert message.startswith("glossary.yaml:")
    assert message.endswith("[unclosed-bracket]")
