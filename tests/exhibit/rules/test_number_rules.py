"""The same number is recognized however each language writes it, and another number is noticed."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.written_numbers import numbers_in
from kiosk.exhibit.rules.number_rules import check_numbers
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from kiosk.text.messages import PlacedMessage


def said(*versions: str | None) -> list[str]:
    """What is remarked on a text said in English, 繁體中文, 简体中文 and Portuguese."""
    rows = [
        f"  {tag}: {json.dumps(words, ensure_ascii=False)}"
        for tag, words in zip(LANGUAGES, versions, strict=True)
        if words is not None
    ]
    return [message.text for message in checked("\n".join(["sentence:", *rows]))]


def checked(written: str) -> list[PlacedMessage]:
    """What is said of the only text of a file."""
    file = WrittenFile.of("a.yaml", parse_document(written, "a.yaml").root, written)
    (text,) = file.texts()
    return list(check_numbers(text, LANGUAGES))


@pytest.mark.parametrize(
    "versions",
    [
        ("4.2 billion yuan", "42億元", "42亿元", "4,2 mil milhões de yuan"),
        ("130,000 instruments", "13萬台儀器", "13万台仪器", "130 000 instrumentos"),
        ("130,000", "13萬", "13万", "130\u00a0000"),
        ("75,000 people", "75,000人", "7.5万人", "75 mil pessoas"),
        ("3.04 trillion yuan", "3.04萬億元", "3.04万亿元", "3,04 biliões de yuan"),
        ("285 million yuan", "2.85億元", "2.85亿元", "285 milhões de yuan"),
        ("347 million", "3億4,700萬", "3亿4700万", "347 milhões"),
        ("15 million", "1,500多萬", "1500多万", "15 milhões"),
        ("12 million", "1.2千萬", "1.2千万", "12 milhões"),
        ("1,195 teams", "1,195支團隊", "1,195支团队", "1195 equipas"),
        ("691 of 1,195", "1,195個中的691個", "1,195个中的691个", "691 de 1195"),
        ("6.67% in 2024", "2024年6.67%", "2024年6.67%", "6,67% em 2024"),
        ("80% of it", "八成", "80%", "80%"),
        ("5.50 in all", "共5.5", "共5.50", "5,5 no total"),
        ("In June 2024", "2024年6月", "2024年6月", "Em junho de 2024"),
        ("On 22 December 2025", "2025年12月22日", "2025年12月22日", "A 22 de dezembro de 2025"),
        ("June 2024", "二〇二四年六月", "2024年6月", "junho de 2024"),
        ("In March", "3月", "三月", "Em março"),
        ("1 May", "5月1日", "5月1日", "1.º de maio"),
        ("eleven cities", "11個城市", "十一个城市", "onze cidades"),
        ("two places", "2個地方", "2个地方", "dois lugares"),
        ("twenty-two years", "22年", "二十二年", "vinte e dois anos"),
        ("two hundred teams", "200個團隊", "二百个团队", "duzentas equipas"),
        ("three thousand", "3,000", "三千", "3000"),
        ("first in the world", "全球第1", "全球第一", "1.º no mundo"),
        ("ranked 1st", "居首", "居首", "em 1.º"),
        ("twice as much", "2倍", "两倍", "o dobro"),
        ("half of it", "50%", "一半", "metade"),
        ("3 to 4 billion", "30至40億", "30亿至40亿", "3 a 4 mil milhões"),
        ("10, 12 and 14 million", "1,000萬、1,200萬和1,400萬", "1000、1200和1400万",
         "10, 12 e 14 milhões"),
        ("CC BY-SA 4.0, ODbL 1.0", "CC BY-SA 4.0、ODbL 1.0", "CC BY-SA 4.0、ODbL 1.0",
         "CC BY-SA 4.0, ODbL 1.0"),
        ("the 1980s", "1980年代", "80年代", "os anos 80"),
        ("Tianhe-2", "天河二號", "天河二号", "Tianhe-2"),
        ("33 times", "33倍以上", "33倍以上", "33 vezes"),
        ("5G and a G20 of HK2", "5G網絡", "5G网络", "rede móvel"),
        ("106 km²", "106平方公里", "106平方公里", "106 km²"),
        ("5 kilograms", "5千克", "5千克", "5 quilogramas"),
        ("from 2020 to 2024", "2020至2024年", "2020至2024年", "2020–2024"),
        ("One idea", "一個點子", "一个点子", "Uma ideia"),
        ("Five years later, 433 projects", "五年間，433個", "5年间，433个", "Cinco anos, 433"),
    ],
    ids=lambda versions: versions[0],
)  # fmt: skip
def test_the_same_number_in_every_language(versions: tuple[str, ...]) -> None:
    assert said(*versions) == []


@pytest.mark.parametrize(
    ("versions", "messages"),
    [
        (
            ("4.2 billion", "4.2億", "42亿", "4,2 mil milhões"),
            ["zh-Hant says 4.2億 where en, zh-Hans and pt say 4.2 billion"],
        ),
        (
            ("130,000", "13萬", "13万", "13 000"),
            ["pt says 13 000 where en, zh-Hant and zh-Hans say 130,000"],
        ),
        (
            ("3.04 trillion", "3.04萬億", "3.04万亿", "3,04 mil milhões"),
            ["pt says 3,04 mil milhões where en, zh-Hant and zh-Hans say 3.04 trillion"],
        ),
        (
            ("In 2021", "2021年", "2012年", "Em 2021"),
            ["zh-Hans says 2012 where en, zh-Hant and pt say 2021"],
        ),
        (
            ("June 2024", "2024年6月", "2024年7月", "junho de 2024"),
            ["zh-Hans says 7 where en, zh-Hant and pt say June"],
        ),
        (
            ("June 2024", "2024年6月", "2024年6月", "julho de 2024"),
            ["pt says julho where en, zh-Hant and zh-Hans say June"],
        ),
        (
            ("6.67%", "6.67%", "6.76%", "6,67%"),
            ["zh-Hans says 6.76 where en, zh-Hant and pt say 6.67"],
        ),
        (
            ("691 of 1,195", "1,195個中的691個", "其中691个", "691 de 1195"),
            ["zh-Hans lacks 1,195, which en, zh-Hant and pt say"],
        ),
        (
            ("Teams", "團隊", "团队", "1195 equipas em 2024"),
            ["pt says 1195 and 2024, which en, zh-Hant and zh-Hans do not"],
        ),
        (
            ("From 13 to 1,773", "增至1,773名", "增至1,773名", "De 13 a 1773"),
            ["zh-Hant lacks 13, which en and pt say", "zh-Hans lacks 13, which en and pt say"],
        ),
        (("691 teams", None, None, "619 equipas"), ["pt says 619 where en says 691"]),
        (
            ("8 platforms", "七個平台", "8个平台", "oito plataformas"),
            ["zh-Hant lacks 8, which en, zh-Hans and pt say"],
        ),
    ],
)  # fmt: skip
def test_another_number_in_one_language(
    versions: tuple[str | None, ...], messages: list[str]
) -> None:
    assert said(*versions) == messages


def test_a_remark_stands_at_the_wrong_number() -> None:
    [message] = checked("text:\n  en: In 2021\n  pt: No ano de 2012\n")

    assert (message.line, message.column) == (3, 7 + len("No ano de "))


def test_small_numbers_in_words_are_not_compared() -> None:
    assert said("one of two", "三", "四", "cinco") == []


@pytest.mark.parametrize(
    ("words", "language", "spelled"),
    [
        ("one hundred and two", "en", {1, 2, 100, 102}),
        ("vinte e três mil", "pt", {3, 20, 23, 1000, 23_000}),
        ("三千萬", "zh-Hant", {30_000_000}),
        ("一亿二千万", "zh-Hans", {120_000_000}),
        ("二〇二四年", "zh-Hans", {2024}),
        ("十二", "zh-Hant", {12}),
        ("两百", "zh-Hans", {200}),
    ],
)
def test_numbers_in_words(words: str, language: str, spelled: set[int]) -> None:
    assert numbers_in(words, language).spelled == {Decimal(number) for number in spelled}


def test_texts_without_digits_are_passed_over() -> None:
    assert said("June", "七月", "八月", "setembro") == []
