"""The attract loop goes through the exhibit's own places, by a clock, in all languages."""

from __future__ import annotations

import re
from itertools import groupby, pairwise, product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.look.look import Look, read_look
from kiosk.look.typesetting import Setting
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.attract_scenes import attract_scenes
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.languages.words import Words

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SCENE_SECONDS = 8.0
STEP_SECONDS = 180.0
TITLES = {"en": "The bay", "zh-Hant": "灣區", "zh-Hans": "湾区", "pt": "A baía"}
SUBTITLES = {tag: f"Subtitle {tag}" for tag in LANGUAGES}
HAN = re.compile(r"[\u4e00-\u9fff]")


def scene(number: int) -> Scene:
    return Scene(
        {tag: f"Place {number} {tag}" for tag in LANGUAGES},
        {tag: f"Sentence {number} {tag}" for tag in LANGUAGES},
    )


class Loop:
    """An attract loop with a clock of its own, and what it draws."""

    def __init__(self, parent: QWidget, words: Words, look: Look) -> None:
        self.now = 500.0
        self.words, self.look = words, look
        self.widget = AttractLoop(parent, self._clock)
        self.widget.setGeometry(parent.rect())

    def _clock(self) -> float:
        return self.now

    def begin(self, scenes: list[Scene], *, still: bool = True) -> None:
        look = self.look.still() if still else self.look
        invitations = {tag: self.words.say("touch_to_begin", tag) for tag in LANGUAGES}
        self.widget.begin(scenes, AttractTexts(TITLES, SUBTITLES, invitations), look)
        self.widget.finish()

    def picture(self) -> QImage:
        return self.widget.grab().toImage()

    def timers(self) -> list[QTimer]:
        return [timer for timer in self.widget.findChildren(QTimer) if timer.isActive()]


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(shipped("assets") / "words")


@pytest.fixture(scope="module")
def shipped_exhibit() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture
def loop(qapp: object, words: Words) -> Iterator[Loop]:
    parent = QWidget()
    parent.resize(960, 540)
    parent.show()
    look = read_look(shipped("assets")).sized(QSizeF(960, 540))
    yield Loop(parent, words, look)
    tear_down(parent)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that were drawn since the list was last emptied."""
    said: list[str] = []
    really = Setting.draw

    def draw(setting: Setting, *arguments: object) -> None:
        said.append(setting._layout.text())
        really(setting, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Setting, "draw", draw)
    return said


def said_at(loop: Loop, drawn: list[str], seconds: float) -> list[str]:
    """What the loop says so long after it began."""
    loop.now = 500.0 + seconds
    loop.widget.finish()
    drawn.clear()
    loop.picture()
    return list(drawn)


def test_a_scene_stays_eight_seconds_and_the_next_one_follows(loop: Loop, drawn: list[str]) -> None:
    loop.begin([scene(0), scene(1), scene(2)])
    for seconds, expected in ((0, 0), (7.9, 0), (8.1, 1), (15.9, 1), (16.1, 2), (24.1, 0)):
        said = said_at(loop, drawn, seconds)
        assert [text for text in said if text.startswith("Place")] == [
            f"Place {expected} {LANGUAGES[int(seconds // 8) % 4]}"
        ]


def test_titles_come_in_all_languages_in_turn(loop: Loop, drawn: list[str]) -> None:
    loop.begin([scene(0)])
    titles = [
        text
        for number in range(5)
        for text in said_at(loop, drawn, 8 * number + 4)
        if text in TITLES.values()
    ]
    assert titles == ["The bay", "灣區", "湾区", "A baía", "The bay"]


def test_the_invitation_always_stands_in_all_languages(
    loop: Loop, drawn: list[str], words: Words
) -> None:
    loop.begin([scene(0), scene(1)])
    for number in range(4):
        said = said_at(loop, drawn, 8 * number + 4)
        assert said[-4:] == [words.say("touch_to_begin", tag) for tag in LANGUAGES]


@pytest.mark.parametrize("count", [1, 3, 5, 6, 12])
def test_each_scene_comes_in_each_language(loop: Loop, drawn: list[str], count: int) -> None:
    loop.begin([scene(number) for number in range(count)])
    heard = set()
    for number in range(count * len(LANGUAGES)):
        said = said_at(loop, drawn, SCENE_SECONDS * (number + 0.5))
        heard |= {text for text in said if text.startswith("Place")}
    assert heard == {f"Place {number} {tag}" for number, tag in product(range(count), LANGUAGES)}


def test_the_loop_goes_on_for_a_year(loop: Loop, drawn: list[str]) -> None:
    loop.begin([scene(0), scene(1), scene(2)])
    scenes_of_a_year = int(365 * 24 * 3600 / SCENE_SECONDS)
    said = said_at(loop, drawn, SCENE_SECONDS * (scenes_of_a_year + 0.5))
    language = LANGUAGES[scenes_of_a_year % 4]
    assert f"Place {scenes_of_a_year % 3} {language}" in said


def test_what_a_scene_says_goes_before_the_next_one_says_anything(
    loop: Loop, drawn: list[str]
) -> None:
    loop.begin([scene(0), scene(1)], still=False)
    heard: list[list[str]] = []
    for step in range(60):
        said = said_at(loop, drawn, SCENE_SECONDS - 0.2 + step * 0.04)
        places = {text.split()[1] for text in said if text.startswith(("Place", "Sentence"))}
        assert len(places) <= 1
        assert len([text for text in said if text in TITLES.values()]) <= 1
        heard.append(sorted(places))
    assert [list(each) for each, _ in groupby(heard)] == [["0"], [], ["1"]]


def test_the_whole_picture_moves_every_three_minutes_and_comes_back(loop: Loop) -> None:
    loop.begin([Scene({}, {})])
    cycle = SCENE_SECONDS * len(LANGUAGES)
    places = []
    for step in range(10):
        # The same scene in the same language, within the same step.
        loop.now = 500.0 + cycle * round(STEP_SECONDS * (step + 0.5) / cycle) + 4
        places.append(_first_ink(loop.picture()))
    assert all(one != other for one, other in pairwise(places))
    assert places[9] == places[0]


def _first_ink(image: QImage) -> tuple[int, int]:
    """Where the title's letters begin, in pixels: the left and the top edge of what is light."""
    light = [
        (x, y)
        for y in range(image.height() // 2)
        for x in range(image.width() // 2)
        if image.pixelColor(x, y).lightness() > 200
    ]
    return min(x for x, _ in light), min(y for _, y in light)


def test_a_still_loop_has_no_animation(loop: Loop) -> None:
    loop.begin([scene(0), scene(1)])
    loop.now += 1
    # Qt draws large letters with other edges the first time.
    loop.picture()
    first = loop.picture()
    loop.now += 6
    assert loop.picture() == first


def test_a_still_loop_still_goes_on_to_the_next_scene(loop: Loop) -> None:
    loop.begin([scene(0), scene(1)])
    assert loop.timers() != []


def test_a_loop_that_has_ended_leaves_no_timer_running(loop: Loop) -> None:
    loop.begin([scene(0), scene(1)], still=False)
    assert len(loop.timers()) == 1
    loop.widget.end()
    assert loop.timers() == []
    assert loop.widget.isHidden()


def test_a_loop_without_any_scene_shows_the_title(loop: Loop, drawn: list[str]) -> None:
    loop.begin([])
    assert "The bay" in said_at(loop, drawn, 4)


def test_scenes_come_in_the_order_that_the_exhibit_sets(
    shipped_exhibit: Exhibit, words: Words
) -> None:
    exhibit = _with_attract(shipped_exhibit, ("hetao", "csns/super-steel", "qianhai"))
    scenes = attract_scenes(exhibit, words)
    assert [each.place for each in scenes] == ["hetao", "csns", "qianhai"]
    assert [each.picture is not None for each in scenes] == [False, True, False]


def test_a_place_that_is_not_there_is_left_out_of_the_loop(
    shipped_exhibit: Exhibit, words: Words
) -> None:
    exhibit = _with_attract(shipped_exhibit, ("nowhere", "hetao/no-such-panel"))
    assert [each.place for each in attract_scenes(exhibit, words)] == ["hetao"]


def test_without_an_order_the_zones_come_first_and_then_the_facilities(
    shipped_exhibit: Exhibit, words: Words
) -> None:
    scenes = attract_scenes(_with_attract(shipped_exhibit, ()), words)
    assert [each.place for each in scenes][:5] == [
        "qianhai",
        "hengqin",
        "hetao",
        "nansha",
        "csns",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_scene_lacks_a_word_in_any_language(
    shipped_exhibit: Exhibit, words: Words, language: str
) -> None:
    every_panel = tuple(
        f"{zone.id}/{panel.id}" for zone in shipped_exhibit.zones for panel in zone.panels
    )
    for start in range(0, len(every_panel), 11):
        exhibit = _with_attract(shipped_exhibit, every_panel[start : start + 11])
        for each in attract_scenes(exhibit, words):
            heading, sentence = each.headings[language], each.sentences[language]
            assert heading.strip()
            assert sentence.strip()
            assert "{" not in heading + sentence
            if language.startswith("zh"):
                assert HAN.search(heading), heading
                assert HAN.search(sentence), sentence


def _with_attract(exhibit: Exhibit, places: tuple[str, ...]) -> Exhibit:
    return exhibit.model_copy(update={"attract": places})
