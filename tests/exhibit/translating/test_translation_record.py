"""The record of confirmed translations: hashes, lines, and what is done when it is damaged."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.translating.translation_record import (
    RECORD_FILE,
    Address,
    Record,
    RecordError,
    hash_of,
    read_record,
    write_record,
)
from kiosk.text.folder import FILE_LIMIT_BYTES, ContentFolder
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_source import parse_document
from tests.exhibit.translating.translation_states import (
    QIANHAI,
    TRANSLATIONS,
    confirm_all,
    warnings,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content


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
