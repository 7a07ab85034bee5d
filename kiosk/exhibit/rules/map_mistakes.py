"""What is wrong with the map, or with what content looks for on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.mistakes import Mistake, did_you_mean, did_you_mean_or, shortened
from kiosk.text.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Collection


def not_on_map(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "not-on-map",
        f"the map has nothing named '{shortened(written)}'",
        did_you_mean(written, known) or "name its elements with 'map: {shape: …}' or 'marker: …'",
    )


def no_map(name: str, own: Collection[str], ours: Collection[str]) -> Mistake:
    """`own` are the maps of the content folder, `ours` those of the program."""
    is_ours = name.lower() in ours or not did_you_mean(name, own)
    known = ours if is_ours else own
    return Mistake(
        "no-map",
        f"there is no map '{shortened(name)}'",
        did_you_mean_or(name, known, "put it into map/"),
    )


def unreadable_map(reason: str) -> Mistake:
    return Mistake("unreadable-map", f"the map can't be read: {reason}")


def shape_left_out(shape: str, reason: str) -> Mistake:
    return Mistake(
        "shape-left-out",
        f"'{shortened(shape)}' is left out of the map: {reason}",
        severity=Severity.WARNING,
    )
