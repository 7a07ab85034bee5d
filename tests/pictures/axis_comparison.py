"""The picture of docs/decisions/002: charts of the exhibit, and the same with pyqtgraph's axes.

Each chart is drawn twice from the same figures, words and sizes of type: as the exhibit shows it at
the left, and at the right with `AxisItem` for the axes and their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.model.exhibit import ChartPanel
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.look import read_look
from kiosk.screen.chart import build_chart
from kiosk.screen.chart.line_values import line_values
from kiosk.screen.chart.ranking_values import ranking_values
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pyqtgraph.widgets.PlotWidget import PlotWidget

    from kiosk.look.look import Look

_CHARTS = (("greater-bay-area", "people-by-city", "zh-Hant"), ("shenzhen", "spending", "pt"))
_SIZE = QSize(640, 480)
_GAP = 40


def compared_charts() -> QImage:
    """The whole picture, a row for each chart."""
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    words, look = read_words(shipped("assets") / "words"), read_look(shipped("assets"))
    width, height = _SIZE.width() + _GAP, _SIZE.height() + _GAP
    image = QImage(2 * width + _GAP, len(_CHARTS) * height + _GAP, QImage.Format.Format_RGB32)
    image.fill(look.theme.panel)
    painter = QPainter(image)
    for row, (zone_id, panel_id, language) in enumerate(_CHARTS):
        zone = exhibit.zone(zone_id)
        panel = zone.panel(panel_id) if zone is not None else None
        assert isinstance(panel, ChartPanel)
        locale = Locale(language, words, exhibit)
        chart = build_chart(panel.chart)
        chart.show_panel(panel, locale, look)
        top = _GAP + row * height
        chart.paint(painter, QRectF(_GAP, top, _SIZE.width(), _SIZE.height()))
        plot = _with_axes(panel, locale, look)
        # An axis knows how much room its words take when they have been painted once.
        plot.grab()
        QApplication.processEvents()
        painter.drawPixmap(_GAP + width, top, plot.grab())
    painter.end()
    return image


def _with_axes(panel: ChartPanel, locale: Locale, look: Look) -> PlotWidget:
    from pyqtgraph.functions import mkPen
    from pyqtgraph.graphicsItems.BarGraphItem import BarGraphItem
    from pyqtgraph.widgets.PlotWidget import PlotWidget

    font = QFont(
        look.faces.font(
            language=locale.language,
            script="latin",
            face="text",
            weight=400,
            pixels=look.px(look.style("secondary").size),
        )
    )
    plot = PlotWidget(background=look.theme.panel)
    axes = [plot.getAxis(side) for side in ("left", "bottom")]
    for axis in axes:
        axis.setTickFont(font)
        axis.setTextPen(look.theme.text)
        axis.setPen(look.theme.control_border, width=look.stroke(2))
    left, bottom = axes
    if panel.chart == "ranking":
        bars = ranking_values(panel, locale)
        places = range(len(bars), 0, -1)
        plot.addItem(
            BarGraphItem(
                x0=0,
                y=list(places),
                height=0.56,
                width=[float(bar.value) for bar in bars],
                brush=look.theme.series[2],
                pen=None,
            )
        )
        left.setTicks([[(place, bar.name.words) for place, bar in zip(places, bars, strict=True)]])
        values = [float(bars[index].value) for index in (-1, 0)]
        bottom.setTicks([[(values[0], bars[-1].figure.drawn), (values[1], bars[0].figure.drawn)]])
    else:
        (line,) = line_values(panel, locale)
        years = [point.at.years for point in line.points]
        values = [float(point.value) for point in line.points]
        pen = mkPen(look.theme.series[0], width=look.stroke(4))
        plot.plot(years, values, pen=pen, antialias=True)
        bottom.setTicks([[(point.at.years, locale.date(point.at)) for point in line.points]])
        left.setTicks(
            [[(value, p.figure.drawn) for value, p in zip(values, line.points, strict=True)]]
        )
        plot.setYRange(0, max(values))
    plot.resize(_SIZE)
    plot.show()
    QApplication.processEvents()
    return plot
