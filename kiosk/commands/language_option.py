"""A language on the command line: one of the exhibit's, or a question which one is meant."""

from __future__ import annotations

import argparse

from kiosk.text.languages import is_language, is_right_to_left
from kiosk.text.multilingual import LANGUAGES


def language_tag(written: str) -> str:
    """The tag as it is, for argparse; the hint names the tag for one of another kind."""
    if written in LANGUAGES:
        return written
    from kiosk.text.message_words import did_you_mean, one_of

    hint = did_you_mean(written, LANGUAGES)
    message = f"'{written}' is not a language here: choose {one_of(LANGUAGES)}"
    raise argparse.ArgumentTypeError(f"{message} ({hint})" if hint else message)


def any_language(written: str) -> str:
    """The tag of any language that an exhibit can have, for argparse."""
    if is_language(written) and not is_right_to_left(written):
        return written
    return language_tag(written)
