"""Every reader of a file, fed with everything that can stand where the file should.

A reader may refuse what it gets in the way of its own tree of errors; it neither waits nor ends in
any other exception.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.hostile.readers import HANG_GUARD_SECONDS, READERS, coverage
from tests.hostile.spoilt_files import SPOILT
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the files and signals of Linux")


@pytest.fixture
def fresh(sound: Path) -> Iterator[Callable[[str], Path]]:
    """Copies of the sound folder, or of our own files, for the reader of a file."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)

        def copied(file: str) -> Path:
            folder = Path(name) / "folder"
            if file.startswith("assets/"):
                fonts = shutil.ignore_patterns("*.ttf", "*.otf", "service")
                shutil.copytree(PROJECT / "assets", folder / "assets", ignore=fonts)
            else:
                shutil.copytree(sound, folder)
            return folder

        yield copied


@pytest.fixture(autouse=True)
def one_coverage(monkeypatch: pytest.MonkeyPatch) -> None:
    """What letters the fonts have takes half a second to read and is the same for every folder."""
    monkeypatch.setattr("kiosk.workshop.check.whole_check.read_coverage", coverage)


@contextlib.contextmanager
def hang_guard() -> Iterator[None]:
    """Raises where a reader waits for what never comes."""

    def ring(*_: object) -> NoReturn:
        raise AssertionError("it waits")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANG_GUARD_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """As a user for whom permissions mean something."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_everything_or_refuses_it(
    name: str, fresh: Callable[[str], Path], qapp: object
) -> None:
    reader = READERS[name]
    kinds = SPOILT | {"large": lambda path: os.truncate(path, 10 * reader.limit)}
    folder = fresh(reader.file)
    path = folder / reader.file
    beside = path.with_name(f"{path.name}.kept")
    shutil.copyfile(path, beside)
    reader.read(folder)
    shutil.copyfile(beside, path)
    for kind, spoil in kinds.items():
        spoil(path)
        with (
            hang_guard(),
            without_privileges() if kind == "unreadable" else contextlib.nullcontext(),
            contextlib.suppress(*reader.refusals),
        ):
            try:
                reader.read(folder)
            except Exception as error:
                error.add_note(f"{name}, {kind}")
                raise
        restore(folder, path, beside)


def restore(folder: Path, path: Path, beside: Path) -> None:
    """The file as it was, and nothing of what stood in its place."""
    for found in path.parent.iterdir():
        if found.name.startswith(path.stem) and found != beside and found.suffix == path.suffix:
            if found.is_dir() and not found.is_symlink():
                shutil.rmtree(found)
            else:
                found.unlink()
    shutil.copyfile(beside, path)
