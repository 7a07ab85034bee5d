"""Translations: what is missing, what is older, and that a confirmation follows its words."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.editorial import editorial_check
from kiosk.exhibit.place import Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translation_record import (
    RECORD_FILE,
    Address,
    Record,
    RecordError,
    hash_of,
    read_record,
    write_record,
)
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.shipped import shipped
from kiosk.text.folder import FILE_LIMIT_BYTES, ContentFolder
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.translating.translations import TranslatedText
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
TRANSLATIONS = LANGUAGES[1:]


def confirm_all(content: Content) -> None:
    confirm(content.folder, [(text, LANGUAGES) for text in read_translations(content.folder).texts])


def text(content: Content, address: str) -> TranslatedText:
    texts = {str(each.address): each for each in read_translations(content.folder).texts}
    return texts[address]


def states(content: Content) -> dict[str, set[State]]:
    """The states of each text, without those that are up to date throughout."""
    found = {
        str(each.address): set(each.states.values())
        for each in read_translations(content.folder).texts
    }
    return {address: each for address, each in found.items() if each != {State.CURRENT}}


def warnings(content: Content) -> list[str]:
    reading = read_exhibit(content.folder)
    messages = editorial_check(
        content.folder,
        reading.messages,
        languages=LANGUAGES,
        undrawable=lambda words, language, *, large: (),
    )
    return [str(message) for message in messages]


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A zone by the sea", "A zone\n  by the   sea\n"),
        ("São Paulo", unicodedata.normalize("NFD", "São Paulo")),
    ],
    ids=["line breaks", "composed letters"],
)
def test_what_reads_the_same_has_the_same_hash(one: str, other: str) -> None:
    assert hash_of(one) == hash_of(other)


def test_the_hash_is_the_beginning_of_sha_256() -> None:
    # printf 'A zone' | sha256sum
    assert hash_of("A zone") == "5127f8f9f5db"


@pytest.mark.parametrize("change", ["A zone.", "a zone", "Azone"])
def test_what_reads_otherwise_has_another_hash(change: str) -> None:
    assert hash_of(change) != hash_of("A zone")


def test_the_record_is_yaml_with_a_line_for_each_text(content: Content) -> None:
    confirm_all(content)
    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    before = (content.folder / RECORD_FILE).read_text(encoding="utf-8").splitlines()
    confirm_all(content)
    after = (content.folder / RECORD_FILE).read_text(encoding="utf-8")

    pairs = zip(before, after.splitlines(), strict=True)
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    assert [line.split(":")[0].strip() for line, _ in changed] == ["introduction"]
    plain = parse_document(after, RECORD_FILE).root.plain()
    assert list(plain) == sorted(plain)
    assert all(list(texts) == sorted(texts) for texts in plain.values())
    assert plain[QIANHAI]["introduction"] == dict.fromkeys(TRANSLATIONS, hash_of("A new zone"))


def test_a_line_that_can_t_be_read_is_said_and_nothing_is_overwritten(content: Content) -> None:
    confirm_all(content)
    record = content.folder / RECORD_FILE
    record.write_text(
        record.read_text(encoding="utf-8").replace("  title:", "<<<<<<< ours\n  title:"),
        encoding="utf-8",
    )
    before = record.read_bytes()

    assert warnings(content) == [
        "translations.yaml:4:1: this line can't be read: '<<<<<<< ours'"
        " (delete it; what it recorded can be confirmed again)"
    ]
    with pytest.raises(RecordError, match=r"translations\.yaml:4:1"):
        confirm_all(content)
    assert record.read_bytes() == before


def test_a_record_in_the_middle_of_a_merge_is_read_as_far_as_it_can_be(content: Content) -> None:
    content.write(
        RECORD_FILE,
        """\
exhibit.yaml:
<<<<<<< ours
  title: {pt: 0123456789ab}
=======
  title: {pt: 0123456789ac}
>>>>>>> theirs
  welcome: {pt: 0123456789ad}  # seen
  broken: {pt: 0123
  short: {pt: 0123}
  odd: 0123456789ab
units.yaml:
sources.yaml: [a]
""",
    )

    record = read_record(ContentFolder.at(content.folder))

    assert record.entries == {
        Address("exhibit.yaml", "title"): {"pt": "0123456789ab"},
        Address("exhibit.yaml", "welcome"): {"pt": "0123456789ad"},
    }
    assert [message.line for message in record.messages] == [2, 4, 5, 6, 8, 9, 10, 12]


def test_whole_nonsense_is_no_record_and_is_said(content: Content) -> None:
    content.write(RECORD_FILE, "}\n" * 1000)

    record = read_record(ContentFolder.at(content.folder))

    assert record.entries == {}
    assert 1 <= len(record.messages) <= 20


def test_a_text_that_is_recorded_twice_is_said(content: Content) -> None:
    content.write(
        RECORD_FILE,
        "exhibit.yaml:\n  old: {pt: 0123456789ab}\n  old: {pt: 0123456789ac}\n",
    )

    assert warnings(content) == [
        "translations.yaml:3:3: 'old' is recorded twice (keep one of the two lines)"
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_record_outside_the_folder_is_never_read_or_written(
    content: Content, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret", encoding="utf-8")
    (content.folder / RECORD_FILE).symlink_to(outside)

    with pytest.raises(RecordError, match="leads out of the content folder"):
        confirm_all(content)
    with pytest.raises(RecordError, match="is a link"):
        write_record(ContentFolder.at(content.folder), {})
    assert outside.read_text(encoding="utf-8") == "secret"


def test_a_record_that_could_not_be_read_again_is_not_written(content: Content) -> None:
    confirm_all(content)
    before = (content.folder / RECORD_FILE).read_bytes()
    many = {
        Address(QIANHAI, f"text-{number}"): {"pt": "0" * 12}
        for number in range(FILE_LIMIT_BYTES // 20)
    }

    with pytest.raises(RecordError, match="larger than 1 MiB"):
        write_record(ContentFolder.at(content.folder), many)
    assert (content.folder / RECORD_FILE).read_bytes() == before


def test_a_failed_write_leaves_the_old_record_and_nothing_else(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm_all(content)
    before = (content.folder / RECORD_FILE).read_bytes()
    names = sorted(path.name for path in content.folder.iterdir())

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    content.change(QIANHAI, "en: A zone,", "en: A new zone,")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(RecordError, match="no space left on device"):
        confirm_all(content)
    assert (content.folder / RECORD_FILE).read_bytes() == before
    assert sorted(path.name for path in content.folder.iterdir()) == names


def test_a_comment_allows_an_older_translation(content: Content) -> None:
    confirm_all(content)
    content.change(
        QIANHAI,
        "introduction: {en: A zone,",
        "# allow older-translation: only the English was clearer\nintroduction: {en: This zone,",
    )

    assert warnings(content) == []


_hashes = st.text("0123456789abcdef", min_size=12, max_size=12)
_names = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=9)


@given(
    st.lists(
        st.tuples(_names, _names, st.dictionaries(st.sampled_from(LANGUAGES), _hashes, min_size=1)),
        max_size=6,
    )
)
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, dict[str, str]]]
) -> None:
    entries = {Address(quote(file), quote(path, safe="")): hashes for file, path, hashes in texts}
    folder = ContentFolder.at(tmp_path_factory.mktemp("content"))
    write_record(folder, entries)

    assert read_record(folder) == Record(entries)


def test_the_shipped_translations_are_all_there_and_confirmed() -> None:
    found = read_translations(shipped("content"))

    assert len(found.texts) > 500
    assert [
        str(each.address) for each in found.texts if set(each.states.values()) != {State.CURRENT}
    ] == []
