"""The `d` language of SVG, read into a QPainterPath."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from kiosk.geography.elliptical_arc import cubics_of_arc
from kiosk.geography.path_builder import PathBuilder
from kiosk.text.phrase import Phrase, of_program, template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPainterPath

MAX_ELEMENTS: Final = 400_000
"""Elements one path may have; the whole shipped map has a tenth of it."""

MAX_COORDINATE: Final = 1e7
"""Largest distance from the origin a point may have, in the units of the path."""

_SPACE: Final = r"[ \t\n\r\f]"
_NUMBER: Final = r"[+-]?(?:[0-9]++\.?+[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?+"
_GAP: Final = rf"{_SPACE}*+,?+{_SPACE}*+"
"""Neither gives anything back: two hundred digits could be three numbers in a million ways."""
_COMMANDS: Final = "MmLlHhVvCcSsQqTtAaZz"

_SEGMENT: Final = re.compile(rf"([{_COMMANDS}])([^{_COMMANDS}]*)")
_PAIR: Final = rf"{_SPACE}*+{_NUMBER}{_GAP}{_NUMBER}{_SPACE}*+"
_REPEATED_LINE: Final = re.compile(rf"L(?:{_PAIR}L(?={_PAIR}))++|l(?:{_PAIR}l(?={_PAIR}))++")
"""Lines that each have their letter, as D3 and browsers write them, up to the last pair."""
_ONE_NUMBER: Final = re.compile(_NUMBER)
_NUMBER_AND_GAP: Final = re.compile(rf"({_NUMBER})({_GAP})")
_ARC: Final = re.compile(
    rf"({_NUMBER}){_GAP}({_NUMBER}){_GAP}({_NUMBER}){_GAP}([01]){_GAP}([01]){_GAP}"
    rf"({_NUMBER}){_GAP}({_NUMBER})({_GAP})"
)
_STRAY_COMMA: Final = re.compile(rf",{_SPACE}*(?:[,{_COMMANDS}]|\Z)")
_LEADING_COMMA: Final = re.compile(rf"[{_COMMANDS}]{_SPACE}*,")
_ALLOWED: Final = (_COMMANDS + "0123456789+-.eE, \t\n\r\f").encode()
_COUNT: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


class PathDataError(ValueError):
    """Path data that the SVG grammar does not allow; `position` counts characters from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(
            Phrase("{found}, at character {number}", found=of_program(message), number=position + 1)
        )
        self.position = position


def path_from_data(data: str) -> QPainterPath:
    """The outline that SVG path data draws, in the data's own units.

    Reads the whole grammar of SVG 1.1 chapter 8.3 with its short forms.  The fill rule is left at
    Qt's default, because path data does not say it.  Empty data gives an empty path.

    Raises PathDataError for anything the grammar does not allow, for more than MAX_ELEMENTS
    elements and for points further out than MAX_COORDINATE.
    """
    _refuse_stray_characters(data)
    first = _SEGMENT.search(data)
    lead = data[: first.start()] if first else data
    if lead.strip():
        raise PathDataError(
            template("path data must begin with a command"), len(lead) - len(lead.lstrip())
        )
    outline = PathBuilder()
    for segment in _SEGMENT.finditer(_REPEATED_LINE.sub(_with_one_letter, data)):
        command, start = segment[1], segment.start()
        if not outline.types and command not in "Mm":
            raise PathDataError(template("path data must begin with M or m"), start)
        numbers = _numbers_of(command, segment[2], start + 1)
        _DRAW[command.lower()](outline, numbers, command.islower())
        outline.last = command.lower()
        if len(outline.types) > MAX_ELEMENTS:
            raise PathDataError(
                Phrase("path has more than {limit} elements", limit=MAX_ELEMENTS), start
            )
    if not outline.reach() <= MAX_COORDINATE:
        raise _too_far()
    return outline.path()


def _with_one_letter(found: re.Match[str]) -> str:
    """`L1,2 3,4` for `L1,2L3,4`: the same in SVG, as long, and read ten times as fast."""
    letter = found[0][0]
    return letter + found[0][1:].replace(letter, " ")


def _too_far() -> PathDataError:
    return PathDataError(
        Phrase("a point lies further out than {limit:.0f} units", limit=MAX_COORDINATE), 0
    )


def _refuse_stray_characters(data: str) -> None:
    raw = data.encode("ascii", "replace")
    strays = raw.translate(None, _ALLOWED)
    if strays:
        position = raw.index(strays[:1])
        raise PathDataError(
            Phrase("{letter!r} has no meaning in path data", letter=data[position]), position
        )
    for pattern in (_STRAY_COMMA, _LEADING_COMMA):
        found = pattern.search(data)
        if found:
            raise PathDataError(template("a comma without a number beside it"), found.start())


def _numbers_of(command: str, text: str, position: int) -> list[float]:
    """Read the numbers after one command; `position` is where `text` begins."""
    if command in "Aa":
        numbers = _arc_numbers(text, position)
    else:
        try:
            numbers = [*map(float, text.replace(",", " ").split())]
        except ValueError:
            numbers = _packed_numbers(text, position)
    wanted = _COUNT[command.lower()]
    if not wanted:
        if numbers:
            raise PathDataError(Phrase("{command} takes no numbers", command=command), position)
    elif not numbers or len(numbers) % wanted:
        raise PathDataError(
            Phrase(
                "{command} takes a number each time, found {count}"
                if wanted == 1
                else "{command} takes {wanted} numbers each time, found {count}",
                command=command,
                wanted=wanted,
                count=len(numbers),
            ),
            position,
        )
    return numbers


def _packed_numbers(text: str, position: int) -> list[float]:
    """Read numbers without separators, as in `1.5.5-3e2`."""
    if not _ONE_NUMBER.sub("", text).replace(",", "").strip():
        return [*map(float, _ONE_NUMBER.findall(text))]
    at = len(text) - len(text.lstrip())
    while found := _NUMBER_AND_GAP.match(text, at):
        at = found.end()
    raise PathDataError(template("this is not a number"), position + at)


def _arc_numbers(text: str, position: int) -> list[float]:
    """Read the sevens after A: the two flags are one digit each and may touch what follows."""
    numbers: list[float] = []
    at = len(text) - len(text.lstrip())
    while at < len(text):
        found = _ARC.match(text, at)
        if found is None:
            raise PathDataError(
                template("an arc is rx ry rotation, two flags of 0 or 1, and x y"), position + at
            )
        numbers += map(float, found.groups()[:7])
        at = found.end()
    return numbers


def _draw_lines(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    xs, ys = numbers[0::2], numbers[1::2]
    if relative:
        xs = [*accumulate(xs, initial=outline.x)][1:]
        ys = [*accumulate(ys, initial=outline.y)][1:]
    outline.lines(xs, ys)


def _draw_move(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    x, y = numbers[:2]
    outline.move(x + outline.x * relative, y + outline.y * relative)
    if len(numbers) > 2:
        outline.last = "m"
        _draw_lines(outline, numbers[2:], relative)


def _draw_horizontal(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    xs = [*accumulate(numbers, initial=outline.x)][1:] if relative else numbers
    outline.lines(xs, [outline.y] * len(xs))


def _draw_vertical(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    ys = [*accumulate(numbers, initial=outline.y)][1:] if relative else numbers
    outline.lines([outline.x] * len(ys), ys)


def _points(
    outline: PathBuilder, numbers: list[float], relative: bool, count: int
) -> Iterator[list[float]]:
    """`count` numbers at a time, made absolute from where the pen is at that moment."""
    for at in range(0, len(numbers), count):
        group = numbers[at : at + count]
        if relative:
            group = [n + (outline.y if i % 2 else outline.x) for i, n in enumerate(group)]
        yield group


def _mirrored(outline: PathBuilder, family: str) -> tuple[float, float]:
    """The last control point mirrored at the pen, or the pen if the last was no such curve."""
    if outline.last and outline.last in family:
        return 2 * outline.x - outline.control_x, 2 * outline.y - outline.control_y
    return outline.x, outline.y


def _draw_cubic(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    for x1, y1, x2, y2, x, y in _points(outline, numbers, relative, 6):
        outline.curve(x1, y1, x2, y2, x, y)
        outline.control_x, outline.control_y = x2, y2


def _draw_smooth_cubic(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    for x2, y2, x, y in _points(outline, numbers, relative, 4):
        outline.curve(*_mirrored(outline, "cs"), x2, y2, x, y)
        outline.control_x, outline.control_y = x2, y2
        outline.last = "s"


def _quadratic(outline: PathBuilder, cx: float, cy: float, x: float, y: float) -> None:
    """Add a quadratic curve as the cubic one that is equal to it."""
    x0, y0 = outline.x, outline.y
    outline.curve((x0 + 2 * cx) / 3, (y0 + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3, x, y)
    outline.control_x, outline.control_y = cx, cy


def _draw_quadratic(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    for cx, cy, x, y in _points(outline, numbers, relative, 4):
        _quadratic(outline, cx, cy, x, y)


def _draw_smooth_quadratic(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    for x, y in _points(outline, numbers, relative, 2):
        _quadratic(outline, *_mirrored(outline, "qt"), x, y)
        outline.last = "t"


def _draw_arc(outline: PathBuilder, numbers: list[float], relative: bool) -> None:
    for at in range(0, len(numbers), 7):
        rx, ry, rotation, large, sweep, x, y = numbers[at : at + 7]
        if relative:
            x, y = x + outline.x, y + outline.y
        start, end = (outline.x, outline.y), (x, y)
        if not all(abs(v) <= MAX_COORDINATE for v in (rx, ry, rotation, *start, *end)):
            raise _too_far()
        if rx == 0 or ry == 0:
            outline.lines([x], [y])
        elif start != end:
            for cubic in cubics_of_arc(
                start,
                end,
                radii=(rx, ry),
                rotation_degrees=rotation,
                large=bool(large),
                sweep=bool(sweep),
            ):
                outline.curve(*cubic)


def _draw_close(outline: PathBuilder, _numbers: list[float], _relative: bool) -> None:
    outline.close()


_DRAW: Final[dict[str, Callable[[PathBuilder, list[float], bool], None]]] = {
    "m": _draw_move,
    "l": _draw_lines,
    "h": _draw_horizontal,
    "v": _draw_vertical,
    "c": _draw_cubic,
    "s": _draw_smooth_cubic,
    "q": _draw_quadratic,
    "t": _draw_smooth_quadratic,
    "a": _draw_arc,
    "z": _draw_close,
}
