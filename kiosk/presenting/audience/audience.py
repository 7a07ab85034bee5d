"""What the audience sees: the stage, and what a talk lays over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot

from kiosk.exhibit.place import Place
from kiosk.presenting.audience.blank import Blank
from kiosk.presenting.audience.pointer_layer import PointerLayer
from kiosk.presenting.audience.step_layer import StepLayer

if TYPE_CHECKING:
    from kiosk.exhibit.model.tour import TourStep
    from kiosk.presenting.audience.pointing import Pointing
    from kiosk.presenting.talk_host import TalkHost


class Audience(QObject):
    """Goes to the place of a step as a tap would, and notices when a visitor leaves it."""

    left_tour = Signal()
    """Somebody touched the main screen: the stage is no longer at the step's place."""
    wants_picture = Signal(str)
    """Somebody touched the blank of that colour."""

    def __init__(self, host: TalkHost, pointing: Pointing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._step: TourStep | None = None
        self._colour = ""
        self._leads = False
        self._layer = StepLayer(host.stage)
        self._layer.touched.connect(self._explore)
        self._pointer = PointerLayer(host.stage, pointing, host.look)
        self._blank = Blank(host.stage)
        self._blank.touched.connect(self._uncover)
        host.journey.moved.connect(self._moved)
        host.journey.comforted.connect(self._show_layer)
        host.stage.installEventFilter(self)

    def show_step(self, step: TourStep) -> None:
        """Go to the step's place, light what it lights, and cover it where it says so."""
        self._step = step
        self._go(Place.of_step(step, self._host.exhibit), step.highlight)
        self._show_layer()

    def blank(self, colour: str) -> None:
        """Cover everything with `black` or `white`, or uncover it."""
        self._colour = colour
        self._blank.cover(colour)

    def fit(self) -> None:
        """Cover the stage in its current size."""
        self._show_layer()
        self._blank.cover(self._colour)

    def leave(self) -> None:
        """Take everything off the stage."""
        journey, stage = self._host.journey, self._host.stage
        journey.moved.disconnect(self._moved)
        journey.comforted.disconnect(self._show_layer)
        stage.removeEventFilter(self)
        journey.go(journey.place, ())
        for layer in (self._layer, self._pointer, self._blank):
            layer.hide()
            layer.deleteLater()

    @Slot()
    def _show_layer(self) -> None:
        if self._step is not None:
            folder = self._host.exhibit.folder / "pictures"
            language = self._host.journey.comfort.language
            self._layer.show_step(self._step, folder, language, self._host.look)
            self._stack()

    def _stack(self) -> None:
        for layer in (self._layer, self._pointer, self._blank):
            layer.raise_()

    @Slot(object)
    def _moved(self, place: Place) -> None:
        self._stack()
        if not self._leads:
            self._explore()

    @Slot()
    def _explore(self) -> None:
        self._step = None
        self._layer.hide()
        self._go(self._host.journey.place)
        self.left_tour.emit()

    def _go(self, place: Place, highlight: tuple[str, ...] = ()) -> None:
        self._leads = True
        self._host.journey.go(place, highlight)
        self._leads = False

    @Slot()
    def _uncover(self) -> None:
        self.wants_picture.emit(self._colour)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False
