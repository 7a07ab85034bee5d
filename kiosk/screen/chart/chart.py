"""Chart: the widget that all kinds of charts are, and how they make their entrance."""

from __future__ import annotations

import logging
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.chart.told_figures import told_figures
from kiosk.screen.steps import Asked, Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEasingCurve, QSize
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.motion import Motion
    from kiosk.screen.chart.axis_layout import ZoneRow
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps

_KEPT = 4
"""So many compositions of a kind of chart are kept."""
_log = logging.getLogger(__name__)


class Composition(Protocol):
    """A chart composed for one size: everything is placed and only has to be drawn."""

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it from (0, 0) on; without `marks`, only what is visible before the entrance."""

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Where the marks are visible at a progress of the entrance from 0 to 1."""


class _Ahead(NamedTuple):
    """The pictures of a composition, painted before it is shown."""

    composition: Composition
    beginning: QPixmap
    picture: QPixmap


class Chart(QWidget):
    """A chart that is built once and shown again with other data.

    On the screen it is a cached picture, because wide antialiased lines are slow to draw; the
    entrance uncovers that picture bit by bit.  Its numbers are there from the first moment and
    never count up: a half-way value would be a wrong fact.

    Qt's metaclass leaves no room for ABCMeta, so mypy alone refuses to build a kind of chart that
    lacks an abstract method.
    """

    assistive_role = AssistiveRole.CHART

    paper_height_u: ClassVar[float] = 520.0
    """How tall a handout draws this kind of chart, as wide as a column."""
    least_share: ClassVar[float] = 0.42
    """How much of that it needs on the screen, with texts of the usual size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel: ChartPanel | None = None
        self._locale: Locale | None = None
        self._look: Look | None = None
        self._compositions: Prepared[Composition | None] = Prepared(_KEPT)
        self._picture = QPixmap()
        self._beginning = QPixmap()
        self._ahead: _Ahead | None = None
        self._progress = 1.0
        self._lit: str | None = None
        """The zone whose bar is lit."""
        self._entrance = QVariantAnimation(self)
        self._entrance.setStartValue(0.0)
        self._entrance.setEndValue(1.0)
        self._entrance.valueChanged.connect(self._advance)

    def show_panel(self, panel: ChartPanel, locale: Locale, look: Look) -> None:
        """Show a panel in the locale's language; an entrance under way ends."""
        self._panel, self._locale, self._look = panel, locale, look
        self._forget_pictures()
        self.finish()
        # Above it stand the headline and the sentence.
        self.setAccessibleName(locale.say("chart"))
        self.setAccessibleDescription("\n".join(told_figures(panel, locale)))

    def light(self, zone: str | None) -> None:
        """Have the bar of that zone in kapok, or none by a touch."""
        if zone != self._lit:
            self._lit = zone
            self._forget_pictures()
            self.update()

    def least_height(self, panel: ChartPanel, locale: Locale, look: Look, width: float) -> float:
        """How high it is at least, in pixels: its texts would be in each other's way below that."""
        usual = look.px(self.paper_height_u * self.least_share) * look.text_scale
        return max(usual, self._height_of_texts(panel, locale, look, width))

    def _height_of_texts(
        self, panel: ChartPanel, locale: Locale, look: Look, width: float
    ) -> float:
        """How high a chart with texts below it has to be for these, in that width."""
        return 0.0

    def zone_rows(self) -> Sequence[ZoneRow]:
        """What of it stands for zones and can be touched, in its own pixels."""
        return ()

    def paint(self, painter: QPainter, rect: QRectF, progress: float = 1.0) -> None:
        """Paint the whole chart into the rectangle, as vectors; lengths are the look's pixels."""
        composition = self._composition(rect.size())
        if composition is not None:
            _paint(composition, painter, rect, progress)

    def enter(self) -> None:
        """Start the entrance from its beginning; without motion it has ended at once."""
        if self._look is None or self._look.motion.still:
            self.finish()
            return
        duration, curve = self._pace(self._look.motion)
        self._entrance.stop()
        self._entrance.setDuration(duration)
        self._entrance.setEasingCurve(curve)
        self._advance(0.0)
        self._entrance.start()

    def finish(self) -> None:
        """Jump to the end of the entrance."""
        self._entrance.stop()
        self._advance(1.0)

    @abstractmethod
    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> Composition | None:
        """Give everything its place; None, ValueError or KeyError where the data make no chart."""

    @abstractmethod
    def _pace(self, motion: Motion) -> tuple[int, QEasingCurve]:
        """How long the entrance takes, in milliseconds, and how its speed changes."""

    def prepare(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> Steps[Composition | None]:
        """Compose a panel ahead of its being shown in that size, with no bar lit, and paint it."""
        asked = self._asked(panel, locale, look, size, None)
        composition = yield from self._compositions.prepare(asked)
        if composition is None or size.isEmpty():
            return composition
        yield
        beginning = QPixmap()
        if not look.motion.still:
            beginning = self._picture_of(composition, size.toSize(), 0.0)
            yield
        self._ahead = _Ahead(
            composition, beginning, self._picture_of(composition, size.toSize(), 1.0)
        )
        return composition

    def _composition(self, size: QSizeF) -> Composition | None:
        panel, locale, look = self._panel, self._locale, self._look
        if panel is None or locale is None or look is None or size.isEmpty():
            return None
        return self._compositions.take(self._asked(panel, locale, look, size, self._lit))

    def _asked(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF, lit: str | None
    ) -> Asked[Composition | None]:
        def compose() -> Steps[Composition | None]:
            yield
            shown, self._lit = self._lit, lit
            try:
                return self._compose(panel, locale, look, size)
            except (ArithmeticError, LookupError, ValueError):
                # The reading of the content has told the curator; a visitor sees no error.
                _log.exception("The chart %s can't be drawn", panel.id)
                return None
            finally:
                self._lit = shown

        source = look, locale.exhibit, locale.words
        given = locale.language, size.width(), size.height(), lit
        return Asked(source, (panel,), given, compose)

    def _advance(self, progress: float) -> None:
        self._progress = progress
        if progress >= 1:
            self._beginning = QPixmap()
        self.update()

    def _forget_pictures(self) -> None:
        self._picture = QPixmap()
        self._beginning = QPixmap()

    def _picture_of(self, composition: Composition, size: QSize, progress: float) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill("transparent")
        painter = QPainter(picture)
        _paint(composition, painter, QRectF(QPointF(), size.toSizeF()), progress)
        painter.end()
        return picture

    def _take_ahead(self, composition: Composition) -> None:
        """Have the pictures that were painted ahead, where they are of what is shown."""
        ahead, whole = self._ahead, self.size() * self.devicePixelRatioF()
        if ahead is None or ahead.composition is not composition:
            return
        self._ahead = None
        if ahead.picture.size() == whole:
            self._beginning, self._picture = ahead.beginning, ahead.picture

    def _begun(self, composition: Composition) -> QPixmap:
        """What is visible before the entrance."""
        if self._beginning.isNull():
            self._beginning = self._picture_of(composition, self.size(), 0.0)
        return self._beginning

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finish()
        # Each kind of chart waits for its next panel; its picture is megabytes.
        self._picture = QPixmap()
        self._ahead = None

    def paintEvent(self, event: QPaintEvent) -> None:
        composition = self._composition(QSizeF(self.size()))
        if composition is None:
            return
        self._take_ahead(composition)
        painter = QPainter(self)
        if self._progress <= 0:
            # Its marks are painted for the next frame: both would take too long for one.
            painter.drawPixmap(0, 0, self._begun(composition))
            return
        if self._picture.isNull():
            self._picture = self._picture_of(composition, self.size(), 1.0)
        if self._progress >= 1:
            painter.drawPixmap(0, 0, self._picture)
            return
        seen = QRegion()
        for area in composition.revealed(self._progress):
            seen = seen.united(area.toAlignedRect())
        painter.setClipRegion(QRegion(self.rect()).subtracted(seen))
        painter.drawPixmap(0, 0, self._begun(composition))
        painter.setClipRegion(seen)
        painter.drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_pictures()

    def sizeHint(self) -> QSize:
        look = self._look
        side = 560 if look is None else round(look.px(560))
        return QSizeF(side * 648 / 560, side).toSize()


def _paint(composition: Composition, painter: QPainter, rect: QRectF, progress: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    if progress >= 1:
        composition.draw(painter, marks=True)
    else:
        seen = QPainterPath()
        for area in composition.revealed(progress):
            seen.addRect(area)
        hidden = QPainterPath()
        hidden.addRect(QRectF(0, 0, rect.width(), rect.height()))
        for part, marks in ((hidden.subtracted(seen), False), (seen, True)):
            painter.save()
            painter.setClipPath(part)
            composition.draw(painter, marks=marks)
            painter.restore()
    painter.restore()
