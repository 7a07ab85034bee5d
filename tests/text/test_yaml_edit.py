"""A change of a YAML file changes what is wanted and leaves every other sign of it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.text.folder import ContentFolder
from kiosk.text.messages import UnreadableFile
from kiosk.text.yaml_edit import CannotEdit, YamlText
from tests.text.yaml_trees import tree

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.yaml_source import Location
    from kiosk.text.yaml_writing import YamlValue


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        pytest.param("a: b  # why\n", "c", "a: c  # why\n", id="comment behind it"),
        pytest.param("a: 'b'\n", "it's", "a: 'it''s'\n", id="single marks"),
        pytest.param('a: "b"\n', "c", 'a: "c"\n', id="double marks"),
        pytest.param("a: b\n", "c: d", 'a: "c: d"\n', id="marks where YAML needs them"),
        pytest.param("a: {b: c}\n", None, None, id="no text"),
        pytest.param("a:\nb: c\n", "d", "a: d\nb: c\n", id="nothing there"),
        pytest.param("a:   # why\nb: c\n", "d", "a: d   # why\nb: c\n", id="only a comment"),
        pytest.param("a: |\n   b\n   c\n\nd: e\n", "f\n", "a: |\n   f\n\nd: e\n", id="block"),
        pytest.param("a: |  # why\n  b\n", "f\ng\n", "a: |  # why\n  f\n  g\n", id="its comment"),
        pytest.param("a: |-\n  b\n", "f\n", "a: |\n  f\n", id="other end of a block"),
        pytest.param("a: |+\n  b\n\nc: d\n", "f\n\n\n", "a: |+\n  f\n\n\nc: d\n", id="kept ends"),
        pytest.param("a: >\n  b\n  c\n", "d e\n", "a: >\n  d e\n", id="folded"),
        pytest.param("a: >-\n  b\n", "c\nd", "a: >-\n  c\n\n  d\n", id="folded paragraphs"),
        pytest.param("a: b  # why\n", "c\nd\n", "a: |  # why\n  c\n  d\n", id="several lines"),
        pytest.param("a: 1:30\n", "1:35", 'a: "1:35"\n', id="what YAML 1.1 takes for a number"),
        pytest.param("a: 2024-06\n", "2024-07", "a: 2024-07\n", id="a date"),
    ],
)
def test_a_text_is_written_in_the_style_of_the_one_before(
    before: str, words: str | None, after: str | None
) -> None:
    yaml = YamlText.parse(before, "f")
    if words is None:
        with pytest.raises(CannotEdit, match="a: there is no text"):
            yaml.with_text(("a",), "c")
    else:
        assert yaml.with_text(("a",), words).text == after


def test_a_wrapped_text_is_wrapped_again_and_no_space_comes_between_chinese_letters() -> None:
    line = "前海合作區的面積比從前大了八倍並且還在增加"
    text = f"en: words that go on\n  in another line\nzh: {line}\n  {line}\n"
    yaml = YamlText.parse(text, "f").with_text(("en",), "word " * 30 + "end")

    changed = yaml.with_text(("zh",), line * 4)

    assert tree(changed) == {"en": "word " * 30 + "end", "zh": line * 4}
    assert all(len(each) <= 100 for each in changed.text.split("\n"))
    assert changed.text.count("\n") == 4


def test_texts_between_brackets_are_changed_there() -> None:
    yaml = YamlText.parse("name: {en: Hetao, zh-Hant: 河套}  # both\n", "f")

    changed = yaml.with_text(("name", "en"), "Hetao, the loop").with_key(("name", "pt"), "Hetao")

    assert changed.text == 'name: {en: "Hetao, the loop", zh-Hant: 河套, pt: Hetao}  # both\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "id: a\npanels:\n- id: b\n", "id: a\npanels:\n- id: b\n\n- id: n\n  k: v\n", id="flush"
        ),
        pytest.param(
            "id: a\npanels:\n  - id: b # why\n  # the end\n",
            "id: a\npanels:\n  - id: b # why\n  # the end\n\n  - id: n\n    k: v\n",
            id="indented, with comments",
        ),
        pytest.param(
            "id: a\r\npanels:\r\n- id: b\r\n",
            "id: a\r\npanels:\r\n- id: b\r\n\r\n- id: n\r\n  k: v\r\n",
            id="Windows line ends",
        ),
        pytest.param(
            "id: a\npanels:\n- id: b\n  t: |\n    words",
            "id: a\npanels:\n- id: b\n  t: |\n    words\n\n- id: n\n  k: v\n",
            id="no line end, a block of text",
        ),
        pytest.param(
            "panels:\n- id: b\n\n# The name.\nname: {en: A}\n",
            "panels:\n- id: b\n\n- id: n\n  k: v\n\n# The name.\nname: {en: A}\n",
            id="another key behind",
        ),
        pytest.param(
            "panels:\n- id: b\n...\n", "panels:\n- id: b\n\n- id: n\n  k: v\n...\n", id="end mark"
        ),
    ],
)
def test_an_entry_takes_the_form_of_those_above(before: str, after: str) -> None:
    added = YamlText.parse(before, "f").with_written_entry(("panels",), "- id: n\n  k: v\n")

    assert added.text == after


@pytest.mark.parametrize("text", ["panels: [{id: b}]\n", "panels: b\n", "id: a\n", "panels: []\n"])
def test_an_entry_with_a_hyphen_has_no_place_elsewhere(text: str) -> None:
    with pytest.raises(CannotEdit):
        YamlText.parse(text, "f").with_written_entry(("panels",), "- id: n\n")


@pytest.mark.parametrize(
    ("before", "location", "value", "at", "after"),
    [
        ("a: []\n", ("a",), "b", None, "a: [b]\n"),
        ("a: [b]\n", ("a",), "c, d", 0, 'a: ["c, d", b]\n'),
        (
            "a: [\n  b,  # one\n  c  # two\n]\n",
            ("a",),
            "d",
            None,
            "a: [\n  b,  # one\n  c,\n  d  # two\n]\n",
        ),
        ("a:\nb: c\n", ("a",), "d", None, "a:\n- d\nb: c\n"),
        ("a:\n  - b\nc:\n", ("c",), ["d"], None, "a:\n  - b\nc:\n  - [d]\n"),
        (
            "a:\n- b: c\n",
            ("a",),
            {"b": {"x": ["y" * 99]}},
            0,
            f"a:\n- b:\n    x:\n    - {'y' * 99}\n- b: c\n",
        ),
        (
            "# top\na:\n# one\n- b\n# two\n- c\n",
            ("a",),
            "d",
            1,
            "# top\na:\n# one\n- b\n- d\n# two\n- c\n",
        ),
    ],
)
def test_entries_are_added_where_they_are_wanted(
    before: str, location: Location, value: YamlValue, at: int | None, after: str
) -> None:
    assert YamlText.parse(before, "f").with_entry(location, value, at).text == after


@pytest.mark.parametrize(
    ("before", "location", "after"),
    [
        ("a: b\nc: d\n", ("a",), "c: d\n"),
        ("# about a\na: b  # why\n\n# about c\nc: d\n", ("a",), "# about a\n\n# about c\nc: d\n"),
        ("- x: 1\n", None, None),
        ("l:\n- a: b\n  # note\n  c: d\n", ("l", 0, "a"), "l:\n- # note\n  c: d\n"),
        ("l:\n- a: b\n", ("l", 0), "l:\n  []\n"),
        ("l: {a: b}\n", ("l", "a"), "l: {}\n"),
        ("l: {a: b, c: d, e: f}\n", ("l", "c"), "l: {a: b, e: f}\n"),
        ("l: [a, b,]\n", ("l", 1), "l: [a]\n"),
        ("l: [\n  a,  # one\n  b  # two\n]\n", ("l", 1), "l: [\n  a  # one\n]\n"),
    ],
)
def test_what_is_removed_takes_its_line_with_it(
    before: str, location: Location | None, after: str | None
) -> None:
    if location is None:
        with pytest.raises(UnreadableFile):
            YamlText.parse(before, "f")
    else:
        assert YamlText.parse(before, "f").without(location).text == after


@pytest.mark.parametrize(
    "location", [("a",), ("b",), ("c", "d"), ("c",)], ids=["anchor", "alias", "inside", "around"]
)
def test_anchors_and_aliases_are_refused(location: Location) -> None:
    yaml = YamlText.parse("a: &x one\nb: *x\nc: &y {d: e}\nf: *y\n", "f")
    with pytest.raises(CannotEdit, match="anchor"):
        yaml.with_text(location, "two")


def test_what_others_refer_to_is_not_removed() -> None:
    yaml = YamlText.parse("a: &x one\nb: *x\nc: d\n", "f")
    with pytest.raises(CannotEdit):
        yaml.without(("a",))

    assert yaml.without(("b",)).text == "a: &x one\nc: d\n"
    assert yaml.with_text(("c",), "e").text == "a: &x one\nb: *x\nc: e\n"


def test_one_of_two_equal_keys_is_not_changed_behind_the_back_of_the_other() -> None:
    yaml = YamlText.parse("a: one\na: two\nb: c\n", "f")

    with pytest.raises(CannotEdit):
        yaml.without(("a",))
    assert yaml.with_text(("b",), "d").text == "a: one\na: two\nb: d\n"


@pytest.mark.parametrize(
    ("location", "refusal"),
    [
        (("x",), "x: there is nothing"),
        (("l", 2), "l/2: there is nothing"),
        ((), "there is no text"),
    ],
)
def test_what_is_not_there_can_not_be_changed(location: Location, refusal: str) -> None:
    with pytest.raises(CannotEdit, match=refusal):
        YamlText.parse("l: [a, b]\n", "f").with_text(location, "c")


def test_keys_and_entries_have_their_kinds() -> None:
    yaml = YamlText.parse("l: [a]\nm: {b: c}\nt: d\n", "f")
    location: Location
    for location in (("l", "k"), ("t", "k"), ("m", "b")):
        with pytest.raises(CannotEdit):
            yaml.with_key(location, "v")
    for location in (("m",), ("t",)):
        with pytest.raises(CannotEdit):
            yaml.with_entry(location, "v")
    for location in (("l", 0), ("l",)):
        with pytest.raises(CannotEdit):
            yaml.renamed(location, "m")
    with pytest.raises(CannotEdit):
        yaml.without(())


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(CannotEdit):
        YamlText.parse("a: b\n", "f").with_text(("a",), "\ud800")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_written_as_it_was_read_but_for_the_change(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(f"{mark}a: b\r\nc: d # e\r\n".encode())
    folder = ContentFolder.at(tmp_path)

    written = YamlText.read(folder, "f.yaml").with_text(("c",), "f").write(folder)

    assert written.read_bytes() == f"{mark}a: b\r\nc: f # e\r\n".encode()
