"""No mistake hides another of the same file: what two make together is what each makes alone."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.text.messages import Severity
from kiosk.workshop.check.whole_check import whole_check

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

LAYER = """\
id: people
title: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}
unit: teams
source: peoples-daily-2024-06-16
as_of: 2024
caveat: {en: Roughly, zh-Hant: 大約, zh-Hans: 大约, pt: Quase}
points:
- {zone: qianhai, value: 3}
- {zone: shenzhen, value: 7}
"""
TOUR = """\
id: talk
title: {en: Talk, zh-Hant: 講, zh-Hans: 讲, pt: Visita}
steps:
- {id: one, place: qianhai/teams, highlight: [qianhai], notes: {en: Here}, duration: "1:00"}
- {id: two, place: shenzhen/steel/2, view: [qianhai], notes: {en: There}, duration: "2:00"}
"""
SPOILT: dict[str, dict[str, tuple[str, str]]] = {
    "zones/qianhai.yaml": {
        "kind of place": ("kind: innovation-zone", "kind: town"),
        "language": ("introduction: {en: A zone", "introduction: {english: A zone"),
        "marker": ("marker: qianhai", "marker: qianhia"),
        "place that it is in": ("in: [shenzhen]", "in: [shenzen]"),
        "source of a panel": ("source: peoples-daily-2024-06-16", "source: peoples-daily"),
        "kind of panel": ("kind: facts", "kind: figures"),
        "figure": ("value: 1195", "value: many"),
        "comma in brackets": ("label: {en: raised", "label: {en: raised, so far"),
        "unit": ("unit: yuan", "unit: yen"),
        "key": ("bound: more-than", "buond: more-than"),
        "chart": ("chart: waffle", "chart: wafle"),
        "date": ("as_of: 2024-06\n- id: growth", "as_of: June\n- id: growth"),
        "break": ("before: 2024", "before: soon"),
        "column": ("value: teams}", "value: team}"),
    },
    "zones/shenzhen.yaml": {
        "kind of place": ("kind: city", "kind: town"),
        "place of a page": ("places: [qianhai]", "places: [qianhia]"),
        "source of a page": ("source: peoples-daily-2024-06-16", "source: peoples-daily"),
        "figure": ("value: 2014-12-07", "value: 7 December"),
        "unit": ("unit: day", "unit: days"),
        "picture": ("file: steel.svg", "file: steal.svg"),
        "key of a page": ("- heading: {en: Two", "- haeding: {en: Two"),
        "place of a label": ("zone: shenzhen", "zone: shenzen"),
    },
    "layers/people.yaml": {
        "name": ("id: people", "id: peoples"),
        "unit": ("unit: teams", "unit: team"),
        "source": ("source: peoples-daily-2024-06-16", "source: peoples-daily"),
        "zone": ("zone: qianhai", "zone: qianhia"),
        "figure": ("value: 7", "value: many"),
        "key": ("caveat:", "caveats:"),
    },
    "tours/talk.yaml": {
        "name": ("id: talk", "id: walk"),
        "place": ("place: qianhai/teams", "place: qianhia/teams"),
        "panel": ("place: shenzhen/steel/2", "place: shenzhen/stele/2"),
        "zone": ("view: [qianhai]", "view: [qianhia]"),
        "duration": ('duration: "2:00"', 'duration: "a while"'),
    },
}
"""What is replaced by what in each file; no line comes or goes."""


def errors(content: Content) -> set[str]:
    return {
        f"{each.line}: {each.text} ({each.hint})"
        for each in whole_check(content.folder, read_exhibit(content.folder))
        if each.severity is Severity.ERROR
    }


@pytest.fixture
def content(content: Content) -> Content:
    content.write("layers/people.yaml", LAYER)
    content.write("tours/talk.yaml", TOUR)
    return content


@pytest.mark.parametrize("file", SPOILT)
def test_two_mistakes_are_both_told_as_each_is_alone(content: Content, file: str) -> None:
    changes = SPOILT[file]
    sound = (content.folder / file).read_text(encoding="utf-8")
    assert errors(content) == set()
    alone = {}
    for name, change in changes.items():
        content.change(file, *change)
        alone[name] = errors(content)
        content.write(file, sound)
        assert alone[name]
    for one, other in combinations(changes, 2):
        content.change(file, *changes[one])
        content.change(file, *changes[other])
        assert errors(content) >= alone[one] | alone[other], (one, other)
        content.write(file, sound)


def test_a_name_that_is_no_id_is_told_the_one_that_is_there(content: Content) -> None:
    content.change("layers/people.yaml", "zone: qianhai", "zone: Qian Hai")
    content.change(
        "layers/people.yaml", "source: peoples-daily-2024-06-16", "source: Peoples Daily"
    )

    assert errors(content) == {
        "4: there is no source 'Peoples Daily' (did you mean 'peoples-daily-2024-06-16'?"
        " Or add it to sources.yaml)",
        "8: there is no zone 'Qian Hai' (did you mean 'qianhai'?"
        " Or write its file in zones/, or take this out)",
    }


def test_ids_between_chinese_commas_are_told_which_commas_to_write(content: Content) -> None:
    content.change("tours/talk.yaml", "view: [qianhai]", "view: [qianhai、shenzhen]")

    (message,) = errors(content)

    assert message.endswith("(put ordinary commas between them: qianhai, shenzhen)")


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Shenzhen", "did you mean 'shenzhen'?"),
        ("Chienhai", "did you mean 'qianhai'?"),
        ("Latium", "the ids of the places are qianhai and shenzhen"),
    ],
)
def test_a_cell_that_is_no_id_is_told_an_id_that_is_there(
    content: Content, written: str, advice: str
) -> None:
    points = LAYER[LAYER.index("points:") :]
    data = "data: {file: people.csv, zone: place, value: n}\n"
    content.write("layers/people.yaml", LAYER.replace(points, data))
    content.write("data/people.csv", f"place,n\nqianhai,3\n{written},4\n")

    assert errors(content) == {f"3: '{written}' is not an id ({advice})"}
