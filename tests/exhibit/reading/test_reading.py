"""What is sound is shown: a mistake takes as little with it as it can."""

from __future__ import annotations

import gc
import os
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.exhibit import ChartPanel, FactsPanel, StoryPanel
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit, Zone
    from tests.exhibit.sound_content import Content

QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"


def exhibit_of(content: Content) -> Exhibit:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return exhibit


def zone_of(content: Content, zone_id: str) -> Zone:
    zone = exhibit_of(content).zone(zone_id)
    assert zone is not None
    return zone


def facts_of(content: Content) -> list[str]:
    panel = zone_of(content, "qianhai").panel("teams")
    assert isinstance(panel, FactsPanel)
    return [fact.id for fact in panel.facts]


def panels_of(content: Content) -> list[str]:
    return [panel.id for panel in zone_of(content, "qianhai").panels]


def story_of(content: Content) -> StoryPanel:
    panel = zone_of(content, "shenzhen").panel("steel")
    assert isinstance(panel, StoryPanel)
    return panel


def test_sound_content_has_no_problems(content: Content) -> None:
    reading = read_exhibit(content.folder)

    assert reading.messages == ()
    assert reading.exhibit is not None
    assert [zone.id for zone in reading.exhibit.zones] == ["qianhai", "shenzhen"]
    assert reading.exhibit.map_file == content.folder / "map" / "bay.svg"


def test_a_table_becomes_the_points_of_its_series(content: Content) -> None:
    panel = zone_of(content, "qianhai").panel("growth")

    assert isinstance(panel, ChartPanel)
    assert [(point.at, point.value and point.value.number) for point in panel.series[0].points] == [
        (WrittenDate(2018), Decimal(348)),
        (WrittenDate(2022), Decimal(601)),
        (WrittenDate(2024), Decimal(1195)),
    ]


def test_zones_stand_in_the_order_that_the_exhibit_lists(content: Content) -> None:
    content.change("exhibit.yaml", "map:", "zones: [shenzhen, qianhai]\nmap:")

    assert [zone.id for zone in exhibit_of(content).zones] == ["shenzhen", "qianhai"]


def test_a_zone_that_cannot_be_read_leaves_the_others(content: Content) -> None:
    content.change(QIANHAI, "id: qianhai", "id: [qianhai")

    assert [zone.id for zone in exhibit_of(content).zones] == ["shenzhen"]


def test_a_broken_fact_leaves_the_others(content: Content) -> None:
    content.change(QIANHAI, "bound: more-than", "bound: more-then")

    assert facts_of(content) == ["all", "hong-kong"]


def test_a_misspelt_key_takes_its_fact_along_because_the_figure_may_need_it(
    content: Content,
) -> None:
    content.change(QIANHAI, "bound: more-than", "buond: more-than")

    assert facts_of(content) == ["all", "hong-kong"]


def test_a_part_goes_with_its_whole_and_another_fact_leads(content: Content) -> None:
    content.change(QIANHAI, "value: 1195", "value: many")

    assert facts_of(content) == ["raised"]
    panel = zone_of(content, "qianhai").panel("teams")
    assert isinstance(panel, FactsPanel)
    assert panel.facts[0].lead


def test_of_two_leading_facts_the_first_leads(content: Content) -> None:
    content.change(QIANHAI, "    part_of: all", "    part_of: all\n    lead: true")

    panel = zone_of(content, "qianhai").panel("teams")
    assert isinstance(panel, FactsPanel)
    assert [fact.lead for fact in panel.facts] == [True, False, False]


def test_a_figure_with_an_unknown_source_is_not_shown(content: Content) -> None:
    content.change(QIANHAI, "    value: 691", "    value: 691\n    source: nobody")

    assert facts_of(content) == ["all", "raised"]


def test_a_figure_of_a_source_that_is_broken_is_not_shown_and_reported_once(
    content: Content,
) -> None:
    content.change("sources.yaml", "  date: 2024-06-16", "  date: June")

    assert content.messages() == [
        "sources.yaml:4:9: 'June' is not a date (write 2024, 2024-06 or 2024-06-16)"
    ]
    assert exhibit_of(content).zones == ()


def test_a_broken_chart_leaves_the_other_panels(content: Content) -> None:
    content.change(QIANHAI, "file: teams.csv", "file: nowhere.csv")

    assert panels_of(content) == ["teams", "six-in-ten"]


def test_a_misspelt_break_takes_the_chart_along(content: Content) -> None:
    content.change(QIANHAI, "  breaks:", "  brakes:")

    assert panels_of(content) == ["teams", "six-in-ten"]


def test_a_missing_picture_leaves_its_page(content: Content) -> None:
    (content.folder / "pictures/steel.svg").unlink()

    assert [page.picture for page in story_of(content).pages] == [None, None]


def test_a_page_with_too_many_words_leaves_the_others(content: Content) -> None:
    content.change(SHENZHEN, "en: More of it.", f"en: {'word ' * 71}".strip())

    assert [page.heading.words_in("en") for page in story_of(content).pages] == ["One"]


def test_a_text_with_a_broken_language_is_said_in_another(content: Content) -> None:
    content.change(QIANHAI, "zh-Hans: 前海,", "zh-Hans: [前海],")

    assert zone_of(content, "qianhai").name.said_in("zh-Hans") == ("前海", "zh-Hant")


def test_a_broken_label_side_leaves_the_zone_on_the_map(content: Content) -> None:
    content.change(QIANHAI, "label_at: left", "label_at: middle")

    landmark = zone_of(content, "qianhai").landmark
    assert landmark is not None
    assert (landmark.marker, landmark.label_at) == ("qianhai", "right")


def test_of_two_zones_with_one_id_the_first_file_is_shown(content: Content) -> None:
    content.change(SHENZHEN, "id: shenzhen", "id: qianhai")

    assert [zone.kind for zone in exhibit_of(content).zones] == ["innovation-zone"]


def test_all_mistakes_of_all_files_come_at_once_in_order(content: Content) -> None:
    content.change("exhibit.yaml", "map: bay.svg", "map: sea.svg")
    content.change(SHENZHEN, "kind: city", "kind: town")
    content.change(QIANHAI, "unit: yuan", "unit: euro")
    content.change(QIANHAI, "value: 691", "value: 6x")

    messages = read_exhibit(content.folder).messages

    assert [(message.file, message.line, message.rule) for message in messages] == [
        ("exhibit.yaml", 5, "no-map"),
        (QIANHAI, 20, "bad-figure"),
        (QIANHAI, 26, "unknown-unit"),
        (SHENZHEN, 2, "bad-choice"),
    ]


def test_a_file_without_the_right_ending_is_only_a_warning(content: Content) -> None:
    content.write("zones/notes.txt", "id: macao\n")

    assert content.messages() == [
        "zones/notes.txt:1:1: this file is not read"
        " (let its name end in .yaml, or move it elsewhere)"
    ]


def test_hidden_files_of_editors_are_passed_over(content: Content) -> None:
    content.write("zones/.qianhai.yaml.swp", b"\0")
    content.write("zones/~lock.yaml", b"\0")

    assert content.messages() == []


def test_a_folder_without_zones_says_so(content: Content) -> None:
    (content.folder / QIANHAI).unlink()
    (content.folder / SHENZHEN).unlink()

    assert content.messages() == [
        "zones:1:1: there is no zone in this folder (each zone is a file such as hetao.yaml)"
    ]


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    reading = read_exhibit(tmp_path)

    assert reading.exhibit is None
    assert [str(message) for message in reading.messages] == [
        "exhibit.yaml:1:1: exhibit.yaml is not there",
        "sources.yaml:1:1: sources.yaml is not there",
        "units.yaml:1:1: units.yaml is not there",
        "zones:1:1: there is no zone in this folder (each zone is a file such as hetao.yaml)",
    ]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    reading = read_exhibit(tmp_path / "nowhere")

    assert reading.exhibit is None
    assert [message.rule for message in reading.messages] == ["no-folder"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    content: Content, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.yaml"
    (content.folder / QIANHAI).rename(outside)
    (content.folder / QIANHAI).symlink_to(outside)

    assert content.messages() == [
        "zones/qianhai.yaml:1:1: this is a link that leads out of the content folder"
        " (put a copy of the file itself here)"
    ]


def test_a_link_inside_the_folder_is_followed(content: Content) -> None:
    (content.folder / "draft.yaml").write_bytes((content.folder / QIANHAI).read_bytes())
    (content.folder / QIANHAI).unlink()
    (content.folder / QIANHAI).symlink_to(content.folder / "draft.yaml")

    assert content.messages() == []


def test_a_folder_in_place_of_a_file_is_a_problem(content: Content) -> None:
    (content.folder / "zones/hetao.yaml").mkdir()

    assert content.messages() == [
        "zones/hetao.yaml:1:1: this is a folder, not a plain file"
        " (put a copy of the file itself here)"
    ]


def test_a_file_that_must_not_be_read_is_a_problem(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if path.name == "qianhai.yaml":
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)

    assert content.messages() == [
        "zones/qianhai.yaml:1:1: the file can't be opened: permission denied"
    ]


@pytest.mark.parametrize("enabled", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(content: Content, enabled: bool) -> None:
    was_enabled = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        read_exhibit(content.folder)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()
