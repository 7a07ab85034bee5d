"""What others name is deleted with these mentions, or they name another thing; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.deleting import mentions_of
from kiosk.exhibit.editing.left_without import LeftWithout, left_without
from kiosk.exhibit.editing.naming_deletion import deletion_of, namings_to_tell, others_like
from kiosk.exhibit.editing.refusals import EditRefused
from tests.editing.folders import contents, copied, messages, opened, written

if TYPE_CHECKING:
    from pathlib import Path

SOURCE, ANOTHER = "peoples-daily-2024-06-16", "xinhua-2021-09-07"


def test_a_source_is_replaced_by_another_everywhere_in_one_step(tmp_path: Path) -> None:
    root = copied(tmp_path)
    before = contents(root)
    folder = opened(root)
    assert ANOTHER in others_like(folder.draft(), "source", SOURCE)
    deletion = deletion_of(folder.draft(), "source", SOURCE, instead=ANOTHER)
    assert {each.file for each in deletion.told} >= {"zones/qianhai.yaml"}
    folder.apply("Delete", deletion.edits)
    written(folder)
    assert messages(root) == []
    assert mentions_of(folder.draft(), "source", SOURCE) == ()
    folder.undo()
    written(folder)
    assert contents(root) == before


def test_without_another_the_mentions_go(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    deletion = deletion_of(folder.draft(), "source", SOURCE)
    folder.apply("Delete", deletion.edits)
    assert mentions_of(folder.draft(), "source", SOURCE) == ()
    assert folder.yaml("sources.yaml").document.root.at((SOURCE,)) is None


def test_what_becomes_of_each_mention_is_known_before(tmp_path: Path) -> None:
    """What is said to be shown no more is what the check then leaves out, and nothing else is."""
    root = copied(tmp_path)
    folder = opened(root)
    deletion = deletion_of(folder.draft(), "source", SOURCE)
    left = {
        (each.file, each.location): left_without(
            folder.yaml(each.file).document.root, each, "source"
        )
        for each in deletion.told
    }
    hidden = {file for (file, _), becomes in left.items() if becomes.hides}
    assert left["zones/hengqin.yaml", ("panels", 0, "source")] is LeftWithout.SOME_NOT_SHOWN
    assert LeftWithout.OTHERS_STAY in left.values()
    folder.apply("Delete", deletion.edits)
    written(folder)
    said = {message.split(":")[0] for message in messages(root)}
    assert said == hidden


def test_a_unit_that_is_replaced_leaves_a_sound_exhibit(tmp_path: Path) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    edits = deletion_of(folder.draft(), "unit", "teams", instead="projects").edits
    folder.apply("Delete", edits)
    written(folder)
    assert messages(root) == []


def test_a_place_can_be_replaced_by_another(tmp_path: Path) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    deletion = deletion_of(folder.draft(), "zone", "nansha", instead="qianhai")
    told = namings_to_tell(deletion, "zones/nansha.yaml")
    assert told
    assert all(each.location[0] != "zones" for each in told if each.file == "exhibit.yaml")
    folder.apply("Delete", deletion.edits)
    assert folder.content("zones/nansha.yaml") is None
    steps = folder.yaml("tours/officials.yaml").document.root.plain()["steps"]
    assert not any(each.get("place", "").startswith("nansha") for each in steps)
    written(folder)
    assert messages(root) == []
    listed = folder.yaml("exhibit.yaml").document.root.plain()["zones"]
    assert listed.count("qianhai") == 1


def test_a_picture_goes_with_the_pages_key_that_names_it(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    deletion = deletion_of(folder.draft(), "picture", "qianhai-desk.svg")
    assert [each.file for each in deletion.told] == ["zones/qianhai.yaml"]
    folder.apply("Delete", deletion.edits)
    assert folder.content("pictures/qianhai-desk.svg") is None


@pytest.mark.parametrize("kind", ["source", "unit", "term"])
def test_what_is_not_there_is_refused(tmp_path: Path, kind: str) -> None:
    folder = opened(copied(tmp_path))
    with pytest.raises(EditRefused):
        deletion_of(folder.draft(), kind, "nothing-like-it")
