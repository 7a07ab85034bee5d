"""What the words of a scene of the attract loop stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

    from kiosk.screen.attract.calm_ground import CalmGround
    from kiosk.screen.attract.scene import Scene


@dataclass(frozen=True, eq=False)
class SceneGround:
    """What the words of a scene stand on: `calm` is None where no estuary is drawn for it."""

    scene: Scene
    calm: CalmGround | None
    marker: QPointF | None
    pearls: Sequence[tuple[str, QPointF]]
    """The signs that are drawn on it, and where."""

    def is_same(self, other: SceneGround) -> bool:
        """Whether a spot on one is a spot on the other: markers move only with the estuary."""
        return self.scene is other.scene and self.calm is other.calm
