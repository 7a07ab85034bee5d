"""Shows every screen of an exhibit without a display, and takes down what a reader says of each."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kiosk.app import App
from kiosk.exhibit.model.citations import citations
from kiosk.exhibit.place import HOME, Place
from kiosk.exhibit.reading.exhibit_reading import read_exhibit
from kiosk.jobs_below import finish_below
from kiosk.languages.words import fields_of
from kiosk.screen.aloud.items import items_of
from kiosk.screen.aloud.utterances import Utterances
from kiosk.screen.control.button import Button
from kiosk.screen.panel.term_word import TermWord
from kiosk.screen.picture.compared_pictures import STEPS, ComparisonHandle
from kiosk.screen.teardown import tear_down
from kiosk.settings.settings import Settings
from kiosk.workshop.pictures.exhibit_screens import further_screens, screens, show_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.screen.aloud.utterances import Sentence
    from kiosk.screen.control.control import Control
    from kiosk.speech.clips import Utterance
    from kiosk.speech.output import Sounding

_SIZE = (640, 360)
"""Everything is laid out in proportion to the window, and a small map is drawn in half the time."""
_OWN_WORDS = ("aloud_", "key_")
"""How the keys begin of what a reader says of its own."""
_OPENED = ("layers", "enlarge", "film")
"""The buttons behind which there is something to be read that is no place."""


class NarratedSentence(NamedTuple):
    """A sentence that is said, as what it is written, and where it is said first."""

    utterance: Utterance
    written: str
    place: Place


class SaidScreens:
    """An exhibit on a stage that nobody sees.

    A data layer is shown in each of its years, and with the first two of its places compared; what
    is said of other pairs, and which thing of how many it is when somebody asks where they are, is
    not among what is taken down: it would be thousands of sentences.
    """

    def __init__(self, folder: Path) -> None:
        """There has to be a Qt application."""
        self._app = App(Settings(content=folder, still=True))
        self._app.stage.resize(*_SIZE)
        self._app.stage.show()
        QCoreApplication.processEvents()
        # Whoever called tells what is wrong with the content, if anybody wants to know.
        self._app.show_every_day()
        self._app.show_reading(replace(read_exhibit(folder), messages=()))
        self._app.listen(_Nobody())
        self._utterances = Utterances(self._app.exhibit)
        self._language = ""
        self._met: set[object] = set()

    def close(self) -> None:
        """Take the stage down."""
        self._app.stop()
        tear_down(self._app.stage, self._app)

    def said(self, language: str) -> tuple[NarratedSentence, ...]:
        """What is said in a language, each sentence once."""
        self._language = language
        self._met.clear()
        self._app.journey.speak(language)
        found: dict[str, NarratedSentence] = {}
        for place, sentence in chain(self._of_comfort(), self._of_screens(), self._of_years()):
            said = NarratedSentence(sentence.utterance, sentence.written, place)
            found.setdefault(sentence.utterance.hash, said)
        return tuple(found.values())

    def _of_comfort(self) -> Iterator[tuple[Place, Sentence]]:
        """The home and the tray while the screen is read, and what the reader says of its own."""
        app, usual = self._app, self._app.journey.comfort
        for key, english in app.stage.state.words.templates["en"].items():
            if key.startswith(_OWN_WORDS) and not fields_of(english):
                yield from self._own(HOME, key)
        for notice in () if app.exhibit is None else app.exhibit.notices:
            # The map home shows the first three of a day.
            words = notice.text.words_in(self._language)
            for sentence in self._utterances.of_text(words, self._language):
                yield HOME, sentence
        app.journey.go(HOME)
        app.journey.set_comfort(replace(usual, aloud=True))
        yield from self._on_stage(HOME)
        app.stage.turn_tray()
        yield from self._on_stage(HOME)
        app.stage.turn_tray()
        app.journey.set_comfort(usual)

    def _of_screens(self) -> Iterator[tuple[Place, Sentence]]:
        for screen in chain(screens(self._app), further_screens(self._app)):
            show_screen(self._app, screen)
            yield from self._on_stage(screen.place)
            yield from self._further_parts(screen.place)
            yield from self._compared(screen.place)
            yield from self._opened(screen.place)

    def _of_years(self) -> Iterator[tuple[Place, Sentence]]:
        exhibit = self._app.exhibit
        assert exhibit is not None
        for layer in exhibit.layers:
            for year in layer.years:
                place = Place(layer=layer.id, year=str(year))
                self._app.journey.go(place)
                yield from self._on_stage(place)

    def _further_parts(self, place: Place) -> Iterator[tuple[Place, Sentence]]:
        sheet = self._app.stage.sheet
        while place.zone and sheet is not None and sheet.turn_part(1):
            yield from self._on_stage(place)

    def _opened(self, place: Place) -> Iterator[tuple[Place, Sentence]]:
        """What lies behind the words and buttons of a screen, each once."""
        exhibit = self._app.exhibit
        assert exhibit is not None
        for control in self._controls():
            if isinstance(control, TermWord):
                yield from self._behind(control, ("word", control.accessibleName()), place)
            elif isinstance(control, Button) and control.key in _OPENED:
                # Each film has a transcript of its own; the others hold the same everywhere.
                what = (control.key, place) if control.key == "film" else control.key
                yield from self._behind(control, what, place)
        shown = place.resolve(exhibit)
        if shown is None or shown.panel is None or self._app.stage.sheet is None:
            return
        sources = citations(shown.panel, place.page)
        if sources and self._is_new(("sources", sources)):
            self._app.stage.sheet.open_sources()
            yield from self._on_stage(place)
            self._app.journey.go(HOME)

    def _compared(self, place: Place) -> Iterator[tuple[Place, Sentence]]:
        """Two pictures in every step of their handle."""
        for control in self._controls():
            if isinstance(control, ComparisonHandle):
                control.step(-STEPS)
                for _ in range(STEPS + 1):
                    yield from self._on_stage(place)
                    control.step(1)

    def _behind(
        self, control: Control, what: object, place: Place
    ) -> Iterator[tuple[Place, Sentence]]:
        if self._is_new(what):
            control.click()
            yield from self._on_stage(place)
            for further in self._controls():
                if isinstance(further, Button) and further.key == "transcript":
                    further.click()
                    yield from self._on_stage(place)
            self._app.journey.go(HOME)
            self._app.journey.go(place)
            self._rest()

    def _is_new(self, what: object) -> bool:
        is_new = what not in self._met
        self._met.add(what)
        return is_new

    def _controls(self) -> list[Control]:
        _, parts = self._app.stage.read()
        return [control for part in parts for control in part]

    def _on_stage(self, place: Place) -> Iterator[tuple[Place, Sentence]]:
        """What a reader says of everything that is on the stage now."""
        self._rest()
        for item in items_of(*self._app.stage.read(), self._language):
            for sentence in self._utterances.of_item(item):
                yield place, sentence
            if item.count > 1:
                numbers = {"item": str(item.number), "items": str(item.count)}
                yield from self._own(place, "aloud_position", **numbers)

    def _own(self, place: Place, key: str, **values: str) -> Iterator[tuple[Place, Sentence]]:
        for sentence in self._utterances.of_text(self._words(key, **values), self._language):
            yield place, sentence

    def _words(self, key: str, **values: str) -> str:
        return self._app.stage.state.words.say(key, self._language, **values)

    def _rest(self) -> None:
        self._app.stage.finish()
        finish_below(self._app.stage)
        QCoreApplication.processEvents()


class _Nobody:
    """Speech that nobody hears, so that the buttons for it are there."""

    def can_speak(self, language: str) -> bool:
        return True

    def would_be_heard(self, headphones: bool | None) -> bool:
        return True

    def speak(self, utterance: Utterance, sounding: Sounding, rate: float) -> None:
        pass

    def prepare(self, utterance: Utterance) -> None:
        pass
