"""A value becomes one of another kind where it stands; what is said beside it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.text.yaml_difference import with_difference
from kiosk.text.yaml_edit import CannotEdit, YamlText

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue

LONG = ["l" * 60, "m" * 60]


def after(text: str, location: Location, value: YamlValue) -> str:
    return with_difference(YamlText.parse(text, "file"), location, value).text


@pytest.mark.parametrize(
    ("text", "location", "value", "wanted"),
    [
        ("a: b  # why\nc: d\n", ("a",), ["x", "z"], "a: [x, z]  # why\nc: d\n"),
        ("a: [b]  # why\nc: d\n", ("a",), "x", "a: x  # why\nc: d\n"),
        ("a:  # why\n- b\n- c\nd: e\n", ("a",), "x", "a: x  # why\nd: e\n"),
        ("a:  # why\n# of b\n- b\nd: e\n", ("a",), "x", "a: x  # why\nd: e\n"),
        ("a:  # why\n  b: c\nd: e\n", ("a",), ["x"], "a: [x]  # why\nd: e\n"),
        ("a: |  # why\n  b\n  c\nd: e\n", ("a",), ["x"], "a: [x]  # why\nd: e\n"),
        ("a:  # why\nd: e\n", ("a",), ["x"], "a: [x]  # why\nd: e\n"),
        ("a: b  # why\n", ("a",), LONG, f"a:  # why\n- {LONG[0]}\n- {LONG[1]}\n"),
        ("a:\n- b  # why\n- c\n", ("a", 0), {"x": "z"}, "a:\n- {x: z}  # why\n- c\n"),
        ("a:\n- b: c\n  d: e\n- f\n", ("a", 0), "x", "a:\n- x\n- f\n"),
        ("a: {b: c, d: e}  # why\n", ("a", "b"), ["x"], "a: {b: [x], d: e}  # why\n"),
        ("a: b\r\nc: d", ("c",), LONG, f"a: b\r\nc:\r\n- {LONG[0]}\r\n- {LONG[1]}\r\n"),
        ("? a\n: b\nc: d\n", ("a",), ["x"], "? a\n: [x]\nc: d\n"),
    ],
)
def test_a_value_of_another_kind(
    text: str, location: Location, value: YamlValue, wanted: str
) -> None:
    assert after(text, location, value) == wanted


@pytest.mark.parametrize(
    ("text", "value", "wanted"),
    [
        ("a:\n- x  # 1\n- y  # 2\n", ["y", "x"], "a:\n- y  # 2\n- x  # 1\n"),
        ("a:\n- x  # 1\n- y  # 2\n", ["x", "z", "y"], "a:\n- x  # 1\n- z\n- y  # 2\n"),
        ("a:\n- x  # 1\n- y  # 2\n", ["y"], "a:\n- y  # 2\n"),
        ("a:\n- x  # 1\n- y  # 2\n", ["z", "y"], "a:\n- z  # 1\n- y  # 2\n"),
        (
            "a:\n  b: c  # 1\n  d: e  # 2\n",
            {"b": "x", "f": "g", "d": "e"},
            "a:\n  b: x  # 1\n  f: g\n  d: e  # 2\n",
        ),
        ("a:\n  b: c  # 1\n  d: e  # 2\n", {"d": "e"}, "a:\n  d: e  # 2\n"),
    ],
)
def test_only_what_differs_is_written_anew(text: str, value: YamlValue, wanted: str) -> None:
    assert after(text, ("a",), value) == wanted


def test_what_others_repeat_is_not_changed() -> None:
    with pytest.raises(CannotEdit, match="anchor"):
        after("a: &x [b]\nc: *x\n", ("a",), "d")
