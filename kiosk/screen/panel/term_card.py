"""The card beside a word that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language as language_of
from kiosk.look.motion import ease
from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.panel.fact_blocks import tagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.panel.explained_words import ExplainedWord

_WIDTH_U = 480
PADDING_U = 28
_GAP_U = 6
_RADIUS_U = 20
_TIP_U = 14
"""How far the tip reaches from the card towards the word, and half of its width."""
_TIP_GAP_U = 8
"""Between the tip and the letters; the dots are there."""
_SHADOW_U = 10
_SHADOW = 0.05
_RISE_U = 10
_SCALES = (1.0, 0.9, 0.8, 0.7)
"""How large the letters are; smaller ones only where the card would not fit beside its word."""
_WEIGHT = 500
"""That of buttons, whose font is open already: to open another takes longer than a frame."""


@dataclass(frozen=True)
class _Face:
    """What is on the card, set, and how large it is without its tip."""

    word: Setting
    explanation: Setting
    width: float
    height: float


class TermCard(QWidget):
    """Stands above or below a word and points at it.  Built once and shown again."""

    assistive_role = AssistiveRole.CARD

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._face: _Face | None = None
        self._body = QRectF()
        self._tip = QPointF()
        self._progress = 1.0
        self._entrance = QVariantAnimation(self)
        self._entrance.setStartValue(0.0)
        self._entrance.setEndValue(1.0)
        self._entrance.setEasingCurve(ease("enter"))
        self._entrance.valueChanged.connect(self._advance)
        self.hide()

    def explain(
        self,
        word: ExplainedWord,
        letters: Sequence[QRect],
        room: QRectF,
        language: str,
        look: Look,
        *,
        at_once: bool = False,
    ) -> None:
        """Open beside the letters of a word, one rectangle for each line, and within `room`.

        Both are in the parent's pixels.  It stands below the word where it fits: above are the
        number and the heading that the word belongs to.
        """
        self._look = look
        reach = look.px(_TIP_U + _TIP_GAP_U)
        above = letters[0].top() - reach - room.top()
        below = room.bottom() - letters[-1].bottom() - reach
        for scale in _SCALES:
            face = _set_face(word, language, look, room.width(), scale)
            if face.height <= max(above, below):
                break
        stands_above = face.height > below and above > below
        line = letters[0] if stands_above else letters[-1]
        tip = QPointF(line.center().x(), line.top() if stands_above else line.bottom() + 1)
        gap = look.px(_TIP_GAP_U)
        tip.setY(tip.y() - gap if stands_above else tip.y() + gap)
        left = tip.x() - face.width / 2
        left = max(room.left(), min(left, room.right() - face.width))
        edge = look.px(_TIP_U)
        top = tip.y() - edge - face.height if stands_above else tip.y() + edge
        body = QRectF(left, top, face.width, face.height)
        margin = look.px(_SHADOW_U + 2)
        area = body.united(QRectF(tip, tip)).adjusted(-margin, -margin, margin, margin)
        # Not a pixel of the word is below the widget.
        if stands_above:
            area.setBottom(tip.y() + 1)
        else:
            area.setTop(tip.y() - 1)
        rect = area.toAlignedRect()
        corner = QPointF(rect.topLeft())
        self._face, self._body, self._tip = face, body.translated(-corner), tip - corner
        self.setGeometry(rect)
        self.setAccessibleName(word.word)
        self.setAccessibleDescription(" ".join(word.explanation.words.split()))
        self._enter(at_once=at_once)
        self.show()
        self.raise_()
        self.update()

    @property
    def body(self) -> QRectF:
        """What is drawn of it without tip and shadow, in the parent's pixels."""
        return self._body.translated(QPointF(self.pos()))

    def finish(self) -> None:
        """Be there at once."""
        self._entrance.stop()
        self._advance(1.0)

    def _enter(self, *, at_once: bool) -> None:
        assert self._look is not None
        self._entrance.stop()
        if at_once or self._look.motion.still:
            self._advance(1.0)
            return
        self._entrance.setDuration(self._look.motion.tab_change)
        self._advance(0.0)
        self._entrance.start()

    @Slot(object)
    def _advance(self, progress: float) -> None:
        self._progress = float(progress)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, face = self._look, self._face
        if look is None or face is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._progress)
        shape = _shape(self._body, self._tip, look)
        if not theme.high_contrast:
            shade = QColor(theme.ground)
            shade.setAlphaF(_SHADOW * (1 if theme.is_light else 4))
            for reach in range(1, int(_SHADOW_U) + 1, 3):
                painter.setPen(QPen(shade, 2 * look.px(reach), Qt.PenStyle.SolidLine))
                painter.drawPath(shape)
        painter.setPen(QPen(theme.control_border, look.outline(1.3)))
        painter.setBrush(theme.panel2)
        painter.drawPath(shape)
        left = self._body.left() + look.px(PADDING_U)
        top = self._body.top() + look.px(PADDING_U)
        face.word.draw(painter, left, top, theme.text)
        top += face.word.size.height() + look.px(_GAP_U)
        face.explanation.draw(painter, left, top, theme.text)


def _set_face(word: ExplainedWord, language: str, look: Look, room: float, scale: float) -> _Face:
    padding = look.px(PADDING_U)
    said = word.explanation
    width = min(look.px(_WIDTH_U) * look.text_scale, room) - 2 * padding
    heading = set_text(
        look,
        [Span(word.word, weight=_WEIGHT)],
        language=language,
        role="lead",
        width=width,
        scale=scale,
    )
    explanation = set_text(
        look,
        tagged(said.words, said.language, language, language_of(said.language).drawn),
        language=said.language,
        role="secondary",
        width=width,
        scale=scale,
    )
    return _Face(
        heading,
        explanation,
        max(heading.ink, explanation.ink) + 2 * padding,
        heading.size.height() + look.px(_GAP_U) + explanation.size.height() + 2 * padding,
    )


def _shape(body: QRectF, tip: QPointF, look: Look) -> QPainterPath:
    """The card with its tip, as one outline."""
    radius, half = look.px(_RADIUS_U), look.px(_TIP_U)
    shape = QPainterPath()
    shape.addRoundedRect(body, radius, radius)
    middle = max(body.left() + radius + half, min(tip.x(), body.right() - radius - half))
    edge = body.bottom() if tip.y() > body.bottom() else body.top()
    inward = -1 if tip.y() > body.bottom() else 1
    pointer = QPainterPath(QPointF(middle - half, edge + inward))
    pointer.lineTo(QPointF(max(middle - half, min(tip.x(), middle + half)), tip.y()))
    pointer.lineTo(QPointF(middle + half, edge + inward))
    pointer.closeSubpath()
    return shape.united(pointer)
