"""Holds a state back for a moment, until the page that it opens is set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.exhibit.place import Place
from kiosk.screen.steps import in_slices
from kiosk.screen.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from kiosk.screen.stage_state import StageState
    from kiosk.screen.steps import Steps

_SLICE_SECONDS = 0.003
_PREPARED = frozenset({"place", "comfort", "highlight"})
"""What of a state may change so that its page can be set for what is on the stage already."""


class StateAhead(QObject):
    """Sets a page in slices that hold up no frame, before it is shown or while a finger is on it.

    So everything of a state changes in one short pass, and never a part of it.
    """

    ready = Signal(object)
    """The `StageState` that was held back can be shown."""

    def __init__(
        self,
        stage: QWidget,
        state: StageState,
        prepare: Callable[[StageState, bool], Steps[None]],
    ) -> None:
        """`prepare` sets what a state will show, in the look and exhibit that are on the stage.

        It is told whether a finger only rests on what would bring that state.
        """
        super().__init__(stage)
        self._stage = stage
        self._prepare = prepare
        self._turns = Turns(self)
        self._latest = state
        self._held: StageState | None = None
        self._expected: StageState | None = None
        """The state that a finger would bring, once everything of it has been set."""

    @property
    def held(self) -> StageState | None:
        """The state that will be shown next, if one is held back."""
        return self._held

    def holds(self, state: StageState, *, may_wait: bool = True) -> bool:
        """Whether a state is held back, since its page isn't set; one before it never comes.

        One that may not wait is not, such as a state in a theme that is about to come.
        """
        self._turns.stop()
        self._held, before, self._latest = None, self._latest, state
        if state.changes(before) - _PREPARED or not state.comfort.looks_like(before.comfort):
            return False
        has_other_values = bool(state.place.layer and before.place.layer)
        if state.comfort.still and not has_other_values:
            return False
        if not (may_wait and self._stage.isVisible()):
            return False
        expected, self._expected = self._expected, None
        if expected is not None and not state.changes(expected):
            return False
        slices = in_slices(self._prepare(state, False), _SLICE_SECONDS)
        for _ in slices:
            self._held = state
            self._turns.begin(self._let_go_after(slices))
            return True
        return False

    @Slot(str)
    def expect_place(self, zone: str) -> None:
        """A finger is on a place that it may touch; an empty one means that none is any more."""
        if self._held is not None:
            return
        self._turns.stop()
        if zone and not self._latest.place.layer:
            self._turns.begin(self._expect(replace(self._latest, place=Place(zone))))

    def finish(self) -> None:
        """Show at once what is held back: what is not set yet is set then."""
        if self._held is not None:
            self._turns.begin(self._let_go_after(iter(())))
            self._turns.finish()

    def _expect(self, state: StageState) -> Iterator[None]:
        self._expected = None
        yield from in_slices(self._prepare(state, True), _SLICE_SECONDS)
        self._expected = state

    def _let_go_after(self, slices: Iterator[None]) -> Iterator[None]:
        yield from slices
        yield
        held, self._held = self._held, None
        self.ready.emit(held)
