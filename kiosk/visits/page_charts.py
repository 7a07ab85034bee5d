"""The charts of the page about visits, as SVG that stands in it: whoever prints it has them too."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

CLASSES = 5
_WIDTH = 720
_ROW = 44
_LONGEST = 400
_CELL_HEIGHT = 30
_LABEL_WIDTH = 150


class BarOf(NamedTuple):
    """A bar: what it stands for, its value, what is said at its end, and a part that is marked."""

    label: str
    value: int
    said: str
    marked: int = 0


def bars(told: Sequence[BarOf], name: str) -> str:
    """Horizontal bars below their labels, each with its number in words.

    Each is a drawing of its own, so that paper ends between two of them.
    """
    most = max((each.value for each in told), default=0) or 1
    drawings = (
        _svg(f"{each.label}: {each.said}", f"0 0 {_WIDTH} {_ROW}", _bar(each, most))
        for each in told
    )
    return f'<figure aria-label="{escape(name, quote=True)}">{"".join(drawings)}</figure>'


def _bar(told: BarOf, most: int) -> Iterator[str]:
    long, marked = (max(2, round(_LONGEST * each / most)) for each in (told.value, told.marked))
    yield f'<text y="15">{escape(told.label)}</text>'
    yield f'<rect class="bar" y="22" width="{long}" height="12" rx="2"/>'
    if told.marked:
        yield f'<rect class="marked" y="22" width="{marked}" height="12"/>'
    yield f'<text class="number" x="{long + 8}" y="33">{escape(told.said)}</text>'


def hours(rows: Mapping[str, Mapping[int, int]], name: str) -> str:
    """A row for each name and a column for each hour of the day, shaded by how often."""
    seen = sorted({hour for each in rows.values() for hour in each})
    if not seen:
        return ""
    columns = range(seen[0], seen[-1] + 1)
    width = (_WIDTH - _LABEL_WIDTH) / len(columns)
    most = max(count for each in rows.values() for count in each.values())
    parts = []
    for place, hour in enumerate(columns):
        x = _LABEL_WIDTH + (place + 0.5) * width
        parts.append(f'<text class="number middle" x="{x:.1f}" y="14">{hour}</text>')
    for row, (label, counts) in enumerate(rows.items()):
        top = 22 + row * _CELL_HEIGHT
        parts.append(f'<text y="{top + 20}">{escape(label)}</text>')
        for place, hour in enumerate(columns):
            count = counts.get(hour, 0)
            x = _LABEL_WIDTH + place * width
            box = f'x="{x:.1f}" y="{top}" width="{width - 2:.1f}" height="{_CELL_HEIGHT - 2}"'
            parts.append(f'<rect class="{shade(count, most)}" {box}/>')
            if count:
                at = f'x="{x + width / 2 - 1:.1f}" y="{top + 19}"'
                ink = f"middle on-{shade(count, most)}"
                parts.append(f'<text class="{ink}" {at}>{count}</text>')
    return _svg(name, f"0 0 {_WIDTH} {24 + len(rows) * _CELL_HEIGHT}", parts)


def shade(value: int, most: int) -> str:
    """The class of a value: the first fifth of the largest one, the second, and so on."""
    if value <= 0:
        return "none"
    return f"shade-{min(CLASSES - 1, value * CLASSES // max(1, most))}"


def drawn(parts: Iterable[str], name: str, box: str, *, kind: str) -> str:
    """Any other drawing."""
    return _svg(name, box, parts, kind=kind)


def _svg(name: str, box: str, parts: Iterable[str], *, kind: str = "chart") -> str:
    told = escape(name, quote=True)
    head = f'class="{kind}" viewBox="{box}" role="img" aria-label="{told}"'
    return f"<svg {head}>{''.join(parts)}</svg>"
