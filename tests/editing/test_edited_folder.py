"""Edits are undone byte for byte, and nobody else's work is ever overwritten."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing import edited_folder
from kiosk.exhibit.editing.disk_files import write_content
from kiosk.exhibit.editing.edits import (
    DeleteFile,
    NewFile,
    Rename,
    RenameFile,
    SetContent,
    SetText,
)
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from tests.editing.folders import contents, opened, with_files, written

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edited_folder import EditedFolder
    from kiosk.exhibit.editing.folder_changes import Written
    from kiosk.text.folder import ContentFolder

NAME = ("name", "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_files(
        tmp_path,
        exhibit="format: 1\n",
        zones__a="id: a\nname: {en: A}\n",
        zones__b="id: b\nname: {en: B}\n",
    )


def typed(folder: EditedFolder, words: str, zone: str = "a") -> None:
    folder.apply("Type", [SetText(f"zones/{zone}.yaml", NAME, words)], joins=f"{zone}/name")


def said(folder: EditedFolder, zone: str = "a") -> str:
    found = folder.yaml(f"zones/{zone}.yaml").document.root.at(NAME)
    assert found is not None
    return str(found.value)


def test_an_edit_is_seen_at_once_and_is_on_the_disk_when_written(root: Path) -> None:
    folder = opened(root)
    change = folder.apply("Name", [SetText("zones/a.yaml", NAME, "New")])
    assert change.files == ("zones/a.yaml",)
    assert said(folder) == "New"
    assert "New" not in (root / "zones/a.yaml").read_text()
    assert written(folder).files == ("zones/a.yaml",)
    assert (root / "zones/a.yaml").read_text() == "id: a\nname: {en: New}\n"
    assert folder.pending() is None


def test_all_edits_of_a_step_or_none(root: Path) -> None:
    folder, before = opened(root), contents(root)
    with pytest.raises(EditRefused):
        folder.apply("", [SetText("zones/a.yaml", NAME, "x"), DeleteFile("zones/none.yaml")])
    assert folder.pending() is None
    assert contents(root) == before


def test_what_is_typed_in_one_field_is_one_step(root: Path) -> None:
    folder = opened(root)
    for words in ("N", "Ne", "New"):
        typed(folder, words)
    folder.end_run()
    typed(folder, "Newer")
    typed(folder, "Other", zone="b")
    folder.undo()
    assert (said(folder), said(folder, "b")) == ("Newer", "B")
    folder.undo()
    assert said(folder) == "New"
    folder.undo()
    assert said(folder) == "A"
    assert folder.undo() is None
    assert folder.pending() is None


def test_what_is_typed_and_taken_back_is_no_step(root: Path) -> None:
    folder = opened(root)
    typed(folder, "New")
    typed(folder, "A")
    assert folder.undo_label == ""


def test_undo_and_redo_bring_back_every_byte_of_every_kind_of_file(root: Path) -> None:
    (root / "pictures").mkdir()
    (root / "pictures/old.png").write_bytes(b"\x89PNG\0old")
    folder, before = opened(root), contents(root)
    folder.apply("Add", [NewFile("pictures/new.png", b"\x89PNG\0new")])
    folder.apply("Drop", [DeleteFile("pictures/old.png"), DeleteFile("zones/b.yaml")])
    folder.apply("Table", [SetContent("data/t.csv", b"\xff\xfea\0")])
    folder.apply("Call", [RenameFile("zones/a.yaml", "zones/c.yaml")])
    written(folder)
    edited = contents(root)
    assert edited.keys() == {"exhibit.yaml", "pictures/new.png", "data/t.csv", "zones/c.yaml"}
    assert [change.label for change in iter(folder.undo, None)] == ["Call", "Table", "Drop", "Add"]
    written(folder)
    assert contents(root) == before
    assert [change.label for change in iter(folder.redo, None)] == ["Add", "Drop", "Table", "Call"]
    written(folder)
    assert contents(root) == edited


def test_an_edit_after_an_undo_ends_the_way_forward(root: Path) -> None:
    folder = opened(root)
    typed(folder, "New")
    folder.undo()
    assert folder.redo_label == "Type"
    typed(folder, "Else")
    assert folder.redo() is None


def test_an_edit_begins_with_what_others_have_saved(root: Path) -> None:
    folder = opened(root)
    (root / "zones/a.yaml").write_text("id: a\n# theirs\nname: {en: A}\n")
    typed(folder, "New")
    assert not written(folder).elsewhere
    assert (root / "zones/a.yaml").read_text() == "id: a\n# theirs\nname: {en: New}\n"


def test_a_file_that_others_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    folder = opened(root)
    typed(folder, "Ours")
    typed(folder, "Ours", zone="b")
    theirs = b"id: a\nname: {en: Theirs}\n"
    (root / "zones/a.yaml").write_bytes(theirs)
    found = written(folder)
    assert found.files == ("zones/b.yaml",)
    (elsewhere,) = found.elsewhere
    assert (elsewhere.file, elsewhere.theirs) == ("zones/a.yaml", theirs)
    assert elsewhere.ours == b"id: a\nname: {en: Ours}\n"
    assert (root / "zones/a.yaml").read_bytes() == theirs
    assert folder.pending() is None
    with pytest.raises(EditRefused) as refused:
        folder.apply("Both", [SetText(f"zones/{each}.yaml", NAME, "Both") for each in "ab"])
    assert refused.value.refusal is EditRefusal.CONFLICT


def in_conflict(root: Path) -> EditedFolder:
    folder = opened(root)
    typed(folder, "Ours")
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Theirs}\n")
    written(folder)
    return folder


def test_what_is_typed_on_belongs_to_our_version_until_somebody_has_chosen(root: Path) -> None:
    folder = in_conflict(root)
    typed(folder, "Ours too")
    (conflict,) = folder.conflicts
    assert conflict.ours == b"id: a\nname: {en: Ours too}\n"
    assert folder.pending() is None
    folder.keep_ours("zones/a.yaml")
    assert written(folder).files == ("zones/a.yaml",)
    assert said(folder) == "Ours too"


def test_the_other_version_is_the_one_on_the_disk_when_somebody_chooses(root: Path) -> None:
    folder = in_conflict(root)
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Theirs with more}\n")
    conflict = folder.versions_by_now("zones/a.yaml")
    assert conflict is not None
    assert conflict.theirs == b"id: a\nname: {en: Theirs with more}\n"
    # It grows once more between the look and the choice: that is noticed as any other save is.
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Theirs with still more}\n")
    folder.accept_theirs("zones/a.yaml")
    assert folder.refresh() == ("zones/a.yaml",)
    assert said(folder) == "Theirs with still more"
    typed(folder, "Ours after all")
    assert not written(folder).elsewhere


@pytest.mark.parametrize("theirs", ["A", "Ours"])
def test_where_nothing_is_to_be_chosen_any_more_ours_is_written(root: Path, theirs: str) -> None:
    folder = in_conflict(root)
    (root / "zones/a.yaml").write_text(f"id: a\nname: {{en: {theirs}}}\n")
    assert folder.versions_by_now("zones/a.yaml") is None
    pending = folder.pending()
    assert (pending is None) is (theirs == "Ours")
    if pending is not None:
        folder.write(pending)
    assert (root / "zones/a.yaml").read_text() == "id: a\nname: {en: Ours}\n"


def test_whoever_takes_all_of_it_back_has_the_version_of_the_others(root: Path) -> None:
    folder = in_conflict(root)
    folder.undo()
    assert said(folder) == "Theirs"
    assert not folder.conflicts
    assert folder.refresh() == ("zones/a.yaml",)


def test_a_file_that_others_have_added_is_there(root: Path) -> None:
    folder = opened(root)
    assert folder.refresh() == ()
    (root / "zones/c.yaml").write_text("id: c\nname: {en: C}\n")
    assert folder.refresh() == ("zones/c.yaml",)
    assert said(folder, "c") == "C"


def test_their_version_can_be_taken_and_is_never_undone_over(root: Path) -> None:
    folder = opened(root)
    typed(folder, "Ours", zone="b")
    typed(folder, "Ours")
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Theirs}\n")
    written(folder)
    folder.accept_theirs("zones/a.yaml")
    assert said(folder) == "Theirs"
    with pytest.raises(EditRefused) as refused:
        folder.undo()
    assert refused.value.refusal is EditRefusal.CHANGED_ELSEWHERE
    change = folder.undo()
    assert change is not None
    assert said(folder, "b") == "B"
    assert said(folder) == "Theirs"


def test_our_version_can_be_kept_and_then_be_undone(root: Path) -> None:
    folder = opened(root)
    typed(folder, "Ours")
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Theirs}\n")
    written(folder)
    folder.keep_ours("zones/a.yaml")
    written(folder)
    assert (root / "zones/a.yaml").read_text() == "id: a\nname: {en: Ours}\n"
    folder.undo()
    assert said(folder) == "A"


def test_what_others_saved_after_us_is_not_undone_over(root: Path) -> None:
    folder = opened(root)
    typed(folder, "Ours")
    written(folder)
    (root / "zones/a.yaml").write_text("id: a\nname: {en: Ours}\n# theirs\n")
    assert folder.refresh() == ("zones/a.yaml",)
    with pytest.raises(EditRefused):
        folder.undo()
    assert (root / "zones/a.yaml").read_text().endswith("# theirs\n")
    assert folder.pending() is None


def test_edits_made_while_something_is_written_are_written_next(root: Path) -> None:
    folder = opened(root)
    typed(folder, "First")
    pending = folder.pending()
    assert pending is not None
    typed(folder, "Second")
    folder.write(pending)
    assert "First" in (root / "zones/a.yaml").read_text()
    assert not written(folder).elsewhere
    assert "Second" in (root / "zones/a.yaml").read_text()


def test_what_was_pending_twice_is_written_twice(root: Path) -> None:
    folder = opened(root)
    typed(folder, "First")
    first = folder.pending()
    typed(folder, "Second")
    second = folder.pending()
    assert first is not None
    assert second is not None
    folder.write(first)
    assert not folder.write(second).elsewhere
    assert "Second" in (root / "zones/a.yaml").read_text()


def test_a_file_that_can_t_be_written_is_told_and_stays_pending(root: Path) -> None:
    folder = opened(root)
    folder.apply("", [NewFile("words/fr.yaml", b""), SetContent("words/fr.yaml/x.yaml", b"")])
    found = written(folder)
    assert [name for name, _ in found.failed] == ["words/fr.yaml/x.yaml"]
    assert folder.pending() is not None


def test_a_worker_writes_while_edits_go_on(root: Path) -> None:
    folder, before = opened(root), contents(root)
    ended = threading.Event()

    def write() -> list[Written]:
        found = []
        while not ended.is_set() or folder.pending() is not None:
            pending = folder.pending()
            if pending is not None:
                found.append(folder.write(pending))
            folder.refresh()
        return found

    with ThreadPoolExecutor(1) as workers:
        outcome = workers.submit(write)
        for number in range(100):
            folder.apply("a", [SetText("zones/a.yaml", NAME, f"{number}")])
            folder.apply("b", [SetText("zones/b.yaml", ("introduction", "en"), f"{number}")])
            if number % 7 == 0:
                folder.undo()
        ended.set()
        found = outcome.result()
    assert not any(each.elsewhere or each.failed for each in found)
    assert said(folder) == "99"
    assert (root / "zones/a.yaml").read_text() == "id: a\nname: {en: 99}\n"
    for _ in iter(folder.undo, None):
        pass
    written(folder)
    assert contents(root) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't lock a folder")
def test_of_two_who_write_a_file_at_once_one_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = opened(root), opened(root)
    typed(ours, "Ours")
    theirs.apply("Type", [SetText("zones/a.yaml", ("id",), "theirs")])
    found: list[Written] = []
    other = threading.Thread(target=lambda: found.append(written(theirs)))

    def write_while_another_does(folder: ContentFolder, file: str, content: bytes | None) -> None:
        if other.ident is None:
            other.start()
            # He has a while in which to look at the file that is about to be another one.
            other.join(0.3)
        write_content(folder, file, content)

    monkeypatch.setattr(edited_folder, "write_content", write_while_another_does)
    found.append(written(ours))
    other.join()
    assert sorted(len(each.elsewhere) for each in found) == [0, 1]
    assert (root / "zones/a.yaml").read_text() == "id: a\nname: {en: Ours}\n"
    (conflict,) = theirs.conflicts
    assert conflict.ours == b"id: theirs\nname: {en: A}\n"


def test_what_became_a_folder_or_a_link_to_elsewhere_hinders_no_other_file(
    root: Path, tmp_path: Path
) -> None:
    folder = opened(root)
    for gone in ("exhibit.yaml", "zones/a.yaml"):
        (root / gone).unlink()
    (root / "exhibit.yaml").mkdir()
    (tmp_path / "elsewhere.yaml").write_text("id: a\n")
    (root / "zones/a.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (root / "zones/b.yaml").write_text("id: b\nname: {en: Theirs}\n")
    assert folder.refresh() == ("zones/b.yaml",)
    with pytest.raises(EditRefused):
        typed(folder, "Ours")
    assert (tmp_path / "elsewhere.yaml").read_text() == "id: a\n"


def test_what_was_worked_out_beside_is_made_and_loses_nothing_typed_meanwhile(root: Path) -> None:
    folder = opened(root)
    before = contents(root)
    tried = folder.tried("Rename", (Rename("zone", "a", "c"),))
    assert said(folder) == "A", "nothing is done yet"
    typed(folder, "Other", "b")
    typed(folder, "Else", "a")

    change = folder.adopt(tried)

    assert set(change.files) == {"zones/a.yaml", "zones/c.yaml"}
    assert said(folder, "c") == "Else"
    assert said(folder, "b") == "Other"
    for _ in range(3):
        folder.undo()
    assert folder.pending() is None, "all is as it was"
    assert contents(root) == before
