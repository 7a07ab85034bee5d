"""Classes of a data layer have round ends and divide the values, whatever stands far out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.model.layer_classes import MOST, LayerClasses

POPULATION = "18676605 17560061 10466625 9498863 7474200 6042852 4798090 4418060 4113594 2439585 \
683100"
GDP = "3461 3036 2690 1328 1144 564 423 402 385 330 279"
DENSITY = "22137 8790 6700 4253 2513 2479 1400 505 412 276 8.4"
VALUES = st.lists(
    st.decimals(min_value=-(10**9), max_value=10**12, places=2), min_size=1, max_size=30
)


def numbers(written: str) -> list[Decimal]:
    return list(map(Decimal, written.split()))


def counts(classes: LayerClasses, values: list[Decimal]) -> list[int]:
    found = [0] * classes.count
    for value in values:
        found[classes.number(value)] += 1
    return found


@pytest.mark.parametrize("written", [POPULATION, GDP, DENSITY])
def test_four_to_six_classes_divide_what_spreads_over_a_hundredfold(written: str) -> None:
    values = numbers(written)
    classes = LayerClasses.of(values)
    assert 4 <= classes.count <= 6
    assert min(counts(classes, values)) >= 1
    assert max(counts(classes, values)) <= len(values) / 2


def test_what_stands_far_out_leaves_the_rest_divided() -> None:
    values = numbers("1 2 3 4 5 6 7 8 9 1000")
    divided = counts(LayerClasses.of(values), values)
    assert max(divided) < 9


def test_an_end_belongs_to_the_class_above_it() -> None:
    classes = LayerClasses((Decimal(5), Decimal(10)))
    assert [classes.number(Decimal(value)) for value in (0, 4, 5, 9, 10, 99)] == [0, 0, 1, 1, 2, 2]


def test_steps_that_are_given_are_taken_in_their_order() -> None:
    steps = numbers("10 5")
    assert LayerClasses.of(numbers("1 7 12"), steps).ends == (Decimal(5), Decimal(10))


def test_values_that_are_all_alike_are_one_class() -> None:
    assert LayerClasses.of(numbers("3 3 3")).count == 1
    assert LayerClasses.of([]).count == 1


@given(VALUES)
def test_ends_are_round_and_every_value_has_its_class(values: list[Decimal]) -> None:
    classes = LayerClasses.of(values)
    assert classes.count <= MOST
    assert list(classes.ends) == sorted(set(classes.ends))
    for end in classes.ends:
        digits = "".join(map(str, end.as_tuple().digits)).rstrip("0")
        assert len(digits) <= 3, f"{end} is not round"
    for value in values:
        number = classes.number(value)
        assert number == 0 or classes.ends[number - 1] <= value
        assert number == classes.count - 1 or value < classes.ends[number]
