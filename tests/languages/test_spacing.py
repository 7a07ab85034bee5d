"""Chinese and Latin are told apart, and the gap stands where a typesetter would put it."""

from __future__ import annotations

import pytest

from kiosk.languages.spacing import Run, runs


def drawn(text: str, language: str) -> str:
    """Runs in brackets, [] for Chinese and () for Latin, with | for a gap."""
    brackets = {"han": "[{}]", "latin": "<{}>"}
    return "".join(
        ("|" if run.gap_before else "") + brackets[run.script].format(run.text)
        for run in runs(text, language)
    )


def test_a_run_says_its_script_and_its_gap() -> None:
    assert runs("約42億", "zh-Hant") == (
        Run("約", "han", False),
        Run("42", "latin", True),
        Run("億", "han", True),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("前海", "[前海]"),
        ("EN", "<EN>"),
        ("逾42億元", "[逾]|<42>|[億元]"),
        ("香港 E-hub 團隊", "[香港]|<E-hub>|[團隊]"),
        ("香港   1,195 支", "[香港]|<1,195>|[支]"),
        ("約5.49%的", "[約]|<5.49%>|[的]"),
        ("約HK$2萬億", "[約]|<HK$2>|[萬億]"),
        ("1,195+支", "<1,195+>|[支]"),
        ("共3.89km²。", "[共]|<3.89km²>[。]"),
        ("前海，E-hub。", "[前海，]<E-hub>[。]"),
        ("（HKU）", "[（]<HKU>[）]"),
        ("香港(HKU)團隊", "[香港]<(HKU)>[團隊]"),
        ("“HKU”的", "[“]<HKU>[”的]"),
        ("‘HKU’", "[‘]<HKU>[’]"),
        ("讀People’s Daily報", "[讀]|<People’s Daily>|[報]"),
        ("創新區 · 深圳", "[創新區 · 深圳]"),
        ("創新區 · Qianhai", "[創新區 ·]< Qianhai>"),
        ("超級鋼——HKU", "[超級鋼——]<HKU>"),
        ("等等……3", "[等等……]<3>"),
        ("2018–2022年", "<2018–2022>|[年]"),
        ("第１名", "[第１名]"),
        ("約～5", "[約～]<5>"),
        ("葛\U000e0100飾A", "[葛\U000e0100飾]|<A>"),
        ("香港\n澳門", "[香港\n澳門]"),
        ("香港 \n", "[香港 \n]"),
        (" 香港 ", "[ 香港 ]"),
        (" ", "[ ]"),
        ("𠮷A", "[𠮷]|<A>"),
        ("約\u00a05\u202f萬", "[約]|<5>|[萬]"),
    ],
)
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_a_chinese_text_is_split_into_runs(text: str, expected: str, language: str) -> None:
    assert drawn(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("‘One’ · two — three…", "<‘One’ · two — three…>"),
        ("The name 前海 means", "<The name >[前海]< means>"),
        ("A前海，B", "<A>[前海，]<B>"),
    ],
)
@pytest.mark.parametrize("language", ["en", "pt"])
def test_in_other_languages_only_the_face_changes(text: str, expected: str, language: str) -> None:
    assert drawn(text, language) == expected


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_nothing_but_spaces_is_ever_lost(language: str) -> None:
    text = "2024年6月，Qianhai 的 1,195 支團隊“逾 58%”來自 Hong Kong · 香港 — “HKU”'s ’x’"
    joined = "".join(run.text for run in runs(text, language))
    assert joined.replace(" ", "") == text.replace(" ", "")
