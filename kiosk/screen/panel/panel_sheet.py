"""The sheet beside the map: it shows one panel of a zone and says which other was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.model.shown_pictures import written_pages
from kiosk.exhibit.place import PLACES, PanelPage
from kiosk.screen.assistive_role import AssistiveRole
from kiosk.screen.panel.calculations import calculations
from kiosk.screen.panel.chart_view import ChartView
from kiosk.screen.panel.comparison_view import ComparisonView
from kiosk.screen.panel.facts_view import FactsView, draw_page
from kiosk.screen.panel.gallery_view import GalleryView
from kiosk.screen.panel.kicker import Kicker
from kiosk.screen.panel.page_kicker import show_kicker
from kiosk.screen.panel.page_layout import PageLayout, SheetShape
from kiosk.screen.panel.panel_cards import PanelCards
from kiosk.screen.panel.panel_controls import PanelControls
from kiosk.screen.panel.panel_turns import tab_of
from kiosk.screen.panel.places_view import PlacesView
from kiosk.screen.panel.source_note import SourceNote
from kiosk.screen.panel.story_view import StoryView
from kiosk.screen.panel.term_card import PADDING_U as CARD_PADDING_U
from kiosk.screen.panel.told_view import ToldView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from kiosk.exhibit.model.exhibit import Panel, Zone
    from kiosk.look.look import Look
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.panel.facts_pages import Page
    from kiosk.screen.steps import Steps

_RULE_U = 2


class PanelSheet(QWidget):
    """A page with square corners.  Its views are built once and shown again."""

    assistive_role = AssistiveRole.GROUP

    panel_chosen = Signal(str)
    page_chosen = Signal(int)
    charts_prepared = Signal()
    place_chosen = Signal(str)
    zone_pointed = Signal(str)
    """The zone whose bar was touched; an empty one where the chart beside its bars was."""
    map_touched = Signal()
    picture_opened = Signal(object)
    """The `PictureTarget` of a small picture that is to be seen large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look: Look | None = None
        self._locale: Locale | None = None
        self._zone: Zone | None = None
        self._panel: Panel | None = None
        self._page = self._pages = 1
        self._padding_u = 64.0
        self._controls_top = 0.0
        self._kicker = Kicker(self)
        self._facts = FactsView(self)
        self._chart = ChartView(self)
        self._chart.prepared.connect(self.charts_prepared)
        self._chart.zone_touched.connect(self.zone_pointed)
        self._story = StoryView(self)
        self._told = ToldView(self)
        self._gallery = GalleryView(self)
        self.comparison = ComparisonView(self)
        self._places = PlacesView(self)
        self._note = SourceNote(self)
        self._controls = PanelControls(self)
        self.cards = PanelCards(self, self._note)
        self._terms = self.cards.terms
        self._views: dict[str, QWidget] = {
            "facts": self._facts,
            "chart": self._chart,
            "story": self._story,
            **dict.fromkeys(("people", "quote", "events"), self._told),
            "gallery": self._gallery,
            "comparison": self.comparison,
            "places": self._places,
        }
        self._told.picture_opened.connect(self.picture_opened)
        self._gallery.picture_chosen.connect(self.page_chosen)
        self._places.place_chosen.connect(self.place_chosen)
        self._controls.tab_chosen.connect(self._choose_tab)
        self._controls.back_touched.connect(self._go_back)
        self._controls.on_touched.connect(self._go_on)
        self._facts.entered.connect(self._terms.settle)
        self._note.clicked.connect(self.open_sources)

    def set_world(self, world: MapWorld) -> None:
        """The map from which small maps are drawn."""
        self._places.set_world(world)
        self._story.set_world(world)

    def prepare(self) -> None:
        """Build the charts ahead of their first use, one in each turn of the event loop."""
        self._chart.prepare()

    def arrange(self, padding_u: float, controls_top: float) -> None:
        """`controls_top` is the top of the row of controls, in this widget's pixels."""
        self._padding_u = padding_u
        self._controls_top = controls_top

    def show_page(self, shown: PanelPage, locale: Locale, look: Look) -> None:
        """Show a page of a panel; its last one where it has no such page."""
        self._look, self._locale = look, locale
        self._zone, self._panel, self._page = shown
        self.cards.leave(shown.ids, locale, look)
        panel = shown.panel
        self._pages = written_pages(panel)
        known, layout = self._pages, self._layout
        self._show_view(layout)
        if self._pages != known:
            # Only now is known that there are pages to turn, and controls for that take room.
            layout = self._layout
            self._show_view(layout)
        self._show_controls(layout)
        self._show_note(layout)
        page = PanelPage(shown.zone, panel, self._page)
        show_kicker(self._kicker, page, self._layout, locale, look, tells=self.tells)
        # To look for notes in a chart takes as long as to draw it.
        notes = panel is not None and panel.kind == "chart" and calculations(panel, 1, locale)
        chart = self._chart.chart if notes else None
        self._terms.show_view(self._views[self._kind], chart, shown, self._card_room())
        if self.cards.front is not self:
            self.open_sources()
        self.update()

    def prepare_page(
        self, shown: PanelPage, locale: Locale, look: Look, shape: SheetShape
    ) -> Steps[None]:
        """Set a page ahead of its being shown on a sheet of that shape."""
        zone, panel, page = shown
        pages = written_pages(panel)
        for _ in range(2):
            yield
            known, layout = pages, PageLayout(shown, pages, shape, locale, look)
            yield
            size = layout.view.size()
            yield
            if panel is not None and panel.kind == "facts":
                facts = yield from self._facts.prepare(zone, panel, locale, look, size)
                pages = len(facts.pages)
                if pages == known:
                    yield from self._prepare_facts(facts.page(page), shown, locale, look, size)
            elif panel is not None and panel.kind == "story":
                yield from self._story.prepare(panel, page, locale, look, size)
            elif panel is not None and panel.kind == "gallery":
                yield from self._gallery.prepare_panel(panel, page, locale, look, size)
            elif panel is not None and panel.kind == "comparison":
                yield from self.comparison.prepare_panel(panel, locale, look, size)
            elif panel is not None and panel.kind == "chart":
                pages = yield from self._chart.prepare_panel(panel, page, locale, look, size)
            elif panel is not None:
                pages = yield from self._told.prepare(panel, locale, look, size)
            if pages == known:
                break

    def _prepare_facts(
        self, page: Page, shown: PanelPage, locale: Locale, look: Look, size: QSize
    ) -> Steps[None]:
        """Paint a page of facts, and find what can be touched on it."""

        def paint(paper: QImage) -> None:
            draw_page(QPainter(paper), page, look)

        yield from self._facts.paint_ahead(page, look, size)
        yield from self._terms.prepare(shown, size, locale, look, paint)

    def light(self, zones: Sequence[str]) -> None:
        """Have the bars of these zones lit, where a chart has them."""
        self._chart.light(zones)

    @property
    def _kind(self) -> str:
        return "places" if self._panel is None else self._panel.kind

    @property
    def opened(self) -> tuple[Panel | None, int]:
        """The panel that is open and its page."""
        return self._panel, max(1, min(self._page, self._pages))

    @property
    def tells(self) -> bool:
        """Whether a story or pictures are open, which take the map's place."""
        return tab_of(self._kind) == "story"

    @property
    def _divided(self) -> StoryView | None:
        """What shows the words of a story or of pictures; None for any other panel."""
        view = self._views[self._kind]
        return view if isinstance(view, StoryView) else None

    @property
    def sign_point(self) -> QPointF:
        """Where the leader line ends, in this widget's pixels."""
        return self._kicker.sign_point + QPointF(self._kicker.pos())

    @property
    def pages(self) -> int:
        """The number of pages of the panel that is shown."""
        return self._pages

    @property
    def view(self) -> QWidget:
        """What shows the panel that is open."""
        return self._views[self._kind]

    def written_on_pages(self) -> list[str]:
        """What is written on each page of the panel, where that is not known before it is set."""
        view = self.view
        return view.written_on_pages() if isinstance(view, FactsView | ToldView) else []

    def enter(self, delay: int = 0) -> None:
        """Start the entrance of the figures or the chart; who reads a card is spared it."""
        if self.cards.is_open:
            self.finish()
            return
        if self._kind == "facts":
            self._facts.enter(delay)
        elif self._kind == "chart":
            self._chart.enter()
        if self._kind != "facts" or self._facts.is_at_rest:
            self._terms.settle()

    def finish(self) -> None:
        """End every entrance at once."""
        self._facts.finish()
        self._chart.finish()
        self._story.finish()
        self._told.finish()
        self._gallery.finish()
        self._places.finish()
        self._terms.settle(at_once=True)

    def _card_room(self) -> QRectF:
        """Where the card that explains a word may be: its text on that of the panel, no higher
        than the panel's and above the controls.
        """
        assert self._look is not None
        left, width = self._layout.left, self._layout.width
        edge = self._look.px(CARD_PADDING_U)
        return QRectF(left - edge, edge, width + 2 * edge, self._controls_top - 1.5 * edge)

    def read_pictures_again(self) -> None:
        """The pictures have changed on the disk."""
        self._told.read_again()
        self._places.read_again()
        self._gallery.read_again()

    def _shown(self) -> tuple[Look, Locale, Zone]:
        assert self._look is not None
        assert self._locale is not None
        assert self._zone is not None
        return self._look, self._locale, self._zone

    @property
    def _layout(self) -> PageLayout:
        """Where everything stands, as far as is known how many pages there are."""
        look, locale, zone = self._shown()
        shape = SheetShape(self.width(), self._padding_u, self._controls_top)
        return PageLayout(
            PanelPage(zone, self._panel, self._page), self._pages, shape, locale, look
        )

    def _show_view(self, layout: PageLayout) -> None:
        look, locale, zone = self._shown()
        panel = self._panel
        shown = self._views[self._kind]
        for view in self._views.values():
            view.setVisible(view is shown)
        shown.setGeometry(layout.view)
        if panel is None:
            self._places.show_places(zone, layout.inner, self._page, locale, look)
            self._pages = self._places.page_count
        elif panel.kind == "facts":
            self._facts.show_panel(zone, panel, locale, look)
            self._facts.show_page(self._page)
            self._pages = self._facts.page_count
        elif panel.kind == "chart":
            self._chart.show_panel(panel, self._page, locale, look)
            self._pages = self._chart.page_count
        elif panel.kind == "story":
            self._story.show_page(panel, self._page, locale, look)
        elif panel.kind == "gallery":
            self._gallery.show_panel(panel, self._page, locale, look)
        elif panel.kind == "comparison":
            self.comparison.show_panel(panel, locale, look)
        else:
            self._told.show_panel(panel, self._page, locale, look)
            self._pages = self._told.page_count

    def _show_note(self, layout: PageLayout) -> None:
        """Set the source line above the controls."""
        look, locale, _ = self._shown()
        lines, foot = layout.source_lines, layout.foot
        self._note.setVisible(bool(lines))
        if lines:
            name = locale.say("source_spoken", source=lines[0])
            self._note.show_source(lines, name, foot.note_width, look, locale.language)
            self._note.move(layout.left, foot.note_bottom - self._note.height())

    def _show_controls(self, layout: PageLayout) -> None:
        look, locale, zone = self._shown()
        leaf, told = layout.leaf, self._divided
        if self.has_further_part:
            leaf = replace(leaf, on_words=locale.say("read_on"))
        if told is not None and told.part:
            leaf = replace(leaf, back_words="", back_name="", has_back=True)
        name = locale.text(zone.name)
        self._controls.show_controls(
            layout.controls, leaf, layout.tabs, tab_of(self._kind), name, locale, look
        )

    @Slot(str)
    def _choose_tab(self, tab: str) -> None:
        assert self._zone is not None
        if tab == "places":
            self.panel_chosen.emit(PLACES)
            return
        first = next(panel for panel in self._zone.panels if tab_of(panel.kind) == tab)
        self.panel_chosen.emit(first.id)

    @Slot()
    def _go_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _go_on(self) -> None:
        self._turn(1)

    @property
    def has_further_part(self) -> bool:
        """Whether more of the page comes that had no room on what is shown."""
        return self._divided is not None and self._divided.part + 1 < self._divided.parts

    def turn_part(self, step: int) -> bool:
        """Show the part of a story's page before or after; False where there is none."""
        if self._divided is None or not self._divided.turn_part(step):
            return False
        self._show_controls(self._layout)
        return True

    def _turn(self, step: int) -> None:
        if self.turn_part(step):
            return
        target = self._layout.turns.leads_to(step)
        if isinstance(target, int):
            self.page_chosen.emit(target)
        elif target:
            self.panel_chosen.emit(target)
        elif target is not None:
            self.map_touched.emit()

    @Slot()
    def open_sources(self) -> None:
        """Open the card of sources of the present page, if it has any."""
        look, locale, _ = self._shown()
        top = self._controls_top
        self.cards.show_sources(self._panel, self._page, locale, look, controls_top=top)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cards.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self._look.theme.panel)
            if self._look.theme.high_contrast:
                self._rule_off(painter, self._look)

    def _rule_off(self, painter: QPainter, look: Look) -> None:
        """Draw the edge to the map: where both are black, nothing else tells them apart."""
        rule = QRect(self.rect())
        if self.y() > 0:
            rule.setHeight(round(look.outline(_RULE_U)))
        else:
            rule.setWidth(round(look.outline(_RULE_U)))
        painter.fillRect(rule, look.theme.rule)
