"""Lists the characters of the exhibit's fonts in coverage.yaml, for checks that open no font.

    python list_coverage.py    write coverage.yaml again, after the fonts have been cut

Needs fontTools.  The tests say when the list is older than the fonts.
"""

from __future__ import annotations

import textwrap
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
HEAD = """\
# Which characters each font has, as ranges of code points. Written by list_coverage.py.
coverage:
"""


def main() -> None:
    """Write the list."""
    (HERE / "coverage.yaml").write_text(coverage(HERE), encoding="utf-8")


def coverage(folder: Path) -> str:
    """The list as YAML; fonts with the same characters stand together."""
    groups: dict[frozenset[int], list[str]] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in {".otf", ".ttf"}:
            with TTFont(path, lazy=True) as font:
                groups.setdefault(frozenset(font.getBestCmap()), []).append(path.name)
    entries = []
    for code_points, files in groups.items():
        lines = textwrap.wrap(" ".join(ranges(code_points)), 100)
        entries.append(
            "- files:\n"
            + "".join(f"  - {file}\n" for file in files)
            + "  characters: >-\n"
            + "".join(f"    {line}\n" for line in lines)
        )
    return HEAD + "".join(entries)


def ranges(code_points: Iterable[int]) -> list[str]:
    """Hexadecimal ranges such as `0020-007e`, in ascending order."""
    ordered = sorted(code_points)
    gaps = [index for index, (left, right) in enumerate(pairwise(ordered), 1) if right > left + 1]
    found = []
    for begin, end in pairwise([0, *gaps, len(ordered)]):
        first, last = ordered[begin], ordered[end - 1]
        found.append(f"{first:04x}" if first == last else f"{first:04x}-{last:04x}")
    return found


if __name__ == "__main__":
    main()
