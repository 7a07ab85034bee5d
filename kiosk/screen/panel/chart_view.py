"""A chart with its finding as the headline and the sentence that tells it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSizeF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.languages.language import language as language_of
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.chart import KINDS, Chart, build_chart
from kiosk.screen.panel.divided_text import set_in_parts
from kiosk.screen.panel.fact_blocks import tagged
from kiosk.screen.panel.flow import INSET_U
from kiosk.screen.panel.zone_row_target import ZoneRowTarget
from kiosk.screen.steps import at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QMouseEvent

    from kiosk.exhibit.model.exhibit import ChartPanel
    from kiosk.look.look import Look
    from kiosk.look.span import Span
    from kiosk.screen.locale import Locale
    from kiosk.screen.steps import Steps
    from kiosk.text.multilingual import Said

_GAP_U = 14
_CHART_GAP_U = 28


class ChartView(QWidget):
    """Shows a chart panel.  Each kind of chart is built once and shown again."""

    zone_touched = Signal(str)
    """The zone whose bar was touched; an empty one beside the bars."""
    prepared = Signal()
    """Every kind of chart has been built."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._headline: Setting | None = None
        self._sentence: Setting | None = None
        self._pages = 1
        self._charts: dict[str, Chart] = {}
        self._current: Chart | None = None
        self._targets: list[ZoneRowTarget] = []
        self._pressed = ""
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare_next)

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._current

    @property
    def page_count(self) -> int:
        """In how many pages the panel was set: a chart with no room below its words has its own."""
        return self._pages

    def prepare(self) -> None:
        """Build every kind of chart, so that the first of a kind opens as fast as any other.

        One takes 6 to 8 ms: each has a turn of the event loop, and touches come in between.
        """
        self._preparing.start()

    @Slot()
    def _prepare_next(self) -> None:
        missing = next((kind for kind in KINDS if kind not in self._charts), None)
        if missing is not None:
            self._built(missing)
        else:
            self._preparing.stop()
            self.prepared.emit()

    def prepare_panel(
        self, panel: ChartPanel, page: int, locale: Locale, look: Look, size: QSize
    ) -> Steps[int]:
        """Set and compose a page of a panel ahead of its being shown in a view of that size.

        Gives how many pages the panel has.
        """
        chart = self._built(panel.chart)
        yield
        words = yield from _set(panel, locale, look, size, chart)
        area = words.chart_area(page)
        if area is not None:
            yield from chart.prepare(panel, locale, look, QSizeF(area.size()))
        return words.pages

    def show_panel(self, panel: ChartPanel, page: int, locale: Locale, look: Look) -> None:
        """Show a page of a chart panel at the widget's present size."""
        self._look = look
        chart = self._built(panel.chart)
        words = at_once(_set(panel, locale, look, self.size(), chart))
        self._pages, area = words.pages, words.chart_area(page)
        self._headline = words.headline if words.has_headline(page) else None
        self._sentence = words.sentence(page)
        if self._current is not None and self._current is not chart:
            self._current.hide()
        self._current = chart
        if area is not None:
            chart.setGeometry(area)
            chart.show_panel(panel, locale, look)
        chart.setVisible(area is not None)
        self.setAccessibleName(locale.text(panel.headline))
        self.setAccessibleDescription(locale.text(panel.sentence))
        self._place_targets(chart, locale, look)
        self.update()

    def light(self, zones: Sequence[str]) -> None:
        """Have the bar of the first of these zones that has one in kapok."""
        if self._current is not None:
            known = {target.zone for target in self._targets if not target.isHidden()}
            self._current.light(next((zone for zone in zones if zone in known), None))

    def _place_targets(self, chart: Chart, locale: Locale, look: Look) -> None:
        chart.light(None)
        rows = () if chart.isHidden() else chart.zone_rows()
        while len(self._targets) < len(rows):
            self._targets.append(ZoneRowTarget(self))
            self._targets[-1].chosen.connect(self.zone_touched)
        for target in self._targets[len(rows) :]:
            target.hide()
        corner = QPointF(chart.pos())
        description = locale.say("light_on_map")
        for target, row in zip(self._targets, rows, strict=False):
            target.cover(row.rect.translated(corner), row.zone, row.spoken, description, look)

    def _zone_at(self, point: QPointF) -> str:
        """The zone whose row is there, or nothing; rows reach across, and there is no gap."""
        for target in self._targets:
            rect = target.geometry()
            if not target.isHidden() and rect.top() <= point.y() < rect.bottom() + 1:
                return target.zone
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._zone_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if pressed == self._zone_at(event.position()):
            self.zone_touched.emit(pressed)

    def enter(self) -> None:
        """Start the chart's entrance."""
        if self._current is not None:
            self._current.enter()

    def finish(self) -> None:
        """End the chart's entrance at once."""
        if self._current is not None:
            self._current.finish()

    def _built(self, kind: str) -> Chart:
        if kind not in self._charts:
            chart = build_chart(kind, self)
            chart.hide()
            self._charts[kind] = chart
        return self._charts[kind]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        theme = self._look.theme
        inset, y = self._look.px(INSET_U), 0.0
        if self._headline is not None:
            self._headline.draw(painter, inset, 0, theme.text)
            y = self._headline.size.height() + self._look.px(_GAP_U)
        if self._sentence is not None:
            self._sentence.draw(painter, inset, y, theme.text2)


class _Words(NamedTuple):
    """The words of a panel as they are set, in a view of that size.

    A sentence without room beside the chart, which is at least so high, has pages before it.
    """

    headline: Setting
    parts: Sequence[Setting | None]
    look: Look
    size: QSize
    least: float
    is_divided: bool

    @property
    def pages(self) -> int:
        """On how many pages the panel is."""
        return len(self.parts) + 1 if self.is_divided else 1

    def sentence(self, page: int) -> Setting | None:
        """What of the sentence is on a page."""
        if not self.is_divided:
            return self.parts[0]
        return self.parts[page - 1] if page <= len(self.parts) else None

    def chart_area(self, page: int) -> QRect | None:
        """Where the chart is on a page: below all words, or on the last below the headline."""
        if not self.is_divided:
            return _below(self.headline, self.parts[0], self.look, self.size)
        if page < self.pages:
            return None
        below = _below(self.headline, None, self.look, self.size)
        return below if below.height() >= self.least else self._alone()

    def has_headline(self, page: int) -> bool:
        """Whether the headline is on that page: not where the chart has no room below it."""
        if page == 1 or not self.is_divided:
            return True
        below = _below(self.headline, None, self.look, self.size)
        return page >= self.pages and below.height() >= self.least

    def _alone(self) -> QRect:
        inset = round(self.look.px(INSET_U))
        return QRect(inset, 0, self.size.width() - inset, self.size.height())


def _below(headline: Setting, sentence: Setting | None, look: Look, size: QSize) -> QRect:
    """What the words above leave of a view."""
    inset = round(look.px(INSET_U))
    top = headline.size.height() + look.px(_CHART_GAP_U)
    if sentence is not None:
        top += look.px(_GAP_U) + sentence.size.height()
    height = max(1, round(size.height() - top))
    return QRect(inset, round(top), size.width() - inset, height)


def _set(panel: ChartPanel, locale: Locale, look: Look, size: QSize, chart: Chart) -> Steps[_Words]:
    """The headline and the sentence in a view of that size."""
    width = float(size.width() - round(look.px(INSET_U)))
    headline = _set_said(locale.said(panel.headline), locale, look, "heading", width)
    yield
    said = locale.said(panel.sentence)
    sentence = _set_said(said, locale, look, "secondary", width)
    yield
    if not look.divides_texts:
        return _Words(headline, (sentence,), look, size, 0.0, is_divided=False)
    least = chart.least_height(panel, locale, look, width)
    if _below(headline, sentence, look, size).height() >= least:
        return _Words(headline, (sentence,), look, size, least, is_divided=False)
    rest = size.height() - headline.size.height() - look.px(_GAP_U)
    rooms = (width, rest), (width, float(size.height()))
    spans = _spans(said, locale)
    parts = yield from set_in_parts(spans, look, said.language, "secondary", rooms)
    return _Words(headline, parts, look, size, least, is_divided=True)


def _spans(said: Said, locale: Locale) -> list[Span]:
    return tagged(said.words, said.language, locale.language, language_of(said.language).drawn)


def _set_said(said: Said, locale: Locale, look: Look, role: str, width: float) -> Setting:
    return set_text(
        look,
        _spans(said, locale),
        language=said.language,
        role=role,
        width=width,
        balanced=role == "heading",
    )
