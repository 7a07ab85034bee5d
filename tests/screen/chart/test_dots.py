"""The dot field: how many dots, of which kind, and where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QSizeF

from kiosk.screen.chart.dots import dot_field


def test_1195_dots_fill_the_field_of_the_design_in_43_columns() -> None:
    field = dot_field(Decimal(1195), [Decimal(691)], QSizeF(646, 418))

    assert field is not None
    assert (field.columns, field.rows) == (43, 28)
    assert field.centre(42).x() + field.radius == pytest.approx(646, abs=0.5)
    assert field.height == pytest.approx(418, abs=0.5)


def test_one_dot_is_one_up_to_two_thousand_and_ten_above() -> None:
    small = dot_field(Decimal(2000), [], QSizeF(600, 400))
    large = dot_field(Decimal(2001), [], QSizeF(600, 400))
    huge = dot_field(Decimal(86_000_000), [Decimal(17_790_000)], QSizeF(600, 400))

    assert small is not None
    assert large is not None
    assert huge is not None
    assert (small.each, small.total) == (1, 2000)
    assert (large.each, large.total) == (10, 200)
    assert (huge.each, huge.total, huge.counts) == (100_000, 860, (178,))


def test_parts_that_are_rounded_never_add_up_to_more_than_the_whole() -> None:
    parts = [Decimal(1005), Decimal(1005), Decimal(1000)]

    field = dot_field(Decimal(3010), parts, QSizeF(600, 400))

    assert field is not None
    assert field.total == 301
    assert field.filled == 301


@pytest.mark.parametrize(
    ("whole", "parts"),
    [("0", []), ("-5", []), ("10", ["11"]), ("10", ["-1"]), ("10", ["6", "5"])],
)
def test_parts_that_make_no_whole_have_no_field(whole: str, parts: list[str]) -> None:
    assert dot_field(Decimal(whole), [Decimal(part) for part in parts], QSizeF(9, 9)) is None


@pytest.mark.parametrize("total", [1, 2, 7, 97, 1000, 1999])
def test_every_field_stays_within_its_room(total: int) -> None:
    field = dot_field(Decimal(total), [], QSizeF(300, 500))

    assert field is not None
    last_in_row = min(field.columns, total) - 1
    assert field.centre(last_in_row).x() + field.radius <= 300.001
    assert field.centre(total - 1).y() + field.radius <= 500.001
