"""What is wrong with ids, and with names of things that stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import did_you_mean_or, shortened
from kiosk.text.messages import Message, Severity

if TYPE_CHECKING:
    from collections.abc import Collection


def id_used_twice_in_files(written: str, first: str) -> Message:
    return Message(
        "duplicate-id",
        f"the id '{written}' is used twice, first in {first}",
        "choose another id, or move a copy out of 'zones'",
    )


def id_used_twice_here(written: str, where: str) -> Message:
    return Message(
        "duplicate-id", f"the id '{written}' is used twice in '{where}'", "choose another id"
    )


def unlisted_zone(written: str) -> Message:
    return Message(
        "unlisted-zone",
        f"the zone '{written}' is not in the list 'zones' of exhibit.yaml",
        "it comes after the listed ones",
        Severity.WARNING,
    )


def unknown_place(written: str, known: Collection[str]) -> Message:
    return Message(
        "unknown-place",
        f"'{shortened(written)}' is neither a zone nor on the map",
        did_you_mean_or(written, known, "write its file in zones/"),
    )


def unknown_zone(written: str, known: Collection[str]) -> Message:
    return _nothing_named("zone", written, known, "write its file in zones/")


def unknown_zone_in_ranking(written: str, known: Collection[str]) -> Message:
    return _nothing_named("zone", written, known, "name it with 'label' instead")


def unknown_source(written: str, known: Collection[str]) -> Message:
    return _nothing_named("source", written, known, "add it to sources.yaml")


def unknown_unit(written: str, known: Collection[str]) -> Message:
    return _nothing_named("unit", written, known, "add it to units.yaml")


def _nothing_named(kind: str, written: str, known: Collection[str], otherwise: str) -> Message:
    """No thing of this kind has that name; `otherwise` is what can be done besides."""
    return Message(
        f"unknown-{kind}",
        f"there is no {kind} '{shortened(written)}'",
        did_you_mean_or(written, known, otherwise),
    )
