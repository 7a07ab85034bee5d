"""The interface's words are complete, and said as each language joins and orders them."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from kiosk.languages.language import LANGUAGES, language
from kiosk.languages.words import Words, read_words
from kiosk.text.multilingual import LANGUAGES as CONTENT_LANGUAGES
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = PROJECT / "assets" / "words"
KEYS = sorted(read_words(FOLDER).templates["en"])


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(FOLDER)


def fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def said_in(source: str) -> Iterator[str]:
    """Patterns of the keys that a program may say: its texts, and those built around others."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            # Content writes a bound with a hyphen: more-than.
            yield re.escape(node.value.replace("-", "_"))
        elif isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
            if re.fullmatch("[a-z_]{4,}", "".join(map(str, parts))):
                yield "".join(str(part) or r"[\w-]+" for part in parts)


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "presenting"], ids=["exhibit", "talks"])
def test_every_word_is_said_by_somebody(folder: Path) -> None:
    files = (PROJECT / "kiosk").rglob("*.py")
    said = {each for file in files for each in said_in(file.read_text("utf-8"))}
    built = [re.compile(each) for each in said if r"[\w-]+" in each]
    silent = [
        key
        for key in read_words(folder).templates["en"]
        if key not in said and not any(pattern.fullmatch(key) for pattern in built)
    ]

    assert silent == []


def test_the_buttons_show_each_language_in_its_own_script() -> None:
    assert [(each.drawn, each.name) for each in LANGUAGES.values()] == [
        ("EN", "English"),
        ("繁", "繁體中文"),
        ("简", "简体中文"),
        ("PT", "Português"),
    ]


def test_the_interface_speaks_the_languages_of_the_content() -> None:
    assert tuple(LANGUAGES) == CONTENT_LANGUAGES


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        language("xx")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_the_same_keys(words: Words, tag: str) -> None:
    assert sorted(words.templates[tag]) == KEYS


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_is_there_with_the_same_named_fields(words: Words, tag: str) -> None:
    for key in KEYS:
        template = words.templates[tag][key]
        assert isinstance(template, str), key
        assert template.strip() == template != "", key
        assert all(name.isidentifier() for name in fields(template)), key
        assert fields(template) == fields(words.templates["en"][key]), key


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_field_stays_unfilled(words: Words, tag: str) -> None:
    for key in KEYS:
        values = {name: "42" for name in fields(words.templates[tag][key])}
        said = words.say(key, tag, **values)
        assert "{" not in said, key
        assert said.count("42") == len(values), key


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        ("map", {}, ("Map", "地圖", "地图", "Mapa")),
        ("facts", {}, ("Facts", "數據", "数据", "Dados")),
        ("charts", {}, ("Charts", "圖表", "图表", "Gráficos")),
        ("stories", {}, ("Stories", "故事", "故事", "Histórias")),
        ("page_of", {"page": "1", "pages": "4"}, ("1 of 4", "1 / 4", "1 / 4", "1 de 4")),
        (
            "innovation_zone_in",
            {"places": "Shenzhen"},
            (
                "Innovation zone in Shenzhen",
                "創新區 · Shenzhen",
                "创新区 · Shenzhen",
                "Zona de inovação em Shenzhen",
            ),
        ),
    ],
)
def test_words_are_said_in_every_language(
    words: Words, key: str, values: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert tuple(words.say(key, tag, **values) for tag in LANGUAGES) == expected


def test_braces_in_a_name_are_not_fields(words: Words) -> None:
    assert words.say("open_place", "en", place="{map}") == "Open {map}"


def test_an_unknown_key_or_a_forgotten_field_is_a_key_error(words: Words) -> None:
    with pytest.raises(KeyError):
        words.say("no_such_key", "en")
    with pytest.raises(KeyError):
        words.say("open_place", "en")


@pytest.mark.parametrize(
    ("tag", "items", "expected"),
    [
        ("en", [], ""),
        ("en", ["Dongguan"], "Dongguan"),
        ("en", ["Dongguan", "Hong Kong"], "Dongguan and Hong Kong"),
        ("en", ["Dongguan", "Macao", "Hong Kong"], "Dongguan, Macao and Hong Kong"),
        ("zh-Hant", ["東莞", "澳門", "香港"], "東莞、澳門和香港"),
        ("zh-Hans", ["东莞", "香港"], "东莞和香港"),
        ("pt", ["Dongguan", "Macau", "Hong Kong"], "Dongguan, Macau e Hong Kong"),
    ],
)
def test_places_are_joined_as_the_language_does(
    words: Words, tag: str, items: list[str], expected: str
) -> None:
    assert words.joined(items, tag) == expected


def test_clauses_can_be_joined_by_other_words(words: Words) -> None:
    said = words.joined(["a", "b", "c"], "zh-Hans", more="source_more", last="source_more")
    assert said == "a；b；c"


def test_reading_the_words_does_not_load_the_number_tables() -> None:
    program = "import sys, kiosk.languages.words; print('babel' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


def test_the_interface_keeps_to_the_glossary_of_the_content() -> None:
    """What curators are told to avoid stands on no button and at no desk either."""
    glossary = yaml.safe_load((FOLDER.parents[1] / "content" / "glossary.yaml").read_text("utf-8"))
    avoided = [
        (language, form)
        for entry in glossary.values()
        for language, forms in entry.get("avoid", {}).items()
        for form in forms
        if language.startswith("zh")
    ]
    found = [
        (str(file.relative_to(FOLDER)), form)
        for language, form in avoided
        for file in FOLDER.rglob(f"{language}.yaml")
        if form in file.read_text("utf-8")
    ]

    assert ("zh-Hant", "螢幕") in avoided
    assert found == []
