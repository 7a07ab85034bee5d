"""What of the stage nothing else covers: what fingers, keys and voices reach, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.place import BOARDS
from kiosk.screen.control.focus_order import controls_in, texts_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.place import Place
    from kiosk.screen.board.boards import Boards
    from kiosk.screen.control.control import Control
    from kiosk.screen.home.home_layer import HomeLayer
    from kiosk.screen.inset_layer import InsetLayer
    from kiosk.screen.layer.data_layers import DataLayers
    from kiosk.screen.open_panel import OpenPanel
    from kiosk.screen.stage_controls import StageControls
    from kiosk.screen.stage_tray import StageTray


class Front(NamedTuple):
    """What of a stage nothing else covers: what can be touched and read, part after part."""

    parts: tuple[QWidget, ...]
    texts: tuple[QWidget, ...] = ()
    """What can be read besides."""
    apart: tuple[Control, ...] = ()
    """What can be touched besides, in a part of its own: the keys of a keyboard."""
    has_dock: bool = True
    has_map: bool = False


@dataclass(frozen=True)
class FrontParts:
    """What may cover the map, besides a panel."""

    controls: StageControls
    tray: StageTray
    boards: Boards
    data: DataLayers
    home: HomeLayer
    inset: InsetLayer


class StageFront:
    """Finds it for the place that is shown."""

    def __init__(self, stage: QWidget, parts: FrontParts, panel: OpenPanel) -> None:
        self._stage = stage
        self._parts = parts
        self._panel = panel

    def reached(self, place: Place, on_map: list[Control]) -> list[Control]:
        """What the keyboard reaches, in its order: nothing that something else covers."""
        front = self.of(place)
        parts = [*(self._parts.controls.dock.widgets if front.has_dock else ()), *front.parts]
        order = controls_in(parts, self._stage) + list(front.apart)
        return order + self._on_map(on_map) if front.has_map else order

    def read(
        self, place: Place, on_map: list[Control]
    ) -> tuple[list[QWidget], list[list[Control]]]:
        """What is read aloud, in its order: texts, then what can be done, the dock last."""
        front = self.of(place)
        parts = [controls_in(front.parts, self._stage), list(front.apart)]
        if front.has_map:
            parts += [on_map, self._on_map([])]
        if front.has_dock:
            parts.append(controls_in(self._parts.controls.dock.widgets, self._stage))
        return texts_in((*front.parts, *front.texts), self._stage), parts

    def of(self, place: Place) -> Front:
        """What nothing else covers."""
        if self._parts.tray.is_open:
            return Front(self._parts.tray.widgets, has_dock=False)
        if place.screen in BOARDS:
            board = self._parts.boards.board(place.screen)
            return Front(board.front, texts=(board,), apart=board.apart)
        if self._panel.film.is_open:
            return Front((self._panel.film.frame,), texts=(self._panel.film.frame,))
        if self._panel.large.is_open:
            return Front(self._panel.large.controls, texts=self._panel.large.widgets)
        if self._parts.data.menu_is_open:
            return Front(self._parts.data.front)
        parts: list[QWidget] = [*self._parts.data.front] if self._parts.data.is_open else []
        compared = self._panel.compared
        map_is_covered = not (self._panel.picture.isHidden() and compared.isHidden())
        texts: tuple[QWidget, ...] = ()
        sheet = self._panel.sheet
        if sheet is not None and self._panel.is_open:
            front = sheet.cards.front
            parts += [*([] if compared.isHidden() else [compared.handle])]
            parts += [self._panel.large.button, self._panel.film.button, front]
            texts = (self._panel.picture, compared, self._panel.line, self._parts.inset.card)
            # A word's card closes as soon as the keyboard goes on.
            map_is_covered = map_is_covered or front is not sheet
        parts += self._parts.home.widgets
        return Front(tuple(parts), texts=texts, has_map=not map_is_covered)

    def _on_map(self, places: list[Control]) -> list[Control]:
        return places + controls_in(
            [self._parts.inset.card, *self._parts.controls.zoom.widgets], self._stage
        )
