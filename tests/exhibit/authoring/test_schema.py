"""The schemas take what the reader takes, refuse what it refuses, and explain every key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter

from kiosk.__main__ import main
from kiosk.exhibit.authoring import explanations
from kiosk.exhibit.authoring.schema import FILES, schema, write_schemas
from kiosk.exhibit.model import (
    data_layer,
    events,
    inset,
    people,
    picture_panels,
    points,
    tour,
    wording,
)
from kiosk.exhibit.model import exhibit as model
from kiosk.exhibit.model import parts as model_parts
from kiosk.exhibit.model.values import Value, WrittenDate
from kiosk.exhibit.translating import glossary
from kiosk.exhibit.translating.translation_record import RECORD_FILE
from kiosk.shipped import shipped
from kiosk.text.messages import UnreadableFile
from kiosk.text.multilingual import LANGUAGES
from kiosk.text.yaml_source import parse_document
from tests.exhibit.authoring.language_server import LanguageServer, needed_language_server
from tests.text.core_yaml import core_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.exhibit.sound_content import Content

EXHIBIT, SOURCES, UNITS = "exhibit.yaml", "sources.yaml", "units.yaml"
QIANHAI, SHENZHEN = "zones/qianhai.yaml", "zones/shenzhen.yaml"
SHIPPED = shipped("content")
VALIDATORS = {name: Draft7Validator(schema(name)) for name in FILES}


def described_files() -> list[tuple[str, str]]:
    """The shipped files with the schema of each."""
    return [
        (name, path.relative_to(SHIPPED).as_posix())
        for name, described in FILES.items()
        for path in sorted(SHIPPED.glob(described.files))
    ]


def refused(file: str, text: str) -> list[str]:
    """What the schema says against the file."""
    name = next(name for name, found in FILES.items() if Path(file).match(found.files))
    return [error.message for error in VALIDATORS[name].iter_errors(core_yaml(text))]


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(name: str) -> None:
    Draft7Validator.check_schema(schema(name))


def test_every_yaml_file_we_ship_has_a_schema() -> None:
    shipped_files = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml")}

    assert {file for _, file in described_files()} == shipped_files - {RECORD_FILE}


@pytest.mark.parametrize(("name", "file"), described_files())
def test_a_shipped_file_is_taken(name: str, file: str) -> None:
    text = (SHIPPED / file).read_text(encoding="utf-8")

    assert [error.message for error in VALIDATORS[name].iter_errors(core_yaml(text))] == []


def test_every_key_is_explained_and_no_other() -> None:
    of_panels = (events, people, picture_panels)
    modules = (model, data_layer, inset, *of_panels, points, glossary, tour, wording)
    models = [each for module in modules for each in vars(module).values()]
    keys = {
        found.__name__: {field.alias or name for name, field in found.model_fields.items()}
        for found in models
        if isinstance(found, type) and issubclass(found, model_parts.Model)
    }
    written = {name: found for name, found in keys.items() if name not in ("Model", "Exhibit")}

    explained = {name: set(found) for name, found in explanations.KEYS.items()}

    assert explained == {**written, "Text": set(LANGUAGES)}


@pytest.mark.parametrize(
    ("file", "right", "other"),
    [
        pytest.param(QIANHAI, "value: 1195", 'value: "1,195"', id="thousands in quotes"),
        pytest.param(QIANHAI, "value: 1195", "value: 1,195", id="thousands"),
        pytest.param(QIANHAI, "value: 1195", "value: 1195.50", id="decimals"),
        pytest.param(QIANHAI, "value: 4.2 billion", "value: 3.2 million", id="a number word"),
        pytest.param(QIANHAI, "value: 4.2 billion", "value: '-3'", id="a minus"),
        pytest.param(QIANHAI, "value: 4.2 billion", "value: −3", id="a real minus"),
        pytest.param(SHENZHEN, "value: 2014-12-07", "value: 2014", id="a year as a figure"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: 2024", id="a year"),
        pytest.param(QIANHAI, "as_of: 2024-06", 'as_of: "2024-02-29"', id="a day in quotes"),
        pytest.param(QIANHAI, "id: teams", "id: 2024", id="an id of digits"),
        pytest.param(QIANHAI, "lead: true", "lead: yes", id="yes"),
        pytest.param(QIANHAI, "lead: true", "lead: On", id="on"),
        pytest.param(QIANHAI, "{en: A zone,", "{en: 2024,", id="words of digits"),
        pytest.param(QIANHAI, "{en: A zone,", "{en: true,", id="words that are a truth"),
        pytest.param(QIANHAI, "{en: A zone,", "{en: ,", id="a missing translation"),
        pytest.param(QIANHAI, "chip: [-40, 12.5]", "chip: ['-40', 12]", id="numbers in quotes"),
        pytest.param(
            SOURCES, "title: People's Daily overseas edition", "title: 2024", id="a title of digits"
        ),
        pytest.param(EXHIBIT, "format: 1", "format: '1'", id="the format in quotes"),
        pytest.param(
            QIANHAI,
            "source: peoples-daily-2024-06-16",
            "source: [peoples-daily-2024-06-16]",
            id="a list of sources",
        ),
    ],
)
def test_forms_that_the_reader_takes_are_taken(
    content: Content, file: str, right: str, other: str
) -> None:
    content.change(file, right, other)

    assert [line for line in content.messages() if "words in" not in line] == []
    assert refused(file, (content.folder / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        pytest.param(QIANHAI, "    bound: more", "    buond: more", id="a key of a fact"),
        pytest.param(QIANHAI, "panels:", "colour: red\npanels:", id="a key of a zone"),
        pytest.param(QIANHAI, "    value: 691\n", "", id="a missing key"),
        pytest.param(QIANHAI, "  kind: facts\n", "", id="a panel without a kind"),
        pytest.param(QIANHAI, "kind: facts", "kind: fact", id="an unknown kind"),
        pytest.param(QIANHAI, "kind: facts", "kind:", id="an empty kind"),
        pytest.param(QIANHAI, "kind: innovation-zone", "kind: zone", id="an unknown kind of zone"),
        pytest.param(QIANHAI, "chart: waffle", "chart: wafle", id="an unknown chart"),
        pytest.param(QIANHAI, "in: [shenzhen]", "in: {shenzhen: 1}", id="a mapping for a list"),
        pytest.param(QIANHAI, "in: [shenzhen]", "in: shenzhen", id="a text for a list"),
        pytest.param(QIANHAI, "unit: yuan", "unit: [yuan]", id="a list for a text"),
        pytest.param(QIANHAI, "id: qianhai", "id: {en: Qianhai}", id="a mapping for an id"),
        pytest.param(QIANHAI, "{en: A zone, zh-Hant:", "{en: A zone, zh-hant:", id="a language"),
        pytest.param(QIANHAI, "{en: A zone,", "{en: [A zone],", id="words that are a list"),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            "introduction: {en: ''}",
            id="no words",
        ),
        pytest.param(
            QIANHAI,
            "introduction: {en: A zone, zh-Hant: 一區, zh-Hans: 一区, pt: Uma zona}",
            "introduction: A zone",
            id="a text without languages",
        ),
        pytest.param(QIANHAI, "id: qianhai", "id: Qian Hai", id="a bad id"),
        pytest.param(QIANHAI, "id: qianhai", "id: 1.5", id="a decimal for an id"),
        pytest.param(QIANHAI, "value: 4.2 billion", "value: 4.2 billions", id="a number word"),
        pytest.param(QIANHAI, "value: 1195", "value: 11,95", id="a wrong comma"),
        pytest.param(QIANHAI, "value: 1195", "value: true", id="a truth for a figure"),
        pytest.param(QIANHAI, "value: 691", "value:", id="an empty value"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: June 2024", id="a month in words"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: 2024-13", id="a thirteenth month"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: 2023-02-30", id="a thirtieth of February"),
        pytest.param(QIANHAI, "as_of: 2024-06", "as_of: 24", id="a year of two digits"),
        pytest.param(QIANHAI, "lead: true", "lead: ja", id="neither true nor false"),
        pytest.param(QIANHAI, "[-40, 12.5]", "[-40, 12.5, 3]", id="a pair of three"),
        pytest.param(QIANHAI, "[-40, 12.5]", "[-40]", id="a pair of one"),
        pytest.param(QIANHAI, "[-40, 12.5]", "[left, 12.5]", id="a pair of words"),
        pytest.param(QIANHAI, "bound: more-than", "bound: above", id="an unknown bound"),
        pytest.param(QIANHAI, "before: 2024", "befor: 2024", id="a key of a break"),
        pytest.param(QIANHAI, "{file: teams.csv,", "{fiel: teams.csv,", id="a key of a table"),
        pytest.param(SHENZHEN, "source: peoples-daily-2024-06-16", "source: []", id="no source"),
        pytest.param(SHENZHEN, "      file: steel.svg\n", "", id="a picture without a file"),
        pytest.param(EXHIBIT, "format: 1", "format: 2", id="an unknown format"),
        pytest.param(EXHIBIT, "format: 1\n", "", id="no format"),
        pytest.param(EXHIBIT, "zh-Hans, pt]", "zh-Hans, French]", id="an unknown language"),
        pytest.param(EXHIBIT, "[en, zh-Hant, zh-Hans, pt]", "[]", id="no language"),
        pytest.param(SOURCES, "peoples-daily-2024-06-16:", "People's Daily:", id="a source's id"),
        pytest.param(SOURCES, "date: 2024-06-16", "dated: 2024-06-16", id="a source's key"),
        pytest.param(SOURCES, "title: People's Daily overseas edition", "title: ''", id="no title"),
        pytest.param(UNITS, "kind: measure", "kind: weight", id="an unknown kind of unit"),
        pytest.param(UNITS, "kind: measure", "id: yuan\n  kind: measure", id="a unit's written id"),
    ],
)
def test_what_the_reader_refuses_for_its_shape_is_refused(
    content: Content, file: str, right: str, wrong: str
) -> None:
    content.change(file, right, wrong)

    assert content.messages() != []
    assert refused(file, (content.folder / file).read_text(encoding="utf-8")) != []


FACT = {
    key: Draft7Validator(described)
    for key, described in schema("zone")["definitions"]["Fact"]["properties"].items()
}
READERS: dict[str, Callable[[str], object]] = {
    "value": Value.parse,
    "as_of": WrittenDate.parse,
    "id": TypeAdapter(model_parts.Id).validate_python,
    "lead": TypeAdapter(bool).validate_python,
}
WRITTEN = st.one_of(
    st.text("0123456789,.- −milonbtrue", max_size=12),
    st.from_regex(r"[-−]?[0-9]{1,3}([.,][0-9]{1,3}){0,3}( (million|billions?))?", fullmatch=True),
    st.from_regex(r"[12][0-9]{3}(-[0-3][0-9]){0,2}", fullmatch=True),
    st.from_regex(r"[a-zA-Z0-9]{1,5}(-[a-z0-9]{0,4}){0,2}", fullmatch=True),
    st.sampled_from(["true", "FALSE", "Yes", "no", "On", "off", "y", "N", "t", "0", "1", "maybe"]),
)


@pytest.mark.parametrize("key", READERS)
@given(written=WRITTEN)
def test_in_quotes_the_schema_takes_what_the_reader_takes(key: str, written: str) -> None:
    assume("02-29" not in written)  # A schema can't tell leap years.

    assert FACT[key].is_valid(written) == is_read(key, written)


@pytest.mark.parametrize("key", READERS)
@given(written=WRITTEN)
def test_whatever_the_reader_takes_is_not_marked(key: str, written: str) -> None:
    try:
        text = parse_document(f"a: {written}\n", "f").root.plain()["a"]
        seen = core_yaml(f"a: {written}\n")["a"]
    except (UnreadableFile, yaml.YAMLError):
        return

    assert FACT[key].is_valid(seen) or not isinstance(text, str) or not is_read(key, text)


def is_read(key: str, written: str) -> bool:
    """Whether the reader takes it."""
    try:
        READERS[key](written)
    except ValueError:
        return False
    return True


def test_the_command_writes_them_beside_the_content_without_a_complaint(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", str(content.folder)]) == 0

    told = capsys.readouterr().out
    settings = json.loads(told[told.index("{") :])
    assert settings["yaml.schemas"]["schemas/zone.json"] == "zones/*.yaml"
    for place in settings["yaml.schemas"]:
        Draft7Validator.check_schema(json.loads((content.folder / place).read_text("utf-8")))
    assert content.messages() == []


def test_the_command_says_what_it_cannot_write(
    content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content.write("schemas", "a file")

    assert main(["schema", str(content.folder)]) == 2
    assert main(["schema", str(tmp_path / "nowhere")]) == 2

    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"kiosk schema: {content.folder / 'schemas'} can't be written")
    assert said[1].startswith("kiosk schema: there is no folder")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """A real language server that knows the schemas."""
    program = needed_language_server()
    folder = tmp_path_factory.mktemp("editor")
    write_schemas(folder / "schemas")
    schemas = {folder / "schemas" / f"{name}.json": file.files for name, file in FILES.items()}
    server = LanguageServer(program, folder, schemas)
    yield server
    server.close()


def test_an_editor_marks_nothing_in_what_we_ship(server: LanguageServer) -> None:
    files = [file for _, file in described_files()]
    for file in files:
        server.open(file, (SHIPPED / file).read_text(encoding="utf-8"))

    assert {file: server.marked(file) for file in files} == {file: [] for file in files}


def test_an_editor_marks_a_wrong_key(server: LanguageServer) -> None:
    text = (SHIPPED / QIANHAI).read_text(encoding="utf-8")
    wrong = text.replace("    value: 1195\n", "    valeu: 1195\n", 1)
    line = wrong.split("\n").index("    valeu: 1195")

    server.open("zones/wrong.yaml", wrong)

    marked = server.marked("zones/wrong.yaml")
    places = {(mark["message"], mark["range"]["start"]["line"]) for mark in marked}
    assert ("Property valeu is not allowed.", line) in places


def test_an_editor_explains_a_key_and_a_choice(server: LanguageServer) -> None:
    lines = (SHIPPED / QIANHAI).read_text(encoding="utf-8").split("\n")
    server.open("zones/explained.yaml", "\n".join(lines))

    value = server.explained("zones/explained.yaml", lines.index("    value: 1195"), 6)
    kind = server.explained("zones/explained.yaml", lines.index("  kind: chart"), 3)

    assert value.startswith("The figure, as the source has it: 1195, 1,195, 4")
    assert "`chart`: a chart with its finding as the headline" in kind


def test_an_editor_completes_keys_choices_and_languages(server: LanguageServer) -> None:
    text = "id: qianhai\nkind: \nname:\n  \npanels:\n- id: teams\n  kind: facts\n  \n  source: a\n"
    server.open("zones/begun.yaml", text)

    def offered(line: int, column: int) -> set[str]:
        return {item["label"] for item in server.completed("zones/begun.yaml", line, column)}

    assert {"region", "city", "innovation-zone", "facility"} <= offered(1, 6)
    assert {"en", "zh-Hant", "zh-Hans", "pt", "all languages"} <= offered(3, 2)
    assert {"as_of", "facts"} <= offered(7, 2)
    assert not {"chart", "headline", "pages"} & offered(7, 2)


def test_the_first_line_of_a_file_names_its_schema(server: LanguageServer) -> None:
    text = "# yaml-language-server: $schema=../schemas/zone.json\nid: qianhai\ncolour: red\n"

    server.open("drafts/qianhai.yaml", text)

    marked = {mark["message"] for mark in server.marked("drafts/qianhai.yaml")}
    assert "Property colour is not allowed." in marked
