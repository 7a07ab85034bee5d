"""From a save of one zone's file to the changed figure in the preview's window.

An editor renames a new file over the old one, and the clock runs until the preview has painted the
picture of it: being told by the system, looking at the folder, reading, the exhibit's own layout
and painting, scaling, painting the window.  The debounce is the time for which the preview waits
on purpose; what remains is its own work.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from kiosk.exhibit.place import Place
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from kiosk.workshop.preview.folder_watch import QUIET_MS
from kiosk.workshop.preview.preview import Preview
from tests.bench.rows import Row, percentile

_SAVES = 30
_GOAL_MS = 80
_HANG_MS = 20_000
_FIGURES = ("value: 1195", "value: 1196")


class _Painted(QObject):
    """Ends a loop when the picture has been painted after a save has reached the exhibit."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.loop = QEventLoop()
        self._shown = self._stage_painted = False
        self._stage = preview.app.stage
        preview.shown.connect(self._note)
        preview.window.picture.installEventFilter(self)
        self._stage.installEventFilter(self)

    def begin(self) -> None:
        """Wait for the next save."""
        self._shown = self._stage_painted = False

    def _note(self) -> None:
        self._shown = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage:
            if event.type() == QEvent.Type.UpdateRequest:
                self._stage_painted = self._shown
        elif self._stage_painted and event.type() == QEvent.Type.Paint:
            # It is painted when this event has been handled.
            QTimer.singleShot(0, self.loop.quit)
        return False


def measure() -> list[Row]:
    """Save the same zone again and again, with another figure each time."""
    QApplication(["kiosk"])
    with tempfile.TemporaryDirectory(prefix="kiosk-save-") as folder:
        content = Path(shutil.copytree(shipped("content"), Path(folder) / "content"))
        preview = Preview(Settings(content=content))
        preview.window.resize(1760, 990)
        preview.start()
        preview.window.show()
        _wait(preview.rereading.checked)
        preview.app.navigation.go_near(Place("qianhai", "teams"))
        while not preview.app.stage.map_view.at_rest:
            _pause(50)
        took = [_save(preview, content / "zones" / "qianhai.yaml") for _ in range(_SAVES)]
        preview.stop()
    own = [each - QUIET_MS for each in took]
    return [
        Row("save to painted, p95", percentile(own, 0.95), "ms", _GOAL_MS),
        Row("save to painted, median", percentile(own, 0.5), "ms"),
        Row("save to painted with the debounce, p95", percentile(took, 0.95), "ms"),
    ]


def _save(preview: Preview, file: Path) -> float:
    """The milliseconds from the save to the picture; the check that follows is waited for."""
    text = file.read_text(encoding="utf-8")
    old, new = _FIGURES if _FIGURES[0] in text else _FIGURES[::-1]
    fresh = file.with_name(".qianhai.yaml.new")
    fresh.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = preview.window.picture.grab().toImage()
    painted = _Painted(preview)
    painted.begin()
    guard = QTimer()
    guard.setSingleShot(True)
    guard.timeout.connect(painted.loop.quit)
    guard.start(_HANG_MS)
    began = time.perf_counter()
    fresh.replace(file)
    painted.loop.exec()
    took = (time.perf_counter() - began) * 1000
    if not guard.isActive() or preview.window.picture.grab().toImage() == before:
        raise RuntimeError("the save never reached the picture")
    _wait(preview.rereading.checked)
    _pause(50)
    return took


def _wait(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(_HANG_MS, loop.quit)
    loop.exec()


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
