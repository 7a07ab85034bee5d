"""Files from anywhere end in a message, whatever is in them."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook

from kiosk.exhibit.exchanging.exchange_files import LIMIT_BYTES, read_exchange, write_exchange
from kiosk.exhibit.exchanging.exchange_messages import ExchangeRefused
from kiosk.exhibit.exchanging.exchanged_texts import Sent, SentText
from kiosk.exhibit.translating.translations import State

if TYPE_CHECKING:
    from pathlib import Path

XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en"'
    ' target-language="pt" original="a" datatype="plaintext"><body>{units}</body></file></xliff>'
)
UNIT = '<trans-unit id="a"><source>A</source><target>{target}</target></trans-unit>'
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
SHEET_HEADS = ("Where", "Original", "Translation", "State", "At most", "id en > pt")


def refusal(path: Path) -> str:
    with pytest.raises(ExchangeRefused) as caught:
        read_exchange(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this is no whole XLIFF file"),
        (b"hello", "this is no whole XLIFF file"),
        (b"\x00" * 100, "this is no whole XLIFF file"),
        (os.urandom(500), "this is no whole XLIFF file"),
        (XLIFF[:80].encode(), "this is no whole XLIFF file"),
        (b"<html/>", "this is XML, but no XLIFF"),
        (b'<xliff version="1.2"/>', "this is XML, but no XLIFF"),
        ((BOMB + XLIFF.format(units=UNIT.format(target="&c;"))).encode(), "defines entities"),
        ((OUTSIDE + XLIFF.format(units=UNIT.format(target="&a;"))).encode(), "defines entities"),
        ((OUTSIDE + XLIFF.format(units="")).encode("utf-16"), "defines entities"),
        (b'<?xml version="1.0" encoding="cp037"?>' + XLIFF.format(units="").encode(), "no whole"),
        (b'<?xml version="1.0" encoding="nothing"?>' + XLIFF.format(units="").encode(), "no whole"),
        (XLIFF.format(units=UNIT.format(target="ção")).encode("latin-1"), "no whole XLIFF"),
        (XLIFF.format(units=UNIT.format(target="&#0;")).encode(), "no whole XLIFF"),
        (XLIFF.replace("pt", "").format(units="").encode(), "does not say into which language"),
        (XLIFF.format(units="<g>" * 100 + "</g>" * 100).encode(), "too large"),
        (XLIFF.format(units="<g/>" * 400_001).encode(), "too large"),
        (XLIFF.format(units=UNIT.format(target="") * 20_001).encode(), "too large"),
        (b" " * (LIMIT_BYTES + 1), "too large"),
    ],
    ids=range(19),
)
def test_no_xliff_does_any_harm(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(content)
    assert said in refusal(path)


def test_utf_16_and_a_byte_mark_are_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / "a.xlf"
        path.write_bytes(XLIFF.format(units=UNIT.format(target="ção")).encode(encoding))
        assert read_exchange(path).texts[0].words == "ção"


@pytest.mark.parametrize(
    ("target", "words", "has_trouble"),
    [
        ('<g id="1">um</g> dois', "um dois", False),
        ('<mrk mtype="seg" mid="1">um</mrk> <mrk mtype="seg" mid="2">dois</mrk>', "um dois", False),
        ('um<x id="1"/>', "", True),
        ('<bpt id="1">&lt;b&gt;</bpt>um', "", True),
        ("<![CDATA[um & dois]]>", "um & dois", False),
    ],
)
def test_marks_of_programs_are_text_or_told(
    tmp_path: Path, target: str, words: str, has_trouble: bool
) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(XLIFF.format(units=UNIT.format(target=target)), "utf-8")
    (text,) = read_exchange(path).texts
    assert (text.words, bool(text.trouble)) == (words, has_trouble)


def test_segments_of_a_unit_are_one_text_again(tmp_path: Path) -> None:
    path = tmp_path / "a.xliff"
    path.write_text(
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"'
        ' trgLang="pt"><file id="f"><group id="g"><unit id="a">'
        '<segment state="final"><source>One.</source><target>Um.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Two.</source><target>Dois.</target></segment>'
        "</unit></group></file></xliff>",
        "utf-8",
    )
    (text,) = read_exchange(path).texts
    assert (text.original, text.words, text.is_confirmed) == ("One. Two.", "Um. Dois.", False)


def sheet(path: Path, *cells: object, heads: tuple[str, ...] = SHEET_HEADS) -> None:
    workbook = Workbook()
    rows = workbook.active
    assert rows is not None
    rows.append(heads)
    rows.append(["A", "One", *cells, "", "", "zones:a.yaml::name"])
    workbook.save(path)


@pytest.mark.parametrize(
    ("cell", "words", "trouble"),
    [
        ("Um", "Um", ""),
        (2035, "2035", ""),
        ("=cmd|' /C calc'!A0", "", "a formula stands there: write the words themselves"),
        ("=1+1", "", "a formula stands there: write the words themselves"),
        (True, "", "no words stand there, but a date or the like: format the cell as text"),
        ("Um_x000D_\nDois", "Um\nDois", ""),
        (None, "", ""),
    ],
)
def test_a_cell_is_words_or_told(tmp_path: Path, cell: object, words: str, trouble: str) -> None:
    path = tmp_path / "a.xlsx"
    sheet(path, cell)
    (text,) = read_exchange(path).texts
    assert (text.words, text.trouble) == (words, trouble)
    assert text.original == "One"


def test_a_sheet_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    sheet(path, "Um", heads=("a", "b", "c", "d", "e", "f"))
    assert "no sheet has the hidden column of ids" in refusal(path)


def test_a_bomb_in_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"<a>" + b" " * 200_000_000)
    assert path.stat().st_size < LIMIT_BYTES
    assert refusal(path)


def test_other_files_and_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert ".xlf (XLIFF 1.2)" in refusal(tmp_path / "a.docx")
    (tmp_path / "a.xlf").mkdir()
    assert refusal(tmp_path / "a.xlf") == "a.xlf is no plain file"
    assert "b.xlf can't be read" in refusal(tmp_path / "b.xlf")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04broken")
    assert refusal(tmp_path / "c.xlsx")


def test_a_text_that_begins_like_a_formula_is_none_in_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    formula = '=HYPERLINK("http://a.example")'
    sent = SentText("a.yaml::b", "a.yaml", "A", formula, "+1", State.UNCONFIRMED, None, False)
    write_exchange(path, Sent("en", "pt", (sent,)), "en")
    rows = load_workbook(io.BytesIO(path.read_bytes())).active
    assert rows is not None
    cell = rows["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (formula, "s", True)
    assert rows.freeze_panes == "A2"
    assert rows.column_dimensions["F"].hidden
    assert rows["C2"].alignment.wrap_text
