"""A whole tour by the keys of a clicker on two screens, of which one and then the other goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.presenting.talks import content_with_tour
from tests.two_screens import run_on_two_screens

if TYPE_CHECKING:
    from pathlib import Path


def test_a_talk_on_two_screens(tmp_path: Path) -> None:
    seen = run_on_two_screens(
        tmp_path, "tests.presenting.talk_on_two_screens", content_with_tour(tmp_path)
    )

    assert seen == {
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
