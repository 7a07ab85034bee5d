"""What systemd and our supervisor are told, and that telling never waits."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.guard.process.notify import SystemdSocket, notifier_for
from tests.project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pytestmark = pytest.mark.skipif(
    not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets"
)


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The end of the socket that systemd holds."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(10)
        yield listening


def environment(systemd: socket.socket, **more: str) -> dict[str, str]:
    return {"NOTIFY_SOCKET": str(systemd.getsockname()), **more}


def test_systemd_is_told_in_its_own_words(systemd: socket.socket) -> None:
    notifier = notifier_for(environment(systemd))
    notifier.extend(60)
    notifier.ready()
    notifier.beat()
    notifier.stopping()
    notifier.close()

    heard = [systemd.recv(100).decode() for _ in range(4)]
    assert heard == ["EXTEND_TIMEOUT_USEC=60000000", "READY=1", "WATCHDOG=1", "STOPPING=1"]


def test_a_queue_that_nobody_empties_does_not_hold_us_up(systemd: socket.socket) -> None:
    notifier = notifier_for(environment(systemd))

    answers = [notifier.beat() for _ in range(2000)]

    assert answers[0]
    assert not answers[-1]
    assert not notifier.lost
    notifier.close()


def test_an_abstract_address_is_understood() -> None:
    name = f"kiosk-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        try:
            listening.bind(f"\0{name}")
        except OSError:
            pytest.skip("this system has no abstract sockets")
        listening.settimeout(10)
        sender = SystemdSocket(f"@{name}")
        assert sender.send("READY=1")
        sender.close()
        assert listening.recv(100) == b"READY=1"


@pytest.mark.parametrize("whose", ["own", "the compositor's"])
def test_the_watchdog_is_meant_for_us_or_for_the_compositor_that_started_us(
    systemd: socket.socket, whose: str
) -> None:
    process = os.getpid() if whose == "own" else os.getppid()

    notifier = notifier_for(
        environment(systemd, WATCHDOG_USEC="20000000", WATCHDOG_PID=str(process))
    )

    assert notifier.watchdog_seconds == 20.0
    notifier.close()


@pytest.mark.parametrize(
    "variables", [{}, {"WATCHDOG_USEC": "soon"}, {"WATCHDOG_USEC": "20000000", "WATCHDOG_PID": "1"}]
)
def test_without_a_watchdog_nobody_counts(
    systemd: socket.socket, variables: dict[str, str]
) -> None:
    if variables.get("WATCHDOG_PID") == str(os.getppid()):
        pytest.skip("the tests were started by process 1")
    notifier = notifier_for(environment(systemd, **variables))

    assert notifier.watchdog_seconds is None
    notifier.close()


def test_nobody_is_told_nothing() -> None:
    notifier = notifier_for({})

    assert not notifier.beat()
    assert not notifier.lost
    assert notifier.watchdog_seconds is None


def supervised_child(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a child of our own supervisor would run, and what it printed."""
    return subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"KIOSK_SUPERVISED": "12.5"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_our_supervisor_reads_the_standard_output_and_prints_go_elsewhere() -> None:
    script = (
        "from kiosk.guard.process.notify import notifier_for\n"
        "notifier = notifier_for()\n"
        "print('a print', flush=True)\n"
        "notifier.ready()\n"
        "print(notifier.watchdog_seconds, flush=True)\n"
    )

    child = supervised_child(script)

    assert child.returncode == 0
    assert child.stdout == "READY=1\n"
    assert child.stderr == "a print\n12.5\n"


def test_a_supervisor_that_has_gone_is_noticed() -> None:
    script = (
        "import os, sys\n"
        "reading, writing = os.pipe()\n"
        "os.dup2(writing, 1); os.close(writing)\n"
        "from kiosk.guard.process.notify import notifier_for\n"
        "notifier = notifier_for()\n"
        "notifier.beat(); os.close(reading); notifier.beat()\n"
        "sys.exit(7 if notifier.lost else 0)\n"
    )

    child = supervised_child(script)

    assert child.returncode == 7
