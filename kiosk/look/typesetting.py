"""Setting text: lines, Chinese and Latin side by side, and what they measure.

Chinese and Latin runs each get their own face, a quarter-em gap stands between them, and lines
are placed by the role's line height alone, so that the two faces never push lines apart.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from kiosk.languages.phrases import phrase_ends
from kiosk.languages.spacing import Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter, QTextLine

    from kiosk.look.faces import TypeStyle
    from kiosk.look.look import Look

_GAP_EM = 0.25
_HEADING_TRACKING_EM = 0.04
UNLIMITED = 1e6
"""A width that no text reaches: everything stands on one line."""
_HEAVY = 700
_SLACK_EM = 0.2
_PHRASED_LINES = 3
"""A headline of more lines is broken anywhere: there would be too many ways to try."""
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Characters between which a line may break."""


@dataclass(frozen=True)
class Span:
    """A piece of text with a look of its own: a weight, a size factor, a colour, another face."""

    text: str
    weight: int | None = None
    scale: float = 1.0
    italic: bool = False
    display: bool | None = None
    color: QColor | None = None


class Taker(Protocol):
    """What may be called in place of `Setting.draw`."""

    def __call__(
        self, setting: Setting, painter: QPainter, x: float, y: float, color: QColor, /
    ) -> None: ...


_takers: list[Taker] = []


@contextmanager
def letters_taken_by(taker: Taker) -> Iterator[None]:
    """Hand over every text instead of drawing it: to measure where letters would stand."""
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
    """A text that has been set: its lines stand in `size`, ready to be drawn anywhere.

    `ink` is the width that the widest line really takes, in pixels.
    """

    size: QSizeF
    ink: float
    first_baseline: float
    last_baseline: float
    line_count: int
    widest_part: float
    """How wide the widest part is that no line break can divide: a word, a Chinese character."""
    _layout: QTextLayout = field(repr=False, compare=False)

    @property
    def layout(self) -> QTextLayout:
        """Its lines and letters, for whoever measures them."""
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
    layout = _laid_out(look, spans, style, language=language, scale=scale, align=align)
    pitch = _pitch(spans, style, language) * style.size * scale * look.u
    setting = _set_lines(layout, [width], pitch, look, style, scale)
    if balanced and setting.line_count > 1:
        widths = _between_phrases(layout, width, setting.line_count) or [
            _narrowest(layout, width, setting.line_count, least)
        ]
        setting = _set_lines(layout, widths, pitch, look, style, scale)
    return setting


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


def _laid_out(
    look: Look,
    spans: Sequence[Span],
    style: TypeStyle,
    *,
    language: str,
    scale: float,
    align: Qt.AlignmentFlag,
) -> QTextLayout:
    pieces: list[str] = []
    formats: list[QTextLayout.FormatRange] = []
    position = 0
    for span in spans:
        for run in runs(span.text, language):
            font = _font(look, style, span, run, language, scale)
            if run.gap_before and formats:
                _open_gap(formats, font, position, _units(pieces[-1][-1]))
            formats.append(_range(position, _units(run.text), font, span.color))
            pieces.append(run.text)
            position += _units(run.text)
    first = formats[0].format.font() if formats else QFont()
    layout = QTextLayout("".join(pieces), first)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.setCacheEnabled(True)
    return layout


def _font(look: Look, style: TypeStyle, span: Span, run: Run, language: str, scale: float) -> QFont:
    pixels = style.size * scale * span.scale * look.u
    face = style.face
    if span.display is not None:
        face = "display" if span.display else "text"
    weight = style.weight if span.weight is None else span.weight
    if look.theme.high_contrast and face == "display":
        face, weight = "text", 700
    han = run.script == "han"
    font = look.faces.font(
        language=language, script=run.script, face=face, weight=weight, pixels=pixels
    )
    if han and face == "display" and not draws(font, run.text):
        # The display face has the common characters; the text face of the same region has all.
        face = "text"
        font = look.faces.font(
            language=language, script=run.script, face=face, weight=_HEAVY, pixels=pixels
        )
    if span.italic and not han:
        font = QFont(font)
        font.setItalic(True)
    if han and face == "display":
        font = QFont(font)
        font.setLetterSpacing(
            QFont.SpacingType.AbsoluteSpacing, _HEADING_TRACKING_EM * font.pixelSize()
        )
    return font


def draws(font: QFont, text: str) -> bool:
    """Whether a font itself has every character of a text."""
    metrics = QFontMetricsF(font)
    return all(metrics.inFontUcs4(ord(character)) for character in text)


def _range(start: int, length: int, font: QFont, color: QColor | None) -> QTextLayout.FormatRange:
    entry = QTextLayout.FormatRange()
    entry.start = start
    entry.length = length
    look = QTextCharFormat()
    look.setFont(font)
    if color is not None:
        look.setForeground(color)
    entry.format = look
    return entry


def _open_gap(
    formats: list[QTextLayout.FormatRange], font: QFont, position: int, units: int
) -> None:
    """Let the last character before `position`, so many units long, keep its distance."""
    last = formats[-1]
    before = QFont(last.format.font())
    em = min(before.pixelSize(), font.pixelSize())
    before.setLetterSpacing(
        QFont.SpacingType.AbsoluteSpacing, before.letterSpacing() + _GAP_EM * em
    )
    length = last.length
    foreground = last.format.foreground()
    color = foreground.color() if foreground.style() != Qt.BrushStyle.NoBrush else None
    if length > units:
        last.length = length - units
        formats.append(_range(position - units, units, before, color))
    else:
        formats[-1] = _range(position - units, units, before, color)


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
    # The letters of the first face stand in the middle of the pitch, whatever it is.
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
        widest_part=_widest_part(layout, ink),
        _layout=layout,
    )


def _widest_part(layout: QTextLayout, ink: float) -> float:
    """The width of the widest part between two places where a line may break."""
    text = layout.text()
    return ink if text.isascii() or not _HAN.search(text) else min(ink, layout.minimumWidth())


def _count_lines(layout: QTextLayout, width: float) -> int:
    count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return count


def _narrowest(layout: QTextLayout, width: float, lines: int, least: float) -> float:
    """The least width that needs no more lines, to within two pixels."""
    low, high = max(width / lines / 2, least), width
    while high - low > 2:
        middle = (low + high) / 2
        if _count_lines(layout, middle) > lines:
            low = middle
        else:
            high = middle
    return high


def _between_phrases(layout: QTextLayout, width: float, lines: int) -> list[float]:
    """The widths of the most even lines that divide no Chinese phrase; none where there are none.

    Each is the width of its line with less to spare than the next phrase takes.
    """
    text = layout.text()
    if lines > _PHRASED_LINES or not _HAN.search(text) or _units(text) > len(text):
        return []
    *ends, last = sorted(phrase_ends(text))
    slack = layout.font().pixelSize() * _SLACK_EM
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(UNLIMITED)
    at = {end: _position(line, end) for end in (0, *ends, last)}
    layout.endLayout()
    chosen: list[float] = []
    for middle in combinations(ends, lines - 1):
        edges = [at[end] for end in (0, *middle, last)]
        widths = [right - left + slack for left, right in pairwise(edges)]
        if max(widths) <= width and (not chosen or max(widths) < max(chosen)):
            chosen = widths
    return chosen


def _position(line: QTextLine, index: int) -> float:
    """How far a line has come at a character; the stub does not know that Qt returns a pair."""
    return cast("tuple[float, int]", line.cursorToX(index))[0]


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
