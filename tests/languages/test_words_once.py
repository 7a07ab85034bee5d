"""No key stands in a file of words twice: the first of the two would be read by nobody."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import shipped

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(
    [
        *(shipped("assets") / "words").glob("*.yaml"),
        *(shipped("assets") / "messages").glob("*.yaml"),
    ]
)
KEY = re.compile(r'^("(?:[^"\\]|\\.)*"|[\w.-]+):', re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_key_stands_there_twice(file: Path) -> None:
    keys = Counter(KEY.findall(file.read_text(encoding="utf-8")))

    assert [key for key, times in keys.items() if times > 1] == []
