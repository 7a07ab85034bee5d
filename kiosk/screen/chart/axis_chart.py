"""AxisChart: what bars and lines have in common, a drawing that pyqtgraph draws."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screen.chart.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF, QSizeF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.chart.drawing import Drawing
    from kiosk.screen.chart.plot import Plot
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class AxisPicture:
    """A drawing for one size, with the plot that draws it."""

    plot: Plot
    drawing: Drawing
    size: QSizeF
    reveal: Callable[[Drawing, QSizeF, float], Sequence[QRectF]]

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it from (0, 0) on."""
        self.plot.draw(painter, self.drawing, self.size, marks=marks)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Where bars and lines are to be seen at that progress."""
        return self.reveal(self.drawing, self.size, progress)


class AxisChart(Chart):
    """A chart along an axis.  The first one imports pyqtgraph."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not at the top: it takes a quarter of a second and 45 MB, and not every exhibit needs it.
        from kiosk.screen.chart.plot import Plot

        self._plot = Plot(self)

    @abstractmethod
    def _draw_up(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> Drawing | None:
        """Give every bar, line and label its place."""

    @abstractmethod
    def _reveal(self, drawing: Drawing, size: QSizeF, progress: float) -> Sequence[QRectF]:
        """Where bars and lines are to be seen at that progress of the entrance."""

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisPicture | None:
        drawing = self._draw_up(panel, locale, look, size)
        if drawing is None:
            return None
        return AxisPicture(self._plot, drawing, size, self._reveal)
