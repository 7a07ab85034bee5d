"""What one click does about a message: it does what the message asks for, and the message goes."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.exhibit.rules.tour_rules import id_is_not_the_file
from kiosk.exhibit.translating.translation_messages import older_translation
from kiosk.text.fix import Fix, FixKind
from kiosk.text.fixing import fixed
from kiosk.text.messages import PlacedMessage, Severity
from kiosk.workshop.check.rule_catalogue import CATALOGUE
from kiosk.workshop.check.whole_check import whole_check
from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from pathlib import Path

EXHIBIT, QIANHAI, SHENZHEN = "exhibit.yaml", "zones/qianhai.yaml", "zones/shenzhen.yaml"

HAVE_ONE = (
    "bad-choice",
    "bad-date",
    "bad-id",
    "full-width-colon",
    "look-alike-sign",
    "no-column",
    "no-map",
    "no-picture",
    "no-rest",
    "no-space-after-colon",
    "no-space-after-hyphen",
    "no-table",
    "not-for-this-chart",
    "not-on-map",
    "other-script",
    "part-of-unknown",
    "right-to-left",
    "unknown-key",
    "unknown-place",
    "unknown-silence",
    "unknown-unit",
    "unused-silence",
    "unused-source",
    "unused-unit",
    "unusable-address",
    "wrong-name",
    "wrong-type",
)
"""The rules whose example in the catalogue is mended by one click."""

FURTHER = [
    pytest.param(QIANHAI, "value: 1195", "value: 1.195,0", "bad-figure", id="a figure"),
    pytest.param(QIANHAI, "value: 1195", "value: 1195 teams", "bad-figure", id="its unit"),
    pytest.param(QIANHAI, "value: 1195", "value: 1.195", "fraction-of-count", id="a count"),
    pytest.param(QIANHAI, "as_of: 2024-06", "as_of: June 2024", "bad-date", id="a date in words"),
    pytest.param(EXHIBIT, "[en, zh-Hant,", "[en, zh-TW,", "bad-choice", id="a language"),
    pytest.param(QIANHAI, "{en: A zone,", "{en: A zo\u200bne,", "invisible-character", id="a sign"),
    pytest.param(
        QIANHAI, "source: peoples-daily-2024-06-16", "source: peoples-daily", "unknown-source",
        id="a source",
    ),
    pytest.param(
        EXHIBIT, "map: bay.svg", "map: bay.svg\nattract: [qianhai/tems]", "unknown-panel",
        id="a panel",
    ),
    pytest.param(
        EXHIBIT, "map: bay.svg", "map: bay.svg\nzones: [qianhi, shenzhen]", "unknown-zone",
        id="a place",
    ),
    pytest.param(SHENZHEN, "{en: One,", "{en: 'It's one',", "text-after-end", id="an apostrophe"),
]  # fmt: skip


@pytest.mark.parametrize("name", HAVE_ONE)
def test_an_example_is_mended(name: str, tmp_path: Path) -> None:
    rule = CATALOGUE[name]
    content = sound_content(tmp_path / "content")
    content.change(rule.file, rule.right, rule.wrong)
    if name == "wrong-name":
        content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoid: {en: [Macau]}\n")

    _mend(content, name)

    assert name not in {message.rule for message in _check(content)}


@pytest.mark.parametrize(("file", "right", "wrong", "name"), FURTHER)
def test_so_is_what_is_wrong_in_another_way(
    file: str, right: str, wrong: str, name: str, tmp_path: Path
) -> None:
    content = sound_content(tmp_path / "content")
    content.change(file, right, wrong)

    _mend(content, name)

    assert name not in {message.rule for message in _check(content)}


@pytest.mark.parametrize(
    ("forms", "left"),
    [
        ("teams, raisd", 'en: "teams"'),
        ("raisd, teams", 'en: "teams"'),
        ("teams; raisd ; a team", 'en: "teams; a team"'),
    ],
)
def test_a_form_that_no_text_has_goes_with_its_comma(forms: str, left: str, tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    words = "{en: a, zh-Hant: 一, zh-Hans: 一, pt: a}"
    written = f'{{en: "{forms}", zh-Hant: 團隊, zh-Hans: 团队, pt: equipas}}'
    content.write("terms.yaml", f"team:\n  forms: {written}\n  explanation: {words}\n")

    _mend(content, "unused-form")

    assert left in (content.folder / "terms.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("size", "fix"), [(9, Fix(FixKind.DELETE_FILE)), (33 * 2**20, None)])
def test_an_unused_file_is_deleted_if_it_can_be_brought_back(
    size: int, fix: Fix | None, tmp_path: Path
) -> None:
    content = sound_content(tmp_path / "content")
    with content.folder.joinpath("pictures/old.png").open("wb") as file:
        file.truncate(size)

    (message,) = [each for each in _check(content) if each.rule == "unused-file"]

    assert message.fix == fix


def test_nothing_else_of_the_file_changes(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    before = (content.folder / QIANHAI).read_text(encoding="utf-8")
    content.change(QIANHAI, "bound: more-than", "buond: more-than  # as it says")

    _mend(content, "unknown-key")

    after = (content.folder / QIANHAI).read_text(encoding="utf-8")
    assert after == before.replace("bound: more-than", "bound: more-than  # as it says")


def test_a_tour_is_called_as_its_file_is() -> None:
    message = id_is_not_the_file("walk", "talk").at("tours/talk.yaml", 1, 5)
    assert message.fix is not None

    assert fixed("id: walk\ntitle: A walk\n", message, message.fix) == "id: talk\ntitle: A walk\n"


def test_a_number_with_commas_is_written_without_them(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")
    content.change(
        QIANHAI, "  - id: all\n", "  - {id: more, value: 1,195, unit: teams}\n  - id: all\n"
    )

    _mend(content, "text-with-comma")

    assert "text-with-comma" not in {message.rule for message in _check(content)}
    assert "value: 1195, unit" in (content.folder / QIANHAI).read_text(encoding="utf-8")


def test_a_translation_older_than_its_original_can_be_confirmed() -> None:
    message = older_translation("pt", "um", of="en", original="two", confirm="kiosk translations")

    assert message.fix == Fix(FixKind.CONFIRM, "pt")


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        pytest.param(QIANHAI, "kind: innovation-zone", "kind: [a]", id="nothing is near"),
        pytest.param(EXHIBIT, "[en, zh-Hant,", "[en, zh,", id="two can be meant"),
        pytest.param(QIANHAI, "value: 1195", "value: over 1195", id="a second key is needed"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: 1/6/2024", id="a date of two meanings"),
    ],
)
def test_where_more_than_one_thing_can_be_done_there_is_none(
    file: str, right: str, wrong: str, tmp_path: Path
) -> None:
    content = sound_content(tmp_path / "content")
    content.change(file, right, wrong)

    errors = [each for each in _check(content) if each.severity is Severity.ERROR]
    assert errors
    assert [each.fix for each in errors if each.fix is not None] == []


@pytest.mark.parametrize(
    "name", ["long-sentence", "untranslated", "placeholder", "old-figure", "markdown", "same-sign"]
)
def test_a_warning_can_be_allowed_with_a_reason(name: str, tmp_path: Path) -> None:
    rule = CATALOGUE[name]
    content = sound_content(tmp_path / "content")
    content.change(rule.file, rule.right, rule.wrong)
    message = next(each for each in _check(content) if each.rule == name)
    text = (content.folder / message.file).read_text(encoding="utf-8")
    assert message.allowance is not None

    allowed = fixed(text, message, message.allowance, "the director\nwants it")

    assert allowed is not None
    assert f"# allow {name}: the director wants it\n" in allowed
    assert fixed(text, message, message.allowance, " ") is None
    content.write(message.file, allowed)
    assert {"unused-silence", name}.isdisjoint(each.rule for each in _check(content))


def test_an_error_can_not_be_allowed() -> None:
    assert PlacedMessage("a.yaml", 1, 1, "wrong").allowance is None
    assert PlacedMessage("data/a.csv", 1, 1, "", severity=Severity.WARNING).allowance is None


def test_a_fix_comes_back_from_another_process() -> None:
    fix = Fix(FixKind.REPLACE, "bound", "buond")
    message = PlacedMessage("a.yaml", 3, 1, "unknown key", rule="unknown-key", fix=fix)

    assert PlacedMessage.from_json(json.loads(json.dumps(message.as_json()))).fix == fix


@pytest.mark.parametrize(
    ("fix", "language", "button"),
    [
        (Fix(FixKind.REPLACE, "bound", "buond"), "en", "Write 'bound'"),
        (Fix(FixKind.REPLACE, "bound", "buond"), "zh-Hant", "寫「bound」"),
        (Fix(FixKind.DELETE), "pt", "Apagar"),
        (Fix(FixKind.CONFIRM, "pt"), "zh-Hans", "确认译文"),
        (Fix(FixKind.DELETE_FILE), "zh-Hant", "刪除這個檔案"),
        (Fix(FixKind.DELETE_FILE, "a.en.vtt"), "en", "Delete these files"),
        (Fix(FixKind.WRITE, "credit"), "pt", "Escrever"),
        (Fix(FixKind.ALLOW, "long-sentence"), "en", "Allow it here"),
    ],
)
def test_its_button_speaks_each_language(fix: Fix, language: str, button: str) -> None:
    assert fix.said_in(language) == button


def test_what_is_not_there_any_more_is_left_alone() -> None:
    message = PlacedMessage("a.yaml", 1, 1, "unknown key")
    fix = Fix(FixKind.REPLACE, "bound", "buond")

    assert fixed("bound: 1\n", message, fix) is None
    assert fixed("", message, fix) is None
    assert fixed("a: [\n", message, Fix(FixKind.DELETE)) is None


def _mend(content: Content, name: str) -> None:
    message = next(each for each in _check(content) if each.rule == name)
    assert message.fix is not None
    text = (content.folder / message.file).read_text(encoding="utf-8")
    mended = fixed(text, message, message.fix)
    assert mended is not None
    content.write(message.file, mended)


def _check(content: Content) -> tuple[PlacedMessage, ...]:
    today = datetime.date(2026, 1, 1)
    return whole_check(content.folder, read_exhibit(content.folder), today=today)
