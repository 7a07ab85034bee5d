"""Python's cycle collector, kept on the GUI thread.

It runs on whichever thread happens to allocate.  In a thread of a pool it may destroy a widget that
nobody holds any more, and Qt allows that on the GUI thread only: a pool that dies in its own thread
waits for itself for ever.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_LOOK_MS = 500


class GarbageCollector(QTimer):
    """Switches the automatic collector off, and collects by its own thresholds from a timer.

    Where no event loop runs, whoever works there calls `collect_due` from time to time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self.setInterval(_LOOK_MS)
        self.timeout.connect(self.collect_due)
        self.start()

    def end(self) -> None:
        """Collect a last time on this thread, and leave the rest to Python as it was before."""
        self.stop()
        gc.collect()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation whose threshold is passed, and with it the younger ones."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


def collect_all() -> None:
    """Collect every generation; takes 5 ms once what lives for good has been left out."""
    gc.collect()


def keep_for_good() -> None:
    """Leave what lives now out of all later collections: most of it lives as long as we run."""
    gc.collect()
    gc.freeze()
