"""The staff PIN: kept as a scrypt hash, with the wrong tries counted on the disk.

Five wrong tries close the pad for a minute, each further one for twice as long, up to an hour.
No wall clock takes part, so setting the clock opens nothing: within one start of the machine the
monotonic clock counts, and after a restart of the machine the whole wait begins again.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import math
import os
import re
import time
from typing import TYPE_CHECKING, Any

from kiosk.guard.boot import boot_id, same_boot
from kiosk.guard.record import SIZE_LIMIT_BYTES, read_record, write_record
from kiosk.plain_file import FileRefused, NoSuchFile, read_plain_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEAST_DIGITS = 6
MOST_DIGITS = 32
FREE_TRIES = 5
FIRST_WAIT_SECONDS = 60.0
LONGEST_WAIT_SECONDS = 3600.0

_LOG2_N = 15
_R = 8
_P = 1
_SALT_BYTES = 16
_KEY_BYTES = 32
_MEMORY_LIMIT_BYTES = 64 * 1024 * 1024
"""A file that somebody else has written must not take the exhibit's memory when a PIN is tried."""
_log = logging.getLogger("kiosk.guard")


class StaffPin:
    """The PIN of one machine, in its state folder.

    A try is counted before it is looked at, so pulling the plug saves none.  When the disk takes
    no count, every wrong try closes the pad.
    """

    def __init__(self, state: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._pin_file = state / "staff-pin.json"
        self._tries_file = state / "staff-pin-tries.json"
        self._clock = clock
        self._tries = 0
        self._closed_until = -float("inf")
        self._read_tries()

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN; without one there is no way in."""
        return self._kept() is not None

    @property
    def damage(self) -> str:
        """Why the PIN can't be used; empty if it can, or if none is set."""
        try:
            read_plain_bytes(self._pin_file, SIZE_LIMIT_BYTES, follow=False)
        except NoSuchFile:
            return ""
        except FileRefused as refusal:
            return f"{self._pin_file} can't be read: {refusal.reason}"
        return "" if self.is_set else f"{self._pin_file} is damaged"

    @property
    def wait_seconds(self) -> float:
        """How long the pad stays closed; 0 when it is open."""
        return max(0.0, self._closed_until - self._clock())

    def set(self, pin: str) -> None:
        """Keep a new PIN and forget the wrong tries.

        Raises ValueError for what is no PIN, and OSError when the disk does not take it.
        """
        if not re.fullmatch(rf"[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}", pin):
            raise ValueError(f"a PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits and nothing else")
        salt = os.urandom(_SALT_BYTES)
        content = {
            "log2_n": _LOG2_N,
            "r": _R,
            "p": _P,
            "salt": salt.hex(),
            "key": _key(pin, salt, log2_n=_LOG2_N, r=_R, p=_P).hex(),
        }
        write_record(self._pin_file, content)
        self._tries, self._closed_until = 0, -float("inf")
        self._keep_tries()

    def accepts(self, pin: str) -> bool:
        """Whether this is the PIN.  A closed pad accepts nothing and counts nothing.

        Takes about a tenth of a second, as long as scrypt takes on purpose.
        """
        kept = self._kept()
        if kept is None or self.wait_seconds > 0:
            return False
        self._tries += 1
        wait = self._wait_after(self._tries)
        self._closed_until = self._clock() + wait if wait else -float("inf")
        counted = self._keep_tries()
        salt, key = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["key"])
        written = _key(pin[:MOST_DIGITS], salt, log2_n=kept["log2_n"], r=kept["r"], p=kept["p"])
        if hmac.compare_digest(written, key):
            self._tries, self._closed_until = 0, -float("inf")
            self._keep_tries()
            return True
        if not counted:
            self._closed_until = max(self._closed_until, self._clock() + FIRST_WAIT_SECONDS)
        _log.warning("staff: a wrong PIN, the %s. in a row", self._tries)
        return False

    def _kept(self) -> dict[str, Any] | None:
        kept = read_record(self._pin_file)
        try:
            sound = (
                10 <= kept["log2_n"] <= 20
                and 1 <= kept["r"] <= 16
                and 1 <= kept["p"] <= 4
                and _memory(kept["log2_n"], kept["r"]) <= _MEMORY_LIMIT_BYTES
                and len(bytes.fromhex(kept["salt"])) >= _SALT_BYTES
                and len(bytes.fromhex(kept["key"])) == _KEY_BYTES
            )
        except (KeyError, TypeError, ValueError):
            return None
        return kept if sound else None

    def _read_tries(self) -> None:
        kept = read_record(self._tries_file)
        try:
            self._tries = max(0, int(kept["tries"]))
            at = float(kept["at"])
        except (KeyError, TypeError, ValueError, OverflowError):
            return
        wait = self._wait_after(self._tries)
        now = self._clock()
        if wait:
            began = at if same_boot(str(kept.get("boot")), at, now) else now
            self._closed_until = began + wait

    def _keep_tries(self) -> bool:
        content = {"tries": self._tries, "boot": boot_id(), "at": self._clock()}
        try:
            write_record(self._tries_file, content)
        except OSError as error:
            _log.error("staff: the tries of the PIN can't be counted: %s", error)
            return False
        return True

    @staticmethod
    def _wait_after(tries: int) -> float:
        """For how long the pad is closed after so many wrong tries in a row."""
        if tries < FREE_TRIES:
            return 0.0
        doublings = min(tries - FREE_TRIES, 16)
        return min(math.ldexp(FIRST_WAIT_SECONDS, doublings), LONGEST_WAIT_SECONDS)


def _key(pin: str, salt: bytes, *, log2_n: int, r: int, p: int) -> bytes:
    """Scrypt, RFC 7914."""
    memory = _memory(log2_n, r) + 1024 * 1024
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=2**log2_n, r=r, p=p, maxmem=memory, dklen=_KEY_BYTES
    )


def _memory(log2_n: int, r: int) -> int:
    """What scrypt fills, in bytes: 128·n·r, which is 32 MiB for a PIN that is set here."""
    return 128 * (1 << log2_n) * r
