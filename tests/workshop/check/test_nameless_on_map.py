"""Places that the map home has no room to name are told, once for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.__main__ import main
from kiosk.workshop.check.trial import SHAPES
from tests.exhibit.sound_content import Content
from tests.workshop.check.laid_out import FULL_HD, PORTRAIT, found

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.workshop.check.trial import WindowShape

ULTRA_WIDE = next(shape for shape in SHAPES if shape.name == "ultra-wide")
HOME = '<rect id="home-view" x="0" y="0" width="45" height="15"/></svg>'


def made_of(folder: Path, *, height: int, end: str = "</svg>") -> Content:
    """What `kiosk new --from-map` makes of 30 lands in three rows, one upon the other."""
    lands = "".join(
        f'<path id="land-{row}-{column}" d="M{column * 40} {row * height}h40v{height}h-40z"/>'
        for row in range(3)
        for column in range(10)
    )
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">' + lands + end
    (folder / "lands.svg").write_text(drawing, encoding="utf-8")
    arguments = ["--from-map", str(folder / "lands.svg"), "--out", str(folder / "content")]
    assert main(["new", *arguments]) == 0
    return Content(folder / "content")


def told(content: Content, *shapes: WindowShape) -> list[str]:
    return [each for each in found(content, *shapes) if "[nameless-on-map]" in each]


def test_places_without_a_name_are_counted_and_the_first_are_named(
    tmp_path: Path, qapp: object
) -> None:
    content = made_of(tmp_path, height=8)

    (message,) = told(content, FULL_HD, PORTRAIT)

    text = (content.folder / "exhibit.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, each in enumerate(text, 1) if each.startswith("map: "))
    assert message.startswith(f"exhibit.yaml:{line}:1: ")
    assert " of 30 places have no name on the map home, in en (1080p, portrait): 'Land" in message
    assert message.count("'Land") == 3
    assert " more (write shorter names as 'label' below 'map', or draw a rectangle" in message
    assert message.endswith("; the list has all of them) [nameless-on-map]")
    # In other windows the same map would be told once more.
    assert told(content, ULTRA_WIDE) == []


def test_where_all_have_room_nothing_is_said(tmp_path: Path, qapp: object) -> None:
    assert told(made_of(tmp_path, height=30), FULL_HD) == []


def test_places_out_of_view_are_not_missed(tmp_path: Path, qapp: object) -> None:
    assert told(made_of(tmp_path, height=8, end=HOME), FULL_HD) == []
