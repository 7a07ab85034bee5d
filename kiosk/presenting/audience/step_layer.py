"""The overlay of a step: a statement or a picture over the whole stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.motion import ease
from kiosk.look.typesetting import Setting, set_whole_words
from kiosk.screen.picture.picture_loader import PictureLoader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from kiosk.exhibit.model.tour import TourStep
    from kiosk.look.kept_point import Focus
    from kiosk.look.look import Look
    from kiosk.screen.stage import Stage

_ROLES = ("attract", "place", "title", "heading")
"""The type roles for a statement, of which it gets the largest that fits."""
_ROOM = (0.8, 0.72)
_RULE_U = (120, 6)
_RULE_GAP_U = 44
_FADE_MS = 360
_MAP_STRENGTH = 0.1
"""How much of the map shines through behind a statement, without its names."""


class StepLayer(QWidget):
    """Covers its parent while a step has a statement or a picture; a touch leaves the tour."""

    touched = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._map = stage.map_view
        self._look: Look | None = None
        self._words = ""
        self._language = "en"
        self._file: Path | None = None
        self._focus: Focus | None = None
        self._setting: Setting | None = None
        self._pictures = PictureLoader(self)
        self._pictures.ready.connect(self.update)
        self._opacity = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(ease("enter"))
        self._fade.valueChanged.connect(self._show_through)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def show_step(self, step: TourStep, folder: Path, language: str, look: Look) -> None:
        """Show the step's statement or its picture from `folder`; hide for a step with neither."""
        parent = self.parentWidget()
        assert parent is not None
        before = None if self.isHidden() else (self._words, self._file)
        self.setGeometry(parent.rect())
        self._look = look.sized(QSizeF(self.size()))
        self._language = language
        self._words = step.statement.words_in(language) if step.statement is not None else ""
        self._file = folder / step.picture.file if step.picture is not None else None
        self._focus = step.picture.kept_point if step.picture is not None else None
        self._setting = self._set_statement(self._look) if self._words else None
        if self._file is not None:
            self._pictures.inks = look.theme.inks
            self._want(self._file)
        alternative = step.picture.alternative.words_in(language) if step.picture else ""
        self.setAccessibleName(self._words or alternative)
        has_something = bool(self._words) or self._file is not None
        self.setVisible(has_something)
        self.raise_()
        if has_something and before != (self._words, self._file):
            self._enter(still=look.motion.still or not parent.isVisible())
        self.update()

    def _want(self, file: Path) -> None:
        self._pictures.want(file, self.size(), self.devicePixelRatioF(), focus=self._focus)

    def _set_statement(self, look: Look) -> Setting:
        width, height = self.width() * _ROOM[0], self.height() * _ROOM[1]
        setting: Setting | None = None
        for role in _ROLES:
            setting = set_whole_words(
                look, self._words, language=self._language, role=role, width=width
            )
            if setting.size.height() <= height:
                break
        assert setting is not None
        return setting

    def _enter(self, *, still: bool) -> None:
        self._fade.stop()
        self._opacity = 1.0 if still else 0.0
        if not still:
            self._fade.start()

    @Slot(object)
    def _show_through(self, value: float) -> None:
        self._opacity = float(value)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.fillRect(event.rect(), look.theme.ground)
        if self._file is None and self._map.at_rest and not look.theme.high_contrast:
            painter.setOpacity(self._opacity * _MAP_STRENGTH)
            self._map.paint_ground(painter)
            painter.setOpacity(self._opacity)
        if self._file is not None:
            ratio = self.devicePixelRatioF()
            image = self._pictures.get(self._file, self.size(), ratio, focus=self._focus)
            if image is None:
                # The window may have moved to another screen since the picture was requested.
                self._want(self._file)
            elif not image.isNull():
                painter.drawImage(0, 0, image)
        if self._setting is not None:
            self._paint_statement(painter, look, self._setting)

    def _paint_statement(self, painter: QPainter, look: Look, setting: Setting) -> None:
        wide, thick = (look.px(length) for length in _RULE_U)
        gap = look.px(_RULE_GAP_U)
        x = self.width() * (1 - _ROOM[0]) / 2
        y = (self.height() - setting.size.height() - gap - thick) / 2
        painter.fillRect(QRectF(x, y, wide, thick), look.theme.accent)
        setting.draw(painter, x, y + thick + gap, look.theme.text)
