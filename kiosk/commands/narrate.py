"""Make the clips that are missing of what the exhibit says aloud, or take in recordings of people.

A sentence that has a clip is never spoken anew, so whoever breaks off goes on where they were.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.settings.settings import Settings
from kiosk.speech.clips import SPEECH_FOLDER, read_clips
from kiosk.speech.engine import Engine
from kiosk.speech.narrating import narrate, stale, take_away
from kiosk.speech.recordings import take_in, write_script
from kiosk.speech.sole_use import InUse, sole_use
from kiosk.text.command_lines import command_line
from kiosk.text.folder import ContentFolder
from kiosk.text.invisible import visible
from kiosk.text.message_words import shortened
from kiosk.workshop.check.progress import Progress
from kiosk.workshop.narration.clip_counts import clip_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.speech.clips import Utterance

_FAILURES_SHOWN = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, the languages, who speaks, and what else can be done with clips."""
    add_content_folder(parser)
    parser.add_argument(
        "--language",
        action="append",
        type=language_tag,
        metavar=METAVAR,
        help="only this language; can be given several times",
    )
    parser.add_argument(
        "--engine",
        type=_command,
        metavar="COMMAND",
        help="what speaks: a command that is given text and writes a WAV, with {language} where it"
        " is told the language; espeak-ng without it",
    )
    parser.add_argument(
        "--take-in",
        type=Path,
        metavar="FOLDER",
        help="take in what people have recorded, each file named as in the list of --script",
    )
    parser.add_argument(
        "--script",
        type=Path,
        metavar="FILE",
        help="write a table of what no person has recorded yet, for whoever reads it aloud",
    )
    parser.add_argument(
        "--missing", action="store_true", help="only count what is missing, in each language"
    )
    parser.add_argument(
        "--tidy", action="store_true", help="remove clips by a machine that nothing says any more"
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for.

    Returns 0; 1 where a sentence stays without a clip, a recording was not taken or nothing can be
    shown; 2 when called wrongly.
    """
    path = content_folder("narrate", arguments.folder)
    if path is None or not has_languages("narrate", path, arguments.language or ()):
        return 2
    refusal = _refusal(arguments)
    if refusal:
        return _refuse(refusal, 2)
    folder = ContentFolder.at(path)
    engine = Engine(arguments.engine or Settings(path).sound_engine)
    makes = not (arguments.missing or arguments.script or arguments.take_in or arguments.tidy)
    if not (makes or arguments.take_in or arguments.tidy):
        return _work(arguments, folder, engine, makes=False)
    closed = _closed_folder(folder)
    if closed is not None:
        return _refuse(f"{closed} can't be written: run it as somebody who may, or on a copy", 1)
    if makes and not engine.is_there:
        return _refuse(_without(engine), 1)
    try:
        with sole_use(folder):
            unreadable = read_clips(folder).messages
            if unreadable:
                # What is not read would be written no more, and machines would speak over people.
                for message in unreadable[:_FAILURES_SHOWN]:
                    print(message, file=sys.stderr)
                return _refuse("nothing is changed while the index can't be read whole", 1)
            return _work(arguments, folder, engine, makes=makes)
    except InUse:
        reason = f"another `kiosk narrate` is at work on {folder.path}: wait until it has ended"
        return _refuse(reason, 1)


def _work(
    arguments: argparse.Namespace, folder: ContentFolder, engine: Engine, *, makes: bool
) -> int:
    """Read what is said, and do with it what was asked for."""
    path = folder.path
    languages, wanted = _said(path, arguments.language)
    if not wanted:
        reason = f"nothing can be shown; `{command_line('check', path)}` says why"
        return _refuse(reason, 1)
    code = 0
    try:
        if arguments.take_in:
            code = max(code, _take_in(folder, arguments.take_in, wanted))
        if arguments.tidy:
            _tidy(folder, wanted, languages)
        if arguments.script:
            count = write_script(arguments.script, read_clips(folder), wanted)
            print(f"{_counted(count, 'sentence')} that no person has recorded: {arguments.script}")
        if makes:
            code = max(code, _narrate(folder, wanted, languages, engine))
        if arguments.missing:
            code = max(code, _tell_missing(folder, wanted, languages))
    except OSError as error:
        name = error.filename or path
        return _refuse(f"{name} can't be written: {error.strerror or error}", 1)
    return code


def _command(written: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(written))
    except ValueError:
        words = ()
    if not words:
        message = f"'{written}' is no command: write a program and what follows it"
        raise argparse.ArgumentTypeError(message)
    return words


def _refusal(arguments: argparse.Namespace) -> str:
    """What of the command line can't be done."""
    if arguments.take_in and not arguments.take_in.is_dir():
        return f"there is no folder {arguments.take_in} with recordings"
    script = arguments.script
    if script and script.is_dir():
        return f"{script} is a folder: name a file such as {script / 'script.csv'}"
    if script and not script.resolve().parent.is_dir():
        return f"there is no folder {script.parent} for {script.name}"
    return ""


def _closed_folder(folder: ContentFolder) -> Path | None:
    """The folder in which no clip can be put, if there is one."""
    clips = folder.path / SPEECH_FOLDER
    asked = clips if clips.exists() else folder.path
    return None if os.access(asked, os.W_OK | os.X_OK) else asked


def _without(engine: Engine) -> str:
    return (
        f"{engine.name} is not there to speak: install it, name another command with --engine, or"
        " have people read what --script lists"
    )


def _said(path: Path, asked: Sequence[str] | None) -> tuple[Sequence[str], list[Utterance]]:
    """The languages, and everything that is said in them."""
    from kiosk.commands.gui_application import offscreen_application
    from kiosk.exhibit.reading.cover import read_cover
    from kiosk.workshop.narration.narrated_texts import narrated_texts

    application = offscreen_application()
    languages = [each for each in read_cover(path).languages if not asked or each in asked]
    progress = Progress("reading what every screen says", sys.stderr)
    try:
        said = narrated_texts(path, languages, progress.show)
    finally:
        progress.end()
        application.processEvents()
    return languages, [each.utterance for each in said]


def _narrate(
    folder: ContentFolder, wanted: Sequence[Utterance], languages: Sequence[str], engine: Engine
) -> int:
    """Make what is missing, language after language: an engine may lack one of them."""
    made = kept = failed = 0
    for language in languages:
        todo = [each for each in wanted if each.language == language]
        progress = Progress(f"speaking {language}", sys.stderr)

        def show(done: int, count: int, progress: Progress = progress) -> None:
            progress.show(done / count)

        try:
            outcome = narrate(folder, todo, engine, today=datetime.date.today(), progress=show)
        except KeyboardInterrupt:
            progress.end()
            again = "what was made is kept, and the same command goes on"
            print(f"kiosk narrate: {again}", file=sys.stderr)
            raise
        finally:
            progress.end()
        made, kept, failed = made + outcome.made, kept + outcome.kept, failed + len(todo)
        failed -= outcome.made + outcome.kept
        for failure in outcome.failures[:_FAILURES_SHOWN]:
            words = visible(shortened(failure.utterance.words))
            print(f"kiosk narrate: {language}: '{words}': {failure.reason}", file=sys.stderr)
        if outcome.is_given_up:
            lost = f"{language} is given up, as {engine.name} fails each time"
            print(f"kiosk narrate: {lost}", file=sys.stderr)
    rest = f", {_counted(failed, 'sentence')} without" if failed else ""
    print(f"{_counted(made, 'clip')} made, {kept} were there{rest}: {folder.path / SPEECH_FOLDER}")
    return 1 if failed else 0


def _take_in(folder: ContentFolder, recordings: Path, wanted: Sequence[Utterance]) -> int:
    by_hash = {each.hash: each for each in wanted}
    outcome = take_in(folder, recordings, by_hash, today=datetime.date.today())
    for name, reason in outcome.refused:
        print(f"kiosk narrate: {visible(name)} is not taken in: {reason}", file=sys.stderr)
    there = f", {outcome.already_there} were there" if outcome.already_there else ""
    print(f"{_counted(outcome.taken, 'recording')} taken in{there}")
    return 1 if outcome.refused else 0


def _tidy(folder: ContentFolder, wanted: Sequence[Utterance], languages: Sequence[str]) -> None:
    """Take away what a machine can say again; what a person has recorded stays."""
    clips = read_clips(folder)
    gone = stale(clips, wanted, languages)
    machines = [each for each in gone if each.by == "machine"]
    if machines:
        take_away(folder, clips, machines)
    kept = len(gone) - len(machines)
    stays = f", {_counted(kept, 'recording')} by people kept" if kept else ""
    print(f"{_counted(len(machines), 'clip')} removed that nothing says any more{stays}")


def _tell_missing(
    folder: ContentFolder, wanted: Sequence[Utterance], languages: Sequence[str]
) -> int:
    """How many sentences there are in each language, and how many have no clip."""
    counts = clip_counts(read_clips(folder), wanted, languages)
    for each in counts:
        print(
            f"{each.language}: {_counted(each.sentences, 'sentence')}, {each.missing} without a"
            f" clip, {each.by_people} recorded by people"
        )
    return 1 if any(each.missing for each in counts) else 0


def _refuse(reason: str, code: int) -> int:
    print(f"kiosk narrate: {visible(reason)}", file=sys.stderr)
    return code


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
