"""Dates in tables, as people and spreadsheets of many countries write them."""

from __future__ import annotations

import pytest

from kiosk.exhibit.tables.cell import Cell
from kiosk.exhibit.tables.table_dates import read_dates
from kiosk.text.messages import Message


def read(*texts: str) -> list[str]:
    """What is read of a column, or what is said about it."""
    return [
        f"{each.text} ({each.hint})" if isinstance(each, Message) else str(each)
        for each in read_dates([Cell(text, 1, 1) for text in texts])
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024", "2024"),
        ("2024年", "2024"),
        ("2024年6月", "2024-06"),
        ("2024 年 06 月", "2024-06"),
        ("2024年6月16日", "2024-06-16"),
        ("2024年6月16日 星期日", "2024-06-16"),
        ("２０２４年６月１６日", "2024-06-16"),
        ("二〇二四年六月十六日", "2024-06-16"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("二零二四年十月", "2024-10"),
        ("民國113年6月", "2024-06"),
        ("中華民國一百一十三年", "'中華民國一百一十三年' is not a date"),
        ("民國113年6月16日", "2024-06-16"),
        ("民國113/6/16", "2024-06-16"),
        ("2024/6", "2024-06"),
        ("2024/6/16", "2024-06-16"),
        ("2024/6/16 0:00", "2024-06-16"),
        ("2024-06-16T12:30:00Z", "2024-06-16"),
        ("2024-6-1", "2024-06-01"),
        ("2024.6.16", "2024-06-16"),
        ("2024.06", "2024-06"),
        ("202406", "2024-06"),
        ("20240616", "2024-06-16"),
        ("06/2024", "2024-06"),
        ("16/6/2024", "2024-06-16"),
        ("6/16/2024", "2024-06-16"),
        ("16.06.2024", "2024-06-16"),
        ("June 2024", "2024-06"),
        ("Jun 2024", "2024-06"),
        ("Jun-2024", "2024-06"),
        ("16 June 2024", "2024-06-16"),
        ("June 16, 2024", "2024-06-16"),
        ("16-Jun-2024", "2024-06-16"),
        ("16 de junho de 2024", "2024-06-16"),
        ("set 2024", "2024-09"),
        ("\u200e2024/6/16\u200b", "2024-06-16"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, expected: str) -> None:
    assert read(written)[0].split(" (")[0] == expected


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "43221",
            "'43221' is not a date"
            " (to a spreadsheet it is 2018-05-01: give the column a date format)",
        ),
        (
            "113年6月",
            "'113年6月' is not a date"
            " (if its year counts from 1912, write 2024-06, or 民國 before it)",
        ),
        (
            "113/6/16",
            "'113/6/16' is not a date"
            " (if its year counts from 1912, write 2024-06-16, or 民國 before it)",
        ),
        ("Jun-24", "'Jun-24' is not a date (if 24 is its year, write 2024-06)"),
        ("2024.1", "'2024.1' can mean 2024-01 or 2024-10 (write it like"),
        ("2024年13月", "'2024年13月' is not a date (write 2024, 2024-06 or 2024-06-16)"),
        ("2024/2/30", "'2024/2/30' is not a date (write"),
        ("31/31/2024", "'31/31/2024' is not a date (write"),
        ("3.14", "'3.14' is not a date (write"),
        ("x" * 1000, f"'{'x' * 39}…' is not a date (write"),
    ],
)
def test_what_is_no_date_says_what_to_do(written: str, said: str) -> None:
    assert read(written)[0].startswith(said)


def test_one_date_decides_about_the_order_of_all() -> None:
    assert read("1/6/2024", "16/6/2024") == ["2024-06-01", "2024-06-16"]
    assert read("1/6/2024", "6/16/2024") == ["2024-01-06", "2024-06-16"]
    assert read("5/5/2024") == ["2024-05-05"]


def test_where_nothing_decides_one_question_is_asked() -> None:
    first, second = read("1/6/2024", "2/6/2024")

    assert first.startswith("'1/6/2024' can mean 2024-01-06 or 2024-06-01 (")
    assert second == "None"


def test_two_orders_in_one_column_are_a_mistake() -> None:
    assert read("16/6/2024", "6/17/2024")[1].startswith(
        "'6/17/2024' has day and month in another order than '16/6/2024'"
    )
