"""What is kept of files of words for other tests is what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.shipped import BrokenInstallation
from tests.read_once import WordsReadOnce

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_as_it_was_written_last_whatever_was_done_to_its_words(tmp_path: Path) -> None:
    file, words = tmp_path / "en.yaml", WordsReadOnce()
    file.write_text("back: Back\n")
    words.shipped_yaml(file)["back"] = "Forth"
    assert words.shipped_yaml(file) == {"back": "Back"}

    file.write_text("back: Return\n")
    assert words.shipped_yaml(file) == {"back": "Return"}

    file.unlink()
    with pytest.raises(BrokenInstallation):
        words.shipped_yaml(file)
