"""AxisChart: what bars, lines, rankings and timelines share: pyqtgraph draws their layout."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF

from kiosk.screen.chart.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.chart.axis_layout import AxisLayout, ZoneRow
    from kiosk.screen.chart.plot import Plot
    from kiosk.screen.locale import Locale


@dataclass(frozen=True)
class AxisComposition:
    """A layout for one size, with the plot that draws it."""

    plot: Plot
    layout: AxisLayout
    size: QSizeF
    reveal: Callable[[AxisLayout, QSizeF, float], Sequence[QRectF]]

    def draw(self, painter: QPainter, *, marks: bool) -> None:
        """Draw it from (0, 0) on; without `marks` only rules and labels."""
        self.plot.draw(painter, self.layout, self.size, marks=marks)

    def revealed(self, progress: float) -> Sequence[QRectF]:
        """Where bars, curves and symbols are visible at that progress of the entrance."""
        return self.reveal(self.layout, self.size, progress)


class AxisChart(Chart):
    """A chart along an axis.  The first one imports pyqtgraph."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not at the top: it takes a tenth of a second and 10 MB, and not every exhibit needs it.
        from kiosk.screen.chart.plot import Plot

        self._plot = Plot(self)

    def zone_rows(self) -> Sequence[ZoneRow]:
        composition = self._composition(QSizeF(self.size()))
        return composition.layout.zone_rows if isinstance(composition, AxisComposition) else ()

    @abstractmethod
    def _lay_out(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisLayout | None:
        """Place every bar, curve and label; None where the panel has nothing to show."""

    @abstractmethod
    def _reveal(self, layout: AxisLayout, size: QSizeF, progress: float) -> Sequence[QRectF]:
        """Where bars, curves and symbols are visible at that progress of the entrance."""

    def _compose(
        self, panel: ChartPanel, locale: Locale, look: Look, size: QSizeF
    ) -> AxisComposition | None:
        layout = self._lay_out(panel, locale, look, size)
        if layout is None:
            return None
        return AxisComposition(self._plot, layout, size, self._reveal)
