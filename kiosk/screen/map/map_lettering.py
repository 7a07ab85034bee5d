"""The names of a view: set all at once, or step by step between other work."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kiosk.screen.map.map_letters import Lettering
from kiosk.screen.map.map_marking import WHOLE_BAY
from kiosk.screen.map.map_name_layout import NameLayout
from kiosk.screen.map.shade_labels import letter_shading

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from kiosk.look.look import Look
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_world import MapWorld

_TRIES = ((1.0, False), (0.87, False), (0.75, False), (0.75, True))
"""Names of the bay as a whole are as large as lets all of them stand; none is below 20 u.  Where
it is too small for names, the last try has only those: markers go, and names go on chips."""


def letter(world: MapWorld, look: Look, view: View) -> Lettering:
    """Set every name that must stand or has room, and say which markers can be seen."""
    work = LetteringWork(world, look, view)
    deque(work.steps, maxlen=0)
    return work.lettering


class LetteringWork:
    """The setting of one view's names; each of its `steps` takes a few milliseconds at most."""

    def __init__(self, world: MapWorld, look: Look, view: View) -> None:
        self.lettering = Lettering()
        """The names, once there are no more steps."""
        self.steps: Iterator[None] = self._set(world, look, view)

    def _set(self, world: MapWorld, look: Look, view: View) -> Iterator[None]:
        if view.shading is not None:
            self.lettering = yield from letter_shading(world, look, view, view.shading)
            return
        best: NameLayout | None = None
        for size, is_crowded in _TRIES if view.chosen == WHOLE_BAY else _TRIES[:1]:
            tried = yield from _filled(world, look, view, size, is_crowded)
            if best is None or len(tried.named) > len(best.named):
                best = tried
            if tried.is_whole:
                break
        assert best is not None
        self.lettering = best.lettering


def _filled(
    world: MapWorld, look: Look, view: View, size: float, is_crowded: bool
) -> Generator[None, None, NameLayout]:
    """A layout with all its names; nobody keeps the room of those that must stand."""
    for keeps in (True, False) if view.before is not None else (False,):
        layout = NameLayout(world, look, view, size, is_crowded, keeps)
        yield from layout.fill()
        if not layout.lacks_some:
            break
    return layout
