"""What curators are told of terms that can't be touched or that nobody would read."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.term import MOST_TERMS
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.workshop.check.whole_check import whole_check

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

TERM = """\
{id}:
  forms: {{en: {en}, zh-Hant: {zh}, zh-Hans: 融资, pt: angariados}}
  explanation: {{en: {words}, zh-Hant: 資金, zh-Hans: 资金, pt: Dinheiro}}
"""


def _written(name: str = "raised", en: str = "raised", zh: str = "融資", words: str = "Got") -> str:
    return TERM.format(id=name, en=en, zh=zh, words=words)


def _messages(content: Content) -> list[str]:
    found = whole_check(
        content.folder, read_exhibit(content.folder), today=datetime.date(2025, 1, 1)
    )
    return [str(each) for each in found]


def _ids(content: Content) -> list[str]:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return [term.id for term in exhibit.terms]


def test_an_exhibit_needs_no_terms(content: Content) -> None:
    assert (content.messages(), _ids(content)) == ([], [])


def test_sound_terms_are_read_without_a_word(content: Content) -> None:
    content.write("terms.yaml", _written())

    assert (_messages(content), _ids(content)) == ([], ["raised"])


@pytest.mark.parametrize(
    ("written", "message", "ids"),
    [
        (
            _written(en='","'),
            "terms.yaml:2:15: there is no form in en (write the words as the texts have them)",
            ["raised"],
        ),
        (
            _written() + _written("money", en="Raised", zh="資金").replace("融资", "资金"),
            "terms.yaml:5:15: 'Raised' is a form of 'raised' already, in en (keep it with one of"
            " the two)",
            ["raised", "money"],
        ),
        (
            _written(words="word " * 61),
            "terms.yaml:3:21: an explanation of 61 words in en; the card holds 60 (say only what"
            " the word means)",
            [],
        ),
        (
            _written() + "money:\n  form: {en: money}\n",
            "terms.yaml:5:3: unknown key 'form' (did you mean 'forms'?)",
            ["raised"],
        ),
        (
            "raised:\n  forms: {en: raised, zh-Hant: 融資, zh-Hans: 融资, pt: angariados}\n",
            "terms.yaml:2:3: 'explanation' is missing",
            [],
        ),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_kept(
    content: Content, written: str, message: str, ids: list[str]
) -> None:
    content.write("terms.yaml", written)

    assert message in content.messages()
    assert _ids(content) == ids


def test_more_terms_than_help_are_left_out(content: Content) -> None:
    terms = [_written(f"t-{number}", en=f"a{number}") for number in range(MOST_TERMS + 2)]
    content.write("terms.yaml", "".join(terms))

    assert (
        f"terms.yaml:{3 * MOST_TERMS + 1}:1: there are more than 200 terms (keep those that a"
        " reader of twelve stumbles on)"
    ) in content.messages()
    assert len(_ids(content)) == MOST_TERMS


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            _written(en='"raised, riased"'),
            "terms.yaml:2:24: no text has 'riased' in en (write it as the texts do or delete it)",
        ),
        (
            _written(zh="孵化"),
            "terms.yaml:2:32: no text has '孵化' in zh-Hant (write it as the texts do or delete it)"
            "",
        ),
        (
            _written(words="word " * 26),
            "terms.yaml:3:21: an explanation of 26 words in en; 25 are the most (say only what the"
            " word means)",
        ),
        (
            _written().replace(", pt: Dinheiro", ""),
            "terms.yaml:3:3: 'explanation' has no words in 'pt' (visitors see another language"
            " there)",
        ),
    ],
)
def test_an_editor_remarks_on_what_nobody_reads(
    content: Content, written: str, message: str
) -> None:
    content.write("terms.yaml", written)

    assert _messages(content) == [message]


def test_a_unit_beside_a_number_is_a_text_too(content: Content) -> None:
    content.write("terms.yaml", _written(en="yuan", zh="元"))

    assert _messages(content) == []


def test_terms_that_were_taken_away_are_gone(content: Content) -> None:
    memory = Memory()
    content.write("terms.yaml", _written())
    read_exhibit(content.folder, memory)
    (content.folder / "terms.yaml").unlink()

    reading = read_exhibit(content.folder, memory)

    assert reading.messages == ()
    assert reading.exhibit is not None
    assert reading.exhibit.terms == ()


def test_terms_that_can_not_be_read_any_more_are_as_they_were(content: Content) -> None:
    memory = Memory()
    content.write("terms.yaml", _written())
    read_exhibit(content.folder, memory)
    content.write("terms.yaml", "raised: [")

    reading = read_exhibit(content.folder, memory)

    assert reading.exhibit is not None
    assert [term.id for term in reading.exhibit.terms] == ["raised"]
    assert reading.recalled == ("terms.yaml",)
