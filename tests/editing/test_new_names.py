"""One rule for names, whether something is made, copied, renamed or brought along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.edits import Duplicate, NewFile, Rename, RenameFile
from kiosk.exhibit.editing.new_names import refuse_bad_file, sound_name
from kiosk.exhibit.editing.new_things import new_tour, new_zone
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from tests.editing.folders import contents, copied, opened

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edits import Edit

OLD = "qianhai-campus.svg"
BAD, DEVICE, TAKEN = EditRefusal.BAD_FILE_NAME, EditRefusal.DEVICE, EditRefusal.FILE_TAKEN
FILES = [
    ("con.svg", DEVICE),
    ("COM1.svg", DEVICE),
    ("nul .svg", DEVICE),
    ("aux.tar.svg", DEVICE),
    ("a\n.svg", BAD),
    ("a\0.svg", BAD),
    ("a/b.svg", BAD),
    ("../b.svg", BAD),
    ("a\\b.svg", BAD),
    ("a:b.svg", BAD),
    ("a\u202egvs.svg", BAD),
    ("a\u200b.svg", BAD),
    ("a\ud800.svg", BAD),
    (" a.svg", BAD),
    ("a.svg ", BAD),
    ("a.svg.", BAD),
    (".a.svg", BAD),
    ("~a.svg", BAD),
    ("a", BAD),
    ("", BAD),
    ("灣" * 70 + ".svg", BAD),
    ("Qianhai-Campus-2.SVG", TAKEN),
    ("cafe\u0301.svg", TAKEN),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The shipped content with two more pictures."""
    root = copied(tmp_path)
    for name in ("qianhai-campus-2.svg", "caf\u00e9.svg"):
        (root / "pictures" / name).write_text("<svg/>", encoding="utf-8")
    return root


def _refused(root: Path, edit: Edit) -> EditRefusal:
    """Why it is refused, with nothing changed."""
    folder, before = opened(root), contents(root)
    with pytest.raises(EditRefused) as refused:
        folder.apply("", [edit])
    assert folder.pending() is None
    assert contents(root) == before
    return refused.value.refusal


@pytest.mark.parametrize(("name", "refusal"), FILES)
def test_a_name_that_no_system_or_not_every_system_has_is_refused(
    root: Path, name: str, refusal: EditRefusal
) -> None:
    new = f"pictures/{name}"

    assert _refused(root, Rename("picture", OLD, name)) is refusal
    assert _refused(root, RenameFile(f"pictures/{OLD}", new)) is refusal
    assert _refused(root, NewFile(new, b"<svg/>")) is refusal


@pytest.mark.parametrize(
    ("edit", "refusal"),
    [
        (Rename("panel", "qianhai/teams", "con"), DEVICE),
        (Rename("fact", "qianhai/teams/all", "lpt1"), DEVICE),
        (Rename("zone", "qianhai", "nul"), DEVICE),
        (Rename("zone", "qianhai", "bay"), EditRefusal.SCREEN),
        (Rename("zone", "qianhai", "home"), EditRefusal.SCREEN),
        (Rename("zone", "qianhai", "hong-kong"), EditRefusal.ID_TAKEN),
        (Rename("tour", "ten-minutes", "prn"), DEVICE),
        (Rename("source", "peoples-daily-2024-06-16", "aux"), DEVICE),
        (NewFile("zones/con.yaml", b"id: con"), DEVICE),
        (NewFile("zones/Qianhai.yaml", b"id: q"), TAKEN),
        (NewFile("elsewhere/q.yaml", b"id: q"), BAD),
    ],
)
def test_whatever_has_a_name_follows_the_rule(root: Path, edit: Edit, refusal: EditRefusal) -> None:
    assert _refused(root, edit) is refusal


def test_what_is_new_follows_the_rule(root: Path) -> None:
    draft = opened(root).draft()

    for own, refusal in (("con", DEVICE), ("list", EditRefusal.SCREEN)):
        with pytest.raises(EditRefused) as refused:
            new_zone(draft, own, "at: [1, 2]", "2026-11")
        assert refused.value.refusal is refusal
    with pytest.raises(EditRefused) as refused:
        new_tour(draft, "nul")
    assert refused.value.refusal is DEVICE


def test_a_copy_takes_no_name_that_differs_in_large_letters_alone(root: Path) -> None:
    (root / "zones/Qianhai-2.yaml").write_text("id: other\n", encoding="utf-8")

    assert _refused(root, Duplicate("zones/qianhai.yaml")) is TAKEN


def test_a_file_may_change_the_size_of_its_letters(root: Path) -> None:
    folder = opened(root)
    folder.apply("", [Rename("picture", OLD, "Qianhai-Campus.svg")])

    assert "pictures/Qianhai-Campus.svg" in folder.names("pictures")
    assert f"pictures/{OLD}" not in folder.names("pictures")


@pytest.mark.parametrize(
    ("brought", "name"),
    [
        ("pier.jpg", "pier.jpg"),
        ("CON.jpg", "CON-file.jpg"),
        ("a\n b.jpg", "a b.jpg"),
        (".hidden.jpg", "hidden.jpg"),
        ("pier?.jpg ", "pier-.jpg"),
        ("cafe\u0301.jpg", "caf\u00e9.jpg"),
        ("\u202egpj.exe.jpg", "gpj.exe.jpg"),
        ("灣" * 90 + ".jpg", "灣" * 65 + ".jpg"),
        ("...", "file"),
    ],
)
def test_a_file_from_elsewhere_is_called_as_it_can_be(brought: str, name: str) -> None:
    assert sound_name(brought) == name
    if "." in name:
        refuse_bad_file(f"pictures/{name}", ())
