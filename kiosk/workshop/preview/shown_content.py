"""Which reading of the content the exhibit shows: the last one, or that of an earlier state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.app import App
    from kiosk.exhibit.reading.exhibit_reading import Reading
    from kiosk.screen.map.map_file import WholeMap
    from kiosk.workshop.preview.looking_back import EarlierState
    from kiosk.workshop.preview.rereading import Reread


class ShownContent:
    """Gives the exhibit what it shows, and the map only where that is another one."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.reading: Reading | None = None
        """That of the last save, whatever is shown."""
        self._map: WholeMap | None = None
        self._shown_map: WholeMap | None = None
        """That of now, unless an earlier state has another one."""

    @property
    def has_map_of_now(self) -> bool:
        """Whether the map that is shown is that of the last save."""
        return self._shown_map is self._map

    def take(self, reread: Reread, *, is_shown: bool) -> None:
        """Take up a save, and show it unless an earlier state is looked at."""
        if is_shown:
            self._app.show_reading(reread.reading, reread.whole_map)
            self._shown_map = reread.whole_map or self._shown_map
        self._map = reread.whole_map or self._map
        if reread.pictures_changed:
            self._app.stage.read_pictures_again()
        self.reading = reread.reading

    def show_earlier(self, state: EarlierState) -> None:
        """Show an earlier state."""
        self._app.show_reading(state.reading, state.whole_map)
        self._shown_map = state.whole_map or self._shown_map
        self._app.stage.read_pictures_again()

    def show_now(self) -> None:
        """Show the last save again."""
        if self.reading is not None:
            self._app.show_reading(self.reading, None if self.has_map_of_now else self._map)
            self._shown_map = self._map
            self._app.stage.read_pictures_again()
