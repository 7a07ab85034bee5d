"""What a drawing calls its elements: ids, the labels of drawing programs, titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kiosk.geography.svg_tree import SvgNode

MAX_NAME: Final = 120
MAX_ID: Final = 1_000
"""Letters of the id of a shape or group, by which content names it."""

_INKSCAPE_LABEL: Final = "http://www.inkscape.org/namespaces/inkscape}label"
_LABELS: Final = (
    _INKSCAPE_LABEL,
    "data-name",
    "aria-label",
    "http://www.serif.com/}id",
    "title",
    "name",
    "http://www.w3.org/1999/xlink}title",
)
"""Where programs write what somebody called a thing, the plainest first.

Inkscape: `inkscape:label`.  Illustrator and mapshaper: `data-name`.  The maps of npm's
`@svg-maps`: `aria-label`, older ones `name`.  Affinity: `serif:id`.  amCharts: `title`.
"""

_BY_LANGUAGE: Final = re.compile(r"data-name[-_]([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)", re.IGNORECASE)
_LANGUAGE: Final = "http://www.w3.org/XML/1998/namespace}lang"
_SAME_LANGUAGE: Final = {
    **dict.fromkeys(("zh-hant", "zht", "zh-hk", "zh-tw", "zh-mo"), "zh-Hant"),
    **dict.fromkeys(("zh-hans", "zh", "zh-cn", "zh-sg"), "zh-Hans"),
    **dict.fromkeys(("pt-pt", "pt-mo"), "pt"),
}
"""Natural Earth writes `name_zh` and `name_zht`."""

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{2,5})_")
"""Illustrator writes what XML doesn't allow in an id so: `Hong_x0020_Kong`."""
_REPEATED: Final = re.compile(r"_\d+_$")
_BARE: Final = (
    r"g|svg|path|rect|rectangle|polygon|polyline|circle|oval|ellipse|use|layer|group|shape|vector"
    r"|compound[-_ ]?path|clip[-_ ]?group|combined[-_ ]?shape"
    r"|calque|ebene|livello|camada|图层|圖層|图形|路径|路徑|群組|编组|矩形|椭圆|レイヤー|слой"
)
_NUMBERED: Final = (
    r"line|union|subtract|intersect|exclude|frame|star|image|text|tspan|symbol|svgid|artboard"
    r"|page|feature|surface|capa|warstwa|组"
)
_AUTOMATIC: Final = re.compile(
    rf"[#_]?(?:(?:{_BARE})(?:[-_ ]*+(?:copy\b)?+[-_ ]*+\d++)*+"
    rf"|(?:{_NUMBERED})(?:[-_ ]*+(?:copy\b)?+[-_ ]*+\d++)++)_?",
    re.IGNORECASE,
)
"""What drawing programs call things by themselves: `path123-4`, `Layer_1`, `图层 1`, `Vector`."""


def is_name(identifier: str) -> bool:
    """Whether somebody named an element so; drawing programs give ids such as `path123`."""
    return bool(identifier) and not _AUTOMATIC.fullmatch(identifier)


def decoded(identifier: str) -> str:
    """An id as it was typed into Illustrator."""
    return _ESCAPED.sub(_letter, identifier) if "_x" in identifier else identifier


def spoken(identifier: str) -> str:
    """An id as a name: without what Illustrator adds to blanks and to names it has twice."""
    return _tidy(_REPEATED.sub("", identifier[: 2 * MAX_NAME]).replace("_", " "))


def _letter(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    is_letter = 32 <= code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_letter else found[0]


def label_of(node: SvgNode) -> str:
    """What somebody called it besides its id: by a label, or by the title inside it; or nothing."""
    for key in _LABELS:
        if key in node.attributes:
            written = _tidy(node.attributes[key])
            if is_name(written):
                return written
    for child in node.children:
        if child.tag == "title" and is_name(_tidy(child.text)):
            return _tidy(child.text)
    return ""


def names_of(node: SvgNode) -> dict[str, str]:
    """What it is called by language, from `data-name-zh-hant` or titles with an `xml:lang`."""
    names = {}
    for key, written in node.attributes.items():
        if key.startswith(("data-name", "data-NAME")):
            found = _BY_LANGUAGE.fullmatch(key)
            if found and _tidy(written):
                names[_tag(found[1])] = _tidy(written)
    for child in node.children:
        if child.tag == "title":
            language = child.attributes.get(_LANGUAGE) or child.attributes.get("lang", "")
            if language and _tidy(child.text):
                names.setdefault(_tag(language), _tidy(child.text))
    return names


def _tag(written: str) -> str:
    plain = written.lower().replace("_", "-")
    return _SAME_LANGUAGE.get(plain, plain)


def _tidy(written: str) -> str:
    return " ".join(written.split())[:MAX_NAME]
