"""What other programs of this machine learn of the running exhibit, where the settings say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.app import App
    from kiosk.guard.process.process_guard import ProcessGuard
    from kiosk.settings.settings import Settings


def open_to_outside(app: App, guard: ProcessGuard, settings: Settings) -> None:
    """Begin to write how it is; call it when the window is shown."""
    if settings.health is None:
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
