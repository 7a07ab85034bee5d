"""On a map of one's own a point beside all lands is framed, named and off the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.screen.control.button import Button
from tests.journeys.standing import close_exhibit, open_exhibit

if TYPE_CHECKING:
    from pathlib import Path

GARDEN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210">
<rect id="museum" x="30" y="25" width="80" height="60"/>
<rect id="cafe" x="130" y="35" width="50" height="40"/>
<circle id="fountain" cx="240" cy="155" r="2"/>
</svg>
"""


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 1024)], ids=str)
def test_a_point_in_the_corner_is_named_beside_the_buttons(
    qapp: object, tmp_path: Path, size: tuple[int, int]
) -> None:
    drawn = tmp_path / "garden.svg"
    drawn.write_text(GARDEN, encoding="utf-8")
    folder = tmp_path / "garden"
    assert main(["new", "--from-map", str(drawn), "--out", str(folder)]) == 0
    app = open_exhibit(folder, size=size)
    try:
        names = {name.subject: name for name in app.stage.map_view.lettering.names}
        buttons = [
            each.geometry().toRectF()
            for each in app.stage.findChildren(Button)
            if each.isVisible() and each.key in ("zoom_in", "zoom_out")
        ]

        assert "fountain" in names
        assert app.stage.rect().toRectF().contains(names["fountain"].rect)
        assert not any(names["fountain"].rect.intersects(each) for each in buttons)
    finally:
        close_exhibit(app)
