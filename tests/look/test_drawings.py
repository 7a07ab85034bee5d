"""SVG pictures: what is drawn, and what is refused with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk.look.pictures import draw_picture, read_head, read_picture
from kiosk.look.unusable_picture import UnusablePicture
from tests.look.picture_bytes import SVG

if TYPE_CHECKING:
    from pathlib import Path

SIZE = QSize(80, 40)
BOX = '<rect width="100" height="100" fill="#00ff00"/>'
LINE = "M0 0" + "h1" * 10

pytestmark = pytest.mark.usefixtures("qapp")


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "hall.svg"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def refusal(folder: Path, text: str | bytes) -> str:
    """What is said of a drawing before anything of it is drawn."""
    file = written(folder, text)
    with pytest.raises(UnusablePicture) as caught:
        read_head(file)
    assert read_picture(file, SIZE).isNull()
    message = caught.value.message
    return f"{message.rule}: {message.text} ({message.hint})"


@pytest.mark.parametrize(
    "before",
    [
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- from a program -->\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
        "\ufeff",
        "\n\n",
        "<!DOCTYPE svg>",
    ],
)
def test_what_drawing_programs_write_first_is_no_harm(tmp_path: Path, before: str) -> None:
    file = written(tmp_path, before.lstrip("\n") + SVG.format(BOX))

    assert draw_picture(file, SIZE).pixelColor(40, 20) == QColor("#00ff00")
    assert read_head(file).warnings == ()


INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5"
   inkscape:export-filename="C:\\Users\\hall\\image.png" xml:space="preserve"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:zoom="0.7"/>
  <metadata><rdf:RDF><cc:Work rdf:about="">
    <cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/"/>
  </cc:Work></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient id="a">
    <stop style="stop-color:#00ff00" offset="0"/></linearGradient>
    <linearGradient xlink:href="#a" id="b" gradientUnits="userSpaceOnUse"/>
    <inkscape:path-effect effect="powerstroke" id="effect1"/></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" style="clip-path:none">
    <rect style="fill:url(#b);stroke-dasharray:none;marker-end:none" width="210" height="297"/>
  </g>
</svg>"""


def test_what_inkscape_saves_is_drawn_without_a_word(tmp_path: Path) -> None:
    file = written(tmp_path, INKSCAPE)

    assert draw_picture(file, SIZE).pixelColor(40, 20) == QColor("#00ff00")
    assert read_head(file).warnings == ()


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (
            '<use xlink:href="#a"/>',
            "holds a copy of a shape (<use>) (turn copies into shapes (Inkscape: Unlink Clone;"
            " Illustrator: Expand), or export it as PNG)",
        ),
        (
            '<image href="data:image/png;base64,AAAA"/>',
            "holds another picture (<image>) (use that picture itself, or export the whole as PNG"
            " or JPEG)",
        ),
        (
            '<a xlink:href="https://example.org/"><g/></a>',
            "leads out of the file, to 'https://example.org/' (remove the link from it)",
        ),
        (
            '<path style="fill:url(other.svg#a)" d="M0 0"/>',
            "fetches something from elsewhere (save it with everything inside)",
        ),
        (
            "<style>@import 'other.css';</style>",
            "fetches something from elsewhere (save it with everything inside)",
        ),
        ('<?xml-stylesheet href="a.css"?>', "names a style sheet elsewhere"),
        ("<filter/>", "holds an effect (<filter>), such as a shadow or blur"),
        ("<foreignObject/>", "holds text of a web page (<foreignObject>)"),
        ("<script/>", "holds a program (<script>)"),
        ("<g></path>", "is broken XML: mismatched tag"),
    ],
)
def test_what_is_not_drawn_is_named_with_its_line(tmp_path: Path, inside: str, said: str) -> None:
    found = refusal(tmp_path, SVG.format(f"\n{BOX}\n{inside}\n"))

    assert found.startswith(f"drawing-part: 'hall.svg' can't be drawn: line 3 {said}"), found


def test_a_document_type_of_its_own_is_refused_with_the_way_out(tmp_path: Path) -> None:
    found = refusal(tmp_path, f'<!DOCTYPE svg [\n<!ENTITY a "b">]>{SVG.format(BOX)}')

    assert "line 1 declares names of its own" in found
    assert "Preserve Editing Capabilities" in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SVG.format(BOX).encode("utf-16"), "a drawing in UTF-16, or no picture"),
        (SVG.format("<text>\n前海</text>").encode("gb18030"), "line 2 is not UTF-8"),
        (b'<?xml version="1.0" encoding="GB2312"?><svg/>', "line 1 says that it is GB2312"),
        (SVG.format(BOX)[:-20], "is broken XML"),
        (SVG.format('<g data-move="appear"\ndata-move="turn 9"/>'), "line 2 has 'data-move' twice"),
        ("<drawing/>", "begins with <drawing>, not with <svg>"),
        (SVG.replace("0 0 100 100", "0 0 100 0").format(BOX), "viewBox without a width"),
        (SVG.replace("0 0 100 100", "0 0 9 90000").format(BOX), "viewBox without a width"),
    ],
)
def test_what_can_not_be_read_is_said(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in refusal(tmp_path, text)


def nested_markers(levels: int) -> str:
    """A line whose points are lines whose points are lines, ten points each."""
    markers = "".join(
        f'<marker id="m{level}"><path d="{LINE}" marker-mid="url(#m{level - 1})"/></marker>'
        for level in range(levels)
    )
    return f'{markers}<path d="{LINE}" marker-mid="url(#m{levels - 1})"/>'


@pytest.mark.parametrize(
    "inside",
    [
        nested_markers(9),
        f'<marker id="m"><path d="{LINE}" style="stroke:red;marker-mid : url(#m)"/></marker>',
        f'<g marker-end="url(#m)"><marker id="m"><path d="{LINE}"/></marker></g>',
        f'<marker id="m"><g marker="url(#m)"><path d="{LINE}"/></g></marker>',
        f'<style>path {{ marker-mid: url(#m) }}</style><marker id="m"><path d="{LINE}"/></marker>',
    ],
)
def test_markers_on_markers_are_refused_before_they_multiply(tmp_path: Path, inside: str) -> None:
    assert "turn markers into paths" in refusal(tmp_path, SVG.format(inside))


def test_an_arrow_is_drawn(tmp_path: Path) -> None:
    inside = (
        '<marker id="m" markerWidth="4" markerHeight="4"><path d="M0 0h4v4z"/></marker>'
        '<path d="M10 50h80" stroke="#00ff00" stroke-width="90" marker-end="url(#m)"/>'
    )
    picture = draw_picture(written(tmp_path, SVG.format(inside)), SIZE)

    assert picture.pixelColor(20, 20) == QColor("#00ff00")


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<g/>" * 10_000, "more than 10,000 elements, from line 1 on"),
        ("<text>a</text>" * 2_001, "more than 2,000 texts"),
        (f"<text>{'a' * 50_001}</text>", "more than 50,000 letters"),
        ('<path stroke-dasharray="4" d="M0 0h1"/>' * 501, "more than 500 dashed shapes"),
        (
            f'<g style="stroke-dasharray:1">{"<line/>" * 501}</g>',
            "more than 500 dashed shapes",
        ),
        (
            f'<path marker-mid="url(#m)" d="M0 0{"h1" * 2_001}"/>',
            "more than 2,000 numbers in lines with markers",
        ),
    ],
)
def test_a_drawing_that_would_take_long_is_refused_with_the_limit(
    tmp_path: Path, inside: str, said: str
) -> None:
    found = refusal(tmp_path, SVG.format(inside))

    assert found.startswith(f"drawing-too-complex: 'hall.svg' has {said}"), found
    assert found.endswith("(simplify it, or export it as PNG)")


def test_groups_are_drawn_as_deep_as_is_allowed(tmp_path: Path) -> None:
    """Qt leaves out what lies deeper, and says nothing that a curator would read."""
    deepest = f"{'<g>' * 30}{BOX}{'</g>' * 30}"
    file = written(tmp_path, SVG.format(deepest))
    assert draw_picture(file, SIZE).pixelColor(40, 20) == QColor("#00ff00")

    assert "stands more than 32 levels deep" in refusal(tmp_path, SVG.format(f"<g>{deepest}</g>"))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<g clip-path="url(#a)"/>', "'clip-path' is not heeded"),
        ('<g style="clip-path:url(#a)"/>', "'clip-path' is not heeded"),
        ("<style>.a{clip-path:url(#a)}</style>", "'clip-path' is not heeded"),
        ("<svg/>", "a drawing inside the drawing (<svg>) is left out"),
        (
            "<flowRoot><flowPara>a</flowPara></flowRoot>",
            "text in a frame (<flowRoot>) is left out",
        ),
        ("<text><textPath>a</textPath></text>", "text along a line (<textPath>) is left out"),
        ('<g fill="rgba(1,2,3,.5)"/>', "'rgba()' and 'hsl()' are black"),
        ('<g style="fill: var(--a)"/>', "'var()' is black"),
        (
            "<style>@font-face{src:url('data:font/woff;base64,AA')}</style>",
            "a font that is packed inside is not used",
        ),
    ],
)
def test_what_is_drawn_otherwise_is_remarked_on_with_its_line(
    tmp_path: Path, inside: str, said: str
) -> None:
    (warning,) = read_head(written(tmp_path, SVG.format(f"\n{inside}{inside}"))).warnings

    assert warning.rule == "drawing-differs"
    assert f"line 2: {said}" in warning.text


def test_a_drawing_that_moves_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, SVG.format('<g><animateTransform attributeName="x"/></g>'))

    assert [each.rule for each in read_head(file).warnings] == ["moving-picture"]


@pytest.mark.parametrize(
    "head",
    [
        'viewBox="0,0 100 50"',
        'width="100mm" height="50mm"',
        'width="100%" height="100%" viewBox="0 0 100 50"',
        'width="50" height="50" viewBox="0 0 100 50"',
    ],
)
def test_the_middle_of_a_drawing_fills_any_size(tmp_path: Path, head: str) -> None:
    """Twice as wide as high: red to the left, lime in the middle half, blue to the right."""
    inside = (
        '<rect width="25" height="50" fill="red"/><rect x="25" width="50" height="50" fill="lime"/>'
        '<rect x="75" width="25" height="50" fill="blue"/>'
    )
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'
    picture = draw_picture(written(tmp_path, text), QSize(40, 40))

    for x in (1, 20, 38):
        assert picture.pixelColor(x, 20).green() > 200, (x, picture.pixelColor(x, 20).name())


def test_a_drawing_without_any_size_is_drawn_or_refused(tmp_path: Path) -> None:
    text = f'<svg xmlns="http://www.w3.org/2000/svg">{BOX}</svg>'

    assert draw_picture(written(tmp_path, text), SIZE).pixelColor(40, 20) == QColor("#00ff00")


@pytest.mark.parametrize(
    "style",
    ["clip-path", "marker", "marker-end", "stroke-dasharray", "mix-blend-mode"],
)
def test_a_million_spaces_in_a_style_are_read_at_once(tmp_path: Path, style: str) -> None:
    normal = "normal" if style == "mix-blend-mode" else "none"
    inside = f'<rect style="{style}:{" " * 1_000_000}{normal}" width="100" height="100"/>'

    assert read_head(written(tmp_path, SVG.format(inside))).warnings == ()


@pytest.mark.parametrize(
    "box", ["0 0 1e999 1e999", "0 0 1e300 1e300", "0 0 1e7 1e7", "0 0 1e-9 1e-9"]
)
def test_a_view_box_without_measure_is_refused(tmp_path: Path, box: str) -> None:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{BOX}</svg>'

    assert "has a viewBox of " in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (
            "<style>.d{mark\\65r-mid:url(#m)}</style>",
            "has a style with letters behind backslashes",
        ),
        (
            '<path style="stroke-d\\61sharray:1" d="M0 0h9"/>',
            "has a style with letters behind backslashes",
        ),
        (
            f'<path stroke-dasharray="{"0.01," * 101}" d="M0 0h9"/>',
            "has a line of more than 100 dashes",
        ),
        (
            f"<style>{'* * {fill:red}' * 3_000}</style>{'<g/>' * 2_000}",
            "rules of style × 2,002 elements",
        ),
    ],
)
def test_styles_that_hide_or_multiply_are_refused(tmp_path: Path, inside: str, found: str) -> None:
    assert found in refusal(tmp_path, SVG.format(inside))
