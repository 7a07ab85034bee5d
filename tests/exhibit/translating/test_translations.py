"""Translations: what is missing, what is older, and that a confirmation follows its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.place import Place
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translation_record import (
    Address,
    read_record,
)
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.shipped import shipped
from kiosk.text.folder import ContentFolder
from kiosk.text.multilingual import LANGUAGES
from tests.exhibit.translating.translation_states import (
    QIANHAI,
    SHENZHEN,
    confirm_all,
    states,
    text,
    warnings,
)

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content


def test_texts_are_named_by_ids_and_say_where_they_stand(content: Content) -> None:
    found = text(content, "zones/qianhai.yaml:panels/teams/facts/hong-kong/label")

    assert (found.file, found.line, found.column) == (QIANHAI, 22, 5)
    assert (str(found.place), found.short_address) == (
        "qianhai/teams",
        "qianhai/panels/teams/facts/hong-kong/label",
    )
    assert [found.words_in(language) for language in LANGUAGES] == [
        "from Hong Kong",
        "香港",
        "香港",
        "de Hong Kong",
    ]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("exhibit.yaml:title", "home"),
        ("sources.yaml:peoples-daily-2024-06-16/publisher", "credits"),
        ("units.yaml:teams/phrase", None),
        ("zones/qianhai.yaml:introduction", "qianhai"),
        ("zones/qianhai.yaml:panels/growth/breaks/1/note", "qianhai/growth"),
        ("zones/shenzhen.yaml:panels/steel/pages/2/heading", "shenzhen/steel/2"),
    ],
)
def test_each_text_leads_to_the_place_where_visitors_read_it(
    content: Content, address: str, place: str | None
) -> None:
    found = text(content, address).place
    assert found == (None if place is None else Place.parse(place))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("home", "home"),
        ("bay", "bay"),
        ("list", "list"),
        ("credits", "credits"),
        ("shenzhen/steel/2", "shenzhen/steel/2"),
        ("shenzhen/steel/0", None),
        ("'#nowhere'", None),
        ("a b", None),
    ],
)
def test_a_note_of_a_tour_leads_to_the_place_of_its_step(
    content: Content, written: str, place: str | None
) -> None:
    step = f"- {{id: one, place: {written}, notes: {{en: Say it.}}, duration: '1:00'}}"
    content.write("tours/talk.yaml", f"id: talk\ntitle: {{en: Talk}}\nsteps:\n{step}\n")

    found = text(content, "tours/talk.yaml:steps/one/notes").place
    assert found == (None if place is None else Place.parse(place))


def test_a_text_of_a_data_layer_leads_to_it_on_the_map(content: Content) -> None:
    content.write("layers/people.yaml", "id: people\ntitle: {en: People}\nunit: teams\n")
    step = "- {id: one, layer: people, notes: {en: Say it.}, duration: '1:00'}"
    content.write("tours/talk.yaml", f"id: talk\ntitle: {{en: Talk}}\nsteps:\n{step}\n")

    for address in ("layers/people.yaml:title", "tours/talk.yaml:steps/one/notes"):
        assert text(content, address).place == Place(layer="people")


def test_a_name_that_is_the_same_in_all_languages_is_no_text_to_translate(
    content: Content,
) -> None:
    addresses = {str(each.address) for each in read_translations(content.folder).texts}

    assert "sources.yaml:peoples-daily-2024-06-16/publisher" in addresses
    assert "sources.yaml:peoples-daily-2024-06-16/title" not in addresses


def test_nothing_is_older_before_anything_was_confirmed(content: Content) -> None:
    assert set.union(*states(content).values()) == {State.UNCONFIRMED}
    assert warnings(content) == []


def test_after_confirming_all_is_up_to_date(content: Content) -> None:
    confirm_all(content)

    assert states(content) == {}
    assert warnings(content) == []


def test_a_changed_original_makes_its_translations_older(content: Content) -> None:
    confirm_all(content)
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")

    assert states(content) == {"zones/qianhai.yaml:introduction": {State.OLDER}}
    assert warnings(content) == [
        f"zones/qianhai.yaml:6:{column}: {language} is older than the original in en: '{words}' for"
        " 'A new zone' (translate it anew, then run: kiosk translations"
        f" {content.folder} --confirm qianhai/introduction --language {language})"
        for language, words, column in (
            ("zh-Hant", "一區", 41),
            ("zh-Hans", "一区", 54),
            ("pt", "Uma zona", 62),
        )
    ]


def test_confirming_one_language_leaves_the_others(content: Content) -> None:
    confirm_all(content)
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    older = text(content, "zones/qianhai.yaml:introduction")

    assert confirm(content.folder, [(older, ["pt"])]) == 1
    assert text(content, "zones/qianhai.yaml:introduction").states == {
        "zh-Hant": State.OLDER,
        "zh-Hans": State.OLDER,
        "pt": State.CURRENT,
    }


def test_a_translation_without_words_is_missing_and_can_t_be_confirmed(content: Content) -> None:
    content.change(QIANHAI, ", pt: Uma zona}", "}")
    confirm_all(content)

    assert text(content, "zones/qianhai.yaml:introduction").states["pt"] is State.MISSING
    recorded = read_record(ContentFolder.at(content.folder)).entries
    assert set(recorded[Address(QIANHAI, "introduction")]) == {"zh-Hant", "zh-Hans"}


def test_a_missing_original_is_said(content: Content) -> None:
    content.change(QIANHAI, "{en: A zone, ", "{")
    confirm_all(content)

    found = text(content, "zones/qianhai.yaml:introduction")
    assert found.states["en"] is State.MISSING
    assert found.states["pt"] is State.UNCONFIRMED


def test_the_first_language_of_the_exhibit_is_the_original(content: Content) -> None:
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[pt, zh-Hans]")
    confirm_all(content)
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    assert states(content) == {}

    content.change(QIANHAI, "pt: Uma zona", "pt: Uma zona nova")
    assert text(content, "zones/qianhai.yaml:introduction").states == {"zh-Hans": State.OLDER}


def test_what_was_changed_after_it_wplain_stays_older(content: Content) -> None:
    seen = read_translations(content.folder).texts
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    confirm(content.folder, [(text, LANGUAGES) for text in seen])

    assert states(content) == {"zones/qianhai.yaml:introduction": {State.OLDER}}


def test_a_confirmation_follows_a_page_that_moves_down(content: Content) -> None:
    confirm_all(content)
    content.change(
        SHENZHEN,
        "  - heading: {en: Two",
        "  - heading: {en: New, zh-Hant: 新, zh-Hans: 新, pt: Novo}\n"
        "    text: {en: Some., zh-Hant: 有。, zh-Hans: 有。, pt: Há.}\n"
        "    source: peoples-daily-2024-06-16\n"
        "  - heading: {en: Two",
    )

    assert states(content) == {
        "zones/shenzhen.yaml:panels/steel/pages/2/heading": {State.UNCONFIRMED},
        "zones/shenzhen.yaml:panels/steel/pages/2/text": {State.UNCONFIRMED},
    }


def test_a_confirmation_follows_an_id_and_a_file_with_another_name(content: Content) -> None:
    confirm_all(content)
    content.change(QIANHAI, "- id: teams\n", "- id: hub\n")
    (content.folder / QIANHAI).rename(content.folder / "zones/dream.yaml")

    assert states(content) == {}


def test_a_text_that_swaps_places_with_another_keeps_its_own(content: Content) -> None:
    confirm_all(content)
    content.change(SHENZHEN, "{en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}", "HERE")
    content.change(
        SHENZHEN,
        "{en: Two, zh-Hant: 二, zh-Hans: 二, pt: Dois}",
        "{en: One, zh-Hant: 一, zh-Hans: 一, pt: Um}",
    )
    content.change(SHENZHEN, "HERE", "{en: Two, zh-Hant: 二, zh-Hans: 二, pt: Dois}")

    assert states(content) == {}


def test_a_file_that_can_t_be_read_for_now_keeps_its_confirmations(content: Content) -> None:
    confirm_all(content)
    sound = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.write(QIANHAI, sound + "\n\t[")
    assert read_translations(content.folder).unread == (QIANHAI,)

    confirm_all(content)
    content.write(QIANHAI, sound)

    assert states(content) == {}


def test_what_is_gone_leaves_the_record(content: Content) -> None:
    confirm_all(content)
    (content.folder / SHENZHEN).unlink()
    confirm_all(content)

    entries = read_record(ContentFolder.at(content.folder)).entries
    assert {address.file for address in entries} == {
        "exhibit.yaml",
        "sources.yaml",
        "units.yaml",
        QIANHAI,
    }


def test_a_comment_allows_an_older_translation(content: Content) -> None:
    confirm_all(content)
    content.change(
        QIANHAI,
        "introduction: {en: A zone,",
        "# allow older-translation: only the English was clearer\nintroduction: {en: This zone,",
    )

    assert warnings(content) == []


def test_the_shipped_translations_are_all_there_and_confirmed() -> None:
    found = read_translations(shipped("content"))

    assert len(found.texts) > 500
    assert [
        str(each.address) for each in found.texts if set(each.states.values()) != {State.CURRENT}
    ] == []
