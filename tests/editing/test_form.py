"""Forms are drawn from the models: every key is a field, of the kind that its type asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.authoring.schema import FILES, schema
from kiosk.exhibit.editing.form import FieldKind, entry_kinds, form_at
from kiosk.shipped import shipped
from kiosk.text.yaml_source import Node, parse_document

CONTENT = shipped("content")


def root(file: str) -> Node:
    return parse_document((CONTENT / file).read_text(encoding="utf-8"), file).root


def mappings(node: Node, location: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The place of every mapping of a tree."""
    if node.kind == "text":
        return []
    entries = enumerate(node.value) if node.kind == "list" else node.value.items()
    found = [location] if node.kind == "mapping" else []
    return found + [at for step, each in entries for at in mappings(each, (*location, step))]


FILE_NAMES = sorted(
    path.relative_to(CONTENT).as_posix()
    for described in FILES.values()
    for path in Path(CONTENT).glob(described.files)
)


@pytest.mark.parametrize("file", FILE_NAMES)
def test_every_key_of_the_shipped_content_is_a_field_that_holds_what_is_written(file: str) -> None:
    tree = root(file)
    for location in mappings(tree):
        form = form_at(file, tree, location)
        if form is None or form.location != location:
            # The languages of a text, or the top of a file whose keys are ids.
            continue
        found = tree.at(location)
        assert found is not None
        assert set(found.value) <= {field.key for field in form.fields}, (file, location)
        for field in form.fields:
            if field.kind is FieldKind.ID and field.key not in found.value:
                assert field.written == location[-1], "the key above is the id"
            else:
                assert field.node is found.value.get(field.key)


def test_the_fields_of_a_fact_are_what_its_types_say() -> None:
    form = form_at("zones/qianhai.yaml", root("zones/qianhai.yaml"), ("panels", 0, "facts", 1))
    assert form is not None
    kinds = {field.key: field.kind for field in form.fields}
    assert kinds["label"] is FieldKind.TEXT
    assert kinds["value"] is FieldKind.FIGURE
    assert kinds["as_of"] is FieldKind.DATE
    assert kinds["bound"] is FieldKind.CHOICE
    assert kinds["lead"] is FieldKind.TRUTH
    assert kinds["id"] is FieldKind.ID
    unit, source = form.field("unit"), form.field("source")
    assert unit is not None
    assert (unit.kind, unit.names, unit.many) == (
        FieldKind.NAMED,
        "unit",
        False,
    )
    assert source is not None
    assert (source.names, source.many) == ("source", True)
    assert form.fields[0].key == "label", "words come first"
    assert form.fields[-1].key == "id", "what visitors never see comes last"


def test_a_text_has_the_form_of_what_it_belongs_to() -> None:
    tree = root("zones/qianhai.yaml")
    form = form_at("zones/qianhai.yaml", tree, ("panels", 0, "facts", 1, "label", "en"))
    assert form is not None
    assert form.location == ("panels", 0, "facts", 1)
    label = form.field("label")
    assert label is not None
    assert label.words["pt"] == "de Hong Kong"


def test_short_entries_are_a_table_and_others_are_forms_of_their_own() -> None:
    tree = root("zones/qianhai.yaml")
    series = form_at("zones/qianhai.yaml", tree, ("panels", 3, "series", 0))
    panel = form_at("zones/qianhai.yaml", tree, ("panels", 0))
    assert series is not None
    assert panel is not None
    points, data, facts = series.field("points"), series.field("data"), panel.field("facts")
    assert points is not None
    assert points.kind is FieldKind.TABLE
    assert data is not None
    assert data.kind is FieldKind.GROUP
    assert facts is not None
    assert (facts.kind, facts.most) == (FieldKind.ENTRIES, 60)


def test_the_kinds_of_an_entry_are_those_of_the_schema() -> None:
    kinds = entry_kinds("zones/qianhai.yaml", root("zones/qianhai.yaml"), ("panels",))
    drawn = schema("zone")["properties"]["panels"]["items"]["properties"]["kind"]["enum"]
    assert set(kinds) == set(drawn)


def test_a_file_that_no_model_describes_has_no_form() -> None:
    tree = root("exhibit.yaml")
    assert form_at("translations.yaml", tree, ()) is None
    assert form_at("sources.yaml", tree, ()) is None, "its keys are ids"
