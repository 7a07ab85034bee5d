"""Memory of the process after every panel was shown with all its pages in every language."""

from __future__ import annotations

from kiosk.exhibit.place import HOME, Place
from tests.bench.resident import resident_kb, shared_out_kb
from tests.bench.rows import Row
from tests.bench.visit import Visit

_GOAL_MB = 200.0


def measure() -> list[Row]:
    """Show everything once and let the map become sharp at each zone."""
    visit = Visit(still=True)
    app = visit.app
    rows = [Row("memory at the map home", resident_kb() / 1024, "MB")]
    for language in visit.exhibit.languages:
        app.journey.speak(language)
        for zone in visit.exhibit.zones:
            for panel in zone.panels:
                app.journey.go(Place(zone.id, panel.id))
                visit.rest()
                assert app.stage.sheet is not None
                for page in range(2, app.stage.sheet.pages + 1):
                    app.journey.go(Place(zone.id, panel.id, page))
                    visit.work()
        app.journey.go(HOME)
        visit.rest()
        rows.append(Row(f"memory with all panels up to {language}", resident_kb() / 1024, "MB"))
    own = shared_out_kb("Anonymous") / 1024
    return [
        Row(
            f"memory after every panel, {visit.screen_name}", shared_out_kb() / 1024, "MB", _GOAL_MB
        ),
        Row("of it not mapped from files", own, "MB"),
        Row("memory, the highest moment", resident_kb("VmHWM") / 1024, "MB"),
        *rows,
    ]
