"""A chart is vectors: as large, as sharp and as complete on any device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QPicture

from kiosk.screen.chart.timeline import TimelineChart
from tests.screen.chart.conftest import layout_of
from tests.screen.chart.painted_charts import HEIGHT, WIDTH, paint

if TYPE_CHECKING:
    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.screen.chart import Chart
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import ShowChart


def test_a_recorded_chart_is_vectors_and_plays_back_the_same(chart: Chart, look: Look) -> None:
    direct = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    direct.fill(look.theme.panel)
    played = QImage(direct)
    paint(chart, direct)

    picture = QPicture()
    paint(chart, picture)
    painter = QPainter(played)
    painter.drawPicture(0, 0, picture)
    painter.end()

    assert picture.size() < 2_000_000
    different = sum(
        direct.pixel(x, y) != played.pixel(x, y)
        for x in range(0, WIDTH, 3)
        for y in range(0, HEIGHT, 3)
    )
    assert different < 216 * 187 * 0.01


def test_a_chart_in_a_pdf_holds_no_images(show_chart: ShowChart, kind: str) -> None:
    chart = show_chart(kind, panel=1, language="pt")
    page = QBuffer()
    page.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(page)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paint(chart, writer, writer.width() / WIDTH)

    written = bytes(page.data().data())
    assert written.startswith(b"%PDF")
    assert b"/Subtype /Image" not in written


def test_a_chart_is_as_large_whatever_the_resolution_of_the_device(
    chart: Chart, look: Look
) -> None:
    """As on paper: a QPicture, which items of pyqtgraph like to keep, grows with the resolution."""
    plain = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    plain.fill(look.theme.panel)
    fine = QImage(plain)
    fine.setDotsPerMeterX(round(1200 / 0.0254))
    fine.setDotsPerMeterY(round(1200 / 0.0254))
    assert fine.logicalDpiX() == 1200

    paint(chart, plain)
    paint(chart, fine)
    fine.setDotsPerMeterX(plain.dotsPerMeterX())
    fine.setDotsPerMeterY(plain.dotsPerMeterY())

    assert fine == plain


@pytest.mark.parametrize(
    ("axis_kind", "items"),
    [
        ("bar", {"BarGraphItem", "PlotCurveItem"}),
        ("ranking", {"BarGraphItem", "PlotCurveItem"}),
        ("line", {"PlotCurveItem", "ScatterPlotItem"}),
        ("timeline", {"PlotCurveItem", "ScatterPlotItem"}),
    ],
)
def test_bars_curves_and_symbols_are_items_of_pyqtgraph(
    show_chart: ShowChart, axis_kind: str, items: set[str]
) -> None:
    chart = show_chart(axis_kind)
    paint(chart, QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied))

    scene = chart._plot._widget.scene()  # type: ignore[attr-defined]
    with_data = {
        type(item).__name__
        for item in scene.items()
        if hasattr(item, "dataBounds") and None not in item.dataBounds(0)
    }
    assert with_data == items


def test_lines_scale_with_the_painter(
    charts: dict[str, Chart], growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    chart = charts["line"]
    chart.show_panel(growth, locales["en"], look)

    def coloured(factor: int) -> int:
        image = QImage(WIDTH * factor, HEIGHT * factor, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(look.theme.panel)
        paint(chart, image, factor)
        x = 230 * factor
        return sum(image.pixelColor(x, y) == look.theme.series[2] for y in range(image.height()))

    assert coloured(4) >= 3 * coloured(1) > 0


def test_symbols_scale_with_the_painter(
    charts: dict[str, Chart], timeline: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    chart = charts["timeline"]
    chart.show_panel(timeline, locales["en"], look)
    pearl = layout_of(TimelineChart, timeline, locales["en"], look).symbols[0]

    def width(factor: int) -> int:
        image = QImage(WIDTH * factor, HEIGHT * factor, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(look.theme.panel)
        paint(chart, image, factor)
        y = round(pearl.centre.y() * factor)
        return sum(image.pixelColor(x, y) == pearl.core for x in range(image.width()))

    assert width(4) == pytest.approx(4 * width(1), rel=0.25)
