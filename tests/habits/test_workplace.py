"""The project can be built anywhere: nothing in it names one machine or one package index."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.project import PROJECT
from tests.tools import needs

if TYPE_CHECKING:
    from pathlib import Path

LOCK = PROJECT / "requirements.lock"

# Put together here, so that this file does not hold what it looks for.
INDEX_HOST = re.compile("|".join([r"pypi\." + "org", "python" + "hosted", "test" + r"pypi\."]))
MACHINE_PATH = re.compile(r"(?<![\w.~*}>)/-])/(?:work|root|tmp|home|Users)/[\w.]")


@needs("git")
def test_no_tracked_file_names_a_package_index_or_a_path_of_one_machine() -> None:
    found = [
        f"{path.relative_to(PROJECT).as_posix()}:{number}: {line.strip()}"
        for path in _tracked_files()
        for number, line in enumerate(_lines(path), start=1)
        if INDEX_HOST.search(line) or MACHINE_PATH.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    "line", ["see /" + "home/curator/map.svg", '"/' + "root/.cache", "open('/" + "tmp/out.png')"]
)
def test_a_path_of_one_machine_is_noticed(line: str) -> None:
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize(
    "line", ["https://www.example.org/home/page", "frame/home/x", "~/home/x", "/var/lib/kiosk"]
)
def test_other_slashes_are_fine(line: str) -> None:
    assert not MACHINE_PATH.search(line)


def test_every_locked_release_has_hashes() -> None:
    releases = re.split(r"\n(?=\S+==)", LOCK.read_text(encoding="utf-8").strip())

    assert len(releases) > 20
    assert [release for release in releases if "--hash=sha256:" not in release] == []


def test_the_lock_names_no_place_to_download_from() -> None:
    lock = LOCK.read_text(encoding="utf-8")

    assert re.findall(r"https?://\S+|file:\S+|--(?:extra-)?index-url.*|--find-links.*", lock) == []


def test_the_locked_qt_is_one_that_keeps_none_alive() -> None:
    assert re.search(r"^pyside6-essentials==6\.11\.\d+ ", LOCK.read_text("utf-8"), re.MULTILINE)


def _tracked_files() -> list[Path]:
    if not (PROJECT / ".git").exists():
        pytest.skip("there is no git checkout here, so nothing says which files are tracked")
    listing = subprocess.run(
        # Another user may own the clone, in a container for example; reading it is harmless.
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [PROJECT / name for name in listing.stdout.split("\0") if (PROJECT / name).is_file()]


def _lines(path: Path) -> list[str]:
    """Return a file's lines; pictures and fonts have none that matter."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
