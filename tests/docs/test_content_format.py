"""The curators' reference names every key that the program reads, and its examples are sound."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model import (
    data_layer,
    events,
    film,
    inset,
    map_approval,
    map_groups,
    notice,
    people,
    picture_panels,
    points,
    spoken_word,
    term,
    tour,
    wording,
)
from kiosk.exhibit.model import exhibit as model
from kiosk.exhibit.model import parts as model_parts
from kiosk.exhibit.model.link import Link
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules import chart_rules, story_rules, term_rules, tour_rules
from kiosk.exhibit.rules.map_rules import check_exhibit
from kiosk.exhibit.tables import sheet_cells, spreadsheet_files, tables
from kiosk.exhibit.translating.glossary import GlossaryEntry
from kiosk.geography import svg_tree
from kiosk.geography.drawing import read_drawing
from kiosk.text import folder, messages, yaml_source
from kiosk.text import multilingual as text
from tests.docs.guide import Guide
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

PAGE = Guide.read("docs/content-format.md")

SECTIONS: dict[str, type[BaseModel]] = {
    "exhibit.yaml": model.ExhibitFile,
    "map_groups": map_groups.MapGroups,
    "credits": wording.ExhibitCredits,
    "kinds": wording.KindsOfPlaces,
    "A kind": wording.KindNames,
    "wording": wording.MapWording,
    "map_approval": map_approval.MapApproval,
    "spoken": spoken_word.SpokenWord,
    "notices": notice.Notice,
    "sources.yaml": model.Source,
    "units.yaml": model.Unit,
    "terms.yaml": term.Term,
    "glossary.yaml": GlossaryEntry,
    "zones/NAME.yaml: a place": model.Zone,
    "map": model.MapElements,
    "inset": inset.Inset,
    "A label of an inset": inset.InsetLabel,
    "A panel of facts": model.FactsPanel,
    "A fact": model.Fact,
    "A chart": model.ChartPanel,
    "A series": model.Series,
    "A point": points.Point,
    "data": points.Columns,
    "A break": points.Break,
    "A story": model.StoryPanel,
    "A page": model.StoryPage,
    "People": people.PeoplePanel,
    "A person": people.Person,
    "A quote": people.QuotePanel,
    "Events": events.EventsPanel,
    "An event": events.Event,
    "A link": Link,
    "A film": film.Film,
    "A recording": film.Recording,
    "A picture": model_parts.Picture,
    "A gallery": picture_panels.GalleryPanel,
    "A comparison": picture_panels.ComparisonPanel,
    "A compared picture": picture_panels.ComparedPicture,
    "layers/NAME.yaml: a data layer": data_layer.DataLayer,
    "A value": data_layer.ZoneValue,
    "tours/NAME.yaml: a talk": tour.Tour,
    "A step": tour.TourStep,
}
NOT_WRITTEN = {model_parts.Model, model.Exhibit}
KEYED = {("id", "sources.yaml"), ("id", "units.yaml"), ("id", "terms.yaml")}
"""What the program takes from the key above."""


def test_every_model_has_a_section() -> None:
    models = {
        found
        for found in (
            each
            for module in (model, inset, data_layer, events, people, picture_panels, points, tour)
            for each in vars(module).values()
        )
        if isinstance(found, type) and issubclass(found, model_parts.Model)
    }

    assert (models | {GlossaryEntry, wording.KindNames}) - NOT_WRITTEN == set(SECTIONS.values())


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_section_lists_exactly_the_keys_of_its_model(heading: str) -> None:
    fields = SECTIONS[heading].model_fields
    keys = [field.alias or name for name, field in fields.items()]

    assert sorted(row[0] for row in _key_rows(heading)) == sorted(keys)


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_section_says_which_keys_are_needed(heading: str) -> None:
    fields = SECTIONS[heading].model_fields
    needed = {
        field.alias or name
        for name, field in fields.items()
        if field.is_required() and (name, heading) not in KEYED
    }

    assert {row[0] for row in _key_rows(heading) if row[1] == "needed"} == needed


def test_the_examples_make_a_folder_without_fault(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content" / "pictures", tmp_path / "pictures")
    for block in PAGE.blocks:
        if name := re.fullmatch(r"`([\w./-]+)`:", block.above):
            (tmp_path / name[1]).parent.mkdir(exist_ok=True)
            (tmp_path / name[1]).write_text(block.text, encoding="utf-8")

    reading = read_exhibit(tmp_path)

    assert [str(message) for message in reading.messages] == []
    assert reading.exhibit is not None
    assert [zone.id for zone in reading.exhibit.zones] == ["qianhai", "shenzhen"]
    drawing = read_drawing(reading.exhibit.map_file)
    assert check_exhibit(reading.zone_files, frozenset(drawing.shapes)) == ()


def test_the_limits_are_those_of_the_program() -> None:
    _, _, *rows = PAGE.section("Limits").rows
    limits = {what: limit.split()[0].rstrip(";") for what, limit in rows}

    assert limits == {
        "a file": f"{folder.FILE_LIMIT_BYTES // 2**20}",
        "all texts together": f"{folder.TEXTS_LIMIT_BYTES // 2**20}",
        "a map": f"{svg_tree.MAX_BYTES // 2**20}",
        "files in a folder": f"{folder.ENTRIES_LIMIT:,}",
        "levels inside each other": f"{yaml_source.DEPTH_LIMIT}",
        "repetitions with `*`": f"{yaml_source.ALIAS_LIMIT}",
        "entries in a file": f"{yaml_source.EVENT_LIMIT:,}",
        "mistakes in a file": f"{yaml_source.MESSAGES_LIMIT}",
        "terms": f"{term.MOST_TERMS}",
        "an explanation": f"{term_rules.CARD_WORDS}",
        "a text": f"{text.LONGEST_TEXT:,}",
        "values of a data layer": f"{data_layer.MOST_VALUES:,}",
        "bars of a chart": f"{chart_rules.MOST_BARS}",
        "points of a line": f"{chart_rules.MOST_POINTS}",
        "rows of a table in which something stands": f"{tables.ROW_LIMIT:,}",
        "columns of a table": f"{tables.COLUMN_LIMIT}",
        "mistakes in a table": f"{tables.MESSAGES_LIMIT}",
        "a message of the check": f"{messages.MESSAGE_LIMIT}",
        "a spreadsheet": f"{spreadsheet_files.SPREADSHEET_LIMIT_BYTES // 2**20}",
        "cells of a spreadsheet": f"{sheet_cells.CELL_LIMIT:,}",
    }
    assert PAGE.section("Limits").says(
        f"in `zones/`, `layers/` and `tours/` {folder.FILES_LIMIT:,} |"
    )


def test_the_words_of_a_page_are_counted_as_the_program_does() -> None:
    page = PAGE.section("A page")

    assert page.says(f"at most {story_rules.PAGE_WORDS} words")
    assert page.says(f"at most {story_rules.PARAGRAPH_WORDS} in a paragraph")
    assert page.says(f"{story_rules.CHARACTERS_A_WORD} Chinese characters")


def test_the_limits_of_a_tour_are_those_of_the_program() -> None:
    assert PAGE.section("tours/NAME.yaml: a talk").says(f"1 to {tour.STEPS_LIMIT} steps")
    assert PAGE.section("A step").says(f"at most {tour_rules.STATEMENT_WORDS} words")


def _key_rows(heading: str) -> list[list[str]]:
    """The rows of a section that begin with a key."""
    rows = PAGE.section(heading).rows
    return [[row[0].strip("`"), *row[1:]] for row in rows if re.fullmatch(r"`[\w-]+`", row[0])]
