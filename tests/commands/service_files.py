"""What `kiosk service` has written, as tests read it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from kiosk.__main__ import main
from tests.packaging.install_steps import commands

UNITS = PurePosixPath("etc/systemd/system")


def directives(unit: Path) -> list[tuple[str, str]]:
    lines = unit.read_text("utf-8").splitlines()
    pairs = [line.partition("=") for line in lines if line and line[0] not in "#["]
    return [(name, value) for name, _, value in pairs]


def values(unit: Path, name: str) -> list[str]:
    return [value for key, value in directives(unit) if key == name]


def typed(settings: str, tmp_path: Path) -> dict[str, list[str]]:
    """The commands of the guide for these settings, by their heading."""
    (tmp_path / "settings.yaml").write_text(settings)
    out = tmp_path / "service"
    main(["service", "--out", str(out), "--settings", str(tmp_path / "settings.yaml")])
    return commands((out / "INSTALL.txt").read_text("utf-8"))
