"""Who made a pack: keys and signatures of Ed25519 (RFC 8032), by the library `cryptography`.

A private key is kept as PKCS 8 in PEM, which only its owner may read.  A public key is one line
that can be read out, `kiosk-key NAME BASE64`; a signature is one line too.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, NamedTuple

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.atomic_file import PRIVATE, write_new_text
from kiosk.plain_file import FileRefused, read_plain_bytes, read_plain_text
from kiosk.publishing.refusal import PackRefused
from kiosk.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIGNATURE = "manifest.sig"
SIGNATURE_LIMIT_BYTES = 1024
PRIVATE_ENDING, PUBLIC_ENDING = ".key", ".pub"
KEY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

_KEY_LIMIT_BYTES = 4096
_KEYS_LIMIT = 100
_LINE = re.compile(r"kiosk-(key|signature) (\S+) ([A-Za-z0-9+/]+=*)\n?")


class PublicKey(NamedTuple):
    """A key by which signatures are known, under the name that its owner has given it."""

    name: str
    content: bytes

    def line(self) -> str:
        """The key as it is written into a file."""
        return f"kiosk-key {self.name} {base64.b64encode(self.content).decode()}\n"


def make_keys(folder: Path, name: str) -> tuple[Path, PublicKey]:
    """Make a pair of keys: `NAME.key` for who publishes, `NAME.pub` for the machines.

    Raises FileExistsError where one is there, and another OSError where none can be written.
    """
    key = Ed25519PrivateKey.generate()
    private = folder / f"{name}{PRIVATE_ENDING}"
    public = folder / f"{name}{PUBLIC_ENDING}"
    if public.exists():
        raise FileExistsError(public)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    known = PublicKey(name, _raw(key.public_key()))
    write_new_text(private, pem.decode(), mode=PRIVATE)
    write_new_text(public, known.line())
    return private, known


def sign(manifest: bytes, key_file: Path) -> bytes:
    """The signature of a manifest by the private key in `key_file`.  Raises PackRefused."""
    try:
        written = read_plain_bytes(key_file, _KEY_LIMIT_BYTES)
    except FileRefused as error:
        raise PackRefused(
            Phrase(
                "the key {file} can't be read: {reason}", file=key_file.name, reason=error.reason
            )
        ) from None
    try:
        key = serialization.load_pem_private_key(written, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise PackRefused(Phrase("{file} is no key that `kiosk keys` has made", file=key_file.name))
    signature = base64.b64encode(key.sign(manifest)).decode()
    return f"kiosk-signature {key_file.stem} {signature}\n".encode()


def verified_by(manifest: bytes, signature: bytes, known: Iterable[PublicKey]) -> str | None:
    """The name of the known key that has signed these bytes; None where none of them has.

    The name in the signature is a hint for people: any known key may be the one.
    """
    found = _LINE.fullmatch(signature.decode("ascii", "replace"))
    if found is None or found[1] != "signature":
        return None
    content = _decoded(found[3])
    for key in known:
        try:
            Ed25519PublicKey.from_public_bytes(key.content).verify(content, manifest)
        except (InvalidSignature, ValueError):
            continue
        return key.name
    return None


def read_public_keys(folder: Path) -> tuple[PublicKey, ...]:
    """The keys in the `.pub` files of a folder, by name; what can't be read is none."""
    try:
        files = sorted(folder.glob(f"*{PUBLIC_ENDING}"))[:_KEYS_LIMIT]
    except OSError:
        return ()
    keys = []
    for file in files:
        try:
            found = _LINE.fullmatch(read_plain_text(file, _KEY_LIMIT_BYTES))
        except FileRefused:
            continue
        if found is not None and found[1] == "key" and len(_decoded(found[3])) == 32:
            keys.append(PublicKey(found[2], _decoded(found[3])))
    return tuple(keys)


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
