"""How long a visitor looks at nothing after a crash and after a hang, under our own supervisor.

The supervisor waits as it does in a hall; back means that everything can be touched.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.process.supervisor import Supervisor
from kiosk.shipped import shipped
from tests.bench.processes import PROJECT
from tests.bench.rows import Row

CRASH_GOAL_SECONDS = 5.0
HANG_GOAL_SECONDS = 40.0
_PATIENCE_SECONDS = 200.0
_TELLING = """
import os, sys, time
sys.path.insert(0, sys.argv.pop(1))
import kiosk.app
file = sys.argv.pop(1)

class Telling(kiosk.app.App):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.tell)

    def tell(self):
        with open(file, "a") as stands:
            print(os.getpid(), time.monotonic(), file=stands)

kiosk.app.App = Telling
from kiosk.__main__ import main
sys.exit(main())
"""


def measure() -> list[Row]:
    """Kill it, then stop it, and wait for the next one both times."""
    with tempfile.TemporaryDirectory() as folder:
        stands = Path(folder) / "stands"
        settings = Path(folder) / "settings.yaml"
        settings.write_text(f"folders: {{state: {folder}, logs: {folder}}}\n", encoding="utf-8")
        words = ("run", "--window", "1920x1080", "--locked", "--settings", str(settings))
        supervisor = Supervisor(
            [sys.executable, "-c", _TELLING, str(PROJECT), str(stands), *words],
            content=lambda: shipped("content"),
            trust=ContentTrust(Path(folder) / "content-trust.json"),
            say=_say,
        )
        thread = threading.Thread(target=supervisor.keep_running)
        thread.start()
        try:
            crash = _seconds_until_back(stands, 1, signal.SIGKILL)
            hang = _seconds_until_back(stands, 2, signal.SIGSTOP)
        finally:
            supervisor.stop()
            thread.join(_PATIENCE_SECONDS)
    return [
        Row("from a crash until the exhibit is back", crash, "s", CRASH_GOAL_SECONDS),
        Row("from a hang until the exhibit is back", hang, "s", HANG_GOAL_SECONDS),
    ]


def _seconds_until_back(stands: Path, number: int, blow: signal.Signals) -> float:
    """Hit the exhibit that was the `number`th to stand; the time until the next one stands."""
    process, _ = _standing(stands, number)
    hit_at = time.monotonic()
    os.kill(process, blow)
    return _standing(stands, number + 1)[1] - hit_at


def _standing(stands: Path, number: int) -> tuple[int, float]:
    """The process of the `number`th exhibit, and when it stood."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        lines = stands.read_text("utf-8").splitlines() if stands.exists() else []
        if len(lines) >= number:
            process, at = lines[number - 1].split()
            return int(process), float(at)
        time.sleep(0.02)
    raise RuntimeError(f"the {number}. exhibit never stood")


def _say(line: str) -> None:
    print(line, file=sys.stderr)
