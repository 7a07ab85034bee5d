"""What is to be laid out, round by round, and the pages that are known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.workshop.check.answer_keys import AnswerKeys
from kiosk.workshop.check.laid_out_parts import LaidOutPart, parts_of
from kiosk.workshop.check.layout_rules import Judged, may_be_broken
from kiosk.workshop.check.telling_shapes import telling
from kiosk.workshop.check.trial import SHAPES, WindowShape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibit.model.exhibit import Exhibit
    from kiosk.workshop.check.answers import Answers
    from kiosk.workshop.check.measured_page import MeasuredPage
    from kiosk.workshop.check.telling_shapes import Telling
    from kiosk.workshop.check.written_texts import WrittenTexts


class Job(NamedTuple):
    """What is to be laid out in one language and one window shape."""

    language: str
    shape: WindowShape
    parts: tuple[LaidOutPart, ...] = ()


class _Setup(NamedTuple):
    part: LaidOutPart
    language: str
    shape: WindowShape


class KnownPages:
    """The pages of an exhibit that are known, and what is still to be laid out.

    What was measured before is known from the start.  Shapes for which others tell are laid out
    once these have something that is wrong, or nearly so.
    """

    def __init__(
        self,
        exhibit: Exhibit,
        written: WrittenTexts,
        answers: Answers,
        shapes: Sequence[WindowShape],
        *,
        first: str = "",
    ) -> None:
        """The zone `first` is laid out before all else, and at once in all the shapes it needs."""
        self._first = LaidOutPart(zone=first) if first else None
        self._fresh: list[_Setup] = []
        self._exhibit = exhibit
        self._written = written
        self._answers = answers
        self._shapes = tuple(shapes)
        self._keys = AnswerKeys(exhibit, SHAPES)
        self._parts = tuple(parts_of(exhibit))
        self._pages: dict[_Setup, tuple[MeasuredPage, ...]] = {}
        self._waiting: dict[tuple[str, WindowShape], list[LaidOutPart]] = {}
        self._asked: set[_Setup] = set()
        for language in exhibit.languages:
            for shape in self._shapes:
                for part in self._parts:
                    self._ask_first(_Setup(part, language, shape))

    @property
    def waiting(self) -> int:
        """How many parts are known to be laid out, and in no round yet."""
        return sum(map(len, self._waiting.values()))

    def jobs(self) -> list[Job]:
        """The next round of what is to be laid out; empty once all is known."""
        if self._first is not None:
            urgent = [each for each, parts in self._waiting.items() if self._first in parts]
            for each in urgent:
                self._waiting[each].remove(self._first)
            if urgent:
                return [Job(*each, (self._first,)) for each in urgent]
        waiting, self._waiting = self._waiting, {}
        return [Job(*setup, tuple(parts)) for setup, parts in waiting.items() if parts]

    def take(self, job: Job, measured: Sequence[tuple[MeasuredPage, ...]]) -> None:
        """Keep what was measured."""
        for part, pages in zip(job.parts, measured, strict=True):
            setup = _Setup(part, job.language, job.shape)
            self._answers.keep(self._keys.key(*setup), pages)
            self._have(setup, pages)

    def fresh(self) -> Iterator[tuple[Judged, tuple[MeasuredPage, ...]]]:
        """What has come to be known since this was asked last."""
        fresh, self._fresh = self._fresh, []
        for setup in fresh:
            if setup.shape in self._shapes:
                yield self._judged(setup), self._pages[setup]

    def pages(self, language: str, shape: WindowShape) -> Iterator[MeasuredPage]:
        """All pages that were laid out in a language and window shape, in the parts' order."""
        for part in self._parts:
            yield from self._pages.pop(_Setup(part, language, shape), ())

    def _ask_first(self, setup: _Setup) -> None:
        """Ask for a page, or for those that tell for it."""
        told = self._telling(setup)
        if told is None:
            self._ask(setup)
        else:
            for shape in told.shapes:
                self._ask(setup._replace(shape=shape))

    def _ask(self, setup: _Setup) -> None:
        if setup in self._asked:
            return
        self._asked.add(setup)
        pages = self._answers.find(self._keys.key(*setup))
        if pages is None:
            self._waiting.setdefault((setup.language, setup.shape), []).append(setup.part)
        else:
            self._have(setup, pages)

    def _have(self, setup: _Setup, pages: tuple[MeasuredPage, ...]) -> None:
        self._pages[setup] = pages
        self._fresh.append(setup)
        for shape in self._shapes:
            further = setup._replace(shape=shape)
            told = self._telling(further)
            if told is None or setup.shape not in told.shapes or further in self._asked:
                continue
            if may_be_broken(self._judged(setup), pages, told.lengthening):
                self._ask(further)

    def _judged(self, setup: _Setup) -> Judged:
        return Judged(self._exhibit, self._written, setup.language, setup.shape, SHAPES)

    def _telling(self, setup: _Setup) -> Telling | None:
        return telling(setup.part, setup.shape, self._shapes)
