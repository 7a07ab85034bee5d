"""Calculations that pause on their way, so that the GUI thread can do something else between."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Hashable
from operator import is_
from typing import Generic, NamedTuple, TypeVar

Result = TypeVar("Result")
Steps = Generator[None, None, Result]
"""A calculation that pauses at every yield; its result is what it returns."""


def at_once(steps: Steps[Result]) -> Result:
    """The result of a calculation without any pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result


def in_slices(steps: Steps[Result], seconds: float) -> Steps[Result]:
    """The same calculation with fewer pauses: one after so many seconds, or as soon as may be.

    Whatever took so long is followed by a pause, even the last of it.
    """
    since = time.perf_counter()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            if time.perf_counter() - since >= seconds:
                yield
            result: Result = end.value
            return result
        if time.perf_counter() - since >= seconds:
            yield
            since = time.perf_counter()


class Asked(NamedTuple, Generic[Result]):
    """A calculation that has been asked for."""

    source: tuple[object, ...]
    """The large data that it is made from, compared by identity,"""
    of: tuple[object, ...]
    """what it is made of among them, by identity too,"""
    given: Hashable
    """and what else it depends on, compared by value."""
    calculate: Callable[[], Steps[Result]]

    @property
    def key(self) -> Hashable:
        """What tells it from others from the same source, for as long as `of` is alive."""
        return (*map(id, self.of), self.given)


class Prepared(Generic[Result]):
    """The latest results of one kind of calculation, some of them made before they were needed.

    All are from the same source: results from another one are dropped.
    """

    def __init__(self, most: int) -> None:
        """Keep `most` results."""
        self._most = most
        self._source: tuple[object, ...] = ()
        self._kept: dict[Hashable, tuple[Result, Asked[Result]]] = {}

    def take(self, asked: Asked[Result]) -> Result:
        """The result: it is calculated at once where it isn't there yet."""
        self._turn_to(asked.source)
        if asked.key not in self._kept:
            self._keep(asked, at_once(asked.calculate()))
        # The latest stand last.
        kept = self._kept[asked.key] = self._kept.pop(asked.key)
        return kept[0]

    def has(self, asked: Asked[Result]) -> bool:
        """Whether the result is there."""
        return _are_same(asked.source, self._source) and asked.key in self._kept

    def prepare(self, asked: Asked[Result]) -> Steps[Result]:
        """Calculate it with pauses, unless it is there."""
        self._turn_to(asked.source)
        if asked.key in self._kept:
            return self._kept[asked.key][0]
        result = yield from asked.calculate()
        if _are_same(asked.source, self._source):
            self._keep(asked, result)
        return result

    def _turn_to(self, source: tuple[object, ...]) -> None:
        if not _are_same(source, self._source):
            self._source = source
            self._kept.clear()

    def _keep(self, asked: Asked[Result], result: Result) -> None:
        self._kept[asked.key] = result, asked
        while len(self._kept) > self._most:
            self._kept.pop(next(iter(self._kept)))


def _are_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))
