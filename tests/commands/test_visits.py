"""`kiosk visits`: ledgers in, a table, a file or a page out."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.shipped import shipped
from kiosk.visits.cells import LEDGER_NAME, Amount, HourCell, hour_of
from kiosk.visits.ledger import write_counts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NOW = datetime.now()


def _ledger(folder: Path, times: int, *, now: datetime = NOW) -> Path:
    counts = {
        HourCell(hour_of(now), what, which): Amount(times, 60 * times)
        for what, which in (("visit", ""), ("place", "shenzhen/city"), ("place", "macao/city"))
    }
    write_counts(folder / LEDGER_NAME, counts, NOW)
    return folder / LEDGER_NAME


@pytest.fixture
def halls(tmp_path: Path) -> Sequence[Path]:
    return _ledger(tmp_path / "north", 7), _ledger(tmp_path / "south", 9)


def test_several_kiosks_are_added_and_called_by_the_exhibits_names(
    halls: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["visits", str(halls[0]), str(halls[1].parent)]) == 0

    said = capsys.readouterr().out
    assert said.startswith("16 visits from ")
    assert "      16    1:00 each  Shenzhen, city\n" in said


def test_a_csv_keeps_kiosks_apart_by_their_folders(
    halls: Sequence[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["visits", *map(str, halls), "--csv"]) == 0

    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert {(row["kiosk"], row["count"]) for row in rows} == {("north", "7"), ("south", "9")}


def test_days_before_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _ledger(tmp_path, 30, now=NOW - timedelta(days=3))
    file = _ledger(tmp_path, 7)
    assert main(["visits", str(file), "--since", f"{NOW - timedelta(days=1):%Y-%m-%d}"]) == 0

    assert capsys.readouterr().out.startswith("7 visits")


def test_a_page_has_the_map_in_the_shades_of_its_places(
    halls: Sequence[Path], tmp_path: Path
) -> None:
    out = tmp_path / "visits.html"
    assert main(["visits", *map(str, halls), "--html", str(out)]) == 0

    page = out.read_text("utf-8")
    assert "<title>Shenzhen: 16</title>" in page
    assert "<td>north</td><td>7</td>" in page
    assert 'class="land shade-4"' in page


@pytest.mark.parametrize(
    ("written", "said"), [(None, "there is no ledger"), (b"nothing of ours" * 99, "can't be read")]
)
def test_what_is_no_ledger_is_refused(
    written: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "state.db"
    if written is not None:
        file.write_bytes(written)

    assert main(["visits", str(file)]) == 1
    assert f"kiosk visits: {said}" in capsys.readouterr().err.replace(f"{file} ", "")


def test_without_a_name_this_machines_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _ledger(tmp_path / "state", 8)
    settings = tmp_path / "settings.yaml"
    settings.write_text(
        f"folders: {{state: {tmp_path / 'state'}, content: {shipped('content')}}}\n"
    )

    assert main(["visits", "--settings", str(settings)]) == 0
    assert capsys.readouterr().out.startswith("8 visits")
