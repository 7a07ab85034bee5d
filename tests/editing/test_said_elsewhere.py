"""What was changed is told wherever else it is still said, in every language's way of writing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.changed_values import changed_values
from kiosk.exhibit.editing.date_writing import date_like, places_of_date
from kiosk.exhibit.editing.edits import Edit, Move, SetText
from kiosk.exhibit.editing.number_writing import places_of, written_like
from kiosk.exhibit.editing.picture_words import confirmed_again, no_longer_confirmed
from kiosk.exhibit.editing.said_elsewhere import SaidElsewhere, rewritten, said_elsewhere
from kiosk.exhibit.editing.unit_beside import unit_beside
from kiosk.exhibit.model.values import WrittenDate
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.workshop.editing.place_words import sentence_of
from tests.editing.folders import copied, opened, written

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edited_folder import EditedFolder
    from kiosk.text.yaml_source import Location, Node


def roots_of(folder: EditedFolder) -> dict[str, Node]:
    return {name: folder.yaml(name).document.root for name in folder.draft().yaml_files()}


def told(folder: EditedFolder, *edits: Edit) -> list[SaidElsewhere]:
    """What is told of these edits."""
    before = roots_of(folder)
    folder.apply("", edits)
    after = roots_of(folder)
    return [
        place
        for changed in changed_values(before, after)
        for place in said_elsewhere(after, changed)
    ]


def place_of(folder: EditedFolder, file: str, panel: str, fact: str) -> Location:
    panels = folder.yaml(file).document.root.plain()["panels"]
    at = [each["id"] for each in panels].index(panel)
    inside = [each["id"] for each in panels[at]["facts"]].index(fact)
    return ("panels", at, "facts", inside, "value")


@pytest.mark.parametrize(
    ("words", "language", "number", "written"),
    [
        ("Of 1,195 teams, 691 came.", "en", "1195", "1,195"),
        ("De 1195 equipas", "pt", "1195", "1195"),
        ("De 75 000 equipas", "pt", "75000", "75 000"),
        ("1.195 equipas", "pt", "1195", "1.195"),
        ("共１１９５支", "zh-Hans", "1195", "１１９５"),
        ("約一千支團隊", "zh-Hant", "1000", "一千"),
        ("285 million yuan", "en", "285000000", "285 million"),
        ("2.85億元", "zh-Hant", "285000000", "2.85億"),
        ("2,85 mil milhões", "pt", "2850000000", "2,85 mil milhões"),
    ],
)
def test_a_number_is_found_in_every_way_of_writing(
    words: str, language: str, number: str, written: str
) -> None:
    found = [each.written for each in places_of(Decimal(number), words, language)]
    assert found == [written]


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("It opened on 30 June 2024.", "en", "30"),
        ("2024年6月30日啟用", "zh-Hant", "30"),
        ("abriu a 30 de junho", "pt", "30"),
        ("21,195 teams", "en", "1195"),
    ],
)
def test_a_day_and_a_part_of_a_number_are_none(words: str, language: str, number: str) -> None:
    assert list(places_of(Decimal(number), words, language)) == []


@pytest.mark.parametrize(
    ("written", "before", "now", "language", "instead"),
    [
        ("796", "796", "896", "en", "896"),
        ("796", "796", "1896", "en", "1,896"),
        ("796", "796", "1896", "pt", "1896"),
        ("796", "796", "21896", "pt", "21\u00a0896"),
        ("1195", "1195", "2195", "en", "2195"),
        ("1.195", "1195", "2195", "pt", "2.195"),
        ("１１９５", "1195", "2195", "zh-Hans", "２１９５"),
        ("285 million", "285000000", "300000000", "en", "300 million"),
        ("2.85億", "285000000", "300000000", "zh-Hant", "3億"),
        ("2,85 mil milhões", "2850000000", "3100000000", "pt", "3,1 mil milhões"),
        # One million is another word than two.
        ("2 milhões", "2000000", "1000000", "pt", ""),
        ("14,92", "14.92", "120.5", "pt", "120,5"),
        ("一千", "1000", "2000", "zh-Hant", ""),
    ],
)
def test_the_new_number_is_written_as_the_old_one_was(
    written: str, before: str, now: str, language: str, instead: str
) -> None:
    assert written_like(written, Decimal(before), Decimal(now), language) == instead


def test_an_old_figure_in_a_tour_is_told_in_four_languages_and_written_anew_at_once(
    tmp_path: Path,
) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/hengqin.yaml"
    panels = folder.yaml(file).document.root.plain()["panels"]
    panel, fact = next(
        (panel["id"], each["id"])
        for panel in panels
        if panel["kind"] == "facts"
        for each in panel["facts"]
        if each["value"] == "796"
    )
    found = told(folder, SetText(file, place_of(folder, file, panel, fact), "896"))
    in_tour = [each for each in found if each.file == "tours/officials.yaml"]
    assert {each.language for each in in_tour} == {"en", "zh-Hant", "zh-Hans", "pt"}
    assert {each.instead for each in in_tour} == {"896"}

    before = {each.file: folder.content(each.file) for each in found}
    folder.apply("", rewritten(roots_of(folder), found))
    assert b"796" not in (folder.content("tours/officials.yaml") or b"")
    folder.undo()
    assert {name: folder.content(name) for name in before} == before


def test_a_small_figure_is_told_where_its_unit_stands_beside_it(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/zhuhai.yaml"
    facts = folder.yaml(file).document.root.plain()["panels"][0]["facts"]
    at = next(number for number, each in enumerate(facts) if each["value"] == "55")
    found = told(folder, SetText(file, ("panels", 0, "facts", at, "value"), "57"))
    tours = ("tours/officials.yaml", "tours/ten-minutes.yaml")
    said = {(each.file, each.language, each.instead) for each in found if each.file in tours}
    assert said == {
        (tour, tag, "57") for tour in tours for tag in ("en", "zh-Hant", "zh-Hans", "pt")
    }


def test_a_small_figure_of_another_unit_is_none_of_it(tmp_path: Path) -> None:
    units = roots_of(opened(copied(tmp_path)))
    beside = unit_beside(units, "kilometres", "pt")
    assert beside is not None
    assert beside.match(" quilómetros e abriu")
    assert beside.match(" km.")
    assert not beside.match(" quilómetros quadrados")
    assert not beside.match(" km²")


def test_what_has_no_number_any_more_in_another_place_is_not_told(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/qianhai.yaml"
    found = told(folder, SetText(file, place_of(folder, file, "teams", "all"), "1295"))
    assert ("panels", 2, "of") in [each.location for each in found]
    assert {each.file for each in found} <= {file, "tours/officials.yaml", "tours/ten-minutes.yaml"}
    growth = [each.instead for each in found if each.location[1:4] == (3, "headline", "pt")]
    assert growth == ["1295"]


def test_a_new_name_of_a_place_is_told_in_its_own_language(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    found = told(folder, SetText("zones/qianhai.yaml", ("name", "zh-Hans"), "新前海"))
    assert found
    assert {each.language for each in found} == {"zh-Hans"}
    assert {each.written for each in found} == {"前海"}
    assert any(each.file.startswith("tours/") for each in found)


@pytest.mark.parametrize(("tag", "new"), [("en", "Qianhai Bay"), ("zh-Hans", "新前海")])
def test_a_name_within_the_new_one_is_written_once_and_told_no_more(
    tmp_path: Path, tag: str, new: str
) -> None:
    folder = opened(copied(tmp_path))
    before = roots_of(folder)
    folder.apply("", [SetText("zones/qianhai.yaml", ("name", tag), new)])
    (changed,) = changed_values(before, roots_of(folder))
    found = said_elsewhere(roots_of(folder), changed)
    assert found
    folder.apply("", rewritten(roots_of(folder), found))
    assert said_elsewhere(roots_of(folder), changed) == ()


def test_a_date_is_found_as_each_language_says_it(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/qianhai.yaml"
    where = place_of(folder, file, "zone", "hub-opened")
    texts = ("introduction",)
    said = {
        "en": "Opened on 7 December 2014.",
        "zh-Hant": "2014年12月7日啟用。",
        "pt": "Abriu a 7 de dezembro de 2014.",
    }
    folder.apply("", [SetText(file, (*texts, tag), words) for tag, words in said.items()])
    found = told(folder, SetText(file, where, "2015-01-08"))
    assert [each.instead for each in found if each.location[0] == "introduction"] == [
        "8 January 2015",
        "2015年1月8日",
        "8 de janeiro de 2015",
    ]


@pytest.mark.parametrize(
    ("words", "language", "before", "now", "written", "instead"),
    [
        ("By April 2024 it grew.", "en", "2024-04", "2024-10", "April 2024", "October 2024"),
        ("(Apr. 2024)", "en", "2024-04", "2024-10", "Apr. 2024", "Oct. 2024"),
        ("On April 7, 2024.", "en", "2024-04-07", "2024-10-08", "April 7, 2024", "October 8, 2024"),
        ("Até abril de 2024", "pt", "2024-04", "2024-10", "abril de 2024", "outubro de 2024"),
        ("Abril de 2024 foi", "pt", "2024-04", "2024-10", "Abril de 2024", "Outubro de 2024"),
        ("截至２０２４年４月", "zh-Hans", "2024-04", "2024-10", "２０２４年４月", "2024年10月"),
        ("二〇二四年四月起", "zh-Hant", "2024-04", "2024-12", "二〇二四年四月", "二〇二四年十二月"),
        ("2024-04", "zh-Hans", "2024-04", "2024-10", "2024-04", "2024-10"),
        ("It grew in 2024.", "en", "2024", "2025", "2024", "2025"),
        ("Cresceu em 2024.", "pt", "2024", "2025", "2024", "2025"),
        ("2024年有", "zh-Hant", "2024", "2025", "2024年", "2025年"),
    ],
)
def test_a_date_is_found_in_every_form_and_the_new_one_written_in_it(
    words: str, language: str, before: str, now: str, written: str, instead: str
) -> None:
    (found,) = places_of_date(WrittenDate.parse(before), words, language)
    assert found.written == written
    assert date_like(found, WrittenDate.parse(now), language) == instead


@pytest.mark.parametrize(
    ("words", "language", "date"),
    [
        ("On 7 April 2024.", "en", "2024-04"),
        ("Em 7 de abril de 2024", "pt", "2024-04"),
        ("2024年4月7日", "zh-Hans", "2024-04"),
        ("2024年4月", "zh-Hans", "2024"),
        ("In April 2024, and on May 3, 2024.", "en", "2024"),
        ("em abril de 2024", "pt", "2024"),
        ("2024-04-07", "en", "2024-04"),
        ("in 12024 cases, or 2024.5", "en", "2024"),
    ],
)
def test_a_part_of_a_date_is_no_date_of_its_own(words: str, language: str, date: str) -> None:
    assert list(places_of_date(WrittenDate.parse(date), words, language)) == []


def test_the_date_of_figures_leads_to_the_notes_of_a_tour_in_four_languages(
    tmp_path: Path,
) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/hengqin.yaml"
    found = told(folder, SetText(file, ("panels", 0, "as_of"), "2024-10"))
    said = {each.language: each.instead for each in found if each.file == "tours/officials.yaml"}
    assert said == {
        "en": "October 2024",
        "zh-Hant": "2024年10月",
        "zh-Hans": "2024年10月",
        "pt": "outubro de 2024",
    }
    # April 2024 of another place is no date of these figures.
    assert {each.file for each in found} <= {file, "tours/officials.yaml", "tours/ten-minutes.yaml"}


def test_a_date_of_what_happened_is_shown_whole_and_never_written_by_a_button(
    tmp_path: Path,
) -> None:
    folder = opened(copied(tmp_path))
    file = "zones/hengqin.yaml"
    said = {
        "en": "Big. It was founded in April 2024 (Apr. 2019 plan). By April 2024 it grew.",
        "zh-Hant": "2024年4月，大學成立。截至2024年4月，有十人。",
        "pt": "Em abril de 2024 foi fundada. Até abril de 2024 cresceu.",
    }
    folder.apply("", [SetText(file, ("introduction", tag), words) for tag, words in said.items()])
    found = told(folder, SetText(file, ("panels", 0, "as_of"), "2024-10"))
    own = [each for each in found if each.location[0] == "introduction"]
    assert [each.instead for each in own] == [
        "",
        "October 2024",
        "",
        "2024年10月",
        "",
        "outubro de 2024",
    ]
    assert [sentence_of(each.words, each.begin, len(each.written)) for each in own[::2]] == [
        "It was founded in April 2024 (Apr. 2019 plan).",
        "2024年4月，大學成立。",
        "Em abril de 2024 foi fundada.",
    ]


def test_another_picture_asks_about_what_was_said_of_the_one_before(tmp_path: Path) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    texts = read_translations(root).texts
    said = next(
        each
        for each in texts
        if each.file == "zones/qianhai.yaml" and each.location[-1] == "alternative"
    )
    named, file = (*said.location[:-1], "file"), said.file
    edits: list[Edit] = [SetText(file, named, "another.svg")]
    more = no_longer_confirmed(folder.draft(), roots_of(folder), texts, edits)
    before = roots_of(folder)
    folder.apply("Choose", [*edits, *more])
    (changed,) = changed_values(before, roots_of(folder))
    asked = said_elsewhere(roots_of(folder), changed)
    of_it = [each for each in asked if each.location[:-1] == said.location]
    assert {each.language for each in of_it} == {"en", "zh-Hant", "zh-Hans", "pt"}

    # What is written anew is asked about no more; the other languages are older meanwhile.
    folder.apply("Write", [SetText(file, (*said.location, "en"), "Somebody at a desk.")])
    left = said_elsewhere(roots_of(folder), changed)
    assert {each.language for each in left if each.location[:-1] == said.location} == {
        "zh-Hant",
        "zh-Hans",
        "pt",
    }
    written(folder)
    now = next(each for each in read_translations(root).texts if each.address == said.address)
    assert set(now.states.values()) == {State.OLDER}

    # Whoever says that they are right has confirmed them again.
    folder.apply("Right", confirmed_again(folder.draft(), [now], file, named))
    written(folder)
    now = next(each for each in read_translations(root).texts if each.address == said.address)
    assert set(now.states.values()) == {State.CURRENT}


def test_what_was_moved_is_no_change(tmp_path: Path) -> None:
    folder = opened(copied(tmp_path))
    assert told(folder, Move("zones/qianhai.yaml", ("panels", 0), 3)) == []
