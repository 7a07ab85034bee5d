"""Figures in tables, whichever way a spreadsheet writes them: `1,195.5`, `1.195,5`, `1 195,5`.

A point and a comma mean different things in different countries, so a column is read as a whole:
one figure that can only be read one way decides for all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.values import Value
from kiosk.exhibit.tables import table_messages
from kiosk.text.invisible import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.tables.cell import Cell
    from kiosk.text.messages import Message

_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
_ORDINARY = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(space): " " for space in _SPACES},
    ord("−"): "-",
    ord("’"): "'",
}
"""Full-width signs, as Chinese input methods write them, and rare spaces."""

_FIGURE = re.compile(
    r"(?P<sign>[-+]?) ?(?P<digits>[0-9][0-9.,' ]*?) ?%?"
    r"(?P<word> +(?:thousand|million|billion|trillion))?"
)
_LONGEST = 60
_MARKS = {
    mark: re.compile(
        rf"(?:[1-9][0-9]{{0,2}}(?P<group>[{other} '])[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*|[0-9]+)"
        rf"(?:{re.escape(mark)}[0-9]+)?"
    )
    for mark, other in ((".", ","), (",", "."))
}
"""What precedes the decimals, and how a figure then looks."""


class _FigureParts(NamedTuple):
    """A cell's figure in parts, and the decimal marks with which it makes sense."""

    sign: str
    digits: str
    word: str
    marks: frozenset[str]

    def with_mark(self, mark: str) -> str:
        """The figure as our own files write it."""
        digits = re.sub(rf"[^0-9{re.escape(mark)}]", "", self.digits).replace(mark, ".")
        return f"{self.sign.replace('+', '')}{digits}{self.word}"

    @property
    def is_unclear(self) -> bool:
        return len(self.marks) > 1 and not self.marks.isdisjoint(self.digits)


def read_figures(cells: Sequence[Cell], mark: str | None) -> Iterator[Value | Message | None]:
    """For each cell of a column its figure or what is wrong with it.

    `mark` is the decimal mark for a column in which nothing decides.  None is a figure
    that can't be read because of an unclear one before it: one question is enough.
    """
    seen = [None if cell.is_exact else _seen(cell.text) for cell in cells]
    clear = ((cell, each) for cell, each in zip(cells, seen, strict=True) if each)
    first, decided = next(
        ((cell.text, *each.marks) for cell, each in clear if len(each.marks) == 1), ("", mark)
    )
    asked = False
    for cell, each in zip(cells, seen, strict=True):
        if cell.is_exact:
            yield _value(cell.text, cell.text)
        elif each is None or not each.marks:
            yield table_messages.not_a_number(cell.text)
        elif decided is None and each.is_unclear:
            decimal, whole = sorted(map(each.with_mark, _MARKS), key=_is_whole)
            yield None if asked else table_messages.unclear_figure(cell.text, whole, decimal)
            asked = True
        elif decided is not None and decided not in each.marks:
            yield table_messages.other_mark(cell.text, first)
        else:
            yield _value(each.with_mark(decided or "."), cell.text)


def figures_meant(text: str) -> tuple[str, ...]:
    """The figures, as our files write them, that a text outside of any table may mean."""
    seen = _seen(text)
    if seen is None:
        return ()
    return tuple(sorted({seen.with_mark(mark) for mark in seen.marks}, key=_is_whole))


def _seen(text: str) -> _FigureParts | None:
    ordinary = plain(text).translate(_ORDINARY) if len(text) <= _LONGEST else ""
    match = _FIGURE.fullmatch(ordinary)
    if match is None:
        return None
    digits = match["digits"]
    marks = frozenset(mark for mark, form in _MARKS.items() if form.fullmatch(digits))
    return _FigureParts(match["sign"], digits, match["word"] or "", marks)


def _is_whole(written: str) -> bool:
    return "." not in written


def _value(figure: str, written: str) -> Value | Message:
    try:
        value = Value.parse(figure)
    except ValueError:
        long = re.search(r"\.[0-9]{10}", figure) is not None
        wrong = table_messages.too_many_decimals if long else table_messages.not_a_number
        return wrong(written)
    return value if value.number is not None else table_messages.not_a_number(written)
