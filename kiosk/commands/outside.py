"""What other programs of this machine learn of the running exhibit and may tell it to do."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.app import App
    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.guard.status.status_watch import StatusWatch
    from kiosk.presenting.staff_talk import StaffTalk
    from kiosk.settings.settings import Settings

_log = logging.getLogger("kiosk.control")


def open_to_outside(
    app: App, guard: ProcessGuard, settings: Settings, talk: StaffTalk | None
) -> None:
    """Begin, as far as the settings want it; call it when the window is shown.

    Without a `talk` no orders are taken.
    """
    if settings.health is None and not settings.takes_orders:
        return
    # Late: whoever wants none of it pays nothing for it.
    from kiosk.guard.status.status_watch import StatusWatch

    def shown() -> Path | None:
        return app.exhibit.folder if app.exhibit is not None else None

    def late_frames() -> int:
        return app.stage.map_view.late_frames

    status = StatusWatch(settings, guard, shown, late_frames, app)
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(status.stop)
    app.ready.connect(status.tick)
    status.start()
    if settings.takes_orders and talk is not None:
        _take_orders(app, guard, settings, status, talk)


def _take_orders(
    app: App, guard: ProcessGuard, settings: Settings, status: StatusWatch, talk: StaffTalk
) -> None:
    from kiosk.guard.control.blackout_record import BlackoutRecord
    from kiosk.guard.control.control_places import listening_place
    from kiosk.guard.control.control_socket import ControlSocket
    from kiosk.guard.control.order_file import OrderFile
    from kiosk.guard.control.order_handler import OrderHandler
    from kiosk.speech.muting import HOUSE

    def exhibit() -> Exhibit | None:
        return app.exhibit

    def is_private() -> bool:
        return bool(app.journey.place.query)

    def runs_tour() -> bool:
        return talk.runs_by_itself

    blackout = BlackoutRecord(settings.state, settings.opening_hours, app)
    control = OrderHandler(guard, status, blackout, app.stage, exhibit, is_private, runs_tour, app)
    control.home_wanted.connect(app.stage.close_film)
    control.home_wanted.connect(app.navigation.go_home)
    control.language_wanted.connect(app.journey.speak)
    control.tour_wanted.connect(talk.run_by_itself)
    control.tour_end_wanted.connect(talk.end)
    control.mute_wanted.connect(HOUSE.set_muted)
    control.mute_wanted.connect(app.stage.follow_muting)
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.connect(control.stop)
    application.aboutToQuit.connect(blackout.stop)
    guard.opening.changed.connect(blackout.follow_hours)
    blackout.begin()
    if settings.control_folder is not None:
        orders = OrderFile(settings.control_folder, control.answer, app)
        application.aboutToQuit.connect(orders.stop)
        orders.start()
    place = listening_place(settings)
    if place is None:
        if settings.control_socket is not None:
            _log.error("no program can tell anything: this machine has no runtime folder")
        return
    try:
        listening = ControlSocket(place, control.answer, app)
    except OSError as error:
        _log.error("no program can tell anything at %s: %s", place, error)
        return
    application.aboutToQuit.connect(listening.stop)
