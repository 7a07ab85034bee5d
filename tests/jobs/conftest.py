"""Jobs with one thread and with three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.jobs.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def office(qapp: object) -> Iterator[Office]:
    office = Office()
    yield office
    office.close()


@pytest.fixture
def wide_office(qapp: object) -> Iterator[Office]:
    """One where three can work at once."""
    office = Office(threads=3)
    yield office
    office.close()
