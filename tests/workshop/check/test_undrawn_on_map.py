"""What `kiosk check` says of a map that has more than outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from pathlib import Path

PLACES = """
<g id="cities"><path id="shenzhen" d="M0 0h50v50h-50z"/></g>
<circle id="qianhai" cx="9" cy="9" r="2"/>
"""
INKSCAPE = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return sound_content(tmp_path)


def told(content: Content, inside: str, attributes: str = "") -> list[str]:
    """What the check says of the map of that content, with these things above its places."""
    (content.folder / "map" / "bay.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" {attributes}>\n'
        f"{inside}\n{PLACES}</svg>",
        encoding="utf-8",
    )
    messages = whole_check(content.folder, read_exhibit(content.folder))
    return [str(each) for each in messages if each.file == "map/bay.svg"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<text>Macao</text>", "a text of the map is not drawn"),
        ("<g>\n<text>a</text><text>b</text></g>", "2 texts of the map are not drawn"),
        ('<image href="a.png"/>', "a picture of the map is not drawn"),
        ("<foreignObject/>", "a <foreignObject> of the map is not drawn"),
        ("<script>x</script>", "a script of the map is not drawn"),
        ('<g clip-path="url(#c)"><rect width="9" height="9"/></g>', "a clip path of the map"),
        ('<rect style="mask:url(#m)" width="9" height="9"/>', "a mask of the map"),
        ('<rect filter="url(#f)" width="9" height="9"/>', "a filter of the map"),
        ('<path d="M0 0h9" marker-end="url(#a)"/>', "a marker at a line of the map"),
        ('<rect fill="url(#g)" width="9" height="9"/>', "the gradient that fills a shape"),
        ('<rect fill="url(#p)" width="9" height="9"/>', "the pattern that fills a shape"),
        ("<style>.a{mask:url(#m)}</style><g class='a'/>", "a mask of the map"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_line(
    content: Content, inside: str, words: str
) -> None:
    things = (
        '<defs><clipPath id="c"><circle r="9"/></clipPath><mask id="m"/><filter id="f"/>'
        '<marker id="a"/><linearGradient id="g"/><pattern id="p"/></defs>\n'
    )
    (message,) = told(content, things + inside)

    line = 4 if "\n" in inside else 3
    assert message.startswith(f"map/bay.svg:{line}:")
    assert words in message


def test_the_hint_is_for_the_program_that_wrote_the_file(content: Content) -> None:
    (message,) = told(content, "<text>Macao</text>", INKSCAPE)

    assert "(delete it: a name belongs into zones/)" in message


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<defs><text>a</text><image/></defs>", id="definitions"),
        pytest.param('<g display="none"><text>a</text></g>', id="hidden"),
        pytest.param(
            '<clipPath id="c"><rect width="90" height="90"/></clipPath>'
            '<g clip-path="url(#c)"><rect id="a" width="9" height="9"/></g>',
            id="a frame that cuts nothing off",
        ),
        pytest.param("<metadata/><title>a</title><desc>b</desc>", id="descriptions"),
        pytest.param("<switch><foreignObject requiredExtensions='x'/><g/></switch>", id="switch"),
    ],
)
def test_what_nobody_would_see_is_not_told(content: Content, inside: str) -> None:
    assert told(content, inside) == []


def test_a_place_that_the_map_has_as_water_is_told_to_have_no_name(content: Content) -> None:
    lakes = '<g id="lakes"><path id="pond" d="M0 0h5v5z"/></g>'
    content.change("zones/qianhai.yaml", "marker: qianhai", "shape: pond")
    content.change("exhibit.yaml", "map: bay.svg", "map: bay.svg\nmap_groups: {water: [lakes]}")
    told(content, lakes)

    messages = whole_check(content.folder, read_exhibit(content.folder))
    (message,) = (str(each) for each in messages if each.rule == "nameless-place")

    assert message.startswith("zones/qianhai.yaml:4:14: 'pond' is water on the map")


def test_a_group_of_places_can_be_named(content: Content) -> None:
    isles = '<g id="isles"><path id="one" d="M0 0h5v5z"/><path id="two" d="M9 9h5v5z"/></g>'
    content.change("zones/qianhai.yaml", "marker: qianhai", "shape: isles")

    assert told(content, isles) == []
    assert not [each for each in content.messages() if "isles" in each]
