"""A whole tour by the keys of a clicker on two screens, of which one and then the other goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.presenting.talks import content_with_tour
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

HANG_SECONDS = 120


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    place = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, **place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def test_a_talk_on_two_screens(tmp_path: Path) -> None:
    screens = [screen("wall", 0, 1280, 720), screen("desk", 1280, 960, 540)]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "PYTHONPATH": str(PROJECT),
    }

    finished = subprocess.run(
        [sys.executable, "-m", "tests.presenting.two_screens", content_with_tour(tmp_path)],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
        check=False,
    )

    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout) == {
        "places": ["home", "csns/super-steel/2", "home@qianhai+hetao", "home", "home"],
        "begin": ["wall", "desk"],
        "swapped": ["desk", "wall"],
        "desk unplugged": ["wall", "-"],
        "console on the same": ["wall", "wall"],
        "goes on": 0,
        "desk back": ["wall", "desk"],
        "wall unplugged": ["desk", "-"],
        "wall back": ["wall", "desk"],
        "asked": True,
        "ended": True,
    }
