"""Show every text in all languages: what is missing, what is older than the original.

`--confirm` records that translations are up to date; `kiosk check` then warns when the original
changes.  `--export` writes a file for translators, `--import` brings it back.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.commands.language_option import METAVAR, language_tag
from kiosk.exhibit.exchanging.exchanged_texts import CHOICES
from kiosk.exhibit.translating.confirming import confirm
from kiosk.exhibit.translating.translation_record import RECORD_FILE, RecordError
from kiosk.exhibit.translating.translations import State, read_translations
from kiosk.text.command_lines import command_line
from kiosk.text.message_words import did_you_mean, one_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.translating.translations import TranslatedText, Translations

_SAID = {
    State.CURRENT: "ok",
    State.UNCONFIRMED: "unconfirmed",
    State.OLDER: "older",
    State.MISSING: "missing",
}
_COLUMN = max(map(len, _SAID.values())) + 2
_WORDS_SHOWN = 72


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, what to show, and what to confirm."""
    add_content_folder(parser)
    parser.add_argument(
        "--language",
        action="append",
        type=language_tag,
        metavar=METAVAR,
        help="only this translation; can be given several times",
    )
    parser.add_argument("--missing", action="store_true", help="only texts without words")
    parser.add_argument(
        "--older", action="store_true", help="only texts whose original has changed since"
    )
    parser.add_argument(
        "--confirm",
        nargs="?",
        const="",
        metavar="TEXT",
        help="record that the translations are up to date: of everything, or of a file"
        " (zones/csns.yaml), a zone (csns) or a text (csns/introduction); put the folder first",
    )
    parser.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help="write the texts of one --language for translators: .xlf (XLIFF 1.2), .xliff (2.1)"
        " or .xlsx",
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=tuple(CHOICES),
        help="with --export: only these texts; can be given several times",
    )
    parser.add_argument(
        "--import",
        dest="returned",
        type=Path,
        metavar="FILE",
        help="show what such a file would change; with --apply change it",
    )
    parser.add_argument("--apply", action="store_true", help="with --import: write it")
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help="with --import: take what looks wrong too, such as a figure that is missing",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the texts or confirm some.

    Returns 1 where something is missing or older, or can't be read or confirmed; 2 where the
    folder or the text is not there.
    """
    folder = content_folder("translations", arguments.folder)
    if folder is None:
        return 2
    found = read_translations(folder)
    languages = arguments.language or found.languages
    foreign = [language for language in languages if language not in found.languages]
    if arguments.language and foreign:
        there = one_of(found.languages, "and")
        return _refused(f"the exhibit does not speak {one_of(foreign)}: it speaks {there}")
    if arguments.confirm is not None:
        return _confirm(folder, found, arguments.confirm, languages)
    if arguments.export is not None or arguments.returned is not None:
        # A list of texts needs no library for spreadsheets.
        from kiosk.commands.translation_exchange import export_texts, import_texts

        exchange = export_texts if arguments.export is not None else import_texts
        return exchange(folder, found, arguments)
    states = tuple(
        state
        for state, wanted in ((State.MISSING, arguments.missing), (State.OLDER, arguments.older))
        if wanted
    )
    shown = [text for text in found.texts if not states or text.has(*states, languages=languages)]
    for line in _table(shown, found, [tag for tag in found.languages if tag in languages]):
        print(line)
    for message in found.messages:
        print(message)
    for name in found.unread:
        print(f"{name} can't be read: {command_line('check', folder)} says why")
    print(_summary(found, languages))
    wrong = found.count(State.MISSING, languages) + found.count(State.OLDER, languages)
    return 1 if wrong or not found.texts else 0


def _refused(reason: str) -> int:
    print(f"kiosk translations: {reason}", file=sys.stderr)
    return 2


def _confirm(folder: Path, found: Translations, target: str, languages: Sequence[str]) -> int:
    chosen = [text for text in found.texts if not target or text.is_named(target)]
    if not chosen:
        names = {text.short_address for text in found.texts}
        names |= {name.split("/", 1)[0] for name in names}
        hint = did_you_mean(target, names)
        return _refused(f"there is no text '{target}'{f' ({hint})' if hint else ''}")
    try:
        count = confirm(folder, [(text, languages) for text in chosen])
    except RecordError as error:
        print(f"kiosk translations: {error}", file=sys.stderr)
        return 1
    print(f"{_counted(count, 'translation')} confirmed, recorded in {folder / RECORD_FILE}")
    unedited = sum(text.has_placeholder((text.original, *languages)) for text in chosen)
    if unedited:
        verb = "says" if unedited == 1 else "say"
        print(f"{_counted(unedited, 'text')} still {verb} what `kiosk new` wrote: not confirmed")
        return 1
    return 0


def _table(
    texts: Sequence[TranslatedText], found: Translations, languages: Sequence[str]
) -> Iterator[str]:
    """One line for each text below the name of its file; what is wrong is said in words."""
    columns = [language for language in languages if language != found.original]
    width = max((len(text.address.path) for text in texts), default=0)
    file = ""
    for text in texts:
        if text.file != file:
            if file:
                yield ""
            file = text.file
            heads = "".join(f"{tag:<{_COLUMN}}" for tag in columns)
            yield f"{file:<{width + 10}}{heads}".rstrip()
        states = "".join(f"{_SAID[text.states[tag]]:<{_COLUMN}}" for tag in columns)
        yield f"{text.line:>6}  {text.address.path:<{width + 2}}{states}".rstrip()
        wrong = [tag for tag in languages if text.has(State.OLDER, State.MISSING, languages=[tag])]
        if wrong:
            yield f"          {found.original}: {_shortened(text.original_words)}"
        for tag in wrong:
            if tag != found.original:
                yield f"          {tag}: {_shortened(text.words_in(tag))}"
    if texts:
        yield ""


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_SHOWN else f"{line[: _WORDS_SHOWN - 1]}…"


def _summary(found: Translations, languages: Sequence[str]) -> str:
    spoken = [tag for tag in found.languages if tag in languages]
    parts = [
        f"{number} {words}"
        for state, words in (
            (State.MISSING, "missing"),
            (State.OLDER, "older than the original"),
            (State.UNCONFIRMED, "not yet confirmed"),
        )
        if (number := found.count(state, languages))
    ]
    whole = f"{_counted(len(found.texts), 'text')} in {one_of(spoken, 'and')}"
    well = "all translations are up to date" if found.texts else "nothing that could be read"
    return f"{whole}: {', '.join(parts) or well}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
