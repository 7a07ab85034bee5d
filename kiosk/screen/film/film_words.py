"""The words below a film: the caption of the moment, how far it is, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look

_ROLES = ("lead", "body", "control")
"""The type of a caption: the largest in which it fits."""
_LINES = 2
_LINE_U = 4
_GAP_U = 12


class CaptionLines(QWidget):
    """Draws the caption of the moment in the middle of its room, never on the film."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._said: tuple[str, str] = ("", "")
        self._setting: Setting | None = None

    @staticmethod
    def height_in(look: Look, *, lines: int = _LINES) -> float:
        """How high captions of so many lines are in the largest type, in pixels."""
        setting = set_text(look, "\n".join(["国"] * lines), language="zh-Hans", role=_ROLES[0])
        return setting.size.height()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._said[0]

    def show_words(self, words: str, language: str, look: Look) -> None:
        """Show these words, or none."""
        if (words, language) == self._said and look is self._look:
            return
        self._said, self._look = (words, language), look
        self.setAccessibleName(words)
        self._set()

    def resizeEvent(self, event: object) -> None:
        self._set()

    def _set(self) -> None:
        self._setting = None
        words, language = self._said
        if words and self._look is not None and self.width() > 0:
            for role in _ROLES:
                self._setting = set_text(
                    self._look,
                    words,
                    language=language,
                    role=role,
                    width=float(self.width()),
                    align=Qt.AlignmentFlag.AlignHCenter,
                    balanced=True,
                )
                if self._setting.size.height() <= self.height():
                    break
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.ground)
        if self._setting is not None:
            y = max(0.0, (self.height() - self._setting.size.height()) / 2)
            x = (self.width() - self._setting.size.width()) / 2
            self._setting.draw(painter, x, y, self._look.theme.text)


class FilmProgress(QWidget):
    """A line that grows, the time beside it, and below both whose film it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._language = "en"
        self._credit = ""
        self._shown = (0, 0)
        self._share = 0.0

    def show_credit(self, credit: str, language: str, look: Look) -> None:
        """Say whose it is."""
        self._credit, self._language, self._look = credit, language, look
        self.setAccessibleName(credit)
        self.update()

    def show_time(self, at: int, whole: int) -> None:
        """Say how far it is, in milliseconds."""
        share = min(1.0, at / whole) if whole else 0.0
        shown = (at // 1000, whole // 1000)
        is_moved = abs(share - self._share) * self.width() >= 1
        if shown != self._shown or is_moved:
            self._shown, self._share = shown, share
            self.update()

    def height_for(self, width: float) -> float:
        """How high it is in that width, in pixels."""
        if self._look is None:
            return 0.0
        time, credit = self._settings(width)
        return max(time.size.height(), credit.size.height() if credit is not None else 0.0)

    def _settings(self, width: float) -> tuple[Setting, Setting | None]:
        look = self._look
        assert look is not None
        at, whole = (f"{seconds // 60}:{seconds % 60:02}" for seconds in self._shown)
        words = f"{at} / {whole}" if self._shown[1] else at
        time = set_text(look, words, language=self._language, role="source")
        if not self._credit:
            return time, None
        room = max(1.0, width - time.ink * 1.5 - look.px(_GAP_U))
        credit = set_text(look, self._credit, language=self._language, role="source", width=room)
        return time, credit

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        thick = look.px(_LINE_U)
        painter.fillRect(QRectF(0, 0, self.width(), thick), look.theme.control_border)
        painter.fillRect(QRectF(0, 0, self.width() * self._share, thick), look.theme.accent)
        time, credit = self._settings(float(self.width()))
        top = thick + look.px(_GAP_U / 2)
        time.draw(painter, self.width() - time.ink, top, look.theme.text2)
        if credit is not None:
            credit.draw(painter, 0.0, top, look.theme.text2)

    def total_height(self, width: float) -> float:
        """Line, time and credit together, in pixels."""
        if self._look is None:
            return 0.0
        return self._look.px(_LINE_U + _GAP_U) + self.height_for(width)
