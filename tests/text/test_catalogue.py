"""All that the program says to curators is there in each language, with the fields of the English.

A template is added where it is said in the code; here is what the catalogues then lack.
"""

from __future__ import annotations

import re
from string import Formatter

import pytest

from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.text.catalogue import ORIGINAL, translated
from kiosk.text.message_words import did_you_mean_or, tags
from kiosk.text.messages import Message, UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.phrase import Phrase, said, shown
from tests.text.templates import explanations, said_in_code, templates

OTHERS = tuple(language for language in LANGUAGES if language != ORIGINAL)
FOLDER = shipped("assets") / "messages"
_IN_WINDOW = ("exhibit/reading", "exhibit/rules", "exhibit/tables", "speech", "workshop/check")
"""Where messages are made that somebody can cause who works in the window."""
OF_WINDOW = shipped_yaml(FOLDER / "window.yaml")
CATALOGUES = {language: shipped_yaml(FOLDER / f"{language}.yaml") for language in OTHERS}


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated(language: str) -> None:
    lacking = [
        f"{each.template!r}: …  ({each.place})"
        for each in said_in_code()
        if each.whole and each.template not in CATALOGUES[language]
    ]
    lacking += [f"{each!r}: …" for each in sorted(explanations() - CATALOGUES[language].keys())]

    assert lacking == [], f"translate these in {FOLDER / language}.yaml"


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    left_over = sorted(CATALOGUES[language].keys() - templates())

    assert left_over == [], f"delete these from {FOLDER / language}.yaml"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_fields_of_its_template(language: str) -> None:
    wrong = {
        template: translation
        for template, translation in CATALOGUES[language].items()
        if not translation or _fields(template) != _fields(translation)
    }

    assert wrong == {}


def test_what_the_window_says_instead_is_there_in_each_language() -> None:
    known = templates()
    for template, own in OF_WINDOW.items():
        assert template in known
        assert own.keys() == set(LANGUAGES), template
        for words in own.values():
            assert set(_fields(words)) <= set(_fields(template)), words
            assert not re.search(r"`|\.yaml|kiosk |'\w+: ?'", words), words


def test_the_window_speaks_of_no_keys_and_no_commands() -> None:
    message = Message(
        "x",
        Phrase("'{words}' is still what `kiosk new` wrote", words="name of the bars"),
        "write 'credit: ' and the name of whoever took it",
    ).at("zones/a.yaml")

    assert message.shown_in("en") == (
        "“name of the bars” is still the text of the template",
        "write who took the picture",
    )
    assert message.shown_in("pt")[1] == "escreva quem fez a fotografia"
    assert message.said_in("en")[0] == "'name of the bars' is still what `kiosk new` wrote"
    missing = Message("y", Phrase("'{key}' is missing", key="as_of")).at("zones/a.yaml")
    assert missing.shown_in("en", str.upper)[0] == "something is missing here: AS_OF"


def test_the_window_says_what_stands_in_a_field_in_its_own_words_too() -> None:
    near = did_you_mean_or("jobs", ["robots", "job"], "add it to units.yaml")

    assert Message("x", "", near).at("zones/a.yaml").shown_in("en")[1] == (
        "did you mean 'job'? Or add it to the units, in the contents"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "“LABEL” has no words in Traditional Chinese, Portuguese and French"),
        ("zh-Hant", "「LABEL」沒有繁體中文、葡萄牙文和法文文字"),
        ("pt", "«LABEL» não tem palavras em chinês tradicional, português e francês"),
    ],
)
def test_the_window_calls_languages_by_their_names(language: str, told: str) -> None:
    found = Phrase(
        "'{key}' has no words in {languages}", key="label", languages=tags(["zh-Hant", "pt", "fr"])
    )

    assert shown(found, language, str.upper) == told


def test_a_file_that_cannot_be_read_can_be_brought_back_in_the_window() -> None:
    broken = UnreadableFile(Message("x", "a tab", "use spaces").at("zones/a.yaml", 3)).message

    assert broken.said_in("en")[1] == "use spaces"
    assert broken.shown_in("en")[1] == (
        "bring an earlier version back under “As it was”, or in a text editor: use spaces"
    )


def test_the_window_has_words_of_its_own_for_all_that_speaks_of_files() -> None:
    of_files = re.compile(
        r"`kiosk|\.yaml\b|\b(zones|layers|words|tours)/|docs/|'[a-z_]+'(?!\w)|\w: \["
    )
    told = {each.template for each in said_in_code() if each.place.startswith(_IN_WINDOW)}

    assert sorted(filter(of_files.search, told - OF_WINDOW.keys())) == []


def test_nothing_is_put_together_where_it_is_said() -> None:
    loose = [f"{each.template}  ({each.place})" for each in said_in_code() if not each.whole]

    assert loose == [], "write these as Phrase('… {field} …', field=…): a text has to be translated"


@pytest.mark.parametrize("language", OTHERS)
def test_chinese_is_written_in_its_own_script(language: str) -> None:
    encoding = {"zh-Hant": "big5-hkscs", "zh-Hans": "gb18030", "pt": "utf-8"}[language]
    own = {"zh-Hant": "裏着檔", "zh-Hans": "里着文件"}.get(language, "")
    words = "".join(CATALOGUES[language].values())

    words.encode(encoding)
    assert set(own) <= set(words)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "'label' has no words in 'zh-Hant', 'pt' and 'fr'"),
        ("zh-Hant", "「label」沒有「繁體中文」、「葡萄牙文」和「fr」文字"),
        ("pt", "«label» não tem palavras em «chinês tradicional», «português» e «fr»"),
    ],
)
def test_languages_are_called_by_their_names_where_no_english_is_spoken(
    language: str, told: str
) -> None:
    found = Phrase(
        "'{key}' has no words in {languages}", key="label", languages=tags(["zh-Hant", "pt", "fr"])
    )

    assert said(found, language) == told


def test_a_template_is_found_by_its_english() -> None:
    assert translated("'{key}' is missing", "zh-Hant") == "欠「{key}」"
    assert translated("'{key}' is missing", "en") == "'{key}' is missing"
    assert translated("nobody says this", "pt") == "nobody says this"
    assert translated("'{key}' is missing", "fr") == "'{key}' is missing"


def _fields(template: str) -> list[tuple[str, str | None, str | None]]:
    """The names in braces with how each is written; none where the braces are only braces."""
    try:
        parsed = list(Formatter().parse(template))
    except ValueError:
        return []
    return sorted((name, form, turned) for _, name, form, turned in parsed if name is not None)
