"""The ledger of visits: by the hour and no finer, whole after every fault, thirteen months long."""

from __future__ import annotations

import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.visits.cells import Amount, HourCell, hour_of
from kiosk.visits.ledger import DamagedLedger, read_counts, write_counts
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 28, 10, 41, 7)
HERE = HourCell("2026-11-28T10", "place", "qianhai/teams")
ONE = {HERE: Amount(1, 25)}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "state" / "visits.db"


def _at(now: datetime) -> dict[HourCell, Amount]:
    return {HERE._replace(hour=hour_of(now)): Amount(1, 25)}


def test_counts_of_one_hour_are_added_up(ledger: Path) -> None:
    write_counts(ledger, ONE, NOW)
    write_counts(ledger, {HERE: Amount(2, 5), HERE._replace(what="code"): Amount(1, 0)}, NOW)

    assert read_counts(ledger, NOW) == {
        HERE: Amount(3, 30),
        HERE._replace(what="code"): Amount(1, 0),
    }


def test_it_has_no_column_finer_than_the_hour_and_keeps_no_order(ledger: Path) -> None:
    write_counts(ledger, ONE, NOW)
    with closing(sqlite3.connect(ledger)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
        columns = [row[1:3] for row in connection.execute("PRAGMA table_info(counts)")]
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO counts VALUES ('2026-11-28T10:41', 'visit', '', 1, 1)")
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM counts")

    assert [name for name in tables if not name.startswith("sqlite_")] == ["counts"]
    assert columns == [
        ("hour", "TEXT"),
        ("what", "TEXT"),
        ("which", "TEXT"),
        ("count", "INTEGER"),
        ("seconds", "INTEGER"),
    ]
    assert not re.search(rb"10:41|41:07", ledger.read_bytes())


def test_nothing_lies_beside_it_between_two_writes(ledger: Path) -> None:
    write_counts(ledger, ONE, NOW)

    assert [each.name for each in ledger.parent.iterdir()] == ["visits.db"]


@pytest.mark.parametrize(
    ("began", "is_kept"),
    [("2025-10-26T23", False), ("2025-10-27T00", True), ("2026-11-27T09", True)],
)
def test_thirteen_months_are_kept(ledger: Path, began: str, is_kept: bool) -> None:
    write_counts(ledger, {HERE._replace(hour=began): Amount(7, 70)}, NOW)
    write_counts(ledger, _at(NOW - timedelta(days=1)), NOW)
    write_counts(ledger, ONE, NOW)

    assert (HERE._replace(hour=began) in read_counts(ledger, NOW)) is is_kept
    assert HERE in read_counts(ledger, NOW)


@pytest.mark.parametrize("wrong", [datetime(1970, 1, 1, 0, 5), datetime(2038, 1, 19, 3, 14)])
def test_a_clock_that_is_wrong_for_a_day_takes_nothing_away(ledger: Path, wrong: datetime) -> None:
    day_before = NOW - timedelta(days=1)
    for now in (day_before, NOW, wrong, wrong + timedelta(hours=1), NOW):
        write_counts(ledger, _at(now), now)

    assert read_counts(ledger, NOW) == {
        **_at(day_before),
        HERE: Amount(2, 50),
    }


def test_a_summer_time_that_ends_counts_its_hour_twice(ledger: Path) -> None:
    write_counts(ledger, ONE, NOW)
    write_counts(ledger, ONE, NOW - timedelta(hours=1))

    assert read_counts(ledger, NOW) == {HERE: Amount(2, 50)}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"no ledger at all " * 600,
        "head",
        "middle",
        "half",
    ],
    ids=["empty", "text", "head", "middle", "half"],
)
def test_a_damaged_ledger_is_set_aside_and_a_new_one_begun(
    ledger: Path, damage: bytes | str
) -> None:
    many = {HERE._replace(which=f"zone-{number}/panel"): Amount(1, 1) for number in range(900)}
    write_counts(ledger, many, NOW)
    whole = ledger.read_bytes()
    parts = {
        "head": b"\x5a" * 100 + whole[100:],
        "middle": whole[:6000] + b"\xff" * 9000 + whole[15000:],
        "half": whole[: len(whole) // 2],
    }
    spoilt = parts[damage] if isinstance(damage, str) else damage
    ledger.write_bytes(spoilt)

    write_counts(ledger, ONE, NOW)

    assert read_counts(ledger, NOW) == ONE
    kept = ledger.with_name("visits.damaged-1.db")
    # An empty file holds nothing that could be lost.
    assert (kept.read_bytes() if kept.exists() else b"") == spoilt


def test_no_more_than_three_damaged_ones_are_kept(ledger: Path) -> None:
    for number in range(6):
        write_counts(ledger, ONE, NOW)
        ledger.write_bytes(b"damage %d " % number * 500)
        write_counts(ledger, ONE, NOW)

    names = sorted(each.name for each in ledger.parent.iterdir())
    assert names == [
        "visits.damaged-1.db",
        "visits.damaged-2.db",
        "visits.damaged-3.db",
        "visits.db",
    ]


@pytest.mark.parametrize(
    "spoilt", ["PRAGMA user_version = 2", "PRAGMA application_id = 7", "DROP TABLE counts"]
)
def test_the_file_of_another_program_is_no_ledger(ledger: Path, spoilt: str) -> None:
    write_counts(ledger, {HERE: Amount(5, 5)}, NOW)
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("CREATE TABLE notes (name)")
        connection.execute(spoilt)
    with pytest.raises(DamagedLedger):
        read_counts(ledger, NOW)

    write_counts(ledger, ONE, NOW)

    assert read_counts(ledger, NOW) == ONE


def test_a_full_disk_leaves_the_ledger_as_it_was(ledger: Path) -> None:
    write_counts(ledger, ONE, NOW)
    many = {HERE._replace(which=f"zone-{number}/panel"): Amount(1, 1) for number in range(5000)}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, limits[1]))
    try:
        with pytest.raises((OSError, sqlite3.OperationalError)):
            write_counts(ledger, many, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert read_counts(ledger, NOW) == ONE

    write_counts(ledger, many, NOW)

    assert read_counts(ledger, NOW) == {**many, **ONE}


def test_a_folder_that_cannot_be_written_to_raises_and_sets_nothing_aside(ledger: Path) -> None:
    ledger.mkdir(parents=True)

    with pytest.raises((OSError, sqlite3.OperationalError)):
        write_counts(ledger, ONE, NOW)

    assert ledger.is_dir()


_WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from kiosk.visits.cells import Amount, HourCell
from kiosk.visits.ledger import write_counts
file, now = Path(sys.argv[1]), datetime(2026, 11, 28, 10)
for number in range(100_000):
    cells = {HourCell("2026-11-28T10", "place", f"zone-{part}"): Amount(1, 2) for part in range(40)}
    write_counts(file, cells, now)
    print(number + 1, flush=True)
"""


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.soak)])
def test_killed_at_any_moment_it_holds_whole_writes_and_none_of_those_told_is_lost(
    ledger: Path, kills: int
) -> None:
    chance, told = random.Random(20261128), 0
    for _ in range(kills):
        before = told
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(ledger)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randrange(1, 12)):
                told = before + int(writer.stdout.readline())
            time.sleep(chance.random() / 100)
            writer.kill()
            rest = writer.stdout.read().split()
        told = max([told, *(before + int(each) for each in rest)])
        amounts = set(read_counts(ledger, NOW).values())
        assert len(amounts) == 1
        (amount,) = amounts
        # The last write may have been done without having been told.
        assert amount.times in (told, told + 1)
        assert amount.seconds == 2 * amount.times
        told = amount.times
