"""Keys and signatures: whose a pack is, and that nobody else could have made it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from kiosk.publishing.refusal import PackRefused
from kiosk.publishing.signing import make_keys, read_public_keys, sign, verified_by

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = b'{"version": 7}\n'


def test_only_its_owner_reads_a_private_key(tmp_path: Path) -> None:
    private, _ = make_keys(tmp_path, "museum")

    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    assert b"PRIVATE KEY" in private.read_bytes()


def test_no_key_is_written_over_another(tmp_path: Path) -> None:
    private, _ = make_keys(tmp_path, "museum")
    before = private.read_bytes()

    with pytest.raises(FileExistsError):
        make_keys(tmp_path, "museum")
    assert private.read_bytes() == before
    private.unlink()
    with pytest.raises(FileExistsError):
        make_keys(tmp_path, "museum")
    assert not private.exists()


def test_a_signature_is_known_by_the_public_key(tmp_path: Path) -> None:
    private, public = make_keys(tmp_path, "museum")
    make_keys(tmp_path, "another")

    known = read_public_keys(tmp_path)

    assert public in known
    assert verified_by(MANIFEST, sign(MANIFEST, private), known) == "museum"


def test_every_byte_of_both_counts(tmp_path: Path) -> None:
    private, public = make_keys(tmp_path, "museum")
    signature = sign(MANIFEST, private)

    for at in range(len(MANIFEST)):
        other = MANIFEST[:at] + bytes([MANIFEST[at] ^ 1]) + MANIFEST[at + 1 :]
        assert verified_by(other, signature, [public]) is None
    content = len(b"kiosk-signature museum ")
    for at in range(content, content + 85):
        other = signature[:at] + bytes([signature[at] ^ 1]) + signature[at + 1 :]
        assert verified_by(MANIFEST, other, [public]) is None


def test_another_key_of_that_name_has_not_signed_it(tmp_path: Path) -> None:
    private, _ = make_keys(tmp_path, "museum")
    (tmp_path / "other").mkdir()
    _, other = make_keys(tmp_path / "other", "museum")

    assert verified_by(MANIFEST, sign(MANIFEST, private), [other]) is None


@pytest.mark.parametrize(
    "signature", [b"", b"\xff\x00", b"kiosk-signature museum !", b"kiosk-signature museum AAAA\n"]
)
def test_what_is_no_signature_is_none(tmp_path: Path, signature: bytes) -> None:
    _, public = make_keys(tmp_path, "museum")

    assert verified_by(MANIFEST, signature, [public]) is None


@pytest.mark.parametrize("key", [b"", b"museum", b"-----BEGIN PRIVATE KEY-----\nAAAA\n"])
def test_a_file_that_is_no_key_signs_nothing(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "no.key").write_bytes(key)

    with pytest.raises(PackRefused, match=r"no\.key is no key that `kiosk keys` has made"):
        sign(MANIFEST, tmp_path / "no.key")
    with pytest.raises(PackRefused, match="there is no such file"):
        sign(MANIFEST, tmp_path / "missing.key")


def test_files_that_are_no_keys_are_passed_over(tmp_path: Path) -> None:
    _, public = make_keys(tmp_path, "museum")
    (tmp_path / "a.pub").write_bytes(b"\xff")
    (tmp_path / "b.pub").write_text("kiosk-key short AAAA\n", encoding="ascii")
    (tmp_path / "c.pub").mkdir()

    assert read_public_keys(tmp_path) == (public,)
    assert read_public_keys(tmp_path / "missing") == ()
