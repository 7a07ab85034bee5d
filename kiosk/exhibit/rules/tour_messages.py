"""What is wrong with a tour and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.message_words import counting, did_you_mean_or, one_of, shortened
from kiosk.text.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection

BOTH_STATEMENT_AND_PICTURE = Message(
    "statement-and-picture",
    "a step has a statement or a picture, not both",
    "make two steps",
)


def id_is_not_the_file(written: str, file: str) -> Message:
    return Message(
        "tour-id", f"the tour is called '{written}', its file '{file}'", "give both the same name"
    )


def bad_duration(written: str) -> Message:
    return Message(
        "bad-duration",
        f"'{shortened(written)}' is not a time",
        "write minutes:seconds, such as 1:30",
    )


def bad_step_place(written: str, others: Collection[str]) -> Message:
    return Message(
        "bad-step-place",
        f"'{shortened(written)}' is not a place of a tour",
        f"write {one_of((*others, 'zone/panel/page'))}",
    )


def unknown_panel(written: str, zone: str, known: Collection[str]) -> Message:
    return Message(
        "unknown-panel",
        f"the zone '{zone}' has no panel '{shortened(written)}'",
        did_you_mean_or(written, known, f"add it: so far it has {one_of(known, 'and')}"),
    )


def no_such_page(page: str, panel: str, pages: int) -> Message:
    has = "one page" if pages == 1 else f"{pages} pages"
    return Message("no-page", f"the panel '{panel}' has no page {shortened(page)}", f"it has {has}")


def not_a_zone_of_the_map(written: str) -> Message:
    return Message("not-on-map", f"the map has no place for the zone '{shortened(written)}'")


def view_of_two_kinds(written: str) -> Message:
    return Message(
        "bad-view", f"'{written}' stands alone", f"write view: {written}, or name zones only"
    )


def long_statement(count: int, language: str, limit: int) -> Message:
    return Message(
        "long-statement",
        f"{count} words in {language}; a statement holds {limit}",
        counting(language) or "say the rest in the notes",
    )
