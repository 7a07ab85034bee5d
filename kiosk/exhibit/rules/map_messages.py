"""What is wrong with the map, or with what content looks for on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean, did_you_mean_or, shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Collection


def not_on_map(written: str, known: Collection[str]) -> Message:
    return Message(
        "not-on-map",
        f"the map has nothing named '{shortened(written)}'",
        did_you_mean(written, known) or "name its elements with 'map: {shape: …}' or 'marker: …'",
    )


def no_map(name: str, own: Collection[str], ours: Collection[str]) -> Message:
    """`own` are the maps of the content folder, `ours` those of the program."""
    is_ours = name.lower() in ours or not did_you_mean(name, own)
    known = ours if is_ours else own
    return Message(
        "no-map",
        f"there is no map '{shortened(name)}'",
        did_you_mean_or(name, known, "put it into map/"),
    )


def unreadable_map(reason: str) -> Message:
    return Message("unreadable-map", f"the map can't be read: {reason}")


def shape_left_out(shape: str, reason: str) -> Message:
    return Message(
        "shape-left-out",
        f"'{shortened(shape)}' is left out of the map: {reason}",
        severity=Severity.WARNING,
    )
