"""A supervisor that is stopped after the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guard.process.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.stop()
