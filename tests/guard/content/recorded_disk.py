"""What a program did to a folder, as strace has seen it, and what a power cut may leave of that.

Of a disk only what was put there by fsync(2) is sure: the bytes of a file, and apart from them the
names in a folder.  Everything else may be there or not, each by itself.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_CALLS = (
    "open,openat,creat,write,writev,pwrite64,pwritev,sendfile,copy_file_range,truncate,ftruncate,"
    "fallocate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,mkdir,"
    "mkdirat,mknod,mknodat,fsync,fdatasync,sync_file_range,io_uring_setup"
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)(?:<([^>]*)>)?, )?"((?:[^"\\]|\\.)*)"')
_DESCRIPTOR = re.compile(r"\d+<([^>]*)>")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')

Tree = dict[str, bytes | None]
"""The files of a folder by their paths; a folder has None."""


class Effect(NamedTuple):
    """Something that needs the fsync of a file or folder to be sure, by its number.

    With a name it gives a name to `child`, or takes it away where that is None; `also` is another
    name that goes at the same time.  Without, it writes bytes at a place.
    """

    of: int
    name: str = ""
    child: int | None = None
    also: str = ""
    content: bytes = b""
    at: int = 0


class Sync(NamedTuple):
    """An fsync of a file or folder."""

    of: int


@dataclass
class _Disk:
    """Files and folders by their numbers, 0 is the folder at the top."""

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    files: dict[int, bytes] = field(default_factory=dict)

    def copied(self) -> _Disk:
        return _Disk({each: dict(names) for each, names in self.folders.items()}, dict(self.files))

    def apply(self, effect: Effect) -> None:
        if not effect.name:
            before = self.files[effect.of].ljust(effect.at, b"\0")
            after = before[effect.at + len(effect.content) :]
            self.files[effect.of] = before[: effect.at] + effect.content + after
            return
        names = self.folders[effect.of]
        names.pop(effect.also, None)
        if effect.child is None:
            names.pop(effect.name, None)
        else:
            names[effect.name] = effect.child

    def tree(self, of: int = 0, before: str = "") -> Tree:
        found: Tree = {}
        for name, child in self.folders[of].items():
            path = f"{before}{name}"
            if child in self.files:
                found[path] = self.files[child]
            else:
                found[path] = None
                found |= self.tree(child, f"{path}/")
        return found


class RecordedDisk:
    """What was done to `top`, in order."""

    def __init__(self, top: Path) -> None:
        self._top = str(top)
        self._begin = _Disk()
        self._count = 0
        for place in sorted(top.rglob("*")):
            folder, _, name = str(place.relative_to(top)).rpartition("/")
            child = self._new(self._begin, None if place.is_dir() else place.read_bytes())
            of = self._number(self._begin, folder)
            assert of is not None
            self._begin.apply(Effect(of, name, child))
        self._now = self._begin.copied()
        self._made: dict[int, bool] = {}
        self.steps: list[Effect | Sync] = []

    def run(self, command: Sequence[str], log: Path, cwd: Path) -> None:
        """Run a command below strace, and take down what it does."""
        options = ["-f", "-y", "-qq", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(log)]
        subprocess.run(["strace", *options, *command], cwd=cwd, check=True, capture_output=True)
        for line in log.read_text(encoding="latin-1").splitlines():
            found = _LINE.match(line)
            if found is not None and int(found[3]) >= 0:
                self._take(found[1], found[2], int(found[3]))

    @property
    def end(self) -> Tree:
        """What is there where no power is cut; it has to be what is on the true disk."""
        return self._now.tree()

    def crashes(self) -> Iterator[tuple[str, Tree]]:
        """All that a power cut may leave, and which it is."""
        for count in range(len(self.steps) + 1):
            unsure = self._unsure(count)
            yield f"{count}, all", self._left(count, set())
            yield f"{count}, what is sure", self._left(count, unsure)
            for one in unsure:
                yield f"{count}, without {self.steps[one]}", self._left(count, {one})
                yield f"{count}, only {self.steps[one]}", self._left(count, unsure - {one})

    def _unsure(self, count: int) -> set[int]:
        unsure: set[int] = set()
        for number, step in enumerate(self.steps[:count]):
            if isinstance(step, Sync):
                unsure = {each for each in unsure if self.steps[each].of != step.of}
            else:
                unsure.add(number)
        return unsure

    def _left(self, count: int, lost: set[int]) -> Tree:
        disk = self._begin.copied()
        for child, is_folder in self._made.items():
            if is_folder:
                disk.folders[child] = {}
            else:
                disk.files[child] = b""
        for number, step in enumerate(self.steps[:count]):
            if isinstance(step, Effect) and number not in lost:
                disk.apply(step)
        return disk.tree()

    def _new(self, disk: _Disk, content: bytes | None) -> int:
        self._count += 1
        if content is None:
            disk.folders[self._count] = {}
        else:
            disk.files[self._count] = content
        return self._count

    def _number(self, disk: _Disk, path: str) -> int | None:
        number: int | None = 0
        for name in filter(None, path.split("/")):
            number = disk.folders.get(number, {}).get(name) if number is not None else None
        return number

    def _inside(self, path: str) -> str | None:
        if path == self._top:
            return ""
        return path.removeprefix(f"{self._top}/") if path.startswith(f"{self._top}/") else None

    def _do(self, effect: Effect) -> None:
        self._now.apply(effect)
        self.steps.append(effect)

    def _take(self, call: str, said: str, answer: int) -> None:
        places = [
            self._inside(path if path.startswith("/") else f"{folder}/{path}")
            for folder, path in _PATH.findall(said)
        ]
        if call in ("open", "openat"):
            if places[0] is not None and "O_CREAT" in said:
                self._create(places[0], b"")
            return
        if call in ("mkdir", "mkdirat") and places[0] is not None:
            self._create(places[0], None)
        elif call in ("unlink", "unlinkat", "rmdir") and places[0] is not None:
            of, name = self._parent(places[0])
            self._do(Effect(of, name))
        elif call.startswith("rename") and places[0] is not None and places[1] is not None:
            self._rename(places[0], places[1])
        elif call in ("write", "fsync", "fdatasync"):
            described = _DESCRIPTOR.match(said)
            place = self._inside(described[1]) if described is not None else None
            number = self._number(self._now, place) if place is not None else None
            if number is None:
                return
            if call != "write":
                self.steps.append(Sync(number))
                return
            written = _TEXT.search(said)
            assert written is not None
            content = written[1].encode("latin-1").decode("unicode_escape").encode("latin-1")
            assert len(content) == answer
            self._do(Effect(number, content=content, at=len(self._now.files[number])))
        else:
            assert not any(place is not None for place in places), f"{call} is not known here"

    def _create(self, place: str, content: bytes | None) -> None:
        if self._number(self._now, place) is not None:
            return
        of, name = self._parent(place)
        child = self._new(self._now, content)
        self._made[child] = content is None
        self._do(Effect(of, name, child))

    def _rename(self, old: str, new: str) -> None:
        (old_of, old_name), (new_of, new_name) = self._parent(old), self._parent(new)
        child = self._now.folders[old_of][old_name]
        if old_of == new_of:
            self._do(Effect(new_of, new_name, child, also=old_name))
            return
        self._do(Effect(new_of, new_name, child))
        self._do(Effect(old_of, old_name))

    def _parent(self, place: str) -> tuple[int, str]:
        folder, _, name = place.rpartition("/")
        number = self._number(self._now, folder)
        assert number is not None, place
        return number, name


def tree_of(top: Path) -> Tree:
    """What is there on the true disk."""
    return {
        str(place.relative_to(top)): None if place.is_dir() else place.read_bytes()
        for place in sorted(top.rglob("*"))
    }


def put(tree: Tree, top: Path) -> None:
    """Make a folder as it is after a power cut."""
    top.mkdir()
    for path, content in sorted(tree.items()):
        if content is None:
            (top / path).mkdir()
        else:
            (top / path).write_bytes(content)
