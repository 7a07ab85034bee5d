"""Finds out which system libraries Qt lacks on this machine, and which packages bring them.

Runs before anything is installed, so it needs Python's standard library and nothing else:
`python -m kiosk.system_libraries --install-or-explain x11`.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Purpose: TypeAlias = Literal["environment", "offscreen", "x11", "wayland"]
"""`environment` is making `.venv`; the others are the ways in which Qt can show a picture."""

# What PySide6-Essentials 6.11 links to and does not bring along: soname -> Debian package.
_OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
SONAMES: dict[Purpose, dict[str, str]] = {
    "environment": {},
    "offscreen": _OFFSCREEN,
    "x11": _OFFSCREEN | _X11,
    "wayland": _OFFSCREEN | _WAYLAND,
}

# Debian 13 and Ubuntu 24.04 renamed the packages whose time grew to 64 bits.
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
_BEFORE_THE_RENAMING = ("11", "12", "bullseye", "bookworm")


def missing(purpose: Purpose) -> tuple[str, ...]:
    """Return the Debian packages that this purpose still needs, sorted; empty when it is ready."""
    packages = {
        _package_here(package)
        for soname, package in SONAMES[purpose].items()
        if not _is_there(soname)
    }
    if purpose == "environment" and importlib.util.find_spec("ensurepip") is None:
        packages.add(_venv_package())
    return tuple(sorted(packages))


def main(words: Sequence[str] | None = None) -> int:
    """Install or name what the purposes lack; 0 when nothing is lacking any more, else 1."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.system_libraries", description=__doc__)
    parser.add_argument("purposes", nargs="+", choices=list(SONAMES), metavar="purpose")
    parser.add_argument(
        "--install-or-explain",
        action="store_true",
        help="as root on Debian or Ubuntu install what is missing; otherwise only name it",
    )
    arguments = parser.parse_args(words)
    packages = _missing_for_all(arguments.purposes)
    if not packages:
        return 0
    if arguments.install_or_explain and _may_install():
        print(f"Installing system packages: {' '.join(packages)}", flush=True)
        _install(packages)
        packages = _missing_for_all(arguments.purposes)
        if not packages:
            return 0
    print(_explanation(packages), file=sys.stderr)
    return 1


def _missing_for_all(purposes: Iterable[Purpose]) -> list[str]:
    return sorted({package for purpose in purposes for package in missing(purpose)})


def _is_there(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _package_here(package: str, debian_version: Path = Path("/etc/debian_version")) -> str:
    """Return the package's name on this release; Ubuntu names its Debian there, `trixie/sid`."""
    try:
        version = debian_version.read_text(encoding="utf-8")
    except OSError:
        return package
    if version.startswith(_BEFORE_THE_RENAMING):
        return package
    return _RENAMED.get(package, package)


def _venv_package() -> str:
    """Return the package with `ensurepip` for the Python that is running.

    `python3-venv` belongs to the release's own Python; any other has one with its version.
    """
    own = Path("/usr/bin/python3").resolve().name
    running = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return "python3-venv" if own == running else f"{running}-venv"


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: Sequence[str]) -> None:
    """Run apt-get; a failure shows in what is still missing afterwards."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(
            command,
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )


def _explanation(packages: Sequence[str]) -> str:
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        return (
            "This system lacks what these Debian packages bring;"
            f" install your system's packages for them:\n\n    {names}\n"
        )
    return (
        "System packages are missing. Run this line, then try again:\n\n"
        f"    sudo apt-get install --yes {names}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
