"""What each part of the stage was laid out from, so that nothing is laid out twice."""

from __future__ import annotations

from kiosk.exhibit.place import Place


class Inputs:
    """Remembers from what each part was laid out: it is laid out again from something else only.

    Words and numbers are compared by value, and large frozen data by identity.
    """

    def __init__(self) -> None:
        self._latest: dict[str, tuple[object, ...]] = {}

    def are_new(self, part: str, *inputs: object) -> bool:
        """Whether a part has to be laid out from these."""
        before, self._latest[part] = self._latest.get(part), inputs
        return before is None or not all(map(_same, before, inputs))

    def forget(self, part: str) -> None:
        """Have a part laid out the next time in any case."""
        self._latest.pop(part, None)


def _same(one: object, other: object) -> bool:
    by_value = isinstance(one, (str, bool, int, float, tuple, Place))
    return one is other or (by_value and one == other)
