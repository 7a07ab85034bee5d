"""Calculations that pause on their way, so that the GUI thread can do something else between."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable
from typing import Generic, TypeVar

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


class Prepared(Generic[Result]):
    """The latest results of one kind of calculation, some of them made before they were needed.

    All are from the same data, which are compared by identity: results from others are dropped.
    """

    def __init__(self, most: int) -> None:
        """Keep `most` results."""
        self._most = most
        self._source: tuple[object, ...] = ()
        self._kept: dict[Hashable, Result] = {}

    def take(
        self, source: tuple[object, ...], key: Hashable, calculate: Callable[[], Steps[Result]]
    ) -> Result:
        """What is calculated from `source` under this key: at once where it isn't there yet."""
        self._turn_to(source)
        if key not in self._kept:
            self._keep(key, at_once(calculate()))
        # The latest stand last.
        result = self._kept[key] = self._kept.pop(key)
        return result

    def prepare(
        self, source: tuple[object, ...], key: Hashable, calculate: Callable[[], Steps[Result]]
    ) -> Steps[None]:
        """Calculate it with pauses, unless it is there."""
        self._turn_to(source)
        if key in self._kept:
            return
        result = yield from calculate()
        if self._is_from(source):
            self._keep(key, result)

    def _is_from(self, source: tuple[object, ...]) -> bool:
        return len(source) == len(self._source) and all(
            one is other for one, other in zip(source, self._source, strict=True)
        )

    def _turn_to(self, source: tuple[object, ...]) -> None:
        if not self._is_from(source):
            self._source = source
            self._kept.clear()

    def _keep(self, key: Hashable, result: Result) -> None:
        self._kept[key] = result
        while len(self._kept) > self._most:
            self._kept.pop(next(iter(self._kept)))
