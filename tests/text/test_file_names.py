"""café.jpg is one name, however the system that wrote it has composed its letters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.workshop.check.whole_check import whole_check

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
WAYS: list[tuple[Form, Form]] = [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD"), ("NFC", "NFC")]
PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"
TOUR = """\
id: talk
title: {{en: Talk, zh-Hant: 講, zh-Hans: 讲, pt: Visita}}
steps:
- id: one
  notes: {{en: Here}}
  duration: "1:00"
  picture:
    file: {file}
    alternative:
      {{en: A coil of steel, zh-Hant: 工廠裏的鋼卷, zh-Hans: 工厂里的钢卷, pt: Uma bobina de aço}}
"""


def said(content: Content) -> list[str]:
    """What the check says."""
    return [str(each) for each in whole_check(content.folder, read_exhibit(content.folder))]


@pytest.mark.parametrize(("written", "stored"), WAYS)
def test_a_picture_is_found_and_opened(written: Form, stored: Form, content: Content) -> None:
    name = unicodedata.normalize(stored, "café.svg")
    (content.folder / "pictures" / "steel.svg").unlink()
    content.write(f"pictures/{name}", PICTURE)
    content.change("zones/shenzhen.yaml", "steel.svg", unicodedata.normalize(written, "café.svg"))
    content.write("tours/talk.yaml", TOUR.format(file=unicodedata.normalize(written, "café.svg")))

    exhibit = read_exhibit(content.folder).exhibit

    assert said(content) == []
    assert exhibit is not None
    (story,) = (zone.panels[0] for zone in exhibit.zones if zone.id == "shenzhen")
    assert story.kind == "story"
    (step,) = exhibit.tours[0].steps
    for picture in (story.pages[0].picture, step.picture):
        assert picture is not None
        assert (exhibit.folder / "pictures" / picture.file).is_file()


@pytest.mark.parametrize(("written", "stored"), WAYS)
def test_a_table_is_found(written: Form, stored: Form, content: Content) -> None:
    teams = content.folder / "data" / "teams.csv"
    teams.rename(teams.with_name(unicodedata.normalize(stored, "équipes.csv")))
    content.change(
        "zones/qianhai.yaml",
        "file: teams.csv",
        f"file: {unicodedata.normalize(written, 'équipes.csv')}",
    )

    assert said(content) == []


@pytest.mark.parametrize(("written", "stored"), WAYS)
def test_a_map_is_found(written: Form, stored: Form, content: Content) -> None:
    bay = content.folder / "map" / "bay.svg"
    bay.rename(bay.with_name(unicodedata.normalize(stored, "baía.svg")))
    content.change("exhibit.yaml", "bay.svg", unicodedata.normalize(written, "baía.svg"))

    exhibit = read_exhibit(content.folder).exhibit

    assert said(content) == []
    assert exhibit is not None
    assert exhibit.map_file.is_file()


def test_of_two_files_the_very_name_is_meant(content: Content) -> None:
    for form in FORMS:
        content.write(f"pictures/{unicodedata.normalize(form, 'café.svg')}", PICTURE)
    for form in FORMS:
        name = unicodedata.normalize(form, "café.svg")
        content.write("tours/talk.yaml", TOUR.format(file=name))
        exhibit = read_exhibit(content.folder).exhibit
        assert exhibit is not None
        picture = exhibit.tours[0].steps[0].picture
        assert picture is not None
        assert picture.file == name
