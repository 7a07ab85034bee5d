"""What an operator types: the commands of INSTALL.txt, in order, by the heading above them."""

from __future__ import annotations

import re

HEADING = re.compile(r"^(?:(\d)\. .*|(\w.*)\n-+)$", re.MULTILINE)


def commands(guide: str) -> dict[str, list[str]]:
    """The commands below each heading: "1", "2", … for the steps, the words of the others."""
    pieces = HEADING.split(guide)
    told = {}
    for number, words, piece in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        lines = re.sub(r" \\\n +", " ", piece).splitlines()
        told[number or words] = [line[4:] for line in lines if re.match(r" {4}\S", line)]
    return told
