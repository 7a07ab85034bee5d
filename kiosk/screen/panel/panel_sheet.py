"""The sheet beside the map: it shows one panel of a zone and says which other was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screen.panel.chart_view import ChartView
from kiosk.screen.panel.facts_view import FactsView
from kiosk.screen.panel.kicker import HEIGHT_U as KICKER_HEIGHT_U
from kiosk.screen.panel.kicker import Kicker
from kiosk.screen.panel.pager import Pager
from kiosk.screen.panel.source_card import SourceCard
from kiosk.screen.panel.source_note import SourceNote
from kiosk.screen.panel.story_view import StoryView
from kiosk.screen.segments import Segment, SegmentBar

if TYPE_CHECKING:
    from kiosk.exhibit.model import Panel, StoryPanel, Zone
    from kiosk.exhibit.values import WrittenDate
    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.voice import Voice

_TABS = {"facts": "facts", "chart": "charts", "story": "stories"}
"""Each kind of panel and the words of its tab."""

_SIGNS = {"innovation-zone": "pearl", "facility": "diamond", "city": "dot", "region": "pearl"}
_KICKERS = {
    "innovation-zone": "innovation_zone_in",
    "facility": "facility_in",
    "city": "city_in",
}
_KICKER_TOP_U = 60
_BODY_GAP_U = 12
_PAGER_GAP_U = 16


class PanelSheet(QWidget):
    """A page with square corners.  Its views are built once and shown again."""

    panel_chosen = Signal(str)
    page_chosen = Signal(int)
    up_touched = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._voice: Voice | None = None
        self._zone: Zone | None = None
        self._panel: Panel | None = None
        self._page = self._pages = 1
        self._padding_u = 64.0
        self._controls_top = 0.0
        self._kicker = Kicker(self)
        self._facts = FactsView(self)
        self._chart = ChartView(self)
        self._story = StoryView(self)
        self._note = SourceNote(self)
        self._tabs = SegmentBar(self)
        self._pager = Pager(self, large=False)
        self._story_pager = Pager(self, large=True)
        self._card = SourceCard(self)
        self._views = {"facts": self._facts, "chart": self._chart, "story": self._story}
        self._tabs.chosen.connect(self._choose_tab)
        self._note.clicked.connect(self._open_card)
        self._card.closed.connect(self._close_card)
        for pager in (self._pager, self._story_pager):
            pager.back_touched.connect(self._go_back)
            pager.on_touched.connect(self._go_on)

    def set_world(self, world: MapWorld) -> None:
        """The map from which small maps are drawn."""
        self._story.set_world(world)

    def prepare(self, kind: str) -> None:
        """Build a kind of chart ahead of its first use."""
        self._chart.prepare(kind)

    def arrange(self, padding_u: float, controls_top: float) -> None:
        """`controls_top` is where the line of controls stands, in this widget's pixels."""
        self._padding_u = padding_u
        self._controls_top = controls_top

    def show_panel(self, zone: Zone, panel_id: str, page: int, voice: Voice, look: Look) -> None:
        """Show a panel of a zone at a page; the zone's first panel where it has no such one."""
        self._look, self._voice, self._zone = look, voice, zone
        self._panel = zone.panel(panel_id) or zone.panels[0]
        self._page = page
        self._card.hide()
        self._show_controls()
        self._show_kicker()
        self._show_view()
        self._show_pagers()
        self.update()

    @property
    def story_page(self) -> tuple[StoryPanel, int] | None:
        """The story that is open and its page, or None."""
        if self._panel is None or self._panel.kind != "story":
            return None
        return self._panel, max(1, min(self._page, len(self._panel.pages)))

    @property
    def sign_point(self) -> QPointF:
        """Where the thread ends, in this widget's pixels."""
        return self._kicker.sign_point + QPointF(self._kicker.pos())

    @property
    def pages(self) -> int:
        """How many pages the panel of the moment has."""
        return self._pages

    def enter(self, delay: int = 0) -> None:
        """Let figures or the chart come in."""
        if self._panel is None:
            return
        if self._panel.kind == "facts":
            self._facts.enter(delay)
        elif self._panel.kind == "chart":
            self._chart.enter()

    def finish(self) -> None:
        """Have everything in its place at once."""
        self._facts.finish()
        self._chart.finish()
        self._story.finish()

    def _content(self) -> tuple[int, int]:
        """Left edge and width of what stands on the sheet."""
        assert self._look is not None
        left = round(self._look.px(self._padding_u))
        return left, self.width() - 2 * left

    def _show_kicker(self) -> None:
        look, voice, zone, panel = self._look, self._voice, self._zone, self._panel
        assert look is not None
        assert voice is not None
        assert zone is not None
        left, width = self._content()
        top = round(look.px(_KICKER_TOP_U))
        self._kicker.setGeometry(QRect(left, top, width, round(look.px(KICKER_HEIGHT_U))))
        sign = _SIGNS[zone.kind]
        if panel is not None and panel.kind == "story":
            words, sign = voice.text(panel.title), "sparkle"
        elif panel is not None and panel.kind == "chart":
            words = voice.text(zone.name)
        else:
            words = _kicker_words(zone, voice)
        self._kicker.show_words(words, sign, look, voice.language)

    def _show_view(self) -> None:
        look, voice, zone, panel = self._look, self._voice, self._zone, self._panel
        assert look is not None
        assert voice is not None
        assert zone is not None
        assert panel is not None
        left, width = self._content()
        top = round(look.px(_KICKER_TOP_U + KICKER_HEIGHT_U + _BODY_GAP_U))
        bottom = self._show_note(panel, left, width)
        for kind, view in self._views.items():
            view.setVisible(kind == panel.kind)
        self._views[panel.kind].setGeometry(QRect(left, top, width, max(1, bottom - top)))
        self._pages = 1
        if panel.kind == "facts":
            self._facts.show_panel(zone, panel, voice, look)
            self._facts.show_page(self._page)
            self._pages = self._facts.page_count
        elif panel.kind == "chart":
            self._chart.show_panel(panel, voice, look)
        else:
            self._story.show_page(panel, self._page, voice, look)
            self._pages = len(panel.pages)

    def _show_note(self, panel: Panel, left: int, width: int) -> int:
        """Set the source line above the controls; gives its top, where the view must end."""
        look, voice = self._look, self._voice
        assert look is not None
        assert voice is not None
        sources, as_of = _sources(panel, self._page)
        words = voice.sources_line(sources, as_of)
        self._note.setVisible(bool(words))
        bottom = round(self._controls_top - look.px(8))
        if not words:
            return bottom
        name = voice.say("source_spoken", source=words)
        self._note.show_source(words, name, width, look, voice.language)
        self._note.move(left, bottom - self._note.height())
        return self._note.y()

    def _show_controls(self) -> None:
        look, voice, zone, panel = self._look, self._voice, self._zone, self._panel
        assert look is not None
        assert voice is not None
        assert zone is not None
        assert panel is not None
        self._story_pager.setVisible(panel.kind == "story")
        kinds = [kind for kind in _TABS if any(each.kind == kind for each in zone.panels)]
        self._tabs.setVisible(panel.kind != "story" and len(kinds) > 1)
        left, width = self._content()
        siblings = [each for each in zone.panels if each.kind == panel.kind]
        room = float(width)
        if len(siblings) > 1 or self._may_have_pages(panel):
            room -= Pager.small_width(look) + look.px(_PAGER_GAP_U)
        segments = [Segment(kind, voice.say(_TABS[kind]), voice.language) for kind in kinds]
        self._tabs.show_segments(look, segments, current=panel.kind, width=room)
        self._tabs.place_drawn(left, self._controls_top)

    def _may_have_pages(self, panel: Panel) -> bool:
        return panel.kind == "facts" and self._facts.page_count > 1

    def _show_pagers(self) -> None:
        look, voice, zone, panel = self._look, self._voice, self._zone, self._panel
        assert look is not None
        assert voice is not None
        assert zone is not None
        assert panel is not None
        left, width = self._content()
        top, height = round(self._controls_top), round(look.px(72))
        if panel.kind == "story":
            self._pager.hide()
            last = self._page >= self._pages
            words = voice.say("facts" if last else "next")
            self._story_pager.show_page(self._page, self._pages, voice, look, on_words=words)
            self._story_pager.cover(QRect(left, top, width, height), self._story_pager.margin)
            self._story_pager.show_page(self._page, self._pages, voice, look, on_words=words)
            return
        number, count = self._leaf()
        self._pager.setVisible(count > 1)
        if count > 1:
            self._show_controls()
            room = round(Pager.small_width(look))
            self._pager.show_page(number, count, voice, look)
            self._pager.cover(QRect(left + width - room, top, room, height), self._pager.margin)
            self._pager.show_page(number, count, voice, look)

    def _leaf(self) -> tuple[int, int]:
        """Which leaf of how many: the pages of a facts panel, or the panels of one kind."""
        assert self._zone is not None
        assert self._panel is not None
        if self._pages > 1:
            return max(1, min(self._page, self._pages)), self._pages
        siblings = [each for each in self._zone.panels if each.kind == self._panel.kind]
        return siblings.index(self._panel) + 1, len(siblings)

    @Slot(str)
    def _choose_tab(self, kind: str) -> None:
        assert self._zone is not None
        first = next(panel for panel in self._zone.panels if panel.kind == kind)
        self.panel_chosen.emit(first.id)

    @Slot()
    def _go_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _go_on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        assert self._zone is not None
        assert self._panel is not None
        page = self._page + step
        if 1 <= page <= self._pages:
            self.page_chosen.emit(page)
        elif self._panel.kind == "story":
            self.up_touched.emit()
        else:
            siblings = [each for each in self._zone.panels if each.kind == self._panel.kind]
            index = siblings.index(self._panel) + step
            if 0 <= index < len(siblings):
                self.panel_chosen.emit(siblings[index].id)

    @Slot()
    def _open_card(self) -> None:
        look, voice, panel = self._look, self._voice, self._panel
        if look is None or voice is None or panel is None:
            return
        ids, as_of = _sources(panel, self._page)
        sources = [voice.exhibit.sources[each] for each in ids if each in voice.exhibit.sources]
        self._card.setGeometry(self.rect())
        self._card.show_sources(sources, as_of, voice, look, controls_top=self._controls_top)
        self._card.show()
        self._card.raise_()

    @Slot()
    def _close_card(self) -> None:
        self._card.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self._look.theme.panel)


def _kicker_words(zone: Zone, voice: Voice) -> str:
    if zone.kind == "region":
        return voice.say("region")
    if zone.kind == "city" and zone.map.label is not None:
        return voice.text(zone.map.label)
    names = [_plain_name(place, voice) for place in zone.within]
    names = [name for name in names if name]
    if not names or zone.kind == "city":
        return voice.say("city" if zone.kind == "city" else zone.kind.replace("-", "_"))
    return voice.say(_KICKERS[zone.kind], places=voice.words.joined(names, voice.language))


def _plain_name(place: str, voice: Voice) -> str:
    zone = voice.exhibit.zone(place)
    return voice.text(zone.name) if zone is not None else voice.map_names.get(place, "")


def _sources(panel: Panel, page: int) -> tuple[tuple[str, ...], WrittenDate | None]:
    """The sources of what is seen, and the date as of which its figures hold."""
    if panel.kind == "story":
        shown = panel.pages[max(0, min(page, len(panel.pages)) - 1)]
        sources = shown.source
        figure = shown.figure
        if figure is not None and figure.source is not None:
            sources = tuple(dict.fromkeys((*sources, *figure.source)))
        return sources, figure.as_of if figure is not None else None
    if panel.source is not None:
        return panel.source, panel.as_of
    return (), panel.as_of
