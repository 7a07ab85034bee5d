"""Setting text: lines, Chinese and Latin side by side, and what they measure.

Chinese and Latin runs each get their own face, a quarter-em gap is between them, lines break
where no date, number or name is divided, and are placed by the role's line height alone, so that
the two faces never push lines apart.
"""

from __future__ import annotations

import math
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from kiosk.look.letters import lettered
from kiosk.look.line_breaks import UNLIMITED, Line, broken, widest_part
from kiosk.look.span import Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from PySide6.QtGui import QColor, QGlyphRun, QPainter, QTextLine

    from kiosk.look.letters import Letters
    from kiosk.look.look import Look


class Taker(Protocol):
    """What may be called in place of `Setting.draw`."""

    def __call__(
        self, setting: Setting, painter: QPainter, x: float, y: float, color: QColor, /
    ) -> None: ...


_MANDATORY_BREAK = "\u2028"
_SHARE_BEFORE = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}
"""How much of what a line leaves free is before it."""

_KEPT = 300
"""So many settings of a look are kept, since pages are shown again and tried in several ways."""

_takers: list[Taker] = []


@contextmanager
def letters_taken_by(taker: Taker) -> Iterator[None]:
    """Hand over every text instead of drawing it, to measure where letters would be."""
    _takers.append(taker)
    try:
        yield
    finally:
        _takers.pop()


def letters_are_taken() -> bool:
    """Whether texts have to be drawn one by one now, and not as pictures made before."""
    return bool(_takers)


@dataclass(frozen=True)
class Setting:
    """A typeset text: its lines fill `size`, ready to be drawn anywhere.

    `ink` is the width that the widest line really takes, in pixels.  `role` and `language` are
    those that it was set in.
    """

    size: QSizeF
    ink: float
    first_baseline: float
    last_baseline: float
    line_count: int
    _layout: QTextLayout = field(repr=False, compare=False)
    role: str = ""
    language: str = ""

    @property
    def layout(self) -> QTextLayout:
        """Its lines and letters, for measuring."""
        return self._layout

    def draw(self, painter: QPainter, x: float, y: float, color: QColor) -> None:
        """Draw it with its top left corner there."""
        if _takers:
            _takers[-1](self, painter, x, y, color)
        else:
            self.draw_letters(painter, x, y, color)

    def draw_letters(self, painter: QPainter, x: float, y: float, color: QColor) -> None:
        """Draw it, even while somebody takes the letters."""
        painter.setPen(color)
        self._layout.draw(painter, QPointF(x, y))

    def rect(self, x: float, y: float) -> QRectF:
        """What it covers when drawn there."""
        return QRectF(x, y, self.ink, self.size.height())

    @property
    def text(self) -> str:
        """Its letters as they are set, without the spaces that gaps have taken the place of."""
        return self._layout.text()

    @cached_property
    def letters(self) -> tuple[QRectF, ...]:
        """What the letters of each line really cover, from the top left corner of the setting."""
        found = []
        for number in range(self._layout.lineCount()):
            covered = QRectF()
            for run in self._layout.lineAt(number).glyphRuns():
                covered |= _bounds(run)
            found.append(covered)
        return tuple(found)

    def areas(self, start: int, end: int) -> list[QRectF]:
        """What the letters from `start` to `end` of `text` cover, line by line.

        Both are places as Qt counts, in UTF-16 code units; a rectangle goes from the ascent to
        the descent of its line, and is measured from the top left corner of the setting.
        """
        found = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                found.append(QRectF(left, line.y(), right - left, line.height()))
        return found


def set_text(
    look: Look,
    text: str | Sequence[Span],
    *,
    language: str,
    role: str,
    width: float = UNLIMITED,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    balanced: bool = False,
    scale: float = 1.0,
) -> Setting:
    """Set a text in a role's type within `width` pixels.

    `balanced` makes the lines of a headline equally long.  `scale` shrinks or enlarges the role's
    size, line height included.
    """
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    key = (spans, language, role, width, align, balanced, scale)
    if any(span.color is not None for span in spans):
        return _set(look, *key)  # Colours have no hash.
    kept: dict[Hashable, Setting] = look.settings
    setting = kept.pop(key, None) or _set(look, *key)
    if len(kept) >= _KEPT:
        kept.pop(next(iter(kept)))
    # The latest stand last: what every page has is not forgotten for texts of a single one.
    kept[key] = setting
    return setting


def _set(
    look: Look,
    spans: tuple[Span, ...],
    language: str,
    role: str,
    width: float,
    align: Qt.AlignmentFlag,
    balanced: bool,
    scale: float,
) -> Setting:
    style = look.style(role)
    letters = lettered(look, spans, style, language=language, scale=scale)
    pitch = (style.han_line_height if letters.has_han else style.line_height) * letters.em
    if _MANDATORY_BREAK in letters.text:
        lines: Sequence[Line] = _as_written(letters, width)
    else:
        whole = _begun(letters)
        lines = (_only(letters, whole),)
        if lines[0].ink > width:
            lines = broken(
                letters, whole, width, language=language, names=look.names, balanced=balanced
            )
            _divide(letters.layout, lines)
    placed = _placed(letters, lines, pitch, width, align)
    return replace(placed, role=role, language=language)


def set_whole_words(
    look: Look, text: str | Sequence[Span], *, language: str, role: str, width: float
) -> Setting:
    """Set a headline with equally long lines, smaller where its longest word would not fit."""
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    words = (replace(span, text=word) for span in spans for word in span.text.split())
    style = look.style(role)
    widest = 0.0
    for word in words:
        letters = lettered(look, [word], style, language=language, scale=1.0)
        widest = max(widest, widest_part(letters, _begun(letters), language=language))
    scale = 1.0 if widest <= width else width / widest * 0.99
    return set_text(
        look, spans, language=language, role=role, width=width, balanced=True, scale=scale
    )


def words_by_line(layout: QTextLayout) -> tuple[str, ...]:
    """The text of each line, without the spaces around it."""
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    # Qt counts in UTF-16 code units.
    units = layout.text().encode("utf-16-le")
    return tuple(
        units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        .decode("utf-16-le", "replace")
        .strip()
        for line in lines
    )


def width_of(look: Look, text: str, *, language: str, role: str) -> float:
    """How wide a text is on one line, in pixels."""
    return set_text(look, text, language=language, role=role).ink


def _begun(letters: Letters) -> QTextLine:
    """The text on one line, for measuring."""
    letters.layout.beginLayout()
    line = letters.layout.createLine()
    if line.isValid():
        line.setLineWidth(UNLIMITED)
    letters.layout.endLayout()
    return line


def _only(letters: Letters, whole: QTextLine) -> Line:
    if not whole.isValid():
        return Line(0, 0, UNLIMITED, 0.0, 0.0)
    end = whole.textLength()
    lead, trail = letters.leading.get(0, 0.0), letters.trailing.get(end, 0.0)
    return Line(0, end, UNLIMITED, whole.naturalTextWidth() - lead - trail, -lead)


def _as_written(letters: Letters, width: float) -> list[Line]:
    """The lines of a text that says itself where some of them end, each filled by Qt."""
    option = letters.layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    letters.layout.setTextOption(option)
    lines = []
    letters.layout.beginLayout()
    while (line := letters.layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(Line(start, end, width, line.naturalTextWidth(), 0.0))
    letters.layout.endLayout()
    return lines


def _divide(layout: QTextLayout, lines: Sequence[Line]) -> None:
    """Break the text where these lines end, instead of leaving it on one."""
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(lines[min(count, len(lines) - 1)].reach)
        count += 1
    layout.endLayout()


def _placed(
    letters: Letters,
    lines: Sequence[Line],
    pitch: float,
    width: float,
    align: Qt.AlignmentFlag,
) -> Setting:
    """The lines at their places: one below the other, in `width` pixels."""
    layout, size = letters.layout, letters.em
    metrics = QFontMetricsF(layout.font())
    # The letters of the first face are in the middle of the pitch, whatever it is.
    baseline_in_pitch = (pitch + metrics.capHeight()) / 2
    if pitch > size * 1.2:
        baseline_in_pitch = pitch / 2 + size * 0.36
    ink = max((line.ink for line in lines), default=0.0)
    room = ink if width >= UNLIMITED else width
    share, count = _SHARE_BEFORE.get(align, 0.0), layout.lineCount()
    raised = _raised_above(letters, baseline_in_pitch) if count else 0.0
    baseline_in_pitch += raised
    for number in range(count):
        line, chosen = layout.lineAt(number), lines[min(number, len(lines) - 1)]
        left = chosen.indent + share * (room - chosen.ink)
        line.setPosition(QPointF(left, pitch * number + baseline_in_pitch - line.ascent()))
    return Setting(
        size=QSizeF(room, pitch * count + raised),
        ink=ink,
        first_baseline=baseline_in_pitch if count else 0.0,
        last_baseline=pitch * (count - 1) + baseline_in_pitch if count else 0.0,
        line_count=count,
        _layout=layout,
    )


def _raised_above(letters: Letters, room: float) -> float:
    """How far the marks of the first line's capitals rise beyond the room above its baseline.

    The pitch of large type leaves room for capitals alone; those of É and Å would be cut off by
    the edge of whatever shows the text.  In pixels; 0 for nearly every text, at no cost.
    """
    if letters.text.isascii() or not any(map(_is_marked, letters.text)):
        return 0.0
    line = letters.layout.lineAt(0)
    top = 0.0
    for run in line.glyphRuns():
        top = min(top, _bounds(run).top() - line.y() - line.ascent())
    return max(0.0, math.ceil(-top - room))


def _bounds(run: QGlyphRun) -> QRectF:
    """The bounds of the letters themselves, and not the rectangle of their line."""
    run.setBoundingRect(QRectF())
    return run.boundingRect()


def _is_marked(character: str) -> bool:
    """Whether it may have a mark above capitals: É, or a mark of its own."""
    return not character.isascii() and (character.isupper() or unicodedata.combining(character) > 0)


def _x(line: QTextLine, place: int) -> float:
    """Where a letter of a placed line begins; the stub does not know that Qt returns a pair."""
    return cast("tuple[float, int]", line.cursorToX(place))[0]
