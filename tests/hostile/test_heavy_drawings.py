"""Maps that are only too much are checked and drawn in the end, and no run waits for ever.

The guards are five times what a loaded machine of two cores takes.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.exhibit.sound_content import sound_content
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHECK_SECONDS = 60
RENDER_SECONDS = 150

PLACES = (
    '<circle id="qianhai" cx="300" cy="300" r="9"/><circle id="shenzhen" cx="600" cy="500" r="9"/>'
)


def far_curves(number: int) -> str:
    ends = (f"{each % 1000} {each * 1000 // number}" for each in range(number))
    signs = (-1 if each % 2 else 1 for each in range(number))
    return "".join(f"C{9e6 * s} 0 {-9e6 * s} 9 {e}" for s, e in zip(signs, ends, strict=True))


def zigzag(points: int) -> str:
    return "".join(f"L{each % 2 * 1000} {each * 1000 / points:.3f}" for each in range(points))


def four(data: str) -> str:
    return "".join(f'<path id="p{each}" d="{data}"/>' for each in range(4))


def squares(number: int, data: str) -> str:
    spots = ((each % 120 * 8, each // 120 * 8) for each in range(number))
    return "".join(f'<path id="s{x}-{y}" d="M{x} {y}{data}"/>' for x, y in spots)


DRAWINGS: dict[str, Callable[[], str]] = {
    "far curves": lambda: f'<path id="p" d="M0 0{far_curves(30_000)}Z"/>',
    "few far curves": lambda: four(f"M0 0{far_curves(6_000)}Z"),
    "zigzags": lambda: four(f"M0 0{zigzag(60_000)}Z"),
    "islands": lambda: four(
        "".join(f"M{each % 200 * 5} {each // 200 * 5}h1v1h-1z" for each in range(40_000))
    ),
    "lakes": lambda: f'<g id="water">{squares(14_000, "h5v5h-5z")}</g>',
    "rivers": lambda: f'<g id="water">{squares(14_000, "l5 5l3 -2")}</g>',
}


_IN_SOAK = ("islands", "lakes", "few far curves")
"""What takes a kind of trouble further that another drawing has too."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.soak) if n in _IN_SOAK else n for n in DRAWINGS],
)
def test_a_map_of_too_much_is_checked_and_drawn(name: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">'
    content.write("map/bay.svg", f"{head}{PLACES}{DRAWINGS[name]()}</svg>")
    here = str(tmp_path / "content")
    pictures = tmp_path / "pictures"

    checked = kiosk("check", "--fast", here, seconds=CHECK_SECONDS)
    drawn = kiosk(
        *("render", "--out", str(pictures), "--languages", "en", "--size", "640x360"),
        *("--only", "home*", "--content", here),
        seconds=RENDER_SECONDS,
    )

    assert checked.returncode == 0, checked.stderr
    assert "Traceback" not in checked.stderr + drawn.stderr
    assert drawn.returncode == 0, drawn.stderr
    assert "path truncated" not in drawn.stderr
    assert (pictures / "home.en.png").is_file()


def kiosk(*words: str, seconds: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
