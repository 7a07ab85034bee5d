"""The wheel holds everything: installed alone it is a working `kiosk` in any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.project import PROJECT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    hatchling = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    _succeed([*hatchling, "--directory", str(folder)], PROJECT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpacks the wheel as pip does; its dependencies are those of the tests."""
    site = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    _succeed([*pip, "--target", str(site), str(wheel)], site)
    return site


@pytest.mark.parametrize("name", ["assets", "content"])
def test_every_shipped_file_is_in_the_wheel(wheel: Path, name: str) -> None:
    inside = {entry for entry in _entries(wheel) if entry.startswith(f"kiosk/{name}/")}
    wanted = {f"kiosk/{path.relative_to(PROJECT).as_posix()}" for path in _files(PROJECT / name)}

    assert wanted
    assert wanted - inside == set()


def test_every_module_is_in_the_wheel_and_no_test_is(wheel: Path) -> None:
    entries = _entries(wheel)
    modules = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "kiosk").rglob("*.py")}

    assert modules - entries == set()
    assert {entry.split("/")[0] for entry in entries} == {
        "kiosk",
        wheel.name.split("-py3")[0] + ".dist-info",
    }


def test_the_wheel_carries_its_licence_and_the_kiosk_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (points,) = [name for name in archive.namelist() if name.endswith("/entry_points.txt")]
        assert "kiosk = kiosk.__main__:main" in archive.read(points).decode()
    assert any(name.endswith("/licenses/LICENSE") for name in _entries(wheel))


@pytest.mark.parametrize("name", ["assets", "content"])
def test_an_installed_kiosk_finds_its_own_files(installed: Path, tmp_path: Path, name: str) -> None:
    script = f"from kiosk.shipped import shipped; print(shipped({name!r}))"

    answer = _succeed([sys.executable, "-c", script], tmp_path, site=installed)

    assert Path(answer) == installed / "kiosk" / name


def test_the_installed_command_works_in_any_folder(installed: Path, tmp_path: Path) -> None:
    command = str(installed / "bin" / "kiosk")

    assert "0.1.0" in _succeed([command, "--version"], tmp_path, site=installed)
    _succeed([command, "check", "--fast"], tmp_path, site=installed)


def _entries(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files(folder: Path) -> list[Path]:
    """Return every file but those that tools leave behind: hidden ones and compiled code."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _succeed(command: list[str], folder: Path, *, site: Path | None = None) -> str:
    environment = dict(os.environ)
    environment.pop("PYTHONPATH", None)
    if site is not None:
        environment["PYTHONPATH"] = str(site)
    answer = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout.strip()
