"""Whether a display server answers: real ones, and sockets that only look like one."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.process import display_probe
from kiosk.guard.process.display_probe import unreachable_display
from tests.tools import needs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a display")


@contextlib.contextmanager
def x_server() -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A real X server in memory, and its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield server, f":{answer.readline().strip()}"
    finally:
        server.kill()
        server.wait()


@needs("Xvfb")
def test_an_x_server_is_there_stands_still_and_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    with x_server() as (server, name):
        environment = {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        assert unreachable_display(environment) == ""
        assert unreachable_display({"DISPLAY": f"{name}.0"}) == ""
        assert unreachable_display({"DISPLAY": f"unix{name}"}) == ""

        monkeypatch.setattr(display_probe, "PATIENCE_SECONDS", 0.2)
        server.send_signal(signal.SIGSTOP)
        assert unreachable_display(environment) == f"the X server {name} does not answer"
        server.send_signal(signal.SIGCONT)

    reason = unreachable_display(environment)
    assert reason.startswith(f"the X server {name} can't be reached: ")


def test_a_compositor_is_there_stands_still_and_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    name = "the Wayland compositor wayland-7"
    assert unreachable_display(environment) == (
        f"{name} can't be reached: no such file or directory"
    )
    only = environment | {"QT_QPA_PLATFORM": "wayland"}
    monkeypatch.setattr(display_probe, "PATIENCE_SECONDS", 0.2)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind("wayland-7")
        assert unreachable_display(only) == f"{name} can't be reached: connection refused"
        compositor.listen()
        assert unreachable_display(only) == f"{name} does not answer"


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, ""),
        ({"QT_QPA_PLATFORM": "eglfs:/dev/dri"}, ""),
        ({"QT_QPA_PLATFORM": "xcb;offscreen"}, ""),
        ({}, "WAYLAND_DISPLAY is not set; DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_SOCKET": "7"}, ""),
        (
            {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "none"},
            "DISPLAY is 'none', which names no display",
        ),
        (
            {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "127.0.0.1:59990"},
            "the X server 127.0.0.1:59990 can't be reached: connect(): port must be 0-65535.",
        ),
    ],
)
def test_what_the_environment_says(environment: dict[str, str], reason: str) -> None:
    assert unreachable_display(environment) == reason
