"""Draw every screen into picture files, without a display."""

from __future__ import annotations

import fnmatch
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.settings import Settings, parse_size
from kiosk.shipped import shipped

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from kiosk.exhibit.model import Exhibit

_TAGS = ("en", "zh-Hant", "zh-Hans", "pt")


class Screen(NamedTuple):
    """One screen in no language yet; `page` counts from 1."""

    screen: str
    zone: str
    panel: str
    page: int

    def file(self, language: str) -> str:
        """The name of its picture."""
        parts = [self.zone or self.screen, self.panel]
        if self.page > 1:
            parts.append(str(self.page))
        return ".".join([*filter(None, parts), language, "png"])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may follow `kiosk render`."""
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument(
        "--languages", nargs="+", choices=_TAGS, metavar="LANGUAGE", help="all where none is named"
    )
    parser.add_argument("--size", type=parse_size, default=(1920.0, 1080.0), metavar="WxH")
    parser.add_argument("--screen-mm", type=parse_size, metavar="WxH")
    parser.add_argument("--theme", choices=("dark", "light", "hc"), default="dark")
    parser.add_argument("--only", metavar="PATTERN", help="files such as 'qianhai.*' or '*.pt.png'")
    parser.add_argument("--content", type=Path, metavar="FOLDER")


def run(arguments: argparse.Namespace) -> int:
    """Write a PNG for each screen and language, and `index.json` which lists them."""
    content = arguments.content or shipped("content")
    if not content.is_dir():
        print(f"kiosk render: there is no folder {content}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from PySide6.QtWidgets import QApplication

    from kiosk.app import App
    from kiosk.journey.place import Place

    application = QApplication.instance() or QApplication(["kiosk"])
    app = App(
        Settings(content=content, screen_mm=arguments.screen_mm, theme=arguments.theme, still=True)
    )
    width, height = arguments.size
    app.stage.resize(round(width), round(height))
    app.stage.show()
    application.processEvents()
    app.read_now()
    if app.exhibit is None:
        print("kiosk render: nothing can be shown; `kiosk check` says why", file=sys.stderr)
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    index = []
    for language in arguments.languages or app.exhibit.languages:
        app.journey.speak(language)
        for screen in screens(app.exhibit):
            file = screen.file(language)
            if arguments.only and not fnmatch.fnmatch(file, arguments.only):
                continue
            app.journey.go(Place(screen.zone, screen.panel, screen.page))
            app.stage.finish()
            application.processEvents()
            if not app.stage.grab().save(str(arguments.out / file)):
                print(f"kiosk render: {arguments.out / file} can't be written", file=sys.stderr)
                return 1
            index.append({"file": file, **screen._asdict(), "language": language})
            for page in range(2, _pages(app) + 1 if screen.page == 1 else 0):
                further = screen._replace(page=page)
                if further in set(screens(app.exhibit)):
                    continue
                app.journey.go(Place(screen.zone, screen.panel, page))
                app.stage.finish()
                application.processEvents()
                app.stage.grab().save(str(arguments.out / further.file(language)))
                index.append(
                    {"file": further.file(language), **further._asdict(), "language": language}
                )
    lines = json.dumps(index, ensure_ascii=False, indent=1)
    (arguments.out / "index.json").write_text(lines + "\n", encoding="utf-8")
    print(f"{len(index)} screens in {arguments.out}")
    return 0


def screens(exhibit: Exhibit) -> Iterator[Screen]:
    """Every screen that the content makes: home, each panel of each zone, each story's pages."""
    yield Screen("home", "", "", 1)
    for zone in exhibit.zones:
        for panel in zone.panels:
            pages = len(panel.pages) if panel.kind == "story" else 1
            for page in range(1, pages + 1):
                yield Screen(panel.kind, zone.id, panel.id, page)


def _pages(app) -> int:  # type: ignore[no-untyped-def]
    sheet = app.stage.sheet
    return sheet.pages if sheet is not None else 1
