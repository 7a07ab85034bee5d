"""What README shows people is there, and what it has them do leads where it says."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from kiosk.__main__ import main
from tests.docs.guide import Guide
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

README = Guide.read("README.md")
OPEN, SENTENCE, ASK, _LOOK, MISTAKE = README.section("Change what it says, in five minutes").steps


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([\w./-]+)\)", README.source))))
def test_a_picture_is_there_and_small(path: str) -> None:
    assert (PROJECT / path).stat().st_size <= 640_000


@pytest.mark.parametrize(
    "path",
    sorted(
        name
        for name in set(README.names)
        if re.fullmatch(r"(?:assets|content|docs|kiosk|tests)/[\w./-]*", name)
    ),
)
def test_a_path_is_there(path: str) -> None:
    assert (PROJECT / path).exists()


def test_the_five_minutes_lead_where_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    path, key = OPEN.names
    file = tmp_path / path
    language, sentence = SENTENCE.names
    (checking,) = (shlex.split(line)[1:] for line in ASK.lines)
    # Without laying everything out: that is found elsewhere, and takes ten seconds.
    checking += ["content", "--fast"]

    text = file.read_text(encoding="utf-8")
    first = re.compile(rf"^( *){key}\n( *){language} (.*)$", re.MULTILINE)
    changed, count = first.subn(rf"\1{key}\n\2{language} {sentence}", text, count=1)
    assert count == 1
    file.write_text(changed, encoding="utf-8")
    main(checking)
    assert ASK.names[0] in capsys.readouterr().out

    file.write_text(text, encoding="utf-8")
    fact, wrong, right = MISTAKE.names
    head, of_fact, tail = text.partition(f"  - id: {fact}\n")
    assert of_fact
    file.write_text(head + of_fact + tail.replace(right, wrong, 1), encoding="utf-8")
    main(checking)
    said = capsys.readouterr().out.splitlines()
    assert [line.split() for line in MISTAKE.lines] == [line.split() for line in said]
