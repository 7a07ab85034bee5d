"""The pictures of the editor in docs/curators.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from kiosk.exhibit.place import HOME, Place
from kiosk.settings.settings import Settings
from kiosk.shipped import shipped
from kiosk.workshop.editing.plain_rows import PlainRow
from kiosk.workshop.starting.session import Session
from tests.journeys.visitor import wait_until
from tests.workshop.preview.desk import QIANHAI

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kiosk.text.yaml_source import Location
    from tests.docs.open_windows import OpenWindows

_TEAMS = Place("qianhai", "teams")
_VALUE = ("panels", 0, "facts", 0, "value")
_BAY = "greater-bay-area"
_SIZE = QSize(1200, 720)


def editor_start(windows: OpenWindows) -> QImage:
    """The start page of somebody who has opened nothing yet."""
    session = Session(Settings(content=shipped("content"), state=windows.scratch / "state"))
    page = session.page
    page.resize(_SIZE)
    page.show()
    QTest.qWait(300)
    image = page.grab().toImage()
    page.hide()
    return image


def editor_contents(windows: OpenWindows) -> QImage:
    """Everything that there is, beside the map home."""
    return windows.editor_at(HOME)


def editor_text(windows: OpenWindows) -> QImage:
    """A label in four languages."""
    return windows.editor_at(_TEAMS, QIANHAI, ("panels", 0, "facts", 1, "label"))


def editor_figure(windows: OpenWindows) -> QImage:
    """The figure of a fact, with its unit and its source."""
    zone = Place("qianhai", "zone")
    return windows.editor_at(zone, QIANHAI, ("panels", 1, "facts", 1, "source"))


def editor_mistake(windows: OpenWindows) -> QImage:
    """A word in place of a number, and what is said of it."""
    windows.editor_at(_TEAMS, QIANHAI, _VALUE)
    desk = windows.desk
    row = desk.window.pane.row("value")
    assert isinstance(row, PlainRow)
    row.line.selectAll()
    QTest.keyClicks(row.line, "many")
    wait_until(lambda: bool(desk.errors))
    image = windows.preview_now()
    desk.preview.editing.undo()
    wait_until(lambda: not desk.errors)
    return image


def editor_panels(windows: OpenWindows) -> QImage:
    """The panels of a place."""
    return windows.editor_at(_TEAMS, QIANHAI, ("panels",))


def editor_place(windows: OpenWindows) -> QImage:
    """A place on the map, which can be dragged."""
    return windows.editor_at(HOME, "zones/hetao.yaml", ("map", "chip"))


def editor_table(windows: OpenWindows) -> QImage:
    """The points of a chart, which is shown beside them."""
    windows.editor_at(HOME)
    panel, location = _points(windows)
    return windows.editor_at(Place(_BAY, panel), f"zones/{_BAY}.yaml", location)


def editor_picture(windows: OpenWindows) -> QImage:
    """The picture of a page of a story."""
    place = Place("qianhai", "dream-campus")
    return windows.editor_at(place, QIANHAI, ("panels", 4, "pages", 0, "picture", "alternative"))


def editor_translations(windows: OpenWindows) -> QImage:
    """Every text in all languages."""
    return windows.translations_now()


def _points(windows: OpenWindows) -> tuple[str, Location]:
    """The first chart of the bay that has points of its own, and where they are written."""
    panels = windows.desk.preview.editing.roots[f"zones/{_BAY}.yaml"].at(("panels",))
    assert panels is not None
    for number, panel in enumerate(panels.value):
        own = panel.at(("id",))
        if own is not None and panel.at(("series", 0, "points")) is not None:
            return str(own.value), ("panels", number, "series", 0, "points")
    raise AssertionError("no chart of the bay has points of its own")
