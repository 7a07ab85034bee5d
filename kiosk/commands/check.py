"""Say what is wrong with a folder of content, all at once."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.commands.options import add_day_option
from kiosk.end_with_parent import end_with_input
from kiosk.exhibit.reading.exhibit_reading import Reading, read_exhibit
from kiosk.exhibit.reading.reading_cache import Memory
from kiosk.film.formats import can_play
from kiosk.text.alike import gathered
from kiosk.text.command_lines import command_line
from kiosk.text.invisible import visible
from kiosk.text.message_words import did_you_mean
from kiosk.text.messages import Severity
from kiosk.workshop.check.answers import Answers, answers_folder
from kiosk.workshop.check.decoders_words import without_decoders_words
from kiosk.workshop.check.film_check import check_films
from kiosk.workshop.check.picture_trial import known_trials
from kiosk.workshop.check.progress import Progress, ProgressLines
from kiosk.workshop.check.rule_catalogue import CATALOGUE, rules_as_markdown
from kiosk.workshop.check.whole_check import whole_check

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.text.messages import Message, PlacedMessage

    Follow = Callable[[str], Progress | ProgressLines]
    """Begins to tell how far something is."""


MOST_ROWS = 50
"""So many messages are shown at once on a terminal, the causes first; the rest often follow."""
_DOING = {
    "layout": "laying out every page in every language and shape",
    "speech": "reading what every screen says",
    "pictures": "drawing every picture",
}
"""What is done, for a person at a terminal."""
_NO_RULE = "'all' explains every rule; docs/content-format.md has the keys of the files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder and the form of the report."""
    add_content_folder(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for programs"
    )
    parser.add_argument(
        "--fast",
        action="store_true",
        help="read only: don't draw the pictures, nor lay the texts out to see what fits",
    )
    parser.add_argument(
        "--progress",
        action="store_true",
        help="write how far it is as lines of JSON on the standard error, for programs",
    )
    parser.add_argument(
        "--fresh",
        action="store_true",
        help="lay everything out again, and don't use or keep what was found before",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="show every row; without it, of many that are alike the first ones, and on a terminal"
        f" {MOST_ROWS} rows",
    )
    parser.add_argument(
        "--explain",
        metavar="RULE",
        help="say why there is a rule, with an example wrong and mended; 'all' for every rule",
    )
    # For whoever has begun this check and may be killed before it is done.
    parser.add_argument("--until-input-ends", action="store_true", help=argparse.SUPPRESS)
    # The zone that is open in a preview, which is to be told of before all others.
    parser.add_argument("--first", default="", help=argparse.SUPPRESS)
    add_day_option(parser, "--today", "judge the age of figures as on another day")


def run(arguments: argparse.Namespace) -> int:
    """Print every message.  Returns 0 without errors, 1 with errors, 2 without a folder."""
    if arguments.explain:
        return _explain(arguments.explain)
    folder = content_folder("check", arguments.folder)
    if folder is None:
        return 2
    if arguments.until_input_ends:
        end_with_input()
    memory = Memory()
    follow = _told_to_programs if arguments.progress else _told_to_people
    answers = Answers(None if arguments.fresh else answers_folder())
    reading = read_exhibit(folder, memory)
    with without_decoders_words():
        messages = whole_check(
            folder,
            reading,
            memory=memory,
            today=arguments.today or datetime.date.today(),
            lay_out=None
            if arguments.fast
            else partial(_check_layout, answers, follow, arguments.first),
            draw=None if arguments.fast else partial(_draw_pictures, answers, follow),
            listen=None if arguments.fast else partial(_check_speech, follow),
            watch=None if arguments.fast or not can_play() else check_films,
        )
    errors = sum(message.severity is Severity.ERROR for message in messages)
    if arguments.format == "json":
        entries = [message.as_json() for message in messages]
        print(json.dumps({"ok": not errors, "problems": entries}, ensure_ascii=False, indent=2))
    else:
        rows = messages if arguments.all else gathered(messages)
        shown = rows
        if sys.stdout.isatty() and not arguments.all:
            shown = rows[:MOST_ROWS]
        for message in shown:
            print(message)
        if len(rows) < len(messages) or len(shown) < len(rows):
            print(_more(len(rows) - len(shown), folder, are_wrong=errors > 0))
        print(_summary(reading, errors, len(messages) - errors))
    return 1 if errors else 0


def _explain(name: str) -> int:
    if name == "all":
        print(rules_as_markdown(CATALOGUE), end="")
        return 0
    rule = CATALOGUE.get(name)
    if rule is None:
        hint = did_you_mean(name, CATALOGUE) or _NO_RULE
        print(f"kiosk check: there is no rule '{visible(name)}' ({hint})", file=sys.stderr)
        return 2
    print(rule.as_markdown(), end="")
    return 0


def _told_to_people(doing: str) -> Progress:
    return Progress(_DOING[doing], sys.stderr)


def _told_to_programs(doing: str) -> ProgressLines:
    return ProgressLines(doing, sys.stderr)


def _check_layout(
    answers: Answers, follow: Follow, first: str, folder: Path
) -> tuple[PlacedMessage, ...]:
    """What doesn't fit, by laying everything out without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.workshop.check.laying_out import check_layout

    progress = follow("layout")
    try:
        return check_layout(
            folder,
            progress.show,
            name=progress.name,
            answers=answers,
            found=progress.found if isinstance(progress, ProgressLines) else None,
            first=first,
        )
    finally:
        progress.end()


def _check_speech(follow: Follow, folder: Path) -> tuple[PlacedMessage, ...]:
    """Which clips are missing or said nowhere, by showing everything without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.workshop.check.speech_check import check_speech

    progress = follow("speech")
    try:
        return check_speech(folder, progress.show)
    finally:
        progress.end()


def _draw_pictures(
    answers: Answers, follow: Follow, pictures: Sequence[Path]
) -> dict[Path, tuple[Message, ...]]:
    """What is wrong with pictures, by drawing each of them."""
    progress = follow("pictures")
    try:
        return known_trials(pictures, progress.show, answers)
    finally:
        progress.end()


def _summary(reading: Reading, errors: int, warnings: int) -> str:
    counted = _counted(warnings, "warning")
    if errors:
        return ", ".join([_counted(errors, "error"), *([counted] if warnings else [])])
    zones = reading.exhibit.zones if reading.exhibit else ()
    panels = sum(len(zone.panels) for zone in zones)
    whole = f"content is ok: {_counted(len(zones), 'zone')}, {_counted(panels, 'panel')}"
    layers = reading.exhibit.layers if reading.exhibit else ()
    if layers:
        whole = f"{whole}, {_counted(len(layers), 'data layer')}"
    tours = reading.exhibit.tours if reading.exhibit else ()
    if tours:
        whole = f"{whole}, {_counted(len(tours), 'tour')}"
    return f"{whole}, {counted}" if warnings else whole


def _more(number: int, folder: Path, *, are_wrong: bool) -> str:
    """What follows the first rows; where something is wrong, the rest may follow from it."""
    everything = f"see all with {command_line('check', folder, '--all')}"
    advice = f"mend these first, or {everything}" if are_wrong else everything
    return f"and {number} more: {advice}" if number else advice


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
