"""Follows docs/own-map.md: types its commands and makes its edits."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from kiosk.__main__ import main
from tests.docs.guide import Guide
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

NAME = "my-house"
STEPS = Guide.read("docs/own-map.md").section("From a drawing to an exhibit").steps


def walk(scratch: Path, steps: int) -> Path:
    """The content folder below `scratch` after so many steps of the guide."""
    scratch.mkdir(parents=True, exist_ok=True)
    folder = scratch / NAME
    for step in STEPS[:steps]:
        edits = [block.text for block in step.blocks if block.language == "yaml"]
        for block in step.blocks:
            if block.language == "text":
                verb, *words = shlex.split(block.text)
                assert verb == "kiosk"
                # What doesn't fit is not what the walk is about, and takes ten seconds to find.
                quickly = ["--fast"] if words[0] == "check" else []
                code = main([*(_path(word, folder) for word in words), *quickly])
                assert code == 0
        file = folder / "exhibit.yaml"
        if len(edits) == 2:
            old, new = (edit.strip() for edit in edits)
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{file.name} has no {old!r}"
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
        elif edits:
            with file.open("a", encoding="utf-8") as end:
                end.write(f"\n{edits[0].strip()}\n")
    return folder


def _path(word: str, folder: Path) -> str:
    """A path as from the project's folder, and the content folder where nothing is in the way."""
    if word == NAME:
        return str(folder)
    return str(PROJECT / word) if word.startswith("docs/") else word
