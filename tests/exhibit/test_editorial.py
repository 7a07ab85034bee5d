"""What `kiosk check` remarks on beyond mistakes: wording, numbers, names, glyphs, unused things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editorial import editorial_problems
from kiosk.exhibit.mistakes.editorial_mistakes import WORDING_RULES
from kiosk.exhibit.problems import Severity
from kiosk.exhibit.reading import read_exhibit
from kiosk.exhibit.text import LANGUAGES
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
SHENZHEN = "zones/shenzhen.yaml"
INTRODUCTION = "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}"
HEADING = "heading: {en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}"
SENTENCE = "{en: It grows., zh-Hant: 增長。, zh-Hans: 增长。, pt: Cresce.}"
GLOSSARY = """\
macao:
  name: {en: Macao, zh-Hant: 澳門, zh-Hans: 澳门, pt: Macau}
  avoid: {en: [Macau], pt: [Macao]}
  keep: {en: [University of Macau]}
bay:
  name: {en: Guangdong–Hong Kong–Macao Greater Bay Area, zh-Hant: 粵港澳大灣區}
  avoid: {en: [Guangdong–Hong Kong–Macau Greater Bay Area], zh-Hant: [港澳大灣區]}
"""


def nothing_undrawable(words: str, language: str, /, *, large: bool) -> tuple[int, ...]:
    return ()


def problems(content: Content) -> list[str]:
    known = read_exhibit(content.folder).problems
    found = editorial_problems(
        content.folder, known, languages=LANGUAGES, undrawable=nothing_undrawable
    )
    return [f"{problem} [{problem.rule}]" for problem in found]


def introduced(content: Content, **versions: str) -> None:
    """Let Qianhai be introduced by other words in some languages."""
    words = {"en": "A zone", "zh_Hant": "一區", "zh_Hans": "一区", "pt": "Uma zona", **versions}
    lines = "".join(f"\n  {tag.replace('_', '-')}: {said}" for tag, said in words.items())
    content.change(QIANHAI, INTRODUCTION, f"introduction:{lines}")


def repeated(word: str, count: int) -> str:
    return " ".join([word] * count)


def test_an_editor_has_nothing_to_say_about_sound_content(content: Content) -> None:
    assert problems(content) == []


def test_every_remark_is_a_warning(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en=repeated("Macau", 60) + " 7")
    known = read_exhibit(content.folder).problems

    found = editorial_problems(
        content.folder, known, languages=LANGUAGES, undrawable=nothing_undrawable
    )

    assert {problem.rule for problem in found} >= {
        "long-introduction",
        "long-sentence",
        "different-numbers",
        "wrong-name",
    }
    assert {problem.severity for problem in found} == {Severity.WARNING}


# Words


def test_an_introduction_that_loses_its_readers(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 25)}. {repeated('Word', 26)}.")

    assert problems(content) == [
        "zones/qianhai.yaml:7:7: 51 words in en; readers stay with 50 (shorten it)"
        " [long-introduction]",
        "zones/qianhai.yaml:7:133: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]",
    ]


def test_fifty_words_in_sentences_of_twenty_five_are_fine(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 25)}. {repeated('Word', 25)}.")

    assert problems(content) == []


@pytest.mark.parametrize(
    ("sentence", "is_long"),
    [
        ("字" * 40 + "。", False),
        ("字" * 41 + "。", True),
        ("字" * 30 + "；" + "字" * 30 + "。", False),
    ],
)
def test_sixteen_chinese_characters_count_as_ten_words(
    content: Content, sentence: str, is_long: bool
) -> None:
    introduced(content, zh_Hant=sentence, zh_Hans=sentence)

    assert problems(content) == is_long * [
        f"zones/qianhai.yaml:{line}:12: a sentence of 26 words in {language}; 25 are the most"
        " (16 characters count as 10 words) [long-sentence]"
        for line, language in ((8, "zh-Hant"), (9, "zh-Hans"))
    ]


def test_a_long_sentence_is_found_on_its_line_of_a_block(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        f"      en: |\n        A strong steel.\n\n        More of it. {repeated('It', 26)}.",
    )

    assert problems(content) == [
        "zones/shenzhen.yaml:16:21: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]"
    ]


def test_an_abbreviation_does_not_end_a_sentence(content: Content) -> None:
    introduced(content, en=f"{repeated('Word', 13)} e.g. {repeated('word', 12)}.")

    assert problems(content) == [
        "zones/qianhai.yaml:7:7: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]"
    ]


def test_a_long_headline(content: Content) -> None:
    content.change(SHENZHEN, HEADING, HEADING.replace("One", repeated("One", 13)))

    assert problems(content) == [
        "zones/shenzhen.yaml:11:19: a headline of 13 words in en; 12 are the most"
        " (keep the one thing that matters) [long-headline]"
    ]


# Alternative texts


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            "A coil of steel",
            "One",
            "40: the alternative text repeats the heading, in en (say what the picture shows)"
            " [alternative-repeats]",
            id="the heading",
        ),
        pytest.param(
            "A coil of steel",
            "Steel.svg",
            "40: the alternative text repeats the file's name, in en (say what the picture shows)"
            " [alternative-repeats]",
            id="the file",
        ),
        pytest.param(
            "A coil of steel",
            "A picture of a steel coil",
            "40: the alternative text begins with 'A picture of', in en (say at once what can be"
            " seen) [alternative-opening]",
            id="an opening in English",
        ),
        pytest.param(
            "A coil of steel",
            "A steel coil.",
            "40: an alternative text of 13 characters in en; 15 are the least (say who or what is"
            " seen, and what happens) [alternative-length]",
            id="too short",
        ),
        pytest.param(
            "A coil of steel",
            "A coil " * 29,
            "40: an alternative text of 202 characters in en; 200 are the most (keep to what"
            " matters in the picture) [alternative-length]",
            id="too long",
        ),
        pytest.param(
            "工廠裏的鋼卷",
            "圖為工廠裏的鋼卷",
            "66: the alternative text begins with '圖為', in zh-Hant (say at once what can be seen)"
            " [alternative-opening]",
            id="an opening in Chinese",
        ),
        pytest.param(
            "工廠裏的鋼卷",
            "一個鋼卷。",
            "66: an alternative text of 5 characters in zh-Hant; 6 are the least (say who or what"
            " is seen, and what happens) [alternative-length]",
            id="too short in Chinese",
        ),
        pytest.param(
            "Uma bobina de aço",
            "Imagem de uma bobina",
            "96: the alternative text begins with 'Imagem de', in pt (say at once what can be seen)"
            " [alternative-opening]",
            id="an opening in Portuguese",
        ),
    ],
)
def test_an_alternative_text_that_helps_nobody(
    content: Content, old: str, new: str, problem: str
) -> None:
    content.change(SHENZHEN, old, new)

    [found] = problems(content)

    assert found.removeprefix("zones/shenzhen.yaml:19:").split(": ", 1)[1] == problem[4:]


# Numbers: tests/exhibit/test_number_rules.py has the ways to write them


def test_a_number_that_one_language_has_alone(content: Content) -> None:
    introduced(
        content,
        en="Of 1,195 teams 691 are here.",
        zh_Hant="1,195個團隊，691個在此。",
        zh_Hans="1,195个团队，691个在此。",
        pt="De 1195 equipas, 619 estão aqui.",
    )

    assert problems(content) == [
        "zones/qianhai.yaml:10:24: pt says 619 where en, zh-Hant and zh-Hans say 691"
        " (say the same numbers in every language) [different-numbers]"
    ]


# Names


def test_a_wrong_name_and_the_right_one(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="In MACAU and at the University of Macau", pt="Em Macao")

    assert problems(content) == [
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

    assert problems(content) == [
        "zones/qianhai.yaml:7:11: 'Guangdong–Hong Kong–Macau Greater Bay A…' is not the name in en"
        " (write 'Guangdong–Hong Kong–Macao Greater Bay Area') [wrong-name]",
        "zones/qianhai.yaml:8:21: '港澳大灣區' is not the name in zh-Hant (write '粵港澳大灣區')"
        " [wrong-name]",
    ]


def test_part_of_a_word_is_not_a_name(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="A Macauan zone")

    assert problems(content) == []


def test_a_name_in_the_other_script_is_said_once(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, zh_Hans="澳門与中国")

    assert problems(content) == [
        "zones/qianhai.yaml:9:12: '澳門' is not the name in zh-Hans (write '澳门') [wrong-name]"
    ]


def test_characters_of_the_other_script(content: Content) -> None:
    introduced(content, zh_Hant="这里的国家实验室很多", zh_Hans="這裏的實驗室，一個")

    assert problems(content) == [
        "zones/qianhai.yaml:8:12: simplified characters in zh-Hant: 这国实验 (write 這國實驗)"
        " [other-script]",
        "zones/qianhai.yaml:9:12: traditional characters in zh-Hans: 這裏實驗個 (write 这里实验个)"
        " [other-script]",
    ]


def test_a_glossary_can_have_mistakes_of_its_own(content: Content) -> None:
    content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoids: {en: [Macau]}\n")

    assert problems(content) == [
        "glossary.yaml:3:3: unknown key 'avoids' (did you mean 'avoid'?) [unknown-key]"
    ]


def test_a_glossary_that_is_no_yaml_is_said_once(content: Content) -> None:
    content.write("glossary.yaml", "macao: [Macao\n")

    [problem] = problems(content)

    assert problem.startswith("glossary.yaml:")
    assert problem.endswith("[unclosed-bracket]")


# Letters


def test_a_letter_without_a_glyph_has_its_name_and_place(content: Content) -> None:
    introduced(content, en="A zone 🚀 and 🚀")

    def rocket(words: str, language: str, /, *, large: bool) -> Iterator[int]:
        return (index for index, letter in enumerate(words) if letter == "🚀")

    found = editorial_problems(content.folder, (), languages=LANGUAGES, undrawable=rocket)

    assert [str(problem) for problem in found] == [
        "zones/qianhai.yaml:7:14: the letters of en have no '🚀', U+1F680 ROCKET"
        " (write it another way)"
    ]


def test_only_titles_and_names_are_set_large(content: Content) -> None:
    large_texts: dict[bool, set[str]] = {True: set(), False: set()}

    def listening(words: str, language: str, /, *, large: bool) -> tuple[int, ...]:
        if language == "en":
            large_texts[large].add(words)
        return ()

    editorial_problems(content.folder, (), languages=LANGUAGES, undrawable=listening)

    assert {"The Bay", "Qianhai", "Growth", "Steel", "One"} <= large_texts[True]
    assert {"Touch a place", "A zone", "It grows.", "teams", "{n} yuan"} <= large_texts[False]


# Unused things


def test_what_nothing_uses(content: Content) -> None:
    content.write("pictures/old.png", b"")
    content.write("data/old.csv", "year,teams\n")
    content.change(
        "sources.yaml",
        "peoples-daily",
        "old:\n  title: Old\n  publisher: X\n  date: 2020\npeoples-daily",
    )
    content.change(
        "units.yaml",
        "day:",
        "days:\n  kind: count\n  phrase: {en: '{n} days',"
        " zh-Hant: '{n}天', zh-Hans: '{n}天', pt: '{n} dias'}\nday:",
    )

    assert problems(content) == [
        "data/old.csv:1:1: nothing shows this table (use it or move it elsewhere) [unused-file]",
        "pictures/old.png:1:1: nothing shows this picture (use it or move it elsewhere)"
        " [unused-file]",
        "sources.yaml:1:1: nothing names the source 'old' (use it or delete it) [unused-source]",
        "units.yaml:7:1: nothing counts in the unit 'days' (use it or delete it) [unused-unit]",
    ]


def test_nothing_is_called_unused_while_there_are_errors(content: Content) -> None:
    content.change(QIANHAI, "unit: yuan", "unit: yuann")

    assert problems(content) == [
        "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?) [unknown-unit]"
    ]


# Allowing a warning on the spot

LONG = repeated("Word", 26)


@pytest.mark.parametrize(
    "written",
    [
        f"sentence: # allow long-sentence: a quotation\n    {{en: {LONG}, zh-Hant: 增長。,",
        f"# allow long-sentence: a quotation\n  sentence: {{en: {LONG}, zh-Hant: 增長。,",
        f"# allow long-sentence: a quotation\n  # It is famous.\n  sentence: {{en: {LONG},"
        " zh-Hant: 增長。,",
        f"sentence: {{en: {LONG}, # allow long-sentence: a quotation\n    zh-Hant: 增長。,",
    ],
    ids=["beside the key", "above", "above another comment", "on the line"],
)
def test_a_warning_can_be_allowed_with_a_reason(content: Content, written: str) -> None:
    content.change(QIANHAI, "sentence: {en: It grows., zh-Hant: 增長。,", written)

    assert problems(content) == []


def test_a_block_is_allowed_beside_its_language(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        f"      en: | # allow long-sentence: a quotation\n        A steel.\n        {LONG}.",
    )

    assert problems(content) == []


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        (
            "# allow long-sentence",
            "6:1: 'long-sentence' is allowed here without a reason"
            " (write '# allow long-sentence: why') [silence-without-reason]",
        ),
        (
            "# allow long-sentence:",
            "6:1: 'long-sentence' is allowed here without a reason"
            " (write '# allow long-sentence: why') [silence-without-reason]",
        ),
        (
            "# allow long-sentense: a quotation",
            "6:1: 'long-sentense' is not a warning that can be allowed"
            " (did you mean 'long-sentence'?) [unknown-silence]",
        ),
        (
            "# allow nothing: nobody knows",
            "6:1: 'nothing' is not a warning that can be allowed [unknown-silence]",
        ),
    ],
)
def test_a_warning_is_not_allowed_just_so(content: Content, comment: str, problem: str) -> None:
    content.change(QIANHAI, INTRODUCTION, f"{comment}\n{INTRODUCTION}".replace("A zone", LONG))

    assert problems(content) == [
        f"zones/qianhai.yaml:{problem}",
        "zones/qianhai.yaml:7:20: a sentence of 26 words in en; 25 are the most"
        " (make two sentences of it) [long-sentence]",
    ]


def test_what_nobody_breaks_need_not_be_allowed(content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"{INTRODUCTION} # allow long-sentence: it was long")

    assert problems(content) == [
        "zones/qianhai.yaml:6:68: 'long-sentence' is allowed here, but nothing breaks it"
        " (delete the comment) [unused-silence]"
    ]


def test_a_warning_of_the_reading_can_be_allowed_too(content: Content) -> None:
    content.change(QIANHAI, ", pt: Qianhai}", "} # allow untranslated: alike everywhere")

    assert problems(content) == []


def test_the_curators_page_tells_every_rule_that_can_be_allowed() -> None:
    page = (shipped("content") / "README.md").read_text(encoding="utf-8")

    assert [rule for rule in WORDING_RULES if f"`{rule}`" not in page] == []


def test_an_error_can_not_be_allowed(content: Content) -> None:
    content.change(QIANHAI, "unit: yuan", "unit: yuann # allow unknown-unit: it comes later")

    assert problems(content) == [
        "zones/qianhai.yaml:26:11: there is no unit 'yuann' (did you mean 'yuan'?) [unknown-unit]",
        "zones/qianhai.yaml:26:17: 'unknown-unit' is an error and can't be allowed (mend it)"
        " [unknown-silence]",
    ]


def test_a_hash_in_a_text_is_no_comment(content: Content) -> None:
    content.change(
        SHENZHEN,
        "      en: A strong steel.",
        "      en: |\n        A steel.\n        # allow long-sentence: this is a text",
    )

    assert problems(content) == []


def test_a_comment_that_only_begins_with_that_word_is_a_comment(content: Content) -> None:
    content.change(QIANHAI, INTRODUCTION, f"# allow more than one zone\n{INTRODUCTION}")

    assert problems(content) == []


@pytest.mark.parametrize(
    "words",
    [
        "Macau " * 3_000,
        "hundred " * 2_000,
        "million million 1,111,111,111 " * 600,
        "1" * 15_000 + "G",
        "一" * 15_000 + "1",
        "萬億" * 7_000 + "1",
        "1." * 8_000,
        '"' * 15_000,
    ],
    ids=["names", "hundreds", "millions", "digits", "ones", "myriads", "stops", "quotes"],
)
def test_no_text_takes_an_editor_aback(content: Content, words: str) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en=f"'{words}'", zh_Hant=f"'{words}'", zh_Hans="1", pt=f"'{words}'")

    assert {problem.split(":")[0] for problem in problems(content)} == {"zones/qianhai.yaml"}


def test_of_an_endless_text_only_the_length_is_said(content: Content) -> None:
    content.write("glossary.yaml", GLOSSARY)
    introduced(content, en="Macau " * 5_000)

    assert problems(content) == [
        "zones/qianhai.yaml:7:7: 5000 words in en; readers stay with 50 (shorten it)"
        " [long-introduction]"
    ]


def test_only_some_of_many_letters_without_a_glyph_are_named(content: Content) -> None:
    introduced(content, en="абвгдежзийклмноп")

    def all_of_english(words: str, language: str, /, *, large: bool) -> range:
        return range(len(words) if "а" in words else 0)

    found = editorial_problems(content.folder, (), languages=LANGUAGES, undrawable=all_of_english)

    assert [problem.column for problem in found] == [7, 8, 9, 10, 11, 12, 13, 14]
