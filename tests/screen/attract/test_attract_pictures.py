"""What the attract loop looks like: the light whole, words on calm ground, nothing on anything."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy
import pytest
from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtWidgets import QWidget

from kiosk.exhibit.reading.cover import read_cover
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.geography.projection import project
from kiosk.languages.words import read_words
from kiosk.look.look import Look, read_look
from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.attract_frame import attract_frame
from kiosk.screen.attract.attract_grounds import AttractGrounds
from kiosk.screen.attract.attract_scenes import attract_scenes, attract_texts
from kiosk.screen.attract.scene import AttractTexts, Scene
from kiosk.screen.map.map_file import read_whole_map
from kiosk.screen.teardown import tear_down
from kiosk.shipped import shipped
from kiosk.workshop.check.drawn_text import DrawnText, drawn_texts
from tests.diagonal import diagonal
from tests.walk.contrast import TEXT, contrast_of, without_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.screen.attract.attract_picture import AttractPicture
    from kiosk.screen.map.map_world import MapWorld

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SCENE_SECONDS = 8.0
# Half of what screens have: what counts is the shape.
SHAPES = {
    "full-hd": (960, 540),
    "five-to-four": (640, 512),
    "four-to-three": (640, 480),
    "ultra-wide": (1290, 540),
    "smallest": (683, 384),
    "portrait": (540, 960),
}
LOOKS = (*((shape, "dark") for shape in SHAPES), ("full-hd", "light"), ("portrait", "hc"))
"""Shapes and themes."""


class Standing(NamedTuple):
    """A loop that stands at its beginning, with a clock that can be set."""

    loop: AttractLoop
    look: Look
    now: list[float]
    scenes: list[Scene]
    texts: AttractTexts

    def turn_to(self, number: int) -> tuple[Scene, str]:
        """Stand in the middle of a scene; gives it and its language."""
        self.now[0] = SCENE_SECONDS * (number + 0.5)
        self.loop.finish()
        return self.picture.scene(number), self.picture.turns.language(number)

    @property
    def picture(self) -> AttractPicture:
        """What the loop paints its moments with."""
        assert self.loop._picture is not None
        return self.loop._picture

    def turns(self) -> range:
        """The numbers at which each scene comes in each language."""
        return range(len(self.scenes) * len(LANGUAGES))


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(shipped("content")).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture(scope="module")
def world(exhibit: Exhibit) -> MapWorld:
    return read_whole_map(exhibit.map_file).world(read_cover(exhibit.folder).landmarks)


@pytest.fixture
def parent(qapp: object) -> Iterator[QWidget]:
    parent = QWidget()
    yield parent
    tear_down(parent)


def standing(
    parent: QWidget,
    exhibit: Exhibit,
    world: MapWorld,
    setup: tuple[str, str],
    *,
    text_scale: float = 1.0,
) -> Standing:
    shape, theme = setup
    size = SHAPES[shape]
    parent.resize(*size)
    parent.show()
    look = read_look(shipped("assets"), theme).sized(QSizeF(*size)).still()
    look = replace(look, text_scale=text_scale)
    words, cover = read_words(shipped("assets") / "words"), read_cover(exhibit.folder)
    scenes, texts = attract_scenes(exhibit, words), attract_texts(cover, exhibit, words)
    now = [0.0]
    loop = AttractLoop(parent, lambda: now[0])
    loop.setGeometry(parent.rect())
    loop.set_world(world)
    loop.begin(scenes, texts, look)
    return Standing(loop, look, now, scenes, texts)


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("setup", LOOKS, ids=str)
def test_nothing_lies_on_anything_and_every_sentence_is_whole(
    parent: QWidget, exhibit: Exhibit, world: MapWorld, setup: tuple[str, str], every: int
) -> None:
    """`make test` looks at one turn in three, others in each shape."""
    stand = standing(parent, exhibit, world, setup)
    wrong = []
    for number in stand.turns()[LOOKS.index(setup) % every :: every]:
        scene, language = stand.turn_to(number)
        texts = drawn_texts(stand.loop)
        ground = without_letters(stand.loop)
        name = f"{scene.headings.get('en', 'the bay')} in {language}"
        wrong += [
            f"{name}: {each}"
            for each in (
                *_missing(stand, scene, language, texts),
                *_clashing(stand, scene, texts),
                *(
                    f"{text.words[:20]!r} stands out by {contrast_of(text, ground):.1f}"
                    for text in texts
                    if contrast_of(text, ground) < TEXT
                ),
                *(
                    f"{text.words[:20]!r} ends in one character"
                    for text in texts
                    if len(text.lines) > 1 and len(text.words_by_line[-1].strip("。，")) == 1
                ),
                *_on_line(stand, number, texts),
            )
        ]
    assert "\n".join(wrong) == ""


def test_letters_have_one_size_whatever_size_the_last_visitor_read_in(
    parent: QWidget, exhibit: Exhibit, world: MapWorld
) -> None:
    found = []
    for text_scale in (1.0, 1.4):
        stand = standing(parent, exhibit, world, LOOKS[0], text_scale=text_scale)
        stand.turn_to(1)
        found.append([(text.words, text.least_size) for text in drawn_texts(stand.loop)])

    assert found[0] == found[1] != []


def _missing(stand: Standing, scene: Scene, language: str, texts: list[DrawnText]) -> Iterator[str]:
    """What the scene has to say and does not, letter by letter."""
    said = {_letters(text.words) for text in texts}
    for words in (
        stand.texts.titles[language],
        stand.texts.subtitles[language],
        *stand.texts.invitations.values(),
        scene.headings.get(language, ""),
        scene.sentences.get(language, ""),
    ):
        if words and _letters(words) not in said:
            yield f"{words!r} is not said"


def _letters(words: str) -> str:
    return "".join(words.replace("'", "’").split())


def _clashing(stand: Standing, scene: Scene, texts: list[DrawnText]) -> Iterator[str]:
    """Texts on each other, on the sign that invites to touch, on the picture, or outside."""
    look = stand.look
    frame = attract_frame(look, QSizeF(stand.loop.size()))
    reach = look.px(60)
    sign = stand.picture.setting.sign
    kept_free = [QRectF(sign.x() - reach, sign.y() - reach, 2 * reach, 2 * reach)]
    if scene.picture is not None:
        kept_free.append(frame.plate)
    for one, other in combinations(texts, 2):
        if one.ink.intersects(other.ink):
            yield f"{one.words[:20]!r} lies on {other.words[:20]!r}"
    for text in texts:
        if any(rect.intersects(line) for rect in kept_free for line in text.lines):
            yield f"{text.words[:20]!r} lies on the sign or the picture"
        if not QRectF(stand.loop.rect()).contains(text.ink):
            yield f"{text.words[:20]!r} leaves the window"


def _on_line(stand: Standing, number: int, texts: list[DrawnText]) -> Iterator[str]:
    """Words that the line from the marker runs through, or that bring a ground of their own."""
    settings, at = stand.picture.setting, number % len(stand.scenes)
    scene, language = stand.scenes[at], stand.picture.turns.language(number)
    _, spot = settings.words._spots[at]
    if spot is None:
        return
    callout = settings.words.callout(at, scene, language, spot)
    assert callout is not None
    if spot.backed:
        yield "its words stand on no calm ground"
    for start, end in pairwise(spot.line(callout.size)):
        run = QLineF(start, end)
        for step in range(int(run.length()) + 1):
            point = run.pointAt(step / max(1.0, run.length()))
            if any(line.contains(point) for text in texts for line in text.lines):
                yield "its line runs through words"
                return


@pytest.mark.parametrize(("shape", "ratio"), diagonal((*SHAPES,), (1.0, 2.0)))
def test_the_heart_of_the_estuary_has_its_own_colour(
    qapp: object, world: MapWorld, shape: str, ratio: float
) -> None:
    look = read_look(shipped("assets")).sized(QSizeF(*SHAPES[shape]))
    pixels = _estuary(world, look, shape, ratio)
    frame = attract_frame(look, QSizeF(*SHAPES[shape]))
    x, y = frame.camera(look, world.framing).to_screen(*project(113.735, 22.46))
    column, row, reach = round(x * ratio), round(y * ratio), round(look.px(12) * ratio)
    heart = pixels[row - reach : row + reach, column - reach : column + reach, 2::-1]
    cream = look.theme.sea4
    middle = numpy.median(heart.reshape(-1, 3), axis=0)
    assert middle == pytest.approx((cream.red(), cream.green(), cream.blue()), abs=5)


def test_no_stripe_is_seen_where_the_land_goes_over_into_the_night(
    qapp: object, world: MapWorld
) -> None:
    look = read_look(shipped("assets")).sized(QSizeF(*SHAPES["full-hd"]))
    pixels = _estuary(world, look, "full-hd", 2.0)
    frame = attract_frame(look, QSizeF(*SHAPES["full-hd"]))
    left, right = round(frame.title.right() * 2 - 100), round(frame.light.left() * 2 + 60)
    band = pixels[500:628, left:right, 1].astype(float)
    # Rounded alike in a whole column, it would be half a level away from what it should be.
    mean = band.mean(axis=0)
    smooth = numpy.convolve(mean, numpy.ones(41) / 41, "valid")
    assert numpy.ptp(mean) > 10
    assert numpy.abs(mean[20:-20] - smooth).max() < 0.3


def _estuary(world: MapWorld, look: Look, shape: str, ratio: float) -> NDArray[numpy.uint8]:
    """The pixels of the first scene's ground: rows, columns, and blue, green, red, unused."""
    owner = QWidget()
    grounds = AttractGrounds(owner)
    grounds.set_world(world)
    grounds.fit(look, attract_frame(look, QSizeF(*SHAPES[shape])), ratio)
    scene = Scene({}, {})
    grounds.finish(scene)
    estuary = grounds.estuary(scene)
    assert estuary is not None
    image = estuary.ebb
    pixels = numpy.frombuffer(image.constBits(), numpy.uint8)
    tear_down(owner)
    return pixels.reshape((image.height(), image.width(), 4)).copy()
