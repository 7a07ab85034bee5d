"""What curators are promised step by step is what happens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from tests.project import PROJECT

GUIDE = (PROJECT / "docs" / "curators.md").read_text(encoding="utf-8")
PICTURES = sorted(set(re.findall(r"\]\((pictures/[\w./-]+)\)", GUIDE)))


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_there_and_small(path: str) -> None:
    assert (PROJECT / "docs" / path).stat().st_size <= 200_000


def teams(reading: Reading) -> str:
    assert reading.exhibit is not None
    zone = reading.exhibit.zone("qianhai")
    panel = zone.panel("teams") if zone is not None else None
    assert panel is not None
    assert panel.kind == "facts"
    return next((str(fact.value.number) for fact in panel.facts if fact.id == "all"), "")


def test_the_walk_leads_where_it_says(tmp_path: Path) -> None:
    content = Path(shutil.copytree(PROJECT / "content", tmp_path / "my-content"))
    zone = content / "zones" / "qianhai.yaml"
    text = zone.read_text(encoding="utf-8")
    memory = Memory()

    def after(line: str) -> Reading:
        assert text.count("    value: 1195\n") == 1
        zone.write_text(text.replace("    value: 1195\n", line), encoding="utf-8")
        return read_exhibit(content, memory)

    assert "find `value: 1195`\n   and write `value: 1200`" in GUIDE
    assert teams(after("    value: 1200\n")) == "1200"
    assert after("    value: 1200\n").messages == ()

    assert "Write `valeu:` in place of `value:`" in GUIDE
    mistaken = after("    valeu: 1200\n")
    assert teams(mistaken) == ""
    assert any("did you mean 'value'?" in message.hint for message in mistaken.messages)

    assert "Take two of the four spaces before `value:` away" in GUIDE
    after("    value: 1200\n")
    spoilt = after("  value: 1200\n")
    assert teams(spoilt) == "1200"
    assert [message.text for message in spoilt.messages] == [
        "this line does not line up with the lines above"
    ]
