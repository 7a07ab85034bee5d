"""The exhibit and a page in Chromium's kiosk mode, touched and seen from outside in one run.

Each has a screen of its own under Xvfb, without any graphics hardware.  In turns a finger touches
the same places on both: a press and its release by the X server's own test events.  What answers is
seen in the server's picture.  A frame is seen when the picture differs from the one before; so both
are measured by what a visitor would see, and neither knows of it.

Needs Xvfb, Chromium and D3's file (`build/d3.min.js`, from the npm package d3); where one of them
is missing nothing is measured.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tests.bench.processes import PROJECT
from tests.bench.rival_page import rival_page
from tests.bench.rows import Row, percentile
from tests.bench.visit import Visit
from tests.bench.x_screen import x_screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.x_screen import Change, Sample, XScreen

_ROUNDS = 3
_STARTS = 3
_HELD_SECONDS = 0.08
_WATCHED_SECONDS = 2.0
_SETTLE_SECONDS = 6.0
_FIRST_SECONDS = 25.0
"""After its first start the exhibit keeps its first picture, and Chromium what it has compiled."""
_READY_SECONDS = 60.0
_CORNER = (8.0, 300.0)
"""Where a touch opens nothing."""
_BACK = 0xFF08
"""The key that goes back, as X calls it."""
_STRIP = 0.03
"""The panel comes from the right: its first pixels are in this share of the screen's width."""
_OTHER = 3.0
"""So many levels of a colour more or less, on average, are another picture."""
_SEEN = 0.04
"""A panel is seen from so much of it on: a share of its strength, or of its part of the edge."""
_EMPTY = 10.0
"""The levels of each colour spread no more than this on a screen on which no map stands."""
_MOVED = 0.01
"""A frame of a moving map changes more of the picture than that.  What pulses at rest does not, and
is painted less often on purpose."""
_PAUSE_MS = 120.0
"""Frames that are further apart than this belong to different movements."""
_CHROMIUM = (
    "--kiosk",
    "--no-first-run",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--noerrdialogs",
    "--disable-features=Translate",
    "--force-device-scale-factor=1",
    "--window-position=0,0",
)
_GOALS_MS = {"1080p": (17.0, 25.0), "4K": (25.0, 25.0)}
"""A frame of the glide, and the panel's first pixel."""


class _Seen(NamedTuple):
    """What one touch brought, in milliseconds."""

    first: float
    panel: float
    frames: tuple[float, ...]


def measure() -> list[Row]:
    """Start both, and touch places on both in turns."""
    visit = Visit(still=True)
    size, name = visit.app.stage.size(), visit.screen_name
    d3, chromium = PROJECT / "build" / "d3.min.js", shutil.which("chromium")
    if chromium is None or not d3.exists():
        missing = "Chromium" if chromium is None else "build/d3.min.js (from npm's d3)"
        print(f"nothing is put beside the exhibit: {missing} is not there", file=sys.stderr)
        return []
    view = visit.app.stage.map_view
    places = {
        zone: point
        for zone in visit.exhibit.zones
        if zone.kind == "city" and visit.reaches(zone.id)
        if (point := view.target_point(zone.id)) is not None
    }
    page = rival_page(places, view.camera, d3.read_text(encoding="utf-8"))
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-")))
        written = folder / "page.html"
        written.write_text(page, encoding="utf-8")
        # Without a window manager, as here, nobody else makes it as large as the screen.
        fills = f"--window-size={size.width()},{size.height()}"
        sides = []
        for who, command in (
            ("the exhibit", (sys.executable, "main.py", "run")),
            ("Chromium", (chromium, *_CHROMIUM, fills, written.as_uri())),
        ):
            screen = opened.enter_context(x_screen(size.width(), size.height()))
            if screen is None:
                print("nothing is put beside the exhibit: Xvfb is not there", file=sys.stderr)
                return []
            sides.append(_Side(who, command, screen, folder))
        for number in range(_STARTS + 1):
            for side in sides:
                side.start(counts=number > 0)
        for side in sides:
            opened.enter_context(side.running())
            side.get_ready()
        touched = [(point.x(), point.y()) for point in places.values()]
        for side in sides:
            side.touch(*touched[0])
            side.seen.clear()  # A place that is opened for the first time has rows elsewhere.
        for x, y in touched * _ROUNDS:
            for side in sides:
                side.touch(x, y)
    return _rows(sides[0], sides[1], name)


class _Side:
    """One of both programs on its screen, and what was seen of it."""

    def __init__(self, who: str, command: Sequence[str], screen: XScreen, folder: Path) -> None:
        self.who = who
        self.starts: list[float] = []
        self.seen: list[_Seen] = []
        self._command = command
        self._screen = screen
        home = folder / who.replace(" ", "-")
        places = {"HOME": home, "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
        self._environment = {**screen.environment, **{key: str(at) for key, at in places.items()}}
        home.mkdir()

    def start(self, *, counts: bool) -> None:
        """Start it, see how long it takes until something stands on its screen, and end it."""
        began = time.monotonic()
        with self.running():
            self._wait_for_picture()
            if counts:
                self.starts.append(1000 * (time.monotonic() - began))
            time.sleep(_SETTLE_SECONDS if counts else _FIRST_SECONDS)
        time.sleep(1.0)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Have it run; all that it has started ends with it."""
        process = subprocess.Popen(
            self._command,
            cwd=PROJECT,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def get_ready(self) -> None:
        """Wait until it can be used; the exhibit's attract loop ends with the first touch."""
        self._wait_for_picture()
        time.sleep(_SETTLE_SECONDS)
        self._tap(*_CORNER)
        time.sleep(_SETTLE_SECONDS)

    def touch(self, x: float, y: float) -> None:
        """Touch a place, see what comes, and go back."""
        screen = self._screen
        screen.point_at(x, y)
        time.sleep(_WATCHED_SECONDS / 10)
        screen.press(down=True)
        time.sleep(_HELD_SECONDS)
        before = screen.sample()
        released = screen.press(down=False)
        changes: list[Change] = []
        has_panel = False
        ends = released + _READY_SECONDS
        for change in screen.watch():
            if change.at > ends:
                break
            is_new = not np.array_equal(change.sample, changes[-1].sample if changes else before)
            if change.at <= released or not is_new:
                continue
            changes.append(change)
            if not has_panel and _is_other(before, change.sample):
                has_panel, ends = True, change.at + _WATCHED_SECONDS
        if not has_panel:
            raise RuntimeError(f"{self.who} shows no panel for a touch at {x:.0f}, {y:.0f}")
        stands = changes[-1].sample
        panel = next(each.at for each in changes if _share(before, each.sample, stands) > _SEEN)
        first = changes[0].at
        shown = (before, *(each.sample for each in changes))
        times = [
            each.at
            for each, last in zip(changes, shown, strict=False)
            if _has_moved(last, each.sample)
        ]
        gaps = [1000 * (later - one) for one, later in pairwise(times)]
        frames = tuple(gap for gap in gaps if gap < _PAUSE_MS)
        self.seen.append(_Seen(1000 * (first - released), 1000 * (panel - released), frames))
        screen.strike(_BACK)
        time.sleep(_WATCHED_SECONDS)

    def _tap(self, x: float, y: float) -> None:
        self._screen.point_at(x, y)
        self._screen.press(down=True)
        time.sleep(_HELD_SECONDS)
        self._screen.press(down=False)

    def _wait_for_picture(self) -> None:
        give_up = time.monotonic() + _READY_SECONDS
        while self._screen.sample().std(axis=(0, 1)).mean() < _EMPTY:
            if time.monotonic() > give_up:
                raise RuntimeError(f"{self.who} shows nothing")
            time.sleep(0.002)


def _is_other(before: Sample, after: Sample) -> bool:
    """Whether the panel's edge of the screen looks otherwise."""
    return bool(np.abs(_edge(before) - _edge(after)).mean() > _OTHER)


def _has_moved(before: Sample, after: Sample) -> bool:
    """Whether so much differs that the map has moved."""
    return bool((before != after).any(axis=2).mean() > _MOVED)


def _share(before: Sample, now: Sample, stands: Sample) -> float:
    """How far the panel's edge of the screen has come to what it looks like in the end.

    A map that moves below does not count, as far as it does not look like the panel.
    """
    way = _edge(stands) - _edge(before)
    return float((way * (_edge(now) - _edge(before))).sum() / max(1.0, (way * way).sum()))


def _edge(sample: Sample) -> Sample:
    return sample[:, -max(1, round(_STRIP * sample.shape[1])) :].astype(float)


def _rows(ours: _Side, theirs: _Side, size: str) -> list[Row]:
    frame_goal, panel_goal = _GOALS_MS.get(size, _GOALS_MS["1080p"])
    rows = []
    for what, share, goal, own, other in (
        ("start", 0.5, None, ours.starts, theirs.starts),
        ("first response", 0.5, None, _firsts(ours), _firsts(theirs)),
        ("first response", 0.99, None, _firsts(ours), _firsts(theirs)),
        ("first pixel of the panel", 0.5, panel_goal, _panels(ours), _panels(theirs)),
        ("first pixel of the panel", 0.99, None, _panels(ours), _panels(theirs)),
        ("frame of a glide", 0.5, None, _frames(ours), _frames(theirs)),
        ("frame of a glide", 0.95, None, _frames(ours), _frames(theirs)),
        ("frame of a glide", 0.99, frame_goal, _frames(ours), _frames(theirs)),
    ):
        what = f"{what} from outside, p{100 * share:.0f}, {size}"
        mine, its = percentile(own, share), percentile(other, share)
        rows.append(Row(what, mine, "ms", goal))
        rows.append(Row(f"{what}, Chromium", its, "ms"))
        rows.append(Row(f"{what}, to Chromium's", mine / its, "", 1.0))
    return rows


def _firsts(side: _Side) -> list[float]:
    return [each.first for each in side.seen]


def _panels(side: _Side) -> list[float]:
    return [each.panel for each in side.seen]


def _frames(side: _Side) -> list[float]:
    return [frame for each in side.seen for frame in each.frames]
