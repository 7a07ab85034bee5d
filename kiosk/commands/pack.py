"""Make one file of a folder of content, by which it is brought to the machines."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import content_folder, is_outside_exhibits
from kiosk.commands.options import add_day_option
from kiosk.text.command_lines import command_line
from kiosk.text.messages import Severity

if TYPE_CHECKING:
    from kiosk.publishing.manifest import PackDraft

ENDING = ".kiosk.zip"
_REPRODUCIBLE = "SOURCE_DATE_EPOCH"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk pack`."""
    parser.add_argument("folder", type=Path, help="the content folder")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=f"the pack, such as bay{ENDING}"
    )
    parser.add_argument(
        "--sign", type=Path, metavar="KEY", help="the private key that `kiosk keys` has made"
    )
    parser.add_argument("--note", default="", help="what is new in it, for those who look back")
    parser.add_argument(
        "--made",
        type=_moment,
        metavar="TIME",
        help="when the content was so, as 2026-01-31T18:00+08:00; without it, its last change."
        " Of two packs the later one is newer",
    )
    parser.add_argument(
        "--draft", metavar="KIOSK", help="a draft, which only the kiosk of that name shows"
    )
    add_day_option(parser, "--until", "the last day of a draft")


def run(arguments: argparse.Namespace) -> int:
    """Write the pack.  Returns 0, 1 where that is not possible, 2 when called wrongly."""
    content = content_folder("pack", arguments.folder)
    if content is None:
        return 2
    if (arguments.draft is None) != (arguments.until is None):
        return _refuse("a draft needs both: --draft KIOSK --until YYYY-MM-DD", 2)
    if not is_outside_exhibits("pack", arguments.out):
        return 2
    if not arguments.out.resolve().parent.is_dir():
        return _refuse(f"there is no folder {arguments.out.parent} for {arguments.out.name}", 2)
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    errors = [each for each in read_exhibit(content).messages if each.severity is Severity.ERROR]
    if errors:
        print(errors[0], file=sys.stderr)
        told = command_line("check", content)
        return _refuse(f"no machine would take it; all that is wrong says {told}", 1)
    return _write(content, arguments)


def _write(content: Path, arguments: argparse.Namespace) -> int:
    from kiosk.publishing.packing import pack
    from kiosk.publishing.refusal import PackRefused

    try:
        packed = pack(
            content,
            arguments.out,
            note=arguments.note,
            made=arguments.made or _told_by_environment(),
            draft=_draft(arguments),
            key_file=arguments.sign,
        )
    except PackRefused as error:
        return _refuse(str(error.reason), 1)
    except OSError as error:
        return _refuse(f"{arguments.out} can't be written: {error.strerror or error}", 1)
    files, size = len(packed.manifest.files), packed.manifest.size / 2**20
    print(f"{arguments.out}: release {packed.release}, {files} files, {size:.1f} MiB")
    if not packed.signed:
        print("It is not signed: a machine that demands signatures does not take it.")
    return 0


def _draft(arguments: argparse.Namespace) -> PackDraft | None:
    if arguments.draft is None:
        return None
    from kiosk.publishing.manifest import PackDraft

    return PackDraft(kiosk=arguments.draft, until=arguments.until)


def _told_by_environment() -> datetime.datetime | None:
    """The time that a build sets: https://reproducible-builds.org/specs/source-date-epoch/"""
    told = os.environ.get(_REPRODUCIBLE, "")
    return datetime.datetime.fromtimestamp(int(told), tz=datetime.UTC) if told.isdigit() else None


def _moment(written: str) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{written}' is no time: write it as 2026-01-31T18:00+08:00"
        ) from None
    return moment if moment.tzinfo is not None else moment.astimezone()


def _refuse(reason: str, code: int) -> int:
    print(f"kiosk pack: {reason}", file=sys.stderr)
    return code
