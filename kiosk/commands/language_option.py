"""A language on the command line: its tag, and whether the exhibit has it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

METAVAR = "LANGUAGE"


def language_tag(written: str) -> str:
    """The tag of any language that an exhibit can have, for argparse.

    The hint names the tag for one of another kind.
    """
    from kiosk.text.languages import SPOKEN, is_language, is_right_to_left, language_named

    if is_language(written) and not is_right_to_left(written):
        return written
    from kiosk.text.message_words import did_you_mean, one_of

    tag = language_named(written)
    hint = f"did you mean '{tag}'?" if tag else did_you_mean(written, SPOKEN)
    message = f"'{written}' is not the tag of a language here: write {one_of((*SPOKEN, 'fr'))}"
    raise argparse.ArgumentTypeError(f"{message} ({hint})" if hint else message)


def has_languages(verb: str, content: Path, asked: Collection[str | None]) -> bool:
    """Whether the exhibit has these languages; else a line says which it has.

    None stands for an option that was not given.
    """
    wanted = [language for language in asked if language]
    if not wanted:
        return True
    from kiosk.exhibit.reading.cover import read_cover
    from kiosk.text.message_words import one_of

    there = read_cover(content).languages
    missing = [language for language in wanted if language not in there]
    if missing:
        print(
            f"kiosk {verb}: the exhibit does not speak {one_of(missing)}:"
            f" it speaks {one_of(there, 'and')}",
            file=sys.stderr,
        )
    return not missing
