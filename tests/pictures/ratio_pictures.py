"""Pictures of the exhibit for `test_pixel_ratios.py`, in a process with a pixel ratio of its own.

    python -m tests.pictures.ratio_pictures FOLDER WIDTH HEIGHT

writes the pictures of a window of that size, in pixels of the window, into a folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_ON_THE_WAY = (6, 40)
"""Frames of the glide to a place: one from soon after its beginning, and one from its middle."""


def main(folder: Path, width: int, height: int) -> None:
    """Draw the exhibit at rest, its ground on the way, and the attract loop."""
    from PySide6.QtWidgets import QApplication

    application = QApplication(["kiosk"])
    from kiosk.exhibit.place import Place
    from kiosk.shipped import shipped
    from tests.journeys.film import Film
    from tests.journeys.standing import begin_again, open_exhibit
    from tests.journeys.visitor import wait_until

    app = open_exhibit(shipped("content"), size=(width, height), still=False)
    begin_again(app)
    view = app.stage.map_view
    wait_until(lambda: view.at_rest)
    app.stage.grab().save(str(folder / "home.png"))

    film = Film(app)
    for number in film.run({0: lambda: app.journey.go(Place("qianhai"))}):
        if number in _ON_THE_WAY:
            view.grab().save(str(folder / f"way{number}.png"))
        if number == _ON_THE_WAY[-1]:
            break
    app.stage.finish()
    view.grab().save(str(folder / "place.png"))
    begin_again(app)
    assert app.exhibit is not None
    app.stage.attract()
    app.stage.finish()
    app.stage.grab().save(str(folder / "attract.png"))
    application.processEvents()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    # Jobs that still run are of no use any more.
    os._exit(0)
