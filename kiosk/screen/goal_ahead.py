"""Where the map will go for a state that is not shown yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.screen.home.home_layer import HomeLayer
from kiosk.screen.inset_layer import covered_by_inset, free_above
from kiosk.screen.layout_inputs import Inputs
from kiosk.screen.panel.page_layout import sign_point
from kiosk.screen.stage_controls import Around, StageControls
from kiosk.screen.stage_goal import MapCovers, has_picture, stage_goal, stage_light, zone_of_inset

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from kiosk.look.look import Look
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.layer.data_layers import DataLayers
    from kiosk.screen.map.map_goal import Goal
    from kiosk.screen.stage_state import StageState
    from kiosk.screen.steps import Steps


class GoalAhead:
    """Lays out what will cover the map where nobody sees it.

    So the names of a view are set before it is shown, and the words of the controls with them.
    """

    def __init__(self, stage: QWidget) -> None:
        self._stage = stage
        self._inputs = Inputs()
        self.unseen = QWidget(stage)
        """What is laid out lies on this; it is never shown."""
        self.unseen.hide()
        self._controls = StageControls(self.unseen)
        self._home = HomeLayer(self.unseen)

    def goal(
        self, state: StageState, data: DataLayers, look: Look, arrangement: Arrangement
    ) -> Steps[Goal | None]:
        """The goal of a state; None where a data layer is on the map, or will be."""
        if state.place.layer or data.is_open or data.menu_is_open:
            return None
        self.unseen.resize(self._stage.size())
        yield
        home: tuple[QRectF, ...] = ()
        at_first: tuple[QRectF, ...] = ()
        if state.place.is_home:
            self._show_home(state, look, arrangement)
            home = (*self._home.covered(), *self._home.covered_above())
            at_first = tuple(self._home.covered_at_first())
            yield
        light = stage_light(state)
        has_legend = light.legend is not None
        around = Around(look, arrangement, self._home, data, has_picture(state), has_legend)
        self._controls.show(state, around)
        yield
        inset = covered_by_inset(zone_of_inset(state), state.exhibit, look, arrangement)
        covers = MapCovers(
            free_above(inset, look, arrangement),
            inset,
            tuple(self._controls.covered()),
            home,
            at_first,
            self._sign_point(look, arrangement),
        )
        return stage_goal(state, covers, arrangement)

    def _show_home(self, state: StageState, look: Look, arrangement: Arrangement) -> None:
        world, language = state.world, state.language
        drawn_from = (state.cover, state.words, look, arrangement, world, language)
        if self._inputs.are_new("home", *drawn_from):
            size = self._stage.size()
            self._home.show_words(
                state.cover, state.words, language, look, arrangement, world, size
            )

    def _sign_point(self, look: Look, arrangement: Arrangement) -> QPointF:
        on_sheet = sign_point(look, arrangement.panel_padding_u)
        return on_sheet + arrangement.panel.topLeft().toPointF()
