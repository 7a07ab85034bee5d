"""A map that can't be read gives way to ours, with its water, and says why."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from kiosk.screen.map.map_file import read_map, read_water
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

OURS = shipped("assets") / "map" / "gba.svg"
SVG = "<svg viewBox='0 0 9 9'><path id='香' d='M0 0h1v1z'/></svg>"
DECLARED = f"<?xml version='1.0' encoding='{{}}'?>{SVG}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (DECLARED.format("GB2312").encode("gb2312"), "the drawing is written in GB2312"),
        (DECLARED.format("Big5").encode("big5"), "the drawing is written in Big5"),
        (DECLARED.format("klingon").encode(), "the drawing is written in klingon"),
        (DECLARED.format("UTF-8").encode("gb18030"), "the drawing is not UTF-8"),
        (b"", "no element found"),
        (b"<svg", "unclosed token"),
    ],
    ids=["GB2312", "Big5", "unknown", "another than it says", "empty", "half"],
)
def test_a_map_in_another_encoding(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes, reason: str
) -> None:
    file = tmp_path / "bay.svg"
    file.write_bytes(content)

    with caplog.at_level(logging.WARNING):
        drawing, water = read_map(file), read_water(file)

    assert drawing.shapes.keys() == read_map(OURS).shapes.keys()
    assert len(water.waterlines) == len(read_water(OURS).waterlines) > 0
    assert reason in caplog.text


def test_without_a_map_there_is_ours_with_its_water(tmp_path: Path) -> None:
    assert read_water(None).waterlines
    assert read_water(tmp_path / "gone.svg").waterlines
