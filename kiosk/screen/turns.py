"""Work that only the GUI thread can do, a small step in each turn of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator


class Turns(QObject):
    """Goes on with steps whenever the event loop comes round, so that none holds up a frame."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def are_over(self) -> bool:
        """Whether there is nothing left to do."""
        return self._steps is None

    def begin(self, steps: Iterator[None]) -> None:
        """Do these steps, and nothing more of those before."""
        self._steps = steps
        self._next.start()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._steps = None
        self._next.stop()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._steps is not None:
            self._step()

    @Slot()
    def _step(self) -> None:
        steps = self._steps
        if steps is None:
            return
        try:
            next(steps)
        except StopIteration:
            # The last step may have begun others.
            if self._steps is steps:
                self.stop()
        except BaseException:
            self.stop()
            raise
