"""The readings that came along: of every character that an exhibit of ours writes, and sound."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from kiosk.languages.searching import readings
from kiosk.languages.searching.folded_text import fold, folded_text, is_chinese
from kiosk.languages.searching.readings import SCHEMES, initials, read_readings
from kiosk.shipped import BrokenInstallation, shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_character_of_the_content_has_a_reading(scheme: str) -> None:
    files = chain(shipped("content").rglob("*.yaml"), (shipped("assets") / "words").glob("*.yaml"))
    written = {each for file in files for each in file.read_text("utf-8") if is_chinese(each)}

    assert written - read_readings(scheme, written).keys() == set()


@pytest.mark.parametrize(
    ("scheme", "character", "some"),
    [
        ("pinyin", "前", {"qian"}),
        ("pinyin", "行", {"xing", "hang"}),
        ("pinyin", "绿", {"lv", "lu"}),
        ("jyutping", "前", {"cin"}),
        ("jyutping", "行", {"haang", "hang", "hong"}),
        ("jyutping", "重", {"cung", "zung"}),
    ],
)
def test_a_character_has_all_its_readings(scheme: str, character: str, some: set[str]) -> None:
    assert some <= {each.typed for each in read_readings(scheme, character)[character]}


@pytest.mark.parametrize(("scheme", "rare"), [("pinyin", "an"), ("jyutping", "am")])
def test_what_hardly_anybody_reads_so_is_rare(scheme: str, rare: str) -> None:
    readings = {each.typed: each.is_rare for each in read_readings(scheme, "广")["广"]}

    assert readings.pop(rare)
    assert not all(readings.values())


def test_only_what_is_asked_for_is_kept() -> None:
    assert read_readings("pinyin", "前 a").keys() == {"前"}


def test_a_sound_in_two_letters_is_an_initial_too() -> None:
    assert initials("zhong") == ("zh", "z")
    assert initials("gwong") == ("gw", "g")
    assert initials("an") == ("a",)


def test_damaged_readings_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "words" / "readings"
    folder.mkdir(parents=True)
    (folder / "pinyin.txt").write_text("qian 前\n12 海\n", encoding="utf-8")
    monkeypatch.setattr(readings, "shipped", lambda name: tmp_path)

    with pytest.raises(BrokenInstallation, match="no syllable"):
        read_readings("pinyin", "前")


def test_folded_letters_know_their_places() -> None:
    folded = folded_text("Ação 團Ｑ")

    assert folded.letters == "acao 团q"
    assert folded.span(1, 4) == (1, 4)
    assert fold("ÇÉ") == "ce"
