"""Programs that some tests drive, and what happens where one of them is missing.

A developer may do without; an automatic build, where `CI` is in the environment, may not.
"""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

PACKAGES = {
    "Xvfb": "xvfb",
    "Xwayland": "xwayland",
    "aplay": "alsa-utils",
    "cage": "cage",
    "chromium": "chromium",
    "dbus-daemon": "dbus",
    "debootstrap": "debootstrap",
    "espeak-ng": "espeak-ng",
    "git": "git",
    "nano": "nano",
    "nsenter": "util-linux",
    "opusdec": "opus-tools",
    "opusenc": "opus-tools",
    "pdffonts": "poppler-utils",
    "pdfimages": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "prometheus": "prometheus",
    "promtool": "prometheus",
    "rsync": "rsync",
    "setpriv": "util-linux",
    "strace": "strace",
    "syncthing": "syncthing",
    "systemd-analyze": "systemd",
    "systemd-nspawn": "systemd-container",
    "vim": "vim",
    "xdotool": "xdotool",
    "xmodmap": "x11-xserver-utils",
    "xrandr": "x11-xserver-utils",
}
"""The Debian package of each program; `.ci/run` installs all of them."""


def needs(*programs: str) -> pytest.MarkDecorator:
    """Mark a test that can't run without these programs; tests/conftest.py looks for them."""
    unknown = [program for program in programs if program not in PACKAGES]
    assert not unknown, f"write into tests/tools.py and .ci/run where {unknown} come from"
    return pytest.mark.needs(*programs)


def look_for(programs: tuple[str, ...]) -> None:
    """Skip the test, or fail it in an automatic build, where one of the programs is missing."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        do_without(f"not installed: {', '.join(missing)}")


def do_without(reason: str) -> NoReturn:
    """Skip the test; fail it in an automatic build, which has everything or proves nothing."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and `.ci/run` should have seen to it", pytrace=False)
    pytest.skip(reason)
