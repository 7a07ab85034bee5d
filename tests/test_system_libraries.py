from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest

from kiosk import system_libraries
from kiosk.system_libraries import SONAMES, Purpose, main, missing
from tests.project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

WAYS_TO_SHOW_A_PICTURE: list[Purpose] = ["offscreen", "x11", "wayland"]


@pytest.fixture
def bookworm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_package_here", lambda package: package)


def test_every_purpose_has_a_row() -> None:
    assert set(SONAMES) == set(get_args(Purpose))


@pytest.mark.usefixtures("bookworm")
@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("offscreen", ()),
        ("x11", ("libxcb-cursor0",)),
        ("wayland", ("libwayland-cursor0",)),
    ],
)
def test_only_packages_whose_library_does_not_load_are_missing(
    monkeypatch: pytest.MonkeyPatch, purpose: Purpose, expected: tuple[str, ...]
) -> None:
    absent = {"libxcb-cursor.so.0", "libwayland-cursor.so.0"}
    monkeypatch.setattr(system_libraries, "_is_there", lambda soname: soname not in absent)

    assert missing(purpose) == expected


@pytest.mark.usefixtures("bookworm")
@pytest.mark.parametrize("purpose", WAYS_TO_SHOW_A_PICTURE)
def test_a_machine_with_no_libraries_is_told_of_those_a_minimal_debian_lacks(
    monkeypatch: pytest.MonkeyPatch, purpose: Purpose
) -> None:
    monkeypatch.setattr(system_libraries, "_is_there", lambda soname: False)
    minimal = {
        "offscreen": set(),
        "x11": {
            "libxcb-cursor0",
            "libxcb-icccm4",
            "libxcb-keysyms1",
            "libxcb-shape0",
            "libxkbcommon-x11-0",
        },
        "wayland": {"libwayland-cursor0"},
    }[purpose]
    always = {
        "libgl1",
        "libegl1",
        "libdbus-1-3",
        "libfontconfig1",
        "libglib2.0-0",
        "libxkbcommon0",
    }

    assert always | minimal <= set(missing(purpose))


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not system_libraries._is_there("libthere-is-no-such-thing.so.0")


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ("12.11\n", "libglib2.0-0"),
        ("bookworm/sid\n", "libglib2.0-0"),
        ("13.1\n", "libglib2.0-0t64"),
        ("trixie/sid\n", "libglib2.0-0t64"),
    ],
)
def test_packages_are_named_as_the_release_names_them(
    tmp_path: Path, release: str, expected: str
) -> None:
    version = tmp_path / "debian_version"
    version.write_text(release, encoding="utf-8")

    assert system_libraries._package_here("libglib2.0-0", version) == expected
    assert system_libraries._package_here("libgl1", version) == "libgl1"


def test_a_python_without_ensurepip_lacks_its_venv_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    own = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"

    assert missing("environment") in {("python3-venv",), (own,)}


def test_whoever_may_not_install_gets_one_line_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda purpose: ("libegl1", "libgl1"))
    monkeypatch.setattr(system_libraries, "_may_install", lambda: False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    assert main(["--install-or-explain", "x11", "wayland"]) == 1
    assert "\n    sudo apt-get install --yes libegl1 libgl1\n" in capsys.readouterr().err


def test_root_installs_what_is_missing_and_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = ["libegl1", "libgl1"]
    commands: list[list[str]] = []

    def run(command: list[str], **options: object) -> None:
        commands.append(command)
        if "install" in command:
            lacking.clear()

    monkeypatch.setattr(system_libraries, "missing", lambda purpose: tuple(lacking))
    monkeypatch.setattr(system_libraries, "_may_install", lambda: True)
    monkeypatch.setattr("subprocess.run", run)

    assert main(["--install-or-explain", "offscreen"]) == 0
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-2:] == ["libegl1", "libgl1"]


def test_an_installation_that_failed_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "missing", lambda purpose: ("libgl1",))
    monkeypatch.setattr(system_libraries, "_may_install", lambda: True)
    monkeypatch.setattr(system_libraries, "_install", lambda packages: None)

    assert main(["--install-or-explain", "offscreen"]) == 1
    assert "libgl1" in capsys.readouterr().err


def test_it_runs_before_anything_is_installed() -> None:
    command = [sys.executable, "-I", "-S", "-c"]
    script = (
        f"import sys; sys.path.insert(0, {str(PROJECT)!r}); import kiosk.system_libraries;"
        "print(kiosk.system_libraries.missing('environment'))"
    )

    answer = subprocess.run([*command, script], capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout.strip()) == (0, "()"), answer.stderr
