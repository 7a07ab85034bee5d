"""The words of the interface, which every exhibit that a test opens reads anew, are parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.languages import words
from kiosk.shipped_yaml import shipped_yaml

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    State = tuple[str, int, int, int]


class WordsReadOnce:
    """Parses a file of words again only where it has been written since."""

    def __init__(self) -> None:
        self._known: dict[State, dict[str, Any]] = {}

    def shipped_yaml(self, path: Path) -> dict[str, Any]:
        """The same as the program's; whoever asks has a copy of the flat table."""
        try:
            found = path.stat()
        except OSError:
            return shipped_yaml(path)
        state = (str(path), found.st_ino, found.st_mtime_ns, found.st_size)
        if state not in self._known:
            self._known[state] = shipped_yaml(path)
        return dict(self._known[state])

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Let whatever reads words ask here."""
        patch.setattr(words, "shipped_yaml", self.shipped_yaml)
