"""Show the exhibit in a window that follows every save, with everything that is wrong beside it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from kiosk.commands.content_folder import add_content_folder, content_folder
from kiosk.commands.language_option import METAVAR, has_languages, language_tag
from kiosk.commands.options import add_settings_option, add_theme_option
from kiosk.plain_file import is_plain, strange_kind

if TYPE_CHECKING:
    import argparse

_SIZE = (1760, 990)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk preview`."""
    add_content_folder(parser)
    add_settings_option(parser)
    add_theme_option(parser)
    parser.add_argument("--language", type=language_tag, metavar=METAVAR)


def run(arguments: argparse.Namespace) -> int:
    """Show the preview until its window is closed."""
    folder = content_folder("preview", arguments.folder)
    if folder is None or not has_languages("preview", folder, [arguments.language]):
        return 2
    if arguments.settings is not None and not is_plain(arguments.settings):
        what = strange_kind(arguments.settings)
        found = f"this is {what}, not a plain file:" if what else "there is no file"
        print(f"kiosk preview: {found} {arguments.settings}", file=sys.stderr)
        return 2
    from dataclasses import replace

    from PySide6.QtCore import QSize

    from kiosk.commands.gui_application import gui_application
    from kiosk.commands.machine_settings import machine_settings
    from kiosk.workshop.preview.preview import Preview

    application = gui_application("kiosk preview")
    settings = machine_settings("preview", arguments).settings
    preview = Preview(replace(settings, content=folder))
    application.aboutToQuit.connect(preview.stop)
    preview.window.closed.connect(application.quit)
    room = application.primaryScreen().availableSize()
    preview.window.resize(room.boundedTo(QSize(*_SIZE)))
    preview.start()
    preview.window.show()
    print(f"Watching {folder}. Close the window, or press Ctrl+C here, to end.", flush=True)
    # Python hears Ctrl+C only between two of its own steps, and Qt may wait for long.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application.exec()
