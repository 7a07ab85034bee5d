"""What every test needs: Qt without a display, and the switch for the long tests."""

from __future__ import annotations

import os

import pytest

# Before anything imports Qt: it reads the platform when the application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--soak",
        action="store_true",
        default=os.environ.get("SOAK") == "1",
        help="run the long tests too (the same as SOAK=1)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak"):
        return
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: run it with `make soak`"))
