"""The words below a film: the caption of the moment, how far it is, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.film.film_scrubber import FilmScrubber

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale

_ROLES = ("lead", "body", "control")
"""The type of a caption: the largest in which it fits."""
_LINES = 2
_PLATE_U, _PLATE_OPACITY = 20, 0.86
_GAP_U = 12
_HANDLE_U = 72
_TOLD_SECONDS = 10


class CaptionLines(QWidget):
    """Draws the caption of the moment below a film, or on a plate on its foot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._is_on_film = False
        self._look: Look | None = None
        self._said: tuple[str, str] = ("", "")
        self._setting: Setting | None = None

    @staticmethod
    def height_in(look: Look, *, lines: int = _LINES) -> float:
        """How high captions of so many lines are in the largest type, in pixels."""
        setting = set_text(look, "\u2028".join(["国"] * lines), language="zh-Hans", role=_ROLES[0])
        return setting.size.height()

    def stand_on_film(self, *, on_it: bool) -> None:
        """Stand on the film, or on the plain ground."""
        self._is_on_film = on_it
        self.update()

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
        if not self._is_on_film:
            painter.fillRect(event.rect(), self._look.theme.ground)
        if self._setting is not None:
            spare = max(0.0, self.height() - self._setting.size.height())
            y = spare if self._is_on_film else 0.0
            x = (self.width() - self._setting.size.width()) / 2
            if self._is_on_film:
                self._draw_plate(painter, self._look, self._setting, y)
            self._setting.draw(painter, x, y, self._look.theme.text)

    def _draw_plate(self, painter: QPainter, look: Look, setting: Setting, y: float) -> None:
        """Draw the ground on which the words have their contrast, whatever the film shows."""
        ground = QColor(look.theme.ground)
        if not look.theme.high_contrast:
            ground.setAlphaF(_PLATE_OPACITY)
        wide = setting.ink + 2 * look.px(_PLATE_U)
        plate = QRectF((self.width() - wide) / 2, y, wide, self.height() - y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, look.px(_PLATE_U / 2), look.px(_PLATE_U / 2))


class FilmProgress(QWidget):
    """Whose film it is, and below that its line with the time at the end of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._credit = ""
        self._shown = (0, 0)
        self._told = -1
        self._has_line = True
        self.scrubber = FilmScrubber(self)

    def show_credit(self, credit: str, locale: Locale, look: Look, *, has_line: bool) -> None:
        """Say whose it is, with the line below where it can be played."""
        self._credit, self._locale, self._look = credit, locale, look
        self._has_line, self._told = has_line, -1
        self.setAccessibleName(credit)
        self.scrubber.set_look(look)
        self.scrubber.setAccessibleName(locale.say("film_position"))
        self.scrubber.setVisible(has_line)
        self._tell()
        self.update()

    def show_time(self, at: int, whole: int) -> None:
        """Say how far it is, in milliseconds."""
        self.scrubber.show_time(at, whole)
        shown = (at // 1000, whole // 1000)
        if shown != self._shown:
            is_other = shown[1] != self._shown[1]
            self._shown = shown
            self._tell()
            self.update()
            if is_other:
                self._place_line()

    def _tell(self) -> None:
        """Tell where it is; nobody wants to hear of each second."""
        at, whole = self._shown
        if self._locale is not None and at // _TOLD_SECONDS != self._told:
            self._told = at // _TOLD_SECONDS
            told = self._locale.say("film_at", at=_minutes(at), whole=_minutes(whole))
            self.scrubber.setAccessibleDescription(told)

    def total_height(self, width: float) -> float:
        """Credit and line together, in pixels."""
        if self._look is None:
            return 0.0
        credit = self._credit_in(width)
        high = 0.0 if credit is None else credit.size.height()
        return high + (self._line_height if self._has_line else 0.0)

    @property
    def _line_height(self) -> float:
        assert self._look is not None
        return max(self._look.target, self._look.px(_HANDLE_U))

    def _credit_in(self, width: float) -> Setting | None:
        if not self._credit or self._look is None or self._locale is None:
            return None
        language = self._locale.language
        return set_text(self._look, self._credit, language=language, role="source", width=width)

    def _time(self) -> Setting:
        assert self._look is not None
        assert self._locale is not None
        at, whole = map(_minutes, self._shown)
        words = f"{at} / {whole}" if self._shown[1] else at
        return set_text(self._look, words, language=self._locale.language, role="source")

    def _place_line(self) -> None:
        """Have the line take what the time leaves of the width."""
        look = self._look
        if look is None or self._locale is None:
            return
        high = self._line_height
        at = _minutes(self._shown[1])
        longest = set_text(look, f"{at} / {at}", language=self._locale.language, role="source").ink
        width = self.width() - longest * 1.1 - look.px(2 * _GAP_U)
        self.scrubber.setGeometry(QRectF(0, self.height() - high, width, high).toRect())

    def resizeEvent(self, event: object) -> None:
        self._place_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.theme.ground)
        credit = self._credit_in(float(self.width()))
        if credit is not None:
            credit.draw(painter, 0.0, 0.0, look.theme.text2)
        if self._has_line:
            time, middle = self._time(), self.height() - self._line_height / 2
            top = middle - time.size.height() / 2
            time.draw(painter, self.width() - time.ink, top, look.theme.text2)


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
