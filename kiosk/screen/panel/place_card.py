"""A card that opens a place: a picture of its story, its sign, its name and a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kiosk.look.span import Span
from kiosk.look.typesetting import set_text
from kiosk.screen.board.index_row import thumbnail
from kiosk.screen.control.control import Control
from kiosk.screen.control.focus_ring import draw_focus_ring
from kiosk.screen.map.map_marker import MarkerState, draw_marker
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.look.typesetting import Setting
    from kiosk.screen.board.fact_line import FactLine
    from kiosk.screen.board.index_row import IndexEntry

_PADDING_U = 22
_SIGN_U = 40
_SIGN_AT_U = 38
"""The sign is in the picture's upper left corner, so far from its edges."""
_RADIUS_U = 20
_WIDE = 1.7
"""From this ratio of width to height on, the picture stands beside the words and not above."""
_PICTURE_SHARE = 0.46
_NAME_WEIGHT = 500
_DIGIT_HEIGHT = 0.72


@dataclass(frozen=True, eq=False)
class PlacePicture:
    """What fills a card: a picture, or where there is none the digits of a figure."""

    file: Path | None = None
    numeral: Sequence[Span] = ()
    focus: Focus | None = None
    """The point of the picture that is not cut away."""


class PlaceCard(Control):
    """One place within another; the whole card is the target.  Built once and filled again."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._entry: IndexEntry | None = None
        self._picture = PlacePicture()
        self._numeral: Setting | None = None
        self._texts: list[Setting] = []
        self._image_box = QRectF()
        self._words_box = QRectF()
        self._thumbnail = QPainterPath()
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self.clicked.connect(self._say)

    def show_entry(
        self, entry: IndexEntry, picture: PlacePicture, look: Look, language: str
    ) -> None:
        """Fill the card in its present geometry."""
        self._look, self._entry, self._picture = look, entry, picture
        self._pictures.inks = look.theme.inks
        width, height = float(self.width()), float(self.height())
        padding = look.px(_PADDING_U)
        wide = width > height * _WIDE
        room = width * (1 - _PICTURE_SHARE) if wide else width
        name_room = room - 2 * padding
        name = [Span(entry.name, weight=_NAME_WEIGHT)]
        line, fact = _fact(entry, look, language, name_room, lines=2 if wide else 1)
        self._texts = [
            set_text(look, name, language=language, role="body", width=name_room, balanced=True),
            fact,
        ]
        words = sum(text.size.height() for text in self._texts) + 2 * padding
        if wide:
            self._image_box = QRectF(0, 0, width - room, height)
            self._words_box = QRectF(width - room, (height - words) / 2, room, words)
        else:
            self._image_box = QRectF(0, 0, width, max(0.0, height - words))
            self._words_box = QRectF(0, height - words, width, words)
        self._numeral = None
        if picture.file is not None:
            ratio = self.devicePixelRatioF()
            self._pictures.want(picture.file, self._image_size, ratio, focus=picture.focus)
        elif picture.numeral:
            self._numeral = _fitted(picture.numeral, look, language, self._image_box.width())
        if entry.outline is not None:
            self._thumbnail = thumbnail(entry.outline, QSizeF(look.px(_SIGN_U), look.px(_SIGN_U)))
        self.setText(entry.name)
        self.setAccessibleName(entry.name)
        self.setAccessibleDescription(entry.spoken(line))
        self.update()

    def finish(self) -> None:
        """Have the picture at once."""
        if self._picture.file is not None:
            ratio, focus = self.devicePixelRatioF(), self._picture.focus
            self._pictures.read_now(self._picture.file, self._image_size, ratio, focus=focus)
            self.update()

    def read_again(self) -> None:
        """The pictures have changed on the disk."""
        self._pictures.read_again()
        if self._picture.file is not None and not self.isHidden():
            ratio, focus = self.devicePixelRatioF(), self._picture.focus
            self._pictures.ask(self._picture.file, self._image_size, ratio, focus=focus)

    @property
    def _image_size(self) -> QSize:
        return self._image_box.size().toSize()

    @Slot()
    def _say(self) -> None:
        if self._entry is not None:
            self.chosen.emit(self._entry.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, entry = self._look, self._entry
        if look is None or entry is None:
            return
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = look.outline(1.5) / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        card = QPainterPath()
        card.addRoundedRect(shape, look.px(_RADIUS_U), look.px(_RADIUS_U))
        painter.fillPath(card, theme.pressed if self.isDown() else theme.panel2)
        painter.save()
        painter.setClipPath(card)
        self._draw_picture(painter, look)
        painter.restore()
        self._draw_words(painter, look, entry)
        border = theme.pearl if self.isDown() else theme.rule
        painter.setPen(QPen(border, 2 * half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        if self.hasFocus():
            inset = look.px(8)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            draw_focus_ring(painter, look, ring, look.px(_RADIUS_U) - inset)

    def _draw_picture(self, painter: QPainter, look: Look) -> None:
        box, file = self._image_box, self._picture.file
        if file is not None:
            painter.fillRect(box, look.theme.ground)
            ratio, focus = self.devicePixelRatioF(), self._picture.focus
            image = self._pictures.get(file, self._image_size, ratio, focus=focus)
            if image is not None and not image.isNull():
                painter.drawImage(box.topLeft(), image)
        elif self._numeral is not None:
            em = self._numeral.size.height()
            rise = em * _DIGIT_HEIGHT
            baseline = box.center().y() + rise / 2
            left = box.center().x() - self._numeral.ink / 2
            top = baseline - self._numeral.first_baseline
            self._numeral.draw(painter, left, top, look.theme.text)

    def _draw_words(self, painter: QPainter, look: Look, entry: IndexEntry) -> None:
        theme, box, padding = look.theme, self._words_box, look.px(_PADDING_U)
        side = look.px(_SIGN_U)
        name, fact = self._texts
        sign = QPointF(self._image_box.left() + look.px(_SIGN_AT_U), look.px(_SIGN_AT_U))
        if entry.outline is None:
            draw_marker(painter, look, entry.glyph, sign, MarkerState.IDLE)
        else:
            painter.save()
            painter.translate(sign.x() - side / 2, sign.y() - side / 2)
            painter.setPen(QPen(theme.pearl, look.stroke(1.5)))
            painter.setBrush(theme.lift)
            painter.drawPath(self._thumbnail)
            painter.restore()
        left, top = box.left() + padding, box.top() + padding
        ink = theme.panel if self.isDown() and theme.high_contrast else theme.text
        name.draw(painter, left, top, ink)
        second = ink if self.isDown() else theme.text2
        fact.draw(painter, left, top + name.size.height(), second)


def _fact(
    entry: IndexEntry, look: Look, language: str, room: float, *, lines: int
) -> tuple[FactLine | None, Setting]:
    """The first fact that fits on so many lines, or else what kind of place it is."""
    for line in entry.facts:
        setting = set_text(
            look, line.spans, language=language, role="control", width=room, balanced=True
        )
        if setting.line_count <= lines:
            return line, setting
    return None, set_text(look, entry.kind, language=language, role="control", width=room)


def _fitted(numeral: Sequence[Span], look: Look, language: str, width: float) -> Setting:
    """The digits of a figure as large as a card has room for."""
    whole = set_text(look, numeral, language=language, role="place")
    scale = min(1.0, width * 0.8 / max(1.0, whole.ink))
    return set_text(look, numeral, language=language, role="place", scale=scale)
