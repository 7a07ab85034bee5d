"""Names on the map that have been set for a view are not set again in the same test process.

To set them takes a tenth of a second, and every exhibit that a test opens, turns or resizes begins
at a few views of one map.  Names depend on nothing but the map, the look and the view.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kiosk.screen.map import map_names
from kiosk.screen.map.map_lettering import letter

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pytest

    from kiosk.look.look import Look
    from kiosk.screen.map.map_letters import Lettering
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_world import MapWorld

_MOST = 150
"""So many letterings are kept: each holds the pictures of its names."""


class _Set(NamedTuple):
    world: MapWorld
    look: Look
    view: View
    lettering: Lettering

    def is_for(self, world: MapWorld, look: Look, view: View) -> bool:
        """Whether it is for the same; each exhibit opens the same fonts for itself."""
        return (
            self.world is world
            and self.view == view
            and replace(look, faces=self.look.faces) == self.look
        )


class NamesSet:
    """Sets names as the program does, and keeps those that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, list[_Set]] = OrderedDict()

    def letter(self, world: MapWorld, look: Look, view: View) -> Lettering:
        """The same as `map_lettering.letter`, where no names that were seen before are to stay."""
        if view.before is not None:
            return letter(world, look, view)
        known = self._kept.setdefault(view.key, [])
        self._kept.move_to_end(view.key)
        for each in known:
            if each.is_for(world, look, view):
                return each.lettering
        known.append(_Set(world, look, view, letter(world, look, view)))
        while sum(map(len, self._kept.values())) > _MOST:
            self._kept.popitem(last=False)
        return known[-1].lettering

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let views that stand at once ask here; what is set step by step is set each time."""
        patch.setattr(map_names, "letter", self.letter)
