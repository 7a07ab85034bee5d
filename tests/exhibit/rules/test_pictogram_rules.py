"""A row of pictures is asked for only where there is a picture and something to count."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model.exhibit import Fact, Unit
from kiosk.exhibit.model.pictograms import pictures_of
from kiosk.exhibit.model.values import Value
from kiosk.exhibit.rules.pictogram_rules import check_row
from kiosk.text.multilingual import Text

WORDS = Text({"en": "{n}", "zh-Hant": "{n}", "zh-Hans": "{n}", "pt": "{n}"})


def messages(value: str, icon: str | None, show: str | None, bound: str | None = None) -> list[str]:
    unit = Unit.model_validate({"id": "teams", "kind": "count", "phrase": WORDS, "icon": icon})
    fact = Fact.model_validate(
        {"id": "a", "value": value, "unit": "teams", "label": WORDS, "show": show, "bound": bound}
    )
    found = [each.message for each in check_row(fact, unit, ("facts", 0))]
    return [each.text for each in found if each is not None]


@pytest.mark.parametrize(
    ("value", "bound", "count"),
    [
        ("2", None, 2),
        ("20", None, 20),
        ("1", None, 0),
        ("21", None, 0),
        ("8", "about", 0),
        ("8.5", None, 0),
        ("2014-12-07", None, 0),
    ],
)
def test_exact_whole_numbers_from_two_to_twenty_can_be_counted(
    value: str, bound: str | None, count: int
) -> None:
    assert pictures_of(Value.parse(value), bound) == count


def test_a_row_that_can_be_drawn_is_no_fault() -> None:
    assert messages("8", "flask", "row") == []
    assert messages("8000", None, "number") == []
    assert messages("8000", None, None) == []


def test_a_row_without_a_picture_or_of_too_many_is_told() -> None:
    assert messages("8", None, "row") == ["the unit 'teams' has no picture to make a row of"]
    assert messages("8000", "flask", "row") == ["'8000' can't be shown as so many pictures"]
    assert messages("8", "flask", "row", "about") == [
        "'about 8' can't be shown as so many pictures"
    ]
