"""Does what other programs of this machine tell the exhibit, and cuts nobody off by it."""

from __future__ import annotations

import base64
import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImageWriter

from kiosk.guard.control.orders import NotAnOrder, Order, parse_order
from kiosk.guard.occupancy import Occupant
from kiosk.jobs import Answer, Jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.guard.control.blackout_record import BlackoutRecord
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.guard.status.status_watch import StatusWatch

    Reply = Callable[[Mapping[str, Any]], None]

PICTURE_PAUSE_SECONDS = 5.0
"""A picture has the whole stage painted: visitors would notice more of them."""

_STAFFED = "staff have the exhibit"
_ENCODING = "a picture of the stage"
_PNG = QByteArray(b"png")
_log = logging.getLogger("kiosk.control")


class OrderHandler(QObject):
    """Answers each order once, at once or, for a picture, a little later.

    Staff and talks are never cut off.  What goes dark or starts anew waits for a visitor to leave.
    """

    home_wanted = Signal()
    language_wanted = Signal(str)
    tour_wanted = Signal(str)
    """The id of a tour that there is."""
    tour_end_wanted = Signal()
    """Only while such a tour runs by itself."""
    mute_wanted = Signal(bool)

    def __init__(
        self,
        guard: ProcessGuard,
        status: StatusWatch,
        blackout: BlackoutRecord,
        stage: QWidget,
        exhibit: Callable[[], Exhibit | None],
        is_private: Callable[[], bool],
        runs_tour: Callable[[], bool],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`is_private` is whether the stage shows what a visitor has typed.

        `runs_tour` is whether a tour runs by itself, with nobody there who gives it.
        """
        super().__init__(parent)
        self._guard = guard
        self._occupancy = guard.occupancy
        self._status = status
        self._blackout = blackout
        blackout.lasting.connect(self._stay_dark)
        self._stage = stage
        self._exhibit = exhibit
        self._is_private = is_private
        self._runs_tour = runs_tour
        self._clock = clock
        self._waiting: set[str] = set()
        self._pictured_at = -PICTURE_PAUSE_SECONDS
        self._picture_replies: list[Reply] = []
        self._jobs = Jobs(self, pauses=())
        self._jobs.answered.connect(self._hand_picture_over)
        self._occupancy.changed.connect(self._do_what_waits)

    def answer(self, line: str, reply: Reply) -> None:
        """Do what a line says, and reply with what became of it."""
        try:
            order = parse_order(line)
        except NotAnOrder as error:
            reply(_refused(str(error)))
            return
        if order.word == "status":
            reply({"ok": True, "status": self._status.status.told()})
        elif order.word == "picture":
            self._take_picture(reply)
        else:
            answer = self._done(order)
            _log.info("%s: %s", order, answer.get("reason", answer.get("done", "waits")))
            reply(answer)

    @Slot()
    def stop(self) -> None:
        """Make no more pictures."""
        self._jobs.rest()

    def _done(self, order: Order) -> Mapping[str, Any]:
        match order.word:
            case "wake":
                self._waiting.discard("dark")
                self._occupancy.set_open(True)
                self._blackout.end()
                return _did(order)
            case "mute" | "unmute":
                self.mute_wanted.emit(order.word == "mute")
                return _did(order)
        if order.word == "home" and self._runs_tour():
            self.tour_end_wanted.emit()
            return _did(order)
        if self._occupancy.staffed:
            return _refused(_STAFFED)
        match order.word:
            case "home":
                self.home_wanted.emit()
                return _did(order)
            case "language":
                return self._speak(order)
            case "tour":
                return self._begin_tour(order)
        if order.now or self._occupancy.free:
            self._do(order.word)
            return _did(order)
        self._waiting.add(order.word)
        return {"ok": True, "waits": order.word}

    def _do(self, word: str) -> None:
        if word == "dark":
            self._occupancy.set_open(False)
            self._blackout.keep()
        else:
            # Whoever wanted it is answered first.
            QTimer.singleShot(0, self._guard.start_anew_from_outside)

    @Slot()
    def _stay_dark(self) -> None:
        self._occupancy.set_open(False)

    @Slot()
    def _do_what_waits(self) -> None:
        if not self._occupancy.free:
            return
        waiting, self._waiting = self._waiting, set()
        for word in sorted(waiting):
            self._do(word)

    def _speak(self, order: Order) -> Mapping[str, Any]:
        exhibit = self._exhibit()
        languages = exhibit.languages if exhibit is not None else ()
        if order.argument not in languages:
            return _refused(f"the languages are {', '.join(languages) or 'not read yet'}")
        self.language_wanted.emit(order.argument)
        return _did(order)

    def _begin_tour(self, order: Order) -> Mapping[str, Any]:
        exhibit = self._exhibit()
        tours = [tour.id for tour in exhibit.tours] if exhibit is not None else []
        if order.argument not in tours:
            return _refused(f"the tours are {', '.join(tours) or 'none'}")
        if self._occupancy.who is Occupant.VISITOR and not order.now:
            return _refused("a visitor has the exhibit")
        self.tour_wanted.emit(order.argument)
        return _did(order)

    def _take_picture(self, reply: Reply) -> None:
        if self._is_private():
            reply(_refused("a visitor is typing"))
            return
        if self._picture_replies:
            self._picture_replies.append(reply)
            return
        if self._clock() - self._pictured_at < PICTURE_PAUSE_SECONDS:
            reply(_refused(f"there is one picture in {PICTURE_PAUSE_SECONDS:.0f} seconds"))
            return
        self._pictured_at = self._clock()
        self._picture_replies.append(reply)
        self._jobs.ask(_ENCODING, partial(_encoded, self._stage.grab().toImage()))

    @Slot(object)
    def _hand_picture_over(self, answer: Answer) -> None:
        replies, self._picture_replies = self._picture_replies, []
        for reply in replies:
            if answer.error is not None:
                reply(_refused("no picture could be made"))
            else:
                reply({"ok": True, "png": answer.value})


def _encoded(image: QImage) -> str:
    """The picture at half its size, as PNG in base64."""
    half = image.scaled(
        image.size() / 2,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, _PNG).write(half):
        raise ValueError(f"{half} can't be written")
    return base64.b64encode(buffer.data().data()).decode("ascii")


def _did(order: Order) -> Mapping[str, Any]:
    return {"ok": True, "done": order.word}


def _refused(reason: str) -> Mapping[str, Any]:
    return {"ok": False, "reason": reason}
