"""A guide as its reader sees it: where its lines break means nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from textwrap import dedent

from tests.project import PROJECT

_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?<=\n\n)(?: {4,}\S.*\n(?:\n(?= {4,}\S))?)+")
_STEP = re.compile(r"^\d+\. +", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of code: the words of the paragraph above it, and what stands in it."""

    above: str
    language: str
    text: str


@dataclass(frozen=True)
class Guide:
    """A page of Markdown, or a part of one."""

    source: str

    @classmethod
    def read(cls, path: str) -> Guide:
        """The page at a path below the project's folder."""
        return cls((PROJECT / path).read_text(encoding="utf-8"))

    def section(self, heading: str) -> Guide:
        """What stands below a heading, up to the next one."""
        found = re.search(
            rf"^##+ {re.escape(heading)}\n(.*?)(?=^##|\Z)", self.source, re.MULTILINE | re.DOTALL
        )
        assert found is not None, f"there is no section {heading!r}"
        return Guide(found[1])

    @cached_property
    def steps(self) -> list[Guide]:
        """The numbered steps, each as a page of its own."""
        _, *pieces = _STEP.split(self.source)
        steps = []
        for piece in pieces:
            first, _, rest = piece.partition("\n")
            inside = re.match(r"(?:(?: {3}.*)?\n)*", rest)
            below = re.sub(r"^ {3}", "", inside[0] if inside else "", flags=re.MULTILINE)
            steps.append(Guide(f"{first}\n{below}"))
        return steps

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks of code, those between fences and those that are set in."""
        fenced = [
            Block(_last_paragraph(self.source[: found.start()]), found[2], dedent(found[3]))
            for found in _FENCED.finditer(self.source)
        ]
        rest = _FENCED.sub("", self.source)
        return fenced + [
            Block(_last_paragraph(rest[: found.start()]), "", dedent(found[0]))
            for found in _INDENTED.finditer(rest)
        ]

    @cached_property
    def prose(self) -> str:
        """All words outside of blocks of code, with one space between them."""
        return _joined(_INDENTED.sub("", _FENCED.sub("", self.source)))

    @cached_property
    def names(self) -> list[str]:
        """What is set as code within sentences and tables."""
        return re.findall(r"`([^`]+)`", self.prose)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of blocks without a language: what is typed, without the remarks behind it."""
        return [
            re.sub(r" +# .*", "", line).strip()
            for block in self.blocks
            if not block.language
            for line in block.text.splitlines()
            if line.strip()
        ]

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows of all tables, cell by cell."""
        lines = re.findall(r"^ *\|(.*)\|\s*$", self.source, re.MULTILINE)
        return [[cell.strip() for cell in line.split("|")] for line in lines]

    def says(self, words: str) -> bool:
        """Whether these words stand in it one after another."""
        return _joined(words) in self.prose


def _joined(text: str) -> str:
    return " ".join(text.split())


def _last_paragraph(text: str) -> str:
    return _joined(text.rstrip().rpartition("\n\n")[2])
