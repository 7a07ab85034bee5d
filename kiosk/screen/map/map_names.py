"""The names and chips on the map: those of the view at rest, and those that fade on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot

from kiosk.geography.camera import Camera
from kiosk.screen.map.map_carrying import Standing, carried, parted
from kiosk.screen.map.map_fade import SOLID, Fade
from kiosk.screen.map.map_lettering import LetteringWork, letter
from kiosk.screen.map.map_letters import Lettering, casing_reach, draw_leaders
from kiosk.screen.map.map_names_in_motion import NamesInMotion
from kiosk.screen.map.map_stamp import put_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from PySide6.QtGui import QPainter

    from kiosk.look.look import Look
    from kiosk.screen.map.map_free_rows import Box
    from kiosk.screen.map.map_letters import Chip, Name
    from kiosk.screen.map.map_marking import View
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.steps import Steps

_KEPT = 20
_SLICE_SECONDS = 0.0015
"""How long names are set at once while the map moves."""
_HELD_MS = 120
_BETWEEN_MS = 20
"""How long others have the time after that: no frame has more than one slice."""
_NEAR_U = 36
"""How near to each other names on a moving map may come before one of them fades."""
_STALE_GROWTH = 1.2
_STALE_SHARE = 0.12
"""How far fingers take the map, in shares of the view, before other names are looked for."""


@dataclass
class _Part:
    """Some names of one view and how strongly they show."""

    lettering: Lettering
    rested: Camera
    fade: Fade

    @cached_property
    def motion(self) -> NamesInMotion:
        """Where they are while the map moves."""
        return NamesInMotion(self.lettering, self.rested)

    @property
    def is_empty(self) -> bool:
        names = self.lettering
        return not (names.names or names.chips or names.marked or names.legend)


@dataclass
class _Turn:
    """Names that are being set for a view to which the map goes until `ends`."""

    view: View
    work: LetteringWork
    out: float
    ends: float
    is_drawn: bool = False
    """Whether the pictures of its names are being drawn, or have been."""


class MapNames(QObject):
    """Letters each view once, and lets what is not in the next one fade before its own comes."""

    come = Signal()
    """The names of the view have been set: they fade in."""

    def __init__(self, parent: QObject, clock: Callable[[], float]) -> None:
        """`clock` gives the milliseconds by which everything on the map fades."""
        super().__init__(parent)
        self._clock = clock
        self._kept: dict[Hashable, Lettering] = {}
        self._lettering = Lettering()
        self._rested = Camera(0, 0, 1)
        self._parts: list[_Part] = []
        self._standing = Standing()
        self._turn: _Turn | None = None
        self._card = QRectF()
        self._ratio = 0.0
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._go_on)

    def give_way(self, card: QRectF) -> bool:
        """Leave out what a card over the map would cut in two; an empty one covers nothing.

        Gives whether that is another card than before.
        """
        before, self._card = self._card, card
        return before != card

    @property
    def lettering(self) -> Lettering:
        """The names of the view at rest; they are set at once if they have not been yet."""
        if self._turn is not None:
            self._end_turn(self._turn)
        return self._lettering

    @property
    def present(self) -> Lettering:
        """The latest names that have been set."""
        return self._lettering

    def places(self, camera: Camera, reach: float) -> list[tuple[str, QRectF]] | None:
        """The names of places, and pills with `reach` pixels around the point to which each leads.

        None where `camera` sees others.
        """
        if camera != self._rested:
            return None
        found = [(name.subject, name.rect) for name in self._lettering.names if name.subject]
        for chip in self._lettering.chips:
            tip = QRectF(chip.leader[0], chip.leader[0]).adjusted(-reach, -reach, reach, reach)
            found += [(chip.place, chip.rect), (chip.place, tip)]
        return found

    @property
    def is_being_set(self) -> bool:
        """Whether other names are on their way."""
        return self._turn is not None

    @property
    def is_small(self) -> bool:
        """Whether the markers that are seen are small."""
        return self._lettering.small

    def forget_all(self) -> None:
        """Letter every view again, because the look or the places have changed."""
        self._kept.clear()
        self._lettering = Lettering()

    def letter(self, world: MapWorld, look: Look, view: View) -> None:
        """Show the names of that view from now on, instead of those of the view at rest."""
        self._drop_turn()
        view = self._followed(view)
        self._lettering = self._kept_for(view) or letter(world, look, view)
        self._keep(view, self._lettering)
        fade = self._parts[-1].fade if self._parts else SOLID
        self._rested = view.camera
        self._parts = [part for part in self._parts if not part.fade.end]
        self._parts.append(_Part(self._lettering, view.camera, fade))

    def prepare(self, world: MapWorld, look: Look, view: View) -> Steps[None]:
        """Set the names of a view that nobody explores ahead of their being shown, and draw them.

        Each step takes a few milliseconds at most.
        """
        if self._kept_for(view) is not None:
            return
        work = LetteringWork(world, look, view)
        for _ in work.steps:
            yield
        self._keep(view, work.lettering)
        for _ in self._drawn(work.lettering):
            yield

    def turn(self, world: MapWorld, look: Look, view: View, ends: float) -> None:
        """Go on to the names of a view that the map reaches when it `ends`."""
        self._drop_turn()
        view = self._followed(view)
        turn = _Turn(view, LetteringWork(world, look, view), look.motion.label_out, ends)
        if (kept := self._kept_for(view)) is not None:
            turn.work.lettering, turn.work.steps = kept, iter(())
            self._end_turn(turn)
            return
        self._turn = turn
        # While fingers have the map they come first: a throw is a matter of milliseconds.
        self._slices.start(_HELD_MS if ends <= self._clock() else _BETWEEN_MS)

    def drop(self) -> None:
        """Let nothing be seen of what was, until other names come."""
        self._drop_turn()
        self._parts = []
        self._lettering = Lettering()

    def _followed(self, view: View) -> View:
        """An explored view with the names that were seen before; a data layer's stand anyhow."""
        if not view.is_explored or view.shading is not None or not self._lettering.language:
            return view
        return replace(view, before=carried(self._lettering, self._rested, view.camera))

    def _kept_for(self, view: View) -> Lettering | None:
        return None if view.before is not None else self._kept.get(view.key)

    def _keep(self, view: View, lettering: Lettering) -> None:
        if view.before is None:
            self._kept[view.key] = lettering
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))

    def _drop_turn(self) -> None:
        self._turn = None
        self._slices.stop()

    @Slot()
    def _go_on(self) -> None:
        """Set names for a moment."""
        turn = self._turn
        if turn is None:
            self._slices.stop()
            return
        self._slices.setInterval(_BETWEEN_MS)
        since = time.perf_counter()
        for _ in turn.work.steps:
            if time.perf_counter() - since > _SLICE_SECONDS:
                return
        if not turn.is_drawn:
            # Drawn in the frame in which they come, they would hold it up.
            turn.is_drawn = True
            turn.work.steps = self._drawn(turn.work.lettering)
            return
        self._end_turn(turn)
        self.come.emit()

    def _drawn(self, lettering: Lettering) -> Iterator[None]:
        """Have the pictures of names that come drawn for the screen on which they were painted."""
        legend = () if lettering.legend is None else (lettering.legend,)
        for each in (*lettering.chips, *lettering.names, *legend):
            if self._ratio:
                each.stamp.draw_ahead(self._ratio)
            yield

    def _end_turn(self, turn: _Turn) -> None:
        """Let what is not in the view fade, and what is new in it come after that."""
        if not turn.is_drawn:
            for _ in turn.work.steps:
                pass
        self._drop_turn()
        now, camera = self._clock(), turn.view.camera
        lettering = turn.work.lettering
        parts: list[_Part] = []
        stays: list[_Part] = []
        comes, longest = lettering, 0.0
        for part in self._parts:
            shown = part.fade.at(now)
            if not part.fade.end:
                if shown > 0:
                    parts.append(part)
                continue
            before = carried(part.lettering, part.rested, camera)
            goes, kept, comes = parted(before, comes)
            out = turn.out * shown
            parts.append(_Part(goes, camera, Fade(shown, 0.0, now, out)))
            stays.append(_Part(kept, camera, part.fade))
            longest = max(longest, out)
        begins = max(now + longest, turn.ends - turn.out)
        stays.append(_Part(comes, camera, Fade(0.0, 1.0, begins, turn.out)))
        self._parts = [part for part in (*parts, *stays) if not part.is_empty]
        self._lettering, self._rested = lettering, camera
        self._keep(turn.view, lettering)

    def finish(self) -> None:
        """Nothing fades any more."""
        lettering = self.lettering
        self._parts = [_Part(lettering, self._rested, SOLID)]
        self._standing.clear()

    def is_changing(self, now: float) -> bool:
        """Whether names come or go, or will."""
        return (
            self._turn is not None
            or self._standing.is_changing(now)
            or any(not part.fade.is_over(now) for part in self._parts)
        )

    def is_stale(self, camera: Camera, reach: float) -> bool:
        """Whether what `camera` sees, `reach` pixels across, wants other names than there are."""
        if self._turn is not None:
            return False
        growth = camera.scale / self._rested.scale
        x, y = camera.to_screen(self._rested.cx, self._rested.cy)
        off = max(abs(x - self._rested.focus_x), abs(y - self._rested.focus_y))
        return not 1 / _STALE_GROWTH < growth < _STALE_GROWTH or off > reach * _STALE_SHARE

    def judge(self, look: Look, camera: Camera, now: float) -> None:
        """See which of the names have room where `camera` sees them."""
        if camera.scale == self._rested.scale:
            self._standing.clear()
            return
        parts = sorted(self._parts, key=lambda part: part.fade.end, reverse=True)
        shown: list[tuple[Name | Chip, Box]] = []
        for part in parts:
            if part.fade.at(now) > 0:
                shown += ((chip, box) for chip, _, box in part.motion.chips(camera))
                shown += ((name, box) for name, _, box in part.motion.names(camera))
        near = look.px(_NEAR_U) if camera.scale < self._rested.scale else 0.0
        self._standing.judge(shown, near, now, look.motion.label_out / 2)

    def seen(self, camera: Camera, now: float) -> Iterator[tuple[Lettering, float]]:
        """The names where `camera` sees them, each part's with their opacity."""
        for part in self._parts:
            opacity = part.fade.at(now)
            if opacity > 0:
                yield carried(part.lettering, part.rested, camera), opacity

    def marks(self, now: float) -> dict[str, float]:
        """The places whose markers are seen, each with the opacity of its marker."""
        found: dict[str, float] = {}
        for part in self._parts:
            shown = part.fade.at(now)
            for place in part.lettering.marked:
                # What both views have stays as it is while the one gives way to the other.
                found[place] = 1.0 if place in found else shown
        return found

    def paint(
        self, painter: QPainter, look: Look, camera: Camera, now: float, pressed: str | None
    ) -> None:
        """Paint what `camera` sees."""
        self._ratio = painter.device().devicePixelRatio()
        margin = casing_reach(look)
        for part in self._parts:
            share = part.fade.at(now)
            if share <= 0:
                continue
            chips = [
                (chip, shift, box, share * self._opacity(chip, box, now))
                for chip, shift, box in part.motion.chips(camera)
                if not self._is_tied_below(chip, *shift)
            ]
            draw_leaders(painter, look, [(chip, by, opacity) for chip, by, _, opacity in chips])
            names = [
                (
                    name.stamp,
                    box[0] - margin,
                    box[1] - margin,
                    share * self._opacity(name, box, now),
                )
                for name, _, box in part.motion.names(camera)
            ]
            pills = [
                (chip.pressed if chip.place == pressed else chip.stamp, box[0], box[1], opacity)
                for chip, _, box, opacity in chips
            ]
            put_stamps(painter, names + pills)
            legend = part.lettering.legend
            if legend is not None and not legend.rect.intersects(self._card):
                at = legend.rect.topLeft()
                put_stamps(painter, [(legend.stamp, at.x() - margin, at.y() - margin, share)])

    def _is_tied_below(self, chip: Chip, dx: float, dy: float) -> bool:
        """Whether a card over the map covers what a chip leads to: its line would lead nowhere."""
        card = self._card
        return not card.isEmpty() and card.contains(
            chip.leader[0].x() + dx, chip.leader[0].y() + dy
        )

    def _opacity(self, each: Name | Chip, box: Box, now: float) -> float:
        """How strongly one of them shows, for its own part: not at all where a card cuts it."""
        left, top, right, bottom = box
        card = self._card
        if not card.isEmpty() and card.intersects(QRectF(left, top, right - left, bottom - top)):
            return 0.0
        return self._standing.opacity(each, now)
