"""What is laid out in some window shapes tells for the others: the same is said of all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.look.look import Look, read_look
from kiosk.screen.arrangement import arrange
from kiosk.shipped import shipped
from kiosk.workshop.check import known_pages
from kiosk.workshop.check.laid_out_parts import LaidOutPart
from kiosk.workshop.check.laying_out import check_layout
from kiosk.workshop.check.layout_rules import Judged, may_be_broken
from kiosk.workshop.check.measured_page import MeasuredPage, OpenedPanel
from kiosk.workshop.check.telling_shapes import SNUG, telling
from kiosk.workshop.check.trial import SHAPES
from kiosk.workshop.check.written_texts import WrittenTexts
from tests.exhibit.sound_content import Content, sound_content
from tests.workshop.check.laid_out import ignore_share

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.known_pages import Job
    from kiosk.workshop.check.trial import WindowShape

PANEL, LAYER = LaidOutPart(zone="qianhai"), LaidOutPart(layer="people")
TOLD_BY_SNUG = [
    shape for shape in SHAPES if (told := telling(PANEL, shape, SHAPES)) and SNUG in told.shapes
]


def look_of(shape: WindowShape) -> Look:
    look = read_look(shipped("assets"))
    if shape.text_size:
        look = look.text_sized(shape.text_size)
    return look.sized(QSizeF(shape.size))


def test_the_snug_panel_has_less_room_than_any_that_it_tells_for() -> None:
    look = look_of(SNUG)
    panel = arrange(look, SNUG.size).panel
    width = panel.width() * (1 - SNUG.spare)
    for shape in TOLD_BY_SNUG:
        sized = look_of(shape)
        room = arrange(sized, shape.size, low=shape.low_reach).panel.width() / sized.px(1)
        for name, style in sized.styles.items():
            whole = max(1, round(sized.px(style.size)))
            assert room / (whole / sized.px(style.size)) > width, (shape.name, name)


def test_who_tells_is_laid_out_in_any_case(qapp: object) -> None:
    for part in (PANEL, LAYER):
        for shape in SHAPES:
            found = telling(part, shape, SHAPES)
            for teller in found.shapes if found else ():
                assert teller is SNUG or telling(part, teller, SHAPES) is None


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_a_shape_alone_is_laid_out_itself(shape: WindowShape) -> None:
    assert telling(PANEL, shape, [shape]) is None
    assert telling(LAYER, shape, [shape]) is None


def test_the_same_is_said_as_of_every_shape(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en]")
    _spoil(content)
    monkeypatch.setattr(known_pages, "parts_of", _panels_of)
    meanwhile: list[tuple[PlacedMessage, ...]] = []
    told = check_layout(
        content.folder, ignore_share, processes=1, found=meanwhile.append, first="shenzhen"
    )

    monkeypatch.setattr(known_pages, "telling", _nobody)

    assert told
    assert {each.rule for each in told} >= {"line-length", "many-headline-lines", "left-out-text"}
    assert told == check_layout(content.folder, ignore_share, processes=1)

    # What is wrong is said as it is found, of the open zone first and in all of its shapes.
    assert {each.file for each in meanwhile[0]} == {"zones/shenzhen.yaml"}
    first = next(each for each in meanwhile if any("qianhai" in found.file for found in each))
    assert {each for each in told if "shenzhen" in each.file} == {
        each for each in first if "shenzhen" in each.file
    }
    assert {each.text.split(", in en")[0] for each in meanwhile[-1]} == {
        each.text.split(", in en")[0] for each in told
    }


def test_what_was_shortened_or_is_near_to_being_wrong_is_doubtful(content: Content) -> None:
    content.change("zones/qianhai.yaml", "en: A zone", "en: A zone. It is new")
    reading = read_exhibit(content.folder)
    assert reading.exhibit is not None
    judged = Judged(reading.exhibit, WrittenTexts({}, {}), "en", SNUG, SHAPES)
    opening = OpenedPanel("qianhai")
    page = MeasuredPage(opening, 1, 1, True, False, (), 0, (), (), (), ("Azone.Itisnew",), False)

    assert not may_be_broken(judged, [page], 1.0)
    assert may_be_broken(judged, [page._replace(seen=("Azone.",))], 1.0)
    assert may_be_broken(judged, [page._replace(is_near=True)], 1.0)


def test_where_nothing_is_wrong_few_shapes_are_laid_out(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sound_content(tmp_path / "content")
    content.change("exhibit.yaml", "[en, zh-Hant, zh-Hans, pt]", "[en]")
    rounds: list[list[Job]] = []
    jobs = known_pages.KnownPages.jobs

    def record(pages: known_pages.KnownPages) -> list[Job]:
        rounds.append(jobs(pages))
        return rounds[-1]

    monkeypatch.setattr(known_pages.KnownPages, "jobs", record)

    assert check_layout(content.folder, ignore_share, processes=1) == ()

    asked = [job.shape.name for job in rounds[0] if PANEL in job.parts]
    assert asked == ["snug", "largest", "largest-reach-portrait"]
    counts = [sum(len(job.parts) for job in each) for each in rounds]
    assert all(more > fewer for more, fewer in pairwise(counts))


def _panels_of(exhibit: Exhibit) -> list[LaidOutPart]:
    """The panels alone, for a quick test."""
    return [LaidOutPart(zone=zone.id) for zone in exhibit.zones]


def _nobody(*_asked: object) -> None:
    """Nothing tells for anything."""


def _spoil(content: Content) -> None:
    """Write what is wrong in some shapes only, and nearly so in others."""
    qianhai, shenzhen = "zones/qianhai.yaml", "zones/shenzhen.yaml"
    content.change(qianhai, "en: A zone", f"en: {' '.join(['counterrevolutionarilyminded'] * 6)}")
    headline = "Sixty in a hundred of all the young teams of this long street came from Hong Kong"
    content.change(qianhai, "en: Six in ten, zh", f"en: {headline}, zh")
    lines = "".join(f"\n        - line {number}" for number in range(13))
    content.change(shenzhen, "      en: A strong steel.", f"      en: |{lines}")
