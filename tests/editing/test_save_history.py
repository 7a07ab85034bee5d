"""Each save can be looked at and brought back; old ones thin out; a broken line harms nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.edits import DeleteFile, NewFile, SetText
from kiosk.exhibit.editing.save_history import SaveHistory
from kiosk.text.phrase import said
from tests.editing.folders import contents, opened, with_files, written

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edited_folder import EditedFolder

START = datetime(2026, 11, 27, 9, tzinfo=UTC)


class Days:
    """A clock that a test turns on."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = with_files(tmp_path, exhibit="format: 1\n", zones__a="id: a\n")
    (root / "pictures").mkdir()
    (root / "pictures/p.png").write_bytes(b"\x89PNG\0")
    return root


def saved(folder: EditedFolder, words: str) -> None:
    folder.apply(f"Write {words}", [SetText("zones/a.yaml", ("id",), words)])
    assert written(folder).history_message == ""


def test_every_save_is_kept_with_what_was_found(root: Path, days: Days) -> None:
    history, before = SaveHistory.beside(root, days), contents(root)
    folder = opened(root, history)
    saved(folder, "b")
    days.now += timedelta(hours=30)
    saved(folder, "c")
    found, one, two = history.saves()
    assert [save.label for save in history.saves()] == ["", "Write b", "Write c"]
    assert history.state_at(found) == before
    assert history.state_at(one) == {**before, "zones/a.yaml": b"id: b\n"}
    assert history.state_at(two) == contents(root)
    assert [len(saves) for saves in history.days().values()] == [2, 1]


def test_what_is_typed_within_a_minute_is_one_save(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    folder = opened(root, history)
    for number, words in enumerate(("W", "Wo", "Wor", "Word")):
        days.now = START + timedelta(seconds=20 * number)
        folder.apply("Type", [SetText("zones/a.yaml", ("id",), words)], joins="id")
        written(folder)
    folder.close()
    lines = (history.folder / "saves.jsonl").read_text().splitlines()
    assert len(lines) == 3
    found, first, second = history.saves()
    said = [history.state_at(save)["zones/a.yaml"] for save in (found, first, second)]
    assert said == [b"id: a\n", b"id: Wor\n", b"id: Word\n"]
    assert (first.time, second.time) == (START, START + timedelta(seconds=60))


def test_a_state_is_laid_out_to_be_looked_at(root: Path, days: Days, tmp_path: Path) -> None:
    history, before = SaveHistory.beside(root, days), contents(root)
    saved(opened(root, history), "b")
    history.materialise(history.saves()[0], tmp_path / "look")
    assert contents(tmp_path / "look") == before


def test_what_is_brought_back_can_be_undone_and_is_a_save_itself(root: Path, days: Days) -> None:
    history, before = SaveHistory.beside(root, days), contents(root)
    folder = opened(root, history)
    saved(folder, "b")
    folder.apply("Other", [DeleteFile("pictures/p.png"), NewFile("data/t.csv", b"a\n1\n")])
    written(folder)
    edited = contents(root)
    folder.apply("As it was", history.restoring(history.saves()[0], folder.draft()))
    written(folder)
    assert contents(root) == before
    assert history.saves()[-1].label == "As it was"
    folder.undo()
    written(folder)
    assert contents(root) == edited


def test_what_somebody_else_did_between_two_openings_is_kept_too(root: Path, days: Days) -> None:
    saved(opened(root, SaveHistory.beside(root, days)), "b")
    (root / "zones/a.yaml").write_text("id: theirs\n")
    (root / "zones/n.yaml").write_text("id: n\n")
    history = SaveHistory.beside(root, days)
    opened(root, history)
    assert history.state_at(history.saves()[-1]) == contents(root)


def test_a_line_that_a_power_cut_left_half_is_passed_over(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    folder = opened(root, history)
    saved(folder, "b")
    lines = history.folder / "saves.jsonl"
    lines.write_bytes(lines.read_bytes() + b'{"id": "x", "time": "2026-1')
    saved(folder, "c")
    assert [save.label for save in history.saves()] == ["", "Write b", "Write c"]
    assert history.state_at(history.saves()[-1]) == contents(root)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "x", "time": "2026-11-27T10:00:00+00:00", "label": "", "files": {"a": 1}}',
        '{"id": "x", "time": "2026-11-27T10:00:00", "label": "", "files": {}}',
        '["a"]',
        "\xff",
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_save_is_passed_over(root: Path, days: Days, line: str) -> None:
    history = SaveHistory.beside(root, days)
    opened(root, history)
    with (history.folder / "saves.jsonl").open("a") as lines:
        lines.write(f"{line}\n")
    assert [save.label for save in history.saves()] == [""]


def test_a_name_that_leads_out_of_the_folder_is_not_written(
    root: Path, days: Days, tmp_path: Path
) -> None:
    history = SaveHistory.beside(root, days)
    opened(root, history)
    (found,) = history.saves()
    own = next(iter(found.changed.values()))
    hostile = found._replace(id="x", changed={"../out.yaml": own, "zones/../../out.yaml": own})
    with (history.folder / "saves.jsonl").open("a") as lines:
        lines.write(f"{hostile.line()}\n")
    history.materialise(hostile, tmp_path / "look")
    assert not (tmp_path / "out.yaml").exists()


def test_a_content_that_was_spoilt_is_never_brought_back(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    opened(root, history)
    (found,) = history.saves()
    own = found.changed["zones/a.yaml"]
    assert own
    (history.folder / "contents" / own[:2] / own).write_bytes(b"id: b\n")
    assert "zones/a.yaml" not in history.state_at(found)


def test_of_days_long_gone_one_state_is_left_and_nothing_that_none_uses(
    root: Path, days: Days
) -> None:
    history = SaveHistory.beside(root, days)
    folder = opened(root, history)
    for words in ("b", "c", "d"):
        saved(folder, words)
        days.now += timedelta(minutes=1)
    days.now += timedelta(days=1)
    for words in ("e", "f"):
        saved(folder, words)
    folder.close()
    whole = contents(root)
    days.now += timedelta(days=30)
    later = SaveHistory.beside(root, days)
    opened(root, later)
    assert [save.label for save in later.saves()] == ["Write d", "Write e", "Write f"]
    assert later.state_at(later.saves()[0]) == {**whole, "zones/a.yaml": b"id: d\n"}
    assert later.state_at(later.saves()[-1]) == whole
    kept = {path.name for path in later.folder.glob("contents/??/*")}
    assert kept == {own for save in later.saves() for own in save.changed.values()}


def test_too_much_of_it_thins_out_from_the_oldest(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    folder = opened(root, history)
    for words in ("b" * 900, "c" * 900, "d" * 900):
        saved(folder, words)
    folder.close()
    later = SaveHistory(root, history.folder, days, limit_bytes=2000)
    opened(root, later)
    assert [save.label[:7] for save in later.saves()] == ["Write c", "Write d"]
    assert later.state_at(later.saves()[-1]) == contents(root)


def test_without_a_history_editing_goes_on_and_says_so(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    history.folder.write_text("somebody else's")
    folder = opened(root, history)
    assert history.message
    folder.apply("", [SetText("zones/a.yaml", ("id",), "b")])
    found = written(folder)
    assert found.files == ("zones/a.yaml",)
    assert found.history_message


def test_no_version_control_takes_it_in(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    opened(root, history)
    assert history.folder == root.with_name("content.history")
    assert (history.folder / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("time", "0001-01-01T00:00:00+14:00"),
        ("time", "9999-12-31T23:59:59-14:00"),
        ("label", "\\ud800"),
        ("id", "\\udfff"),
    ],
)
def test_a_line_of_no_calendar_or_of_half_letters_is_passed_over(
    root: Path, days: Days, entry: str, value: str
) -> None:
    history = SaveHistory.beside(root, days)
    history.folder.mkdir()
    line = {"id": "a", "time": "2026-01-01T00:00:00+00:00", "label": "l", entry: value}
    said = ",".join(f'"{key}":"{words}"' for key, words in line.items())
    (history.folder / "saves.jsonl").write_text(f'{{{said},"files":{{}}}}\n')
    saved(opened(root, history), "b")
    assert [save.label for save in history.saves()] == ["", "Write b"]
    assert len(history.days()) == 1


def test_a_list_of_saves_that_leads_into_the_content_is_not_written_into(
    root: Path, days: Days
) -> None:
    history = SaveHistory.beside(root, days)
    history.folder.mkdir()
    (history.folder / "saves.jsonl").symlink_to(root / "exhibit.yaml")
    folder = opened(root, history)
    assert history.message
    folder.apply("Write b", [SetText("zones/a.yaml", ("id",), "b")])
    written(folder)
    folder.close()
    assert (root / "exhibit.yaml").read_text() == "format: 1\n"
    assert (root / "zones/a.yaml").read_text() == "id: b\n"


def test_links_to_nowhere_among_the_contents_harm_nothing(root: Path, days: Days) -> None:
    history = SaveHistory.beside(root, days)
    (history.folder / "contents/ab").mkdir(parents=True)
    (history.folder / f"contents/ab/ab{'0' * 62}").symlink_to("nowhere")
    opened(root, history)
    assert history.message == ""


@pytest.mark.parametrize("inside", ["", "zones", "."])
def test_a_history_that_leads_into_the_content_is_not_written(
    root: Path, days: Days, inside: str
) -> None:
    """Neither as a whole, nor its contents alone: each copy of the content would have it."""
    history, before = SaveHistory.beside(root, days), contents(root)
    if inside == ".":
        history.folder.mkdir()
        (history.folder / "contents").symlink_to(root)
    else:
        history.folder.symlink_to(root / inside)
    folder = opened(root, history)
    folder.apply("Write b", [SetText("zones/a.yaml", ("id",), "b")])
    told = written(folder).history_message
    folder.close()

    assert told == "its folder is a link that leads into the content"
    assert said(told, "pt") == "a pasta é uma ligação que leva para dentro do conteúdo"
    assert contents(root) == {**before, "zones/a.yaml": b"id: b\n"}


def test_a_history_on_another_disk_is_written(root: Path, days: Days, tmp_path: Path) -> None:
    history = SaveHistory.beside(root, days)
    (tmp_path / "large").mkdir()
    history.folder.symlink_to(tmp_path / "large")
    folder = opened(root, history)
    saved(folder, "b")

    assert len(history.saves()) == 2
    assert (tmp_path / "large/saves.jsonl").exists()


@pytest.mark.parametrize(
    "clock",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(1970, 1, 1, tzinfo=UTC),
        START - timedelta(days=4000),
        START - timedelta(seconds=1),
    ],
    ids=str,
)
def test_a_clock_that_is_set_to_anything_loses_no_save(
    root: Path, days: Days, clock: datetime
) -> None:
    folder = opened(root, SaveHistory.beside(root, days))
    for words in ("b", "c", "d"):
        saved(folder, words)
    folder.close()
    days.now = clock
    history = SaveHistory.beside(root, days)
    folder = opened(root, history)
    saved(folder, "e")
    days.now = START
    saved(folder, "f")
    folder.close()

    labels = ["", "Write b", "Write c", "Write d", "Write e", "Write f"]
    saves = SaveHistory.beside(root, days).saves()
    assert [save.label for save in saves] == labels
    states = [history.state_at(save)["zones/a.yaml"] for save in saves]
    assert states == [f"id: {own}\n".encode() for own in "abcdef"]
    assert sum(map(len, history.days().values())) == 6
