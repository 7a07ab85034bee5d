"""Names while somebody explores the map, at any camera: none on another, none that jumps, and of
the two special administrative regions both or neither."""

from __future__ import annotations

import math
import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication

from kiosk.screen.map.map_cameras import reach
from kiosk.screen.map.map_carrying import carried, parted
from kiosk.screen.map.map_hits import MapHits
from kiosk.screen.map.map_lettering import letter
from kiosk.screen.map.map_marking import View
from tests.journeys.standing import begin_again

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.app import App
    from kiosk.geography.camera import Camera
    from kiosk.screen.map.map_letters import Lettering

LANGUAGES = ("en", "zh-Hant", "zh-Hans", "pt")
SHAPES = ((1920, 1080), (1080, 1920), (1280, 1024), (3840, 2160))
REGIONS = {"hong-kong", "macao"}
WALKS, STEPS = 2, 5
"""How many visitors explore in each language and shape, and how often each moves the map."""


def said(names: Sequence[str], count: int) -> str:
    return f"{' and '.join(names)}, {count} places"


class Visit:
    """Somebody who moves the map now and then, and what is written on it each time."""

    def __init__(self, app: App, language: str, seed: int) -> None:
        view = app.stage.map_view
        self.world, self.look = view._world, app.stage._look
        self.language = language
        self.area = QRectF(view.rect())
        self.free, self.obstacles = view.goal.free, view.goal.obstacles
        self.reach = reach(self.look, self.world, self.free, self.area)
        self.camera = view.camera
        self.lettering: Lettering | None = None
        self.chance = random.Random(seed)

    def views(self, steps: int) -> Iterator[View]:
        """The views one after another; `lettering` has the names of the latest."""
        for _ in range(steps):
            before = None if self.lettering is None else (self.lettering, self.camera)
            self.camera = self._moved()
            view = View(
                self.camera,
                self.free,
                self.obstacles,
                self.language,
                is_explored=True,
                before=before and carried(*before, self.camera),
                name_group=said,
            )
            self.lettering = letter(self.world, self.look, view)
            yield view

    def _moved(self) -> Camera:
        """A pan, a pinch, or both, within the limits."""
        width, height = self.area.width(), self.area.height()
        at = QPointF(self.chance.random() * width, self.chance.random() * height)
        levels = self.chance.choice((0.0, 0.0, 0.5, 1.0, -0.6, 2.0, -2.0))
        far = self.chance.choice((0.0, 0.1, 0.5))
        by = (self.chance.uniform(-far, far) * width, self.chance.uniform(-far, far) * height)
        return self.reach.within(self.camera.panned(*by), at, levels)


@pytest.fixture(scope="module")
def app(app: App) -> Iterator[App]:
    """The exhibit of all files, in windows of other sizes."""
    yield app
    app.stage.resize(1920, 1080)
    begin_again(app)


def wrong(visit: Visit, view: View) -> Iterator[str]:
    lettering = visit.lettering
    assert lettering is not None
    yield from _overlaps(lettering)
    yield from _off_their_land(visit, view)
    yield from _one_region_alone(visit, view)
    yield from _out_of_reach(visit, view)
    yield from _ends_below_a_button(visit, view)
    if view.before is not None:
        yield from _moved_without_need(view.before, lettering)


def _overlaps(lettering: Lettering) -> Iterator[str]:
    rects = [(each.subject, each.rect) for each in lettering.names]
    rects += [(each.place, each.rect) for each in lettering.chips]
    for (one, rect), (other, another) in combinations(rects, 2):
        if rect.intersects(another):
            yield f"{one} on {other}"


def _off_their_land(visit: Visit, view: View) -> Iterator[str]:
    """A city's name is inside its borders; what does not fit there is on a pill with a line."""
    assert visit.lettering is not None
    to_map = view.camera.transform().inverted()[0]
    for name in visit.lettering.names:
        outline = visit.world.rough.get(name.subject)
        fifth = name.rect.height() * 0.2
        letters = to_map.mapRect(name.rect.adjusted(0.1, fifth + 0.1, -0.1, -fifth - 0.1))
        if outline is not None and not outline.contains(letters):
            yield f"{name.subject} across its border"


def _one_region_alone(visit: Visit, view: View) -> Iterator[str]:
    assert visit.lettering is not None
    names = {each.subject for each in visit.lettering.names}
    named = (names | {each.place for each in visit.lettering.chips}) & REGIONS
    seen = set()
    inner = visit.free.adjusted(40, 40, -40, -40)
    to_map = view.camera.transform().inverted()[0].mapRect(inner)
    for region in REGIONS:
        if visit.world.shapes.cities[region].intersects(to_map):
            seen.add(region)
    if named not in (set(), REGIONS) or (seen and not named):
        yield f"{sorted(named)} named, {sorted(seen)} seen"


def _out_of_reach(visit: Visit, view: View) -> Iterator[str]:
    """Within half a target of a marker a finger means that marker, or one that is nearer to it."""
    assert visit.lettering is not None
    points = {
        place.landmark.id: QPointF(*view.camera.to_screen(place.point.x(), place.point.y()))
        for place in visit.world.places
        if place.landmark.id in visit.lettering.marked
    }
    hits, half = MapHits(visit.world), visit.look.target / 2 - 1
    for place, point in points.items():
        for dx, dy in ((half, 0.0), (-half, 0.0), (0.0, half), (0.0, -half)):
            at = point + QPointF(dx, dy)
            nearest = min(points.items(), key=lambda each: _distance(each[1], at))[0]
            found = hits.place_at(at, visit.look, view.camera, visit.lettering, moving=True)
            if found != nearest:
                yield f"{found} beside {place}, where {nearest} is meant"


def _ends_below_a_button(visit: Visit, view: View) -> Iterator[str]:
    assert visit.lettering is not None
    for chip in visit.lettering.chips:
        ends_bare = chip.is_dotted or (chip.place in REGIONS and not chip.is_beyond)
        if ends_bare and any(each.contains(chip.leader[0]) for each in view.obstacles):
            yield f"the line of {chip.place} ends where nobody sees it"


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def _moved_without_need(before: Lettering, after: Lettering) -> Iterator[str]:
    """What is named at the same spot is the very same name; nothing moves by a few pixels."""
    _, stays, _ = parted(before, after)
    there = {each.subject for each in stays.names}
    rects = {each.subject: each.rect for each in before.names}
    for name in after.names:
        was = rects.get(name.subject)
        same_size = was is not None and abs(was.width() - name.rect.width()) < 1
        if was is not None and same_size and name.subject not in there:
            off = (name.rect.center() - was.center()).manhattanLength()
            if off < 6:
                yield f"{name.subject} moved by {off:.1f} pixels"


def faults(app: App, size: tuple[int, int], language: str, walks: int) -> list[str]:
    begin_again(app, language)
    app.stage.resize(*size)
    QApplication.processEvents()
    found = []
    for seed in range(walks):
        visit = Visit(app, language, seed)
        for number, view in enumerate(visit.views(STEPS)):
            found += [f"visit {seed}, {number}: {each}" for each in wrong(visit, view)]
    return found


def in_pixels(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_names_keep_clear_wherever_somebody_goes(
    app: App, size: tuple[int, int], language: str
) -> None:
    assert faults(app, size, language, WALKS) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_a_pill_on_a_coast_keeps_it_when_the_map_is_moved(app: App, language: str) -> None:
    begin_again(app, language)
    view = app.stage.map_view
    assert "hku" in {chip.place for chip in view.lettering.chips}
    for x, y in ((-160.0, -80.0), (60.0, 30.0)):
        view._explorer.glide(view.camera.panned(x, y))
        view.finish()
        assert "hku" in {chip.place for chip in view.lettering.chips}


@pytest.mark.parametrize(
    ("language", "over", "levels", "down"),
    [("zh-Hant", "hong-kong", 1.0, 200), ("en", "macao", 1.0, 0), ("pt", "nansha", 1.0, -200)],
)
def test_no_marker_is_named_across_a_coast(
    app: App, language: str, over: str, levels: float, down: float
) -> None:
    """In high contrast white coasts ran through the letters; a pill with a line had room."""
    app.stage.resize(1080, 1920)
    begin_again(app, language)
    visit = Visit(app, language, 0)
    place = visit.world.place(over)
    assert place is not None
    at = QPointF(*visit.camera.to_screen(place.point.x(), place.point.y()))
    camera = visit.reach.within(visit.camera.panned(0, down), at, levels)
    view = View(camera, visit.free, visit.obstacles, language, is_explored=True, name_group=said)

    lettering = letter(visit.world, visit.look, view)

    assert "hku" in lettering.marked
    assert "hku" in {chip.place for chip in lettering.chips}
    assert "hku" not in {name.place for name in lettering.names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_across_a_border_between_lands_stays_a_name(app: App, language: str) -> None:
    begin_again(app, language)
    view = app.stage.map_view
    view._explorer.glide(view.camera.panned(-160, -80))
    view.finish()
    assert "nansha" in {name.subject for name in view.lettering.names}


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SHAPES, ids=in_pixels)
def test_names_keep_clear_wherever_many_go(app: App, size: tuple[int, int], language: str) -> None:
    assert faults(app, size, language, 15 * WALKS) == []
