"""Texts that go to translators come back as they are, and what they change to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.exhibit.exchanging.comparing import compare
from kiosk.exhibit.exchanging.exchange_files import ENDINGS, read_exchange, write_exchange
from kiosk.exhibit.exchanging.exchanged_texts import Sent, SentText, id_of, texts_to_send
from kiosk.exhibit.translating.translation_record import Address
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.shipped import shipped
from kiosk.text.multilingual import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

_LETTERS = st.sampled_from(
    [
        *"aB9 &<>\"'=+-@{}n%_/*#:|é區区，。「」\u00a0\u202f…–",
        "\n",
        "\n\n",
        "]]>",
        "&#13;",
        "<target>",
        "_x000D_",
        "=cmd|' /C calc'!A0",
        "😀",
    ]
)
WORDS = st.lists(_LETTERS, min_size=1, max_size=30).map("".join).map(str.strip).filter(bool)


def sent(pairs: list[tuple[str, str]], state: State) -> Sent:
    return Sent(
        "en",
        "pt",
        tuple(
            SentText(f"zones:a.yaml::t{n}", "zones/a.yaml", "A › B", one, two, state, 20, False)
            for n, (one, two) in enumerate(pairs)
        ),
    )


@pytest.mark.parametrize("ending", ENDINGS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pairs=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_every_letter_survives_the_file(
    tmp_path: Path, ending: str, pairs: list[tuple[str, str]]
) -> None:
    path = tmp_path / f"a{ending}"
    write_exchange(path, sent(pairs, State.UNCONFIRMED), "en", replace=True)
    found = read_exchange(path)

    assert (found.original, found.language) == ("en", "pt")
    assert [(each.original, each.words) for each in found.texts] == pairs
    assert not any(each.trouble for each in found.texts)


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_whole_exhibit_comes_back_unchanged(tmp_path: Path, ending: str, language: str) -> None:
    found = read_translations(shipped("content"))
    path = tmp_path / f"a{ending}"
    write_exchange(path, texts_to_send(found, {}, language, ["all"]), language)
    comparison = compare(read_exchange(path), found)

    assert comparison.texts == ()
    assert comparison.unchanged == len(found.texts)


def test_ids_are_names_in_xml_and_no_two_are_alike() -> None:
    found = read_translations(shipped("content"))
    ids = [id_of(text.address) for text in found.texts]
    assert len(set(ids)) == len(ids)
    assert all(
        letter.isascii() and (letter.isalnum() or letter in "-._:") for id in ids for letter in id
    )
    near = {
        id_of(Address("a.yaml", path)) for path in ("a/b", "a_b", "a%2Fb", "a:b", "a.b", "a_2F_b")
    }
    assert len(near) == 6


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_missing_text_goes_without_words_and_comes_back_with_them(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    write_exchange(path, sent([("One", "")], State.MISSING), "pt")
    (text,) = read_exchange(path).texts
    assert (text.words, text.trouble, text.is_confirmed) == ("", "", False)


@pytest.mark.parametrize("ending", [".xlf", ".xliff"])
def test_a_confirmed_text_says_so(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    write_exchange(path, sent([("One", "Um")], State.CURRENT), "pt")
    (text,) = read_exchange(path).texts
    assert text.is_confirmed
