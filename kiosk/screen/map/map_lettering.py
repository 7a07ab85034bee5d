"""The names of a view: set all at once, or step by step between other work."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kiosk.screen.map.map_letters import Lettering
from kiosk.screen.map.map_marking import WHOLE_BAY
from kiosk.screen.map.map_name_layout import NameLayout
from kiosk.screen.map.shade_labels import letter_shading

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from kiosk.look.look import Look
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_world import MapWorld

_BAY_SIZES = (1.0, 0.87, 0.75, 0.75)
"""Names of the bay as a whole are as large as lets all of them stand; none is below 20 u.  Where
it is too small for names, the last try has only those: markers go, and names go on chips."""
_HOME_SIZES = (1.0, 0.87)
"""Cities at home are as large as lets no border run through a name, and larger than facilities."""


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
        *larger, smallest = _tries(world, view)
        for size in larger:
            # At home a line through one name is enough: another size is tried at once.
            gives_up = view.chosen is None
            tried = yield from _filled(world, look, view, size, gives_up=gives_up)
            if tried.lacks == (0, 0):
                self.lettering = tried.lettering
                return
            if not gives_up and (best is None or tried.lacks < best.lacks):
                best = tried
        if best is None or best.lacks[0]:
            last = yield from _filled(world, look, view, smallest, is_crowded=best is not None)
            best = last if best is None or last.lacks < best.lacks else best
        self.lettering = best.lettering


def _tries(world: MapWorld, view: View) -> Sequence[float]:
    if view.chosen == WHOLE_BAY:
        return _BAY_SIZES
    at_home = view.chosen is None and not view.is_explored and not world.is_full
    return _HOME_SIZES if at_home else _HOME_SIZES[:1]


def _filled(
    world: MapWorld,
    look: Look,
    view: View,
    size: float,
    *,
    is_crowded: bool = False,
    gives_up: bool = False,
) -> Generator[None, None, NameLayout]:
    """A layout with all its names; nobody keeps the room of those that must stand.

    One that `gives_up` is left as it is where a line of the map runs through the name of a land.
    """
    for keeps in (True, False) if view.before is not None else (False,):
        layout = NameLayout(world, look, view, size, is_crowded, keeps)
        for _ in layout.fill():
            if gives_up and layout.lined:
                return layout
            yield
        if not layout.lacks_some:
            break
    return layout
