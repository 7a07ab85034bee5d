"""The screen of an installation that is too damaged to show anything: it says what is missing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import yaml
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.guard.health import dot_matrix
from kiosk.guard.health.installation import broken_fonts, damages, has_font
from kiosk.languages.language import LANGUAGES
from kiosk.languages.words import read_words
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MEND = "Install the exhibit again. kiosk doctor says more."
_TITLE = "This exhibit can't be shown at the moment."
_GROUND, _INK, _INK_2 = QColor("#0b1420"), QColor("#f2f5f7"), QColor("#a9b8c4")
_MARGIN_SHARE, _TEXT_SHARE, _DOTS_A_SHORT_SIDE = 0.08, 0.035, 260

_log = logging.getLogger("kiosk.guard")


class DamageScreen(QWidget):
    """Says in all languages that nothing can be shown, and to staff in English why.

    It is drawn with the fonts that are left, ours or the system's, and without any in dots.
    """

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__()
        self.setWindowTitle("kiosk")
        self.titles = _titles() if has_font() else (_TITLE,)
        self.reasons = (*reasons, _MEND)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        margin = min(self.width(), self.height()) * _MARGIN_SHARE
        body = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        (self._write if has_font() else self._dot)(painter, body)
        painter.end()

    def _write(self, painter: QPainter, body: QRectF) -> None:
        font = QFont()
        font.setPixelSize(max(8, round(min(self.width(), self.height()) * _TEXT_SHARE)))
        painter.setFont(font)
        flags = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        for text, ink in self._paragraphs():
            painter.setPen(ink)
            drawn = painter.boundingRect(body, flags, text)
            painter.drawText(body, flags, text)
            body.setTop(drawn.bottom() + font.pixelSize() / 2)

    def _dot(self, painter: QPainter, body: QRectF) -> None:
        dot = max(1.0, min(self.width(), self.height()) / _DOTS_A_SHORT_SIDE)
        columns = max(1, int(body.width() / (dot * dot_matrix.WIDTH)))
        y = body.top()
        for text, ink in self._paragraphs():
            for line in dot_matrix.wrapped(text, columns):
                dot_matrix.draw_line(painter, line, body.left(), y, dot, ink)
                y += dot * dot_matrix.HEIGHT
            y += dot * dot_matrix.HEIGHT / 2

    def _paragraphs(self) -> list[tuple[str, QColor]]:
        titles = [(text, _INK) for text in self.titles]
        return titles + [(text, _INK_2) for text in self.reasons]


def damage_screen() -> DamageScreen | None:
    """The screen that says what is damaged; None where nothing is that would matter."""
    broken = broken_fonts()
    reasons = damages()
    if broken and not has_font():
        reasons = (*reasons, f"assets/look/fonts: {', '.join(broken)}")
    if not reasons:
        return None
    for reason in reasons:
        _log.critical("the installation is damaged: %s", reason)
    return DamageScreen(reasons)


def _titles() -> tuple[str, ...]:
    try:
        words = read_words(shipped("assets") / "words")
        return tuple(words.say("damage_title", language) for language in LANGUAGES)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, yaml.YAMLError):
        return (_TITLE,)
