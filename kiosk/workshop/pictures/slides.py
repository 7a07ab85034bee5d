"""Slides: what the stage shows at each step of a tour, or on every screen, as picture files."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.app import App
from kiosk.atomic_file import replacing, write_text
from kiosk.exhibit.place import SEARCH, Place
from kiosk.jobs_below import finish_below
from kiosk.presenting.audience.step_layer import StepLayer
from kiosk.presenting.step_name import step_name
from kiosk.screen.control.button import Button
from kiosk.screen.control.pager import Pager
from kiosk.screen.control.segments import SegmentBar
from kiosk.screen.panel.term_word import TermWord
from kiosk.screen.teardown import tear_down
from kiosk.settings.settings import Settings
from kiosk.text.multilingual import Text
from kiosk.workshop.pictures.exhibit_screens import screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.exhibit.model.tour import Tour, TourStep

SIZE = (1920, 1080)
"""Pixels of a slide, 16 to 9."""
NOTES_FILE = "notes.md"


def write_slides(
    content: Path,
    tour: Tour | None,
    language: str,
    out: Path,
    progress: Callable[[int, int], object],
    size: tuple[int, int] = SIZE,
) -> int:
    """Write a PNG for each step, or for each screen without a tour; returns how many.

    There has to be a Qt application.  With a tour's slides comes what the presenter says to them,
    in `NOTES_FILE`.  The files sort in the order of the talk: `01-opening.png`.  OSError where one
    can't be written.
    """
    app = App(Settings(content=content, still=True))
    try:
        app.stage.resize(*size)
        app.stage.show()
        QCoreApplication.processEvents()
        app.read_now()
        app.journey.speak(language)
        slides = list(_screens(app) if tour is None else _steps(app, tour, language))
        digits = max(2, len(str(len(slides))))
        out.mkdir(parents=True, exist_ok=True)
        for number, (name, show) in enumerate(slides, start=1):
            progress(number, len(slides))
            show()
            _come_to_rest(app)
            with _without_controls(app):
                _save(app, out / f"{number:0{digits}}-{name}.png")
        if tour is not None:
            write_text(out / NOTES_FILE, _notes(app, tour, language))
        return len(slides)
    finally:
        app.stop()
        tear_down(app.stage, app)


def _screens(app: App) -> Iterator[tuple[str, Callable[[], object]]]:
    for screen in screens(app):
        if screen.place.screen == SEARCH:
            # Nobody can type on a slide.
            continue
        name = screen.file("").removesuffix("..png").removesuffix(".png").replace(".", "-")

        def show(place: Place = screen.place) -> None:
            _show(app, place)

        yield name, show


def _steps(app: App, tour: Tour, language: str) -> Iterator[tuple[str, Callable[[], object]]]:
    host = app.talk_host()
    if host is None:
        return
    layer = StepLayer(app.stage)
    folder, look = host.exhibit.folder / "pictures", host.look.still()
    for step in tour.steps:

        def show(step: TourStep = step) -> None:
            _show(app, Place.of_step(step, host.exhibit), step.highlight)
            layer.show_step(step, folder, language, look)

        yield step.id, show


def _show(app: App, place: Place, highlight: tuple[str, ...] = ()) -> None:
    state = app.stage.state
    # The welcome invites to touch, which a slide can't answer.
    cover = replace(state.cover, welcome=Text.same(""))
    app.stage.show_state(replace(state, cover=cover, place=place, highlight=highlight))


def _come_to_rest(app: App) -> None:
    """Wait for the map and for pictures that are being read."""
    for _ in range(2):
        app.stage.finish()
        finish_below(app.stage)
        QCoreApplication.processEvents()


@contextmanager
def _without_controls(app: App) -> Iterator[None]:
    """The stage without what only a finger needs: buttons and switches."""
    stage = app.stage
    kinds = (Button, SegmentBar, Pager, TermWord)
    shown = [each for kind in kinds for each in stage.findChildren(kind) if each.isVisible()]
    for each in shown:
        each.hide()
    try:
        yield
    finally:
        for each in shown:
            each.show()


def _notes(app: App, tour: Tour, language: str) -> str:
    """The presenter's notes in Markdown, under the number, name and planned time of each slide."""
    host = app.talk_host()
    assert host is not None
    parts = [f"# {tour.title.words_in(language)}"]
    for number, step in enumerate(tour.steps, start=1):
        name = step_name(step, host.exhibit, host.words, language)
        parts.append(f"## {number}. {name} ({step.duration})")
        parts.append(step.notes.said_in(language).words.strip())
    return "\n\n".join(parts) + "\n"


def _save(app: App, file: Path) -> None:
    """Write it whole or not at all."""
    with replacing(file, durable=False) as new:
        if not app.stage.grab().save(str(new), "PNG"):
            raise OSError(f"{file} can't be written")
