"""What has been set of a view's names so far, and how each of them is set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.look.span import Span
from kiosk.look.typesetting import Setting, set_text
from kiosk.screen.map.map_chips import ON_LAND_U, ChipRoom, beads_of
from kiosk.screen.map.map_kept_names import KeptNames
from kiosk.screen.map.map_letters import Chip, Lettering, Name, named
from kiosk.screen.map.map_light import ink_on
from kiosk.screen.map.map_marking import WHOLE_BAY, View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor

    from kiosk.look.look import Look
    from kiosk.screen.map.map_world import MapWorld

_EDGE_U = 24
_OFF_LAND_U = 170
"""How far pills go to leave a small bay free."""


@dataclass
class NameSheet:
    """The names of a view as they are set one after another, each with the room that it takes."""

    world: MapWorld
    look: Look
    view: View
    size: float
    is_crowded: bool
    keeps: bool = False
    """Whether names of the view before that can stay where they are do so."""
    lacks_some: bool = False
    """Whether those that stand together are in view and had no room."""
    names: list[Name] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    marked: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    """The ids of places and outlines whose names stand."""
    barred: set[str] = field(default_factory=set)
    """What must not be named, since those that go with it can't be."""
    taken: list[QRectF] = field(default_factory=list)
    legend: Name | None = None
    fills: Mapping[str, QColor] = field(default_factory=dict)
    """The colours of outlines that the light shades."""
    marks: list[QRectF] = field(default_factory=list)
    """What the markers cover."""
    kept: KeptNames = field(default_factory=KeptNames)

    @property
    def small(self) -> bool:
        """Whether markers are small: the whole bay has many on little room."""
        return self.view.chosen == WHOLE_BAY

    @property
    def lettering(self) -> Lettering:
        """What has been set."""
        return Lettering(
            tuple(self.names),
            tuple(self.chips),
            frozenset(self.marked),
            self.small,
            self.legend,
            self.view.language,
            self.size,
        )

    @property
    def inner(self) -> QRectF:
        """Where names may stand."""
        edge = self.look.px(_EDGE_U)
        return self.view.area.adjusted(edge, edge, -edge, -edge)

    def _chip_room(self) -> ChipRoom:
        view = self.view
        return ChipRoom(
            self.world,
            self.look,
            view.camera,
            view.language,
            self.inner,
            self.taken,
            self.marks,
            self.size,
            _OFF_LAND_U if self.is_crowded else ON_LAND_U,
            must_stand=not view.is_explored,
        )

    @property
    def _clearance(self) -> float:
        return self._chip_room().clearance

    def _take_chip(self, chip: Chip | None) -> bool:
        if chip is None:
            return False
        self.chips.append(chip)
        self.named.add(chip.place)
        self.taken += [chip.rect, *beads_of(chip.leader, self._clearance)]
        return True

    def _take_name(
        self, rect: QRectF | None, setting: Setting, color: QColor, subject: str
    ) -> bool:
        if rect is None:
            return False
        fill = self.fills.get(subject)
        ink = color if fill is None else ink_on(fill, self.look.theme)
        self.names.append(named(setting, rect, ink, self.look, subject=subject, over=fill))
        self.named.add(subject)
        self.taken.append(rect)
        return True

    def _keep(self, subject: str, setting: Setting, ink: QColor) -> bool:
        """Have a name where it was, if it can stay there."""
        kept = self.kept.names.get(subject)
        if kept is None or abs(kept.rect.width() - setting.ink) >= 1:
            return False
        fill = self.fills.get(subject)
        ink = ink if fill is None else ink_on(fill, self.look.theme)
        if kept.color != ink:
            place, at = kept.place, kept.anchor
            about = {"subject": subject, "place": place}
            kept = named(setting, kept.rect, ink, self.look, anchor=at, over=fill, **about)
        self.names.append(kept)
        self.named.add(subject)
        return True

    def _set(self, words: str, role: str, *, strong: bool = False, share: float = 1.0) -> Setting:
        is_bold = strong or (role == "map_city" and self.look.theme.high_contrast)
        span = Span(words, weight=700 if is_bold else None)
        scale = self.size * share if role == "map_city" else 1.0
        return set_text(self.look, [span], language=self.view.language, role=role, scale=scale)

    def _ink(self, *, strong: bool) -> QColor:
        theme = self.look.theme
        return theme.muted if self.view.lit and not strong else theme.text
