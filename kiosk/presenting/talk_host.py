"""What a talk needs of the exhibit that runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.exhibit.place import HOME
from kiosk.languages.words import read_words
from kiosk.screen.stage import Stage
from kiosk.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.journey.journey import Journey
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.stage_state import StageState


def _nothing(language: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class TalkHost:
    """The main stage and what moves it; `words` are the presenter's own.

    `warnings` says in a language what waits until the talk is over, such as closing time.
    """

    stage: Stage
    journey: Journey
    exhibit: Exhibit
    look: Look
    words: Words
    warnings: Callable[[str], Sequence[str]] = _nothing

    def still_state(self, language: str) -> StageState:
        """The map home of the same exhibit in a language, without motion."""
        state = self.stage.state
        comfort = replace(state.comfort, language=language, still=True)
        return replace(state, comfort=comfort, place=HOME, highlight=())

    def second_stage(self, language: str) -> Stage:
        """A stage of the same exhibit without motion, for pictures that only the presenter sees."""
        return Stage(self.still_state(language), screen_mm=self.stage.screen_mm)


def talk_host(stage: Stage, journey: Journey) -> TalkHost | None:
    """What a talk needs; None before the exhibit has been read."""
    state = stage.state
    if state.exhibit is None:
        return None
    words = read_words(shipped("assets") / "words" / "presenting")
    return TalkHost(stage, journey, state.exhibit, state.comfortable_look, words)
