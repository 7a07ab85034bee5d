"""Draw every screen into picture files, without a display."""

from __future__ import annotations

import difflib
import fnmatch
import json
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.atomic_file import replacing, write_text
from kiosk.commands.content_folder import (
    content_folder,
    is_outside_exhibits,
)
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import (
    add_comfort_options,
    add_content_option,
    add_day_option,
    add_screen_size_option,
    add_theme_option,
)
from kiosk.settings.settings import Settings
from kiosk.settings.size import parse_size
from kiosk.text.command_lines import command_line
from kiosk.text.message_words import one_of

if TYPE_CHECKING:
    import argparse

    from PySide6.QtCore import QCoreApplication

    from kiosk.app import App

_NAMED = 5
"""So many names of pictures are offered where none is called as asked."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk render`."""
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument(
        "--languages",
        nargs="+",
        type=language_tag,
        metavar=METAVAR,
        help="all where none is named",
    )
    parser.add_argument("--once", action="store_true", help="in the exhibit's first language alone")
    parser.add_argument("--size", type=parse_size, default=(1920.0, 1080.0), metavar="WxH")
    add_screen_size_option(parser)
    add_theme_option(parser, default="dark")
    add_comfort_options(parser)
    add_day_option(parser, "--day", "as the exhibit is on another day than today")
    parser.add_argument("--only", metavar="PATTERN", help="files such as 'qianhai.*' or '*.pt.png'")
    add_content_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write a PNG for each screen and language, and `index.json` which lists them."""
    content = content_folder("render", arguments.content)
    if content is None or not has_languages("render", content, arguments.languages or ()):
        return 2
    if not is_outside_exhibits("render", arguments.out):
        return 2
    from kiosk.app import App
    from kiosk.commands.gui_application import offscreen_application

    application = offscreen_application()
    app = App(
        Settings(content=content, screen_mm=arguments.screen_mm, theme=arguments.theme, still=True)
    )
    try:
        return _render(app, application, arguments, content)
    finally:
        app.stop()


def _render(
    app: App, application: QCoreApplication, arguments: argparse.Namespace, content: Path
) -> int:
    width, height = arguments.size
    app.stage.resize(round(width), round(height))
    app.stage.show()
    application.processEvents()
    try:
        return _write_pictures(app, arguments, application, content)
    except OSError as error:
        print(f"kiosk render: {arguments.out} can't be written: {error}", file=sys.stderr)
        return 1
    finally:
        app.stop()


def _write_pictures(
    app: App, arguments: argparse.Namespace, application: QCoreApplication, content: Path
) -> int:
    from kiosk.workshop.pictures.exhibit_screens import further_screens, screens, show_screen

    app.show_day(arguments.day)
    app.read_now()
    if app.exhibit is None:
        print(
            f"kiosk render: nothing can be shown; `{command_line('check', content)}` says why",
            file=sys.stderr,
        )
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    index, files = [], []
    spoken = app.exhibit.languages[:1] if arguments.once else app.exhibit.languages
    for language in arguments.languages or spoken:
        eased = {"text_size": arguments.text_size, "low_reach": arguments.reach}
        app.journey.set_comfort(replace(app.journey.comfort, language=language, **eased))
        for screen in chain(screens(app), further_screens(app)):
            file = screen.file(language)
            files.append(file)
            if arguments.only and not fnmatch.fnmatch(file, arguments.only):
                continue
            show_screen(app, screen)
            application.processEvents()
            if not _saved(app, arguments.out / file):
                print(f"kiosk render: {arguments.out / file} can't be written", file=sys.stderr)
                return 1
            index.append(screen.entry(language))
    lines = json.dumps(index, ensure_ascii=False, indent=1)
    write_text(arguments.out / "index.json", lines + "\n", durable=False)
    if not index:
        near = difflib.get_close_matches(arguments.only, files, n=_NAMED, cutoff=0.4)
        named = one_of(near or files[:_NAMED])
        print(
            f"kiosk render: no screen is called '{arguments.only}': write {named},"
            " or '*' for some of its letters",
            file=sys.stderr,
        )
        return 2
    print(f"{len(index)} screen{'s' if len(index) > 1 else ''} in {arguments.out}")
    return 0


def _saved(app: App, file: Path) -> bool:
    """Whether a picture of the stage could be written, whole or not at all."""
    try:
        with replacing(file, durable=False) as new:
            if not app.stage.grab().save(str(new), "PNG"):
                raise OSError(f"{file} can't be written")
    except OSError:
        return False
    return True
