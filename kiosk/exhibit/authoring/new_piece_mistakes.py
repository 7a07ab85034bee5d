"""Why a new place, panel or exhibit is not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.mistakes import Mistake, did_you_mean, did_you_mean_or, shortened

if TYPE_CHECKING:
    from collections.abc import Collection

NOTHING_TO_NAME = Mistake(
    "nothing-to-name",
    "every figure names a source and a unit, and there are none yet",
    "write one into sources.yaml and one into units.yaml first",
)


def zone_is_there(written: str, file: str) -> Mistake:
    return Mistake(
        "zone-is-there", f"there is a place '{shortened(written)}' in {file}", "choose another id"
    )


def file_is_there(name: str) -> Mistake:
    return Mistake("file-is-there", f"there is a file {name} already", "choose another id")


def panel_is_there(written: str, zone: str) -> Mistake:
    return Mistake(
        "panel-is-there",
        f"there is a panel '{shortened(written)}' in '{zone}' already",
        "choose another id",
    )


def no_zone(written: str, known: Collection[str], new_zone: str) -> Mistake:
    """`new_zone` is the command that makes one."""
    return Mistake(
        "unknown-zone",
        f"there is no place '{shortened(written)}'",
        did_you_mean_or(written, known, f"make it: {new_zone}"),
    )


def not_on_map(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "not-on-map",
        f"the map has nothing named '{shortened(written)}'",
        did_you_mean(written, known) or "name a point or an outline of the map with --element",
    )


def folder_is_used(name: str) -> Mistake:
    return Mistake(
        "folder-is-used", f"{name} is not empty", "choose a folder that is not there yet"
    )


def no_place_for_panel(name: str) -> Mistake:
    return Mistake(
        "no-place-for-panel",
        f"nothing can be added to {name}",
        "let 'panels' be its last key, and begin each panel in a line of its own with '- '",
    )


def mend_first(problem: str) -> Mistake:
    return Mistake("mend-first", problem)
