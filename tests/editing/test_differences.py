"""Differences of two versions are told in the file's own terms."""

from __future__ import annotations

from kiosk.exhibit.editing.differences import Difference, differences

BEFORE = b"""\
id: qianhai
name: {en: Qianhai, pt: Qianhai}
panels:
- id: teams
  facts:
  - {id: all, value: 1195}
  - {id: some, value: 5}
"""


def test_fields_are_told_by_the_ids_of_what_they_are_in() -> None:
    after = BEFORE.replace(b"1195", b"1200").replace(b"  - {id: some, value: 5}\n", b"")

    assert differences("zones/qianhai.yaml", BEFORE, after) == (
        Difference(("panels", "teams", "facts", "all", "value"), "1195", "1200"),
        Difference(("panels", "teams", "facts", "some", "id"), "some", None),
        Difference(("panels", "teams", "facts", "some", "value"), "5", None),
    )


def test_what_has_only_moved_is_told_by_its_lines() -> None:
    lines = BEFORE.decode().splitlines(keepends=True)
    moved = "".join([*lines[:5], lines[6], lines[5]]).encode()

    found = differences("zones/qianhai.yaml", BEFORE, moved)
    assert [each.way for each in found] == [(), ()]


def test_comments_and_other_texts_are_told_by_their_lines() -> None:
    assert differences("zones/qianhai.yaml", BEFORE, b"# mine\n" + BEFORE) == (
        Difference((), None, "# mine"),
    )
    assert differences("data/teams.csv", b"a,1\nb,2\n", b"a,1\nb,3\nc,4\n") == (
        Difference((), "b,2", "b,3\nc,4"),
    )


def test_a_file_that_was_not_there_and_one_that_can_not_be_read() -> None:
    assert differences("zones/a.yaml", None, b"id: a\n") == (Difference(("id",), None, "a"),)
    assert differences("zones/a.yaml", b"id: a\n", b"id: [a\n") == (
        Difference((), "id: a", "id: [a"),
    )
    assert differences("pictures/a.jpg", b"\xff\xd8", b"\xff\xd9") == ()
    assert differences("pictures/a.jpg", b"\xff\xd8", b"\xff\xd8") == ()
