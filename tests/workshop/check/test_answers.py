"""What was laid out before is not laid out again, but where anything has changed that it is of."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.screen.map.map_file import drawn_map
from kiosk.workshop.check import answer_keys as keys_module
from kiosk.workshop.check import laying_out
from kiosk.workshop.check.answer_keys import AnswerKeys
from kiosk.workshop.check.answers import Answers, answers_folder
from kiosk.workshop.check.laid_out_parts import LaidOutPart, parts_of
from kiosk.workshop.check.laying_out import check_layout
from kiosk.workshop.check.measured_page import (
    MeasuredClash,
    MeasuredCut,
    MeasuredLines,
    MeasuredPage,
    OpenedPanel,
)
from kiosk.workshop.check.measuring import measured_pages
from kiosk.workshop.check.trial import SHAPES, Trial
from tests.workshop.check.laid_out import FULL_HD, PORTRAIT, ignore_share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.text.messages import PlacedMessage
    from kiosk.workshop.check.known_pages import Job
    from tests.exhibit.sound_content import Content

HOME, LIST, CREDITS = LaidOutPart(), LaidOutPart(screen="list"), LaidOutPart(screen="credits")
QIANHAI, SHENZHEN = LaidOutPart(zone="qianhai"), LaidOutPart(zone="shenzhen")
OF_QIANHAI = "zones/qianhai.yaml"
PAGE = MeasuredPage(
    OpenedPanel("qianhai", 1),
    1,
    2,
    True,
    False,
    ("澳門",),
    3,
    (MeasuredCut("a", "left", 4),),
    (MeasuredClash("a", "b"),),
    (MeasuredLines("a b", ("a|b",), 2, 30),),
    ("a", "b"),
    True,
)
KEY = "ab" * 20


def exhibit_of(content: Content) -> Exhibit:
    exhibit = read_exhibit(content.folder).exhibit
    assert exhibit is not None
    return exhibit


def keys_of(content: Content) -> dict[LaidOutPart, str]:
    exhibit = exhibit_of(content)
    keys = AnswerKeys(exhibit, SHAPES)
    return {part: keys.key(part, "en", FULL_HD) for part in parts_of(exhibit)}


def changed(content: Content, before: dict[LaidOutPart, str]) -> set[LaidOutPart]:
    after = keys_of(content)
    assert after.keys() == before.keys()
    return {part for part, key in after.items() if key != before[part]}


@pytest.fixture
def before(content: Content, qapp: object) -> dict[LaidOutPart, str]:
    return keys_of(content)


def test_nothing_has_changed_where_nothing_has(
    content: Content, before: dict[LaidOutPart, str]
) -> None:
    assert changed(content, before) == set()
    assert len(set(before.values())) == len(before)


def test_a_text_of_a_panel_is_laid_out_in_its_place_and_on_boards(
    content: Content, before: dict[LaidOutPart, str]
) -> None:
    content.change(OF_QIANHAI, "en: from Hong Kong", "en: of Hong Kong")

    found = changed(content, before)

    assert {QIANHAI, LIST} <= found
    assert all(part == QIANHAI or part.is_board for part in found)


def test_a_name_is_on_every_map_and_in_every_place(
    content: Content, before: dict[LaidOutPart, str]
) -> None:
    content.change(OF_QIANHAI, "en: Qianhai", "en: Qianhai Bay")

    assert changed(content, before) == before.keys()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yaml", "en: People's Daily", "en: People's Paper"),
        ("units.yaml", '"{n} teams"', '"{n} groups"'),
        (OF_QIANHAI, "value: 691", "value: 692"),
        (OF_QIANHAI, "marker: qianhai, label_at: left", "marker: qianhai, label_at: right"),
        ("exhibit.yaml", "map: bay.svg", "wording: {outside: {en: Out there}}\nmap: bay.svg"),
        ("map/bay.svg", "<svg ", '<svg data-new="" '),
    ],
)
def test_whatever_a_place_is_drawn_from_has_it_laid_out_again(
    content: Content, before: dict[LaidOutPart, str], file: str, old: str, new: str
) -> None:
    content.change(file, old, new)

    assert QIANHAI in changed(content, before)


def test_a_source_that_a_place_does_not_cite_has_nothing_of_it_laid_out(
    content: Content, before: dict[LaidOutPart, str]
) -> None:
    text = (content.folder / "sources.yaml").read_text(encoding="utf-8")
    content.write("sources.yaml", text + text.replace("peoples-daily-2024-06-16", "another-one"))

    found = changed(content, before)

    assert CREDITS in found
    assert all(part.is_board for part in found)


def test_a_picture_that_is_named_counts_with_all_that_is_in_it(
    content: Content, qapp: object
) -> None:
    named = [part for part in keys_of(content) if part.zone]
    pictured = [
        part
        for part in named
        if "town.svg" in (content.folder / f"zones/{part.zone}.yaml").read_text(encoding="utf-8")
    ]
    assert pictured
    before = keys_of(content)
    content.change("pictures/town.svg", "<svg ", '<svg data-new="" ')

    found = changed(content, before)

    assert {part for part in found if part.zone} == {*pictured}


def test_each_language_shape_and_comfort_is_its_own(content: Content, qapp: object) -> None:
    exhibit = exhibit_of(content)
    keys = AnswerKeys(exhibit, SHAPES)

    found = {
        keys.key(part, language, shape)
        for part in parts_of(exhibit)
        for language in exhibit.languages
        for shape in SHAPES
    }

    assert len(found) == len([*parts_of(exhibit)]) * len(exhibit.languages) * len(SHAPES)
    moved = replace(FULL_HD, low_reach=True)
    assert keys.key(HOME, "en", moved) != keys.key(HOME, "en", FULL_HD)


def test_another_program_or_other_fonts_have_everything_laid_out_again(
    content: Content, before: dict[LaidOutPart, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(keys_module, "digest_of_program", _another_program)
        assert changed(content, before) == before.keys()
    monkeypatch.setattr(QFontDatabase, "families", _other_fonts)
    assert changed(content, before) == before.keys()


def _another_program() -> bytes:
    return b"another"


def _other_fonts() -> list[str]:
    return ["Another"]


def test_where_nothing_is_missing_all_that_is_drawn_is_drawn_from_the_part_alone(
    content: Content, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    exhibit = exhibit_of(content)
    drawing = drawn_map(exhibit.map_file, exhibit.meanings)
    of_parts = _measured(exhibit, drawing)

    monkeypatch.setattr("kiosk.workshop.check.trial.drawn_from", _whole)

    assert _measured(exhibit, drawing) == of_parts


def _whole(exhibit: Exhibit, _part: LaidOutPart) -> Exhibit:
    return exhibit


def _measured(exhibit: Exhibit, drawing: object) -> list[MeasuredPage]:
    trial = Trial(exhibit, drawing)  # type: ignore[arg-type]
    try:
        return [
            page
            for language in ("en", "zh-Hant")
            for part in parts_of(exhibit)
            for page in measured_pages(trial, part, language, PORTRAIT)
        ]
    finally:
        trial.close()


def _checked(content: Content, answers: Answers) -> tuple[PlacedMessage, ...]:
    return check_layout(
        content.folder, ignore_share, shapes=(FULL_HD,), processes=1, answers=answers
    )


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """What was laid out."""
    done: list[Job] = []
    work = laying_out._Desk.work

    def record(desk: laying_out._Desk, job: Job) -> list[tuple[MeasuredPage, ...]]:
        done.append(job)
        return work(desk, job)

    monkeypatch.setattr(laying_out._Desk, "work", record)
    return done


def test_the_same_is_said_of_what_was_laid_out_before(
    content: Content, tmp_path: Path, qapp: object, jobs: list[Job]
) -> None:
    content.change(OF_QIANHAI, "en: A zone", f"en: {' '.join(['counterrevolutionary' * 3] * 6)}")
    answers = Answers(tmp_path / "answers")
    first = _checked(content, answers)
    assert first
    assert len(jobs) == 4
    jobs.clear()

    assert _checked(content, answers) == first
    assert jobs == []

    # A line above moves what is said, and nothing of it is laid out again.
    text = (content.folder / OF_QIANHAI).read_text(encoding="utf-8")
    content.write(OF_QIANHAI, f"# moved\n{text}")
    moved = _checked(content, answers)
    assert [each.line for each in moved] == [each.line + 1 for each in first]
    assert [each.text for each in moved] == [each.text for each in first]
    assert jobs == []

    content.change(OF_QIANHAI, "en: from Hong Kong", "en: of Hong Kong")
    assert _checked(content, answers) == _checked(content, Answers(None))
    assert HOME not in jobs[0].parts
    assert QIANHAI in jobs[0].parts


def test_what_is_kept_is_found_as_it_was(tmp_path: Path) -> None:
    Answers(tmp_path).keep(KEY, [PAGE, PAGE])
    Answers(tmp_path).keep("cd" * 20, [])

    assert Answers(tmp_path).find(KEY) == (PAGE, PAGE)
    assert Answers(tmp_path).find("cd" * 20) == ()
    assert Answers(tmp_path).find("ef" * 20) is None
    assert Answers(None).find(KEY) is None


def _damages() -> Iterator[bytes]:
    yield b""
    yield b"x" * 40


@pytest.mark.parametrize("damage", [*_damages(), None])
def test_what_is_damaged_is_not_there(tmp_path: Path, damage: bytes | None) -> None:
    answers = Answers(tmp_path)
    answers.keep(KEY, [PAGE])
    (file,) = tmp_path.glob("*/*")
    kept = file.read_bytes()
    file.write_bytes(kept[:-3] if damage is None else damage)

    assert answers.find(KEY) is None
    answers.keep(KEY, [PAGE])
    assert answers.find(KEY) == (PAGE,)


def test_a_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answers = Answers(tmp_path / "file")

    answers.keep(KEY, [PAGE])

    assert answers.find(KEY) is None
    answers.tidy()


def test_what_was_used_longest_ago_goes_where_there_is_too_much(tmp_path: Path) -> None:
    answers = Answers(tmp_path)
    for name in ("aa", "bb", "cc"):
        answers.keep(name * 20, [PAGE])
    files = sorted(tmp_path.glob("*/*"))
    size = files[0].stat().st_size

    answers.tidy(3 * size)
    assert len([*tmp_path.glob("*/*")]) == 3

    _age(files[0], 20_000)
    _age(files[1], 40_000)
    assert answers.find("bb" * 20) == (PAGE,), "to be asked for is to be used"
    answers.tidy(3 * size - 1)
    assert answers.find("aa" * 20) is None
    assert answers.find("cc" * 20) == (PAGE,)


def _age(file: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(file, (then, then))


def test_answers_are_kept_where_the_system_says(tmp_path: Path) -> None:
    given = answers_folder({"XDG_CACHE_HOME": str(tmp_path)})
    assert given == tmp_path / "kiosk" / "check"
    usual = answers_folder({"XDG_CACHE_HOME": "relative"})
    assert usual.parts[-3:] == (".cache", "kiosk", "check")
