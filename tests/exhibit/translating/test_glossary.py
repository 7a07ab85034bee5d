"""The glossary that comes with the exhibit, and the table of the two Chinese scripts."""

from __future__ import annotations

import pytest

from kiosk.exhibit.translating.chinese_scripts import FOREIGN_CHARACTERS
from kiosk.exhibit.translating.glossary import Glossary, read_glossary
from kiosk.shipped import shipped
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    text = (shipped("content") / "glossary.yaml").read_text(encoding="utf-8")
    found, messages = read_glossary(parse_document(text, "glossary").root)
    assert messages == []
    return found


def hints(glossary: Glossary, language: str, words: str) -> list[str]:
    written = f"name: {{{language}: {words}}}"
    file = WrittenFile.of("a.yaml", parse_document(written, "a.yaml").root, written)
    (text,) = file.texts()
    wording = text.wordings[language]
    return [message.hint for message in glossary.messages(wording)]


@pytest.mark.parametrize(
    ("language", "words", "hint"),
    [
        ("en", "born in Macau", "write 'Macao'"),
        ("pt", "nascido em Macao", "write 'Macau'"),
        ("zh-Hans", "来自澳門", "write '澳门'"),
        ("zh-Hant", "來自澳门", "write '澳門'"),
        ("en", "the Shenzhen DreamWorks", "write 'E Hub'"),
        ("en", "Qinhuangdao Macao development", "write 'Hengqin–Macao'"),
        ("en", "nine inland cities", "write 'mainland cities'"),
        ("en", "Inland\ncities", "write 'mainland cities'"),
        (
            "en",
            "the Guangdong-Hong Kong-Macao Greater Bay Area",
            "write 'Guangdong–Hong Kong–Macao Greater Bay Area'",
        ),
        ("zh-Hant", "粵港大灣區", "write '粵港澳大灣區'"),
        ("pt", "a Grande Baía Guangdong–Hong Kong–Macau", "write 'Grande Baía Guangdong-Hong"
         " Kong-Macau'"),
        ("en", "between China and Hong Kong", "write 'the mainland and Hong Kong'"),
        ("zh-Hant", "中國與香港", "write '內地與香港'"),
        ("pt", "entre a China e Macau", "write 'o Interior da China e Macau'"),
        ("en", "countries such as Hong Kong", "write 'special administrative regions'"),
        ("en", "the border with Hong Kong", "write 'boundary'"),
        ("en", "cold spring ecosystems", "write 'Cold Seep Ecosystem Research Facility'"),
        ("en", "Chen Furong", "write 'Chen Fu-Rong'"),
        ("pt", "de Guangzhou", "write 'Cantão'"),
        ("zh-Hant", "超級計算機", "write '電腦'"),
        ("pt", "4 bilhões", "write 'mil milhões'"),
    ],
)  # fmt: skip
def test_a_wrong_form_has_its_right_one(
    glossary: Glossary, language: str, words: str, hint: str
) -> None:
    assert hints(glossary, language, words) == [hint]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the University of Macau in Macao"),
        ("en", "Guangdong–Hong Kong–Macao Greater Bay Area"),
        ("en", "the Hong Kong University of Science and Technology"),
        ("pt", "a HKUST (Guangzhou) em Cantão"),
        ("pt", "Grande Baía Guangdong-Hong Kong-Macau"),
        ("zh-Hant", "其中港澳青年佔一半，中港澳無此事"),
        ("zh-Hans", "粤港澳大湾区的计算机和机器人"),
        ("zh-Hant", "公里、面積、后海、温度、着手、干涉、台灣"),
        ("zh-Hans", "着手、面积、台湾、乾坤"),
    ],
)
def test_a_right_form_is_left_alone(glossary: Glossary, language: str, words: str) -> None:
    assert hints(glossary, language, words) == []


def test_each_script_knows_the_commonest_characters_of_the_other() -> None:
    simplified, traditional = FOREIGN_CHARACTERS["zh-Hant"], FOREIGN_CHARACTERS["zh-Hans"]

    assert [simplified[letter] for letter in "国门湾广东关实验为个"] == list("國門灣廣東關實驗為個")
    assert [traditional[letter] for letter in "國門灣廣東關實驗為萬後裏"] == list(
        "国门湾广东关实验为万后里"
    )


@pytest.mark.parametrize(
    ("language", "own_codec", "exceptions"),
    [("zh-Hant", "big5", ""), ("zh-Hans", "gb2312", "後於")],
)
def test_no_character_is_foreign_that_the_script_has_itself(
    language: str, own_codec: str, exceptions: str
) -> None:
    known = [letter for letter in FOREIGN_CHARACTERS[language] if _has(letter, own_codec)]

    assert known == list(exceptions)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_what_stands_in_its_place_is_not_foreign_itself(language: str) -> None:
    foreign = FOREIGN_CHARACTERS[language]

    assert [letter for letter in foreign.values() if letter in foreign] == []


def _has(letter: str, codec: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
