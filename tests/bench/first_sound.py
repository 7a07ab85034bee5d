"""From a press to the first sample that is played, and what speech does to the event loop.

Needs aplay, opus-tools and espeak-ng.  A device that writes a file stands in for a sound card, and
a process of its own looks at the file; a slow player stands in for one that is heard.
"""

from __future__ import annotations

import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from kiosk.settings.settings import Settings
from kiosk.speech.clips import Clips, Utterance, read_clips
from kiosk.speech.engine import Engine
from kiosk.speech.narrating import narrate
from kiosk.speech.output import SoundOutput
from kiosk.speech.speaker import Speaker
from kiosk.speech.speech import MachineSpeech
from kiosk.text.folder import ContentFolder
from tests.bench.processes import PROJECT
from tests.bench.rows import Row, percentile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GOAL_MS = 1000
"""The first key of a keypad is answered within a second."""
_SENTENCES = tuple(
    f"In {year} the zone had more than a thousand teams, of which seven hundred came from"
    f" Hong Kong, and {word} raised more money than ever before."
    for year, word in zip(
        ("twenty nineteen", "twenty twenty", "twenty twenty-one", "twenty twenty-two"),
        ("they", "most", "some", "all"),
        strict=True,
    )
)
_SECONDS = 6
_ROUNDS = 3
_WATCHER = """
import os, sys, time
path = sys.argv[1]
print("ready", flush=True)
while not (os.path.exists(path) and os.path.getsize(path)):
    time.sleep(0.0005)
print(time.monotonic())
"""
_SLOW_PLAYER = """#!{python}
import sys, time
while sys.stdin.buffer.read(882):
    time.sleep(0.02)
"""


def measure() -> list[Row]:
    """Each cold number in a process of its own, the warm ones and the event loop here."""
    rows = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _make_clips(folder)
        for kind in ("clip", "engine"):
            times = [_in_new_process(folder, kind) for _ in range(_ROUNDS)]
            first = statistics.median(each[0] for each in times)
            later = [each for one in times for each in one[1:]]
            rows += [
                Row(f"first sample, {kind}, first sentence", first, "ms", GOAL_MS),
                Row(f"first sample, {kind}, later ones", statistics.median(later), "ms", GOAL_MS),
                Row(f"first sample, {kind}, longest", max(later), "ms", GOAL_MS),
            ]
        rows += _gaps(folder)
    return rows


def _make_clips(folder: Path) -> None:
    wanted = [Utterance(each, "en") for each in _SENTENCES]
    engine = Engine(Settings(folder).sound_engine)
    narrate(ContentFolder.at(folder), wanted, engine, today=datetime.date(2026, 1, 1))


def _in_new_process(folder: Path, kind: str) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.first_sound", str(folder), kind]
    answer = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True)
    times: list[float] = json.loads(answer.stdout)
    return times


def _times(folder: Path, kind: str) -> list[float]:
    """The milliseconds from `say` to the first sample of each sentence, the first one first."""
    application = QCoreApplication([])
    home = folder / "home"
    home.mkdir(exist_ok=True)
    taken = home / "taken"
    (home / ".asoundrc").write_text(
        f'pcm.taken {{ type file slave.pcm {{ type null }} file "{taken}" format raw }}\n'
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    output = SoundOutput("headphones", "taken", environment)
    content = ContentFolder.at(folder)
    clips = read_clips(content) if kind == "clip" else Clips(content)
    engine = None if kind == "clip" else Engine(Settings(folder).sound_engine)
    speaker = Speaker(MachineSpeech([clips], engine, output))
    times = []
    for sentence in _SENTENCES:
        taken.unlink(missing_ok=True)
        watcher = subprocess.Popen(
            [sys.executable, "-c", _WATCHER, str(taken)], stdout=subprocess.PIPE
        )
        assert watcher.stdout is not None
        watcher.stdout.readline()
        _wait(application, 0.5)
        began = time.monotonic()
        speaker.say([Utterance(sentence, "en")])
        while watcher.poll() is None:
            application.processEvents()
            time.sleep(0.001)
        times.append((float(watcher.stdout.read()) - began) * 1000)
        speaker.stop()
    return times


class _Ticks(QObject):
    """Notes how long each turn of the event loop keeps a timer of a millisecond waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def during(self, application: QCoreApplication, act: Callable[[], None] | None) -> list[float]:
        """The gaps in milliseconds while `act` is done every tenth of a second."""
        self.gaps = []
        self._last = time.monotonic()
        self._timer.start()
        until = self._last + _SECONDS
        while time.monotonic() < until:
            if act is not None:
                act()
            _wait(application, 0.1)
        self._timer.stop()
        return self.gaps

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def _gaps(folder: Path) -> list[Row]:
    """The event loop without speech, with it, and with five presses in each tenth of a second.

    In turn, since others may have the processors at one time and not at another.
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    players = folder / "players"
    players.mkdir()
    (players / "aplay").write_text(_SLOW_PLAYER.format(python=sys.executable))
    (players / "aplay").chmod(0o755)
    environment = {**os.environ, "PATH": f"{players}:{os.environ['PATH']}"}
    output = SoundOutput("loudspeaker", environment=environment)
    engine = Engine(Settings(folder).sound_engine)
    speaker = Speaker(MachineSpeech([read_clips(ContentFolder.at(folder))], engine, output))
    ticks = _Ticks()
    sentences = [Utterance(each, "en") for each in _SENTENCES]
    pressed = [Utterance(f"Button {number}.", "en") for number in range(1000)]

    def speak() -> None:
        if not speaker.is_speaking:
            speaker.say(sentences)

    def press() -> None:
        for _ in range(5):
            speaker.say([pressed.pop()])

    found: dict[str, list[float]] = {}
    for _ in range(_ROUNDS):
        for name, act in (("silent", None), ("speaking", speak), ("five presses", press)):
            found.setdefault(name, []).extend(ticks.during(application, act))
            speaker.stop()
            _wait(application, 0.5)
    return [row for name, gaps in found.items() for row in _rows(name, gaps)]


def _rows(name: str, gaps: Sequence[float]) -> list[Row]:
    return [
        Row(f"event loop, {name}, 999 of 1000", percentile(gaps, 0.999), "ms"),
        Row(f"event loop, {name}, longest", max(gaps), "ms"),
    ]


def _wait(application: QCoreApplication, seconds: float) -> None:
    """Let the event loop turn for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    print(json.dumps(_times(Path(sys.argv[1]), sys.argv[2])))
