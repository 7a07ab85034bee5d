"""Shares files of tests between processes, and goes on where one of them crashed.

pytest-xdist 3.8 hands the files that a crashed process had finished out again, as empty ones; a
process that is given nothing waits for ever, and so does the whole run (pytest-xdist issue 1378).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from xdist.workermanage import WorkerController


class CrashProofFiles(LoadFileScheduling):  # type: ignore[misc]
    """As `--dist loadfile`; the test during which a process crashed is not run again."""

    def remove_node(self, node: WorkerController) -> str | None:
        """Give what a process has left to the others; the test that it was running, if any."""
        unfinished = {
            file: [test for test, done in tests.items() if not done]
            for file, tests in self.assigned_work.pop(node).items()
        }
        crashed = next((tests.pop(0) for tests in unfinished.values() if tests), None)
        self.workqueue.update(
            {file: dict.fromkeys(tests, False) for file, tests in unfinished.items() if tests}
        )
        if crashed is not None:
            for other in self.assigned_work:
                self._reschedule(other)
        return crashed

    def schedule(self) -> None:
        """Give out tests at first, and to a process that stands in for a crashed one."""
        super().schedule()
        for node in self.nodes:
            # A process begins a test when it knows the next one, or that there is none.
            while self.workqueue and self._pending_of(self.assigned_work[node]) < 2:
                self._assign_work_unit(node)
