"""Write what an audience takes home: a PDF with the map, figures, charts, stories and sources."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kiosk.commands.content_folder import (
    content_folder,
    is_outside_exhibits,
)
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import add_content_option
from kiosk.shipped import shipped
from kiosk.text.command_lines import command_line

if TYPE_CHECKING:
    import argparse

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.model.tour import Tour

WHOLE = "all"
PDF = ".pdf"
_BAR_LENGTH = 24
_REPRODUCIBLE = "SOURCE_DATE_EPOCH"


class PageProgress:
    """A bar on a terminal that says which page is being drawn; silent in a file or a pipe."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()

    def show(self, number: int, count: int) -> None:
        """Say that the page `number` of `count` is under way."""
        if self._shown:
            filled = _BAR_LENGTH * number // count
            bar = "█" * filled + "░" * (_BAR_LENGTH - filled)
            self._stream.write(f"\r{bar}  page {number} of {count}")
            self._stream.flush()

    def finish(self) -> None:
        """Leave the line."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk handout`."""
    parser.add_argument(
        "tour", nargs="?", default=WHOLE, metavar="TOUR", help="the id of a tour, or all"
    )
    parser.add_argument(
        "--language", type=language_tag, metavar=METAVAR, help="the exhibit's first without it"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="a PDF, or a folder for slides"
    )
    parser.add_argument(
        "--format", choices=("pdf", "png"), default="pdf", help="png: a slide for each step"
    )
    parser.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="the size of a PDF's sheets"
    )
    parser.add_argument("--notes", action="store_true", help="with the presenter's notes")
    add_content_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the handout.  Returns 0, 1 where nothing can be written, 2 when called wrongly."""
    content = content_folder("handout", arguments.content)
    if content is None:
        return 2
    out: Path = arguments.out
    slides = arguments.format == "png"
    if slides and out.is_file():
        return _refuse(f"{out} is a file: name a folder for the slides", 2)
    if slides and not is_outside_exhibits("handout", out):
        return 2
    if out.is_dir() and not slides:
        return _refuse(f"{out} is a folder: name a file such as {out / 'handout.pdf'}", 2)
    if not slides and out.suffix.lower() not in ("", PDF):
        better = out.with_suffix(PDF)
        return _refuse(f"{out} is not the name of a PDF, which a handout is: write {better}", 2)
    if not out.resolve().parent.is_dir():
        return _refuse(f"there is no folder {out.parent} for {out.name}", 2)
    from kiosk.exhibit.on_day import shown_on
    from kiosk.exhibit.reading.exhibit_reading import read_exhibit

    whole = read_exhibit(content).exhibit
    if whole is None:
        return _refuse(f"nothing can be shown; `{command_line('check', content)}` says why", 1)
    exhibit = shown_on(whole, _today())
    tour = exhibit.tour(arguments.tour)
    if tour is None and arguments.tour != WHOLE:
        known = ", ".join([WHOLE, *(each.id for each in exhibit.tours)])
        return _refuse(f"there is no tour {arguments.tour!r}: there are {known}", 2)
    if not has_languages("handout", content, [arguments.language]):
        return 2
    if slides:
        language = arguments.language or exhibit.languages[0]
        return _write_slides(content, tour, out, language)
    return _write(exhibit, tour, out, arguments)


def _write_slides(content: Path, tour: Tour | None, out: Path, language: str) -> int:
    from kiosk.commands.gui_application import offscreen_application
    from kiosk.workshop.pictures.slides import write_slides

    application = offscreen_application()
    progress = PageProgress(sys.stderr)
    try:
        count = write_slides(content, tour, language, out, progress.show)
    except OSError as error:
        return _refuse(f"{out} can't be written: {error.strerror or error}", 1)
    finally:
        progress.finish()
        application.processEvents()
    print(f"{count} slides in {out}")
    return 0


def _write(exhibit: Exhibit, tour: Tour | None, out: Path, arguments: argparse.Namespace) -> int:
    # The same content makes the same bytes: Qt would number the parts of a PDF at random.
    os.environ.setdefault("QT_HASH_SEED", "0")
    from kiosk.commands.gui_application import offscreen_application
    from kiosk.geography.drawing import DrawingError
    from kiosk.presenting.handout.handout import Handout
    from kiosk.presenting.handout.paper import PAPERS

    application = offscreen_application()
    progress = PageProgress(sys.stderr)
    try:
        handout = Handout(
            exhibit,
            shipped("assets"),
            arguments.language or exhibit.languages[0],
            tour=tour,
            notes=arguments.notes,
            paper=PAPERS[arguments.paper],
        )
        pages = handout.write(out, made=_now(), progress=progress.show)
    except DrawingError as error:
        return _refuse(f"the map can't be read: {error}", 1)
    except OSError as error:
        return _refuse(f"{out} can't be written: {error.strerror or error}", 1)
    finally:
        progress.finish()
        application.processEvents()
    print(f"{pages} pages in {out}")
    return 0


def _today() -> datetime.date:
    """The day of which the exhibit is written down: that of the machine, or of such a build."""
    is_repeatable = os.environ.get(_REPRODUCIBLE, "").isdecimal()
    return _now().date() if is_repeatable else datetime.date.today()


def _now() -> datetime.datetime:
    """The time that the document names; a build that must be repeatable sets its own."""
    written = os.environ.get(_REPRODUCIBLE, "")
    if written.isdecimal():
        return datetime.datetime.fromtimestamp(int(written), datetime.UTC)
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)


def _refuse(words: str, code: int) -> int:
    print(f"kiosk handout: {words}", file=sys.stderr)
    return code
