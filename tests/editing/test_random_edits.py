"""Whatever is edited, the files say what was said, keep every comment, and can be undone."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kiosk.exhibit.editing.edits import Duplicate, Remove, Rename
from kiosk.exhibit.editing.refusals import EditRefusal, EditRefused
from kiosk.exhibit.rules.suppressions import suppressions_in
from kiosk.text.messages import UnreadableFile
from kiosk.text.wordings import WrittenFile
from kiosk.text.yaml_source import parse_document
from kiosk.text.yaml_syntax import comments_of
from tests.editing.folders import contents, copied, opened, written
from tests.editing.random_edits import Planned, planned, planned_of_files, planned_rename
from tests.text.yaml_trees import places

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibit.editing.edited_folder import EditedFolder
    from kiosk.exhibit.editing.folder_changes import Change

EDITS = 2000
_PARTS = 10
_AT_ONCE = 100
"""`make test` makes the first edits of one part, and the soak all parts whole."""
_RENAMES = 0.02
_OF_FILES = 0.04
_LARGE = "translations.yaml"


@pytest.mark.parametrize(
    ("part", "edits"),
    [
        (0, _AT_ONCE),
        *(pytest.param(part, EDITS // _PARTS, marks=pytest.mark.soak) for part in range(_PARTS)),
    ],
)
def test_edits_at_random(tmp_path: Path, part: int, edits: int) -> None:
    dice = random.Random(f"edits {part}")
    root = copied(tmp_path)
    _as_curators_may_have_them(root, dice)
    folder, files = opened(root), contents(root)
    trees = {name: _tree(content, name) for name, content in files.items() if _is_yaml(name)}
    states = [dict(files)]
    refused: list[str] = []
    while len(states) + len(refused) <= edits:
        plan = _next(dice, files, trees)
        if plan is None:
            continue
        change = _applied(folder, plan, refused)
        if change is None:
            assert {name: folder.content(name) for name in files} == files
            continue
        before = {name: files.get(name) for name in change.files}
        for name in change.files:
            content = folder.content(name)
            if content is None:
                del files[name]
                trees.pop(name, None)
            else:
                files[name] = content
        _judge(plan, trees, before, files)
        for name in set(change.files) & files.keys():
            if _is_yaml(name):
                trees[name] = _tree(files[name], name)
        if change.files:
            states.append(dict(files))
        if len(states) % 50 == 0 and folder.pending() is not None:
            written(folder)
            assert contents(root) == files
    assert refused == []
    _undo_and_redo(folder, root, states)


def _applied(folder: EditedFolder, plan: Planned, refused: list[str]) -> Change | None:
    """What an edit has changed; None where whose comments stand in its brackets can't be told."""
    try:
        return folder.apply("Edit", [plan.edit])
    except EditRefused as error:
        if error.refusal not in (EditRefusal.COMMENTS, EditRefusal.STYLE):
            raise
        refused.append(f"{error.refusal} {plan.edit}")
        return None


def _next(dice: random.Random, files: dict[str, bytes], trees: dict[str, Any]) -> Planned | None:
    chance = dice.random()
    if chance < _RENAMES:
        return planned_rename(dice, trees)
    if chance < _RENAMES + _OF_FILES:
        return planned_of_files(dice, files)
    name = dice.choice([each for each in trees if each != _LARGE or dice.random() < 0.1])
    return planned(dice, name, trees[name])


def _judge(
    plan: Planned,
    trees: dict[str, Any],
    before: dict[str, bytes | None],
    files: dict[str, bytes],
) -> None:
    """That an edit has made what was planned, and nothing else."""
    edit = plan.edit
    if not plan.wanted:
        for name in before.keys() & files.keys() if isinstance(edit, Rename) else ():
            old = before[name]
            if _is_yaml(name) and old is not None:
                assert comments_of(_text(old)) == comments_of(_text(files[name]))
        return
    file = edit.file  # type: ignore[union-attr]
    assert set(before) <= {file}, plan
    found = _tree(files[file], file)
    wanted = [_same_ids(each, found) for each in plan.wanted]
    assert found in wanted, plan
    if plan.ordered:
        assert any(_ordered(found) == _ordered(each) for each in wanted), plan
    if before:
        old = before[file]
        assert old is not None
        _judge_comments(plan, _text(old), _text(files[file]))


def _judge_comments(plan: Planned, old: str, new: str) -> None:
    there, left = Counter(comments_of(old)), Counter(comments_of(new))
    lost = there - left
    if lost:
        assert plan.takes_away, (plan, lost)
        removed = _lines_of(old, plan)
        assert all(any(each in line for line in removed) for each in lost), (plan, lost)
    if not isinstance(plan.edit, Duplicate):
        assert not left - there, plan
    if "# allow" in old:
        allowed, allowed_now = _allowed(old), _allowed(new)
        gone, gained = allowed - allowed_now, allowed_now - allowed
        if isinstance(plan.edit, Duplicate) or not plan.takes_away:
            assert not gone, (plan, gone)
        root = parse_document(old.removeprefix("\ufeff"), "file").root
        edited = _ids(root, plan.edit.location)  # type: ignore[union-attr]
        assert all(each[1][: len(edited)] == edited for each in gone), (plan, gone)
        if not isinstance(plan.edit, Duplicate):
            around = edited[:-1]
            is_entry = isinstance(plan.edit, Remove) and isinstance(plan.edit.location[-1], int)
            assert not (is_entry and gained), (plan, gained)
            assert all(each[1][: len(around)] == around for each in gained), (plan, gained)


def _allowed(text: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """What is allowed in a file, with the place that it is about: ids stand for entries."""
    root = parse_document(text.removeprefix("\ufeff"), "file").root
    lines: dict[int, tuple[str, ...]] = {}
    for where, _ in places(root.plain()):
        line = root.key_position(where)[0]
        lines.setdefault(line, _ids(root, where))
    file = WrittenFile.of("file", root, text)
    return Counter(
        (f"allow {each.rule}: {each.reason}", lines.get(each.of_line, ()))
        for each in suppressions_in(file)
    )


def _ids(root: Any, where: tuple[str | int, ...]) -> tuple[str, ...]:
    named = []
    for depth, step in enumerate(where, 1):
        own = root.at((*where[:depth], "id")) if isinstance(step, int) else None
        named.append("*" if isinstance(step, int) else step)
        if own is not None:
            named[-1] = str(own.value)
    return tuple(named)


def _lines_of(text: str, plan: Planned) -> list[str]:
    """The lines of what an edit may take away, with those above it that allow something."""
    node: Any = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader)
    begin, end = 0, len(text)
    for step in plan.edit.location:  # type: ignore[union-attr]
        if isinstance(step, int):
            node = node.value[step]
            begin, end = node.start_mark.line, node.end_mark.line
        else:
            key, node = next(each for each in node.value if each[0].value == step)
            begin, end = key.start_mark.line, node.end_mark.line
    lines = text.replace("\r\n", "\n").split("\n")
    while begin and lines[begin - 1].lstrip().startswith(("#", "-")):
        begin -= 1
    return lines[begin : end + 1]


def _undo_and_redo(folder: EditedFolder, root: Path, states: list[dict[str, bytes]]) -> None:
    for state in reversed(states[:-1]):
        change = folder.undo()
        assert change is not None
        assert all(folder.content(name) == state.get(name) for name in change.files)
    assert folder.undo() is None
    written(folder)
    assert contents(root) == states[0]
    for state in states[1:]:
        change = folder.redo()
        assert change is not None
        assert all(folder.content(name) == state.get(name) for name in change.files)
    written(folder)
    assert contents(root) == states[-1]


def _as_curators_may_have_them(root: Path, dice: random.Random) -> None:
    """With more comments, some files as Windows writes them, some without a last line end."""
    for path in sorted(root.rglob("*.yaml")):
        content = _commented(path.read_text(encoding="utf-8"), dice).encode()
        chance = dice.random()
        if chance < 0.2:
            content = content.replace(b"\n", b"\r\n")
        if chance < 0.1:
            content = b"\xef\xbb\xbf" + content
        path.write_bytes(content.rstrip() if 0.15 < chance < 0.3 else content)


def _commented(text: str, dice: random.Random) -> str:
    """A text with comments above and behind some entries; the values stay what they are."""
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip())
        is_entry = line.lstrip().startswith("- ")
        if is_entry and dice.random() < 0.25:
            allowed = f"# allow rule-{number}: why" if dice.random() < 0.5 else f"# said {number}"
            lines.append(" " * indent + allowed)
        if is_entry and dice.random() < 0.1:
            lines.append(f"{line}  # beside {number}")
        elif line.endswith(":") and dice.random() < 0.1:
            lines.append(f"{line}  # allow rule-{number}: below")
        else:
            lines.append(line)
    commented = "\n".join(lines)
    try:
        is_same = _tree(commented.encode(), "") == _tree(text.encode(), "")
    except UnreadableFile:
        return text
    return commented if is_same else text


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml")


def _text(content: bytes) -> str:
    return content.decode()


def _tree(content: bytes, name: str) -> Any:
    return parse_document(_text(content).removeprefix("\ufeff"), name).root.plain()


def _same_ids(wanted: Any, found: Any) -> Any:
    """The wanted tree with the ids that copies have got."""
    if wanted == "~":
        return found
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: _same_ids(each, found.get(key)) for key, each in wanted.items()}
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [_same_ids(one, other) for one, other in zip(wanted, found, strict=True)]
    return wanted


def _ordered(tree: Any) -> Any:
    if isinstance(tree, dict):
        return [(key, _ordered(each)) for key, each in tree.items()]
    return list(map(_ordered, tree)) if isinstance(tree, list) else tree
