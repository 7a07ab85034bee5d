"""Any place of any file of the exhibit can be changed, and nothing else changes with it."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import shipped
from kiosk.text.yaml_edit import YamlText
from tests.text.yaml_trees import changed_lines, comments, places, tree, with_value

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.text.yaml_writing import YamlValue

FILES = sorted(shipped("content").rglob("*.yaml"))
_PART = 10
"""`make test` tries one file in so many, others in each test."""


def some_files(first: int) -> list[object]:
    """All files; those that `make test` passes over are marked."""
    return [
        pytest.param(file, id=file.stem, marks=() if number % _PART == first else pytest.mark.soak)
        for number, file in enumerate(FILES)
    ]


WORDS = (
    "Plain words",
    "",
    "a: b",
    "ends with:",
    "# no comment",
    "a # b",
    "#innovation",
    "it's",
    'she says "so"',
    "- dash",
    "-5",
    "a, b] c} {d",
    "  spaced  ",
    "yes",
    "null",
    "~",
    "1:30",
    "1,195",
    "2024-06",
    "&a *b !c %d @e `f ? g",
    "*starred*",
    "a\\b",
    "---",
    "... more",
    "tab\there",
    "前海：深港、合作區「新」#1",
    "前海，\n第二行",
    "one\ntwo\n\nthree\n",
    "one\n\n",
    "  indented\nless",
    "\nbegins with a break",
    "wide\u3000space and\u00a0another",
    "hidden\u200bsign\ufeff and\u2028break\x85next\x07bell",
    "𠀀 beyond 16 bits",
    "long " * 60 + "end",
    "前海合作區的面積比從前大了八倍，並且還在增加。" * 9,
)

LONG = "y" * 99

VALUES: tuple[YamlValue, ...] = (
    "word",
    "a: b",
    "two\nlines",
    ["a", "b, c"],
    {"en": "Hetao", "zh-Hant": "河套", "pt": "y, z"},
    {"id": "n", "label": {"en": "A"}, "points": [{"at": "2024", "value": "1"}, {"at": "2025"}]},
    [],
    {},
    ["l" * 60, "m" * 60],
    {"k": "l" * 60, "j": "two\nlines", "e": ""},
    [["a", ["b"]], [["c" * 90], "d"]],
)


def as_a_curator_may_have_it(text: str, dice: random.Random) -> str:
    """Sometimes as Windows writes it, or as a Mac once did."""
    mark = dice.choice(["", "", "\ufeff"])
    return mark + text.replace("\n", dice.choice(["\n", "\n", "\r\n", "\r"]))


@pytest.mark.parametrize("path", some_files(0))
def test_every_text_can_become_any_other(path: Path) -> None:
    dice = random.Random(path.stem)
    text = as_a_curator_may_have_it(path.read_text(encoding="utf-8"), dice)
    yaml = YamlText.parse(text, path.name)
    texts = [(where, words) for where, words in places(tree(yaml)) if isinstance(words, str)]
    for where, before in dice.sample(texts, min(len(texts), 25)):
        words = dice.choice(WORDS)
        changed = yaml.with_text(where, words)

        found = dict(places(tree(changed)))
        assert found.pop(where) == words
        wanted = dict(places(with_value(tree(yaml), where, words)))
        assert list(found.items()) == [each for each in wanted.items() if each[0] != where]
        lost = [each for each in comments(text) if each not in changed.text]
        assert not lost or "#" in before
        assert tree(changed.with_text(where, before)) == tree(yaml)


@pytest.mark.parametrize("path", some_files(1))
def test_what_is_added_can_be_removed_again(path: Path) -> None:
    dice = random.Random(path.stem)
    text = as_a_curator_may_have_it(path.read_text(encoding="utf-8"), dice)
    yaml = YamlText.parse(text, path.name)
    around = [(where, node) for where, node in places(tree(yaml)) if not isinstance(node, str)]
    for where, node in dice.sample(around, min(len(around), 15)):
        value, index = dice.choice(VALUES), dice.choice([0, len(node), dice.randint(0, len(node))])
        if isinstance(node, dict):
            added, place = yaml.with_key((*where, "new-key"), value, index), (*where, "new-key")
            assert list(dict(places(tree(added)))[where]).index("new-key") == index
        else:
            added, place = yaml.with_entry(where, value, index), (*where, index)

        assert dict(places(tree(added)))[place] == value
        assert comments(added.text) == comments(text)
        assert set(re.findall(r"\r\n|\r|\n", added.text)) == set(re.findall(r"\r\n|\r|\n", text))
        removed = added.without(place)
        assert tree(removed) == tree(yaml)
        assert comments(removed.text) == comments(text)


@pytest.mark.parametrize("path", some_files(2))
def test_a_key_or_entry_that_is_removed_takes_only_its_own_lines(path: Path) -> None:
    dice = random.Random(path.stem)
    text = as_a_curator_may_have_it(path.read_text(encoding="utf-8"), dice)
    yaml = YamlText.parse(text, path.name)
    for where, node in dice.sample([*places(tree(yaml))][1:], 15):
        removed = yaml.without(where)

        left = [each for each, _ in places(tree(removed))]
        inside = len([*places(node)])
        assert len(left) == len([*places(tree(yaml))]) - inside
        gone = [each for each in comments(text) if each not in comments(removed.text)]
        assert all(each in "".join(changed_lines(text, removed.text)) for each in gone)


@pytest.mark.parametrize("path", some_files(3))
def test_a_key_that_is_renamed_keeps_its_place(path: Path) -> None:
    dice = random.Random(path.stem)
    text = as_a_curator_may_have_it(path.read_text(encoding="utf-8"), dice)
    yaml = YamlText.parse(text, path.name)
    keys = [where for where, _ in places(tree(yaml)) if where and isinstance(where[-1], str)]
    for where in dice.sample(keys, min(len(keys), 15)):
        name = dice.choice(["other", "a: b", "x, y", "#h", "- z", "前海", "yes"])
        renamed = yaml.renamed(where, name)

        before = list(dict(places(tree(yaml)))[where[:-1]])
        after = list(dict(places(tree(renamed)))[where[:-1]])
        assert after == [name if key == where[-1] else key for key in before]
        assert tree(renamed.renamed((*where[:-1], name), str(where[-1]))) == tree(yaml)
        assert comments(renamed.text) == comments(text)
