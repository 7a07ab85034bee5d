"""Two screens side by side, on which a module runs in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

HANG_SECONDS = 120


def run_on_two_screens(scratch: Path, module: str, *arguments: str | Path) -> object:
    """What a module prints as JSON, with the screens `wall` and, to the right of it, `desk`."""
    screens = [_screen("wall", 0, 1280, 720), _screen("desk", 1280, 960, 540)]
    file = scratch / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "PYTHONPATH": str(PROJECT),
    }

    finished = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=HANG_SECONDS,
        check=False,
    )

    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    place = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, **place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
