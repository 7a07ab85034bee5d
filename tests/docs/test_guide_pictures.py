"""The pictures of README and the guides show what the exhibit shows today, in full colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QImage, QPainter

from tests.docs.guide_pictures import FOLDER, PASSING, PICTURES, picture_file
from tests.docs.open_windows import OpenWindows
from tests.docs.picture_comparison import distance
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 640_000
_PAGES = ("README.md", *(str(page.relative_to(PROJECT)) for page in PROJECT.glob("docs/**/*.md")))
_TITLE = QRect(800, 70, 400, 80)
"""Where the title of the facts stands in their picture."""


@pytest.fixture(scope="module")
def windows(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenWindows]:
    windows = OpenWindows(tmp_path_factory.mktemp("pictures"))
    yield windows
    windows.close()


@pytest.fixture(scope="module")
def facts(qapp: object) -> QImage:
    """The picture of Qianhai's facts."""
    return QImage(str(picture_file("facts")))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_current(windows: OpenWindows, name: str) -> None:
    """Where it fails: `make pictures ARGUMENTS=NAME`, and look whether the text still fits."""
    found = distance(QImage(str(picture_file(name))), PICTURES[name](windows), PASSING.get(name))

    assert not found.is_seen, f"{name}: {found}"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_full_colour_and_is_small(qapp: object, name: str) -> None:
    image = QImage(str(picture_file(name)))

    assert image.format() in (QImage.Format.Format_RGB32, QImage.Format.Format_RGB888)
    assert image.depth() >= 24
    assert picture_file(name).stat().st_size <= _MOST_BYTES


def test_every_picture_is_drawn_by_the_table_and_shown_by_a_page() -> None:
    shown = {
        found
        for page in _PAGES
        for found in re.findall(
            r"\]\([\w./-]*pictures/([\w-]+)\.png\)", (PROJECT / page).read_text(encoding="utf-8")
        )
    }

    assert {file.name for file in FOLDER.iterdir()} == {f"{name}.png" for name in PICTURES}
    assert shown == set(PICTURES)


@pytest.mark.parametrize("pixels", [6, -6])
def test_a_title_that_has_moved_is_seen(facts: QImage, pixels: int) -> None:
    moved = facts.copy()
    painter = QPainter(moved)
    painter.drawImage(_TITLE.topLeft() + QPoint(0, pixels), facts.copy(_TITLE))
    painter.end()

    assert distance(facts, moved).is_seen


def test_other_words_are_seen(facts: QImage) -> None:
    """A line of the small text is gone."""
    changed = facts.copy()
    painter = QPainter(changed)
    painter.fillRect(QRect(800, 160, 450, 24), facts.pixelColor(1270, 172))
    painter.end()

    assert distance(facts, changed).is_seen


def test_edges_that_fall_otherwise_between_pixels_are_not(facts: QImage) -> None:
    """The same picture a third of a pixel aside, and with a grain that no eye sees."""
    aside = facts.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(aside)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QPointF(1 / 3, 1 / 3), facts)
    painter.end()
    pixels = numpy.frombuffer(aside.constBits(), numpy.uint8).astype(numpy.int16)
    grain = numpy.random.default_rng(12).integers(-2, 3, pixels.size, dtype=numpy.int16)
    grained = numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8).tobytes()
    drawn = QImage(
        grained, aside.width(), aside.height(), aside.bytesPerLine(), QImage.Format.Format_RGB32
    )

    assert not distance(facts, drawn).is_seen


def test_what_passes_is_not_compared(facts: QImage) -> None:
    changed = facts.copy()
    painter = QPainter(changed)
    painter.fillRect(_TITLE, facts.pixelColor(1270, 172))
    painter.end()

    assert distance(facts, changed).is_seen
    assert not distance(facts, changed, (0.6, 0.08, 1.0, 0.24)).is_seen
