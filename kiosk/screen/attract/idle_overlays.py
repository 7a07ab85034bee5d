"""What covers the exhibit while nobody seems to be there: the question, the attract loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.screen.attract.attract import AttractLoop
from kiosk.screen.attract.still_here import StillHere

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.exhibit.reading.cover import Cover
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.attract.scene import AttractTexts, Scene
    from kiosk.screen.map.map_world import MapWorld
    from kiosk.screen.slide import Slide


class IdleOverlays:
    """Keeps the question and the loop, which cover the stage in turn."""

    def __init__(self, stage: QWidget, cover: Cover, words: Words, world: MapWorld) -> None:
        self._cover = cover
        self._words = words
        self._question = StillHere(stage)
        self._loop = AttractLoop(stage)
        self._loop.set_world(world)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What covers the stage, the lowest first."""
        return (self._question, self._loop)

    @property
    def is_up(self) -> bool:
        """Whether one of the two covers the exhibit."""
        return not (self._question.isHidden() and self._loop.isHidden())

    def set_cover(self, cover: Cover) -> None:
        """Say another title in other languages from the next time on."""
        self._cover = cover

    def set_world(self, world: MapWorld) -> None:
        """Draw from other outlines from now on."""
        self._loop.set_world(world)

    def arrange(self, window: QRect) -> None:
        """Cover a stage of that size."""
        for widget in self.widgets:
            widget.setGeometry(window)

    def ask(self, language: str, exhibit: Exhibit | None, look: Look) -> None:
        """Ask whether somebody is still there, and have the loop ready in case nobody is."""
        question = self._words.say("still_here", language)
        instead = self._words.say("still_here_instead", language)
        self._question.ask(question, instead, look, language)
        self._loop.prepare(*self._scenes(exhibit), look)

    def count(self, seconds: float) -> None:
        """Say how many seconds are left."""
        self._question.count(seconds)

    def stop_asking(self) -> None:
        """Somebody answered: no loop will be needed soon."""
        self._question.hide()
        if self._loop.isHidden():
            self._loop.end()

    def attract(self, exhibit: Exhibit | None, look: Look) -> None:
        """Show the exhibit's own places in turn until somebody comes."""
        self._question.hide()
        self._loop.begin(*self._scenes(exhibit), look)

    def _scenes(self, exhibit: Exhibit | None) -> tuple[list[Scene], AttractTexts]:
        """The scenes of the loop, and what it says in all of them."""
        from kiosk.screen.attract.attract_scenes import attract_scenes, attract_texts

        scenes = [] if exhibit is None else attract_scenes(exhibit, self._words)
        return scenes, attract_texts(self._cover, exhibit, self._words)

    def wake(self, slide: Slide, look: Look) -> None:
        """Let the loop fade from what lies below, where it is seen."""
        if not self._loop.isVisible():
            return
        if not look.motion.still:
            slide.fade_from(self._loop, look.tokens["motion"]["wake"]["fade"])
        self._loop.end()

    def finish(self) -> None:
        """Have everything at rest at once."""
        if self._loop.isVisible():
            self._loop.finish()
