"""All that a data layer has on the stage besides the map itself, and the choice of layers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.look.motion import Beat
from kiosk.screen.layer.class_legend import ClassLegend, legend_widths
from kiosk.screen.layer.layer_arrangement import arrange_layer
from kiosk.screen.layer.layer_menu import LayerMenu
from kiosk.screen.layer.layer_panel import LayerPanel
from kiosk.screen.layer.reading_card import ReadingCard
from kiosk.screen.layer.reading_room import ReadingRoom
from kiosk.screen.layer.year_line import YearLine
from kiosk.screen.map.map_shading import seated
from kiosk.screen.slide import Slide
from kiosk.screen.way_out import STEP_UP_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kiosk.look.interface_style import InterfaceStyle
    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.layer.layer_arrangement import LayerArrangement
    from kiosk.screen.layer.layer_content import LayerContent
    from kiosk.screen.locale import Locale
    from kiosk.screen.map.map_shading import Shading


_SMALLER_TEXTS = (1.4, 1.2, 1.1, 1.0)
_ZOOM_ROOM_U = 112
_BAND_GAP_U = 16
_REACH = 0.5
"""How far down in the window controls begin."""


class DataLayers(QObject):
    """Holds the panel, the legend, the years, the reading and the menu: children of the stage.

    Which class is looked at, and whether the menu is open, is nobody's business but its own: the
    next layer begins without either.
    """

    layer_chosen = Signal(str)
    """A layer was chosen from the menu; empty takes the present one away."""
    zone_touched = Signal(str)
    """A row was touched."""
    zone_opened = Signal(str)
    """The visitor wants to see everything about a zone."""
    year_chosen = Signal(str)
    shading_changed = Signal()
    """Another class is looked at: the map has to be shaded anew."""
    menu_changed = Signal(bool)
    card_moved = Signal()
    """The card of sources was opened or closed."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._look: Look | None = None
        self._content: LayerContent | None = None
        self._pinned: tuple[str, ...] = ()
        self._replaced = ""
        """The zone whose place among the two compared ones another has taken."""
        self._seats: tuple[str, ...] = ()
        """Which of the two colours each pinned zone has, for as long as it is pinned."""
        self._arranged: LayerArrangement | None = None
        self._alone: int | None = None
        self._fitting: tuple[tuple[object, ...], float] | None = None
        """In which text a layer had room, by what that follows from."""
        self._makes_room = False
        """Whether the panel goes while the menu is open, which would cover half of it."""
        self._panel = LayerPanel(stage)
        self._legend = ClassLegend(stage)
        self._years = YearLine(stage)
        self._reading = ReadingCard(stage)
        self._menu = LayerMenu(stage)
        self._slide = Slide(stage)
        self._panel.zone_touched.connect(self.zone_touched)
        self._panel.zone_opened.connect(self.zone_opened)
        self._panel.sources_opened.connect(self._show_tray)
        self._panel.sources_opened.connect(self.card_moved)
        self._legend.class_chosen.connect(self._look_at)
        self._years.year_chosen.connect(self.year_chosen)
        self._menu.layer_chosen.connect(self._choose)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The parts, the lowest first; what comes in with the panel covers none of the others."""
        return (self._reading, self._panel, self._slide, self._years, self._legend)

    @property
    def overlays(self) -> tuple[QWidget, ...]:
        """What is drawn over everything on the map."""
        return (self._menu,)

    @property
    def front(self) -> tuple[QWidget, ...]:
        """What of it can be touched: an open card or the menu keeps the keyboard to itself."""
        if self.menu_is_open:
            return (self._menu,)
        card = self._panel.card
        panel = self._panel if card.isHidden() else card
        return (panel, self._years, self._legend)

    @property
    def is_open(self) -> bool:
        """Whether a layer is shown."""
        return self._content is not None

    @property
    def is_on_its_way(self) -> bool:
        """Whether the panel of a layer slides in."""
        return self._slide.moving

    @property
    def menu_is_open(self) -> bool:
        """Whether the choice of layers is open."""
        return not self._menu.isHidden()

    @property
    def menu_area(self) -> QRect:
        """What the choice of layers covers of the stage."""
        return self._menu.geometry() if self.menu_is_open else QRect()

    @property
    def zoom_area(self) -> QRectF:
        """At whose lower right the buttons that zoom stand; empty where they would be covered."""
        assert self._arranged is not None
        is_covered = self.menu_is_open or not self._panel.card.isHidden()
        return QRectF() if self._makes_room and is_covered else self._arranged.zoom

    @property
    def free(self) -> QRectF:
        """What is left of the map."""
        assert self._arranged is not None
        return self._arranged.free

    @property
    def panel_left(self) -> float:
        """Where the panel begins."""
        assert self._arranged is not None
        return self._arranged.panel.left()

    def band_room(self, room: QRectF) -> QRectF:
        """What the panel and what stands below it leave of a room; empty in portrait."""
        arranged, look = self._arranged, self._look
        assert arranged is not None
        assert look is not None
        left = QRectF(room)
        left.setRight(min(room.right(), arranged.zoom.right() - look.px(_ZOOM_ROOM_U)))
        tops = [each.top() for each in self.covered()]
        left.setBottom(min([room.bottom(), *tops]) - look.px(_BAND_GAP_U))
        return QRectF() if self._makes_room else left

    def shading(self) -> Shading | None:
        """How the map is shaded at the moment."""
        return None if self._content is None else self._content.shading(self._seats, self._alone)

    def ahead(
        self, content: LayerContent, pinned: tuple[str, ...], arrangement: Arrangement
    ) -> tuple[QRectF, list[QRectF], Shading]:
        """What will be left of the map, what will cover it, and its shades, for another content."""
        assert self._look is not None
        arranged = self._arrangement_of(content, self._look, arrangement)
        covered = [arranged.legend_area(self._look)]
        if not arranged.years.isEmpty():
            covered.append(arranged.years.toRectF())
        is_other = self._content is None or content.layer.id != self._content.layer.id
        seats = seated(_known(content, pinned), self._seats)
        return arranged.free, covered, content.shading(seats, None if is_other else self._alone)

    def spoken(self, zone: str) -> str:
        """What is heard of a zone on the map."""
        return "" if self._content is None else self._content.spoken(zone)

    def covered(self) -> list[QRectF]:
        """What the parts over the map cover of it, also while something covers them for a moment.

        So nothing beside them moves for that.
        """
        if self._content is None:
            return []
        has_years = len(self._content.layer.years) > 1
        parts = (self._legend, self._years) if has_years else (self._legend,)
        return [each.geometry().toRectF() for each in parts]

    def show_layer(
        self,
        content: LayerContent,
        pinned: tuple[str, ...],
        look: Look,
        arrangement: Arrangement,
    ) -> None:
        """Show a layer, or what of it has changed."""
        before, self._content = self._content, content
        is_other = before is None or before.layer.id != content.layer.id
        if before is None or is_other:
            self._alone = None
        elif before is not content and self._stage.isVisible() and not look.motion.still:
            changed = before.locale.language != content.locale.language
            if changed:
                self._slide.fade_from(self._panel, look.motion.language_change)
        self._look = look
        self._watch()
        now = _known(content, pinned)
        if is_other or now != self._pinned:
            is_replaced = not is_other and _has_taken_a_place(self._pinned, now)
            self._replaced = self._pinned[1] if is_replaced else ""
        self._pinned, self._seats = now, seated(now, self._seats)
        self._lay_out_in_room(content, look, arrangement)
        self._makes_room = arrangement.portrait
        if before is None:
            self._come(look, arrangement)
        elif not self._slide.moving:
            self._show_panel()

    def _lay_out_in_room(self, content: LayerContent, look: Look, arrangement: Arrangement) -> None:
        """Lay out in text that is as large as leaves room for all that the layer says."""
        laid_out = (look, arrangement, content, self._pinned)
        known = self._fitting[1] if self._fitting and self._fitting[0] == laid_out else None
        for scale in (look.text_scale, *_SMALLER_TEXTS):
            if scale > look.text_scale or (known is not None and scale > known):
                continue
            if scale < look.text_scale:
                self._look = replace(look, text_scale=scale, has_largest_text=False)
            assert self._look is not None
            self._lay_out(self._look, arrangement)
            if self._panel.has_room:
                break
        self._fitting = laid_out, scale

    def _lay_out(self, look: Look, arrangement: Arrangement) -> None:
        content = self._content
        assert content is not None
        has_years = len(content.layer.years) > 1
        self._arranged = arranged = self._arrangement_of(content, look, arrangement)
        self._legend.show_classes(content, look, self._alone, arranged.legend_width)
        self._legend.move(arranged.legend_area(look).topLeft().toPoint())
        self._panel.setGeometry(arranged.panel)
        self._panel.show_layer(content, look, arranged.room, self._pinned, self._seats, self._alone)
        if has_years:
            self._years.setGeometry(arranged.years)
            self._years.show_years(content, look, self._seats)
        self._show_tray()

    def _arrangement_of(
        self, content: LayerContent, look: Look, arrangement: Arrangement
    ) -> LayerArrangement:
        has_years = len(content.layer.years) > 1
        return arrange_layer(look, arrangement, legend_widths(content, look), has_years=has_years)

    @Slot()
    def _show_tray(self) -> None:
        """Show the legend and the years where neither the menu nor an open card covers them."""
        content = self._content
        if content is None:
            return
        has_years = len(content.layer.years) > 1
        covered = QRect() if self._panel.card.isHidden() else self._panel.geometry()
        for part, is_wanted in ((self._legend, True), (self._years, has_years)):
            is_free = not self.menu_is_open and not covered.intersects(part.geometry())
            part.setVisible(is_wanted and is_free)

    def _come(self, look: Look, arrangement: Arrangement) -> None:
        if look.motion.still or not self._stage.isVisible():
            self._panel.show()
            return
        self._slide.bring(
            self._panel,
            Beat(look.motion.panel_in.duration, 0, 96),
            look,
            portrait=arrangement.portrait,
        )

    def read_at(
        self,
        point: Callable[[str], QPointF | None],
        places: Sequence[tuple[str, QRectF]] | None,
        controls: Sequence[QRectF],
    ) -> QRectF:
        """Stand the reading where `point` says that a zone was touched, or hide it.

        It hides as little as may be of `places`, which is None while the map moves, and none of the
        `controls` over it.  Gives what it covers of the stage, or what the choice of layers does.
        """
        if self.menu_is_open:
            self._reading.hide()
            return self._menu.geometry().toRectF()
        look, content, arranged = self._look, self._content, self._arranged
        zone = self._pinned[-1] if self._pinned else ""
        at = point(zone) if zone else None
        if look is None or content is None or arranged is None or at is None:
            self._reading.hide()
            return QRectF()
        if not arranged.free.contains(at):
            self._reading.hide()
            return QRectF()
        seat = self._seats.index(zone)
        self._reading.show_reading(content, self._pinned, look, seat, self._replaced)
        compared = tuple((each, on) for each in self._pinned if (on := point(each)) is not None)
        fixed = (*self.covered(), *controls)
        room = ReadingRoom(arranged.reading, at, places or (), fixed, compared)
        self._reading.stand_in(room, is_moving=places is None)
        self._reading.show()
        return self._reading.geometry().toRectF()

    def hide(self) -> None:
        """Take the layer away."""
        if self._content is None:
            return
        look = self._look
        self._content, self._pinned, self._alone = None, (), None
        self._slide.stop()
        shown = not self._panel.isHidden()
        if look is not None and shown and self._stage.isVisible() and not look.motion.still:
            self._slide.dismiss(self._panel, look.motion.panel_out, look, portrait=False)
        for part in (self._panel, self._legend, self._years, self._reading):
            part.hide()
        self._panel.begin_again()
        self._watch()

    def _watch(self) -> None:
        """See the keys of the window while something is open, before whoever takes a step up."""
        window = self._stage.window()
        window.removeEventFilter(self)
        if self.is_open or self.menu_is_open:
            window.installEventFilter(self)

    def finish(self) -> None:
        """Have everything in its place at once."""
        self._slide.stop()
        if self._content is not None:
            self._show_panel()

    def _show_panel(self) -> None:
        self._panel.setVisible(not (self._makes_room and self.menu_is_open))

    def show_menu(
        self, locale: Locale, current: str, style: InterfaceStyle, arrangement: Arrangement
    ) -> None:
        """Open the choice of layers above the dock, or set it anew."""
        arranged = arrange_layer(style.look, arrangement, (0.0, 0.0), has_years=False)
        layers = [(layer.id, locale.text(layer.title)) for layer in locale.exhibit.layers]
        # Within everybody's reach, as all controls are.
        highest = max(_REACH * arrangement.window.height(), arrangement.band.top())
        most = arranged.menu.y() - highest
        room = QSizeF(arranged.menu_room, most)
        self._menu.show_layers(
            layers, current, locale, style.look, room, fills=arrangement.portrait
        )
        at = arranged.menu
        self._menu.move(round(at.x()), round(at.y() - self._menu.height()))
        if self._menu.isHidden():
            self._menu.show()
            self._watch()
            self.menu_changed.emit(True)

    def focus_menu(self) -> None:
        """Give the keyboard to the menu."""
        first = self._menu.first_button()
        if first is not None:
            first.setFocus()

    @Slot()
    def close_menu(self) -> None:
        """Close the choice of layers."""
        if self.menu_is_open:
            self._menu.hide()
            self._watch()
            self.menu_changed.emit(False)

    def close_front(self) -> bool:
        """Close what covers the rest, if something does; gives whether it did."""
        if self.menu_is_open:
            self.close_menu()
            return True
        if self.is_open and not self._panel.card.isHidden():
            self._panel.close_sources()
            return True
        return False

    @Slot(str)
    def _choose(self, layer: str) -> None:
        self.close_menu()
        self.layer_chosen.emit(layer)

    @Slot(int)
    def _look_at(self, number: int) -> None:
        """Look at one class alone, or at all again at its second touch."""
        self._alone = None if number == self._alone else number
        self.shading_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and Backspace close what is open, and do nothing else."""
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in STEP_UP_KEYS
        )
        return is_escape and self.close_front()


def _known(content: LayerContent, pinned: tuple[str, ...]) -> tuple[str, ...]:
    """What of that is on a layer, two zones at most."""
    known = {row.zone for row in content.rows}
    return tuple(zone for zone in pinned if zone in known)[:2]


def _has_taken_a_place(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether a third zone is compared with the first instead of the second."""
    return len(before) == len(now) == 2 and before[0] == now[0] and before[1] != now[1]
