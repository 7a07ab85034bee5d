"""What README tells people to type and to open is there."""

from __future__ import annotations

import re
import shlex
import shutil
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

import pytest

from kiosk.__main__ import VERBS, main
from tests.project import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"^ {4,}(\S.*)$", README, re.MULTILINE) + re.findall(r"`([^`\n]+)`", README)
KIOSK = sorted({line for line in CODE if re.match(r"(\.venv/bin/)?kiosk( |$)", line)})
MAKE = sorted({line for line in CODE if line.startswith("make ")})


def test_the_commands_are_found() -> None:
    assert len(KIOSK) >= 8
    assert len(MAKE) >= 3


@pytest.mark.parametrize("line", KIOSK)
def test_a_kiosk_command_is_understood(line: str) -> None:
    verb, *words = [*shlex.split(line)[1:], *([] if " " in line else ["run"])]
    assert verb in VERBS
    parser = ArgumentParser()
    module = verb.replace("-", "_")
    import_module(f"kiosk.commands.{module}").add_arguments(parser)

    parser.parse_args([] if words == ["--help"] else words)


@pytest.mark.parametrize("line", MAKE)
def test_a_make_target_is_there(line: str) -> None:
    target = re.split(r"\s+", line)[1]

    assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_stands_in_the_readme(verb: str) -> None:
    assert f"`kiosk {verb}" in README


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README))))
def test_a_picture_is_there_and_small(path: str) -> None:
    assert (PROJECT / path).stat().st_size < 250_000


@pytest.mark.parametrize(
    "path",
    sorted(set(re.findall(r"`((?:assets|content|docs|kiosk|tests)/[\w./-]*)`", README))),
)
def test_a_path_is_there(path: str) -> None:
    assert (PROJECT / path).exists()


def test_what_the_curator_is_shown_is_what_the_check_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Path(shutil.copytree(PROJECT / "content", tmp_path / "content"))
    zone = content / "zones" / "qianhai.yaml"
    text = zone.read_text(encoding="utf-8")
    assert "introduction:\n  en:" in text
    zone.write_text(text.replace("    value: 1195\n", "    valeu: 1195\n", 1), encoding="utf-8")

    main(["check", str(content)])

    said = [f"       {line}" for line in capsys.readouterr().out.splitlines()]
    assert "\n".join(said) in README
