"""What is wrong with a tour and its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.text.mistakes import Mistake, counting, did_you_mean_or, one_of, shortened

if TYPE_CHECKING:
    from collections.abc import Collection

BOTH_STATEMENT_AND_PICTURE = Mistake(
    "statement-and-picture",
    "a step has a statement or a picture, not both",
    "make two steps",
)


def id_is_not_the_file(written: str, file: str) -> Mistake:
    return Mistake(
        "tour-id", f"the tour is called '{written}', its file '{file}'", "give both the same name"
    )


def bad_duration(written: str) -> Mistake:
    return Mistake(
        "bad-duration",
        f"'{shortened(written)}' is not a time",
        "write minutes:seconds, such as 1:30",
    )


def bad_step_place(written: str, others: Collection[str]) -> Mistake:
    return Mistake(
        "bad-step-place",
        f"'{shortened(written)}' is not a place of a tour",
        f"write {one_of((*others, 'zone/panel/page'))}",
    )


def unknown_panel(written: str, zone: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-panel",
        f"the zone '{zone}' has no panel '{shortened(written)}'",
        did_you_mean_or(written, known, f"add it: so far it has {one_of(known, 'and')}"),
    )


def no_such_page(page: str, panel: str, pages: int) -> Mistake:
    has = "one page" if pages == 1 else f"{pages} pages"
    return Mistake("no-page", f"the panel '{panel}' has no page {shortened(page)}", f"it has {has}")


def not_a_zone_of_the_map(written: str) -> Mistake:
    return Mistake("not-on-map", f"the map has no place for the zone '{shortened(written)}'")


def view_of_two_kinds(written: str) -> Mistake:
    return Mistake(
        "bad-view", f"'{written}' stands alone", f"write view: {written}, or name zones only"
    )


def long_statement(count: int, language: str, limit: int) -> Mistake:
    return Mistake(
        "long-statement",
        f"{count} words in {language}; a statement holds {limit}",
        counting(language) or "say the rest in the notes",
    )
