"""The letters of a text: each run in its own face, and a gap where two scripts meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from kiosk.languages.spacing import Run, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from kiosk.look.faces import TypeStyle
    from kiosk.look.look import Look
    from kiosk.look.span import Span

_GAP_EM = 0.25
_HEADING_TRACKING_EM = 0.04
_HEAVY = 700


def lettered(
    look: Look,
    spans: Sequence[Span],
    style: TypeStyle,
    *,
    language: str,
    scale: float,
    align: Qt.AlignmentFlag,
) -> QTextLayout:
    """The spans as one text with a font for each run; its lines are not broken yet."""
    pieces: list[str] = []
    formats: list[QTextLayout.FormatRange] = []
    position = 0
    for span in spans:
        for run in runs(span.text, language):
            font = _font(look, style, span, run, language, scale)
            if run.gap_before and formats:
                _open_gap(formats, font, position, utf16_length(pieces[-1][-1]))
            formats.append(_range(position, utf16_length(run.text), font, span.color))
            pieces.append(run.text)
            position += utf16_length(run.text)
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
    if han and face == "display" and not _draws(font, run.text):
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


def _draws(font: QFont, text: str) -> bool:
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


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
