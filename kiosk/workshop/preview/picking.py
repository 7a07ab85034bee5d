"""What is touched on the exhibit is edited, and what is edited is framed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Slot

from kiosk.exhibit.editing.named_things import title_of
from kiosk.exhibit.place import Place
from kiosk.text.message_words import shortened
from kiosk.workshop.editing.position_drag import PositionDrag
from kiosk.workshop.editing.shown_place import place_of
from kiosk.workshop.editing.touched import ContentTrees, Thing, TouchedThings
from kiosk.workshop.preview.side_column import EDIT

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.text.yaml_source import Location
    from kiosk.workshop.editing.additions import Additions
    from kiosk.workshop.editing.editing import Editing
    from kiosk.workshop.preview.preview_window import PreviewWindow

_MARK_AFTER_MS = 500
"""After another place was opened: what is edited is framed once it has come to rest."""


class Picking(QObject):
    """Leads from the picture to the forms and back, and lets places be moved on the map."""

    def __init__(
        self, app: App, window: PreviewWindow, editing: Editing, additions: Additions
    ) -> None:
        super().__init__(editing)
        self._app, self._window, self._editing = app, window, editing
        self._touched: TouchedThings | None = None
        self._is_picking = self._is_over = False
        self._picked: QPointF | None = None
        """Where what is edited was touched: only there is known that it is seen."""
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(_MARK_AFTER_MS)
        self._marking.timeout.connect(self._mark_again)
        app.journey.moved.connect(self._leave_mark)
        # The same in another language, or in larger letters, stands elsewhere.
        app.journey.comforted.connect(self._leave_mark)
        picture = window.picture
        picture.picked.connect(self._pick)
        picture.repainted.connect(self._forget_touched)
        window.column_chosen.connect(self.choose_column)
        editing.opened.connect(self._mark)
        self.positions = PositionDrag(picture, picture, app.stage)
        self.positions.moved.connect(editing.change)
        editing.opened.connect(self._offer_positions)
        additions.spot_wanted.connect(self._ask_for_spot)
        window.pane.dragging_wanted.connect(self._begin_dragging)
        self.positions.placed.connect(additions.place)
        self.positions.given_up.connect(additions.give_up)

    def stop(self) -> None:
        """Frame nothing any more."""
        self._is_over = True
        self._marking.stop()

    @Slot()
    def offer_no_positions(self) -> None:
        """Let nothing be moved on the map."""
        self.positions.show_place("", "", "", self._window.style_of_desk)

    @Slot(str)
    def choose_column(self, part: str) -> None:
        """While something can be edited, a touch on the exhibit chooses it."""
        is_edited = part == EDIT and not self._window.looks_back
        area_at = self._area_at if is_edited else None
        opens = self._open_place if is_edited else None
        accent = self._window.style_of_desk.look.theme.accent
        self._window.picture.pick(area_at, accent, opens)

    @Slot()
    def _forget_touched(self) -> None:
        self._touched = None
        if not self._window.picture.marked.isEmpty() and not self._is_over:
            # What is framed may be covered by now, or gone.
            self._marking.start()

    def _thing_at(self, point: QPointF) -> Thing | None:
        if self._touched is None:
            self._touched = TouchedThings(self._app.stage, ContentTrees(self._editing.roots))
        return self._touched.at(point)

    def _open_place(self, point: QPointF) -> bool:
        """Open the place that a press on the map chooses: of its name too, which lies where a
        visitor's finger may mean what is below."""
        thing = self._thing_at(point)
        if thing is None or thing.location or not thing.file.startswith("zones/"):
            return False
        place = place_of(self._editing.roots.get(thing.file), thing.file, ())
        if place is not None:
            self._app.navigation.go_near(place)
        return place is not None

    def _area_at(self, point: QPointF) -> QRectF | None:
        thing = self._thing_at(point)
        return None if thing is None else thing.area

    @Slot(QPointF)
    def _pick(self, point: QPointF) -> None:
        thing = self._thing_at(point)
        if thing is None:
            return
        self._picked = point
        if thing.file:
            self._is_picking = True
            self._editing.open(thing.file, thing.location)
            self._is_picking = False
            self._window.picture.mark(thing.area)
        if thing.made:
            word = "edit_made_from" if thing.file else "edit_made"
            self._window.tell(self._window.style_of_desk.say(word, words=shortened(thing.made)))

    @Slot(str, object)
    def _mark(self, file: str, location: Location) -> None:
        """Draw a line around what is edited, and have the exhibit show it."""
        if not self._is_picking:
            self._picked = None
        root = self._editing.roots.get(file)
        place = None if self._is_picking else place_of(root, file, location)
        now = self._app.journey.place
        is_there = place == now
        if place is not None and place.zone and not place.panel:
            # On the map home it is seen, and can be moved there.
            is_there = now.is_home or place.zone == now.zone
        if place is not None and not is_there:
            self._app.navigation.go_near(place)
            return
        self._mark_seen(file, location)

    @Slot()
    def _leave_mark(self) -> None:
        """Another place is shown: what was framed is not there any more."""
        self._picked = None
        self._window.picture.mark(QRectF())
        if not self._is_over:
            self._marking.start()

    @Slot()
    def _mark_again(self) -> None:
        if self._editing.place is not None and not self._app.stage.is_on_its_way:
            self._mark_seen(*self._editing.place)

    def _mark_seen(self, file: str, location: Location) -> None:
        if self._touched is None and self._editing.roots:
            self._touched = TouchedThings(self._app.stage, ContentTrees(self._editing.roots))
        thing = None if self._touched is None else self._touched.thing_of(file, location)
        if thing is None and self._touched is not None and self._picked is not None:
            touched = self._touched.at(self._picked)
            is_same = touched is not None and (touched.file, touched.location) == (file, location)
            thing = touched if is_same else None
        self._window.picture.mark(QRectF() if thing is None else thing.area)

    @Slot()
    def _ask_for_spot(self) -> None:
        """Show the whole map, and wait for a touch on it."""
        self._app.navigation.go_near(Place())
        self.positions.ask_for_spot(self._window.style_of_desk)

    @Slot()
    def _begin_dragging(self) -> None:
        """Show the map, and let the place be moved there with the arrow keys at once."""
        self._app.navigation.go_near(Place())
        self.positions.take_hold()

    @Slot(str, object)
    def _offer_positions(self, file: str, location: Location) -> None:
        """Let a place be moved on the map while its form, or that of its place there, is open."""
        root = self._editing.roots.get(file)
        zone = None if root is None or location[:1] not in ((), ("map",)) else root.at(("id",))
        style = self._window.style_of_desk
        is_zone = zone is not None and file.startswith("zones/")
        name = title_of(root, style.language) if root is not None and is_zone else ""
        written = str(zone.value) if zone is not None and is_zone else ""
        self.positions.show_place(written, file, name, style)
