"""Drawings of inks are printed in each theme's own; every other picture stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk.look.look import read_look
from kiosk.look.pictures import draw_picture, read_head
from kiosk.shipped import shipped
from kiosk.theme_names import THEMES
from tests.project import PROJECT
from tests.walk.contrast import contrast, luminance_of

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.look.inks import Inks

SIZE = QSize(40, 40)
INKED = '<svg data-inks="exhibit" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}</svg>'


def inks_of(theme: str) -> Inks:
    return read_look(shipped("assets"), theme).theme.inks


def drawn(tmp_path: Path, text: str, theme: str) -> QColor:
    """The middle of a drawing in a theme."""
    file = tmp_path / "drawing.svg"
    file.write_text(text, encoding="utf-8")
    return draw_picture(file, SIZE, inks_of(theme)).pixelColor(20, 20)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "way",
    [
        '<rect width="40" height="40" fill="{}"/>',
        '<path style="stroke:{};stroke-width:40" d="M0 20h40"/>',
    ],
)
def test_every_ink_is_shown_in_the_theme(tmp_path: Path, theme: str, way: str) -> None:
    for _, written, shown in inks_of(theme).table:
        text = INKED.format(way.format(written.lower()))
        assert drawn(tmp_path, text, theme) == QColor(shown)


def test_the_stops_of_a_gradient_are_inks_too(tmp_path: Path) -> None:
    text = INKED.format(
        '<linearGradient id="a"><stop stop-color="#F8E8CF"/></linearGradient>'
        '<rect width="40" height="40" fill="url(#a)"/>'
    )
    assert drawn(tmp_path, text, "light") == QColor("#0C2A31")


@pytest.mark.parametrize("theme", THEMES)
def test_other_colours_and_other_drawings_stay(tmp_path: Path, theme: str) -> None:
    red = INKED.format('<rect width="40" height="40" fill="#F00000"/>')
    foreign = INKED.replace(' data-inks="exhibit"', "").format(
        '<rect width="40" height="40" fill="#F8E8CF"/>'
    )
    assert drawn(tmp_path, red, theme) == QColor("#F00000")
    assert drawn(tmp_path, foreign, theme) == QColor("#F8E8CF")


def test_a_gradient_that_is_called_like_an_ink_is_found(tmp_path: Path) -> None:
    text = INKED.format(
        '<linearGradient id="F8E8CF"><stop stop-color="#FF8E63"/></linearGradient>'
        '<linearGradient id="b" href="#F8E8CF"/>'
        '<rect width="20" height="40" fill="url(#F8E8CF)"/>'
        '<rect x="20" width="20" height="40" fill="url(#F8E8CF)"/>'
    )
    assert drawn(tmp_path, text, "hc") == QColor("#FFD400")


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    return float(contrast(QColor(one), luminance_of(QColor(other))))


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_kapok_stand_out_on_every_ground(theme: str) -> None:
    shown = {name: colour for name, _, colour in inks_of(theme).table}
    least = 4.5 if theme == "low" else 6.5
    for ground in ("night", "dusk", "shade", "deep", "hill", "body", "face"):
        assert ratio(shown["line"], shown[ground]) >= least, ground
        assert ratio(shown["kapok"], shown[ground]) >= 3, ground
    assert ratio(shown["mark"], shown["kapok"]) >= 4.5


def test_no_two_inks_are_written_alike() -> None:
    written = [colour for _, colour, _ in inks_of("dark").table]
    assert len(set(written)) == len(written)
    assert [colour for _, _, colour in inks_of("dark").table] == written


def test_the_guide_lists_every_ink() -> None:
    guide = (PROJECT / "docs" / "content-format.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for names, colours in re.findall(
        r"^\| (`\w+`(?:, `\w+`)*) \| (`#.*?`(?:, `#.*?`)*) \|", guide, re.M
    ):
        pairs = zip(re.findall(r"\w+", names), re.findall(r"#\w+", colours), strict=True)
        found.update(pairs)
    assert found == {name: written for name, written, _ in inks_of("dark").table}


@pytest.mark.parametrize(
    ("shape", "found"),
    [
        ('<rect fill="#FF0000" width="4" height="4"/>', "#FF0000"),
        ('<rect style="stroke: #F8E" width="4" height="4"/>', "#F8E"),
        ('<rect fill="tomato" width="4" height="4"/>', "tomato"),
        ("<style>.a { stop-color: #123456; }</style>", "#123456"),
    ],
)
def test_a_colour_that_is_no_ink_is_remarked_on(tmp_path: Path, shape: str, found: str) -> None:
    file = tmp_path / "own.svg"
    file.write_text(INKED.format(f"\n{shape}{shape}"), encoding="utf-8")

    (warning,) = read_head(file).warnings
    assert warning.rule == "not-an-ink"
    assert f"line 2 has '{found}'" in warning.text
    file.write_text(INKED.replace(' data-inks="exhibit"', "").format(shape), encoding="utf-8")
    assert read_head(file).warnings == ()


def test_what_is_near_is_proposed(tmp_path: Path) -> None:
    file = tmp_path / "own.svg"
    file.write_text(INKED.format('<rect fill="#F8E8CE"/>'), encoding="utf-8")

    (warning,) = read_head(file).warnings
    assert "#F8E8CF (line)" in warning.hint
    allowed = '<rect fill="none" stroke="currentColor"/><g fill="inherit" stroke="url(#a)"/>'
    file.write_text(INKED.format(allowed), encoding="utf-8")
    assert read_head(file).warnings == ()
