"""What the guides tell people to type is understood."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser
from importlib import import_module

import pytest

from kiosk.__main__ import VERBS
from tests.docs.guide import Guide
from tests.project import PROJECT

GUIDES = {
    path: Guide.read(path)
    for path in (
        "README.md",
        "content/README.md",
        *(f"docs/{page.name}" for page in sorted((PROJECT / "docs").glob("*.md"))),
    )
}
KIOSK = re.compile(r"^(?:runuser .* -- )?(?:\S+/)?kiosk(?: |$)")
TYPED = sorted(
    (path, KIOSK.sub("", line))
    for path, guide in GUIDES.items()
    for line in {*guide.lines, *guide.names}
    if KIOSK.match(line)
)
NAMED = [(path, words) for path, words in TYPED if words in VERBS]
"""A verb alone names the command, and says nothing of what it needs."""
MADE = sorted(
    (path, line.split()[1])
    for path, guide in GUIDES.items()
    for line in {*guide.lines, *guide.names}
    if line.startswith("make ")
)


def test_the_commands_are_found() -> None:
    assert len(TYPED) >= 40
    assert {path for path, _ in TYPED} >= {
        "README.md",
        "docs/curators.md",
        "docs/operators.md",
        "docs/presenters.md",
    }
    assert len(MADE) >= 3


@pytest.mark.parametrize(("path", "words"), [each for each in TYPED if each not in NAMED])
def test_a_kiosk_command_is_understood(path: str, words: str) -> None:
    verb, *rest = shlex.split(words) or ["run"]
    assert verb in VERBS
    parser = ArgumentParser()
    import_module(f"kiosk.commands.{verb.replace('-', '_')}").add_arguments(parser)

    parser.parse_args([] if rest == ["--help"] else rest)


@pytest.mark.parametrize(("path", "target"), MADE)
def test_a_make_target_is_there(path: str, target: str) -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")

    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_readme(verb: str) -> None:
    assert [name for name in GUIDES["README.md"].names if name.split()[:2] == ["kiosk", verb]]
