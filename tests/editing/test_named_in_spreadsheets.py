"""A spreadsheet that names a renamed place is left to its own program, and its cells are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from kiosk.exhibit.editing.edits import Rename
from tests.editing.folders import copied, opened

if TYPE_CHECKING:
    from pathlib import Path


def test_the_cells_that_name_a_renamed_place_are_told_with_their_sheet(tmp_path: Path) -> None:
    root = copied(tmp_path)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2024"
    for row in (("zone", "area"), ("macao", 33), ("shenzhen", 1997), ("macao", 34)):
        sheet.append(row)
    book.save(root / "data" / "cities-2020.xlsx")
    for layer in (root / "layers").glob("*.yaml"):
        layer.write_text(layer.read_text("utf-8").replace("cities-2020.csv", "cities-2020.xlsx"))
    before = (root / "data" / "cities-2020.xlsx").read_bytes()
    folder = opened(root)
    change = folder.apply("", [Rename("zone", "macao", "macau")])
    assert change.unread == ("data/cities-2020.xlsx: 2024!A2, 2024!A4",)
    assert folder.content("data/cities-2020.xlsx") == before
    assert folder.apply("", [Rename("zone", "huizhou", "hui-zhou")]).unread == ()
