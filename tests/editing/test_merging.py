"""Two versions of a file are told apart by their fields, and something of both is made of them."""

from __future__ import annotations

import pytest

from kiosk.exhibit.editing.merging import FieldVersions, field_versions, merged
from tests.exhibit.sound_content import QIANHAI

FILE = "zones/qianhai.yaml"
BEFORE = QIANHAI


def different(theirs: str, ours: str) -> tuple[FieldVersions, ...]:
    found = field_versions(FILE, BEFORE.encode(), theirs.encode(), ours.encode())
    assert found is not None
    return found


def test_each_field_is_told_by_who_has_changed_it() -> None:
    theirs = BEFORE.replace("value: 1195", "value: 1200", 1)
    ours = BEFORE.replace("en: from Hong Kong", "en: from over there", 1)
    found = {each.location: each for each in different(theirs, ours)}
    figure = found["panels", 0, "facts", 0, "value"]
    label = found["panels", 0, "facts", 1, "label", "en"]
    assert len(found) == 2
    assert figure.is_theirs_alone
    assert not figure.is_ours_alone
    assert label.is_ours_alone
    assert not label.is_theirs_alone


def test_what_is_chosen_of_ours_comes_into_theirs_and_their_comments_stay() -> None:
    theirs = "# theirs\n" + BEFORE.replace("value: 1195", "value: 1200   # counted anew", 1)
    ours = BEFORE.replace("en: from Hong Kong", "en: from over there", 1)
    chosen = [each for each in different(theirs, ours) if each.is_ours_alone]
    content = merged(FILE, theirs.encode(), chosen).decode()
    assert content == theirs.replace("en: from Hong Kong", "en: from over there", 1)
    assert merged(FILE, theirs.encode(), []).decode() == theirs


def test_entries_that_one_has_not_come_and_go_whole() -> None:
    entry = BEFORE.index("  - id: hong-kong")
    ours = BEFORE[:entry] + BEFORE[BEFORE.index("  - id: raised") :]
    found = different(BEFORE, ours)
    gone = [each for each in found if each.ours is None]
    assert [each.location for each in gone] == [("panels", 0, "facts", 1)]
    content = merged(FILE, BEFORE.encode(), found).decode()
    assert content == ours
    back = different(ours, BEFORE)
    content = merged(FILE, ours.encode(), back).decode()
    assert field_versions(FILE, None, content.encode(), BEFORE.encode()) == ()


@pytest.mark.parametrize("content", [None, b"a: [", b"\xff"])
def test_what_can_t_be_read_has_no_fields(content: bytes | None) -> None:
    assert field_versions(FILE, None, content, BEFORE.encode()) is None
