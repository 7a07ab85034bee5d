"""Memory of the process after every panel was shown with all its pages in every language.

Counted is what Linux shares out to the process (PSS, see resident.py): all memory of its own, and
the pages of Qt's, Python's and the system's libraries, which are shared only while another program
maps them too.  Not counted are the pages of font files.  They are mapped and never written, so
they belong to the cache of the file system, which drops them whenever anybody needs the room; they
have a row of their own, and so has everything together.
"""

from __future__ import annotations

from kiosk.exhibit.place import HOME, Place
from tests.bench.resident import resident_kb, shared_out_kb, shared_out_kb_of
from tests.bench.rows import Row
from tests.bench.visit import Visit

_GOAL_MB = 200.0
_FONTS = (".otf", ".ttf", ".ttc", ".pfb")


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
    everything, fonts = shared_out_kb() / 1024, shared_out_kb_of(_FONTS) / 1024
    counted = f"memory after every panel, {visit.screen_name}"
    return [
        Row(counted, everything - fonts, "MB", _GOAL_MB),
        Row("of it not mapped from files", shared_out_kb("Anonymous") / 1024, "MB"),
        Row("pages of font files beside it", fonts, "MB"),
        Row("both together", everything, "MB"),
        Row("memory, the highest moment", resident_kb("VmHWM") / 1024, "MB"),
        *rows,
    ]
