"""Where the parts of a data layer stand, for every shape of window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF

from kiosk.screen.arrangement import panel_width
from kiosk.screen.control.zoom_buttons import stack_height
from kiosk.screen.layer.class_legend import legend_height
from kiosk.screen.layer.layer_panel import PanelRoom

if TYPE_CHECKING:
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement

_GAP_U = 16
_PADDING_U = 56
_EDGE_U = 24
_LEAST_YEARS_U = 392
_MOST_YEARS_U = 620
_ROWS_GAP_U = 28
_ZOOM_U = 96
_LOW_SHARE = 0.52
"""How much of the window the panel takes in reach mode."""


@dataclass(frozen=True)
class LayerArrangement:
    """The parts of the stage while a data layer lies on the map, in pixels of the window.

    `free` is what is left of the map; a `reading` also has room beside the legend.  The legend
    stands with its lower left corner at `legend`, `legend_width` wide; `years` is where the years
    stand, if there are several.  The buttons that zoom stand at the lower right of `zoom`: in
    portrait beside the rows, within everybody's reach.
    """

    panel: QRect
    room: PanelRoom
    free: QRectF
    reading: QRectF
    legend: QPointF
    legend_width: float
    years: QRect
    zoom: QRectF
    menu: QPointF
    menu_room: float

    def legend_area(self, look: Look) -> QRectF:
        """Where the legend stands, in whole pixels."""
        height = round(legend_height(look))
        left, top = round(self.legend.x()), round(self.legend.y() - height)
        return QRectF(left, top, round(self.legend_width), height)


def arrange_layer(
    look: Look, arrangement: Arrangement, legend: tuple[float, float], *, has_years: bool
) -> LayerArrangement:
    """Arrange a layer whose `legend` has these least and wished widths, in pixels."""
    window, px = arrangement.window, look.px
    height, gap = legend_height(look), px(_GAP_U)
    if arrangement.portrait:
        left, right = arrangement.margin, window.width() - arrangement.margin
        top = arrangement.panel.top()
        controls_top = top + arrangement.panel_controls_top
        bottom = controls_top - px(_ROWS_GAP_U)
        panel = arrangement.panel
    else:
        width = panel_width(look, "panel_width_data", "panel_width_data_large_text")
        if not arrangement.band.isEmpty():
            # Its rows stand in two columns there: what it lacks in height.
            width = max(width, _LOW_SHARE * window.width())
        panel_left = window.width() - width
        panel_top = arrangement.band.top()
        rest = window.width() - panel_left, window.height() - panel_top
        panel = QRectF(panel_left, panel_top, *rest).toRect()
        left, right = arrangement.dock.x(), panel.left() - px(_EDGE_U)
        controls_top = arrangement.dock.y()
        bottom = controls_top - px(_EDGE_U)
    least, wished = legend
    beside = right - left - gap - px(_LEAST_YEARS_U)
    is_stacked = has_years and least > beside
    legend_width = min(wished, right - left if is_stacked or not has_years else beside)
    years = QRect()
    if has_years and is_stacked:
        # The buttons that zoom stand beside it, or hands would not reach them.
        width = min(right - left - px(_ZOOM_U), px(_MOST_YEARS_U))
        years = QRectF(left, bottom - 2 * height - gap, width, height).toRect()
    elif has_years:
        width = min(right - left - legend_width - gap, px(_MOST_YEARS_U))
        years = QRectF(left + legend_width + gap, bottom - height, width, height).toRect()
    top_of_tray = bottom - (2 * height + gap if is_stacked else height)
    if arrangement.portrait:
        free = QRectF(0, 0, window.width(), arrangement.panel.top())
        rows_bottom = top_of_tray - gap - panel.top()
        padding = arrangement.margin
        zoom = QRectF(panel)
        zoom.setRight(right + px(_EDGE_U))
        zoom.setBottom(top_of_tray + px(_EDGE_U) - gap)
        beside = px(_ZOOM_U)
        clear = zoom.bottom() - stack_height(look) - gap - panel.top()
    else:
        free = QRectF(0, 0, panel.left(), top_of_tray - gap)
        if not arrangement.band.isEmpty():
            free = QRectF(arrangement.free)
        rows_bottom = controls_top - px(_ROWS_GAP_U) - panel.top()
        padding = px(_PADDING_U)
        zoom, beside = QRectF(0, 0, panel.left(), controls_top - gap), 0.0
        clear = rows_bottom
    reading = free if arrangement.portrait or not arrangement.band.isEmpty() else zoom
    return LayerArrangement(
        panel=panel,
        room=PanelRoom(
            padding,
            rows_bottom,
            controls_top - panel.top(),
            beside,
            clear,
            stacked=not arrangement.portrait,
        ),
        free=free,
        reading=reading,
        legend=QPointF(left, bottom),
        legend_width=legend_width,
        years=years,
        zoom=zoom,
        menu=QPointF(arrangement.dock.x(), arrangement.dock.y() - gap),
        menu_room=right - left - (0.0 if arrangement.portrait else px(_ZOOM_U)),
    )
