"""The names in an inset: each has its own spot in the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from tests.exhibit.sound_content import sound_content

if TYPE_CHECKING:
    from pathlib import Path

LABEL = "  - at: [{at}]\n    text: {{en: Town, zh-Hant: 鎮, zh-Hans: 镇, pt: Vila}}\n"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (["70, 20", "20, 70"], []),
        (["70, 20", "72, 21"], ["a label upon label 2 (put it 4 or more away from the other)"]),
        (["70, 20", "70, 20"], ["a label upon label 2 (put it 4 or more away from the other)"]),
        (["70, 20", "70, 24"], []),
    ],
)
def test_labels_upon_each_other_are_told(
    others: list[str], told: list[str], tmp_path: Path
) -> None:
    content = sound_content(tmp_path)
    file = tmp_path / "zones/shenzhen.yaml"
    more = "".join(LABEL.format(at=at) for at in others)
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + more, encoding="utf-8")

    reading = read_exhibit(content.folder)
    found = [str(each).split(": ", 1)[1] for each in reading.messages]

    assert found == told
    assert reading.exhibit is not None
    (zone,) = [each for each in reading.exhibit.zones if each.inset is not None]
    assert zone.inset is not None
    assert len(zone.inset.labels) == 1 + len(others), "none is left out for it"
