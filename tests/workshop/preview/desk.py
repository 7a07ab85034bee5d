"""A curator's desk: a running preview, and what the curator has seen of it since each save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.place import Place
from kiosk.settings.settings import Settings
from kiosk.workshop.preview.preview import Preview
from tests.journeys.standing import close_exhibit
from tests.journeys.visitor import wait_for, wait_until

if TYPE_CHECKING:
    from kiosk.workshop.preview.quoted_messages import QuotedMessage
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"


class Desk:
    """Looks at Qianhai's teams, and notes every complaint and every picture without them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        state = content.folder.parent / "state"
        self.preview = Preview(Settings(content=content.folder, state=state))
        self.app, self.window = self.preview.app, self.preview.window
        self.window.resize(1200, 700)
        self.preview.start()
        self.window.show()
        wait_for(self.preview.shown)
        self.app.navigation.go_near(Place("qianhai", "teams"))
        self.messages: list[str] = []
        self.blanks = 0
        self.preview.shown.connect(self._look)

    def _look(self) -> None:
        self.messages += self.errors
        exhibit = self.app.exhibit
        if exhibit is None or exhibit.zone("qianhai") is None:
            self.blanks += 1

    @property
    def quoted(self) -> tuple[QuotedMessage, ...]:
        return self.window.report.quoted

    @property
    def errors(self) -> list[str]:
        return [str(each.message) for each in self.quoted if each.message.severity == "error"]

    @property
    def recalled(self) -> list[str]:
        """The files that are shown as they were before."""
        return list(self.window.report.recalled)

    @property
    def place(self) -> str:
        return str(self.app.journey.place)

    def figure(self) -> str:
        """The teams as they stand on the panel."""
        exhibit = self.app.exhibit
        zone = exhibit.zone("qianhai") if exhibit is not None else None
        panel = zone.panel("teams") if zone is not None else None
        if panel is None or panel.kind != "facts":
            return ""
        return next((str(fact.value.number) for fact in panel.facts if fact.id == "all"), "")

    def wait_for_figure(self, figure: str) -> None:
        wait_until(lambda: self.figure() == figure)

    def wait_for_held_back(self) -> None:
        """Wait until a save has been read and, since it may be half written, not shown."""
        wait_for(self.preview.rereading.postponed)

    def wait_for_messages(self, *, some: bool = True) -> None:
        wait_until(lambda: bool(self.errors) is some)

    def leave(self) -> None:
        put_away(self.preview)


def put_away(preview: Preview) -> None:
    """Take it away for good: the window first, since it paints what the exhibit has painted."""
    preview.window.close()
    preview.window.deleteLater()
    preview.stop()
    close_exhibit(preview.app)
