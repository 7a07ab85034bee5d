"""A Debian with a systemd of its own, in a container of systemd-nspawn without any network.

Its folder was made by `.ci/debian-root` and stays as it is: what a machine writes lies in an
overlay.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

ROOTS = PROJECT / "build" / "debian"
HANG_GUARD_SECONDS = 300.0
"""Five times the minute within which the exhibit has to be ready."""

_REBOOTED = 133
"""systemd-nspawn(1): what it ends with when the container asked for a restart."""
_GROUPS = Path("/sys/fs/cgroup")
_LIMITED = ("memory", "pids", "devices")
_HAS_SYSTEMD = Path("/run/systemd/system").is_dir()


class Failed(AssertionError):
    """A command on the machine did not end with 0."""


class DebianMachine:
    """Boots `release` with `folder` for what it writes; `shared` is seen at /mnt, read-only."""

    def __init__(self, release: str, folder: Path, shared: Path) -> None:
        self._root = ROOTS / release
        self._folder = folder
        self._shared = shared
        self._container: subprocess.Popen[bytes] | None = None
        self._group = f"kiosk-test-{os.getpid()}"
        for name in ("upper", "work", "merged"):
            (folder / name).mkdir(parents=True)

    def boot(self) -> None:
        """Start it, and wait until everything that starts by itself has started."""
        with (self._folder / "console").open("ab") as console:
            self._container = subprocess.Popen(
                ["setpriv", "--pdeathsig=TERM", "unshare", "--mount", "sh", "-ec", self._script()],
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
            )
        wait_for(lambda: self._leader() is not None, self._console)
        wait_for(self._listens, self._console)
        if not _is_unified():
            # The controllers of the old kind are there to be looked at only; systemd has looked.
            mounts = "; ".join(f"mount -o remount,rw,bind {_GROUPS / name}" for name in _LIMITED)
            self.run(f"{mounts}; systemctl daemon-reexec")
        wait_for(self._has_started, self._console)

    def run(self, script: str, typed: str = "", *, folder: str = "/root") -> str:
        """Run lines as root's shell does; returns what they said, and raises Failed."""
        answer = self.answer(script, typed, folder=folder)
        if answer.returncode:
            raise Failed(f"{script}\n{answer.stdout}{answer.stderr}")
        return answer.stdout

    def answer(
        self, script: str, typed: str = "", *, folder: str = "/root"
    ) -> subprocess.CompletedProcess[str]:
        """The same, whatever it ends with."""
        leader = self._leader()
        assert leader is not None, self._console()
        enter = ["nsenter", f"--target={leader}", "--all", "--"]
        return subprocess.run(
            [*enter, *_clean_environment(), "sh", "-ec", f"cd {folder}\n{script}"],
            input=typed,
            capture_output=True,
            text=True,
            timeout=HANG_GUARD_SECONDS,
            check=False,
        )

    def reboot(self) -> None:
        """Do what `reboot` does, and wait until it is up again."""
        assert self._container is not None
        self.answer("reboot")
        assert self._container.wait(HANG_GUARD_SECONDS) == _REBOOTED, self._console()
        self.boot()

    def path(self, place: str) -> Path:
        """A place on the machine, seen from outside while it runs."""
        return Path(f"/proc/{self._leader()}/root{place}")

    def close(self) -> None:
        """Switch it off and take away what it has written."""
        leader = self._leader()
        if leader is not None:
            # Not nspawn: the machine would go on without it.
            os.kill(leader, signal.SIGKILL)
        if self._container is not None:
            self._container.terminate()
            self._container.wait()
        if not _is_unified():
            wait_for(lambda: not self._groups())
        shutil.rmtree(self._folder, ignore_errors=True)

    def _groups(self) -> list[Path]:
        """Take the groups of its processes away; returns what is still in use."""
        groups = [_own_group(name) / self._group for name in (*_LIMITED, "systemd", "unified")]
        for group in groups:
            for folder, _, _ in os.walk(group, topdown=False):
                with suppress(OSError):
                    Path(folder).rmdir()
        return [group for group in groups if group.exists()]

    def _script(self) -> str:
        upper, work, merged = (self._folder / name for name in ("upper", "work", "merged"))
        lines = [
            f"mount -t overlay -o lowerdir={self._root},upperdir={upper},workdir={work}"
            f" overlay {merged} || cp --archive --no-clobber {self._root}/. {merged}"
        ]
        words = [
            "systemd-nspawn",
            "--quiet",
            f"--directory={merged}",
            "--boot",
            "--private-network",
            "--link-journal=no",
            "--resolv-conf=off",
            "--timezone=off",
            "--console=pipe",
            f"--machine={self._group}",
            f"--bind-ro={self._shared}:/mnt",
        ]
        if not _HAS_SYSTEMD:
            words += ["--register=no", "--keep-unit"]
        if not _is_unified():
            for name in (*_LIMITED, "systemd", "unified"):
                group = _own_group(name) / self._group
                lines.append(f"mkdir --parents {group} && echo $$ > {group}/cgroup.procs")
        return "\n".join([*lines, f"exec {' '.join(words)}"])

    def _leader(self) -> int | None:
        """The process that is the container's first."""
        if self._container is None or self._container.poll() is not None:
            return None
        process = self._container.pid
        try:
            children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
        except OSError:
            return None
        firsts = [child for child in children if _is_first(child)]
        return int(firsts[0]) if firsts else None

    def _listens(self) -> bool:
        return self.answer("test -S /run/systemd/private").returncode == 0

    def _has_started(self) -> bool:
        said = self.answer("systemctl is-system-running").stdout.strip()
        return said in ("running", "degraded")

    def _console(self) -> str:
        return (self._folder / "console").read_text("utf-8", "replace")[-4000:]


def wait_for(condition: Callable[[], bool], explain: Callable[[], str] = str) -> None:
    """Look every half second."""
    deadline = time.monotonic() + HANG_GUARD_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"it never happened\n{explain()}"
        time.sleep(0.5)


def _is_first(process: str) -> bool:
    """Whether it is number 1 of its own world and has become systemd."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return False
    numbers = next(line for line in status.splitlines() if line.startswith("NSpid:")).split()
    return status.startswith("Name:\tsystemd\n") and numbers[2:] == ["1"]


def _clean_environment() -> list[str]:
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return ["env", "-i", f"PATH={path}", "HOME=/root", "LANG=C.UTF-8", "TERM=dumb"]


def _is_unified() -> bool:
    """Whether this machine's control groups are all of the new kind."""
    return (_GROUPS / "cgroup.controllers").exists()


def _own_group(controller: str) -> Path:
    """The group that this process is in, for a controller of the old kind."""
    name = {"systemd": "name=systemd", "unified": ""}.get(controller, controller)
    for line in Path("/proc/self/cgroup").read_text("ascii").splitlines():
        _, controllers, place = line.split(":", 2)
        if name in controllers.split(","):
            return _GROUPS / controller / place.lstrip("/")
    return _GROUPS / controller
