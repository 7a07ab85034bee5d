"""The hall: what a talk needs of the exhibit that runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.journey.journey import Journey
    from kiosk.languages.words import Words
    from kiosk.look.look import Look
    from kiosk.screen.stage import Stage


def _nothing(language: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Hall:
    """The main screen, what moves it, and how to make another that nobody sees.

    `words` are the presenter's own; `twin` builds a stage of the same exhibit without motion, and
    `speak` lets such a stage speak a language.  `warnings` says in a language what waits until the
    talk is over, such as closing time.
    """

    stage: Stage
    journey: Journey
    exhibit: Exhibit
    look: Look
    words: Words
    twin: Callable[[], Stage]
    speak: Callable[[Stage, str], None]
    warnings: Callable[[str], Sequence[str]] = _nothing
