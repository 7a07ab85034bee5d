"""Scalars stay text, everything has a place, and files that can't be text are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.text.folder import read_text
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_source import parse_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "yes",
        "null",
        "~",
        "12:30",
        "2024-06",
        "4.2 billion",
        "0777",
        "1e3",
        "1_000",
        "=",
    ],
)
def test_a_scalar_means_what_it_says(written: str) -> None:
    root = parse_document(f"key: {written}\n", "file.yaml").root

    assert root.plain() == {"key": written}


def test_keys_are_text_too() -> None:
    root = parse_document("no: a\n1: b\n'': c\n", "file.yaml").root

    assert root.plain() == {"no": "a", "1": "b", "": "c"}


def test_every_key_and_value_has_its_line_and_column() -> None:
    root = parse_document("名字: x\npanels:\n- id: a\n  facts: [1, 二, 3]\n", "file.yaml").root

    assert root.position(("名字",)) == (1, 5)
    assert root.key_position(("panels", 0, "facts")) == (4, 3)
    assert root.position(("panels", 0, "facts", 2)) == (4, 17)


def test_the_place_of_what_is_missing_is_the_place_of_what_is_around_it() -> None:
    root = parse_document("panels:\n- id: a\n", "file.yaml").root

    assert root.position(("panels", 0, "kind")) == (2, 3)
    assert root.key_position(("panels", 0, "kind")) == (2, 3)
    assert root.at(("panels", 1)) is None


def test_an_alias_repeats_what_its_anchor_holds() -> None:
    root = parse_document("a: &x {en: A}\nb: *x\n", "file.yaml").root

    assert root.plain() == {"a": {"en": "A"}, "b": {"en": "A"}}


def test_of_two_equal_keys_the_first_is_kept_and_both_lines_are_named() -> None:
    document = parse_document("a: 1\nb: 2\na: {c: 3}\n", "file.yaml")

    assert document.root.plain() == {"a": "1", "b": "2"}
    assert [str(spoilt_entry.message) for spoilt_entry in document.spoilt_entries] == [
        "file.yaml:3:1: 'a' stands twice, first in line 1 (keep one of the two)"
    ]


def test_reading_can_stop_before_a_key_of_the_top() -> None:
    text = "a: {panels: 1}\npanels:\n- [never closed\n"

    root = parse_document(text, "file.yaml", stop_at="panels").root

    assert root.plain() == {"a": {"panels": "1"}}


def test_parts_can_be_left_out_without_losing_the_places_of_the_rest() -> None:
    root = parse_document("a: [x, y, z]\nb: {c: 1, d: 2}\n", "file.yaml").root

    rest = root.without([("a", 0), ("a", 1), ("b", "c")])

    assert rest.plain() == {"a": ["z"], "b": {"d": "2"}}
    assert rest.position(("a", 0)) == (1, 11)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            "id: 前海\n".encode("utf-16"),
            "file.yaml:1:1: the file seems to be UTF-16, not UTF-8 (save it as UTF-8)",
            id="UTF-16 with a mark",
        ),
        pytest.param(
            "id: qianhai\n".encode("utf-16-le"),
            "file.yaml:1:2: the file seems to be UTF-16, not UTF-8 (save it as UTF-8)",
            id="UTF-16 without a mark",
        ),
        pytest.param(
            "id: q\nname: 前海深港青年梦工场\n".encode("gb18030"),
            "file.yaml:2:8: the file seems to be GB18030, not UTF-8 (save it as UTF-8)",
            id="GB18030",
        ),
        pytest.param(
            "id: q\nname: 前海深港青年夢工場\n".encode("big5"),
            "file.yaml:2:7: the file seems to be Big5, not UTF-8 (save it as UTF-8)",
            id="Big5",
        ),
        pytest.param(
            "name: Inovação na Baía\n".encode("latin-1"),
            "file.yaml:1:12: the file seems to be Latin-1, not UTF-8 (save it as UTF-8)",
            id="Latin-1",
        ),
        pytest.param(
            b"a: 1\nb: \x00\n",
            "file.yaml:2:4: an invisible control character, U+0000"
            " (delete it and type the word again)",
            id="NUL",
        ),
        pytest.param(
            b"a: " + b"x" * 1024 * 1024,
            "file.yaml:1:1: the file is larger than 1 MiB (split it)",
            id="more than 1 MiB",
        ),
    ],
)
def test_a_file_that_is_not_small_utf_8_is_refused(
    tmp_path: Path, content: bytes, message: str
) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(content)

    with pytest.raises(UnreadableFile) as caught:
        read_text(file, "file.yaml")

    assert str(caught.value.message) == message


def test_a_byte_order_mark_is_welcome(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(b"\xef\xbb\xbfid: qianhai\n")

    root = parse_document(read_text(file, "file.yaml"), "file.yaml").root
    assert root.position(("id",)) == (1, 5)
