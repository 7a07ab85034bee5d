"""Pictures read in threads while the GUI thread saves and reads images of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from pathlib import Path

HANG_SECONDS = 60

READING = """\
import faulthandler, sys, threading
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPixmap

from kiosk.look.pictures import read_picture

faulthandler.dump_traceback_later({give_up}, exit=True)
application = QGuiApplication([])
picture, copy = Path(sys.argv[1]), sys.argv[2]
pixmap = QPixmap(8, 8)
pixmap.fill()
sizes = []

def read_many():
    for _ in range(60):
        sizes.append(read_picture(picture, QSize(8, 8)).width())

threads = [threading.Thread(target=read_many) for _ in range(2)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    pixmap.save(copy, "PNG")
    assert not QPixmap(copy).isNull()
print(len(sizes), set(sizes))
"""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    image = QImage(QSize(8, 8), QImage.Format.Format_RGB32)
    image.fill(QColor("#0a4"))
    for name in ("p.png", "p.jpeg", "p.bmp", "p.webp"):
        assert image.save(str(tmp_path / name))
    square = '<rect width="8" height="8"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{square}</svg>'
    (tmp_path / "p.svg").write_text(svg, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp", "webp", "svg"])
def test_no_thread_waits_for_another_for_ever(pictures: Path, kind: str) -> None:
    """PySide keeps Python's lock while a pixmap is saved, and frees it while a picture is read."""
    program = READING.format(give_up=HANG_SECONDS - 10)
    done = subprocess.run(
        [sys.executable, "-c", program, str(pictures / f"p.{kind}"), str(pictures / "copy.png")],
        capture_output=True,
        encoding="utf-8",
        timeout=HANG_SECONDS,
        check=False,
    )
    assert done.stdout == "120 {8}\n", done.stderr
