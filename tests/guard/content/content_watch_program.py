"""`kiosk run` with a report: what is shown, what a tap on a place opens, and whose pictures.

Its first argument is the file for the report, a line of JSON each time the content stands.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

import kiosk.app
import kiosk.guard.content.content_watch
from kiosk.__main__ import main
from kiosk.exhibit.place import HOME

REPORT = Path(sys.argv.pop(1))
kiosk.guard.content.content_watch.LOOK_MS = 200


class Reporting(kiosk.app.App):
    """Tells after each content that comes, and stays at the map home."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.ready.connect(self.tell)

    def change_content(self, arrival: object) -> None:
        super().change_content(arrival)  # type: ignore[arg-type]
        QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        exhibit = self.exhibit
        assert exhibit is not None
        zone = next(zone for zone in exhibit.zones if zone.landmark is not None)
        self.stage.zone_touched.emit(zone.id)
        sheet = self.stage.sheet
        told = {
            "title": exhibit.title.versions["en"],
            "opened": self.journey.place.zone == zone.id
            and sheet is not None
            and sheet.isVisible(),
            "folder": str(exhibit.folder),
            "places": len(exhibit.zones),
            "problems": [str(message) for message in self.content_messages()],
        }
        self.journey.go(HOME)
        with REPORT.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")


kiosk.app.App = Reporting  # type: ignore[assignment, misc]
sys.exit(main())
