"""The files that the documents for programmers name are there."""

from __future__ import annotations

import re

import pytest

from tests.project import PROJECT

DOCUMENTS = (
    "README.md",
    "docs/architecture.md",
    "docs/glossary.md",
    *(
        path.relative_to(PROJECT).as_posix()
        for path in sorted((PROJECT / "docs/decisions").glob("*.md"))
    ),
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_python_file_that_is_named_is_there(document: str) -> None:
    text = (PROJECT / document).read_text(encoding="utf-8")
    named = sorted(set(re.findall(r"`([\w/]+\.py)`", text)))

    assert [name for name in named if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    """Whether a file has that path, or the end of its path within the program."""
    return (PROJECT / name).is_file() or any((PROJECT / "kiosk").rglob(name))
