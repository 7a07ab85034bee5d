"""Qt maps the file of a font, and opens it once for all sizes in which its letters are drawn."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.project import PROJECT

SET_MANY_SIZES = """\
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from collections import Counter
from pathlib import Path
from PySide6.QtGui import QColor, QImage, QPainter
from kiosk.commands.gui_application import offscreen_application
application = offscreen_application()
from kiosk.look.look import read_look
from kiosk.look.typesetting import set_text
from kiosk.shipped import shipped
look = read_look(shipped("assets"))
image = QImage(400, 200, QImage.Format.Format_ARGB32_Premultiplied)
painter = QPainter(image)
shown = []
for _ in range(3):
    for language in ("zh-Hant", "zh-Hans", "en"):
        for step in range(20):
            for role in ("title", "body", "map_city"):
                text = set_text(look, "\u6df1\u5733 2025", language=language, role=role,
                                scale=0.5 + step / 20)
                text.draw(painter, 0, 0, QColor("white"))
                # What is shown holds its font; what was left goes as another page comes.
                shown = [*shown[-60:], text] if step % 3 else shown
                look.settings.clear()
painter.end()
mapped = Counter(
    line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines()
    if line.endswith((".otf", ".ttf")) and "/look/fonts/" in line
)
print(len(mapped), max(mapped.values()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what is mapped")
def test_each_file_is_mapped_once_however_many_sizes_are_drawn() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SET_MANY_SIZES],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    files, times = map(int, done.stdout.split())

    assert files >= 6
    assert times == 1
