"""What the data layers of an exhibit say: worked out once, and ahead of the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.jobs import Jobs
from kiosk.screen.layer.layer_content import LayerContent
from kiosk.screen.layout_inputs import Inputs

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kiosk.exhibit.model.data_layer import DataLayer
    from kiosk.screen.locale import Locale


class LayerContents:
    """Keeps what each data layer says in each language and year, of one exhibit at a time."""

    def __init__(self, parent: QObject) -> None:
        self._inputs = Inputs()
        self._jobs = Jobs(parent)
        self._contents: dict[tuple[object, ...], LayerContent] = {}

    def said(self, locale: Locale, layer: DataLayer, year: str = "") -> LayerContent:
        """What a data layer says in a year; kept, since a year that is scrubbed comes back."""
        if self._inputs.are_new("layers", locale.exhibit, locale.words):
            self._contents.clear()
        key = locale.language, tuple(locale.map_names.items()), layer.id, year
        if key not in self._contents:
            self._contents[key] = LayerContent.of(layer, locale, year)
        return self._contents[key]

    def prepare(self, locale: Locale) -> None:
        """Have the words of all ready on a thread: whichever is chosen, they are there."""
        contents = [self.said(locale, each) for each in locale.exhibit.layers]
        self._jobs.ask_only({(id(each), each.layer.id): each.prepare for each in contents})
