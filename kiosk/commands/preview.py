"""Work on an exhibit in a window that shows it, and follows every save."""

from __future__ import annotations

import faulthandler
import sys
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import add_settings_option, add_theme_option
from kiosk.plain_file import is_plain, strange_kind

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk preview`."""
    add_content_folder(parser)
    add_settings_option(parser)
    add_theme_option(parser)
    parser.add_argument("--language", type=language_tag, metavar=METAVAR)


def run(arguments: argparse.Namespace) -> int:
    """Show the preview until its window is closed; without a folder ask for one first."""
    folder = arguments.folder
    if folder is not None:
        folder = content_folder("preview", folder)
        if folder is None or not has_languages("preview", folder, [arguments.language]):
            return 2
    if arguments.settings is not None and not is_plain(arguments.settings):
        what = strange_kind(arguments.settings)
        found = f"this is {what}, not a plain file:" if what else "there is no file"
        print(f"kiosk preview: {found} {arguments.settings}", file=sys.stderr)
        return 2
    from kiosk.commands.gui_application import gui_application
    from kiosk.commands.machine_settings import machine_settings
    from kiosk.guard.process.termination import Termination
    from kiosk.workshop.starting.session import Session

    if sys.stderr is not None:
        # A crash below Python would end the window without a word of where it was.
        faulthandler.enable()
    application = gui_application("kiosk preview")
    # Its controls take our colours on every system.
    application.setStyle("Fusion")
    # One window comes after another, and the exhibit itself is a window that nobody sees.
    application.setQuitOnLastWindowClosed(False)
    settings = machine_settings("preview", arguments).settings
    termination = Termination(application)
    session = Session(settings, application.primaryScreen())
    application.aboutToQuit.connect(session.stop)
    session.ended.connect(application.quit)
    if folder is None:
        session.ask()
        print("Choose an exhibit in the window. To end, close it or press Ctrl+C.", flush=True)
    else:
        session.open_folder(folder)
        print(f"Watching {folder}. Close the window, or press Ctrl+C here, to end.", flush=True)
    # What was typed in the last moment is written on the way out of the event loop.
    termination.asked.connect(application.quit)
    return application.exec()
