"""Another museum's exhibit, screen by screen: nothing names our bay, our cities or our map."""

from __future__ import annotations

import re
import subprocess
from itertools import chain
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.__main__ import main
from kiosk.exhibit.place import BAY, CREDITS, HOME, Place
from kiosk.guard.staff.staff_desk import StaffDesk
from kiosk.journey.comfort import Comfort
from kiosk.text.multilingual import LANGUAGES
from kiosk.workshop.check.drawn_text import drawn_texts
from kiosk.workshop.pictures.exhibit_screens import screens
from tests.guard.staff.locked_exhibit import LockedExhibit
from tests.journeys.standing import close_exhibit, open_exhibit
from tests.presenting.talks import Clock, talk_in
from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.app import App

OURS = re.compile(
    r"greater bay|guangdong|guangzhou|shenzhen|hong kong|hongkong|maca[ou]|qianhai|hengqin|hetao"
    r"|nansha|zhuhai|dongguan|foshan|pearl river|south china sea|\bbay\b|\bba[ií]a\b"
    r"|OpenStreetMap|ECharts|CC BY"
    r"|灣區|湾区|粵(?!拼)|粤(?!拼)|廣東|广东|深圳|香港|澳門|澳门|前海|[海港]灣|[海港]湾",
    re.IGNORECASE,
)
LAYER = """\
id: seats
title: {en: Seats}
unit: people
source: map
as_of: 2025
points:
- {zone: hall, at: 2024, value: 40}
- {zone: hall, value: 60}
- {zone: kitchen, at: 2024, value: 8}
- {zone: kitchen, value: 12}
- {zone: library, value: 20}
"""
TOUR = """\
id: talk
title: {en: A walk}
steps:
- {id: begin, place: home, layer: seats, notes: {en: Welcome.}, duration: "1:00"}
- {id: hall, place: hall/on-the-map, notes: {en: Look up.}, duration: "1:00"}
- {id: said, statement: {en: Every room has a door}, notes: {en: Wait.}, duration: "0:30"}
"""
FACTS = """\
- id: seats
  kind: facts
  source: map
  as_of: 2025
  facts:
  - {id: all, lead: true, value: 60, unit: people, label: {en: seats}}
"""


def house(folder: Path) -> Path:
    """A content folder of a plan, with a data layer, figures and a talk, in our four languages."""
    made = folder / "house"
    plan = str(PROJECT / "docs" / "own-map" / "house.svg")
    assert main(["new", "--from-map", plan, "--out", str(made)]) == 0
    exhibit = made / "exhibit.yaml"
    text = exhibit.read_text(encoding="utf-8")
    spoken = text.replace("languages: [en]", f"languages: [{', '.join(LANGUAGES)}]")
    exhibit.write_text(f"{spoken}\nattract: [hall, kitchen/on-the-map]\n", encoding="utf-8")
    with (made / "zones" / "hall.yaml").open("a", encoding="utf-8") as zone:
        zone.write(FACTS)
    for name, words in (("layers/seats.yaml", LAYER), ("tours/talk.yaml", TOUR)):
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(words, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def folder(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return house(tmp_path_factory.mktemp("museum"))


@pytest.fixture(scope="module")
def exhibit(folder: Path) -> Iterator[App]:
    app = open_exhibit(folder)
    yield app
    close_exhibit(app)


def ours_in(window: QWidget) -> list[str]:
    """What of ours a window draws, or says to those who can't see it."""
    widgets = [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]
    spoken = chain.from_iterable(
        (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        for each in widgets
    )
    words = [*(text.words for text in drawn_texts(window)), *spoken]
    return sorted({each for each in words if OURS.search(each)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_names_ours(exhibit: App, language: str) -> None:
    exhibit.journey.set_comfort(Comfort(language=language, still=True))
    found: dict[str, list[str]] = {}
    shown = [screen.place for screen in screens(exhibit)]
    assert Place(layer="seats") in shown
    for place in (*shown, Place(screen=BAY), Place(layer="seats").at_year("2024")):
        exhibit.journey.go(place, ("hall", "kitchen") if place.layer else ())
        exhibit.stage.finish()
        found[str(place)] = ours_in(exhibit.stage)
    exhibit.journey.go(HOME)

    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_the_attract_loop_nor_the_question_does(exhibit: App, language: str) -> None:
    exhibit.journey.set_comfort(Comfort(language=language, still=True))
    exhibit.stage.ask_still_here()
    exhibit.stage.count_still_here(20)
    asked = ours_in(exhibit.stage)
    exhibit.stage.hide_still_here()
    exhibit.stage.attract()
    QApplication.processEvents()
    looped = ours_in(exhibit.stage)
    exhibit.stage.wake()

    assert (asked, looped) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_for_staff_does(exhibit: App, language: str, tmp_path: Path) -> None:
    exhibit.journey.set_comfort(Comfort(language=language, still=True))
    locked = LockedExhibit(exhibit, tmp_path)
    try:
        locked.locked.desk.open()
        QApplication.processEvents()
        (desk,) = exhibit.stage.findChildren(StaffDesk)
        assert drawn_texts(desk)
        found = ours_in(exhibit.stage)
    finally:
        locked.close()

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_talk_does(exhibit: App, language: str) -> None:
    exhibit.journey.set_comfort(Comfort(language=language, still=True))
    talk = talk_in(exhibit, Clock(), notes_language=language)
    talk.begin(None)
    try:
        found = []
        for _ in talk.player.tour.steps:
            exhibit.stage.finish()
            QApplication.processEvents()
            found += [*ours_in(exhibit.stage), *ours_in(talk.console)]
            talk.player.forward()
    finally:
        talk.end()
    exhibit.journey.go(HOME)

    assert found == []


@needs("pdftotext")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tour", ["all", "talk"])
def test_no_handout_does(folder: Path, tmp_path: Path, language: str, tour: str) -> None:
    out = tmp_path / "handout.pdf"
    options = ["--notes", "--language", language, "--content", str(folder)]
    assert main(["handout", tour, "--out", str(out), *options]) == 0

    done = subprocess.run(
        ["pdftotext", out, "-"], capture_output=True, text=True, check=True, timeout=60
    )
    with pikepdf.open(out) as document:
        described = [str(value) for value in document.docinfo.values()]
        tagged = [
            str(each.Alt)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert "Hall" in done.stdout
    assert OURS.findall("\n".join([done.stdout, *described, *tagged])) == []


def test_where_ours_stands_in_for_a_map_that_cannot_be_read_its_credit_is_ours(
    qapp: object, tmp_path: Path
) -> None:
    broken = house(tmp_path)
    with (broken / "exhibit.yaml").open("a", encoding="utf-8") as exhibit:
        exhibit.write("credits: {beside_map: {en: Plan by us}, map: {en: Plan by us}}\n")
    text = (broken / "exhibit.yaml").read_text(encoding="utf-8")
    approved = text.replace("{missing: not asked for yet}", "{number: GS(2026)1, holder: Us}")
    (broken / "exhibit.yaml").write_text(approved, encoding="utf-8")
    (broken / "map" / "house.svg").write_text("<svg", encoding="utf-8")
    app = open_exhibit(broken)
    try:
        seen = {HOME: "", Place(screen=CREDITS): ""}
        for place in seen:
            app.journey.go(place)
            for page in range(1, app.stage.pages + 1):
                app.journey.go(place.at_page(page))
                app.stage.finish()
                seen[place] += "\n".join(text.words for text in drawn_texts(app.stage))
    finally:
        close_exhibit(app)

    for words in seen.values():
        assert "OpenStreetMap" in words
        assert "Plan by us" not in words
        assert "GS(2026)1" not in words
