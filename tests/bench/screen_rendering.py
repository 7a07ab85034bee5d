"""`kiosk render`: the time for one screen's PNG, with its share of the start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.processes import PROJECT
from tests.bench.rows import Row


def measure() -> list[Row]:
    """Render every screen in English."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        command = [sys.executable, "-m", "kiosk", "render", "--out", folder, "--languages", "en"]
        began = time.perf_counter()
        subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, check=True)
        took = (time.perf_counter() - began) * 1000
        screens = len(json.loads((Path(folder) / "index.json").read_text(encoding="utf-8")))
    return [Row(f"rendering a screen, of {screens}", took / screens, "ms")]
