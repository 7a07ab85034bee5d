"""Differences of two versions in words: which field, what it said, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibit.authoring.key_names import key_name
from kiosk.languages.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibit.editing.differences import Difference, Way
    from kiosk.look.interface_style import InterfaceStyle

_MOST_LETTERS = 160
_NOTHING = "–"


def way_in_words(way: Way, language: str) -> str:
    """The keys that lead to a field as the form calls them: "Facts › all › Label › English"."""
    names = [LANGUAGES[step].name if step in LANGUAGES else step for step in way]
    said = [
        key_name("", step, language) if name == step and not step.isdigit() else name
        for step, name in zip(way, names, strict=True)
    ]
    return " › ".join(said)


def shortened_words(words: str | None) -> str:
    """As much of a text as a line can say; a dash for none."""
    if words is None:
        return _NOTHING
    line = " ".join(words.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1]}…"


def differences_in_words(found: Iterable[Difference], style: InterfaceStyle) -> str:
    """One below the other: the field, what it said before, and what it says after."""
    said = []
    for each in found:
        head = [way_in_words(each.way, style.language)] if each.way else []
        lines = [f"− {shortened_words(each.before)}", f"+ {shortened_words(each.after)}"]
        said.append("\n".join([*head, *lines]))
    return "\n\n".join(said)
