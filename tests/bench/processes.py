"""Fresh processes for measurements, and a display for them where X can be had."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROJECT = Path(__file__).resolve().parents[2]
_SCREEN = {"x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_LEFT_OUT = {"WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"}
"""Without its bytecode the exhibit would be compiled at every start, as no installed one is."""


def offscreen(folder: Path, width: int, height: int) -> dict[str, str]:
    """An environment whose only screen is one of that size in memory, described in `folder`.

    By itself Qt's offscreen platform has a screen of 800 x 800, and touches beyond it get lost.
    """
    description = folder / f"screen-{width}x{height}.json"
    screen = {**_SCREEN, "name": "memory", "width": width, "height": height}
    description.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return _environment({"QT_QPA_PLATFORM": f"offscreen:configfile={description}"})


@contextmanager
def x_server(width: int, height: int, *options: str) -> Iterator[dict[str, str] | None]:
    """An environment with an X screen of that size; None where Xvfb is not there.

    `options` are more words for its command line.
    """
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            program,
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
            *options,
        ],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            display = answer.readline().strip()
        if display:
            yield _environment({"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"})
        else:
            yield None
    finally:
        server.terminate()
        server.wait()


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    return {**kept, "PYTHONPATH": str(PROJECT), **changes}
