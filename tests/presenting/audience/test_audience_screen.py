"""Which screen the audience has: on laptops, in halls, and where somebody chose before."""

from __future__ import annotations

import pytest

from kiosk.presenting.audience.audience_screen import Monitor, audience_among, together

PANEL = Monitor("eDP-1", "BOE 0x0791", primary=True, diagonal_mm=355)
PROJECTOR = Monitor("HDMI-1", "EPSON PJ", diagonal_mm=583)
WALL = Monitor("DP-1", "SONY BRAVIA", primary=True, diagonal_mm=1650)
DESK = Monitor("DP-2", "DELL P2422H", diagonal_mm=604)
OLD = Monitor("VGA-1", diagonal_mm=604)


@pytest.mark.parametrize(
    ("monitors", "audience"),
    [
        pytest.param([PANEL], PANEL, id="a laptop alone"),
        pytest.param([PANEL, PROJECTOR], PROJECTOR, id="a laptop and a projector"),
        pytest.param([PROJECTOR, PANEL], PROJECTOR, id="in whatever order"),
        pytest.param(
            [Monitor("LVDS-1", diagonal_mm=355), Monitor("VGA-1", primary=True)],
            Monitor("VGA-1", primary=True),
            id="also where the projector is the primary one",
        ),
        pytest.param(
            [Monitor("Built-in Retina Display", primary=True, diagonal_mm=390), PROJECTOR],
            PROJECTOR,
            id="a Mac",
        ),
        pytest.param([WALL, DESK], WALL, id="a wall, although it is the primary one"),
        pytest.param([DESK, WALL], WALL, id="the same in another order"),
        pytest.param(
            [Monitor("A", primary=True), Monitor("B")], Monitor("B"), id="nothing is known"
        ),
        pytest.param([PANEL, DESK, WALL], WALL, id="the largest of those outside"),
        pytest.param([OLD, Monitor("VGA-2")], OLD, id="without a primary one"),
    ],
)
def test_without_a_choice_it_is_the_likely_one(monitors: list[Monitor], audience: Monitor) -> None:
    assert monitors[audience_among(monitors, {})] == audience


def test_what_was_chosen_here_holds_and_elsewhere_does_not() -> None:
    chosen = {together([PROJECTOR, PANEL]): PANEL.id}
    assert audience_among([PANEL, PROJECTOR], chosen) == 0
    assert audience_among([PANEL, DESK], chosen) == 1


def test_a_damaged_choice_counts_for_nothing() -> None:
    damages: tuple[object, ...] = (None, 7, [], "another screen")
    for damage in damages:
        chosen = {together([PANEL, PROJECTOR]): damage}
        assert audience_among([PANEL, PROJECTOR], chosen) == 1
