"""Saves that belong together: whoever types a sentence saves it many times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.exhibit.editing.history_files import Save

RUN_SECONDS = 120.0
"""Saves under one label that follow each other faster than that are one."""


class SaveRun(NamedTuple):
    """Saves of the same files under one label, one soon after the other; the last is what they
    came to."""

    first: Save
    last: Save

    @property
    def files(self) -> tuple[str, ...]:
        """The files that they changed."""
        return tuple(sorted(self.last.changed))


def save_runs(saves: Iterable[Save]) -> tuple[SaveRun, ...]:
    """All saves in runs, the oldest first.  How the content was found is a run of its own."""
    runs: list[SaveRun] = []
    for save in saves:
        before = runs[-1] if runs else None
        if before is not None and _goes_on(before.last, save):
            runs[-1] = before._replace(last=save)
        else:
            runs.append(SaveRun(save, save))
    return tuple(runs)


def _goes_on(before: Save, save: Save) -> bool:
    soon = 0 <= (save.time - before.time).total_seconds() <= RUN_SECONDS
    alike = bool(save.label) and save.label == before.label
    return soon and alike and before.changed.keys() == save.changed.keys()
