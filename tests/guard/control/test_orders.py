"""What may be told, and what is no order."""

from __future__ import annotations

import random

import pytest

from kiosk.guard.control.orders import ORDERS, NotAnOrder, Order, parse_order


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("home", Order("home")),
        ("  restart   --now \r", Order("restart", now=True)),
        ("language zh-Hant", Order("language", "zh-Hant")),
        ("tour --now first", Order("tour", "first", now=True)),
    ],
)
def test_a_line_is_an_order(line: str, order: Order) -> None:
    assert parse_order(line) == order
    assert parse_order(str(order)) == order


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "the first word is none of home, dark"),
        ("HOME", "the first word is none of home"),
        ("home please", "home stands alone"),
        ("home --now", "home takes no --now"),
        ("language", "language needs one LANGUAGE behind it"),
        ("language en pt", "language needs one LANGUAGE behind it"),
        ("tour \x1b[2J", "what follows tour can't be read"),
    ],
)
def test_anything_else_is_refused_and_told_why(line: str, why: str) -> None:
    with pytest.raises(NotAnOrder, match=why):
        parse_order(line)


def test_garbage_is_refused_and_raises_nothing_else() -> None:
    chance = random.Random(16)
    for _ in range(2_000):
        line = "".join(chr(chance.randrange(0x250)) for _ in range(chance.randrange(20)))
        with pytest.raises(NotAnOrder):
            parse_order(f"{chance.choice(['', *ORDERS, 'x'])}{line}\x00")
