"""What all charts have in common: reuse, entrance, no menus, late imports."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exhibit.model.exhibit import ChartPanel
from kiosk.exhibit.rules import chart_rules
from kiosk.exhibit.skeletons import NO_CHARTS, PANEL_KINDS
from kiosk.screen.chart import build_chart
from kiosk.screen.chart.axis_chart import AxisChart
from kiosk.screen.chart.kinds import KINDS
from tests.project import PROJECT
from tests.screen.chart.painted_charts import HEIGHT, WIDTH, paint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kiosk.look.look import Look
    from kiosk.screen.chart import Chart
    from kiosk.screen.locale import Locale
    from tests.screen.chart.conftest import ShowChart

AXIS_KINDS = [kind for kind, chart in KINDS.items() if issubclass(chart, AxisChart)]


@pytest.fixture
def shown(
    qtbot: QtBot,
    kind: str,
    panels: dict[str, list[ChartPanel]],
    locales: dict[str, Locale],
    look: Look,
) -> Chart:
    """A chart of each kind in a window of its own."""
    return show_alone(qtbot, kind, panels[kind][0], locales["en"], look)


def show_alone(qtbot: QtBot, kind: str, panel: ChartPanel, locale: Locale, look: Look) -> Chart:
    chart = build_chart(kind)
    qtbot.addWidget(chart)
    chart.resize(WIDTH, HEIGHT)
    chart.show_panel(panel, locale, look)
    chart.show()
    qtbot.waitExposed(chart)
    return chart


def test_pyqtgraph_is_not_imported_before_the_first_chart_with_an_axis() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "application = QApplication([])\n"
        "from kiosk.screen.chart import build_chart\n"
        "hook = sys.excepthook\n"
        "for kind in ('waffle', 'share'):\n"
        "    build_chart(kind)\n"
        "assert 'pyqtgraph' not in sys.modules and 'numpy' not in sys.modules\n"
        "bar = build_chart('bar')\n"
        "assert 'pyqtgraph' in sys.modules\n"
        "import os\n"
        "assert os.environ['OPENBLAS_NUM_THREADS'] == '1'\n"
        "assert sys.excepthook is hook\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_every_kind_that_content_may_name_is_drawn_and_checked_and_can_be_begun() -> None:
    kinds = set(get_args(ChartPanel.model_fields["chart"].annotation))

    assert set(KINDS) == kinds
    assert set(chart_rules._RULES) == kinds
    assert set(PANEL_KINDS.values()) - {*NO_CHARTS} == kinds


def test_a_chart_says_what_it_is_and_its_figures(chart: Chart) -> None:
    assert chart.accessibleName() == "Chart", "its headline and its sentence stand above it"
    assert any(map(str.isdigit, chart.accessibleDescription()))


def test_showing_again_builds_nothing_and_keeps_one_composition_of_each_panel(
    chart: Chart, show_chart: ShowChart, kind: str
) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)

    def show(times: int) -> list[weakref.ref[object]]:
        shown: list[weakref.ref[object]] = []
        for turn in range(times):
            show_chart(kind, panel=turn % 2)
            paint(chart, image)
            composition = chart._composition(QSizeF(WIDTH, HEIGHT))
            assert composition is not None
            shown.append(weakref.ref(composition))
        return shown

    def built() -> tuple[int, int]:
        plot = getattr(chart, "_plot", None)
        return len(QApplication.allWidgets()), len(plot._widget.scene().items()) if plot else 0

    show(2)
    before = built()
    shown = show(10)
    gc.collect()

    assert built() == before
    kept = {id(each) for composition in shown if (each := composition()) is not None}
    assert len(kept) <= 2


@pytest.mark.parametrize("axis_kind", AXIS_KINDS)
def test_the_plot_has_no_menu_and_takes_no_touch(charts: dict[str, Chart], axis_kind: str) -> None:
    plot = charts[axis_kind]._plot  # type: ignore[attr-defined]
    widget = plot._widget

    assert widget.scene().contextMenu == []
    assert not plot._view.menuEnabled()
    assert plot._view.mouseEnabled() == [False, False]
    assert not widget.isVisibleTo(charts[axis_kind])
    assert widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_plots_view_is_one_to_one_with_the_charts_pixels(
    charts: dict[str, Chart], growth: ChartPanel, locales: dict[str, Locale], look: Look
) -> None:
    charts["line"].show_panel(growth, locales["en"], look)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    paint(charts["line"], image)

    view = charts["line"]._plot._view  # type: ignore[attr-defined]
    for x, y in ((0, 0), (100, 200), (648, 560)):
        scene = view.mapViewToScene(QPointF(x, y))
        assert (scene.x(), scene.y()) == pytest.approx((x, y), abs=1e-6)


def test_the_widget_shows_what_paint_paints(shown: Chart, look: Look) -> None:
    direct = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    direct.fill(look.theme.panel)
    on_screen = QImage(direct)
    paint(shown, direct)

    painter = QPainter(on_screen)
    painter.drawImage(0, 0, transparent_grab(shown))
    painter.end()

    different = sum(
        abs(direct.pixelColor(x, y).lightness() - on_screen.pixelColor(x, y).lightness()) > 8
        for x in range(0, WIDTH, 3)
        for y in range(0, HEIGHT, 3)
    )
    assert different < 20


def transparent_grab(chart: Chart) -> QImage:
    image = QImage(chart.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    chart.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def test_the_entrance_begins_without_marks_and_ends_with_all_of_them(shown: Chart) -> None:
    end = transparent_grab(shown)

    shown.enter()
    beginning = transparent_grab(shown)
    shown.finish()

    assert beginning != end
    assert transparent_grab(shown) == end


def test_an_entrance_reaches_its_end_by_itself(qtbot: QtBot, shown: Chart) -> None:
    with qtbot.waitSignal(shown._entrance.finished, timeout=5000):
        shown.enter()

    assert shown._progress == 1


def test_without_motion_the_entrance_has_ended_at_once(
    qtbot: QtBot,
    kind: str,
    panels: dict[str, list[ChartPanel]],
    locales: dict[str, Locale],
    look: Look,
) -> None:
    chart = show_alone(qtbot, kind, panels[kind][0], locales["en"], look.still())

    chart.enter()

    assert chart._progress == 1
    assert chart._entrance.state() == chart._entrance.State.Stopped


def test_entering_again_and_again_makes_no_animations(chart: Chart) -> None:
    before = len(chart.findChildren(type(chart._entrance)))

    for _ in range(5):
        chart.enter()

    assert len(chart.findChildren(type(chart._entrance))) == before == 1
    chart.finish()


def test_an_empty_chart_paints_nothing(qtbot: QtBot, kind: str) -> None:
    chart = build_chart(kind)
    qtbot.addWidget(chart)
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    blank = QImage(image)

    painter = QPainter(image)
    chart.paint(painter, QRectF(0, 0, 100, 100))
    painter.end()

    assert image == blank
