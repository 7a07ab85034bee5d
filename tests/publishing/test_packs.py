"""Packs: the same bytes for the same content, and nothing that is not what they say."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from kiosk.publishing.manifest import PackDraft
from kiosk.publishing.packed_names import MANIFEST
from kiosk.publishing.packing import pack
from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import SIGNATURE, make_keys
from kiosk.publishing.unpacking import opened_pack, unpack
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.exhibit.sound_content import Content

MADE = datetime.datetime(2026, 1, 31, 10, 20, 31, tzinfo=datetime.UTC)
BEFORE_1980 = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def packed(tmp_path: Path, content: Content) -> Path:
    """A pack of sound content with a clip, a picture's folder, and things that belong to nobody."""
    folder = content.folder
    (folder / "speech" / "en").mkdir(parents=True)
    (folder / "speech" / "index.jsonl").write_text("{}\n", encoding="utf-8")
    (folder / "speech" / "en" / "0123456789abcdef.opus").write_bytes(b"OggS")
    (folder / "speech" / "en" / "notes.txt").write_text("ours", encoding="utf-8")
    (folder / "README.md").write_text("how we write", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("x", encoding="utf-8")
    pack(folder, tmp_path / "a.kiosk.zip", note="Ilha Verde é nova", made=MADE)
    return tmp_path / "a.kiosk.zip"


def unpacked(packed: Path) -> dict[str, bytes]:
    target = packed.with_suffix(".folder")
    shutil.rmtree(target, ignore_errors=True)
    with opened_pack(packed) as opened:
        unpack(opened, target)
    return {
        str(file.relative_to(target)): file.read_bytes()
        for file in sorted(target.rglob("*"))
        if file.is_file()
    }


def why_refused(packed: Path) -> str:
    with pytest.raises(PackRefused) as refused, opened_pack(packed) as opened:
        unpack(opened, packed.with_suffix(".refused"))
    return str(refused.value.reason)


def rewritten(packed: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """A zip of the same files after a change of them."""
    with zipfile.ZipFile(packed) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    change(files)
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed


def with_manifest(packed: Path, **changed: object) -> Path:
    def change(files: dict[str, bytes]) -> None:
        told = json.loads(files[MANIFEST])
        told.update(changed)
        files[MANIFEST] = json.dumps(told).encode()

    return rewritten(packed, change)


def test_a_pack_has_what_an_exhibit_is_made_of(packed: Path, content: Content) -> None:
    files = unpacked(packed)

    del files[MANIFEST]
    mine = {str(file.relative_to(content.folder)) for file in content.folder.rglob("*.*")}
    assert set(files) == {
        name for name in mine if not name.startswith((".git", "README")) and "notes" not in name
    }
    assert all((content.folder / name).read_bytes() == held for name, held in files.items())


def test_the_same_content_makes_the_same_bytes(
    packed: Path, content: Content, tmp_path: Path
) -> None:
    """In another process, from a copy with other times, orders and modes of its files."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in sorted(content.folder.rglob("*"), reverse=True):
        if file.is_file():
            target = copy / file.relative_to(content.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
            target.chmod(0o600)
            os.utime(target, (0, 0))
    words = ("pack", copy, "--out", tmp_path / "b.zip", "--note", "Ilha Verde é nova")
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(MADE.timestamp())),
        "TZ": "Asia/Macau",
    }

    done = subprocess.run(
        [sys.executable, "main.py", *map(str, words)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "b.zip").read_bytes() == packed.read_bytes()


def test_a_pack_is_of_its_last_change(content: Content, tmp_path: Path) -> None:
    for file in content.folder.rglob("*"):
        os.utime(file, (1_000_000, 1_000_000))
    os.utime(content.folder, (1_000_000, 1_000_000))
    os.utime(content.folder / "zones" / "qianhai.yaml", (2_000_000, 2_000_000))

    changed = pack(content.folder, tmp_path / "a.zip").manifest
    (content.folder / "zones" / "more.txt").write_text("x", encoding="utf-8")
    (content.folder / "zones" / "more.txt").unlink()
    deleted = pack(content.folder, tmp_path / "a.zip").manifest

    assert changed.version == 2_000_000
    assert deleted.version > changed.version, "which files there are has changed"


def test_a_time_that_no_zip_can_say_is_in_the_manifest(content: Content, tmp_path: Path) -> None:
    pack(content.folder, tmp_path / "old.zip", made=BEFORE_1980)

    with opened_pack(tmp_path / "old.zip") as opened:
        assert opened.manifest.made == BEFORE_1980


def test_every_byte_counts(packed: Path) -> None:
    """One bit turned anywhere: refused, or what comes out is what was put in."""
    sound, right = packed.read_bytes(), unpacked(packed)
    refused = 0
    for at in range(0, len(sound), max(1, len(sound) // 150)):
        packed.write_bytes(sound[:at] + bytes([sound[at] ^ 4]) + sound[at + 1 :])
        try:
            assert unpacked(packed) == right
        except PackRefused:
            refused += 1
    assert refused > 75


def test_no_beginning_of_a_pack_is_taken(packed: Path) -> None:
    sound = packed.read_bytes()
    for length in range(0, len(sound), max(1, len(sound) // 60)):
        packed.write_bytes(sound[:length])
        why_refused(packed)


CHANGES: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "changed": (lambda files: files.update({"units.yaml": b"other"}), "units.yaml"),
    "missing": (lambda files: files.pop("units.yaml"), "units.yaml is missing"),
    "one more": (
        lambda files: files.update({"more.yaml": b""}),
        "more.yaml is not in its manifest",
    ),
    "a folder": (lambda files: files.update({"zones/": b""}), "zones/ is no plain file"),
    "out of it": (lambda files: files.update({"../x.yaml": b""}), "../x.yaml is not in its"),
    "no manifest": (lambda files: files.pop(MANIFEST), "it has no manifest.json"),
    "no sense": (lambda files: files.update({MANIFEST: b"[" * 100_000}), "can't be read"),
    "endless manifest": (lambda files: files.update({MANIFEST: b" " * 5_000_000}), "too large"),
}


@pytest.mark.parametrize(("change", "why"), CHANGES.values(), ids=CHANGES)
def test_what_is_not_what_it_says_is_refused(
    packed: Path, change: Callable[[dict[str, bytes]], object], why: str
) -> None:
    assert why in why_refused(rewritten(packed, change))


NAMES = {
    "up and out": ("zones/../../x.yaml", "no exhibit has a file of that name"),
    "whole path": ("/etc/x.yaml", "no exhibit has a file of that name"),
    "hidden": ("zones/.x.yaml", "no exhibit has a file of that name"),
    "program": ("run.sh", "no exhibit has a file of that name"),
    "drive": ("zones/C:x.yaml", "Windows allows no : in a name"),
    "backslash": ("zones/a\\b.yaml", "Windows allows no \\ in a name"),
    "device": ("pictures/con.png", "Windows allows no such name"),
    "device with a number": ("pictures/COM¹.svg", "Windows allows no such name"),
    "dot at the end": ("pictures/x.", "Windows allows no such name"),
    "line break": ("pictures/a\nb.png", "a letter that nobody sees"),
    "right to left": ("pictures/a\u202egnp.svg", "a letter that nobody sees"),
    "decomposed": ("pictures/e\u0301.png", "NFC"),
    "too long": (f"pictures/{'é' * 100}.png", "more than 200 bytes"),
    "another case": ("Exhibit.yaml", "are one file on some systems"),
}


@pytest.mark.parametrize(("name", "why"), NAMES.values(), ids=NAMES)
def test_a_name_that_some_system_reads_otherwise_is_refused(
    packed: Path, name: str, why: str
) -> None:
    told = json.loads(zipfile.ZipFile(packed).read(MANIFEST))["files"]
    told[name] = told["exhibit.yaml"]

    def add(files: dict[str, bytes]) -> None:
        files[name] = files["exhibit.yaml"]

    assert why in why_refused(with_manifest(rewritten(packed, add), files=told))


@pytest.mark.parametrize(
    "changed",
    [
        {"format": 2},
        {"format": True},
        {"version": -1},
        {"version": "7"},
        {"made": "yesterday"},
        {"made": "2026-01-31T10:20:31"},
        {"files": {}},
        {"files": {"exhibit.yaml": {"size": 1, "sha256": "0" * 63}}},
        {"files": {"exhibit.yaml": {"size": 2**40, "sha256": "0" * 64}}},
        {"note": "x" * 501},
        {"surprise": 1},
        {"draft": {"kiosk": "", "until": "2026-02-30"}},
    ],
    ids=str,
)
def test_a_manifest_that_we_do_not_write_is_refused(
    packed: Path, changed: dict[str, object]
) -> None:
    assert "manifest.json can't be read" in why_refused(with_manifest(packed, **changed))


def test_a_name_twice_in_a_zip_is_refused(packed: Path) -> None:
    with (
        zipfile.ZipFile(packed, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("units.yaml", b"another")

    assert why_refused(packed) == "units.yaml is in it twice"


def test_a_link_in_a_zip_is_refused(packed: Path) -> None:
    entry = zipfile.ZipInfo("words/x.yaml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(entry, "/etc/passwd")

    assert why_refused(packed) == "words/x.yaml is no plain file"


def test_a_bomb_ends_where_its_size_was_told(packed: Path) -> None:
    """Half a gigabyte of nothing in half a megabyte is not written to the disk."""
    with zipfile.ZipFile(packed) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    told = json.loads(files[MANIFEST])
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in files.items():
            if name != "units.yaml":
                archive.writestr(name, held)
        with archive.open("units.yaml", "w", force_zip64=True) as bomb:
            for _ in range(64):
                bomb.write(bytes(2**20))
    size = told["files"]["units.yaml"]["size"]

    assert why_refused(packed) == "units.yaml is larger or smaller than the pack says"
    lying = packed.read_bytes().replace(
        (64 * 2**20).to_bytes(4, "little"), size.to_bytes(4, "little")
    )
    packed.write_bytes(lying)
    why_refused(packed)
    written = packed.with_suffix(".refused") / "units.yaml"
    assert not written.exists() or written.stat().st_size <= size


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "nothing"])
def test_what_is_no_file_is_no_pack(tmp_path: Path, packed: Path, kind: str) -> None:
    place = tmp_path / "x.kiosk.zip"
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "link":
        place.symlink_to(packed)
    elif kind == "folder":
        place.mkdir()

    why_refused(place)


def test_an_unpacked_pack_is_looked_at_like_a_pack(packed: Path) -> None:
    unpacked(packed)
    folder = packed.with_suffix(".folder")

    with opened_pack(folder) as opened:
        assert opened.manifest.note == "Ilha Verde é nova"
    (folder / "more.yaml").write_text("x", encoding="utf-8")
    assert why_refused(folder) == "more.yaml is not in its manifest"


def test_a_folder_without_a_manifest_is_taken_as_it_is(content: Content, tmp_path: Path) -> None:
    with opened_pack(content.folder) as opened:
        unpack(opened, tmp_path / "out")

    assert (tmp_path / "out" / MANIFEST).exists()
    assert opened.signature is None


def test_what_no_exhibit_may_have_is_not_packed(content: Content, tmp_path: Path) -> None:
    (content.folder / "pictures").mkdir(exist_ok=True)
    (content.folder / "pictures" / "con.png").write_bytes(b"x")

    with pytest.raises(PackRefused, match=r"pictures/con\.png: Windows allows no such name"):
        pack(content.folder, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists()


def test_a_draft_says_for_whom_and_how_long(content: Content, tmp_path: Path) -> None:
    draft = PackDraft(kiosk="entrance", until=datetime.date(2026, 2, 28))
    pack(content.folder, tmp_path / "a.zip", draft=draft)

    with opened_pack(tmp_path / "a.zip") as opened:
        assert opened.manifest.draft == draft


def test_a_signature_lies_beside_the_manifest(content: Content, tmp_path: Path) -> None:
    private, _ = make_keys(tmp_path, "museum")
    assert pack(content.folder, tmp_path / "a.zip", key_file=private).signed

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist()[:2] == [MANIFEST, SIGNATURE]
        assert archive.read(SIGNATURE).startswith(b"kiosk-signature museum ")
