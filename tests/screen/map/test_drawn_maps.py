"""What is kept of drawn maps for other tests is what would be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter

from kiosk.screen.map.map_svg import read_svg
from tests import drawn_maps
from tests.drawn_maps import DrawnMaps

if TYPE_CHECKING:
    from pathlib import Path

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">'
    b'<circle cx="2" cy="2" r="2" fill="#336699"/></svg>'
)


@pytest.mark.parametrize("most_bytes", [0, 10_000])
def test_the_second_is_like_the_first_whatever_was_painted_on_that(
    tmp_path: Path, most_bytes: int
) -> None:
    maps = DrawnMaps(tmp_path, most_bytes)
    first = maps.read_svg(SVG, QSize(8, 8))
    painter = QPainter(first)
    painter.fillRect(first.rect(), QColor("red"))
    painter.end()
    second = maps.read_svg(SVG, QSize(8, 8))
    second.setPixelColor(0, 0, QColor("red"))
    assert maps.read_svg(SVG, QSize(8, 8)) == read_svg(SVG, QSize(8, 8))


def test_others_in_colour_or_size_are_drawn(tmp_path: Path) -> None:
    maps = DrawnMaps(tmp_path)
    maps.read_svg(SVG, QSize(8, 8))
    other = SVG.replace(b"#336699", b"#996633")
    for svg, size in ((other, QSize(8, 8)), (SVG, QSize(8, 9))):
        assert maps.read_svg(svg, size) == read_svg(svg, size)


def test_what_another_process_has_drawn_is_taken_and_half_of_it_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DrawnMaps(tmp_path).read_svg(SVG, QSize(8, 8))
    (file,) = tmp_path.iterdir()
    drawn = read_svg(SVG, QSize(8, 8))
    with monkeypatch.context() as patch:
        patch.setattr(drawn_maps, "read_svg", pytest.fail)
        assert DrawnMaps(tmp_path).read_svg(SVG, QSize(8, 8)) == drawn

    file.write_bytes(file.read_bytes()[:100])
    assert DrawnMaps(tmp_path).read_svg(SVG, QSize(8, 8)) == drawn


def test_without_a_folder_all_is_drawn(tmp_path: Path) -> None:
    maps = DrawnMaps(tmp_path / "gone")
    assert maps.read_svg(SVG, QSize(8, 8)) == read_svg(SVG, QSize(8, 8))
