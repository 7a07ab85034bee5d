"""What the exhibit makes of a field is traced back to that one; its own words to none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.languages.words import read_words
from kiosk.shipped import shipped
from kiosk.text.folder import ContentFolder
from kiosk.text.yaml_source import parse_document
from kiosk.workshop.editing.said_words import FilePart, Owner, SaidWords

if TYPE_CHECKING:
    from kiosk.text.yaml_source import Location
    from tests.exhibit.sound_content import Content

QIANHAI = "zones/qianhai.yaml"
SOURCES = "sources.yaml"
SOURCE = "peoples-daily-2024-06-16"


def found(content: Content, language: str, drawn: str) -> list[Owner]:
    folder = ContentFolder.at(content.folder)
    names = ("exhibit.yaml", SOURCES, "units.yaml", QIANHAI, "zones/shenzhen.yaml")
    roots = {name: parse_document(folder.text(name), name).root for name in names}
    shenzhen = FilePart("zones/shenzhen.yaml", ("name",), is_name=True)
    parts = (
        FilePart(SOURCES),
        FilePart(QIANHAI, ("panels", 0)),
        FilePart(QIANHAI),
        shenzhen,
    )
    return SaidWords(roots, language, read_words(shipped("assets") / "words")).owners(drawn, parts)


@pytest.mark.parametrize(
    ("language", "drawn", "file", "location"),
    [
        ("en", "Figures as of June 2024", QIANHAI, ("panels", 0, "as_of")),
        ("zh-Hant", "數據截至2024年6月", QIANHAI, ("panels", 0, "as_of")),
        ("pt", "Dados de junho de 2024", QIANHAI, ("panels", 0, "as_of")),
        ("en", "People’s Daily, 16 June 2024", SOURCES, (SOURCE, "publisher")),
        ("en", "People’s Daily; figures as of June 2024", SOURCES, (SOURCE, "publisher")),
        ("en", "1,195", QIANHAI, ("panels", 0, "facts", 0, "value")),
        # It ends as "2,000th" would, and another one as "4%".
        ("en", "691 from Hong Konth", QIANHAI, ("panels", 0, "facts", 1, "value")),
        ("en", "691%", QIANHAI, ("panels", 0, "facts", 1, "value")),
        ("en", "691 from Hong Kong", QIANHAI, ("panels", 0, "facts", 1, "label")),
        ("zh-Hant", "創新區", QIANHAI, ("kind",)),
        ("en", "Shenzhen", "zones/shenzhen.yaml", ("name",)),
    ],
)
def test_what_is_made_of_a_field_leads_to_it(
    content: Content, language: str, drawn: str, file: str, location: Location
) -> None:
    assert found(content, language, drawn)[0] == Owner(file, location)


@pytest.mark.parametrize(
    "drawn",
    [
        "2 of 4",
        "About this source",
        "3 sources",
        "504",
        "Scan the code with a phone",
        "Shenzhen Bay",
    ],
)
def test_what_no_field_says_leads_to_none(content: Content, drawn: str) -> None:
    assert found(content, "en", drawn) == []
