"""Every mistake that content can hold: its stable name, and its words for a curator."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibit.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True)
class Mistake:
    """What is wrong and what to do, before anyone knows in which file and line."""

    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def at(self, file: str, line: int = 1, column: int = 1) -> Problem:
        """The problem that it is at this place; lines and columns count from 1."""
        return Problem(
            file=file,
            line=line,
            column=column,
            message=self.message,
            hint=self.hint,
            rule=self.rule,
            severity=self.severity,
        )


def one_of(names: Iterable[str], joint: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    *first, last = names
    return f"{', '.join(first)} {joint} {last}" if first else last


def did_you_mean(written: str, known: Collection[str]) -> str:
    """The question that names the nearest known word, or nothing where none is near."""
    by_small_letters = {name.lower(): name for name in known}
    near = difflib.get_close_matches(written[:80].lower(), by_small_letters, n=1, cutoff=0.6)
    return f"did you mean '{by_small_letters[near[0]]}'?" if near else ""


def shortened(text: str) -> str:
    """What was found, in one line and short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


# Files


def no_folder(name: str) -> Mistake:
    return Mistake("no-folder", f"there is no folder {name}")


def no_file(what: str) -> Mistake:
    return Mistake("no-file", f"{what} is not there")


def empty_folder() -> Mistake:
    return Mistake(
        "empty-folder", "there is no zone in this folder", "each zone is a file such as hetao.yaml"
    )


def unreadable_file(reason: str) -> Mistake:
    return Mistake("unreadable-file", f"the file can't be opened: {reason}")


def not_a_file() -> Mistake:
    return Mistake("not-a-file", "this is not a plain file", "put a copy of the file itself here")


def outside_folder() -> Mistake:
    return Mistake(
        "outside-folder",
        "this leads out of the content folder",
        "put a copy of the file itself here",
    )


def file_too_large(limit: str) -> Mistake:
    return Mistake("file-too-large", f"the file is larger than {limit}", "split it")


def too_many_files(limit: int) -> Mistake:
    return Mistake("too-many-files", f"there are more than {limit} files in this folder")


def file_not_read(ending: str) -> Mistake:
    return Mistake(
        "file-not-read",
        "this file is not read",
        f"let its name end in {ending}, or move it elsewhere",
        Severity.WARNING,
    )


def wrong_encoding(encoding: str) -> Mistake:
    return Mistake(
        "wrong-encoding", f"the file seems to be {encoding}, not UTF-8", "save it as UTF-8"
    )


def control_character(character: str) -> Mistake:
    return Mistake(
        "control-character",
        f"an invisible control character, U+{ord(character):04X}",
        "delete it and type the word again",
    )


# YAML


def empty_file() -> Mistake:
    return Mistake("empty-file", "the file is empty", "it may not have been saved completely")


def only_comments() -> Mistake:
    return Mistake("empty-file", "the file has nothing but comments")


def not_a_mapping(found: str) -> Mistake:
    return Mistake(
        "not-a-mapping", f"the file is {found}", "begin each line with a key, such as 'id: qianhai'"
    )


def several_documents() -> Mistake:
    return Mistake(
        "several-documents",
        "a second document begins here",
        "delete the line '---', or split the file",
    )


def tab_indentation() -> Mistake:
    return Mistake("tab", "a tab at the beginning of the line", "use spaces")


def tab_before_value() -> Mistake:
    return Mistake("tab", "a tab where YAML expects a space", "use spaces")


def unclosed_quote() -> Mistake:
    return Mistake("unclosed-quote", "a quotation mark opens here and is never closed", "close it")


def unclosed_bracket(bracket: str) -> Mistake:
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return Mistake(
        "unclosed-bracket",
        f"'{bracket}' opens here and is not closed properly",
        f"check the commas and quotation marks up to the closing '{closing}'",
    )


def ends_inside_brackets() -> Mistake:
    return Mistake(
        "unclosed-bracket",
        "the file ends inside brackets",
        "it may not have been saved completely",
    )


def stray_bracket(bracket: str) -> Mistake:
    return Mistake(
        "stray-bracket",
        f"'{bracket}' closes something that never opened",
        "delete it, or quote the text",
    )


def no_space_after_colon(key: str) -> Mistake:
    return Mistake(
        "no-space-after-colon",
        f"there is no space after '{shortened(key)}:'",
        "put a space after the colon",
    )


def full_width_colon(key: str) -> Mistake:
    return Mistake(
        "full-width-colon",
        f"a full-width colon '：' after '{shortened(key)}'",
        "use an ordinary colon and a space",
    )


def no_colon(line: str) -> Mistake:
    return Mistake(
        "no-colon",
        f"there is no colon after '{shortened(line)}'",
        "write 'key: value', or indent the line if it continues the text above",
    )


def second_colon() -> Mistake:
    return Mistake(
        "second-colon",
        "a second colon in the line",
        "put quotation marks around a text with a colon",
    )


def curly_quotes() -> Mistake:
    return Mistake("curly-quotes", "curly quotation marks", "use straight ones: \" or '")


def indentation() -> Mistake:
    return Mistake(
        "indentation",
        "this line does not line up with the lines above",
        "indent it as far as its neighbours",
    )


def text_after_end() -> Mistake:
    return Mistake(
        "text-after-end",
        "something stands after the end of a text",
        "put quotation marks around the whole text, and the other kind inside",
    )


def list_beside_key() -> Mistake:
    return Mistake(
        "list-beside-key",
        "a list with hyphens can't begin beside its key",
        "begin it in the next line",
    )


def bad_beginning(character: str) -> Mistake:
    return Mistake(
        "bad-beginning",
        f"a text can't begin with '{character}'",
        "put quotation marks around the text",
    )


def bad_escape() -> Mistake:
    return Mistake(
        "bad-escape",
        "a backslash in double quotation marks means something else in YAML",
        "use single quotation marks",
    )


def bad_block() -> Mistake:
    return Mistake("bad-block", "text stands beside '|' or '>'", "begin the text on the next line")


def unreadable_yaml() -> Mistake:
    return Mistake(
        "unreadable-yaml",
        "this line can't be read",
        "look at spaces, quotation marks and colons here and in the line above",
    )


def invisible_space(key: str, character: str) -> Mistake:
    return Mistake(
        "invisible-space",
        f"an invisible space, U+{ord(character):04X}, in the key '{_visible(key)}'",
        "type the key again",
    )


def duplicate_key(key: str, first_line: int) -> Mistake:
    return Mistake(
        "duplicate-key",
        f"'{shortened(key)}' stands twice, first in line {first_line}",
        "keep one of the two",
    )


def key_not_text() -> Mistake:
    return Mistake("key-not-text", "a key should be a plain word", "quote a text with brackets")


def merge_key() -> Mistake:
    return Mistake("merge-key", "'<<' is not allowed", "write the keys out")


def tag(written: str) -> Mistake:
    return Mistake(
        "tag",
        f"'{shortened(written)}' is not allowed",
        "put quotation marks around a text with '!'",
    )


def unknown_alias(name: str) -> Mistake:
    return Mistake(
        "unknown-alias",
        f"'*{shortened(name)}' repeats something that is not there",
        "put quotation marks around a text that begins with '*'",
    )


def alias_of_itself(name: str) -> Mistake:
    return Mistake("alias-of-itself", f"'*{shortened(name)}' stands inside what it repeats")


def too_many_aliases(limit: int) -> Mistake:
    return Mistake("too-many-aliases", f"more than {limit} repetitions with '*'", "write them out")


def too_deep(limit: int) -> Mistake:
    return Mistake("too-deep", f"more than {limit} levels inside each other")


def too_much(limit: int) -> Mistake:
    return Mistake("too-much", f"more than {limit:,} entries in one file", "split it")


# The shape of the content


def unknown_key(key: str, known: Collection[str]) -> Mistake:
    hint = did_you_mean(key, known) or f"the keys here are {one_of(known, 'and')}"
    return Mistake("unknown-key", f"unknown key '{shortened(key)}'", hint)


def missing_key(key: str) -> Mistake:
    hint = "the file may not have been saved completely" if key == "panels" else ""
    return Mistake("missing-key", f"'{key}' is missing", hint)


def empty_value(name: str) -> Mistake:
    return Mistake("empty-value", f"{name} is empty", "write a value or delete the line")


def should_be_list(name: str, written: str | None = None) -> Mistake:
    hint = f"write [{shortened(written)}]" if written else "begin each entry with '- '"
    return Mistake("wrong-type", f"{name} should be a list", hint)


def should_be_mapping(name: str) -> Mistake:
    return Mistake("wrong-type", f"{name} should have keys of its own, each with a colon")


def should_be_text(name: str) -> Mistake:
    return Mistake("wrong-type", f"{name} should be a text or a number, not a list or keys")


def should_have_languages(name: str, languages: Collection[str]) -> Mistake:
    return Mistake(
        "wrong-type",
        f"{name} should have words for each language",
        f"write {{{': …, '.join(languages)}: …}}",
    )


def should_be_pair(name: str) -> Mistake:
    return Mistake("wrong-type", f"{name} should be two numbers", "write them as [-40, 12]")


def no_words(name: str) -> Mistake:
    return Mistake("no-words", f"{name} has no words in any language")


def bad_id(written: str) -> Mistake:
    proposal = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")[:64].strip("-")
    example = f", such as '{proposal or 'hong-kong'}'"
    return Mistake(
        "bad-id",
        f"'{shortened(written)}' is not an id",
        f"use at most 64 small letters, digits and single hyphens{example}",
    )


def bad_figure(written: str) -> Mistake:
    return Mistake(
        "bad-figure",
        f"'{shortened(written)}' is not a figure",
        "write 1195, 1,195, 4.2 billion or 2014-12-07",
    )


def bad_date(written: str) -> Mistake:
    return Mistake(
        "bad-date",
        f"'{shortened(written)}' is not a date",
        "write 2024, 2024-06 or 2024-06-16",
    )


def bad_number(written: str) -> Mistake:
    return Mistake("bad-number", f"'{shortened(written)}' is not a number", "write -40 or 12.5")


def bad_choice(name: str, written: str, choices: Collection[str]) -> Mistake:
    return Mistake(
        "bad-choice",
        f"{name} is '{shortened(written)}'; choose {one_of(choices)}",
        did_you_mean(written, choices),
    )


def empty_list(name: str) -> Mistake:
    return Mistake("empty-list", f"{name} has no entry")


def too_many_entries(name: str, limit: int) -> Mistake:
    return Mistake("too-many-entries", f"{name} has more than {limit} entries")


def bad_value(name: str, written: str) -> Mistake:
    return Mistake("bad-value", f"{name} can't be '{shortened(written)}'")


def _visible(key: str) -> str:
    return shortened(re.sub(r"[\u00a0\u200b-\u200f\u2060\ufeff\u3000]", "␣", key))


# Across files


def id_used_twice(written: str, first: str) -> Mistake:
    return Mistake(
        "duplicate-id", f"the id '{written}' is used twice, first in {first}", "choose another id"
    )


def unlisted_zone(written: str) -> Mistake:
    return Mistake(
        "unlisted-zone",
        f"the zone '{written}' is not in the list 'zones' of exhibit.yaml",
        "it comes after the listed ones",
        Severity.WARNING,
    )


def unknown_zone(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-zone", f"there is no zone '{shortened(written)}'", did_you_mean(written, known)
    )


def unknown_place(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-place",
        f"'{shortened(written)}' is neither a zone nor on the map",
        did_you_mean(written, known),
    )


def not_on_map(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "not-on-map",
        f"the map has nothing named '{shortened(written)}'",
        did_you_mean(written, known) or "name its elements with 'map: {shape: …}' or 'marker: …'",
    )


def no_map(name: str, known: Collection[str]) -> Mistake:
    return Mistake("no-map", f"there is no map '{shortened(name)}'", did_you_mean(name, known))


def unreadable_map(reason: str) -> Mistake:
    return Mistake("unreadable-map", f"the map can't be read: {reason}")


def shape_left_out(shape: str, reason: str) -> Mistake:
    return Mistake(
        "shape-left-out",
        f"'{shortened(shape)}' is left out of the map: {reason}",
        severity=Severity.WARNING,
    )


def unknown_source(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-source",
        f"there is no source '{shortened(written)}'",
        did_you_mean(written, known) or "add it to sources.yaml",
    )


def unknown_unit(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-unit",
        f"there is no unit '{shortened(written)}'",
        did_you_mean(written, known) or "add it to units.yaml",
    )


def no_place_for_number(key: str, language: str) -> Mistake:
    return Mistake(
        "no-place-for-number",
        f"'{key}' has no {{n}} in {language}",
        "write {n} where the number stands",
    )


def untranslated(key: str, languages: Collection[str]) -> Mistake:
    return Mistake(
        "untranslated",
        f"'{key}' has no words in {one_of(languages, 'and')}",
        "visitors see another language there",
        Severity.WARNING,
    )


def language_not_shown(language: str) -> Mistake:
    return Mistake(
        "language-not-shown",
        f"{language} is not among the languages of exhibit.yaml",
        "add it there or delete these words",
        Severity.WARNING,
    )


# Facts


def no_source(fact: str) -> Mistake:
    return Mistake(
        "no-source", f"the figure '{fact}' has no source", "add 'source' to it or to its panel"
    )


def no_as_of(fact: str) -> Mistake:
    return Mistake(
        "no-as-of", f"the figure '{fact}' has no date", "add 'as_of' to it or to its panel"
    )


def date_expected(written: str, unit: str) -> Mistake:
    return Mistake(
        "date-expected",
        f"'{shortened(written)}' is not a date, but the unit '{unit}' is one",
        "write 2014, 2014-12 or 2014-12-07",
    )


def number_expected(written: str, unit: str | None) -> Mistake:
    needed = "a number is needed" if unit is None else f"the unit '{unit}' needs a number"
    return Mistake(
        "number-expected",
        f"'{shortened(written)}' is a date, but {needed}",
        "write 1195, 1,195 or 4.2 billion",
    )


def part_of_unknown(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "part-of-unknown",
        f"there is no fact '{shortened(written)}' in this panel",
        did_you_mean(written, known),
    )


def part_of_itself(fact: str) -> Mistake:
    return Mistake("part-of-itself", f"the fact '{fact}' would be a part of itself")


def part_of_other_unit(part_unit: str, whole: str, whole_unit: str) -> Mistake:
    return Mistake(
        "part-of-other-unit",
        f"the part counts '{part_unit}', but '{whole}' counts '{whole_unit}'",
        "a part and its whole need the same unit",
    )


def part_larger(written: str, whole: str, whole_written: str) -> Mistake:
    return Mistake("part-larger", f"the part, {written}, is larger than '{whole}', {whole_written}")


def parts_larger(whole: str, whole_written: str, total: str) -> Mistake:
    return Mistake(
        "parts-larger",
        f"the parts of '{whole}' are {total} together, but it is only {whole_written}",
    )


def no_lead() -> Mistake:
    return Mistake(
        "no-lead", "no fact of this panel leads", "add 'lead: true' to the one shown very large"
    )


def second_lead(first: str) -> Mistake:
    return Mistake(
        "second-lead", f"the fact '{first}' leads already", "keep 'lead: true' in one of the two"
    )


# Charts


def too_few_points(series: str, needed: int) -> Mistake:
    plural = "points" if needed > 1 else "point"
    return Mistake("too-few-points", f"the series '{series}' needs at least {needed} {plural}")


def too_many_points(series: str, found: int, limit: int, chart: str) -> Mistake:
    return Mistake(
        "too-many-points",
        f"the series '{series}' has {found} points; a {chart} holds {limit}",
        "leave some out or make two charts",
    )


def second_series(chart: str) -> Mistake:
    return Mistake(
        "second-series", f"a {chart} shows one series", "move its points into the first series"
    )


def no_series_value(series: str, chart: str) -> Mistake:
    return Mistake(
        "no-series-value",
        f"the series '{series}' has no 'value'",
        f"a {chart} shows one value a series",
    )


def not_for_this_chart(key: str, chart: str) -> Mistake:
    return Mistake(
        "not-for-this-chart", f"'{key}' means nothing in a {chart} chart", "delete the line"
    )


def two_origins(series: str) -> Mistake:
    return Mistake(
        "two-origins",
        f"the series '{series}' has both 'points' and 'data'",
        "keep one of the two",
    )


def series_exceed_whole(total: str, whole: str) -> Mistake:
    return Mistake("series-exceed-whole", f"the series are {total} together, but 'of' is {whole}")


def no_name_for_rest(rest: str) -> Mistake:
    return Mistake(
        "no-name-for-rest",
        f"the series leave {rest} of the whole without a name",
        "say in 'rest' what they are",
    )


def nothing_to_divide(written: str) -> Mistake:
    return Mistake(
        "nothing-to-divide", f"{written} can't be divided into parts", "write a number above 0"
    )


def negative_value(written: str, shown_as: str) -> Mistake:
    return Mistake(
        "negative-value", f"{written} can't be shown as {shown_as}", "write a number above 0"
    )


def point_without_date() -> Mistake:
    return Mistake(
        "point-without-date",
        "a point of a line needs a date",
        "add 'at': the date, or the column of dates",
    )


def points_not_ascending(later: str, earlier: str) -> Mistake:
    return Mistake(
        "points-not-ascending",
        f"{later} comes after {earlier}",
        "sort the points by date, each date once",
    )


def break_outside(before: str, first: str, last: str) -> Mistake:
    return Mistake(
        "break-outside",
        f"the break before {before} is outside the line, which goes from {first} to {last}",
    )


def bar_without_label() -> Mistake:
    return Mistake(
        "bar-without-label", "nobody can tell what this bar is", "add 'label', 'zone' or 'at'"
    )


def row_without_name() -> Mistake:
    return Mistake(
        "row-without-name", "nobody can tell what is ranked here", "add 'zone' or 'label'"
    )


def ranked_twice(zone: str) -> Mistake:
    return Mistake("ranked-twice", f"the zone '{zone}' is ranked twice", "keep one of the two")


def unknown_zone_in_ranking(written: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "unknown-zone",
        f"there is no zone '{shortened(written)}'",
        did_you_mean(written, known) or "name it with 'label' instead",
    )


def event_without_date() -> Mistake:
    return Mistake(
        "event-without-date",
        "an event of a timeline needs a date",
        "add 'at': 2024, 2024-06 or 2024-06-16",
    )


def event_without_label() -> Mistake:
    return Mistake(
        "event-without-label", "an event of a timeline needs words", "say in 'label' what happened"
    )


def date_unit_in_chart(unit: str) -> Mistake:
    return Mistake("date-unit-in-chart", f"the unit '{unit}' is a date; a chart needs numbers")


# Stories


def too_many_words(count: int, language: str, limit: int) -> Mistake:
    return Mistake(
        "too-many-words",
        f"{count} words in {language}; a page holds {limit}",
        _counting(language) or "shorten it or make two pages",
    )


def long_paragraph(count: int, language: str, limit: int) -> Mistake:
    return Mistake(
        "long-paragraph",
        f"a paragraph of {count} words in {language}; {limit} are the most",
        _counting(language) or "begin a new paragraph with an empty line",
    )


def html(found: str, language: str) -> Mistake:
    return Mistake(
        "html", f"'{shortened(found)}' is HTML, in {language}", "use Markdown: *slanted*, **bold**"
    )


def no_picture(name: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "no-picture",
        f"there is no picture '{shortened(name)}' in the folder 'pictures'",
        did_you_mean(name, known),
    )


def picture_kind(name: str, kinds: Collection[str]) -> Mistake:
    return Mistake(
        "picture-kind",
        f"'{shortened(name)}' is not a kind of picture we show",
        f"use {one_of(kinds)}",
    )


# Tables


def no_table(name: str, known: Collection[str]) -> Mistake:
    return Mistake(
        "no-table",
        f"there is no table '{shortened(name)}' in the folder 'data'",
        did_you_mean(name, known),
    )


def no_column(name: str, known: Collection[str], table: str) -> Mistake:
    listed = f"the columns are {one_of([shortened(column) for column in known], 'and')}"
    return Mistake(
        "no-column",
        f"there is no column '{shortened(name)}' in {table}",
        did_you_mean(name, known) or listed,
    )


def column_twice(name: str) -> Mistake:
    return Mistake("column-twice", f"the column '{shortened(name)}' stands twice", "rename one")


def no_header() -> Mistake:
    return Mistake("no-header", "the first line should name the columns", "such as: year,teams")


def too_many_rows(limit: int) -> Mistake:
    return Mistake("too-many-rows", f"the table has more than {limit:,} rows")


def row_length(found: int, wanted: int) -> Mistake:
    cells = "cell" if found == 1 else "cells"
    return Mistake(
        "row-length",
        f"the row has {found} {cells}, the header has {wanted}",
        "quote a cell that holds a comma",
    )


def empty_cell(column: str) -> Mistake:
    return Mistake("empty-cell", f"nothing stands in the column '{shortened(column)}'")


def _counting(language: str) -> str:
    return "16 characters count as 10 words" if language.startswith("zh") else ""


def id_used_twice_here(written: str, where: str) -> Mistake:
    return Mistake(
        "duplicate-id", f"the id '{written}' is used twice in '{where}'", "choose another id"
    )
