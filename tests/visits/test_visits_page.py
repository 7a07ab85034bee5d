"""What leaves the machine: nothing of fewer than five, and sums that a hand can check."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.shipped import shipped
from kiosk.shipped_yaml import shipped_yaml
from kiosk.visits.cells import Amount, HourCell
from kiosk.visits.counted_names import CountedNames
from kiosk.visits.few_cells import LEAST, MergedRow, merged, without_few
from kiosk.visits.totals import month_so_far, totals
from kiosk.visits.visits_page import visits_page
from kiosk.visits.written_counts import counts_csv, counts_json, counts_table
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.visits.totals import Counts

TODAY = datetime.date(2026, 11, 28)
NO_NAMES = CountedNames(None)


def _counts(*told: tuple[str, str, str, int, int]) -> Counts:
    return {HourCell(*each[:3]): Amount(*each[3:]) for each in told}


HALL = _counts(
    ("2026-11-28T09", "visit", "", 12, 1200),
    ("2026-11-28T10", "visit", "", 8, 200),
    ("2026-10-28T10", "visit", "", 10, 500),
    ("2026-10-29T10", "visit", "", 50, 500),
    ("2026-11-28T09", "place", "qianhai/teams", 9, 270),
    ("2026-11-28T10", "place", "qianhai/growth", 3, 30),
    ("2026-11-28T10", "place", "macao/city", 4, 40),
    ("2026-11-28T09", "page", "csns/super-steel/1", 20, 400),
    ("2026-11-28T09", "page", "csns/super-steel/2", 11, 220),
    ("2026-11-28T09", "page", "csns/super-steel/3", 3, 9),
    ("2026-11-28T09", "left", "csns/super-steel/1", 9, 0),
    ("2026-11-28T09", "left", "csns/super-steel/2", 4, 0),
    ("2026-11-28T09", "language", "en", 12, 900),
    ("2026-11-28T10", "language", "en", 6, 90),
    ("2026-11-28T10", "language", "pt", 2, 90),
    ("2026-11-28T09", "comfort", "text-size-2", 7, 90),
    ("2026-11-28T10", "search_failed", "en", 2, 0),
)


@pytest.fixture(scope="module")
def page() -> str:
    tokens = shipped_yaml(shipped("assets") / "look" / "tokens.yaml")
    return visits_page({"hall": HALL}, NO_NAMES, None, tokens, TODAY)


def _section(page: str, heading: str) -> str:
    return page.split(f"<h2>{heading}</h2>")[1].split("</section>")[0]


def _said(part: str) -> list[str]:
    return re.findall(r">([^<>]+)<", part)


def test_cells_of_fewer_than_five_become_others_of_the_hour_the_day_or_the_month() -> None:
    told = _counts(
        ("2026-11-28T09", "place", "a", 5, 50),
        ("2026-11-28T09", "place", "b", 4, 4),
        ("2026-11-28T09", "place", "c", 1, 1),
        ("2026-11-28T10", "place", "a", 3, 3),
        ("2026-11-28T11", "place", "a", 2, 2),
        ("2026-11-27T11", "place", "a", 4, 6),
        ("2026-11-26T11", "place", "b", 1, 6),
        ("2026-10-26T11", "place", "b", 4, 6),
    )

    assert merged(told) == [
        MergedRow("2026-11", "place", "other", 5, 12),
        MergedRow("2026-11-28", "place", "other", 5, 5),
        MergedRow("2026-11-28T09", "place", "a", 5, 50),
        MergedRow("2026-11-28T09", "place", "other", 5, 5),
    ]
    assert without_few({"a": Amount(4, 1), "b": Amount(4, 1), "c": Amount(6, 1)}) == {
        "c": Amount(6, 1),
        "other": Amount(8, 2),
    }
    assert without_few({"a": Amount(4, 1)}) == {}


@pytest.mark.parametrize("form", ["csv", "json"])
def test_no_file_has_a_cell_of_fewer_than_five(form: str) -> None:
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(counts_csv({"hall": HALL, "=1+1": HALL}))))
    else:
        rows = json.loads(counts_json({"hall": HALL, "=1+1": HALL}))

    assert rows
    assert min(int(row["count"]) for row in rows) >= LEAST
    assert {row["kiosk"] for row in rows} == {"hall", "'=1+1"}
    assert max(len(row["when"]) for row in rows) == len("2026-11-28T09")
    kept = [row for row in rows if row["kiosk"] == "hall" and row["what"] == "place"]
    assert [(row["when"], row["which"], int(row["count"])) for row in kept] == [
        ("2026-11-28T09", "qianhai/teams", 9),
        ("2026-11-28T10", "other", 7),
    ]


def test_a_terminal_shows_sums_without_few() -> None:
    lines = counts_table({"hall": HALL}, NO_NAMES).splitlines()

    assert lines[0] == "80 visits from 2026-10-28 to 2026-11-28, 0:30 each"
    assert "       9    0:30 each  qianhai, teams" in lines
    assert "       7    0:10 each  others, of fewer than five each" in lines
    assert "Searches that found nothing" not in lines
    assert counts_table({"hall": {}}, NO_NAMES) == "nothing was counted"
    few = _counts(("2026-11-28T09", "visit", "", 4, 100))
    assert counts_table({"hall": few}, NO_NAMES).startswith("fewer than five visits from")


def test_this_month_stands_beside_as_many_days_of_the_one_before(page: str) -> None:
    this, last = month_so_far(HALL, TODAY)

    assert totals(this, "visit") == {"": Amount(20, 1400)}
    assert totals(last, "visit") == {"": Amount(10, 500)}
    months = _said(_section(page, "This month up to day 28, and the one before"))
    assert months[:8] == [
        *("November 2026", "the month before"),
        *("Visits", "20", "10"),
        *("Minutes each", "1:10", "0:50"),
    ]


def test_its_numbers_are_those_of_the_ledger(page: str) -> None:
    assert _said(_section(page, "Altogether"))[:2] == ["80", "visits"]
    # A place is known by nine and three opens of its panels.
    assert _said(_section(page, "Which places")) == ["qianhai", "12, 0:25 each"]
    assert _said(_section(page, "Where stories are left")) == [
        "csns, super-steel",
        *("page 1", "20, 0:20 each; left here: 9"),
        *("page 2", "11, 0:20 each; left here: fewer than five"),
        *("page 3", "fewer than five"),
    ]
    assert _said(_section(page, "Languages"))[1:] == ["9", "10", "English", "12", "6"]
    assert _said(_section(page, "Comfort")) == ["large text", "7, 9 % of visits"]
    assert "Searches that found nothing" not in page


def test_it_is_well_formed_and_asks_for_nothing_elsewhere(page: str) -> None:
    root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))

    tags = {each.tag for each in root.iter()}
    assert not tags & {"script", "link", "img", "iframe", "a", "object"}
    assert not re.search(r"https?:|url\(|@import|src=|href=", page)
    assert "prefers-color-scheme:dark" in page
    assert "@media print" in page
    assert all(each.get("aria-label") for each in root.iter("svg") if each.get("role") == "img")


def test_what_names_say_is_no_html() -> None:
    tokens = shipped_yaml(shipped("assets") / "look" / "tokens.yaml")
    spoilt = {HourCell("2026-11-28T09", "place", "<b>&/x"): Amount(9, 9)}
    page = visits_page({"<i>": spoilt, "b": spoilt}, NO_NAMES, None, tokens, TODAY)

    assert "<b>&" not in page
    assert "<i>" not in page
    ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


@needs("chromium")
@pytest.mark.soak
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_browser_draws_it_in_the_readers_colours_and_prints_it(
    page: str, tmp_path: Path, theme: str
) -> None:
    file = tmp_path / "visits.html"
    file.write_text(page, "utf-8")
    preferred = f"--blink-settings=preferredColorScheme={int(theme == 'light')}"
    for words, made in (("--screenshot", "page.png"), ("--print-to-pdf", "page.pdf")):
        subprocess.run(
            [
                "chromium",
                *("--headless", "--no-sandbox", "--disable-gpu", "--window-size=900,3000"),
                *("--hide-scrollbars", preferred),
                f"--user-data-dir={tmp_path / 'profile'}",
                f"{words}={tmp_path / made}",
                file.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )

    colors = shipped_yaml(shipped("assets") / "look" / "tokens.yaml")["themes"][theme]["color"]
    drawn = QImage(str(tmp_path / "page.png"))
    assert drawn.pixelColor(5, 5) == QColor(colors["ground"])
    bars = sum(drawn.pixelColor(100, y) == QColor(colors["accent"]) for y in range(drawn.height()))
    # Six bars begin there, each twelve pixels high or nearly so, and the large figures do not.
    assert bars > 40
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
