"""Where the map goes for a state of the stage without a data layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibit.model.shown_pictures import covers_map
from kiosk.screen.map.map_goal import Goal
from kiosk.screen.map.map_light import DARK, Light
from kiosk.screen.panel.panel_light import panel_light

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from kiosk.exhibit.model.exhibit import Zone
    from kiosk.screen.arrangement import Arrangement
    from kiosk.screen.stage_state import StageState


class MapCovers(NamedTuple):
    """What covers the map, and what is free of it."""

    free: QRectF
    inset: tuple[QRectF, ...] = ()
    controls: tuple[QRectF, ...] = ()
    home: tuple[QRectF, ...] = ()
    home_at_first: tuple[QRectF, ...] = ()
    sign_point: QPointF | None = None
    """Where the leader line of the open panel ends."""


def stage_light(state: StageState) -> Light:
    """What the map answers to the open panel."""
    if state.opened is None or state.locale is None:
        return DARK
    return panel_light(state.opened, state.highlight, state.locale)


def has_picture(state: StageState) -> bool:
    """Whether the open page has a picture, which covers the map."""
    opened = state.opened
    return opened is not None and covers_map(opened.panel, opened.page)


def zone_of_inset(state: StageState) -> Zone | None:
    """The open zone where nothing else is to be seen on the map than places."""
    if state.opened is None or has_picture(state) or not stage_light(state).is_dark:
        return None
    return state.opened.zone


def stage_goal(state: StageState, covers: MapCovers, arrangement: Arrangement) -> Goal:
    """Where the map goes, and what covers it there."""
    zone, view, highlight = state.zone, state.place.view, state.highlight
    if not zone:
        return Goal(
            None,
            whole_bay=False,
            free=arrangement.window if arrangement.band.isEmpty() else arrangement.free,
            obstacles=(*covers.home, *covers.controls, *covers.inset),
            passing=covers.home_at_first,
            view=view,
            highlight=highlight,
        )
    light = stage_light(state)
    # Where land is shaded by value, it is the whole bay that is compared.
    alone = state.world.place(zone) is not None and not light.shades
    return Goal(
        zone if alone else None,
        whole_bay=not alone,
        free=covers.free,
        obstacles=(*covers.controls, *covers.inset),
        leader_end=covers.sign_point,
        view=view,
        highlight=() if light.shades else highlight,
        light=light,
    )
