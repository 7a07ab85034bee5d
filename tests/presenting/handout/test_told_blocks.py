"""People, quotes and events on paper: each whole, with who said it and where it comes from."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.languages.words import read_words
from kiosk.screen.assistive.reading_texts import letters_of
from kiosk.screen.board.credits import film_owners
from kiosk.screen.locale import Locale
from kiosk.shipped import shipped
from tests.exhibit.told_panels import SHENZHEN, with_told_panels
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exhibit.sound_content import Content

pytestmark = [pytest.mark.usefixtures("qapp"), needs("pdftotext")]
TOUR = """\
id: walk
title: {en: A walk, zh-Hant: 漫步, zh-Hans: 漫步, pt: Um passeio}
steps:
- id: people
  place: shenzhen/who
  notes: {en: Here., zh-Hant: 這裏。, zh-Hans: 这里。, pt: Aqui.}
  duration: "1:00"
"""


def words_of(content: Content, what: str, out: Path, language: str) -> str:
    """The letters of a handout."""
    asked = ["handout", what, "--content", str(content.folder), "--out", str(out)]
    assert main([*asked, "--language", language]) == 0
    done = subprocess.run(
        ["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True, timeout=60
    )
    return letters_of(done.stdout)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ["Who began", "He built a lens. It is small.", "Zhou Yunxian", "We began with five.",
             "April 2024", "7 December 2014", "Teams move in.", "More come."],
        ),
        ("zh-Hant", ["誰開始的", "陳福榮", "我們由五人開始", "2014年12月7日", "團隊進駐"]),
    ],
)  # fmt: skip
def test_all_of_them_are_in_the_handout(
    content: Content, tmp_path: Path, language: str, told: list[str]
) -> None:
    found = words_of(with_told_panels(content), "all", tmp_path / "all.pdf", language)

    for words in told:
        assert letters_of(words) in found


def test_a_step_of_a_tour_shows_all_people_at_once(content: Content, tmp_path: Path) -> None:
    content.write("tours/walk.yaml", TOUR)
    found = words_of(with_told_panels(content), "walk", tmp_path / "walk.pdf", "en")

    assert letters_of("He built a lens") in found
    assert letters_of("She sells it") in found


@pytest.mark.parametrize(("day", "is_there"), [(1_798_000_000, True), (1_800_000_000, False)])
def test_what_is_over_is_not_on_paper(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: int, is_there: bool
) -> None:
    """The first day is 22 December 2026, the other one 15 January 2027."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(day))
    with_told_panels(content)
    content.change(SHENZHEN, "- id: said\n", "- id: said\n  until: 2026\n")
    found = words_of(content, "all", tmp_path / "all.pdf", "en")

    assert (letters_of("We began with five") in found) is is_there


def test_whose_a_film_is_stands_below_its_page_and_on_the_page_about_the_exhibit(
    content: Content, tmp_path: Path
) -> None:
    owner = "credit: {en: Museum film, zh-Hant: 館, zh-Hans: 馆, pt: Filme}, licence: CC BY 4.0"
    film = f"    film: {{file: opening.mp4, {owner}}}\n    places: ["
    content.change(SHENZHEN, "    places: [", film)
    content.write("films/opening.mp4", b"")
    found = words_of(content, "all", tmp_path / "all.pdf", "en")
    assert letters_of("Film: Museum film · CC BY 4.0") in found

    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    locale = Locale("en", read_words(shipped("assets") / "words"), exhibit)
    assert film_owners(locale) == {"Museum film · CC BY 4.0": ["One"]}
