"""A translation is confirmed as an edit: in the record's one line, and undone like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.editing.confirmations import confirmation
from kiosk.exhibit.editing.edits import SetText, SetTexts, SetValue
from kiosk.exhibit.editing.still_confirmed import still_confirmed
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.exhibit.translating.translations import State, TranslatedText, read_translations
from tests.editing.folders import contents, copied, opened, written

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.yaml_source import Location

FILE = "zones/qianhai.yaml"
CHANGED = (("introduction",), ("panels", 0, "facts", 0, "label"))


def text_at(root: Path, location: tuple[str | int, ...]) -> TranslatedText:
    texts = read_translations(root).texts
    return next(each for each in texts if (each.file, each.location) == (FILE, location))


@pytest.mark.parametrize(
    "location",
    [
        CHANGED[1],
        # The shallower place of the two is left to the soak.
        pytest.param(CHANGED[0], marks=pytest.mark.soak),
    ],
)
def test_what_is_confirmed_is_current_and_nothing_else_is_written(
    tmp_path: Path, location: tuple[str | int, ...]
) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    folder.apply("Write", [SetText(FILE, (*location, "en"), "Other words")])
    written(folder)
    older = contents(root)
    assert set(text_at(root, location).states.values()) == {State.OLDER}
    folder.apply("Confirm", confirmation(folder.draft(), text_at(root, location), ["pt"]))
    written(folder)
    assert text_at(root, location).states["pt"] is State.CURRENT
    assert text_at(root, location).states["zh-Hant"] is State.OLDER
    by_edit = contents(root)
    folder.undo()
    written(folder)
    assert contents(root) == older
    confirm(root, [(text_at(root, location), ("pt",))])
    assert contents(root) == by_edit


def test_what_is_written_in_all_languages_at_once_is_confirmed_as_it_was(tmp_path: Path) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    before = contents(root)
    # Portuguese is older already, and nothing is written in simplified Chinese.
    record = folder.yaml(RECORD_FILE).document.root.at((FILE, "introduction"))
    assert record is not None
    hashes = {**record.plain(), "pt": "0" * 12}
    folder.apply("Older", [SetValue(RECORD_FILE, (FILE, "introduction"), hashes)])
    written(folder)
    text = text_at(root, CHANGED[0])
    words: dict[Location, str] = {
        ("introduction", tag): text.words_in(tag) + " 812" for tag in ("en", "zh-Hant", "pt")
    }
    edits = [SetTexts(FILE, words)]
    folder.apply("Write", [*edits, *still_confirmed(folder.draft(), [text], edits)])
    written(folder)
    assert text_at(root, CHANGED[0]).states == {
        "zh-Hant": State.CURRENT,
        "zh-Hans": State.OLDER,
        "pt": State.OLDER,
    }
    folder.undo()
    folder.undo()
    written(folder)
    assert contents(root) == before


def test_the_first_confirmation_makes_the_record(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "translations.yaml").unlink()
    folder = opened(root)
    text = text_at(root, CHANGED[0])
    for languages in (["pt"], ["zh-Hans", "zh-Hant"]):
        folder.apply("Confirm", confirmation(folder.draft(), text, languages))
    written(folder)
    assert set(text_at(root, CHANGED[0]).states.values()) == {State.CURRENT}
    lines = (root / "translations.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.split(":")[0] for line in lines[2:]] == [FILE, "  introduction"]


def test_what_has_no_words_is_not_confirmed(tmp_path: Path) -> None:
    root = copied(tmp_path)
    folder = opened(root)
    folder.apply("Empty", [SetText(FILE, ("introduction", "pt"), "")])
    written(folder)
    assert confirmation(folder.draft(), text_at(root, ("introduction",)), ["pt", "en"]) == ()
