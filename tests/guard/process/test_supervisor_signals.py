"""Signals end the supervisor together with its child, or neither of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PARENT = """
import sys
from pathlib import Path
from kiosk.guard.content.content_trust import ContentTrust
from kiosk.guard.process.supervisor import Supervisor, supervise
child = "import os,time; print('READY=1', flush=True); os.write(2, b'ready'); time.sleep(60)"
folder = Path(sys.argv[1])
sys.exit(supervise(Supervisor([sys.executable, "-c", child], content=lambda: folder,
    trust=ContentTrust(folder / "trust.json"), say=lambda line: None, outside=lambda: "")))
"""


@pytest.mark.parametrize("name", ["SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGHUP", "SIGTERM"])
def test_a_signal_ends_both_or_neither(tmp_path: Path, name: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], stderr=subprocess.PIPE)
    assert parent.stderr is not None
    try:
        assert parent.stderr.read(5) == b"ready"
        os.kill(parent.pid, getattr(signal, name))
        if name not in ("SIGHUP", "SIGTERM"):
            with pytest.raises(subprocess.TimeoutExpired):
                parent.wait(0.5)
            parent.terminate()
        assert parent.wait(30) == 0
        # The child holds the other end for as long as it lives.
        assert parent.stderr.read() == b""
    finally:
        parent.kill()
        parent.stderr.close()
