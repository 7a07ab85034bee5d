"""Every rule that the program can emit is explained to curators, with an example that is true."""

from __future__ import annotations

import ast
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from kiosk.exhibit.reading import read_exhibit
from kiosk.exhibit.rule_catalogue import read_rules, rules_as_markdown
from kiosk.workshop.laying_out import layout_problems
from kiosk.workshop.layout_mistakes import LAYOUT_RULES
from kiosk.workshop.trial import SHAPES
from kiosk.workshop.whole_check import whole_check
from tests.exhibit.sound_content import Content, sound_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibit.problems import Severity
    from kiosk.exhibit.silences import PlacedProblem

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "curators.md").read_text(encoding="utf-8")
RULES = read_rules()
ELSEWHERE = ("settings/keys.py", "exhibit/mistakes/new_piece_mistakes.py")
"""Mistakes in the file of settings, and in what was asked of `kiosk new`: neither is content."""

TODAY = datetime.date(2026, 1, 1)


def test_every_rule_that_can_be_emitted_is_in_the_catalogue() -> None:
    assert {*_emitted()} == set(RULES), "give it a reason and an example in assets/check/rules.yaml"


def test_the_curators_page_has_the_catalogue() -> None:
    assert rules_as_markdown(RULES) in PAGE, (
        "the page differs from assets/check/rules.yaml:"
        " put there what `kiosk check --explain all` prints"
    )


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.file])
def test_an_example_breaks_its_rule(name: str, tmp_path: Path) -> None:
    rule = RULES[name]
    content = sound_content(tmp_path / "content")

    content.change(rule.file, rule.right, rule.wrong)

    assert _found(content, name).get(name) is rule.severity


def test_what_is_mended_breaks_no_rule(tmp_path: Path) -> None:
    content = sound_content(tmp_path / "content")

    assert _found(content, "wrong-name") == {}
    assert _found(content, "line-length") == {}


def test_a_rule_is_explained_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "wrong-name"]) == 0
    assert capsys.readouterr().out == RULES["wrong-name"].as_markdown()


def test_all_rules_are_explained_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "all"]) == 0
    assert capsys.readouterr().out == rules_as_markdown(RULES)


def test_a_rule_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "long-sentense"]) == 2
    assert capsys.readouterr().err == (
        "kiosk check: there is no rule 'long-sentense' (did you mean 'long-sentence'?)\n"
    )


def _found(content: Content, rule: str) -> dict[str, Severity]:
    if rule == "wrong-name":
        content.write("glossary.yaml", "macao:\n  name: {en: Macao}\n  avoid: {en: [Macau]}\n")
    lay_out = _lay_out if rule in LAYOUT_RULES else None
    problems = whole_check(
        content.folder, read_exhibit(content.folder), today=TODAY, lay_out=lay_out
    )
    return {problem.rule: problem.severity for problem in problems}


def _lay_out(folder: Path) -> tuple[PlacedProblem, ...]:
    def ignore(share: float) -> None:
        pass

    return layout_problems(folder, ignore, shapes=SHAPES[:1], processes=1)


def _emitted() -> Iterator[str]:
    """The names that stand in the code as a mistake's rule."""
    program = PROJECT / "kiosk"
    for path in {*program.rglob("*.py")} - {program / file for file in ELSEWHERE}:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in ("Mistake", "_warning") and node.args:
                yield from _names(node.args[0])


def _names(rule: ast.expr) -> Iterator[str]:
    if isinstance(rule, ast.Constant):
        yield str(rule.value)
    elif isinstance(rule, ast.JoinedStr):
        # The only rule whose name is put together: kiosk/exhibit/mistakes/naming_mistakes.py
        assert ast.unparse(rule) == "f'unknown-{kind}'"
        yield from ("unknown-source", "unknown-unit", "unknown-zone")
