"""Setting text: lines, Chinese and Latin side by side, and what they measure.

Chinese and Latin runs each get their own face, a quarter-em gap is between them, and lines
are placed by the role's line height alone, so that the two faces never push lines apart.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout

from kiosk.languages.spacing import runs
from kiosk.look.letters import lettered
from kiosk.look.line_breaks import UNLIMITED, even_widths, widest_part
from kiosk.look.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

    from kiosk.look.faces import TypeStyle
    from kiosk.look.look import Look


class Taker(Protocol):
    """What may be called in place of `Setting.draw`."""

    def __call__(
        self, setting: Setting, painter: QPainter, x: float, y: float, color: QColor, /
    ) -> None: ...


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
    widest_part: float
    """How wide the widest part is that no line break can divide: a word, a Chinese character."""
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
    least: float = 0.0,
) -> Setting:
    """Set a text in a role's type within `width` pixels.

    `balanced` makes the lines of a headline equally long, but not narrower than `least`.
    `scale` shrinks or enlarges the role's size, line height included.
    """
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    style = look.style(role)
    layout = lettered(look, spans, style, language=language, scale=scale, align=align)
    pitch = _pitch(spans, style, language) * style.size * scale * look.u
    setting = _set_lines(layout, [width], pitch, look, style, scale)
    if balanced and setting.line_count > 1:
        widths = even_widths(layout, width, setting.line_count, least)
        setting = _set_lines(layout, widths, pitch, look, style, scale)
    return replace(setting, role=role, language=language)


def set_whole_words(
    look: Look, text: str | Sequence[Span], *, language: str, role: str, width: float
) -> Setting:
    """Set a headline with equally long lines, smaller where its longest word would not fit."""
    spans = (Span(text),) if isinstance(text, str) else tuple(text)
    words = (replace(span, text=word) for span in spans for word in span.text.split())
    widest = max(
        (set_text(look, [word], language=language, role=role).widest_part for word in words),
        default=0.0,
    )
    scale = 1.0 if widest <= width else width / widest * 0.99
    return set_text(
        look,
        spans,
        language=language,
        role=role,
        width=width,
        balanced=True,
        scale=scale,
        least=widest * scale,
    )


def width_of(look: Look, text: str, *, language: str, role: str) -> float:
    """How wide a text is on one line, in pixels."""
    return set_text(look, text, language=language, role=role).ink


def _pitch(spans: Sequence[Span], style: TypeStyle, language: str) -> float:
    chinese = any(run.script == "han" for span in spans for run in runs(span.text, language))
    return style.han_line_height if chinese else style.line_height


def _set_lines(
    layout: QTextLayout,
    widths: Sequence[float],
    pitch: float,
    look: Look,
    style: TypeStyle,
    scale: float,
) -> Setting:
    """Break the lines at these widths, of which the last holds for all that follow."""
    width = max(widths)
    size = style.size * scale * look.u
    metrics = QFontMetricsF(layout.font())
    # The letters of the first face are in the middle of the pitch, whatever it is.
    baseline_in_pitch = (pitch + metrics.capHeight()) / 2
    if pitch > size * 1.2:
        baseline_in_pitch = pitch / 2 + size * 0.36
    baseline = 0.0
    first = ink = 0.0
    count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(widths[min(count, len(widths) - 1)])
        baseline = pitch * count + baseline_in_pitch
        line.setPosition(QPointF(0, baseline - line.ascent()))
        first = first or baseline
        ink = max(ink, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    return Setting(
        size=QSizeF(min(width, ink) if width >= UNLIMITED else width, pitch * count),
        ink=ink,
        first_baseline=first,
        last_baseline=baseline,
        line_count=count,
        widest_part=widest_part(layout, ink),
        _layout=layout,
    )
