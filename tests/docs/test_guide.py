"""How guides are read by the tests: a paragraph that is set anew says the same."""

from __future__ import annotations

from tests.docs.guide import Block, Guide

PAGE = """\
# A page

Type `kiosk
check` at once. It takes ten
seconds.

    kiosk check FOLDER   # all of it

    kiosk doctor

## Steps

1. **Copy it.** Do
   it so:

       cp a b

2. Read `exhibit.yaml`:

   ```yaml
   format: 1
   ```

That is all.

| Key | What |
|---|---|
|  `id`  | a name |
"""


def test_lines_may_break_anywhere() -> None:
    page = Guide(PAGE)

    assert page.says("It takes ten seconds.")
    assert not page.says("cp a b")
    assert page.names == ["kiosk check", "exhibit.yaml", "id"]


def test_what_is_typed_is_found_in_blocks_of_code() -> None:
    assert Guide(PAGE).lines == ["kiosk check FOLDER", "kiosk doctor", "cp a b"]


def test_each_step_is_a_page_of_its_own() -> None:
    first, second = Guide(PAGE).section("Steps").steps

    assert first.prose == "**Copy it.** Do it so:"
    assert first.lines == ["cp a b"]
    assert second.blocks == [Block("Read `exhibit.yaml`:", "yaml", "format: 1\n")]
    assert not second.says("That is all.")


def test_a_table_is_read_cell_by_cell() -> None:
    assert Guide(PAGE).rows[-1] == ["`id`", "a name"]
