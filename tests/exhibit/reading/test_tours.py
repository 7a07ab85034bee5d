"""Tours: what is read, what is complained of, and what is left of a broken one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.model.tour import Duration, Tour
from kiosk.exhibit.place import Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit

if TYPE_CHECKING:
    from tests.exhibit.sound_content import Content

TALK = """\
id: talk
title: {en: A talk, zh-Hant: 講解, zh-Hans: 讲解, pt: Uma visita}
steps:
- id: opening
  highlight: qianhai
  view: bay
  notes: {en: Welcome., zh-Hant: 歡迎。, zh-Hans: 欢迎。, pt: Boas-vindas.}
  duration: 1:30
  statement: {en: One bay, zh-Hant: 一個灣區, zh-Hans: 一个湾区, pt: Uma só baía}
- id: steel
  place: shenzhen/steel/2
  view: [qianhai, shenzhen]
  notes: {en: Ask., zh-Hant: 提問。, zh-Hans: 提问。, pt: Pergunte.}
  duration: "0:45"
- id: coil
  place: list
  heading: {en: Steel, zh-Hant: 鋼, zh-Hans: 钢, pt: Aço}
  notes: {en: Show it., zh-Hant: 展示。, zh-Hans: 展示。, pt: Mostre.}
  duration: 2:00
  picture:
    file: steel.svg
    alternative: {en: A coil of steel, zh-Hant: 工廠裏的鋼卷, zh-Hans: 工厂里的钢卷, pt: Uma bobina}
"""
FILE = "tours/talk.yaml"


@pytest.fixture
def talk(content: Content) -> Content:
    content.write(FILE, TALK)
    return content


def tours(content: Content) -> tuple[Tour, ...]:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return exhibit.tours


LAYER = """\
id: people
title: {en: People, zh-Hant: 人口, zh-Hans: 人口, pt: População}
unit: teams
source: peoples-daily-2024-06-16
points:
- {zone: qianhai, value: 3, at: 2024}
- {zone: shenzhen, value: 7, at: 2024}
"""


def test_a_step_shows_a_data_layer_of_a_year_and_compares_two_zones(talk: Content) -> None:
    talk.write("layers/people.yaml", LAYER)
    talk.change(FILE, "  highlight: qianhai\n  view: bay\n", "  layer: people\n  year: 2024\n")
    exhibit = read_exhibit(talk.folder).exhibit
    assert exhibit is not None

    assert talk.messages() == []
    assert str(Place.of_step(exhibit.tours[0].steps[0], exhibit)) == "home#people:2024"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("layer: peopel", "5:10: there is no data layer 'peopel' (did you mean 'people'?"),
        ("layer: people\n  place: list", "5:3: a data layer lies on the map home"),
        ("year: 2024", "5:3: a year is that of a data layer"),
        ("layer: people\n  year: 2019", "6:9: the data layer 'people' has no value for 2019"),
        ("layer: people\n  highlight: hetao", "6:14: the data layer 'people' has no value of"),
        (
            "layer: people\n  highlight: [qianhai, shenzhen, hetao]",
            "6:3: a data layer compares at most 2 zones",
        ),
    ],
)
def test_a_step_whose_data_layer_can_not_be_shown_is_left_out(
    talk: Content, written: str, said: str
) -> None:
    text = (talk.folder / "zones/qianhai.yaml").read_text("utf-8")
    talk.write("zones/hetao.yaml", text.replace("id: qianhai", "id: hetao", 1))
    talk.write("layers/people.yaml", LAYER)
    talk.change(FILE, "highlight: qianhai", written)

    assert any(message.startswith(f"{FILE}:{said}") for message in talk.messages())
    assert [step.id for step in tours(talk)[0].steps] == ["steel", "coil"]


def test_a_step_of_a_spoilt_layer_is_a_consequence(talk: Content) -> None:
    talk.write("layers/people.yaml", "id: [")
    talk.change(FILE, "highlight: qianhai", "layer: people")

    assert [message.split(":")[0] for message in talk.messages()] == ["layers/people.yaml"]
    assert [step.id for step in tours(talk)[0].steps] == ["steel", "coil"]


def test_a_sound_tour_is_read_whole(talk: Content) -> None:
    (tour,) = tours(talk)

    assert talk.messages() == []
    assert [step.id for step in tour.steps] == ["opening", "steel", "coil"]
    assert [step.place for step in tour.steps] == ["home", "shenzhen/steel/2", "list"]
    assert tour.steps[0].highlight == ("qianhai",)
    assert tour.steps[0].view == ("bay",)
    assert tour.seconds == 90 + 45 + 120


def test_a_folder_without_tours_is_sound(content: Content) -> None:
    assert content.messages() == []
    assert tours(content) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "said", "left"),
    [
        (
            "place: list",
            "place: qianhia",
            "16:10: there is no zone 'qianhia' (did you mean 'qianhai'?"
            " Or write its file in zones/, or take this out)",
            ["opening", "steel"],
        ),
        (
            "place: list",
            "place: qianhai/teems",
            "16:10: the zone 'qianhai' has no panel 'teems' (did you mean 'teams'?"
            " Or add it: so far it has teams, six-in-ten and growth)",
            ["opening", "steel"],
        ),
        (
            "place: list",
            "place: bay",
            "16:10: there is no zone 'bay'",
            ["opening", "steel"],
        ),
        (
            "place: list",
            "place: qianhai/teams/1/1",
            "16:10: 'qianhai/teams/1/1' is not a place of a tour"
            " (write home, bay, list, credits or zone/panel/page)",
            ["opening", "steel"],
        ),
        (
            "steel/2",
            "steel/3",
            "11:10: the panel 'steel' has no page 3 (it has 2 pages)",
            ["opening", "coil"],
        ),
        (
            "steel/2",
            "steel/two",
            "11:10: the panel 'steel' has no page two (it has 2 pages)",
            ["opening", "coil"],
        ),
        (
            "highlight: qianhai",
            "highlight: [qianhai, nansha]",
            "5:24: there is no zone 'nansha'",
            ["steel", "coil"],
        ),
        (
            "view: bay",
            "view: [bay, qianhai]",
            "6:3: 'bay' stands alone (write view: bay, or name zones only)",
            ["steel", "coil"],
        ),
        (
            "duration: 1:30",
            "duration: 90 s",
            "8:13: '90 s' is not a time (write minutes:seconds, such as 1:30)",
            ["steel", "coil"],
        ),
        (
            "file: steel.svg",
            "file: steal.svg",
            "21:11: there is no picture 'steal.svg' in the folder 'pictures'"
            " (did you mean 'steel.svg'? Or put it there)",
            ["opening", "steel"],
        ),
        (
            "  picture:",
            "  statement: {en: A, zh-Hant: 甲, zh-Hans: 甲, pt: A}\n  picture:",
            "21:3: a step has a statement or a picture, not both (make two steps)",
            ["opening", "steel"],
        ),
        (
            "{en: Show it.",
            "{en: <b>Show</b> it.",
            "18:15: '<b>' is HTML, in en (use Markdown: *slanted*, **bold**)",
            ["opening", "steel"],
        ),
        (
            "{en: One bay,",
            "{en: " + "one " * 31 + ",",
            "9:19: 31 words in en; a statement holds 30 (say the rest in the notes)",
            ["steel", "coil"],
        ),
        ("id: coil", "id: steel", "15:7: the id 'steel' is used twice in 'steps'", None),
        (
            "place: list",
            "palce: list",
            "16:3: unknown key 'palce' (did you mean 'place'?)",
            ["opening", "steel", "coil"],
        ),
        (
            ", zh-Hans: 讲解",
            "",
            "2:1: 'title' has no words in 'zh-Hans'",
            ["opening", "steel", "coil"],
        ),
    ],
)
def test_a_mistake_is_named_and_only_its_step_is_left_out(
    talk: Content, right: str, wrong: str, said: str, left: list[str] | None
) -> None:
    talk.change(FILE, right, wrong)

    (message,) = talk.messages()
    (tour,) = tours(talk)

    assert message.startswith(f"{FILE}:{said}")
    assert [step.id for step in tour.steps] == (left or ["opening", "steel"])


def test_a_tour_without_a_sound_step_is_left_out(talk: Content) -> None:
    for duration in ("1:30", '"0:45"', "2:00"):
        talk.change(FILE, f"duration: {duration}", "duration: soon")

    assert len(talk.messages()) == 3
    assert tours(talk) == ()


def test_a_tour_is_called_as_its_file(talk: Content) -> None:
    talk.change(FILE, "id: talk", "id: walk")

    assert talk.messages() == [
        f"{FILE}:1:5: the tour is called 'walk', its file 'talk' (give both the same name)"
    ]
    assert tours(talk) == ()


def test_what_is_no_yaml_file_is_told_of(talk: Content) -> None:
    talk.write("tours/talk.yml", TALK)
    talk.write("tours/broken.yaml", "id: [")

    assert [message.split(":")[0] for message in talk.messages()] == [
        "tours/broken.yaml",
        "tours/talk.yml",
    ]
    assert [tour.id for tour in tours(talk)] == ["talk"]


@pytest.mark.parametrize("written", ["0:00", "1:60", "90", "1:5", "-1:00", "1000:00", "1:30:00"])
def test_what_is_no_duration_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        Duration.parse(written)


@pytest.mark.parametrize("written", ["0:01", "1:30", "120:00"])
def test_a_duration_reads_what_it_writes(written: str) -> None:
    assert str(Duration.parse(written)) == written
