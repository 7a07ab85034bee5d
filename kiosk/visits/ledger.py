"""The ledger of visits: anonymous counts by the hour, in a file that outlives power cuts.

A row has an hour, what was counted, which one, how often and how many seconds.  No row tells one
visitor from another, and the table keeps no order in which rows came.
"""

from __future__ import annotations

import datetime
import logging
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.visits.cells import LEDGER_NAME, WHAT, Amount, HourCell, hour_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MONTHS_KEPT = 13

_VERSION = 1
_OURS = 0x6B697631
"""The application's id in the file's head: another program's file is no ledger."""
_SCHEMA = """
CREATE TABLE counts (
    hour TEXT NOT NULL CHECK (hour GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]'),
    what TEXT NOT NULL,
    which TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    seconds INTEGER NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (hour, what, which)
) WITHOUT ROWID
"""
_ADD = """
INSERT INTO counts VALUES (?, ?, ?, ?, ?) ON CONFLICT (hour, what, which)
DO UPDATE SET count = count + excluded.count, seconds = seconds + excluded.seconds
"""
_DAMAGES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_PATIENCE_SECONDS = 5.0
_MOST_SET_ASIDE = 3
_MOST_BYTES = 512 * 1024 * 1024
_TRIES = 3

_log = logging.getLogger("kiosk.visits")


class DamagedLedger(sqlite3.DatabaseError):
    """The file is no sound ledger."""


def write_counts(file: Path, counts: Mapping[HourCell, Amount], now: datetime.datetime) -> None:
    """Add counts to the ledger, all of them or none, and forget what is older than 13 months.

    A damaged ledger is set aside and a new one begun.  Raises OSError or sqlite3.Error where
    nothing can be written; then nothing was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write(file, counts, now)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
        kept = _set_aside(file)
        _log.error("visits: the ledger is damaged (%s): it is now %s", error, kept.name)
        _write(file, counts, now)


def read_counts(file: Path, now: datetime.datetime) -> dict[HourCell, Amount]:
    """All that a ledger says up to the next day; a clock that was ahead has written the rest.

    The file may be in use, or on a disk that can't be written to: a copy of it is read.  Raises
    OSError, and DamagedLedger or another sqlite3.Error.
    """
    end = hour_of(now + datetime.timedelta(days=1))
    for tries_left in reversed(range(_TRIES)):
        before = _stamps(file)
        try:
            return {cell: amount for cell, amount in _read_copy(file) if cell.hour <= end}
        except sqlite3.DatabaseError:
            if not tries_left or _stamps(file) == before:
                raise
    raise AssertionError("the last try answers or raises")


def _write(file: Path, counts: Mapping[HourCell, Amount], now: datetime.datetime) -> None:
    connection = sqlite3.connect(file, timeout=_PATIENCE_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA secure_delete = ON")
        _prepare(connection)
        # Each of the few writes is on the disk before it counts as done.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_ADD, ((*cell, *amount) for cell, amount in counts.items()))
        connection.execute("DELETE FROM counts WHERE hour < ?", (_first_kept(connection, now),))
        connection.execute("COMMIT")
    finally:
        # What was committed stays so, whatever comes of the file's end.
        with suppress(sqlite3.Error):
            connection.close()


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the table in a new file; raises DamagedLedger where the file is no sound ledger."""
    connection.execute("PRAGMA synchronous = NORMAL")
    if _is_empty(connection):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {_OURS}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute(_SCHEMA)
        connection.execute("COMMIT")
    _examine(connection)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _examine(connection: sqlite3.Connection) -> None:
    ((ours,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'counts'").fetchall()
    made = [str(table).split() for (table,) in tables]
    if (ours, version, made) != (_OURS, _VERSION, [_SCHEMA.split()]):
        raise DamagedLedger("it is no ledger of this program")
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",):
        raise DamagedLedger(str(found[0]).splitlines()[-1])


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file's content is at fault, and not the disk or who else uses it."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, DamagedLedger) or code in _DAMAGES


def _set_aside(file: Path) -> Path:
    """Rename the file; the oldest few that were set aside stay, for whoever wants to repair one."""
    names = [
        file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")
        for number in range(1, _MOST_SET_ASIDE + 1)
    ]
    kept = next((name for name in names if not name.exists()), names[-1])
    file.replace(kept)
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            _beside(file, end).replace(_beside(kept, end))
    return kept


def _beside(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _first_kept(connection: sqlite3.Connection, now: datetime.datetime) -> str:
    """The first hour that is kept.

    It goes by the day before the latest one in the ledger, so that a clock that is wrong for a day
    takes nothing away.
    """
    newest = [
        str(day)
        for (day,) in connection.execute(
            "SELECT DISTINCT substr(hour, 1, 10) FROM counts ORDER BY 1 DESC LIMIT 2"
        )
    ]
    trusted = min([*newest[-1:], f"{now:%Y-%m-%d}"])
    months = int(trusted[:4]) * 12 + int(trusted[5:7]) - 1 - MONTHS_KEPT
    return f"{months // 12:04}-{months % 12 + 1:02}-{trusted[8:10]}T00"


def _read_copy(file: Path) -> Iterable[tuple[HourCell, Amount]]:
    """Everything in a copy of the file, together with what a power cut has left beside it."""
    with tempfile.TemporaryDirectory(prefix="kiosk-visits-") as folder:
        copy = Path(folder) / LEDGER_NAME
        for end in ("", "-wal"):
            with suppress(*((FileNotFoundError,) if end else ())):
                source = _beside(file, end)
                if source.stat().st_size > _MOST_BYTES:
                    raise DamagedLedger("it is larger than any ledger")
                shutil.copyfile(source, _beside(copy, end))
        with closing(sqlite3.connect(copy)) as connection:
            if _is_empty(connection):
                return []
            _examine(connection)
            rows = connection.execute("SELECT hour, what, which, count, seconds FROM counts")
            return [
                (HourCell(hour, what, which), Amount(count, seconds))
                for hour, what, which, count, seconds in rows
                if what in WHAT and isinstance(count, int) and isinstance(seconds, int)
            ]


def _stamps(file: Path) -> list[int]:
    stamps = []
    for each in (file, _beside(file, "-wal")):
        with suppress(OSError):
            stamps.append(each.stat().st_mtime_ns)
    return stamps
